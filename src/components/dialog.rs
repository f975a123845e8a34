//! A modal dialog on the browser's own `<dialog>`: it keeps the focus, makes the page inert and gives the focus back.

mod back;

use std::rc::Rc;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, KeyboardEvent};

pub use self::back::watch_back;

/// Open while mounted. Esc and Back ask to close; a click beside it does nothing, so that no work is lost. Ctrl+Enter sends its form.
/// The element to focus first carries `autofocus`.
#[component]
pub fn Dialog(
    /// Id of the heading that names the dialog.
    labelled_by: &'static str,
    #[prop(optional)] class: &'static str,
    on_close: impl Fn() + Copy + 'static,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = node.get()
            && !dialog.open()
        {
            // Fails only when the element left the page meanwhile.
            let _ = dialog.show_modal();
        }
    });
    // Closing gives the focus back; an element that merely leaves the page would not.
    let mounted = StoredValue::new(true);
    let entry = back::opened(Rc::new(on_close));
    on_cleanup(move || {
        mounted.set_value(false);
        back::closed(entry);
        if let Some(dialog) = node.get_untracked() {
            dialog.close();
        }
    });
    let class = format!("dialog {class}");
    view! {
        <dialog
            node_ref=node
            class=class
            aria-labelledby=labelled_by
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                on_close();
            }
            on:keydown=move |event| {
                if let Some(dialog) = node.get_untracked() {
                    send(&dialog, &event);
                }
            }
            // A browser may close a dialog without asking, when Esc is pressed again and again.
            on:close=move |_| {
                if mounted.try_get_value() == Some(true) {
                    on_close();
                }
            }
        >
            {children()}
        </dialog>
    }
}

/// Whether it is Ctrl+Enter.
pub fn sends(event: &KeyboardEvent) -> bool {
    event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing()
}

/// As if its main button had been pressed, which checks what has to be checked.
fn send(dialog: &HtmlDialogElement, event: &KeyboardEvent) {
    if !sends(event) {
        return;
    }
    let main = dialog.query_selector("button[type=submit]").ok().flatten();
    if let Some(main) = main.and_then(|main| main.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        // Who holds the keys down sends once.
        if !event.repeat() {
            main.click();
        }
    }
}
