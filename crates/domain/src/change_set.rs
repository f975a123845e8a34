//! What a command does to the records, as data that can be applied, stored, described and reversed.

use serde::{Deserialize, Serialize};

use crate::ids::Id;
use crate::records::{Field, Kind, Record};
use crate::stamp::Touch;
use crate::values::Value;

/// The effects of one command. **Invariant:** only this crate makes one, so a stored change set is always a rule's answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeSet {
    changes: Vec<Change>,
}

/// One record created, changed or removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    Create(Record),
    Update(Update),
    /// The record as it was, so that it can come back.
    Remove(Record),
}

/// Old and new value of each changed field, and of the record's mark of change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Update {
    pub kind: Kind,
    pub id: Id,
    pub fields: Vec<FieldChange>,
    pub before: Option<Touch>,
    pub after: Option<Touch>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    pub field: Field,
    pub before: Option<Value>,
    pub after: Option<Value>,
}

impl Change {
    pub fn kind(&self) -> Kind {
        match self {
            Self::Create(record) | Self::Remove(record) => record.kind,
            Self::Update(update) => update.kind,
        }
    }

    pub fn id(&self) -> Id {
        match self {
            Self::Create(record) | Self::Remove(record) => record.id,
            Self::Update(update) => update.id,
        }
    }

    /// The record after this change; none when it is gone.
    pub fn apply(&self, current: Option<Record>) -> Option<Record> {
        match self {
            Self::Create(record) => Some(record.clone()),
            Self::Remove(_) => None,
            Self::Update(update) => current.map(|mut record| {
                for change in &update.fields {
                    record.set(change.field, change.after.clone());
                }
                record.changed = update.after;
                record
            }),
        }
    }
}

impl ChangeSet {
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    pub(crate) fn push(&mut self, change: Change) {
        self.changes.push(change);
    }

    pub(crate) fn create(&mut self, record: Record) {
        self.push(Change::Create(record));
    }

    /// Adds what differs between the two states of a record; nothing when they are equal.
    pub(crate) fn update(&mut self, before: &Record, after: &Record, touch: Touch) {
        if before.fields() != after.fields() {
            self.touch(before, after, touch);
        }
    }

    /// The same, but for what is no change to those who work with the record: it keeps its version.
    pub(crate) fn update_quietly(&mut self, before: &Record, after: &Record) {
        if before.fields() != after.fields() {
            let fields = differences(before, after);
            self.push(Change::Update(Update { kind: before.kind, id: before.id, fields, before: before.changed, after: before.changed }));
        }
    }

    /// The same, but marks the record as changed also when it is equal: what happened to it is told in its history.
    pub(crate) fn touch(&mut self, before: &Record, after: &Record, touch: Touch) {
        let fields = differences(before, after);
        self.push(Change::Update(Update { kind: before.kind, id: before.id, fields, before: before.changed, after: Some(touch) }));
    }
}

fn differences(before: &Record, after: &Record) -> Vec<FieldChange> {
    let mut fields: Vec<Field> = before.fields().iter().chain(after.fields()).map(|(field, _)| *field).collect();
    fields.sort_unstable();
    fields.dedup();
    let change = |field| FieldChange { field, before: before.get(field).cloned(), after: after.get(field).cloned() };
    fields.into_iter().map(change).filter(|change| change.before != change.after).collect()
}
