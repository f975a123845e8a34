//! A field's value for reading: as plain words for sentences, as links and marks for screens.

use domain::ids::Id;
use domain::records::{Field, Shape};
use domain::values::{ActivityKind, Coded, ContactKind, ContactPoint, DealStatus, NoteSubject, PointKind, Value, Visibility, tax_id};
use leptos::prelude::*;

use super::custom::is_link;
use super::member::MemberName;
use super::names::RecordLink;
use super::tags::TagList;
use crate::i18n::{basics, fields, format, record as words};

/// The value in one line of words. `name` gives the name of a record.
pub fn plain(field: Field, value: &Value, name: &dyn Fn(Id) -> String) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Texts(list) => list.join(", "),
        Value::Points(list) => list.iter().map(|point| point.value.as_str()).collect::<Vec<_>>().join(", "),
        Value::Address(address) => address.one_line(),
        Value::Money(money) => format::money(*money),
        Value::Date(date) => format::date(*date),
        Value::Time(at) => format::moment(*at),
        Value::Flag(true) => basics::yes().to_owned(),
        Value::Flag(false) => basics::no().to_owned(),
        Value::Number(number) => figure(field, *number),
        Value::Link(id) => name(*id),
        Value::Links(list) => list.iter().map(|id| name(*id)).collect::<Vec<_>>().join(", "),
        Value::Code(code) => meaning(field, *code).to_owned(),
    }
}

fn figure(field: Field, number: i64) -> String {
    match field {
        Field::Probability => words::percent(number),
        Field::DueTime => format::time_of_day(number),
        // Millionths.
        Field::Custom(_) => format::decimal(number as f64 / 1e6),
        _ => format::number(number as f64),
    }
}

/// What a code of this field means, in words.
pub fn meaning(field: Field, code: u8) -> &'static str {
    fn named<C: Coded>(code: u8, name: fn(C) -> &'static str) -> &'static str {
        C::from_code(code).map_or("", name)
    }
    match field {
        Field::Visibility => named::<Visibility>(code, fields::visibility_name),
        Field::ContactKind => named::<ContactKind>(code, fields::contact_kind_name),
        Field::DealStatus => named::<DealStatus>(code, fields::deal_status),
        Field::ActivityKind => named::<ActivityKind>(code, fields::activity_kind),
        Field::NoteSubject => named::<NoteSubject>(code, |subject| match subject {
            NoteSubject::Person => basics::person(),
            NoteSubject::Company => basics::organization(),
        }),
        _ => "",
    }
}

/// The codes a field can be set to.
pub fn codes(field: Field) -> Vec<u8> {
    fn all<C: Coded>() -> Vec<u8> {
        C::ALL.iter().map(|member| member.code()).collect()
    }
    match field {
        Field::Visibility => all::<Visibility>(),
        Field::ContactKind => all::<ContactKind>(),
        Field::DealStatus => all::<DealStatus>(),
        Field::ActivityKind => all::<ActivityKind>(),
        Field::NoteSubject => all::<NoteSubject>(),
        _ => Vec::new(),
    }
}

/// The value on screen: addresses can be written to, numbers called, records opened.
#[component]
pub fn ValueView(field: Field, value: Value) -> impl IntoView {
    let own = matches!(field, Field::Custom(_));
    match value {
        Value::Text(text) if field.shape() == Shape::Website || (own && is_link(expect_context(), field)) => {
            let href = web_address(&text);
            view! { <a href=href target="_blank" rel="noopener noreferrer">{text}</a> }.into_any()
        }
        Value::Text(text) if field.shape() == Shape::Text => view! { <span class="fact__text">{text}</span> }.into_any(),
        Value::Text(text) if field == Field::TaxId && tax_id::is_wrong(&text) => {
            view! { <span class="tnum">{text}</span>" "<span class="tiny quiet">{words::check_digits}</span> }.into_any()
        }
        Value::Texts(tags) if !own => view! { <span class="cluster"><TagList tags=Signal::stored(tags)/></span> }.into_any(),
        Value::Points(list) => {
            let rows = list.into_iter().map(|point| view! { <span class="fact__point">{point_view(field, point)}</span> });
            rows.collect_view().into_any()
        }
        Value::Link(id) if field.shape() == Shape::Link(domain::records::Kind::Member) => {
            view! { <MemberName id=Signal::stored(Some(id))/> }.into_any()
        }
        Value::Link(id) => view! { <RecordLink id=Signal::stored(Some(id))/> }.into_any(),
        Value::Links(list) => {
            let links = list.into_iter().map(|id| view! { <span class="fact__point"><RecordLink id=Signal::stored(Some(id))/></span> });
            links.collect_view().into_any()
        }
        value => view! { <span class="tnum">{move || plain(field, &value, &|_| String::new())}</span> }.into_any(),
    }
}

/// An address to follow; only ever http or https.
pub fn web_address(text: &str) -> String {
    let text = text.trim();
    let whole = text.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"))
        || text.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("http://"));
    if whole { text.to_owned() } else { format!("https://{text}") }
}

fn point_view(field: Field, point: ContactPoint) -> AnyView {
    let usual = matches!(point.kind, PointKind::Work | PointKind::Other);
    let kind = point.kind;
    let kind = (!usual).then(|| view! { <span class="tiny quiet">{move || fields::point_kind(kind)}</span> });
    let text = point.value.clone();
    let link = match field.shape() {
        Shape::Emails => {
            view! { <a class="truncate" title=point.value.clone() href=format!("mailto:{}", point.value)>{text}</a> }.into_any()
        }
        Shape::Phones => view! { <a class="tnum" href=format!("tel:{}", dialled(&point.value))>{text}</a> }.into_any(),
        _ => match point.social_url() {
            Some(href) => view! { <a href=href target="_blank" rel="noopener noreferrer">{text}</a> }.into_any(),
            None => view! { <span>{text}</span> }.into_any(),
        },
    };
    view! { {link} {kind} }.into_any()
}

/// What a phone dials: digits and the plus sign.
pub fn dialled(number: &str) -> String {
    number.replace("(0)", "").chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}
