//! The focus is never lost: where a change takes away what had it, it goes on to what stands in for it.

use std::time::Duration;

use domain::records::Kind;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, window};

use super::toasts::Toasts;
use crate::store::live_query::Live;

/// Who knows a better place comes first: a dialog that closes, a list that goes on to the next row.
const PATIENCE: Duration = Duration::from_millis(150);

type Last = StoredValue<Option<Element>, LocalStorage>;

/// For the whole page; to be called once.
pub fn keep_focus(live: Live, toasts: Toasts) {
    let last: Last = StoredValue::new_local(None);
    let listener = window_event_listener(ev::focusin, move |event| {
        last.set_value(event.target().and_then(|target| target.dyn_into().ok()));
    });
    on_cleanup(move || listener.remove());
    let changed = move || {
        live.track(Kind::ALL);
        toasts.track();
    };
    Effect::watch(changed, move |(), _, _| set_timeout(move || go_on(last), PATIENCE), false);
}

fn go_on(last: Last) {
    let Some(page) = window().and_then(|window| window.document()) else { return };
    let is_nowhere = page.active_element().is_none_or(|active| active.tag_name() == "BODY");
    let Some(gone) = last.try_get_value().flatten().filter(|last| is_nowhere && !last.is_connected()) else { return };
    if let Some(target) = stand_in(&page, &gone) {
        // Links, rows and headings can always take it.
        let _ = target.focus();
    }
}

/// The same card at its new place, the row in use, or the heading of the screen.
fn stand_in(page: &Document, gone: &Element) -> Option<HtmlElement> {
    let card = gone.closest("[data-deal]").ok().flatten().and_then(|card| card.get_attribute("data-deal"));
    let card = card.map(|deal| format!("[data-deal=\"{deal}\"] a"));
    let places = card.iter().map(String::as_str).chain(["[role=row][tabindex='0']", "#page-title"]);
    places.filter_map(|place| page.query_selector(place).ok().flatten()).find_map(|found| found.dyn_into().ok())
}
