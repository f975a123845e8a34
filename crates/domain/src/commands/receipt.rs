//! What stays of a command after it took effect: enough to tell what happened and to reverse it.

use serde::{Deserialize, Serialize};

use super::Command;
use crate::change_set::{Change, ChangeSet, Update};
use crate::ids::Id;
use crate::records::{Field, Kind, Record};
use crate::stamp::Stamp;

/// Kept as history. Created records are named, not repeated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Receipt {
    pub stamp: Stamp,
    pub action: Action,
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Step {
    Created { kind: Kind, id: Id },
    Updated(Update),
    Removed(Record),
}

impl Step {
    pub fn id(&self) -> Id {
        match self {
            Self::Created { id, .. } => *id,
            Self::Updated(update) => update.id,
            Self::Removed(record) => record.id,
        }
    }

    pub fn kind(&self) -> Kind {
        match self {
            Self::Created { kind, .. } => *kind,
            Self::Updated(update) => update.kind,
            Self::Removed(record) => record.kind,
        }
    }
}

/// What was done, for lists of changes. Stored by position: new actions go to the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Action {
    Added {
        kind: Kind,
        count: usize,
    },
    Imported {
        batch: Id,
        count: usize,
    },
    Edited {
        kind: Kind,
        count: usize,
        field: Option<Field>,
    },
    Removed {
        kind: Kind,
        count: usize,
    },
    Archived {
        count: usize,
    },
    Restored {
        count: usize,
    },
    StatusSet {
        count: usize,
        status: Id,
    },
    Converted {
        lead: Id,
        deal: Option<Id>,
        person: Option<Id>,
        organization: Option<Id>,
    },
    DealMoved {
        deal: Id,
        stage: Id,
    },
    DealWon {
        deal: Id,
    },
    DealLost {
        deal: Id,
    },
    DealReopened {
        deal: Id,
    },
    Undone {
        command: Id,
        of: Box<Action>,
        partly: bool,
    },
    /// One of many (R52).
    ConvertedInRun {
        run: Id,
        lead: Id,
        deal: Option<Id>,
        person: Option<Id>,
        organization: Option<Id>,
    },
    /// Of several pairs the first is named.
    KeptSeparate {
        one: Id,
        other: Id,
        count: usize,
    },
    /// So many records went into the one that was kept.
    Merged {
        kind: Kind,
        kept: Id,
        count: usize,
    },
}

/// What a lead became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conversion {
    pub lead: Id,
    pub deal: Option<Id>,
    pub person: Option<Id>,
    pub organization: Option<Id>,
    /// The run of many it was part of.
    pub run: Option<Id>,
}

impl Action {
    /// The conversion this is, alone or in a run; an undo is none.
    pub fn conversion(&self) -> Option<Conversion> {
        match *self {
            Self::Converted { lead, deal, person, organization } => Some(Conversion { lead, deal, person, organization, run: None }),
            Self::ConvertedInRun { run, lead, deal, person, organization } => {
                Some(Conversion { lead, deal, person, organization, run: Some(run) })
            }
            _ => None,
        }
    }

    /// The conversion that is in effect by this: one that was carried out, or done again.
    pub fn converts(&self) -> Option<Conversion> {
        let Self::Undone { of, .. } = self else { return self.conversion() };
        if let Self::Undone { of, .. } = &**of { of.converts() } else { None }
    }

    /// What was done at first, before it was turned round.
    pub fn turned(&self) -> &Self {
        if let Self::Undone { of, .. } = self { of.turned() } else { self }
    }

    /// How often it was turned round: an undo once, its undo, which is a redo, twice.
    pub fn turns(&self) -> usize {
        if let Self::Undone { of, .. } = self { 1 + of.turns() } else { 0 }
    }

    /// It takes something back; what takes that back does it again.
    pub fn takes_back(&self) -> bool {
        self.turns() % 2 == 1
    }
}

impl Receipt {
    pub fn new(command: &Command, stamp: &Stamp, changes: &ChangeSet) -> Self {
        Self::of(*stamp, action(command, changes), changes)
    }

    /// From its stored parts.
    pub fn of(stamp: Stamp, action: Action, changes: &ChangeSet) -> Self {
        let step = |change: &Change| match change {
            Change::Create(record) => Step::Created { kind: record.kind, id: record.id },
            Change::Update(update) => Step::Updated(update.clone()),
            Change::Remove(record) => Step::Removed(record.clone()),
        };
        Self { stamp, action, steps: changes.changes().iter().map(step).collect() }
    }

    /// The command this receipt reverses, if it is an undo.
    pub fn undoes(&self) -> Option<Id> {
        if let Action::Undone { command, .. } = self.action { Some(command) } else { None }
    }
}

fn action(command: &Command, changes: &ChangeSet) -> Action {
    let changes = changes.changes();
    let count = changes.len();
    let first_kind = changes.first().map_or(Kind::Lead, Change::kind);
    match command {
        Command::AddRecords(add) => match add.import {
            Some(batch) => Action::Imported { batch, count: changes.iter().filter(|change| change.kind() == Kind::Lead).count() },
            None => Action::Added { kind: first_kind, count },
        },
        Command::EditRecords(edit) => Action::Edited { kind: first_kind, count, field: edit.only_field() },
        Command::RemoveRecords(_) => Action::Removed { kind: first_kind, count },
        Command::ArchiveLeads(archive) if archive.restore => Action::Restored { count },
        Command::ArchiveLeads(_) => Action::Archived { count },
        Command::SetStatus(set) => Action::StatusSet { count, status: set.status },
        Command::ConvertLead(convert) => {
            let result = |field| changes.iter().find_map(|change| result_link(change, convert.lead, field));
            let (lead, deal, person) = (convert.lead, result(Field::ConvertedDeal), result(Field::ConvertedPerson));
            let organization = result(Field::ConvertedOrganization);
            match convert.run {
                Some(run) => Action::ConvertedInRun { run, lead, deal, person, organization },
                None => Action::Converted { lead, deal, person, organization },
            }
        }
        Command::MoveDeal(moved) => Action::DealMoved { deal: moved.deal, stage: moved.stage },
        Command::CloseDeal(close) => close.action(),
        Command::KeepSeparate(keep) => {
            let (one, other) = keep.pairs.first().copied().unwrap_or_default();
            Action::KeptSeparate { one, other, count }
        }
        Command::MergeRecords(merge) => Action::Merged { kind: first_kind, kept: merge.kept, count: merge.removed.len() },
        Command::Undo(undo) => Action::Undone { command: undo.command, of: Box::new(undo.action.clone()), partly: undo.keep_results },
    }
}

fn result_link(change: &Change, lead: Id, field: Field) -> Option<Id> {
    let Change::Update(update) = change else { return None };
    let change = update.fields.iter().find(|change| update.id == lead && change.field == field)?;
    if let Some(crate::values::Value::Link(id)) = change.after { Some(id) } else { None }
}
