//! The input that suits a field: a line, a text, contact points, an address, money, a date, a choice, tags, a record.

mod address;
mod money;
mod points;
mod select;
mod tags;

use domain::records::{Field, Kind, Shape};
use leptos::prelude::*;

use super::entry::Entry;
use super::picker::RecordPicker;
use crate::components::FieldError;
use crate::components::mounted::when_mounted;
use address::AddressInput;
use money::MoneyInput;
use points::PointsInput;
use select::{CodeSelect, MemberSelect};
use tags::TagInput;

/// Input and error of one field; the label stands with whoever shows it, `for=id`.
#[component]
pub fn FieldInput(
    field: Field,
    /// Unique on the page: joins label, input and error.
    id: String,
    entry: RwSignal<Entry>,
    #[prop(into)] error: Signal<Option<String>>,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let error_id = format!("{id}-error");
    let invalid = Signal::derive(move || error.get().is_some());
    let mark = InputMark { id, error_id: error_id.clone(), invalid, autofocus };
    if let Shape::Link(kind @ (Kind::Person | Kind::Organization)) = field.shape() {
        return view! { <RecordPicker field kind entry mark error/> }.into_any();
    }
    let input = match field.shape() {
        Shape::Emails | Shape::Phones | Shape::Social => view! { <PointsInput field entry mark/> }.into_any(),
        Shape::Address => view! { <AddressInput entry mark/> }.into_any(),
        Shape::Money => view! { <MoneyInput entry mark/> }.into_any(),
        Shape::Texts => view! { <TagInput entry mark/> }.into_any(),
        Shape::Code => view! { <CodeSelect field entry mark/> }.into_any(),
        Shape::Link(Kind::Member) => view! { <MemberSelect entry mark/> }.into_any(),
        Shape::Text => view! { <TextInput entry mark/> }.into_any(),
        _ => view! { <LineInput field entry mark/> }.into_any(),
    };
    view! {
        {input}
        <FieldError id=error_id error/>
    }
    .into_any()
}

/// Fields whose input brings its own label.
pub fn labels_itself(field: Field) -> bool {
    matches!(field.shape(), Shape::Link(Kind::Person | Kind::Organization))
}

/// What every input carries: its id, its error, whether it takes the focus.
#[derive(Clone)]
pub struct InputMark {
    pub id: String,
    pub error_id: String,
    pub invalid: Signal<bool>,
    pub autofocus: bool,
}

/// The text of a line entry.
pub(super) fn line(entry: RwSignal<Entry>) -> String {
    entry.with(|entry| if let Entry::Line(text) = entry { text.clone() } else { String::new() })
}

/// Focuses and selects when it enters the page: `autofocus` alone works only while a page or dialog opens.
pub(super) fn take_focus(element: &web_sys::HtmlElement, wanted: bool) {
    if wanted {
        // An input in the page can always take the focus.
        let _ = element.focus();
    }
}

#[component]
fn LineInput(field: Field, entry: RwSignal<Entry>, mark: InputMark) -> impl IntoView {
    let node = NodeRef::<leptos::html::Input>::new();
    when_mounted(node, move |input| take_focus(&input, mark.autofocus));
    let (kind, mode) = match field.shape() {
        Shape::Date => ("date", None),
        Shape::Number if field == Field::DueTime => ("time", None),
        Shape::Number => ("text", Some("numeric")),
        Shape::Website => ("text", Some("url")),
        _ => ("text", None),
    };
    view! {
        <input
            node_ref=node
            class="input"
            id=mark.id
            type=kind
            inputmode=mode
            autocomplete="off"
            autofocus=mark.autofocus
            prop:value=move || line(entry)
            on:input=move |event| entry.set(Entry::Line(event_target_value(&event)))
            aria-invalid=move || mark.invalid.get().then_some("true")
            aria-describedby=mark.error_id
        />
    }
}

#[component]
fn TextInput(entry: RwSignal<Entry>, mark: InputMark) -> impl IntoView {
    let node = NodeRef::<leptos::html::Textarea>::new();
    when_mounted(node, move |input| take_focus(&input, mark.autofocus));
    view! {
        <textarea
            node_ref=node
            class="input"
            id=mark.id
            rows="3"
            autofocus=mark.autofocus
            prop:value=move || line(entry)
            on:input=move |event| entry.set(Entry::Line(event_target_value(&event)))
            aria-invalid=move || mark.invalid.get().then_some("true")
            aria-describedby=mark.error_id
        ></textarea>
    }
}
