//! The steps of a command turned round, one by one: what stands in the way, and what became of the records since.

use std::collections::BTreeMap;

use super::super::merge_records::forwarded;
use super::super::{Receipt, Step};
use super::{block, missing, was_written_since};
use crate::change_set::{Change, ChangeSet, FieldChange, Update};
use crate::facts::{Facts, Query, Rule};
use crate::ids::Id;
use crate::records::{Field, Forwarding, Kind, Record, Shape};
use crate::rejection::{Block, BlockReason};
use crate::values::Value;

/// What was done, and what became of it since.
pub struct Trail<'a> {
    receipt: &'a Receipt,
    facts: &'a Facts,
}

impl<'a> Trail<'a> {
    /// Asks for all records at once that the steps link to, and for what they were merged into.
    pub fn new(receipt: &'a Receipt, facts: &'a Facts) -> Rule<Self> {
        let trail = Self { receipt, facts };
        let of = |(field, value): (Field, &Value)| if can_be_merged(field) { value.links().to_vec() } else { Vec::new() };
        let linked = |step: &Step| match step {
            Step::Created { .. } => Vec::new(),
            Step::Updated(update) => {
                let values = update.fields.iter().flat_map(|change| [(change.field, &change.before), (change.field, &change.after)]);
                values.filter_map(|(field, value)| Some((field, value.as_ref()?))).flat_map(of).collect::<Vec<Id>>()
            }
            Step::Removed(record) => record.fields().iter().flat_map(|(field, value)| of((*field, value))).collect(),
        };
        let mut ids: Vec<Id> = receipt.steps.iter().flat_map(linked).filter(|id| !trail.comes_back(*id)).collect();
        ids.sort_unstable();
        ids.dedup();
        facts.prepare(ids.iter().map(|id| Query::Record(*id)))?;
        let gone = ids.into_iter().filter(|id| matches!(facts.find(*id), Ok(None)));
        facts.prepare(gone.map(|id| Query::Record(Forwarding::id_of(id))))?;
        Ok(trail)
    }

    fn has(&self, id: Id) -> bool {
        self.receipt.steps.iter().any(|step| step.id() == id)
    }

    /// It was removed, and is there again when this is undone.
    fn comes_back(&self, id: Id) -> bool {
        self.receipt.steps.iter().any(|step| matches!(step, Step::Removed(record) if record.id == id))
    }

    /// A value as it would be by now: what it linked to may have been merged into another record since.
    fn follow(&self, field: Field, value: Option<&Value>) -> Rule<Option<Value>> {
        let Some(value) = value.filter(|value| can_be_merged(field) && !value.links().is_empty()) else { return Ok(value.cloned()) };
        let mut to = BTreeMap::new();
        for id in value.links().iter().filter(|id| !self.comes_back(**id)) {
            if self.facts.find(*id)?.is_none()
                && let Some(forwarding) = self.forwarding(*id)?
            {
                to.insert(*id, forwarding.survivor);
            }
        }
        Ok(Some(if to.is_empty() { value.clone() } else { forwarded(value, |id| to.get(&id).copied().unwrap_or(id)) }))
    }

    fn forwarding(&self, id: Id) -> Rule<Option<Forwarding>> {
        Ok(self.facts.find(Forwarding::id_of(id))?.and_then(Forwarding::of))
    }

    /// Every created record is gone, every removed one is back and every updated one has its old values.
    pub fn already_undone(&self) -> Rule<bool> {
        for step in &self.receipt.steps {
            let current = self.facts.find(step.id())?;
            let in_effect = match step {
                Step::Created { .. } => current.is_some(),
                Step::Removed(_) => current.is_none(),
                Step::Updated(update) => match current {
                    None => true,
                    Some(record) => !self.all_stand(record, reversible(update).map(|change| (change.field, change.before.as_ref())))?,
                },
            };
            if in_effect {
                return Ok(false);
            }
        }
        Ok(!self.receipt.steps.is_empty())
    }

    fn all_stand<'v>(&self, record: &Record, values: impl Iterator<Item = (Field, Option<&'v Value>)>) -> Rule<bool> {
        for (field, value) in values {
            if record.get(field) != self.follow(field, value)?.as_ref() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// None where there is nothing left to reverse and that stands in nobody's way.
    pub fn reverse(&self, step: &Step) -> Rule<Result<Option<Change>, Block>> {
        match step {
            Step::Created { id, kind } => self.reverse_create(*id, *kind),
            Step::Updated(update) => self.reverse_update(update).map(|reversed| reversed.map(Some)),
            Step::Removed(record) => self.reverse_remove(record),
        }
    }

    /// A created record goes again if nobody changed it and nothing new points to it.
    fn reverse_create(&self, id: Id, kind: Kind) -> Rule<Result<Option<Change>, Block>> {
        let Some(record) = self.facts.find(id)? else {
            // It went with one of those it was about.
            return if kind == Kind::Separation { Ok(Ok(None)) } else { self.missing(id, kind).map(Err) };
        };
        let new = || self.facts.linked_to(id).map(|linked| linked.iter().filter(|linked| !self.has(linked.id)));
        if let Some(forwarding) = new()?.find_map(Forwarding::of) {
            return Ok(Err(merged(id, kind, &forwarding)));
        }
        if record.version() != self.version_when_made(id)? {
            return Ok(Err(block(record, None, BlockReason::Edited)));
        }
        let lead = self.receipt.action.converts().map(|conversion| conversion.lead);
        let lets_go = |linked: &Record| lead.is_some_and(|lead| was_written_since(linked, lead, self.receipt));
        if let Some(linked) = new()?.find(|linked| linked.kind != Kind::Separation && !lets_go(linked)) {
            return Ok(Err(block(linked, None, BlockReason::Linked)));
        }
        Ok(Ok(Some(Change::Remove(record.clone()))))
    }

    /// What was brought back by an undo is as it was before it had been removed.
    fn version_when_made(&self, id: Id) -> Rule<Id> {
        let undone = self.receipt.undoes().map(|command| self.facts.receipt(command)).transpose()?.flatten();
        let removed = undone.into_iter().flat_map(|undone| &undone.steps).find_map(|step| match step {
            Step::Removed(record) if record.id == id => Some(record.version()),
            _ => None,
        });
        Ok(removed.unwrap_or(self.receipt.stamp.command))
    }

    /// Old values come back where the new ones still stand.
    fn reverse_update(&self, update: &Update) -> Rule<Result<Change, Block>> {
        let Some(record) = self.facts.find(update.id)? else {
            return self.missing(update.id, update.kind).map(Err);
        };
        let mut fields = Vec::new();
        for change in reversible(update) {
            let current = record.get(change.field);
            if current != self.follow(change.field, change.after.as_ref())?.as_ref() {
                return Ok(Err(block(record, Some(change.field), BlockReason::Edited)));
            }
            let after = self.follow(change.field, change.before.as_ref())?;
            fields.push(FieldChange { field: change.field, before: current.cloned(), after });
        }
        let untouched = record.changed == update.after;
        Ok(Ok(Change::Update(Update {
            kind: update.kind,
            id: update.id,
            fields,
            before: record.changed,
            after: if untouched { update.before } else { record.changed },
        })))
    }

    fn reverse_remove(&self, removed: &Record) -> Rule<Result<Option<Change>, Block>> {
        if let Some(again) = self.facts.find(removed.id)? {
            return Ok(Err(block(again, None, BlockReason::Edited)));
        }
        if matches!(removed.kind, Kind::Person | Kind::Organization)
            && !self.has(Forwarding::id_of(removed.id))
            && let Some(forwarding) = self.forwarding(removed.id)?
        {
            return Ok(Err(merged(removed.id, removed.kind, &forwarding)));
        }
        let mut record = removed.clone();
        for (field, value) in removed.fields() {
            record.set(*field, self.follow(*field, Some(value))?);
        }
        // Nobody is left to be kept apart from.
        let lost = |id: &Id| Ok(!self.comes_back(*id) && self.facts.find(*id)?.is_none());
        if record.kind == Kind::Separation && record.all_links().map(|id| lost(&id)).collect::<Rule<Vec<bool>>>()?.contains(&true) {
            return Ok(Ok(None));
        }
        Ok(Ok(Some(Change::Create(record))))
    }

    /// What was said about records that go, goes with them.
    pub fn take_separations_along(&self, undone: &mut ChangeSet) -> Rule<()> {
        let going: Vec<Id> = undone.changes().iter().filter(|change| matches!(change, Change::Remove(_))).map(Change::id).collect();
        for id in &going {
            for said in self.facts.linked_to(*id)?.iter().filter(|linked| linked.kind == Kind::Separation) {
                if !undone.changes().iter().any(|change| change.id() == said.id) {
                    undone.push(Change::Remove(said.clone()));
                }
            }
        }
        Ok(())
    }

    fn missing(&self, id: Id, kind: Kind) -> Rule<Block> {
        let forwarding = self.forwarding(id)?;
        Ok(forwarding.map_or_else(|| missing(id, kind, self.receipt), |forwarding| merged(id, kind, &forwarding)))
    }
}

/// Only people and organizations are merged: a field of that form, or one that may be.
fn can_be_merged(field: Field) -> bool {
    match field.shape() {
        Shape::Link(kind) => matches!(kind, Kind::Person | Kind::Organization),
        Shape::Links => true,
        _ => matches!(field, Field::Custom(_)),
    }
}

/// The count of conversions stays: it numbers the next one.
fn reversible(update: &Update) -> impl Iterator<Item = &FieldChange> {
    update.fields.iter().filter(|change| change.field != Field::Conversions)
}

fn merged(id: Id, kind: Kind, forwarding: &Forwarding) -> Block {
    Block { kind, id, field: None, reason: BlockReason::Merged, by: forwarding.merged.by, at: forwarding.merged.at }
}
