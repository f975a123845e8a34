//! Rows in, leads and problems out: what a person would expect of each cell, and that none is lost.

mod nothing_is_lost;
mod rows;

use super::*;
use crate::commands::add_records::Draft;
use crate::ids::Id;
use crate::records::{CustomFields, Field, Kind, Record};
use crate::stamp::{Stamp, Touch};
use crate::values::{Coded, Currency, FieldType, Value};

const STATUS: Id = Id::from_u128(0x51);
const MARTA: Id = Id::from_u128(0x52);

fn context() -> Context {
    let mut context = Context::new(Id::from_u128(1), Currency::EUR);
    context.members = Names::from_iter([("Marta Lindner", MARTA)]);
    context.statuses = Names::from_iter([("Auf Eis", STATUS)]);
    context.customs = CustomFields::of(&TYPES.map(definition));
    context.meanings = StatusMeaning::ALL.iter().map(|meaning| (*meaning, Id::from_u128(*meaning as u128))).collect();
    context
}

const TYPES: [FieldType; 9] = [
    FieldType::Text,
    FieldType::Number,
    FieldType::Money,
    FieldType::Date,
    FieldType::Choice,
    FieldType::MultipleChoice,
    FieldType::YesNo,
    FieldType::Link,
    FieldType::Person,
];

fn custom(holds: FieldType) -> Id {
    Id::from_u128(0x60 + u128::from(holds.code()))
}

fn definition(holds: FieldType) -> Record {
    let made = Touch { command: Id::default(), by: Id::default(), at: 0 };
    Record::new(Kind::CustomField, custom(holds), made)
        .with(Field::Name, Value::text("Own"))
        .with(Field::FieldType, Value::Code(holds.code()))
        .with(Field::UsedOn, Value::Texts(vec!["lead".into()]))
        .with(Field::Options, Value::Texts(vec!["Warm".into(), "Hot".into()]))
}

const FORMATS: Formats = Formats { decimal: Decimal::Comma, dates: DateOrder::DayFirst };

/// A draft as it will be stored.
fn record(draft: &Draft) -> Record {
    draft.record(&Stamp { command: Id::from_u128(9), device: Id::default(), by: Id::default(), at: 0 })
}

/// The lead and the text of its note.
fn split(outcome: &RowOutcome) -> Option<(Record, String)> {
    let RowOutcome::Lead { drafts, .. } = outcome else { return None };
    let note = drafts.get(1).map(record);
    assert!(drafts.len() <= 2 && note.iter().all(|note| note.kind == Kind::Note));
    let text = note.map(|note| note.text(Field::Text).to_owned());
    Some((record(&drafts[0]), text.unwrap_or_default()))
}
