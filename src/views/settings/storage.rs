//! Data on this device: how much there is, and whether the browser promised to keep it.

use domain::records::Kind;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::StorageManager;

use crate::i18n::{Message, basics, duplicates, format, record, settings as words};
use crate::routes;
use crate::store::live_query::Live;

const KINDS: [(Kind, Message); 6] = [
    (Kind::Lead, basics::leads),
    (Kind::Person, basics::people),
    (Kind::Organization, basics::organizations),
    (Kind::Deal, basics::deals),
    (Kind::Activity, basics::activities),
    (Kind::Note, words::notes),
];

/// What the browser says about this site's storage.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Kept {
    bytes: f64,
    persistent: bool,
}

#[component]
pub fn StorageSection() -> impl IntoView {
    let live = expect_context::<Live>();
    let counts = live.query(Kind::ALL, |set| KINDS.map(|(kind, _)| set.count(kind)));
    let kept = RwSignal::new(Kept::default());
    spawn_local(async move {
        let now = ask().await;
        let _ = kept.try_set(now);
    });
    let persist = move |_| {
        spawn_local(async move {
            request_persistence().await;
            let now = ask().await;
            let _ = kept.try_set(now);
        });
    };
    view! {
        <section class="settings__section" id="data" aria-labelledby="data-title">
            <h2 class="settings__title" id="data-title">{words::data}</h2>
            <table class="table">
                <caption class="visually-hidden">{words::data}</caption>
                <tbody>
                    {KINDS
                        .into_iter()
                        .enumerate()
                        .map(|(at, (_, name))| {
                            view! {
                                <tr><th scope="row">{name}</th><td class="num">{move || format::count(counts.with(|counts| counts[at]))}</td></tr>
                            }
                        })
                        .collect_view()}
                    <tr>
                        <th scope="row">{words::memory}</th>
                        <td class="num" data-memory=memory().to_string()>{move || words::megabytes(format::number(memory() / 1e6))}</td>
                    </tr>
                    <tr><th scope="row">{words::size}</th><td class="num">{move || words::megabytes(format::number(kept.get().bytes / 1e6))}</td></tr>
                </tbody>
            </table>
            <div class="setting">
                <div>
                    <p class="setting__name">{move || if kept.get().persistent { words::persistent() } else { words::not_persistent() }}</p>
                    <p class="hint">{words::persistence_hint}</p>
                </div>
                <div class="setting__control">
                    <Show when=move || !kept.get().persistent>
                        <button class="btn" type="button" on:click=persist>{words::ask_persistence}</button>
                    </Show>
                </div>
            </div>
            <div class="setting">
                <div>
                    <p class="setting__name">{record::possible_duplicates}</p>
                    <p class="hint">{duplicates::find_hint}</p>
                </div>
                <div class="setting__control"><a class="btn" href=routes::DUPLICATES>{duplicates::find}</a></div>
            </div>
        </section>
    }
}

/// Bytes of memory the app holds for the records and everything else.
fn memory() -> f64 {
    let buffer = wasm_bindgen::memory().unchecked_into::<js_sys::WebAssembly::Memory>().buffer();
    buffer.unchecked_into::<js_sys::ArrayBuffer>().byte_length().into()
}

fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    js_sys::Reflect::get(&navigator, &"storage".into()).ok()?.dyn_into().ok()
}

async fn settle(promise: Result<js_sys::Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(promise.ok()?).await.ok()
}

async fn ask() -> Kept {
    let Some(manager) = manager() else { return Kept::default() };
    let estimate = settle(manager.estimate()).await;
    let bytes = estimate.and_then(|estimate| js_sys::Reflect::get(&estimate, &"usage".into()).ok()?.as_f64());
    let persistent = settle(manager.persisted()).await.and_then(|answer| answer.as_bool());
    Kept { bytes: bytes.unwrap_or(0.0), persistent: persistent.unwrap_or(false) }
}

/// Asks the browser never to clear the data by itself. Also done after the first import.
pub async fn request_persistence() {
    if let Some(manager) = manager() {
        settle(manager.persist()).await;
    }
}
