//! What a record must be like before it may be stored. Longer or malformed input is refused with words, never cut.

use super::{Field, Kind, Record, Shape, display_name};
use crate::commands::convert_lead::Profile;
use crate::duplicates::Settings;
use crate::rejection::{Rejection, Why};
use crate::rights::Right;
use crate::values::{
    ActivityKind, Coded, ContactKind, ContactPoint, DealStatus, FieldType, NoteSubject, Value, Visibility, email, phone, web_domain,
};

const NAME_CHARS: usize = 200;
const TEXT_BYTES: usize = 64 * 1024;
const LIST_ITEMS: usize = 50;
const OPTIONS: usize = 500;

/// Everything that is wrong with the record, field by field; empty when it may be stored.
pub fn validate(record: &Record) -> Vec<Rejection> {
    let mut all: Vec<Rejection> = record
        .fields()
        .iter()
        .filter_map(|(field, value)| fits(*field, value).map(|why| Rejection::Field { field: *field, why }))
        .collect();
    let choices = [FieldType::Choice, FieldType::MultipleChoice];
    if record.code(Field::FieldType).is_some_and(|holds| choices.contains(&holds)) && !record.has(Field::Options) {
        all.push(Rejection::Field { field: Field::Options, why: Why::Missing });
    }
    if let Some(field) = missing_name(record) {
        all.insert(0, Rejection::Field { field, why: Why::Missing });
    }
    all
}

/// The field to ask for when the record has no name at all. A lead needs a person or an organization (R7).
fn missing_name(record: &Record) -> Option<Field> {
    let empty = |text: &str| text.trim().is_empty();
    let nameless = |field| empty(&display_name(record)).then_some(field);
    match record.kind {
        Kind::Lead if empty(&super::person_name(record)) && empty(record.text(Field::OrganizationName)) => Some(Field::LastName),
        Kind::Person => nameless(Field::LastName),
        Kind::Organization | Kind::Deal | Kind::CustomField => nameless(Field::Name),
        Kind::Activity => nameless(Field::Subject),
        Kind::Note => nameless(Field::Text),
        _ => None,
    }
}

/// What is wrong with a value. What a custom one must be like, only its definition tells.
pub fn fits(field: Field, value: &Value) -> Option<Why> {
    match (field.shape(), value) {
        (_, Value::Money(_) | Value::Flag(_) | Value::Number(_) | Value::Link(_)) if matches!(field, Field::Custom(_)) => None,
        (_, value @ Value::Date(_)) if matches!(field, Field::Custom(_)) => fits(Field::CloseDate, value),
        (_, value @ Value::Texts(_)) if matches!(field, Field::Custom(_)) => fits(Field::Options, value),
        (Shape::Name | Shape::Website, Value::Text(text)) if text.chars().count() > NAME_CHARS => Some(Why::TooLong { limit: NAME_CHARS }),
        (Shape::Name, Value::Text(text)) if text.contains('\n') => Some(Why::Malformed { text: text.clone() }),
        (Shape::Website, Value::Text(text)) => web_domain::key(text).is_none().then(|| Why::Malformed { text: text.clone() }),
        (Shape::Name, Value::Text(name)) if field == Field::Profile => {
            Profile::from_name(name).is_none().then(|| Why::Malformed { text: name.clone() })
        }
        (Shape::Name, Value::Text(_)) => None,
        (Shape::Text, Value::Text(text)) => (text.len() > TEXT_BYTES).then_some(Why::TooLong { limit: TEXT_BYTES }),
        (Shape::Texts, Value::Texts(list)) if unknown(field, list).is_some() => unknown(field, list),
        (Shape::Texts, Value::Texts(list)) => {
            let long = list.iter().any(|text| text.chars().count() > NAME_CHARS);
            let limit = if field == Field::Options { OPTIONS } else { LIST_ITEMS };
            too_many(list.len(), limit).or(long.then_some(Why::TooLong { limit: NAME_CHARS }))
        }
        (Shape::Emails, Value::Points(list)) => points(list, email::is_valid),
        (Shape::Phones, Value::Points(list)) => points(list, phone::is_valid),
        (Shape::Social, Value::Points(list)) => points(list, |text| text.chars().count() <= NAME_CHARS),
        (Shape::Address, Value::Address(address)) => {
            address.parts().any(|part| part.chars().count() > NAME_CHARS).then_some(Why::TooLong { limit: NAME_CHARS })
        }
        (Shape::Date, Value::Date(date)) => (!date.is_on_the_calendar()).then(|| Why::Malformed { text: date.to_string() }),
        (Shape::Code, Value::Code(code)) => (!has_meaning(field, *code)).then_some(Why::WrongShape),
        (Shape::Money, Value::Money(money)) => (money.minor < 0).then_some(Why::Negative),
        (Shape::Time, Value::Time(_))
        | (Shape::Flag, Value::Flag(_))
        | (Shape::Number, Value::Number(_))
        | (Shape::Link(_), Value::Link(_))
        | (Shape::Links, Value::Links(_)) => None,
        _ => Some(Why::WrongShape),
    }
}

fn has_meaning(field: Field, code: u8) -> bool {
    match field {
        Field::Visibility => Visibility::from_code(code).is_some(),
        Field::ContactKind => ContactKind::from_code(code).is_some(),
        Field::DealStatus => DealStatus::from_code(code).is_some(),
        Field::ActivityKind => ActivityKind::from_code(code).is_some(),
        Field::NoteSubject => NoteSubject::from_code(code).is_some(),
        Field::FieldType => FieldType::from_code(code).is_some(),
        _ => false,
    }
}

/// The first word of a list that is none of those the field knows.
fn unknown(field: Field, list: &[String]) -> Option<Why> {
    let known = |word: &String| match field {
        Field::Denied => Right::from_name(word).is_some(),
        Field::UsedOn => Kind::with_word(word).is_some(),
        Field::CarriedTo | Field::RequiredOn => Kind::with_word(word).is_some_and(|kind| field == Field::RequiredOn || kind != Kind::Lead),
        Field::RequiredFields => [Kind::Lead, Kind::Deal].into_iter().any(|kind| Field::with_word(kind, word).is_some()),
        Field::DuplicateRules => Settings::knows(word),
        _ => true,
    };
    list.iter().find(|word| !known(word)).map(|word| Why::Malformed { text: word.clone() })
}

fn points(list: &[ContactPoint], valid: fn(&str) -> bool) -> Option<Why> {
    let bad = list.iter().find(|point| !valid(&point.value));
    too_many(list.len(), LIST_ITEMS).or(bad.map(|point| Why::Malformed { text: point.value.clone() }))
}

fn too_many(count: usize, limit: usize) -> Option<Why> {
    (count > limit).then_some(Why::TooMany { limit })
}
