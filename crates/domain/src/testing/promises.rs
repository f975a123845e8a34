//! What every conversion promises (B3): the preview comes true, and nothing of the lead is lost.

use super::Answers;
use crate::commands::convert_lead::{Outcome, Plan, PlanRow, covers};
use crate::ids::Id;
use crate::records::{Field, Kind, as_text};
use crate::text::fold;
use crate::values::Value;

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
    match (row.outcome, &row.after) {
        // The record has another value; the lead, which stays readable, has its own.
        (Outcome::Kept, after) => row.before.is_none() || *after == row.before,
        (Outcome::StaysOnLead, after) => after.as_ref() == Some(value),
        (_, Some(after)) => covers(row.field, after, value) || written_out(row, value, after),
        (_, None) => false,
    }
}

/// A value that went to a field of another form says the same there (R68).
fn written_out(row: &PlanRow, value: &Value, after: &Value) -> bool {
    let folded = |value: &Value| as_text(value).map(|text| fold(&text));
    row.from != Some(row.field) && folded(value).is_some() && folded(value) == folded(after)
}
