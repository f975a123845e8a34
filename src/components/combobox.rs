//! A text input that offers what fits (APG combobox with list autocomplete): the focus stays in the input.

use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::anchor::{place, widen};
use super::choice::{Choice, ChoiceList, Choices};
use super::field::FieldError;
use super::icon::{Icon, IconName};

/// A labelled combobox. `find` gives the choices for a text; a choice to make something new goes last.
/// Arrow keys move, Enter chooses, Esc closes and a second Esc empties. Unless `free`, what was typed but not chosen
/// goes back to the last choice when the focus leaves.
#[component]
pub fn Combobox(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    /// The text in the input. Set it together with what it stands for.
    text: RwSignal<String>,
    #[prop(into)] find: Callback<String, Vec<Choice>>,
    /// Hears the choice; none when the input was emptied.
    #[prop(into)]
    on_pick: Callback<Option<Choice>>,
    #[prop(into)] nothing: Signal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] optional: Signal<Option<String>>,
    /// Any text is welcome, the choices are suggestions.
    #[prop(optional)]
    free: bool,
    #[prop(optional)] hide_label: bool,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let open = RwSignal::new(false);
    // An input that was not typed into offers everything.
    let typed = RwSignal::new(String::new());
    let choices = Choices::new(&id, move || if open.get() { find.run(typed.get()) } else { Vec::new() });
    let combo = Combo { text, typed, open, choices, on_pick, free, kept: StoredValue::new(text.get_untracked()) };
    let input = NodeRef::<html::Input>::new();
    let error_id = format!("{id}-error");
    view! {
        <div>
            <label class="label" class:visually-hidden=hide_label for=id.clone()>
                {label}
                {move || optional.get().map(|word| view! { " " <span class="opt">{word}</span> })}
            </label>
            <div class="combo">
                <input
                    node_ref=input
                    class="input"
                    id=id
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    autofocus=autofocus
                    aria-autocomplete="list"
                    aria-expanded=move || open.get().to_string()
                    aria-controls=choices.list_id()
                    aria-activedescendant=move || choices.active_id()
                    aria-invalid=move || error.get().is_some().then_some("true")
                    aria-describedby=error_id.clone()
                    prop:value=text
                    on:input=move |event| combo.type_text(event_target_value(&event))
                    on:click=move |_| combo.show()
                    on:keydown=move |event| combo.key(&event)
                    on:blur=move |_| combo.leave()
                />
                <Icon name=IconName::Down/>
            </div>
            <Show when=move || open.get()>
                <ComboList combo label nothing input/>
            </Show>
            <FieldError id=error_id error/>
        </div>
    }
}

#[component]
fn ComboList(combo: Combo, label: Signal<String>, nothing: Signal<String>, input: NodeRef<html::Input>) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let (Some(list), Some(input)) = (list.get(), input.get_untracked()) {
            // Supported by every browser the app promises; without it the list stands in the flow.
            let _ = list.show_popover();
            widen(&list, &input);
            place(&list, &input);
        }
    });
    let shown = move || !combo.free || combo.choices.found.with(|found| !found.is_empty());
    view! {
        <div node_ref=list class="menu" popover="manual" class:visually-hidden=move || !shown()>
            <ChoiceList choices=combo.choices label nothing on_pick=Callback::new(move |choice| combo.pick(choice))/>
        </div>
    }
}

#[derive(Clone, Copy)]
struct Combo {
    text: RwSignal<String>,
    typed: RwSignal<String>,
    open: RwSignal<bool>,
    choices: Choices,
    on_pick: Callback<Option<Choice>>,
    free: bool,
    /// The text of the last choice.
    kept: StoredValue<String>,
}

impl Combo {
    fn show(self) {
        if !self.open.get_untracked() {
            self.typed.set(String::new());
            self.choices.none_active();
            self.kept.set_value(self.text.get_untracked());
            self.open.set(true);
        }
    }

    fn type_text(self, text: String) {
        self.show();
        self.typed.set(text.clone());
        self.text.set(text);
        self.choices.none_active();
    }

    fn pick(self, choice: Choice) {
        self.text.set(choice.text().to_owned());
        self.kept.set_value(choice.text().to_owned());
        self.open.set(false);
        self.on_pick.run(Some(choice));
    }

    fn key(self, event: &KeyboardEvent) {
        if event.is_composing() {
            return;
        }
        let open = self.open.get_untracked();
        let taken = match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if !open => {
                self.show();
                event.alt_key() || self.choices.moved_by(event)
            }
            "Enter" if open => self.choices.active_choice().map(|choice| self.pick(choice)).is_some(),
            "Escape" if open => {
                self.open.set(false);
                true
            }
            "Escape" if !self.text.with_untracked(String::is_empty) && !self.free => {
                self.empty();
                true
            }
            "Tab" => {
                self.leave();
                false
            }
            _ => open && self.choices.moved_by(event),
        };
        if taken {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    fn empty(self) {
        self.text.set(String::new());
        self.kept.set_value(String::new());
        self.on_pick.run(None);
    }

    /// The text counts only if it is one of the choices.
    fn leave(self) {
        // Choosing may take the input out of the page, which is heard as leaving it.
        if self.open.try_get_untracked() != Some(true) {
            return;
        }
        let text = self.text.get_untracked();
        let same = |choice: &&Choice| !choice.new && choice.label.to_lowercase() == text.trim().to_lowercase();
        let equal = self.choices.found.with_untracked(|found| found.iter().find(same).cloned());
        self.open.set(false);
        match equal {
            Some(choice) if text != self.kept.get_value() => self.pick(choice),
            _ if self.free || text == self.kept.get_value() => {}
            _ if text.trim().is_empty() => self.empty(),
            _ => self.text.set(self.kept.get_value()),
        }
    }
}
