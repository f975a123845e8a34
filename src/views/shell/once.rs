//! What is pressed twice or held down happens once, also where the first press puts something else into its place: a second
//! click meant for *Undo* must not press the *Redo* that stands there by then.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, window};

const PRESSED: &str = "button, a[href], summary";

/// For the whole page; to be called once.
pub fn press_once() {
    let first: StoredValue<Option<Element>, LocalStorage> = StoredValue::new_local(None);
    before_all("click", move |event: MouseEvent| {
        let now = pressed(&event);
        // The browser counts the clicks on one spot.
        if event.detail() < 2 {
            first.set_value(now);
        } else if now.is_some() && first.get_value() != now {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    before_all("keydown", |event: KeyboardEvent| {
        if event.repeat() && event.key() == "Enter" && pressed(&event).is_some() {
            event.prevent_default();
        }
    });
}

/// What a press there would do something with.
fn pressed(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(PRESSED).ok()?
}

/// Hears an event of the page before anything in it does.
fn before_all<E: JsCast + 'static>(name: &str, hear: impl Fn(E) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| hear(event.unchecked_into()));
    if let Some(window) = window() {
        // A window bears any listener.
        let _ = window.add_event_listener_with_callback_and_bool(name, closure.as_ref().unchecked_ref(), true);
    }
    // As long as the page.
    closure.forget();
}
