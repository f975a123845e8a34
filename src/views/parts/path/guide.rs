//! Guidance and key fields of the step looked at (B12).

use domain::records::{Field, Kind, Record};
use leptos::prelude::*;
use web_sys::Storage;

use super::{Walk, tab_id};
use crate::i18n::{fields, guidance, path as words};
use crate::store::live_query::Live;
use crate::views::parts::custom::label_of;
use crate::views::parts::fact::Editing;
use crate::views::parts::value::ValueView;

const KEY: &str = "kontor.guidance";

/// Whether guidance is shown: kept for all records.
pub fn guided() -> RwSignal<bool> {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
    RwSignal::new(kept.as_deref() != Some("off"))
}

fn set_guided(walk: Walk, on: bool) {
    walk.guided.set(on);
    if let Some(storage) = storage() {
        // A choice that can't be kept (blocked storage) still holds on this screen.
        let _ = storage.set_item(KEY, if on { "on" } else { "off" });
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Key fields of a step: its own, by their names in the code, else the built-in ones.
fn key_fields(step: Option<&Record>, kind: Kind) -> Vec<Field> {
    let Some(step) = step else { return Vec::new() };
    let named = |list| step.texts(list).iter().filter_map(|word| Field::with_word(kind, word));
    let own: Vec<Field> = named(Field::KeyFields).collect();
    let mut fields = if own.is_empty() { guidance::key_fields(step.id).to_vec() } else { own };
    // What the step needs is never missing here.
    let needed: Vec<Field> = named(Field::RequiredFields).filter(|field| !fields.contains(field)).collect();
    fields.extend(needed);
    fields
}

fn words_of(step: Option<&Record>) -> String {
    let own = step.map(|step| step.text(Field::Guidance).to_owned()).filter(|own| !own.is_empty());
    own.or_else(|| guidance::of(step?.id).map(str::to_owned)).unwrap_or_default()
}

/// The panel below a path. `since` says how long the record has been at its step.
#[component]
pub fn Guide(walk: Walk, #[prop(into)] record: Signal<Option<Record>>, kind: Kind, #[prop(into)] since: Signal<String>) -> impl IntoView {
    let live = expect_context::<Live>();
    let step = live.query(&[Kind::Status, Kind::Stage], move |set| walk.shown().and_then(|id| set.get(id)));
    let fields = Memo::new(move |_| step.with(|step| key_fields(step.as_ref(), kind)));
    let text = move || step.with(|step| words_of(step.as_ref()));
    view! {
        <Show
            when=move || walk.guided.get()
            fallback=move || view! {
                <p class="guide__hidden">
                    <button class="linkbtn small" type="button" on:click=move |_| set_guided(walk, true)>{words::show_guidance}</button>
                </p>
            }
        >
            <div class="guide" id="guide" role="tabpanel" aria-labelledby=move || walk.shown().map(tab_id)>
                <section>
                    <h2>{words::key_fields}</h2>
                    <dl class="guide__fields">
                        <For each=move || fields.get() key=|field| *field let(field)>
                            <KeyField record field/>
                        </For>
                    </dl>
                </section>
                <section>
                    <h2>{words::to_finish}</h2>
                    <p class="muted">
                        {text}
                        " "
                        <button class="linkbtn" type="button" on:click=move |_| set_guided(walk, false)>{words::hide_guidance}</button>
                    </p>
                    <p class="tiny quiet only-wide">{since}</p>
                </section>
            </div>
        </Show>
    }
}

#[component]
fn KeyField(record: Signal<Option<Record>>, field: Field) -> impl IntoView {
    let live = expect_context::<Live>();
    let editing = use_context::<Editing>().unwrap_or_default();
    let value = Memo::new(move |_| record.with(|record| record.as_ref().and_then(|record| record.get(field).cloned())));
    let id = move || record.with_untracked(|record| record.as_ref().map(|record| record.id));
    let locked = move || record.with(|record| record.as_ref().is_none_or(|record| record.has(Field::ConvertedAt)));
    let fill = move |_| {
        if let Some(id) = id() {
            editing.open(id, field);
        }
    };
    view! {
        <div>
            <dt>{move || label_of(live, field)}</dt>
            {move || match value.get() {
                Some(value) => view! { <dd><ValueView field value/></dd> }.into_any(),
                None if locked() => view! { <dd class="quiet">"–"</dd> }.into_any(),
                None => view! {
                    <dd class="quiet">
                        <button
                            class="guide__fill"
                            type="button"
                            aria-label=move || words::not_known_fill_in(fields::in_sentence(field))
                            on:click=fill
                        >
                            {words::not_known}
                        </button>
                    </dd>
                }
                .into_any(),
            }}
        </div>
    }
}
