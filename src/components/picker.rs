//! A button that opens a list to choose from, with a field to narrow it: for filters, tags, owners.

use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::anchor::place;
use super::choice::{Choice, ChoiceList, Choices, is_closed};

/// `find` gives the choices for a text, each marked as checked or not. With `multiple`, choosing toggles and the list
/// stays open; without, it closes.
#[component]
pub fn Picker(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(default = "btn btn--sm")] class: &'static str,
    #[prop(into)] find: Callback<String, Vec<Choice>>,
    #[prop(into)] on_pick: Callback<Choice>,
    /// What the empty field says, such as "Find or add".
    #[prop(into)]
    hint: Signal<String>,
    #[prop(into)] nothing: Signal<String>,
    #[prop(optional)] multiple: bool,
    /// For opening it by a key.
    #[prop(default = RwSignal::new(false))]
    open: RwSignal<bool>,
    #[prop(optional)] keyshortcuts: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    let button = NodeRef::<html::Button>::new();
    let back = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            // A button in the page can always take the focus.
            let _ = button.focus();
        }
    };
    let pick = Callback::new(move |choice| {
        if !multiple {
            back();
        }
        on_pick.run(choice);
    });
    let id = StoredValue::new(id);
    // Pressing the button of an open list makes the browser close it before the click arrives.
    let was_open = StoredValue::new(false);
    view! {
        <button
            node_ref=button
            class=class
            on:pointerdown=move |_| was_open.set_value(open.get_untracked())
            type="button"
            aria-haspopup="dialog"
            aria-expanded=move || open.get().to_string()
            aria-label=label
            aria-keyshortcuts=keyshortcuts.filter(|keys| !keys.is_empty())
            on:click=move |event| {
                event.stop_propagation();
                // A key presses no pointer down: then what counts is whether it is open now.
                let shown = was_open.get_value() || open.get_untracked();
                was_open.set_value(false);
                open.set(!shown);
            }
        >
            {children()}
        </button>
        <Show when=move || open.get()>
            <PickerList
                id=id.get_value()
                label hint nothing multiple find pick
                anchor=button
                back=Callback::new(move |()| back())
                leave=Callback::new(move |()| open.set(false))
            />
        </Show>
    }
}

#[component]
fn PickerList(
    id: String,
    label: Signal<String>,
    hint: Signal<String>,
    nothing: Signal<String>,
    multiple: bool,
    find: Callback<String, Vec<Choice>>,
    pick: Callback<Choice>,
    anchor: NodeRef<html::Button>,
    back: Callback<()>,
    leave: Callback<()>,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let choices = Choices::new(&id, move || find.run(text.get()));
    let popover = NodeRef::<html::Div>::new();
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let (Some(popover), Some(anchor), Some(input)) = (popover.get(), anchor.get_untracked(), input.get()) {
            // Supported by every browser the app promises; without it the list stands in the flow.
            let _ = popover.show_popover();
            place(&popover, &anchor);
            let _ = input.focus();
        }
    });
    let keys = move |event: KeyboardEvent| {
        let taken = match event.key().as_str() {
            _ if event.is_composing() => false,
            "Enter" => {
                choices.active_choice().into_iter().for_each(|choice| pick.run(choice));
                true
            }
            " " if multiple => choices.active_choice().map(|choice| pick.run(choice)).is_some(),
            "Escape" => {
                back.run(());
                true
            }
            "Tab" => {
                back.run(());
                false
            }
            _ => choices.moved_by(&event),
        };
        if taken {
            event.prevent_default();
        }
        event.stop_propagation();
    };
    let closed = move |_| {
        if popover.get_untracked().is_some_and(|popover| is_closed(&popover)) {
            leave.run(());
        }
    };
    view! {
        <div node_ref=popover class="menu picker" role="dialog" popover="auto" aria-label=label on:toggle=closed on:keydown=keys>
            <input
                node_ref=input
                class="input"
                id=id
                type="text"
                role="combobox"
                autocomplete="off"
                placeholder=hint
                aria-label=label
                aria-autocomplete="list"
                aria-expanded="true"
                aria-controls=choices.list_id()
                aria-activedescendant=move || choices.active_id()
                prop:value=text
                on:input=move |event| {
                    text.set(event_target_value(&event));
                    choices.active.set((!text.with_untracked(String::is_empty)).then_some(0));
                }
            />
            <ChoiceList choices label nothing multiple on_pick=pick/>
        </div>
    }
}
