//! Screens for when there is nothing to show: loading, failed, taken over, not found.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos_router::components::A;
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::components::{Icon, IconName};
use crate::i18n::{basics, explain, format, shell};
use crate::store::StoreError;
use crate::store::live_query::{Live, LoadState};
use crate::views::leads::inbox_href;

/// What takes longer than this shows that it does.
const PATIENCE_MS: u32 = 300;

#[component]
pub fn Loading() -> impl IntoView {
    let live = expect_context::<Live>();
    let late = RwSignal::new(false);
    let timer = StoredValue::new(Some(SendWrapper::new(Timeout::new(PATIENCE_MS, move || late.set(true)))));
    on_cleanup(move || timer.set_value(None));
    let text = move || match live.state() {
        LoadState::Loading { done, total } if total > 0 => shell::loading_of(format::count(done), format::count(total)),
        _ => shell::loading().to_owned(),
    };
    view! {
        <main class="view" id="main">
            <Show when=move || late.get()>
                <p class="empty__text" role="status">{text}</p>
                <div class="skeleton" aria-hidden="true">
                    {(0..8).map(|_| view! { <i></i> }).collect_view()}
                </div>
            </Show>
        </main>
    }
}

#[component]
pub fn LoadFailed(problem: StoreError) -> impl IntoView {
    let details = problem.to_string();
    let copied = RwSignal::new(false);
    let copy = {
        let details = details.clone();
        move |_| copy_text(details.clone(), copied)
    };
    view! {
        <main class="view" id="main">
            <div class="empty" role="alert">
                <Icon name=IconName::Alert large=true/>
                <h1 class="empty__title">{shell::err_read}</h1>
                <p class="empty__text">{explain::store_error(&problem)}</p>
                <p class="tiny quiet">{details}</p>
                <p class="empty__actions">
                    <button class="btn btn--primary" type="button" on:click=move |_| reload()>{basics::try_again}</button>
                    <button class="btn" type="button" on:click=copy>{basics::copy_details}</button>
                </p>
                <p class="small muted" role="status">{move || copied.get().then(shell::copied)}</p>
            </div>
        </main>
    }
}

/// A browser that refuses leaves the text to be selected by hand: it stands on the page.
fn copy_text(text: String, copied: RwSignal<bool>) {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return };
    if !js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false) {
        return;
    }
    spawn_local(async move {
        if JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok() {
            copied.try_set(true);
        }
    });
}

#[component]
pub fn TakenOver() -> impl IntoView {
    view! {
        <main class="view" id="main">
            <div class="empty" role="alert">
                <Icon name=IconName::Sync large=true/>
                <h1 class="empty__title">{shell::closed_for_update}</h1>
                <p class="empty__actions">
                    <button class="btn btn--primary" type="button" on:click=move |_| reload()>{shell::update_now}</button>
                </p>
            </div>
        </main>
    }
}

/// The code of this screen could not be fetched yet.
#[component]
pub fn PartMissing() -> impl IntoView {
    view! {
        <main class="view" id="main">
            <div class="empty" role="alert">
                <Icon name=IconName::Sync large=true/>
                <h1 class="empty__title">{shell::part_missing}</h1>
                <p class="empty__text">{shell::part_missing_text}</p>
            </div>
        </main>
    }
}

#[component]
pub fn NotFound() -> impl IntoView {
    super::page::page_title(|| shell::not_found().to_owned());
    view! {
        <main class="view" id="main">
            <div class="empty">
                <Icon name=IconName::Search large=true/>
                <h1 class="empty__title">{shell::not_found}</h1>
                <p class="empty__text">{shell::not_found_text}</p>
                <p class="empty__actions"><A href=inbox_href() attr:class="btn btn--primary">{shell::to_inbox}</A></p>
            </div>
        </main>
    }
}

pub fn reload() {
    if let Some(window) = web_sys::window() {
        // A page may always reload itself.
        let _ = window.location().reload();
    }
}
