//! One stage with its cards.

use domain::ids::Id;
use domain::records::{Field, Record};
use leptos::prelude::*;

use super::card::Card;
use super::state::{BoardState, NO_STAGE, SHOWN};
use super::sums::Sums;
use crate::i18n::{board as words, fields};

#[component]
pub fn ColumnView(state: BoardState, at: usize, stage: Record) -> impl IntoView {
    let probability = stage.number(Field::Probability).unwrap_or(100);
    let stale_days = stage.number(Field::StaleDays);
    let heading = StoredValue::new(format!("stage-{}", stage.id));
    let sums = Memo::new(move |_| {
        let mut sums = Sums::default();
        state
            .board
            .with(|board| board.columns.get(at).into_iter().flat_map(|column| &column.deals).for_each(|deal| sums.add(deal, probability)));
        sums
    });
    let is_over = move || state.lift.get().is_some_and(|lift| lift.column == at);
    view! {
        <section class="column" class:is-over=is_over data-column=at.to_string() aria-labelledby=heading.get_value()>
            <div class="column__head">
                <h2 class="column__name" id=heading.get_value()>
                    <span>{move || fields::record_name(&stage)}</span>
                    <span class="quiet">{move || sums.with(|sums| sums.count)}</span>
                </h2>
                <p class="column__sum">
                    <span>{move || sums.with(Sums::total)}</span>
                    <span>{move || sums.with(|sums| words::weighted(sums.weighted()))}</span>
                </p>
            </div>
            <CardList state at stale_days/>
        </section>
    }
}

#[component]
fn CardList(state: BoardState, at: usize, stale_days: Option<i64>) -> impl IntoView {
    let slots = Memo::new(move |_| state.slots(at));
    let hidden = Memo::new(move |_| state.cards(at).len().saturating_sub(state.limit(at)));
    view! {
        <ul class="column__list">
            <For each=move || slots.get() key=|slot| *slot let:slot>
                {slot_view(state, at, stale_days, slot)}
            </For>
            <Show when=move || slots.with(Vec::is_empty)>
                <li class="column__empty">{words::nothing_here}</li>
            </Show>
            <Show when=move || { hidden.get() > 0 }>
                <li>
                    <button class="btn btn--ghost btn--sm" type="button" on:click=move |_| state.show_more(at)>
                        {move || words::more(hidden.get().min(SHOWN))}
                    </button>
                </li>
            </Show>
        </ul>
    }
}

fn slot_view(state: BoardState, column: usize, stale_days: Option<i64>, slot: Option<Id>) -> AnyView {
    match slot {
        Some(deal) => view! { <Card state deal column stale_days/> }.into_any(),
        None => view! { <li class="card is-ghost" aria-hidden="true">{words::was_here}</li> }.into_any(),
    }
}

/// Deals whose stage was removed elsewhere: nothing is lost, each can be moved on.
#[component]
pub fn NoStage(state: BoardState) -> impl IntoView {
    view! {
        <section class="column" aria-labelledby="stage-none">
            <div class="column__head">
                <h2 class="column__name" id="stage-none">{words::no_stage}</h2>
                <p class="column__sum">{words::no_stage_hint}</p>
            </div>
            <CardList state at=NO_STAGE stale_days=None/>
        </section>
    }
}
