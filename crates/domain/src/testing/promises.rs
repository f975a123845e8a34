//! What every conversion promises (B3): the preview comes true, and nothing of the lead is lost.

use super::Answers;
use crate::commands::convert_lead::{Outcome, Plan, PlanRow};
use crate::ids::Id;
use crate::records::{Field, Kind};
use crate::text::fold;
use crate::values::{ContactPoint, Value, email, phone, web_domain};

/// Holds a plan against what the conversion of `lead` left in the store; the error says which promise is broken.
pub fn conversion(lead: Id, plan: &Plan, store: &dyn Answers) -> Result<(), String> {
    for row in &plan.rows {
        came_true(row, lead, plan, store)?;
    }
    nothing_lost(lead, plan, store)
}

/// A row's last column is what the record says afterwards.
fn came_true(row: &PlanRow, lead: Id, plan: &Plan, store: &dyn Answers) -> Result<(), String> {
    let id = match row.target {
        Kind::Organization => plan.results.organization,
        Kind::Person => plan.results.person,
        Kind::Deal => plan.results.deal,
        Kind::Activity => plan.results.task,
        _ => Some(lead),
    };
    let stored = id.and_then(|id| store.find(id)).and_then(|record| record.get(row.field).cloned());
    let promise = || format!("the preview said {:?} {:?}, the record says {stored:?}", row.field, row.after);
    if stored == row.after { Ok(()) } else { Err(promise()) }
}

/// Each filled field of the lead has a row, and the row shows where the value is afterwards.
fn nothing_lost(lead: Id, plan: &Plan, store: &dyn Answers) -> Result<(), String> {
    let lead = store.find(lead).ok_or("the lead is gone")?;
    for (field, value) in lead.fields().iter().filter(|(field, _)| is_content(*field)) {
        if !plan.rows.iter().any(|row| row.lead.as_ref() == Some(value) && keeps(row, value)) {
            return Err(format!("{field:?} of the lead is lost: {value:?}"));
        }
    }
    Ok(())
}

/// What a person may enter.
fn is_content(field: Field) -> bool {
    matches!(field, Field::Custom(_)) || Kind::Lead.editable().contains(&field)
}

fn keeps(row: &PlanRow, value: &Value) -> bool {
    match row.outcome {
        // The record has another value; the lead, which stays readable, has its own.
        Outcome::Kept => row.after == row.before,
        Outcome::Set | Outcome::Filled | Outcome::Replaced | Outcome::StaysOnLead => row.after.as_ref() == Some(value),
        Outcome::Same | Outcome::Added => row.after.as_ref().is_some_and(|after| covers(row.field, after, value)),
    }
}

/// True when everything in `part` is in `whole` too, as people compare it.
fn covers(field: Field, whole: &Value, part: &Value) -> bool {
    let point = |point: &ContactPoint| match field {
        Field::Emails => email::key(&point.value),
        Field::Phones => phone::key(&point.value).unwrap_or_else(|| fold(&point.value)),
        _ => fold(&point.value),
    };
    match (whole, part) {
        (Value::Texts(whole), Value::Texts(part)) => part.iter().all(|tag| whole.iter().any(|have| fold(have) == fold(tag))),
        (Value::Points(whole), Value::Points(part)) => part.iter().all(|one| whole.iter().any(|have| point(have) == point(one))),
        (Value::Text(whole), Value::Text(part)) if field == Field::Website => web_domain::key(whole) == web_domain::key(part),
        (Value::Text(whole), Value::Text(part)) => fold(whole) == fold(part),
        (Value::Address(whole), Value::Address(part)) => whole.parts().map(fold).eq(part.parts().map(fold)),
        _ => whole == part,
    }
}
