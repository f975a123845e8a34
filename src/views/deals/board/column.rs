//! One stage with its cards.

use domain::records::{Field, Record};
use leptos::prelude::*;

use super::card::Card;
use super::drag::{Drag, Over};
use super::state::BoardState;
use super::sums::Sums;
use crate::i18n::{board as words, fields};

#[component]
pub fn ColumnView(state: BoardState, drag: Drag, at: usize, stage: Record) -> impl IntoView {
    let probability = stage.number(Field::Probability).unwrap_or(100);
    let stale_days = stage.number(Field::StaleDays);
    let heading = StoredValue::new(format!("stage-{}", stage.id));
    let cards = Memo::new(move |_| state.cards(at));
    let sums = Memo::new(move |_| {
        let mut sums = Sums::default();
        state
            .board
            .with(|board| board.columns.get(at).into_iter().flat_map(|column| &column.deals).for_each(|deal| sums.add(deal, probability)));
        sums
    });
    let is_over = move || {
        let lifted = state.lift.get().is_some_and(|lift| lift.column == at);
        lifted || matches!(drag.over(), Some(Over::Column { column, .. }) if column == at)
    };
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
            <ul class="column__list">
                <For each=move || cards.get() key=|deal| *deal let:deal>
                    <Card state drag deal column=at stale_days/>
                </For>
                <Show when=move || cards.with(Vec::is_empty)>
                    <li class="column__empty">{words::nothing_here}</li>
                </Show>
            </ul>
        </section>
    }
}
