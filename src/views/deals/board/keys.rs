//! The board by keyboard: arrows between cards, Space lifts one, M opens its menu, W and L close it.

use domain::ids::Id;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, window};

use super::state::{BoardState, Lift};
use crate::i18n::board as words;
use crate::views::shell::shortcuts::{Shortcut, use_shortcuts};

const TABLE: &[Shortcut] = &[
    Shortcut::local(&["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"], words::key_move_cards),
    Shortcut::local(&["Space"], words::key_lift),
    Shortcut::local(&["m", "Shift+F10"], words::key_menu),
    Shortcut::local(&["w"], words::key_won),
    Shortcut::local(&["l"], words::key_lost),
    Shortcut::new(&["c"], words::add),
];

pub fn use_board_keys(state: BoardState) {
    use_shortcuts(words::keys_title, TABLE, move |key| {
        if key == "c" {
            state.adding.set(true);
        }
        key == "c"
    });
}

/// Keys while a card has the focus.
pub fn on_key(state: BoardState, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return;
    }
    let Some(deal) = card_of(event) else { return };
    let taken = if state.lift.get_untracked().is_some() { lifted_key(state, &event.key()) } else { card_key(state, deal, event) };
    if taken {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// The card whose link has the focus; none for its menu.
fn card_of(event: &KeyboardEvent) -> Option<Id> {
    let target: HtmlElement = event.target()?.dyn_into().ok()?;
    if !target.matches(".card__title a").unwrap_or(false) {
        return None;
    }
    target.closest(".card").ok()??.get_attribute("data-deal")?.parse().ok()
}

fn card_key(state: BoardState, deal: Id, event: &KeyboardEvent) -> bool {
    let Some((column, place)) = state.place_of(deal) else { return false };
    let (column, place) = (column as isize, place as isize);
    match event.key().as_str() {
        "ArrowDown" => focus_place(state, column, place + 1),
        "ArrowUp" => focus_place(state, column, place - 1),
        "ArrowRight" => focus_column(state, column, 1, place),
        "ArrowLeft" => focus_column(state, column, -1, place),
        " " => lift(state, deal),
        "m" | "M" => open_menu(deal),
        "F10" if event.shift_key() => open_menu(deal),
        "w" | "W" => state.win(deal),
        "l" | "L" => state.lost.set(Some(deal)),
        _ => return false,
    }
    true
}

fn lift(state: BoardState, deal: Id) {
    if let Some((column, place)) = state.place_of(deal) {
        state.lift.set(Some(Lift { deal, column, place }));
        state.said.set(words::lifted(state.actions.name(deal)));
    }
}

fn lifted_key(state: BoardState, key: &str) -> bool {
    let Some(mut lift) = state.lift.get_untracked() else { return false };
    let columns = state.stages.with_untracked(Vec::len);
    let cards = |column| untrack(|| state.cards(column).len());
    match key {
        "ArrowRight" if lift.column + 1 < columns => (lift.column, lift.place) = (lift.column + 1, lift.place.min(cards(lift.column + 1))),
        "ArrowLeft" if lift.column > 0 => (lift.column, lift.place) = (lift.column - 1, lift.place.min(cards(lift.column - 1))),
        "ArrowDown" if lift.place + 1 < cards(lift.column) => lift.place += 1,
        "ArrowUp" if lift.place > 0 => lift.place -= 1,
        "Enter" | " " => {
            state.lift.set(None);
            state.move_to(lift.deal, lift.column, lift.place);
            focus_card(lift.deal);
            return true;
        }
        "Escape" | "Tab" => {
            state.lift.set(None);
            state.said.set(words::put_back(state.actions.name(lift.deal)));
            focus_card(lift.deal);
            return key == "Escape";
        }
        _ => return key.starts_with("Arrow"),
    }
    state.lift.set(Some(lift));
    state.say_place(lift);
    focus_card(lift.deal);
    true
}

fn focus_place(state: BoardState, column: isize, place: isize) {
    let cards = untrack(|| state.cards(column as usize));
    if let Some(deal) = usize::try_from(place).ok().and_then(|place| cards.get(place)) {
        focus_card(*deal);
    }
}

/// The card at the same height in the next column that has any.
fn focus_column(state: BoardState, from: isize, step: isize, place: isize) {
    let mut column = from + step;
    while let Some(at) = usize::try_from(column).ok().filter(|at| *at < state.stages.with_untracked(Vec::len)) {
        let cards = untrack(|| state.cards(at));
        if !cards.is_empty() {
            focus_place(state, column, place.min(cards.len() as isize - 1));
            return;
        }
        column += step;
    }
}

fn open_menu(deal: Id) {
    if let Some(button) = element(&format!("[data-deal=\"{deal}\"] .card__menu")) {
        button.click();
    }
}

/// After the next drawing: the card may just have moved.
pub fn focus_card(deal: Id) {
    request_animation_frame(move || {
        if let Some(link) = element(&format!("[data-deal=\"{deal}\"] .card__title a")) {
            // A link can always take the focus.
            let _ = link.focus();
        }
    });
}

fn element(selector: &str) -> Option<HtmlElement> {
    window()?.document()?.query_selector(selector).ok()??.dyn_into().ok()
}
