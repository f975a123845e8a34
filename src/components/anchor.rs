//! Where a popover stands: under its anchor, or above where there is no room, always inside the window.

use web_sys::{HtmlElement, window};

const GAP: f64 = 4.0;
const EDGE: f64 = 8.0;

/// Measures both and sets `left`, and `top` or `bottom`: a list that shrinks stays at its anchor.
pub fn place(popover: &HtmlElement, anchor: &HtmlElement) {
    let Some(window) = window() else { return };
    let size = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let (width, height) = (size(window.inner_width()), size(window.inner_height()));
    let (at, own) = (anchor.get_bounding_client_rect(), popover.get_bounding_client_rect());
    let left = at.left().min(width - own.width() - EDGE).max(EDGE);
    let below = at.bottom() + GAP;
    set(popover, "left", left);
    let fits_below = below + own.height() + EDGE <= height;
    match fits_below {
        true => set(popover, "top", below),
        // Neither side has the room: along the anchor then, with its end in sight.
        false if at.top() - GAP - own.height() < EDGE => set(popover, "top", (height - own.height() - EDGE).max(EDGE)),
        false => set(popover, "bottom", height - at.top() + GAP),
    }
}

/// At least as wide as its anchor: for lists under an input.
pub fn widen(popover: &HtmlElement, anchor: &HtmlElement) {
    set(popover, "min-width", anchor.get_bounding_client_rect().width());
}

fn set(element: &HtmlElement, name: &str, value: f64) {
    // A plain length is always valid.
    let _ = element.style().set_property(name, &format!("{value}px"));
}
