//! What every screen does: set the page's title, take the focus, be the main landmark.

use leptos::html;
use leptos::prelude::*;

/// Keeps `{title} – Kontor` in the browser's tab.
pub fn page_title(title: impl Fn() -> String + 'static) {
    Effect::new(move |_| {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            let title = title();
            document.set_title(&if title.is_empty() { "Kontor".to_owned() } else { format!("{title} – Kontor") });
        }
    });
}

/// The heading of a screen. It takes the focus when the screen opens, so that screen readers say where one is;
/// not at the very first screen, where the browser does that.
#[component]
pub fn PageHeading(#[prop(optional)] class: &'static str, children: Children) -> impl IntoView {
    let node = NodeRef::<html::H1>::new();
    Effect::new(move |_| {
        let Some(heading) = node.get() else { return };
        let document = web_sys::window().and_then(|window| window.document());
        let active = document.and_then(|document| document.active_element());
        let idle = active.is_none_or(|active| active.tag_name() == "BODY");
        if idle && !first_screen() {
            // A heading with a tabindex can always take the focus.
            let _ = heading.focus();
        }
    });
    view! { <h1 node_ref=node id="page-title" tabindex="-1" class=class>{children()}</h1> }
}

fn first_screen() -> bool {
    use std::cell::Cell;
    thread_local! {
        static FIRST: Cell<bool> = const { Cell::new(true) };
    }
    FIRST.replace(false)
}
