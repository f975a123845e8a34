//! Won, Lost, Back to leads: targets for a carried card, buttons for the card in focus.

use domain::ids::Id;
use domain::records::Kind;
use domain::values::Date;
use leptos::prelude::*;

use super::drag::{Drag, Ending};
use super::state::{BoardState, conversion_of};
use super::sums;
use crate::clock;
use crate::components::{Icon, IconName};
use crate::i18n::{board as words, when};

#[component]
pub fn CloseBar(state: BoardState, drag: Drag) -> impl IntoView {
    let live = state.actions.live;
    let won = live.query(&[Kind::Deal], move |set| {
        let (year, month, _) = clock::today().ymd();
        let start = Date::from_ymd(year, month, 1).map_or(0, |first| when::moment_of(first, 0));
        set.won_since(state.pipeline.get(), start)
    });
    let won_words = move || won.with(|(count, amounts)| sums::counted(words::won_month(*count), amounts));
    // A card that was closed or moved away is no longer meant.
    let card = Memo::new(move |_| state.current.get().filter(|card| state.board.with(|_| state.place_of(*card).is_some())));
    // Said after the word, so that the whole button has it in its name.
    let meant = move || {
        let name = card.get().map(|card| words::meant(state.actions.name(card)));
        view! { <span class="visually-hidden">{name}</span> }
    };
    let act = move |end: fn(BoardState, Id)| match card.get_untracked() {
        Some(card) => end(state, card),
        None => state.actions.toasts.say(words::choose_card()),
    };
    // Greyed for a card that no conversion made.
    let alone = live.query(&[Kind::Deal, Kind::Lead], move |set| card.get().is_some_and(|card| conversion_of(set, card).is_none()));
    view! {
        <div class="closebar" role="group" aria-label=words::close_bar>
            <button
                class="drop drop--won"
                class:is-over=move || drag.over() == Some(Ending::Won)
                type="button"
                data-drop="won"
                on:click=move |_| act(BoardState::win)
            >
                <Icon name=IconName::Trophy/>
                {words::won}
                {meant}
                <small class="only-wide">{won_words}</small>
            </button>
            <button
                class="drop drop--lost"
                class:is-over=move || drag.over() == Some(Ending::Lost)
                type="button"
                data-drop="lost"
                on:click=move |_| act(BoardState::lose)
            >
                <Icon name=IconName::XCircle/>
                {words::lost_plain}
                {meant}
                <small class="only-wide">{words::lost_hint}</small>
            </button>
            <button
                class="drop"
                class:is-over=move || drag.over() == Some(Ending::Back)
                type="button"
                data-drop="back"
                aria-disabled=move || alone.get().then_some("true")
                on:click=move |_| act(BoardState::take_back)
            >
                <Icon name=IconName::Undo/>
                {words::back}
                {meant}
                <small class="only-wide">{move || if alone.get() { words::back_not() } else { words::back_hint() }}</small>
            </button>
        </div>
    }
}
