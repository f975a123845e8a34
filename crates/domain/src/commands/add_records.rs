//! Adds records: one typed by hand, a note, a task, or the rows of an import.

use serde::{Deserialize, Serialize};

use super::check;
use crate::change_set::ChangeSet;
use crate::facts::{Facts, Rule};
use crate::ids::Id;
use crate::records::{Field, Kind, Record};
use crate::rejection::Rejection;
use crate::stamp::Stamp;
use crate::values::{ActivityKind, Coded, DealStatus, NoteSubject, Value};
use crate::workspace;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddRecords {
    pub drafts: Vec<Draft>,
    /// The import they came with.
    pub import: Option<Id>,
}

/// A record that does not exist yet. Who makes it derives the id, so that a repeated command adds nothing twice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    pub id: Id,
    pub kind: Kind,
    pub fields: Vec<(Field, Value)>,
}

impl Draft {
    pub fn new(kind: Kind, id: Id) -> Self {
        Self { id, kind, fields: Vec::new() }
    }

    pub fn with(mut self, field: Field, value: Value) -> Self {
        self.fields.push((field, value));
        self
    }

    /// The record this draft becomes.
    pub fn record(&self, stamp: &Stamp) -> Record {
        let mut record = Record::new(self.kind, self.id, stamp.touch());
        for (field, value) in &self.fields {
            record.set(*field, Some(value.clone()));
        }
        complete(&mut record, stamp);
        record
    }
}

/// Fills what every record of a kind has: status, owner, stage, kind of activity.
fn complete(record: &mut Record, stamp: &Stamp) {
    let kind = record.kind;
    let mut default = |field, value| {
        if !record.has(field) {
            record.set(field, Some(value));
        }
    };
    match kind {
        Kind::Lead => {
            default(Field::Status, Value::Link(workspace::STATUS_NEW));
            default(Field::StatusSince, Value::Time(stamp.at));
            default(Field::Owner, Value::Link(stamp.by));
        }
        Kind::Person | Kind::Organization => default(Field::Owner, Value::Link(stamp.by)),
        Kind::Deal => {
            default(Field::Pipeline, Value::Link(workspace::PIPELINE));
            default(Field::Stage, Value::Link(workspace::STAGE_INCOMING));
            default(Field::StageSince, Value::Time(stamp.at));
            default(Field::DealStatus, Value::Code(DealStatus::Open.code()));
            default(Field::Owner, Value::Link(stamp.by));
        }
        Kind::Activity => {
            default(Field::ActivityKind, Value::Code(ActivityKind::Task.code()));
            default(Field::Owner, Value::Link(stamp.by));
        }
        Kind::Note => default(Field::NoteSubject, Value::Code(NoteSubject::Person.code())),
        _ => {}
    }
}

pub(crate) fn rule(command: &AddRecords, stamp: &Stamp, facts: &Facts) -> Rule<ChangeSet> {
    let made: Vec<(Id, Kind)> = command.drafts.iter().map(|draft| (draft.id, draft.kind)).collect();
    let mut changes = ChangeSet::default();
    for draft in &command.drafts {
        let mut record = draft.record(stamp);
        if let Some(import) = command.import {
            record.set(Field::Import, Some(Value::text(import.to_string())));
        } else if let Some(there) = facts.find(draft.id)? {
            return Err(Rejection::ChangedMeanwhile { id: there.id, by: there.created.by, at: there.created.at }.into());
        }
        check::valid(&record)?;
        if command.import.is_none() {
            check::links(facts, &draft.fields, &made)?;
        }
        changes.create(record);
    }
    Ok(changes)
}
