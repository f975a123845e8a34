//! One field of a lead meets the same field of a record (R79, B4): nothing existing is replaced unless that was chosen.

use super::plan::Outcome;
use crate::records::Field;
use crate::text::fold;
use crate::values::{Address, ContactPoint, Value, email, phone, tax_id, web_domain};

/// The value the record will have, and what happened to it.
pub fn merge(field: Field, lead: &Value, before: Option<&Value>, is_new: bool, replace: bool) -> (Value, Outcome) {
    let Some(before) = before else {
        return (lead.clone(), if is_new { Outcome::Set } else { Outcome::Filled });
    };
    match (lead, before) {
        (Value::Texts(lead), Value::Texts(before)) => union(before, lead, |text| fold(text), Value::Texts),
        (Value::Points(lead), Value::Points(before)) => union(before, lead, |point| point_key(field, point), Value::Points),
        (Value::Links(lead), Value::Links(before)) => union(before, lead, |id| *id, Value::Links),
        _ if same(field, lead, before) => (before.clone(), Outcome::Same),
        // A fuller form of the same address is no other address.
        (Value::Address(fuller), Value::Address(part)) if has_all_of(fuller, part) => (lead.clone(), Outcome::Added),
        (Value::Address(part), Value::Address(fuller)) if !replace && has_all_of(fuller, part) => (before.clone(), Outcome::Same),
        _ if replace => (lead.clone(), Outcome::Replaced),
        _ => (before.clone(), Outcome::Kept),
    }
}

/// Two values that different leads bring to one record: lists united, else the first.
pub fn united(field: Field, first: &Value, second: &Value) -> Value {
    merge(field, second, Some(first), false, false).0
}

/// A value that several leads bring to one record, as they agreed on it: their one value, or their one spelling of each item, once.
pub fn agree(field: Field, value: &Value, agreed: &Value) -> Value {
    match (value, agreed) {
        (Value::Texts(list), Value::Texts(agreed)) => respell(list, agreed, |text| fold(text), Value::Texts),
        (Value::Points(list), Value::Points(agreed)) => respell(list, agreed, |point| point_key(field, point), Value::Points),
        (Value::Links(_), _) => value.clone(),
        _ => agreed.clone(),
    }
}

fn respell<T: Clone, K: PartialEq>(list: &[T], agreed: &[T], key: impl Fn(&T) -> K, make: impl Fn(Vec<T>) -> Value) -> Value {
    let mut all: Vec<T> = Vec::with_capacity(list.len());
    for item in list {
        if !all.iter().any(|have| key(have) == key(item)) {
            all.push(agreed.iter().find(|known| key(known) == key(item)).unwrap_or(item).clone());
        }
    }
    make(all)
}

/// True when everything in `part` is in `whole` too, as people compare it.
pub fn covers(field: Field, whole: &Value, part: &Value) -> bool {
    fn within<T, K: PartialEq>(part: &[T], whole: &[T], key: impl Fn(&T) -> K) -> bool {
        part.iter().all(|one| whole.iter().any(|have| key(have) == key(one)))
    }
    match (whole, part) {
        (Value::Texts(whole), Value::Texts(part)) => within(part, whole, |text| fold(text)),
        (Value::Points(whole), Value::Points(part)) => within(part, whole, |point| point_key(field, point)),
        (Value::Links(whole), Value::Links(part)) => within(part, whole, |id| *id),
        (Value::Address(whole), Value::Address(part)) => has_all_of(whole, part),
        _ => same(field, whole, part),
    }
}

/// Every part that the one address names, the other names too.
fn has_all_of(whole: &Address, part: &Address) -> bool {
    part.parts().zip(whole.parts()).all(|(part, whole)| part.is_empty() || fold(part) == fold(whole))
}

/// Lists are united without doubles; what was there keeps its place.
fn union<T: Clone, K: PartialEq>(before: &[T], lead: &[T], key: impl Fn(&T) -> K, make: impl Fn(Vec<T>) -> Value) -> (Value, Outcome) {
    let mut all = before.to_vec();
    for item in lead {
        if !all.iter().any(|have| key(have) == key(item)) {
            all.push(item.clone());
        }
    }
    let outcome = if all.len() > before.len() { Outcome::Added } else { Outcome::Same };
    (make(all), outcome)
}

fn point_key(field: Field, point: &ContactPoint) -> String {
    match field {
        Field::Emails => email::key(&point.value),
        Field::Phones => phone::key(&point.value).unwrap_or_else(|| fold(&point.value)),
        _ => format!("{:?} {}", point.kind, fold(&point.value)),
    }
}

/// Same for a person who compares: case, accents and `https://` make no difference.
pub fn same(field: Field, a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Text(a), Value::Text(b)) if field == Field::Website => web_domain::key(a) == web_domain::key(b),
        (Value::Text(a), Value::Text(b)) if field == Field::TaxId && tax_id::key(a).is_some() => tax_id::key(a) == tax_id::key(b),
        (Value::Text(a), Value::Text(b)) => fold(a) == fold(b),
        (Value::Address(a), Value::Address(b)) => a.parts().map(fold).eq(b.parts().map(fold)),
        _ => a == b,
    }
}
