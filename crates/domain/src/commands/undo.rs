//! Reverses a command by its receipt (R82, B2): whole, or not at all, saying what is in the way.

mod trail;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Action, Receipt, Step, stories};
use crate::change_set::{Change, ChangeSet};
use crate::facts::{Facts, Query, Rule, Stop};
use crate::ids::Id;
use crate::records::{Field, Kind, Record, Shape};
use crate::rejection::{Block, BlockReason, Rejection};
use crate::values::Value;
use crate::workspace;
use trail::Trail;

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
    let trail = Trail::new(receipt, facts)?;
    if trail.already_undone()? {
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
        match trail.reverse(step)? {
            Ok(change) => change.into_iter().for_each(|change| undone.push(change)),
            Err(block) => blocks.push(block),
        }
    }
    trail.take_separations_along(&mut undone)?;
    blocks.extend(broken_links(&undone, receipt, facts)?);
    stories::follow_undo(&mut undone, receipt, facts, keep_results)?;
    if blocks.is_empty() { Ok(undone) } else { Err(Stop::Reject(vec![Rejection::UndoBlocked { blocks }])) }
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

/// A note or an activity on a lead that came after its conversion: it stays with the lead, and is in nobody's way.
pub(super) fn was_written_since(record: &Record, lead: Id, receipt: &Receipt) -> bool {
    let is_new = record.created.at > receipt.stamp.at && !receipt.steps.iter().any(|step| step.id() == record.id);
    is_new && stories::is_story(record.kind) && record.links(Field::About).contains(&lead)
}

fn block(record: &Record, field: Option<Field>, reason: BlockReason) -> Block {
    let touch = record.last_touch();
    Block { kind: record.kind, id: record.id, field, reason, by: touch.by, at: touch.at }
}

fn missing(id: Id, kind: Kind, receipt: &Receipt) -> Block {
    Block { kind, id, field: None, reason: BlockReason::Removed, by: receipt.stamp.by, at: receipt.stamp.at }
}
