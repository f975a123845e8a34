//! What becomes of each field when records are merged.

use super::MergeRecords;
use crate::commands::convert_lead::{Outcome, covers, united};
use crate::ids::Id;
use crate::records::{CustomFields, Field, Record};
use crate::values::Value;

/// One field of the records and of what they become.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeRow {
    pub field: Field,
    /// What each record says, in the order of the command: the kept one first.
    pub values: Vec<Option<Value>>,
    pub after: Option<Value>,
    /// What becomes of the kept one's value.
    pub outcome: Outcome,
    /// Whose value the survivor does not have, as places in `values`: it stays readable in the history, or in a note.
    pub lost: Vec<usize>,
}

impl MergeRow {
    /// There is something to choose: the records say different things, and only one of them can stay.
    pub fn is_a_choice(&self) -> bool {
        !self.lost.is_empty()
    }
}

/// A row for every field that there is, in the order they are shown; those that nobody enters come last.
pub fn rows(records: &[Record], command: &MergeRecords, customs: &CustomFields) -> Vec<MergeRow> {
    let mut rows = Vec::new();
    let Some(kept) = records.first() else { return rows };
    let known = kept.kind.editable().iter().copied().chain(customs.all().iter().map(|custom| custom.field()));
    let held = records.iter().flat_map(|record| record.fields()).map(|(field, _)| *field);
    let mut fields: Vec<Field> = Vec::new();
    for field in known.chain(held) {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    for field in fields {
        let merged: Vec<Id> = records.iter().map(|record| record.id).collect();
        // Nobody is linked to themselves: somebody's link to another of these says nothing any more.
        let says_something = |value: &&Value| !matches!(value, Value::Link(id) if merged.contains(id));
        let values: Vec<Option<Value>> = records.iter().map(|record| record.get(field).filter(says_something).cloned()).collect();
        let chosen = command.choices.iter().find(|(of, _)| *of == field);
        let chosen = chosen.and_then(|(_, id)| records.iter().position(|record| record.id == *id));
        rows.push(row(field, values, chosen));
    }
    rows
}

fn row(field: Field, values: Vec<Option<Value>>, chosen: Option<usize>) -> MergeRow {
    let is_list = values.iter().flatten().any(|value| matches!(value, Value::Texts(_) | Value::Points(_) | Value::Links(_)));
    let after = match (field, chosen) {
        (_, Some(chosen)) if !is_list => values[chosen].clone(),
        // Whose it is and who sees it, the kept one says, also by saying nothing.
        (Field::Owner | Field::Visibility, _) => values[0].clone(),
        // R64: who was a customer stays one. The higher number is the closer contact.
        (Field::ContactKind, _) => {
            values.iter().flatten().max_by_key(|value| if let Value::Code(code) = value { *code } else { 0 }).cloned()
        }
        (_, chosen) => {
            let first = chosen.and_then(|chosen| values[chosen].as_ref());
            first.into_iter().chain(values.iter().flatten()).cloned().reduce(|all, value| united(field, &all, &value))
        }
    };
    let has = |value: &Value| after.as_ref().is_some_and(|after| covers(field, after, value));
    let lost: Vec<usize> = (0..values.len()).filter(|at| values[*at].as_ref().is_some_and(|value| !has(value))).collect();
    let outcome = match (&values[0], &after) {
        (None, Some(_)) => Outcome::Filled,
        (before, after) if before == after => {
            if lost.is_empty() {
                Outcome::Same
            } else {
                Outcome::Kept
            }
        }
        (Some(before), Some(after)) if is_list && covers(field, before, after) => Outcome::Same,
        (Some(before), Some(after)) if is_list || covers(field, after, before) && !covers(field, before, after) => Outcome::Added,
        _ => Outcome::Replaced,
    };
    MergeRow { field, values, after, outcome, lost }
}
