//! The board by keyboard: arrows between cards, Space lifts one, M opens its menu, W and L close it.

use domain::ids::Id;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlBodyElement, HtmlElement, KeyboardEvent, window};

use super::state::{BoardState, NO_STAGE};
use crate::i18n::board as words;
use crate::views::shell::preferences::Preferences;
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
    // A card that changes its column is drawn anew, and the focus is with nobody until then: fast keys still steer it.
    let listener = window_event_listener(ev::keydown, move |event| {
        if !has_modifier(&event) && state.lift.get_untracked().is_some_and(|lift| !lift.by_pointer) && is_body(&event) {
            take(&event, lifted_key(state, &event.key()));
        }
    });
    on_cleanup(move || listener.remove());
}

fn has_modifier(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing()
}

fn is_body(event: &KeyboardEvent) -> bool {
    event.target().is_some_and(|target| target.has_type::<HtmlBodyElement>())
}

fn take(event: &KeyboardEvent, taken: bool) {
    if taken {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Keys while a card has the focus.
pub fn on_key(state: BoardState, preferences: Preferences, event: &KeyboardEvent) {
    if has_modifier(event) {
        return;
    }
    let Some(deal) = card_of(event) else { return };
    let letters = preferences.single_keys.get_untracked() && !event.shift_key();
    let taken = match state.lift.get_untracked() {
        Some(lift) if lift.by_pointer => false,
        Some(_) => lifted_key(state, &event.key()),
        None => card_key(state, deal, event) || (letters && letter(state, deal, &event.key())),
    };
    take(event, taken);
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
    // Deals without a stage stand in front of the first one.
    let (column, place) = (if column == NO_STAGE { -1 } else { column as isize }, place as isize);
    match event.key().as_str() {
        "ArrowDown" => focus_place(state, column, place + 1),
        "ArrowUp" => focus_place(state, column, place - 1),
        "Home" => focus_place(state, column, 0),
        "End" => focus_place(state, column, untrack(|| state.cards(number(column)).len()) as isize - 1),
        "ArrowRight" => focus_column(state, column, 1, place),
        "ArrowLeft" => focus_column(state, column, -1, place),
        " " => state.pick_up(deal, false),
        "F10" if event.shift_key() => open_menu(deal),
        "ContextMenu" => open_menu(deal),
        _ => return false,
    }
    true
}

/// Single letters, which can be turned off.
fn letter(state: BoardState, deal: Id, key: &str) -> bool {
    match key {
        "m" => open_menu(deal),
        "w" => state.win(deal),
        "l" => state.lose(deal),
        _ => return false,
    }
    true
}

fn lifted_key(state: BoardState, key: &str) -> bool {
    let Some(lift) = state.in_air() else { return true };
    let columns = state.stages.with_untracked(Vec::len);
    // Places among the other cards.
    let last = |column: usize| untrack(|| state.cards(column)).iter().filter(|card| **card != lift.deal).count();
    let (column, place) = (lift.column, lift.place);
    let beside = |column: usize| (column, place.min(last(column)));
    let (column, place) = match key {
        "ArrowRight" if column == NO_STAGE => beside(0),
        "ArrowRight" if column + 1 < columns => beside(column + 1),
        "ArrowLeft" if column > 0 && column != NO_STAGE => beside(column - 1),
        "ArrowDown" if place < last(column) => (column, place + 1),
        "ArrowUp" if place > 0 => (column, place - 1),
        "Enter" | " " => {
            state.put_down();
            return true;
        }
        "Escape" | "Tab" => {
            state.put_back();
            return key == "Escape";
        }
        // A card in the air does nothing else.
        _ => return key.starts_with("Arrow") || key.chars().count() == 1,
    };
    state.carry_to(column, place);
    state.say_place();
    focus_card(lift.deal);
    true
}

/// The number of a column, counted from the deals without a stage.
fn number(column: isize) -> usize {
    usize::try_from(column).unwrap_or(NO_STAGE)
}

fn focus_place(state: BoardState, column: isize, place: isize) {
    let cards = untrack(|| state.cards(number(column)));
    if let Some(deal) = usize::try_from(place).ok().and_then(|place| cards.get(place)) {
        focus_card(*deal);
    }
}

/// The card at the same height in the next column that has any.
fn focus_column(state: BoardState, from: isize, step: isize, place: isize) {
    let mut column = from + step;
    while (-1..state.stages.with_untracked(Vec::len) as isize).contains(&column) {
        let cards = untrack(|| state.cards(number(column)));
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
    focus_soon(format!("[data-deal=\"{deal}\"] .card__title a"));
}

/// On the next card, else on the heading: the focus is never lost.
pub fn focus_next(card: Option<Id>) {
    match card {
        Some(card) => focus_card(card),
        None => focus_soon("#page-title".to_owned()),
    }
}

fn focus_soon(selector: String) {
    request_animation_frame(move || {
        if let Some(target) = element(&selector) {
            // A link or heading can always take the focus.
            let _ = target.focus();
        }
    });
}

fn element(selector: &str) -> Option<HtmlElement> {
    window()?.document()?.query_selector(selector).ok()??.dyn_into().ok()
}
