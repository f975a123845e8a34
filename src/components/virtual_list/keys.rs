//! The keys of a grid: rows up and down, into a row's controls and back.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::{Go, RowAct, RowKey, Rows};

const CONTROLS: &str = "a[href], button, input";

/// Does what the key says, if it says anything to a grid.
pub fn press<K: RowKey>(rows: Rows<K>, on_act: Callback<RowAct<K>>, event: &KeyboardEvent) {
    if event.alt_key() || event.meta_key() || event.is_composing() {
        return;
    }
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let on_row = target.get_attribute("role").as_deref() == Some("row");
    let key = event.key();
    let taken = match (key.as_str(), rows.current_untracked()) {
        ("ArrowUp", Some(current)) if !event.shift_key() && rows.keys_untracked().first() == Some(&current) => {
            on_act.run(RowAct::Above);
            true
        }
        ("ArrowDown" | "ArrowUp", from) if !event.ctrl_key() => {
            let to = rows.go(Go::By(if key == "ArrowDown" { 1 } else { -1 }));
            if let (true, Some(from), Some(to)) = (event.shift_key(), from, to) {
                on_act.run(RowAct::Extend { from, to });
            }
            true
        }
        ("Home", _) => rows.go(Go::First).is_some(),
        ("End", _) => rows.go(Go::Last).is_some(),
        ("PageDown", _) => rows.go(Go::Pages(1)).is_some(),
        ("PageUp", _) => rows.go(Go::Pages(-1)).is_some(),
        ("ArrowRight", _) => step_inside(&target, 1),
        ("ArrowLeft", _) => step_inside(&target, -1),
        ("Enter", Some(current)) if on_row && !event.ctrl_key() => {
            on_act.run(RowAct::Open(current));
            true
        }
        (" ", Some(current)) if on_row => {
            on_act.run(RowAct::Toggle(current));
            true
        }
        _ => false,
    };
    if taken {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// From the row to its first control and on; back from the first to the row.
fn step_inside(target: &Element, step: isize) -> bool {
    let Some(row) = target.closest("[role=row]").ok().flatten() else { return false };
    let Ok(found) = row.query_selector_all(CONTROLS) else { return false };
    let all = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok());
    // What the sheet hides can't take the focus.
    let controls: Vec<HtmlElement> = all.filter(|control| control.offset_width() > 0).collect();
    let here = controls.iter().position(|control| control.is_same_node(Some(target)));
    let next = match (here, step) {
        (None, 1) => controls.first(),
        (Some(0), -1) => row.dyn_ref::<HtmlElement>(),
        (Some(at), step) => controls.get(at.saturating_add_signed(step)),
        _ => None,
    };
    // A link, a control or the row itself can always take the focus.
    next.is_some_and(|next| next.focus().is_ok())
}
