//! The input that suits a field: a line, a text, contact points, an address, money, a date, a choice, tags, a record.

mod address;
mod custom;
mod money;
mod points;
mod select;
mod tags;

use domain::ids::Id;
use domain::records::{Field, Kind, Shape};
use futures::FutureExt;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::entry::Entry;
use super::full_edit::{Opening, form_of};
use super::picker::RecordPicker;
use crate::components::FieldError;
use crate::components::mounted::when_mounted;
use crate::i18n::record as words;
use crate::store::live_query::Live;
use crate::views::parts::custom::{definition, is_link, shape_of};
use crate::views::parts::value::plain;
use address::AddressInput;
use custom::own_input;
use money::MoneyInput;
use points::PointsInput;
use select::{CodeSelect, MemberSelect};
use tags::TagInput;

/// How long after a failed attempt to fetch the inputs the next one is made.
const RETRY_MS: u32 = 3_000;

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
    drawn(Wanted::Input(Asked { field, id, entry, error, autofocus }))
}

/// Drawn as soon as its code has come.
pub fn drawn(wanted: Wanted) -> AnyView {
    if let Some(Ok(view)) = draw_input(wanted.clone()).now_or_never() {
        return view;
    }
    let here = RwSignal::new(false);
    spawn_local(async move {
        while fetch_input().await.is_err() && here.try_get_untracked().is_some() {
            TimeoutFuture::new(RETRY_MS).await;
        }
        let _ = here.try_set(true);
    });
    let view = move || {
        here.get();
        draw_input(wanted.clone()).now_or_never()?.ok()
    };
    view.into_any()
}

/// What no screen shows before something is edited.
#[derive(Clone)]
pub enum Wanted {
    Input(Asked),
    /// All fields of a record.
    Form(Id, Opening),
}

/// What an input is for.
#[derive(Clone)]
pub struct Asked {
    field: Field,
    id: String,
    entry: RwSignal<Entry>,
    error: Signal<Option<String>>,
    autofocus: bool,
}

/// All inputs, and the form of a whole record, are a part of the app of their own.
#[cfg(feature = "parts")]
#[leptos::wasm_split::wasm_split(input, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch_input))]
pub fn draw_input(wanted: Wanted) -> Result<AnyView, leptos::wasm_split::SplitLoaderError> {
    Ok(view_of(wanted))
}

#[cfg(not(feature = "parts"))]
pub async fn fetch_input() -> Result<(), ()> {
    Ok(())
}

#[cfg(not(feature = "parts"))]
pub async fn draw_input(wanted: Wanted) -> Result<AnyView, ()> {
    Ok(view_of(wanted))
}

fn view_of(wanted: Wanted) -> AnyView {
    match wanted {
        Wanted::Input(asked) => input_of(asked),
        Wanted::Form(id, opening) => form_of(id, opening),
    }
}

fn input_of(asked: Asked) -> AnyView {
    let Asked { field, id, entry, error, autofocus } = asked;
    let live = expect_context::<Live>();
    let (own, shape) = (definition(live, field), shape_of(live, field));
    let error_id = format!("{id}-error");
    let invalid = Signal::derive(move || error.get().is_some());
    let mark = InputMark { id, error_id: error_id.clone(), invalid, autofocus };
    if let Shape::Link(kind @ (Kind::Person | Kind::Organization)) = shape {
        return view! { <RecordPicker field kind entry mark error/> }.into_any();
    }
    let input = own.and_then(|own| own_input(&own, entry, mark.clone()));
    let input = input.unwrap_or_else(|| match shape {
        Shape::Emails | Shape::Phones | Shape::Social => view! { <PointsInput field entry mark/> }.into_any(),
        Shape::Address => view! { <AddressInput entry mark/> }.into_any(),
        Shape::Money => view! { <MoneyInput entry mark/> }.into_any(),
        Shape::Texts => view! { <TagInput entry mark/> }.into_any(),
        Shape::Code => view! { <CodeSelect field entry mark/> }.into_any(),
        Shape::Link(Kind::Member) => view! { <MemberSelect entry mark/> }.into_any(),
        Shape::Text => view! { <TextInput entry short=matches!(field, Field::Custom(_)) mark/> }.into_any(),
        _ => view! { <LineInput field shape entry mark/> }.into_any(),
    });
    view! {
        {input}
        <FieldError id=error_id error/>
    }
    .into_any()
}

/// Fields whose input brings its own label.
pub fn labels_itself(live: Live, field: Field) -> bool {
    matches!(shape_of(live, field), Shape::Link(Kind::Person | Kind::Organization))
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
    entry.with(|entry| if let Entry::Line(text) | Entry::Typed { text, .. } = entry { text.clone() } else { String::new() })
}

pub(super) fn set_line(entry: RwSignal<Entry>, line: String) {
    entry.update(|entry| match entry {
        Entry::Typed { text, .. } => *text = line,
        entry => *entry = Entry::Line(line),
    });
}

/// Focuses and selects when it enters the page: `autofocus` alone works only while a page or dialog opens.
pub(super) fn take_focus(element: &web_sys::HtmlElement, wanted: bool) {
    if wanted {
        // An input in the page can always take the focus.
        let _ = element.focus();
    }
}

#[component]
fn LineInput(field: Field, shape: Shape, entry: RwSignal<Entry>, mark: InputMark) -> impl IntoView {
    let link = is_link(expect_context(), field);
    let node = NodeRef::<leptos::html::Input>::new();
    when_mounted(node, move |input| take_focus(&input, mark.autofocus));
    let is_figure = shape == Shape::Number && matches!(field, Field::Custom(_));
    let described_by = if is_figure { format!("{} {}-reading", mark.error_id, mark.id) } else { mark.error_id };
    let reading = is_figure.then(|| view! { <p class="hint tnum" id=format!("{}-reading", mark.id)>{move || reading(field, entry)}</p> });
    let (kind, mode) = match shape {
        Shape::Date => ("date", None),
        Shape::Number if field == Field::DueTime => ("time", None),
        _ if is_figure => ("text", Some("decimal")),
        Shape::Number => ("text", Some("numeric")),
        Shape::Website => ("text", Some("url")),
        _ if link => ("text", Some("url")),
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
            on:input=move |event| set_line(entry, event_target_value(&event))
            aria-invalid=move || mark.invalid.get().then_some("true")
            aria-describedby=described_by
        />
        {reading}
    }
}

/// How a number was understood, where it will look different: in one language `1.500` is one and a half.
fn reading(field: Field, entry: RwSignal<Entry>) -> Option<String> {
    let value = entry.with(|entry| entry.value(field).ok().flatten())?;
    let shown = plain(field, &value, &|_| String::new());
    (shown != line(entry).trim()).then(|| words::saved_as(shown))
}

#[component]
fn TextInput(
    entry: RwSignal<Entry>,
    /// Grows with what is written.
    short: bool,
    mark: InputMark,
) -> impl IntoView {
    let node = NodeRef::<leptos::html::Textarea>::new();
    when_mounted(node, move |input| take_focus(&input, mark.autofocus));
    view! {
        <textarea
            node_ref=node
            class="input"
            class:input--short=short
            id=mark.id
            rows=if short { "1" } else { "3" }
            autofocus=mark.autofocus
            prop:value=move || line(entry)
            on:input=move |event| set_line(entry, event_target_value(&event))
            aria-invalid=move || mark.invalid.get().then_some("true")
            aria-describedby=mark.error_id
        ></textarea>
    }
}
