//! Initials in a circle.

use leptos::prelude::*;

/// Who something belongs to. `name` is said by screen readers and shown as a tooltip.
#[component]
pub fn Avatar(
    #[prop(into)] name: Signal<String>,
    #[prop(into)] initials: Signal<String>,
    #[prop(optional, into)] mine: Signal<bool>,
    #[prop(optional)] large: bool,
) -> impl IntoView {
    view! {
        <span
            class="avatar"
            class:avatar--me=mine
            class:avatar--lg=large
            role="img"
            aria-label=name
            title=name
        >
            {initials}
        </span>
    }
}

/// First letters of the first and last word: `Marta Lindner` gives `ML`.
pub fn initials_of(name: &str) -> String {
    let mut letters = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = letters.next();
    first.into_iter().chain(letters.next_back()).flat_map(char::to_uppercase).collect()
}
