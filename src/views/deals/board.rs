//! The pipeline: open deals by stage as cards, or all deals as a list (R12).

mod card;
mod close_bar;
mod column;
mod deals_list;
mod drag;
mod header;
mod keys;
mod new_deal;
mod state;
mod sums;

use leptos::prelude::*;

use self::close_bar::CloseBar;
use self::column::{ColumnView, NoStage};
use self::deals_list::DealsList;
use self::drag::Carried;
use self::header::Header;
use self::new_deal::NewDeal;
use self::state::BoardState;
use crate::i18n::board as words;
use crate::views::parts::lost::LostDialog;
use crate::views::shell::page::page_title;
use crate::views::shell::preferences::Preferences;

#[component]
pub fn Pipeline() -> impl IntoView {
    let state = BoardState::new();
    page_title(move || words::pipeline_named(state.pipeline_name()));
    let close_lost = move || {
        let next = state.lost.get_untracked().map(|deal| (deal, state.after_loss.get_value()));
        state.lost.set(None);
        if let Some((_, next)) = next.filter(|(deal, _)| state.place_of(*deal).is_none()) {
            keys::focus_next(next);
        }
    };
    view! {
        <main class="view" id="main" aria-labelledby="page-title">
            <Header state/>
            {move || if state.is_list() { view! { <DealsList state/> }.into_any() } else { view! { <Board state/> }.into_any() }}
            <p class="visually-hidden" aria-live="assertive">{state.said}</p>
            {move || state.lost.get().map(|deal| view! { <LostDialog deal on_close=close_lost/> })}
            <Show when=move || state.adding.get()>
                <NewDeal state/>
            </Show>
        </main>
    }
}

#[component]
fn Board(state: BoardState) -> impl IntoView {
    let preferences = expect_context::<Preferences>();
    keys::use_board_keys(state);
    let drag = drag::Drag::new(state);
    let columns = move || state.stages.get().into_iter().enumerate().collect::<Vec<_>>();
    let is_empty =
        move || state.board.with(|board| board.homeless.is_empty() && board.columns.iter().all(|column| column.deals.is_empty()));
    view! {
        <Show when=is_empty>
            <p class="notice notice--bar" role="note">{words::empty}</p>
        </Show>
        <div
            class="board"
            class:is-dragging=move || drag.is_on()
            // Without cards nothing in it takes the focus, and keys must still scroll it.
            tabindex=move || is_empty().then_some("0")
            role="group"
            aria-label=words::board
            on:pointerdown=move |event| drag.down(&event)
            on:click=move |event| drag.swallow_click(&event)
            on:dragstart=move |event| event.prevent_default()
            on:touchmove=move |event| drag.hold_scroll(&event)
            on:contextmenu=move |event| drag.hold_menu(&event)
            on:keydown=move |event| keys::on_key(state, preferences, &event)
        >
            <Show when=move || state.board.with(|board| !board.homeless.is_empty())>
                <NoStage state/>
            </Show>
            <For each=columns key=|(_, stage)| stage.id let((at, stage))>
                <ColumnView state at stage/>
            </For>
        </div>
        <CloseBar state drag/>
        <Carried drag/>
    }
}
