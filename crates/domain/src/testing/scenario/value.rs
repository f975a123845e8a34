//! Values as text, both ways.

use super::look::Look;
use super::quoting::{split, unquoted};
use super::words::{Slot, meanings};
use crate::ids::Id;
use crate::records::{Field, Record, Shape};
use crate::values::{Address, ContactPoint, Date, Money, PointKind, Value, decimal};

/// `last name Rossi; tags Hot, Warm` as fields; `website none` empties one. Contact points of one field are collected.
pub fn fields(text: &str, look: &Look) -> Result<Vec<(Field, Option<Value>)>, String> {
    let mut all: Vec<(Field, Option<Value>)> = Vec::new();
    for item in split(text, ';') {
        let (slot, text) = look.slot(item)?;
        let text = written(text);
        match slot {
            Slot::Whole(field) => all.push((field, parse(field, &text, look)?)),
            Slot::Point(field, kind) => add_points(&mut all, field, kind, &text),
            _ => set_part(&mut all, slot, &text),
        }
    }
    Ok(all)
}

/// Quotes and `<201 letters>`, `<51 words>`, `<51 e-mails>` written out.
fn written(text: &str) -> String {
    let text = unquoted(text);
    let counted = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')).and_then(|text| text.split_once(' '));
    let Some((count, what)) = counted.and_then(|(count, what)| Some((count.parse::<usize>().ok()?, what))) else {
        return text.to_owned();
    };
    let list = |one: fn(usize) -> String| (1..=count).map(one).collect::<Vec<_>>().join(", ");
    match what {
        "letters" => "x".repeat(count),
        "words" => list(|number| format!("w{number}")),
        "e-mails" => list(|number| format!("a{number}@b.example")),
        _ => text.to_owned(),
    }
}

fn add_points(all: &mut Vec<(Field, Option<Value>)>, field: Field, kind: PointKind, text: &str) {
    let texts = split(text, ',').into_iter().filter(|text| *text != "none");
    let points: Vec<ContactPoint> = texts.map(|text| ContactPoint::new(kind, text)).collect();
    match all.iter_mut().find(|(have, _)| *have == field) {
        Some((_, Some(Value::Points(have)))) => have.extend(points),
        _ => all.push((field, Some(Value::Points(points)))),
    }
}

fn set_part(all: &mut Vec<(Field, Option<Value>)>, slot: Slot, text: &str) {
    let at = all.iter().position(|(field, _)| *field == Field::Address);
    let mut address = match at.map(|at| all.remove(at)) {
        Some((_, Some(Value::Address(address)))) => address,
        _ => Address::default(),
    };
    let part = match slot {
        Slot::Street => &mut address.street,
        Slot::PostalCode => &mut address.postal_code,
        Slot::City => &mut address.city,
        Slot::Region => &mut address.region,
        _ => &mut address.country,
    };
    text.clone_into(part);
    all.push((Field::Address, Some(Value::Address(address))));
}

/// One value of a field; none for `none`.
pub fn parse(field: Field, text: &str, look: &Look) -> Result<Option<Value>, String> {
    let wrong = || format!("{text:?} is no {}", look.field_word(field));
    if text == "none" {
        return Ok(None);
    }
    let value = match look.shape(field) {
        Shape::Number if matches!(field, Field::Custom(_)) => Value::Number(decimal::parse(text).ok_or_else(wrong)?),
        Shape::Name | Shape::Text | Shape::Website => Value::text(text),
        Shape::Texts => Value::Texts(split(text, ',').into_iter().map(str::to_owned).collect()),
        Shape::Money => Value::Money(money(text).ok_or_else(wrong)?),
        Shape::Date => Value::Date(text.parse().map_err(|_| wrong())?),
        Shape::Time => Value::Time(text.parse::<Date>().map_err(|_| wrong())?.to_millis()),
        Shape::Flag => Value::Flag(text == "yes"),
        Shape::Number => Value::Number(text.parse().map_err(|_| wrong())?),
        Shape::Link(kind) => Value::Link(look.linked(kind, text)?),
        Shape::Links => Value::Links(look.ids(text)?),
        Shape::Code => {
            let meaning = meanings(field).into_iter().find(|(word, _)| *word == text);
            Value::Code(meaning.ok_or_else(wrong)?.1)
        }
        Shape::Emails | Shape::Phones | Shape::Social | Shape::Address => return Err(wrong()),
    };
    Ok(Some(value))
}

/// `48000.50 EUR`.
pub fn money(text: &str) -> Option<Money> {
    let (amount, currency) = text.rsplit_once(' ')?;
    let currency: crate::values::Currency = currency.parse().ok()?;
    let (whole, part) = amount.split_once('.').unwrap_or((amount, ""));
    let digits = currency.digits() as usize;
    let minor = format!("{whole}{part:0<digits$}").parse().ok()?;
    (part.len() <= digits).then_some(Money { minor, currency })
}

/// What stands in a slot of the record, as text.
pub fn shown(record: &Record, slot: Slot, look: &Look) -> String {
    let none = |text: String| if text.is_empty() { "none".into() } else { text };
    let part = |part: fn(&Address) -> &String| record.address(Field::Address).map(part).cloned().unwrap_or_default();
    none(match slot {
        Slot::Whole(field) => record.get(field).map(|value| show(field, value, look)).unwrap_or_default(),
        Slot::Point(field, kind) => {
            let points = record.points(field).iter().filter(|point| point.kind == kind);
            points.map(|point| point.value.as_str()).collect::<Vec<_>>().join(", ")
        }
        Slot::Street => part(|address| &address.street),
        Slot::PostalCode => part(|address| &address.postal_code),
        Slot::City => part(|address| &address.city),
        Slot::Region => part(|address| &address.region),
        Slot::Country => part(|address| &address.country),
    })
}

pub fn show(field: Field, value: &Value, look: &Look) -> String {
    let names = |ids: &[Id]| ids.iter().map(|id| look.name_of(*id)).collect::<Vec<_>>().join(", ");
    match value {
        Value::Text(text) => text.clone(),
        Value::Texts(list) => list.join(", "),
        Value::Points(list) => list.iter().map(|point| point.value.as_str()).collect::<Vec<_>>().join(", "),
        Value::Address(address) => address.one_line(),
        Value::Money(money) => format!("{} {:?}", money.plain(), money.currency),
        Value::Date(date) => date.to_string(),
        Value::Time(at) => Date::from_millis(*at).to_string(),
        Value::Flag(yes) => if *yes { "yes" } else { "no" }.into(),
        Value::Number(millionths) if matches!(field, Field::Custom(_)) => decimal::plain(*millionths),
        Value::Number(number) => number.to_string(),
        Value::Link(id) => names(&[*id]),
        Value::Links(ids) => names(ids),
        Value::Code(code) => {
            let meaning = meanings(field).into_iter().find(|(_, known)| known == code);
            meaning.map_or_else(|| format!("code {code}"), |(word, _)| word.into())
        }
    }
}
