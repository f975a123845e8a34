//! Lines of the plan and of the result: which of them, and a few at a time.

use domain::ids::Id;
use domain::rejection::Rejection;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::session::Session;
use crate::i18n::{bulk as words, explain, format};
use crate::pace::next_task;

/// So many lines at first, and with each press of *Show more*.
pub const PAGE: usize = 25;

/// What a dialog has room for: the other lines of the first page are drawn after it stands.
const IN_VIEW: usize = 10;

/// How many lines are shown.
pub fn first_page() -> RwSignal<usize> {
    let shown = RwSignal::new(IN_VIEW);
    spawn_local(async move {
        next_task().await;
        let _ = shown.try_set(PAGE);
    });
    shown
}

/// How a number is said.
pub type Say = fn(usize) -> String;

/// Numbers in words, without those that are nothing.
pub fn sums(parts: &[(usize, Say)]) -> String {
    parts.iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(*count)).collect::<Vec<_>>().join(", ")
}

/// A reason below the name of its lead: the name is not said again.
pub fn explain_for(session: Session, lead: Id, reason: &Rejection) -> String {
    let own = if let Rejection::Required { .. } = reason { "" } else { words::this_lead() };
    explain::rejection(reason, &|id| if id == lead { own.to_owned() } else { session.actions.name(id) })
}

/// One sort of lines to look at, with how many there are. The first is never hidden.
#[component]
pub fn SortPicker<S: Copy + PartialEq + Send + Sync + 'static>(
    sorts: &'static [S],
    name: fn(S) -> &'static str,
    /// Tracked.
    count: Signal<Vec<usize>>,
    chosen: RwSignal<S>,
) -> impl IntoView {
    let button = move |(at, sort): (usize, S)| {
        let count = move || count.with(|counts| counts.get(at).copied().unwrap_or_default());
        view! {
            <button
                type="button"
                aria-pressed=move || (chosen.get() == sort).to_string()
                hidden=move || { at > 0 && chosen.get() != sort && count() == 0 }
                on:click=move |_| chosen.set(sort)
            >
                {move || name(sort)}
                " "
                <span class="tnum quiet">{move || format::count(count())}</span>
            </button>
        }
    };
    view! {
        <div class="segmented" role="group" aria-label=words::show>
            {sorts.iter().copied().enumerate().map(button).collect_view()}
        </div>
    }
}

/// Shows more lines; nothing where all are shown.
#[component]
pub fn More(#[prop(into)] total: Signal<usize>, shown: RwSignal<usize>) -> impl IntoView {
    let left = move || total.get().saturating_sub(shown.get());
    view! {
        <Show when=move || { left() > 0 && shown.get() >= PAGE }>
            <button class="linkbtn small" type="button" on:click=move |_| shown.update(|shown| *shown += PAGE)>
                {move || words::more(left().min(PAGE))}
            </button>
        </Show>
    }
}
