//! A labelled choice from a few values, with a hint that says what it does to the file at hand.

use leptos::prelude::*;

use crate::components::{Icon, IconName};

/// Words below a choice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hint {
    pub text: String,
    pub warn: bool,
}

#[component]
pub fn Choose<T: Copy + PartialEq + Send + Sync + 'static>(
    id: &'static str,
    label: fn() -> &'static str,
    #[prop(into)] options: Signal<Vec<T>>,
    name: impl Fn(T) -> String + Copy + Send + Sync + 'static,
    #[prop(into)] value: Signal<T>,
    #[prop(optional, into)] hint: Signal<Hint>,
    on_choose: impl Fn(T) + 'static,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let choices = move || {
        let option = |(at, option): (usize, T)| {
            view! { <option value=at.to_string() prop:selected=move || value.get() == option>{move || name(option)}</option> }
        };
        options.get().into_iter().enumerate().map(option).collect_view()
    };
    view! {
        <div>
            <label class="label" for=id>{label}</label>
            <select
                class="select"
                id=id
                aria-describedby=hint_id.clone()
                on:change:target=move |event| {
                    let at = event.target().value().parse::<usize>().ok();
                    if let Some(option) = at.and_then(|at| options.with_untracked(|options| options.get(at).copied())) {
                        on_choose(option);
                    }
                }
            >
                {choices}
            </select>
            <p class="hint" class:hint--warn=move || hint.with(|hint| hint.warn) id=hint_id>
                <Show when=move || hint.with(|hint| hint.warn)><Icon name=IconName::Alert small=true/></Show>
                {move || hint.with(|hint| hint.text.clone())}
            </p>
        </div>
    }
}
