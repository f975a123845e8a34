//! A menu of commands that opens at a button: arrow keys move, Esc closes and gives the focus back.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::anchor::place;
use super::icon::{Icon, IconName};

/// One command.
#[derive(Clone)]
pub struct MenuItem {
    pub label: String,
    pub icon: Option<IconName>,
    /// Checked or not, for choices; none for plain commands.
    pub checked: Option<bool>,
    pub run: Callback<()>,
}

impl MenuItem {
    pub fn new(label: impl Into<String>, run: impl Fn() + Send + Sync + 'static) -> Self {
        Self { label: label.into(), icon: None, checked: None, run: Callback::new(move |()| run()) }
    }

    pub fn icon(mut self, icon: IconName) -> Self {
        self.icon = Some(icon);
        self
    }

    pub fn checked(mut self, checked: bool) -> Self {
        self.checked = Some(checked);
        self
    }
}

/// A button with its menu. The items are asked for when it opens.
#[component]
pub fn Menu(
    #[prop(into)] label: Signal<String>,
    #[prop(default = "btn btn--icon btn--sm")] class: &'static str,
    items: impl Fn() -> Vec<MenuItem> + Copy + Send + Sync + 'static,
    #[prop(optional)] tabindex: Option<&'static str>,
    /// What the button shows; three dots without it.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            // A button in the page can always take the focus.
            let _ = button.focus();
        }
    };
    // Pressing the button of an open menu makes the browser close it before the click arrives.
    let was_open = StoredValue::new(false);
    let face = match children {
        Some(children) => children().into_any(),
        None => view! { <Icon name=IconName::More/> }.into_any(),
    };
    view! {
        <button
            node_ref=button
            class=class
            type="button"
            tabindex=tabindex
            aria-haspopup="menu"
            aria-expanded=move || open.get().to_string()
            aria-label=label
            title=label
            on:pointerdown=move |_| was_open.set_value(open.get_untracked())
            on:click=move |event| {
                event.prevent_default();
                event.stop_propagation();
                let shown = was_open.get_value() || open.get_untracked();
                was_open.set_value(false);
                open.set(!shown);
            }
        >
            {face}
        </button>
        <Show when=move || open.get()>
            <MenuList label anchor=button items=items() close=Callback::new(move |()| close()) leave=Callback::new(move |()| open.set(false))/>
        </Show>
    }
}

/// The open list, placed under its anchor and kept inside the window.
#[component]
fn MenuList(
    label: Signal<String>,
    anchor: NodeRef<html::Button>,
    items: Vec<MenuItem>,
    close: Callback<()>,
    leave: Callback<()>,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let (Some(list), Some(anchor)) = (list.get(), anchor.get_untracked()) {
            // Supported by every browser the app promises; without it the list stands in the flow.
            let _ = list.show_popover();
            place(&list, &anchor);
            focus_item(&list, 0);
        }
    });
    let keys = move |event: KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        match event.key().as_str() {
            "ArrowDown" => move_focus(&list, 1),
            "ArrowUp" => move_focus(&list, -1),
            "Home" => focus_item(&list, 0),
            "End" => focus_item(&list, -1),
            "Escape" => close.run(()),
            "Tab" => {
                leave.run(());
                return;
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let rows = items.into_iter().map(|item| menu_row(item, close)).collect_view();
    view! {
        <div
            node_ref=list
            class="menu"
            role="menu"
            popover="auto"
            aria-label=label
            on:keydown=keys
            on:toggle=move |_| {
                if list.get_untracked().is_some_and(|list| !list.matches(":popover-open").unwrap_or(false)) {
                    leave.run(());
                }
            }
        >
            {rows}
        </div>
    }
}

fn menu_row(item: MenuItem, close: Callback<()>) -> impl IntoView {
    let role = if item.checked.is_some() { "menuitemradio" } else { "menuitem" };
    view! {
        <button
            class="menu__item"
            type="button"
            role=role
            tabindex="-1"
            aria-checked=item.checked.map(|checked| checked.to_string())
            on:click=move |event| {
                event.stop_propagation();
                close.run(());
                item.run.run(());
            }
        >
            {item.icon.map(|name| view! { <Icon name/> })}
            <span>{item.label}</span>
        </button>
    }
}

fn items_in(list: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(found) = list.query_selector_all("[role^=menuitem]") else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

fn focus_item(list: &HtmlElement, at: isize) {
    let items = items_in(list);
    let at = at.rem_euclid(items.len().max(1) as isize) as usize;
    if let Some(item) = items.get(at) {
        let _ = item.focus();
    }
}

fn move_focus(list: &HtmlElement, step: isize) {
    let items = items_in(list);
    let active = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    let at = items.iter().position(|item| active.as_ref().is_some_and(|active| item.is_same_node(Some(active))));
    focus_item(list, at.map_or(0, |at| at as isize + step));
}
