//! A labelled input with its error beside it.

use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// The error of the input with this id; shown and announced while there is one.
#[component]
pub fn FieldError(id: String, #[prop(into)] error: Signal<Option<String>>) -> impl IntoView {
    view! {
        <p class="error" id=id aria-live="polite" hidden=move || error.get().is_none()>
            <Icon name=IconName::Alert/>
            <span>{move || error.get()}</span>
        </p>
    }
}

/// One line of text. The id joins label, input and error, and must be unique on the page.
#[component]
pub fn TextField(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    value: RwSignal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// Word shown beside the label of a field that may stay empty.
    #[prop(optional, into)]
    optional: Signal<Option<String>>,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let error_id = format!("{id}-error");
    view! {
        <div>
            <label class="label" for=id.clone()>
                {label}
                {move || optional.get().map(|word| view! { " " <span class="opt">{word}</span> })}
            </label>
            <input
                class="input"
                id=id
                type=kind
                autocomplete="off"
                autofocus=autofocus
                bind:value=value
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=error_id.clone()
            />
            <FieldError id=error_id error/>
        </div>
    }
}
