//! Edits fields: the pencil, the full form, a tag on a hundred leads (R19-R21).

use serde::{Deserialize, Serialize};

use super::check;
use crate::change_set::ChangeSet;
use crate::facts::{Facts, Query, Rule, Stop};
use crate::ids::Id;
use crate::records::{CustomFields, Field, Kind, Record};
use crate::rejection::{Rejection, Why};
use crate::stamp::Stamp;
use crate::text::fold;
use crate::values::Value;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditRecords {
    pub ids: Vec<Id>,
    pub edits: Vec<Edit>,
}

/// What happens to one field of each record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Edit {
    Set(Field, Option<Value>),
    /// Case and accents do not make another tag.
    AddTag(String),
    RemoveTag(String),
}

impl EditRecords {
    pub fn one(id: Id, field: Field, value: Option<Value>) -> Self {
        Self { ids: vec![id], edits: vec![Edit::Set(field, value)] }
    }

    /// The field, when just one is edited.
    pub fn only_field(&self) -> Option<Field> {
        match self.edits.as_slice() {
            [Edit::Set(field, _)] => Some(*field),
            [Edit::AddTag(_) | Edit::RemoveTag(_)] => Some(Field::Tags),
            _ => None,
        }
    }
}

pub(crate) fn rule(command: &EditRecords, stamp: &Stamp, facts: &Facts) -> Rule<ChangeSet> {
    for edit in &command.edits {
        if let Edit::Set(field, _) = edit {
            check::free(*field)?;
        }
    }
    facts.prepare(command.ids.iter().map(|id| Query::Record(*id)))?;
    let own = command.edits.iter().any(|edit| matches!(edit, Edit::Set(Field::Custom(_), _)));
    let customs = if own { CustomFields::read(facts)? } else { CustomFields::default() };
    let mut changes = ChangeSet::default();
    for id in &command.ids {
        let before = facts.record(*id)?;
        check::by_hand(before.kind)?;
        if before.kind == Kind::Lead && !only_seen(command) {
            writable_lead(facts, before)?;
        }
        let mut after = before.clone();
        for edit in &command.edits {
            apply(edit, &mut after);
        }
        check::valid(&after)?;
        if before.get(Field::Name) != after.get(Field::Name) {
            CustomFields::name_is_free(facts, &after)?;
        }
        let set: Vec<(Field, Value)> = command.edits.iter().filter_map(set_value).collect();
        check::links(facts, &set, &[])?;
        check::custom_values(facts, &customs, before.kind, set.iter().map(|(field, value)| (*field, value)), &[])?;
        still_complete(&customs, before, &after)?;
        check::complete_for_step(facts, before, &after)?;
        if before.kind == Kind::Lead {
            not_converted_by_edit(facts, before, &after)?;
        }
        if only_seen(command) {
            changes.update_quietly(before, &after);
        } else {
            changes.update(before, &after, stamp.touch());
        }
    }
    Ok(changes)
}

/// What a record must have is not emptied, and what a custom field holds stays what it is: values may be of that form.
fn still_complete(customs: &CustomFields, before: &Record, after: &Record) -> Rule<()> {
    if before.get(Field::FieldType) != after.get(Field::FieldType) {
        return Err(Rejection::Field { field: Field::FieldType, why: Why::WrongShape }.into());
    }
    let missing = customs.missing(after).filter(|field| before.has(*field));
    let reasons: Vec<Rejection> = missing.map(|field| Rejection::Field { field, why: Why::Missing }).collect();
    if reasons.is_empty() { Ok(()) } else { Err(Stop::Reject(reasons)) }
}

/// R29: the status that ends in conversion is not reached by an edit.
fn not_converted_by_edit(facts: &Facts, before: &Record, after: &Record) -> Rule<()> {
    let status = after.link(Field::Status).filter(|status| before.link(Field::Status) != Some(*status));
    match status.map(|status| facts.record(status)).transpose()? {
        Some(status) if status.flag(Field::Converted) => Err(Rejection::ConvertInstead { lead: before.id }.into()),
        _ => Ok(()),
    }
}

/// R46: a converted lead is read-only; an archived one may still be corrected.
fn writable_lead(facts: &Facts, lead: &Record) -> Rule<()> {
    match check::open_lead(facts, lead.id) {
        Err(Stop::Reject(reasons)) if matches!(reasons[..], [Rejection::Archived { .. }]) => Ok(()),
        other => other.map(|_| ()),
    }
}

/// Who has looked at a record has not changed it: whoever is about to convert it is not told that somebody did.
fn only_seen(command: &EditRecords) -> bool {
    command.edits.iter().all(|edit| matches!(edit, Edit::Set(Field::Seen, _)))
}

fn set_value(edit: &Edit) -> Option<(Field, Value)> {
    if let Edit::Set(field, Some(value)) = edit { Some((*field, value.clone())) } else { None }
}

fn apply(edit: &Edit, record: &mut Record) {
    match edit {
        Edit::Set(field, value) => {
            record.set(*field, value.clone());
        }
        Edit::AddTag(tag) => {
            let tags = record.texts(Field::Tags);
            if !tags.iter().any(|have| fold(have) == fold(tag)) {
                let all = tags.iter().cloned().chain([tag.trim().to_owned()]).collect();
                record.set(Field::Tags, Some(Value::Texts(all)));
            }
        }
        Edit::RemoveTag(tag) => {
            let rest = record.texts(Field::Tags).iter().filter(|have| fold(have) != fold(tag)).cloned().collect();
            record.set(Field::Tags, Some(Value::Texts(rest)));
        }
    }
}
