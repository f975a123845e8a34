//! Where a record went that was merged into another one. It is gone, but who still has its address finds the survivor.

use super::{Field, Kind, Record};
use crate::ids::Id;
use crate::stamp::Touch;
use crate::values::Value;

/// Read from its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forwarding {
    pub removed: Id,
    pub survivor: Id,
    /// The merge, or the later one that moved it on.
    pub merged: Touch,
}

impl Forwarding {
    /// Where to look for what became of a record that is gone.
    pub fn id_of(removed: Id) -> Id {
        removed.derive("merged")
    }

    /// None for a record that forwards nobody.
    pub fn of(record: &Record) -> Option<Self> {
        let survivor = record.link(Field::Person).or(record.link(Field::Organization))?;
        let removed = record.text(Field::MergedId).parse().ok()?;
        (record.kind == Kind::Forwarding).then(|| Self { removed, survivor, merged: record.last_touch() })
    }

    /// `kind` is that of both records.
    pub(crate) fn record(removed: Id, survivor: Id, kind: Kind, made: Touch) -> Record {
        let field = if kind == Kind::Person { Field::Person } else { Field::Organization };
        Record::new(Kind::Forwarding, Self::id_of(removed), made)
            .with(field, Value::Link(survivor))
            .with(Field::MergedId, Value::text(removed.to_string()))
    }
}
