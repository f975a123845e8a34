//! Activities of one span under their heading.

use domain::ids::Id;
use domain::records::Record;
use leptos::prelude::*;

use super::Span;
use super::row::ActivityRow;
use crate::clock;
use crate::i18n::{agenda as words, format};

/// Rows drawn at first.
const SHOWN: usize = 100;

#[component]
pub fn GroupView(span: Span, all: Memo<Vec<Record>>, edited: RwSignal<Option<Id>>) -> impl IntoView {
    let whole = RwSignal::new(false);
    let own = Memo::new(move |_| {
        let today = clock::today();
        all.with(|all| all.iter().filter(|activity| Span::of(activity, today) == span).cloned().collect::<Vec<_>>())
    });
    let shown = move || own.with(|own| own.iter().take(if whole.get() { usize::MAX } else { SHOWN }).cloned().collect::<Vec<_>>());
    let id = format!("agenda-{span:?}");
    let named = id.clone();
    view! {
        <section class="agenda__group" aria-labelledby=named>
            <h2 class="agenda__head" class:agenda__head--over=span == Span::Overdue id=id tabindex="-1">
                {move || span.title()}
                <span class="quiet tnum">{move || format::count(own.with(Vec::len))}</span>
            </h2>
            <ol class="rows">
                <For each=shown key=|activity| (activity.id, activity.version()) let(activity)>
                    <ActivityRow activity edited/>
                </For>
            </ol>
            <Show when=move || !whole.get() && { own.with(Vec::len) > SHOWN }>
                <button class="btn btn--sm" type="button" on:click=move |_| whole.set(true)>
                    {move || words::show_all(format::count(own.with(Vec::len)))}
                </button>
            </Show>
        </section>
    }
}
