//! A list to choose from.

use domain::records::Record;
use leptos::prelude::*;

use crate::i18n::{convert, fields};

/// A list to choose from; values are texts, as the browser has them.
#[component]
pub fn Select(
    id: &'static str,
    label: fn() -> &'static str,
    /// Said below it.
    #[prop(optional)]
    hint: Option<fn() -> &'static str>,
    #[prop(default = "col-3")] class: &'static str,
    options: Signal<Vec<(String, String)>>,
    chosen: Signal<String>,
    choose: Callback<String>,
) -> impl IntoView {
    view! {
        <div class=class>
            <label class="label" for=id>{label}</label>
            <select class="select" id=id aria-describedby=hint.map(|_| format!("{id}-hint")) on:change=move |event| choose.run(event_target_value(&event))>
                {move || (!options.with(|options| options.iter().any(|(value, _)| *value == chosen.get()))).then(unchosen)}
                <For each=move || options.get() key=Clone::clone let((value, words))>
                    {
                        let this = value.clone();
                        view! { <option value=value prop:selected=move || chosen.with(|chosen| *chosen == this)>{words}</option> }
                    }
                </For>
            </select>
            {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> })}
        </div>
    }
}

/// Stands first where nothing is chosen (D8).
fn unchosen() -> AnyView {
    view! { <option value="" selected=true disabled=true>{convert::choose}</option> }.into_any()
}

pub fn named(records: &[Record]) -> Vec<(String, String)> {
    records.iter().map(|record| (record.id.to_string(), fields::record_name(record))).collect()
}
