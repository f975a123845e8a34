//! Whether the window is as narrow, or the pointer as coarse, as a media query asks.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Follows a media query for as long as the calling component lives.
pub fn media(query: &str) -> Signal<bool> {
    let Some(list) = window().match_media(query).ok().flatten() else { return Signal::stored(false) };
    let matches = RwSignal::new(list.matches());
    let asked = list.clone();
    let on_change = Closure::<dyn FnMut()>::new(move || {
        matches.try_set(asked.matches());
    });
    // A browser that can't tell of changes still answered once.
    let _ = list.add_event_listener_with_callback("change", on_change.as_ref().unchecked_ref());
    let watch = SendWrapper::new((list, on_change));
    on_cleanup(move || {
        let (list, on_change) = watch.take();
        let _ = list.remove_event_listener_with_callback("change", on_change.as_ref().unchecked_ref());
    });
    matches.into()
}
