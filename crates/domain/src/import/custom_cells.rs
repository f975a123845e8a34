//! Columns that go to fields of the workspace's own, and which field a column without one would make.

use super::cell_words::yes_or_no;
use super::parse_date::parse_date;
use super::parse_money::{parse_money, parse_number};
use super::problem::Reason;
use super::row::Row;
use super::{Context, Formats, Target};
use crate::records::{CustomField, Field};
use crate::values::{FieldType, Value};

/// Longer numbers are names of something: an account, a card.
const DIGITS: usize = 12;

/// Whether a column can go to the field: people are chosen, not written.
pub fn is_importable(custom: &CustomField) -> bool {
    custom.holds != FieldType::Person
}

pub(super) fn fill(row: &mut Row) {
    let mut at = 0;
    while let Some((target, cell)) = row.cell(at) {
        at += 1;
        let Target::Custom(id) = target else { continue };
        let custom = row.context.customs.get(Field::Custom(id)).filter(|custom| is_importable(custom));
        match custom.map(|custom| value(custom, cell.text, row.formats, row.context)) {
            Some(Ok(value)) => row.set(Field::Custom(id), value),
            Some(Err(reason)) => row.keep(cell, reason),
            None => row.keep(cell, Reason::NoSuchField),
        }
    }
}

fn value(custom: &CustomField, text: &str, formats: Formats, context: &Context) -> Result<Value, Reason> {
    let (value, reason) = match custom.holds {
        FieldType::Text => (Some(Value::text(text)), Reason::NoSuchField),
        FieldType::Number => (parse_number(text, formats.decimal).map(Value::Number), Reason::NotANumber),
        FieldType::Money => (parse_money(text, formats.decimal, context.currency).map(Value::Money), Reason::NotAnAmount),
        FieldType::Date => (parse_date(text, formats.dates).map(Value::Date), Reason::NotADate),
        FieldType::YesNo => (yes_or_no(text).map(Value::Flag), Reason::NotYesOrNo),
        FieldType::Link => (Some(Value::text(text)), Reason::NotAWebsite),
        FieldType::Choice => (Some(Value::text(text)), Reason::NotAnOption),
        FieldType::MultipleChoice => (Some(options(custom, text)), Reason::NotAnOption),
        FieldType::Person => (None, Reason::NoSuchField),
    };
    let value = value.ok_or(reason.clone())?;
    match custom.check(&value) {
        None => Ok(value),
        Some(why) => custom.fit(&value).ok_or(if custom.holds == FieldType::Text { Reason::Invalid(why) } else { reason }),
    }
}

/// The cell as one option, else what stands between its commas, semicolons and line breaks.
fn options(custom: &CustomField, text: &str) -> Value {
    let whole = Value::text(text);
    if let Some(value) = custom.fit(&whole) {
        return value;
    }
    let mut all: Vec<String> = Vec::new();
    for part in text.split([',', ';', '\n', '\r']).map(str::trim).filter(|part| !part.is_empty()) {
        if !all.iter().any(|known| known == part) {
            all.push(part.to_owned());
        }
    }
    Value::Texts(all)
}

/// What a new field must hold so that all of these fit.
pub fn type_of_values<'a>(values: impl Iterator<Item = &'a str> + Clone, formats: Formats) -> FieldType {
    let mut filled = values.map(str::trim).filter(|text| !text.is_empty()).peekable();
    if filled.peek().is_none() {
        return FieldType::Text;
    }
    let all = |fits: &dyn Fn(&str) -> bool| filled.clone().all(fits);
    let is_name =
        |text: &str| text.len() > DIGITS || text.len() > 1 && text.starts_with('0') && !text.starts_with("0.") && !text.starts_with("0,");
    match () {
        () if all(&|text| parse_number(text, formats.decimal).is_some() && !is_name(text)) => FieldType::Number,
        () if all(&|text| yes_or_no(text).is_some()) => FieldType::YesNo,
        () if all(&|text| parse_date(text, formats.dates).is_some()) => FieldType::Date,
        () => FieldType::Text,
    }
}
