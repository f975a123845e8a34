//! A toolbar: one stop for Tab, arrow keys inside.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// Buttons beside each other. Left, Right, Home and End move among them.
#[component]
pub fn Toolbar(#[prop(into)] label: Signal<String>, class: &'static str, children: Children) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    // Buttons come and go with what can be done: the stop is set anew whenever the toolbar is entered or left.
    Effect::new(move |_| {
        if let Some(bar) = node.get() {
            request_animation_frame(move || set_stop(&bar, None));
        }
    });
    let keys = move |event: KeyboardEvent| {
        let Some(bar) = node.get_untracked() else { return };
        let buttons = buttons(&bar);
        let at = buttons.iter().position(is_active);
        let to = match (event.key().as_str(), at) {
            ("ArrowRight", Some(at)) => (at + 1) % buttons.len(),
            ("ArrowLeft", Some(at)) => (at + buttons.len() - 1) % buttons.len(),
            ("Home", Some(_)) => 0,
            ("End", Some(_)) => buttons.len() - 1,
            _ => return,
        };
        event.prevent_default();
        // A shown button can always take the focus.
        let _ = buttons[to].focus();
    };
    let entered = move |_| {
        if let Some(bar) = node.get_untracked() {
            set_stop(&bar, buttons(&bar).iter().position(is_active));
        }
    };
    view! {
        <div node_ref=node class=class role="toolbar" aria-label=label on:keydown=keys on:focusin=entered>
            {children()}
        </div>
    }
}

/// Its own buttons that can be seen, not those of lists opened from it.
fn buttons(bar: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(found) = bar.query_selector_all(":scope > button") else { return Vec::new() };
    let all = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok());
    all.filter(|button| button.offset_width() > 0).collect()
}

fn is_active(button: &HtmlElement) -> bool {
    document().active_element().is_some_and(|active| button.is_same_node(Some(&active)))
}

fn set_stop(bar: &HtmlElement, at: Option<usize>) {
    for (index, button) in buttons(bar).iter().enumerate() {
        button.set_tab_index(if index == at.unwrap_or(0) { 0 } else { -1 });
    }
}
