//! What every conversion and every merge promises (B3): the preview comes true, and nothing is lost.

use super::Answers;
use crate::commands::MergeRecords;
use crate::commands::convert_lead::{Outcome, Plan, PlanRow, covers};
use crate::commands::merge_records::{MergePlan, MergeRow};
use crate::ids::Id;
use crate::records::{Field, Forwarding, Kind, Record, as_text};
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

/// Holds a plan against what the merge left in the store. What a row calls lost is said to the user and stands in the history,
/// which has the records that went and the values that were replaced.
pub fn merge(command: &MergeRecords, plan: &MergePlan, before: &[Record], store: &dyn Answers) -> Result<(), String> {
    let survivor = store.find(command.kept).ok_or("the kept record is gone")?;
    for row in &plan.rows {
        if survivor.get(row.field) != row.after.as_ref() {
            return Err(format!("the preview said {:?} {:?}, the record says {:?}", row.field, row.after, survivor.get(row.field)));
        }
    }
    for (place, id) in command.ids().enumerate() {
        let merged = before.iter().find(|record| record.id == id).ok_or("a record was not there")?;
        keeps_all(place, merged, plan, &survivor, command)?;
    }
    command.removed.iter().try_for_each(|id| gone_and_forwarded(*id, command.kept, before, store))
}

fn keeps_all(place: usize, merged: &Record, plan: &MergePlan, survivor: &Record, command: &MergeRecords) -> Result<(), String> {
    let told = |row: &MergeRow, field: Field| row.field == field && row.lost.contains(&place);
    for (field, value) in
        merged.fields().iter().filter(|(field, _)| matches!(field, Field::Custom(_)) || merged.kind.editable().contains(field))
    {
        let kept = survivor.get(*field).is_some_and(|after| covers(*field, after, value));
        let own = value.links().iter().any(|id| command.ids().any(|merged| merged == *id));
        if !kept && !own && !plan.rows.iter().any(|row| told(row, *field)) {
            return Err(format!("{field:?} is lost: {value:?}"));
        }
    }
    Ok(())
}

/// Nothing links to it any more, everything that did links to the survivor, and its old address leads there.
fn gone_and_forwarded(id: Id, kept: Id, before: &[Record], store: &dyn Answers) -> Result<(), String> {
    if store.find(id).is_some() || !store.linked_to(id).is_empty() {
        return Err("a merged record is still there, or linked to".into());
    }
    let forwarding = store.find(Forwarding::id_of(id)).as_ref().and_then(Forwarding::of);
    if forwarding.is_none_or(|found| (found.removed, found.survivor) != (id, kept)) {
        return Err("the old address leads elsewhere".into());
    }
    let linked = before.iter().filter(|record| record.kind != Kind::Separation && record.all_links().any(|link| link == id));
    for record in linked {
        let now = store.find(record.id);
        if now.is_some_and(|now| now.id != kept && !now.all_links().any(|link| link == kept)) {
            return Err(format!("{:?} does not belong to the survivor", record.kind));
        }
    }
    Ok(())
}
