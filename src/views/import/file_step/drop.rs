//! The whole window takes files: dragged over it, or pasted.

use js_sys::Array;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Blob, DataTransfer, Element, EventTarget};

use crate::components::{Icon, IconName};
use crate::i18n::import as words;
use crate::views::import::session::{Session, Stage};

/// A target over everything while a file is dragged over the window.
#[component]
pub fn PageDrop() -> impl IntoView {
    let session = expect_context::<Session>();
    // Every element that is entered and left is told: the window is left when all are.
    let depth = RwSignal::new(0_i32);
    let open = move || !session.stage.with_untracked(Stage::is_busy);
    let with_files = |transfer: Option<DataTransfer>| transfer.is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0));
    let handles = [
        window_event_listener(ev::dragenter, move |event| {
            if with_files(event.data_transfer()) && open() {
                depth.update(|depth| *depth += 1);
            }
        }),
        window_event_listener(ev::dragleave, move |_| depth.update(|depth| *depth = (*depth - 1).max(0))),
        window_event_listener(ev::dragover, move |event| {
            if with_files(event.data_transfer()) {
                event.prevent_default();
            }
        }),
        window_event_listener(ev::drop, move |event| {
            depth.set(0);
            if with_files(event.data_transfer()) {
                event.prevent_default();
                take(session, event.data_transfer());
            }
        }),
        window_event_listener(ev::paste, move |event| {
            if !is_field(event.target()) {
                take(session, event.clipboard_data());
            }
        }),
    ];
    on_cleanup(move || handles.into_iter().for_each(|handle| handle.remove()));
    view! {
        <Show when=move || { depth.get() > 0 }>
            <div class="dropzone dropzone--page" data-over="" aria-hidden="true">
                <div class="empty">
                    <span class="empty__icon"><Icon name=IconName::Upload large=true/></span>
                    <p class="dropzone__words">{words::drop_here}</p>
                    <p>{words::stays_here}</p>
                </div>
            </div>
        </Show>
    }
}

/// The first file, else rows of text: one line alone is no list.
fn take(session: Session, transfer: Option<DataTransfer>) {
    let Some(transfer) = transfer else { return };
    if let Some(file) = transfer.files().and_then(|files| files.item(0)) {
        let name = file.name();
        session.open(file.into(), name);
        return;
    }
    let text = transfer.get_data("text/plain").unwrap_or_default();
    if text.trim().contains('\n')
        && let Ok(blob) = Blob::new_with_str_sequence(&Array::of1(&text.into()))
    {
        session.open(blob, words::pasted().to_owned());
    }
}

fn is_field(target: Option<EventTarget>) -> bool {
    target.and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|element| {
        // The selector is valid.
        element.matches("input:not([type=file]), textarea, select, [contenteditable]").unwrap_or(false)
    })
}
