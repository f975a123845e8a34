//! Won and Lost: targets for a carried card, buttons for the card in focus.

use leptos::prelude::*;

use super::drag::{Drag, Over};
use super::state::BoardState;
use crate::components::{Icon, IconName};
use crate::i18n::board as words;

#[component]
pub fn CloseBar(state: BoardState, drag: Drag) -> impl IntoView {
    let current = move || state.lift.get_untracked().map(|lift| lift.deal).or(state.current.get_untracked());
    let settle = move || state.lift.set(None);
    view! {
        <div class="closebar" role="group" aria-label=words::close_bar>
            <button
                class="drop drop--won"
                class:is-over=move || drag.over() == Some(Over::Won)
                type="button"
                data-drop="won"
                on:click=move |_| {
                    if let Some(deal) = current() {
                        settle();
                        state.win(deal);
                    }
                }
            >
                <Icon name=IconName::Trophy/>
                {words::won}
                <small class="only-wide">{words::won_hint}</small>
            </button>
            <button
                class="drop drop--lost"
                class:is-over=move || drag.over() == Some(Over::Lost)
                type="button"
                data-drop="lost"
                on:click=move |_| {
                    if let Some(deal) = current() {
                        settle();
                        state.lost.set(Some(deal));
                    }
                }
            >
                <Icon name=IconName::XCircle/>
                {words::lost_plain}
                <small class="only-wide">{words::lost_hint}</small>
            </button>
        </div>
    }
}
