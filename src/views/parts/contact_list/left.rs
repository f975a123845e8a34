//! The lists as they were left: whoever comes back finds the same rows in sight, and the focus in them.

use std::cell::RefCell;
use std::collections::HashMap;

use domain::ids::Id;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::address;
use crate::components::Rows;

/// How far a list was scrolled, and the row in use.
#[derive(Clone, Copy)]
pub struct Left {
    offset: f64,
    pub current: Option<Id>,
}

thread_local! {
    static LEFT: RefCell<HashMap<String, Left>> = RefCell::new(HashMap::new());
}

pub fn at(address: &str) -> Option<Left> {
    LEFT.with_borrow(|left| left.get(address).copied())
}

/// Goes back to where the list was left, and keeps the place when it is left again.
pub fn keep(rows: Rows<Id>, left: Option<Left>, list: &'static str, text: Memo<String>) {
    // The rows are drawn in a first round of effects.
    request_animation_frame(move || {
        if let (Some(left), Some(_)) = (left, text.try_get_untracked()) {
            rows.scroll_to(left.offset);
            if left.current.is_some() {
                rows.focus();
            }
        }
    });
    let here = StoredValue::new(address(list, &text.get_untracked()));
    let path = use_location().pathname;
    Effect::new(move |_| {
        let address = address(list, &text.get());
        // On the way to a record the words go before the list does.
        if path.with_untracked(|path| path == list) {
            here.set_value(address);
        }
    });
    on_cleanup(move || {
        let kept = Left { offset: rows.offset(), current: rows.current_untracked() };
        LEFT.with_borrow_mut(|left| left.insert(here.get_value(), kept));
    });
}
