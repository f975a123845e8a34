//! Reverses a command by its receipt (R82, B2): whole, or not at all, saying what is in the way.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Action, Receipt, Step};
use crate::change_set::{Change, ChangeSet, FieldChange, Update};
use crate::facts::{Facts, Query, Rule, Stop};
use crate::ids::Id;
use crate::records::{Field, Kind, Record, Shape};
use crate::rejection::{Block, BlockReason, Rejection};
use crate::values::Value;
use crate::workspace;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Undo {
    pub command: Id,
    /// What is undone, for the list of changes.
    pub action: Action,
    /// For a conversion: open the lead again and leave everything else as it is.
    pub keep_results: bool,
}

impl Undo {
    pub fn of(receipt: &Receipt) -> Self {
        Self { command: receipt.stamp.command, action: receipt.action.clone(), keep_results: false }
    }
}

pub(crate) fn rule(command: &Undo, facts: &Facts) -> Rule<ChangeSet> {
    let receipt = facts.receipt(command.command)?.ok_or(Rejection::NoReceipt)?;
    facts.prepare(receipt.steps.iter().map(|step| Query::Record(step.id())))?;
    if already_undone(receipt, facts)? {
        return Err(Rejection::AlreadyUndone.into());
    }
    let made = receipt.steps.iter().filter(|step| matches!(step, Step::Created { .. }));
    facts.prepare(made.map(|step| Query::LinkedTo(step.id())))?;
    let keep_results = command.keep_results && receipt.action.converts().is_some();
    let mut undone = ChangeSet::default();
    let mut blocks = Vec::new();
    // Backwards, because later steps may build on earlier ones.
    for step in receipt.steps.iter().rev() {
        if keep_results && step.kind() != Kind::Lead {
            continue;
        }
        match reverse(step, receipt, facts)? {
            Ok(change) => undone.push(change),
            Err(block) => blocks.push(block),
        }
    }
    blocks.extend(broken_links(&undone, receipt, facts)?);
    if blocks.is_empty() { Ok(undone) } else { Err(Stop::Reject(vec![Rejection::UndoBlocked { blocks }])) }
}

/// Every created record is gone, every removed one is back and every updated one has its old values.
fn already_undone(receipt: &Receipt, facts: &Facts) -> Rule<bool> {
    for step in &receipt.steps {
        let current = facts.find(step.id())?;
        let in_effect = match step {
            Step::Created { .. } => current.is_some(),
            Step::Removed(_) => current.is_none(),
            Step::Updated(update) => {
                current.is_none_or(|record| reversible(update).any(|change| record.get(change.field) != change.before.as_ref()))
            }
        };
        if in_effect {
            return Ok(false);
        }
    }
    Ok(!receipt.steps.is_empty())
}

fn reverse(step: &Step, receipt: &Receipt, facts: &Facts) -> Rule<Result<Change, Block>> {
    match step {
        Step::Created { id, kind } => reverse_create(*id, *kind, receipt, facts),
        Step::Updated(update) => reverse_update(update, receipt, facts),
        Step::Removed(record) => {
            let again = facts.find(record.id)?;
            Ok(again.map_or_else(|| Ok(Change::Create(record.clone())), |there| Err(block(there, None, BlockReason::Edited))))
        }
    }
}

/// A created record goes again if nobody changed it and nothing new points to it.
fn reverse_create(id: Id, kind: Kind, receipt: &Receipt, facts: &Facts) -> Rule<Result<Change, Block>> {
    let Some(record) = facts.find(id)? else {
        return Ok(Err(missing(id, kind, receipt)));
    };
    if record.version() != version_when_made(id, receipt, facts)? {
        return Ok(Err(block(record, None, BlockReason::Edited)));
    }
    let known = |linked: &Record| receipt.steps.iter().any(|step| step.id() == linked.id);
    if let Some(linked) = facts.linked_to(id)?.iter().find(|linked| !known(linked)) {
        return Ok(Err(block(linked, None, BlockReason::Linked)));
    }
    Ok(Ok(Change::Remove(record.clone())))
}

/// What was brought back by an undo is as it was before it had been removed.
fn version_when_made(id: Id, receipt: &Receipt, facts: &Facts) -> Rule<Id> {
    let undone = receipt.undoes().map(|command| facts.receipt(command)).transpose()?.flatten();
    let removed = undone.into_iter().flat_map(|undone| &undone.steps).find_map(|step| match step {
        Step::Removed(record) if record.id == id => Some(record.version()),
        _ => None,
    });
    Ok(removed.unwrap_or(receipt.stamp.command))
}

/// The count of conversions stays: it numbers the next one.
fn reversible(update: &Update) -> impl Iterator<Item = &FieldChange> {
    update.fields.iter().filter(|change| change.field != Field::Conversions)
}

/// Old values come back where the new ones still stand.
fn reverse_update(update: &Update, receipt: &Receipt, facts: &Facts) -> Rule<Result<Change, Block>> {
    let Some(record) = facts.find(update.id)? else {
        return Ok(Err(missing(update.id, update.kind, receipt)));
    };
    let fields: Vec<&FieldChange> = reversible(update).collect();
    if let Some(edited) = fields.iter().find(|change| record.get(change.field) != change.after.as_ref()) {
        return Ok(Err(block(record, Some(edited.field), BlockReason::Edited)));
    }
    let back = |change: &&FieldChange| FieldChange { field: change.field, before: change.after.clone(), after: change.before.clone() };
    let untouched = record.changed == update.after;
    Ok(Ok(Change::Update(Update {
        kind: update.kind,
        id: update.id,
        fields: fields.iter().map(back).collect(),
        before: record.changed,
        after: if untouched { update.before } else { record.changed },
    })))
}

/// What comes back must not point to a record that was removed since.
fn broken_links(undone: &ChangeSet, receipt: &Receipt, facts: &Facts) -> Rule<Vec<Block>> {
    let stays: BTreeMap<Id, bool> = undone.changes().iter().map(|change| (change.id(), !matches!(change, Change::Remove(_)))).collect();
    let links: Vec<(Kind, Field, Id)> = undone.changes().iter().flat_map(links_coming_back).collect();
    let elsewhere = |id: &Id| !stays.contains_key(id) && !workspace::is_built_in(*id);
    facts.prepare(links.iter().map(|(.., id)| *id).filter(elsewhere).map(Query::Record))?;
    let mut blocks = Vec::new();
    for (kind, field, id) in links {
        let there = if elsewhere(&id) { facts.find(id)?.is_some() } else { stays.get(&id).copied().unwrap_or(true) };
        if !there {
            let kind = if let Shape::Link(kind) = field.shape() { kind } else { kind };
            blocks.push(Block { field: Some(field), ..missing(id, kind, receipt) });
        }
    }
    Ok(blocks)
}

/// The links that a change restores, with the kind of record that has them.
fn links_coming_back(change: &Change) -> Vec<(Kind, Field, Id)> {
    let kind = change.kind();
    let of = |(field, value): (Field, &Value)| value.links().iter().map(|id| (kind, field, *id)).collect::<Vec<_>>();
    match change {
        Change::Create(record) => record.fields().iter().flat_map(|(field, value)| of((*field, value))).collect(),
        Change::Update(update) => {
            update.fields.iter().filter_map(|change| Some((change.field, change.after.as_ref()?))).flat_map(of).collect()
        }
        Change::Remove(_) => Vec::new(),
    }
}

fn block(record: &Record, field: Option<Field>, reason: BlockReason) -> Block {
    let touch = record.last_touch();
    Block { kind: record.kind, id: record.id, field, reason, by: touch.by, at: touch.at }
}

fn missing(id: Id, kind: Kind, receipt: &Receipt) -> Block {
    Block { kind, id, field: None, reason: BlockReason::Removed, by: receipt.stamp.by, at: receipt.stamp.at }
}
