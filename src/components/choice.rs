//! Things to choose from, and the list that shows them: shared by combobox and picker.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, window};

use super::icon::{Icon, IconName};

/// One thing to choose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    pub key: String,
    pub label: String,
    /// Small words at the end of the line.
    pub note: String,
    pub checked: bool,
    /// Makes something new out of what was typed; such a choice stands last, and its key is the text.
    pub new: bool,
}

impl Choice {
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Self {
        Self { key: key.into(), label: label.into(), ..Self::default() }
    }

    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    pub fn checked(mut self, checked: bool) -> Self {
        self.checked = checked;
        self
    }

    /// The offer to make something new: `label` says so, `text` is what was typed.
    pub fn create(text: impl Into<String>, label: impl Into<String>) -> Self {
        Self { new: true, ..Self::new(text, label) }
    }

    /// What stands in the input once it is chosen.
    pub fn text(&self) -> &str {
        if self.new { &self.key } else { &self.label }
    }
}

/// The choices that fit what was typed, and the one the arrow keys are at.
#[derive(Clone, Copy)]
pub struct Choices {
    pub found: Memo<Vec<Choice>>,
    pub active: RwSignal<Option<usize>>,
    id: StoredValue<String>,
}

impl Choices {
    /// `find` is asked again whenever signals it reads change.
    pub fn new(id: &str, find: impl Fn() -> Vec<Choice> + Send + Sync + 'static) -> Self {
        Self { found: Memo::new(move |_| find()), active: RwSignal::new(None), id: StoredValue::new(format!("{id}-list")) }
    }

    pub fn list_id(self) -> String {
        self.id.get_value()
    }

    fn option_id(self, at: usize) -> String {
        self.id.with_value(|id| format!("{id}-{at}"))
    }

    /// For `aria-activedescendant`.
    pub fn active_id(self) -> Option<String> {
        let at = self.active.get().filter(|at| *at < self.found.with(Vec::len))?;
        Some(self.option_id(at))
    }

    pub fn active_choice(self) -> Option<Choice> {
        let at = self.active.get_untracked()?;
        self.found.with_untracked(|found| found.get(at).cloned())
    }

    pub fn none_active(self) {
        self.active.set(None);
    }

    /// Up and down, round and round. True when the key was one of them.
    pub fn moved_by(self, event: &KeyboardEvent) -> bool {
        let count = self.found.with_untracked(Vec::len);
        let at = self.active.get_untracked();
        let to = match event.key().as_str() {
            _ if count == 0 || event.alt_key() => return false,
            "ArrowDown" => at.map_or(0, |at| (at + 1) % count),
            "ArrowUp" => at.map_or(count - 1, |at| (at + count - 1) % count),
            _ => return false,
        };
        self.active.set(Some(to));
        self.show(to);
        true
    }

    /// Scrolls the list so that the choice is in sight.
    fn show(self, at: usize) {
        let element = |id: String| window()?.document()?.get_element_by_id(&id);
        let (Some(list), Some(option)) = (element(self.list_id()), element(self.option_id(at))) else { return };
        let (outer, inner) = (list.get_bounding_client_rect(), option.get_bounding_client_rect());
        let beyond = (inner.bottom() - outer.bottom()).max(0.0) + (inner.top() - outer.top()).min(0.0);
        list.set_scroll_top(list.scroll_top() + beyond.round() as i32);
    }
}

/// The list itself. The focus stays in the input that commands it.
#[component]
pub fn ChoiceList(
    choices: Choices,
    #[prop(into)] label: Signal<String>,
    /// Said when nothing fits.
    #[prop(into)]
    nothing: Signal<String>,
    #[prop(optional)] multiple: bool,
    on_pick: Callback<Choice>,
) -> impl IntoView {
    let rows = move || {
        let found = choices.found.get();
        found.into_iter().enumerate().map(|(at, choice)| option_row(choices, at, choice, multiple, on_pick)).collect_view()
    };
    view! {
        <div
            class="choices"
            role="listbox"
            id=choices.list_id()
            aria-label=label
            aria-multiselectable=multiple.then_some("true")
            // The input keeps the focus while the pointer chooses.
            on:mousedown=|event| event.prevent_default()
        >
            {rows}
        </div>
        <p class="menu__head" role="status" hidden=move || choices.found.with(|found| !found.is_empty())>
            {move || choices.found.with(Vec::is_empty).then(|| nothing.get())}
        </p>
    }
}

fn option_row(choices: Choices, at: usize, choice: Choice, multiple: bool, on_pick: Callback<Choice>) -> impl IntoView {
    let Choice { label, note, checked, new, .. } = choice.clone();
    view! {
        <div
            class="menu__item"
            class:is-active=move || choices.active.get() == Some(at)
            role="option"
            id=choices.option_id(at)
            aria-selected=checked.to_string()
            on:click=move |event| {
                event.stop_propagation();
                on_pick.run(choice.clone());
            }
        >
            {new.then(|| view! { <Icon name=IconName::Plus/> })}
            {(multiple && !new).then(|| view! { <span class="tick" class:is-on=checked aria-hidden="true"></span> })}
            <span class="truncate">{label}</span>
            {(!note.is_empty()).then(|| view! { <span class="menu__note">{note}</span> })}
            {(checked && !multiple).then(|| view! { <span class="menu__note"><Icon name=IconName::Check/></span> })}
        </div>
    }
}

/// True when the popover with this event's target was closed by the browser.
pub fn is_closed(list: &HtmlElement) -> bool {
    !list.unchecked_ref::<web_sys::Element>().matches(":popover-open").unwrap_or(false)
}
