//! What a merge will do, field by field. The command carries out exactly this plan, so preview equals result.

use super::MergeRecords;
use super::fields::{MergeRow, rows};
use super::moves::move_links;
use crate::change_set::{Change, ChangeSet};
use crate::commands::check;
use crate::facts::{Facts, Query, Rule};
use crate::ids::Id;
use crate::records::{CustomFields, Field, Forwarding, Kind, Record, Separation, validate};
use crate::rejection::{Rejection, Why};
use crate::rights;
use crate::stamp::Stamp;
use crate::values::{Coded, NoteSubject, Value};

#[derive(Debug, Default)]
pub struct MergePlan {
    pub rows: Vec<MergeRow>,
    /// All reasons at once why it can't be done (B11).
    pub blockers: Vec<Rejection>,
    pub moved: Moved,
    /// That some of these are not the same was said before: by whom and when.
    pub separated: Vec<Separation>,
    pub(super) changes: ChangeSet,
}

/// How many records belong to the survivor from then on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    pub deals: usize,
    pub people: usize,
    /// Leads that became one of them.
    pub leads: usize,
    /// Notes and activities.
    pub stories: usize,
}

impl MergePlan {
    pub(super) fn into_changes(self) -> ChangeSet {
        self.changes
    }

    pub fn changes(&self) -> &ChangeSet {
        &self.changes
    }

    fn block(&mut self, rejection: Rejection) {
        if !self.blockers.contains(&rejection) {
            self.blockers.push(rejection);
        }
    }
}

/// Also answers when there are blockers, so that the dialog can show both.
pub fn plan(command: &MergeRecords, stamp: &Stamp, facts: &Facts) -> Rule<MergePlan> {
    facts.prepare(command.ids().map(Query::Record).chain(command.removed.iter().copied().map(Query::LinkedTo)))?;
    let mut plan = MergePlan::default();
    let records = merged(command, facts, &mut plan)?;
    let Some((kept, others)) = records.split_first() else { return Ok(plan) };
    let customs = CustomFields::read(facts)?;
    let mut after = kept.clone();
    for row in rows(&records, command, &customs) {
        after.set(row.field, row.after.clone());
        let entered = matches!(row.field, Field::Custom(_)) || kept.kind.editable().contains(&row.field);
        if entered && row.values.iter().any(Option::is_some) {
            plan.rows.push(row);
        }
    }
    // Also when nothing on it changes: its history tells of the merge.
    plan.changes.touch(kept, &after, stamp.touch());
    let removed: Vec<Id> = others.iter().map(|record| record.id).collect();
    move_links(kept.id, &removed, stamp, facts, &mut plan)?;
    for record in others {
        forward(record, kept.id, stamp, facts, &mut plan.changes)?;
    }
    let note = command.note.as_deref().zip(others.first()).map(|(text, first)| note(text, kept, first, stamp));
    for problem in note.iter().chain([&after]).flat_map(validate) {
        plan.block(of_target(problem, kept.kind));
    }
    note.into_iter().for_each(|note| plan.changes.create(note));
    others.iter().for_each(|record| plan.changes.push(Change::Remove(record.clone())));
    for reason in rights::lacking(&plan.changes, None, stamp, facts)? {
        plan.block(reason);
    }
    Ok(plan)
}

/// The records, the kept one first, without those that can't be merged into it; none if that one can't be kept.
fn merged(command: &MergeRecords, facts: &Facts, plan: &mut MergePlan) -> Rule<Vec<Record>> {
    let mut records: Vec<Record> = Vec::new();
    let mut ids: Vec<Id> = Vec::new();
    for id in command.ids() {
        if ids.contains(&id) {
            plan.block(Rejection::SameRecord { id });
            continue;
        }
        ids.push(id);
        let Some(record) = facts.find(id)? else {
            plan.block(check::missing(facts, id)?);
            continue;
        };
        let fits =
            matches!(record.kind, Kind::Person | Kind::Organization) && kept_kind(command, facts)?.is_none_or(|kind| kind == record.kind);
        if !fits {
            plan.block(Rejection::KindsDiffer { one: command.kept, other: id });
            continue;
        }
        if command.seen.iter().any(|(of, seen)| *of == id && *seen != record.version()) {
            let touch = record.last_touch();
            plan.block(Rejection::ChangedMeanwhile { id, by: touch.by, at: touch.at });
        }
        records.push(record.clone());
    }
    if command.removed.is_empty() {
        plan.block(Rejection::SameRecord { id: command.kept });
    }
    for (field, id) in command.choices.iter().filter(|(_, id)| !ids.contains(id)) {
        plan.block(Rejection::Field { field: *field, why: Why::BadLink { id: *id } });
    }
    let kept_stays = records.first().is_some_and(|record| record.id == command.kept);
    Ok(if kept_stays { records } else { Vec::new() })
}

fn kept_kind(command: &MergeRecords, facts: &Facts) -> Rule<Option<Kind>> {
    Ok(facts.find(command.kept)?.map(|record| record.kind))
}

/// Who looks for the record finds the survivor.
fn forward(record: &Record, survivor: Id, stamp: &Stamp, facts: &Facts, changes: &mut ChangeSet) -> Rule<()> {
    let new = Forwarding::record(record.id, survivor, record.kind, stamp.touch());
    match facts.find(new.id)? {
        None => changes.create(new),
        Some(before) => changes.touch(before, &new, stamp.touch()),
    }
    Ok(())
}

/// Under an id that repeats.
fn note(text: &str, kept: &Record, removed: &Record, stamp: &Stamp) -> Record {
    let subject = if kept.kind == Kind::Person { NoteSubject::Person } else { NoteSubject::Company };
    Record::new(Kind::Note, removed.id.derive("merged/note"), stamp.touch())
        .with(Field::Text, Value::text(text))
        .with(Field::NoteSubject, Value::Code(subject.code()))
        .with(Field::About, Value::Links(vec![kept.id]))
}

fn of_target(problem: Rejection, kind: Kind) -> Rejection {
    match problem {
        Rejection::Field { field: Field::Text, why } => Rejection::Target { kind: Kind::Note, field: Field::Text, why },
        Rejection::Field { field, why } => Rejection::Target { kind, field, why },
        other => other,
    }
}
