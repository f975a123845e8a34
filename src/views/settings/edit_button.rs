//! Opens and closes what can be changed about one line of a list.

use leptos::prelude::*;

use crate::i18n::basics;

/// `controls` is the id of what it opens.
#[component]
pub fn EditButton(name: Memo<String>, controls: String, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <button
            class="btn btn--sm"
            type="button"
            aria-expanded=move || open.get().to_string()
            aria-controls=controls
            aria-label=move || if open.get() { format!("{}: {}", basics::done(), name.get()) } else { basics::edit_field(name.get()) }
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {move || if open.get() { basics::done() } else { basics::edit() }}
        </button>
    }
}
