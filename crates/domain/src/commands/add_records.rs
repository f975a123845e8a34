//! Adds records: one typed by hand, a note, a task, or the rows of an import.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{check, rank, stories};
use crate::change_set::ChangeSet;
use crate::facts::{Facts, Query, Rule, Stop};
use crate::ids::Id;
use crate::records::{CustomFields, Field, Kind, Record};
use crate::rejection::{Rejection, Why};
use crate::stamp::{Stamp, Touch};
use crate::values::{ActivityKind, Coded, DealStatus, FieldType, NoteSubject, Value};
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
    let (kind, id) = (record.kind, record.id);
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
            default(Field::Rank, Value::text(rank::fresh(stamp.at, id)));
            default(Field::DealStatus, Value::Code(DealStatus::Open.code()));
            default(Field::Owner, Value::Link(stamp.by));
        }
        Kind::Activity => {
            default(Field::ActivityKind, Value::Code(ActivityKind::Task.code()));
            default(Field::Owner, Value::Link(stamp.by));
        }
        Kind::CustomField => {
            default(Field::FieldType, Value::Code(FieldType::Text.code()));
            default(Field::UsedOn, Value::Texts(vec!["lead".into()]));
        }
        Kind::Note => default(Field::NoteSubject, Value::Code(NoteSubject::Person.code())),
        _ => {}
    }
}

/// No record is made twice, neither by a repeated command nor within one.
fn once(command: &AddRecords, stamp: &Stamp, facts: &Facts) -> Rule<()> {
    facts.prepare(command.drafts.iter().map(|draft| Query::Record(draft.id)))?;
    let mut ids = BTreeSet::new();
    for draft in &command.drafts {
        let there = facts.find(draft.id)?.map(|there| there.created);
        let twice = (!ids.insert(draft.id)).then(|| stamp.touch());
        if let Some(Touch { by, at, .. }) = there.or(twice) {
            return Err(Rejection::ChangedMeanwhile { id: draft.id, by, at }.into());
        }
    }
    Ok(())
}

/// What the command makes, sorted by id. All other records that the drafts link to are asked for at once.
fn made(command: &AddRecords, facts: &Facts) -> Rule<Vec<(Id, Kind)>> {
    let mut made: Vec<(Id, Kind)> = command.drafts.iter().map(|draft| (draft.id, draft.kind)).collect();
    made.sort_unstable();
    let new = |id: &Id| made.binary_search_by_key(id, |(made, _)| *made).is_ok();
    let linked = command.drafts.iter().flat_map(|draft| draft.fields.iter()).flat_map(|(_, value)| value.links()).copied();
    let stored: BTreeSet<Id> = linked.filter(|id| !workspace::is_built_in(*id) && !new(id)).collect();
    facts.prepare(stored.into_iter().map(Query::Record))?;
    Ok(made)
}

/// The definitions there are and those that the command brings; none are asked for where nothing needs one.
fn customs(command: &AddRecords, stamp: &Stamp, facts: &Facts) -> Rule<CustomFields> {
    let holds = |draft: &Draft| draft.fields.iter().any(|(field, _)| matches!(field, Field::Custom(_)));
    let by_hand = |draft: &Draft| command.import.is_none() && draft.kind.word().is_some();
    if !command.drafts.iter().any(|draft| holds(draft) || by_hand(draft)) {
        return Ok(CustomFields::default());
    }
    let brought = command.drafts.iter().filter(|draft| draft.kind == Kind::CustomField).map(|draft| draft.record(stamp));
    let all: Vec<Record> = facts.all(Kind::CustomField)?.iter().cloned().chain(brought).collect();
    Ok(CustomFields::of(&all))
}

/// What a record made by hand must have beside its name. An import brings what there is: converting asks for the rest.
fn complete_enough(record: &Record, customs: &CustomFields, command: &AddRecords, facts: &Facts) -> Rule<()> {
    if command.import.is_some() {
        return Ok(());
    }
    let of_step = check::lacking(facts, record)?.into_iter().filter_map(|reason| match reason {
        Rejection::Required { field, .. } => Some(field),
        _ => None,
    });
    let missing: Vec<Rejection> =
        customs.missing(record).chain(of_step).map(|field| Rejection::Field { field, why: Why::Missing }).collect();
    if missing.is_empty() { Ok(()) } else { Err(Stop::Reject(missing)) }
}

pub(crate) fn rule(command: &AddRecords, stamp: &Stamp, facts: &Facts) -> Rule<ChangeSet> {
    once(command, stamp, facts)?;
    let made = made(command, facts)?;
    let customs = customs(command, stamp, facts)?;
    let mut changes = ChangeSet::default();
    for draft in &command.drafts {
        let mut record = draft.record(stamp);
        if let Some(import) = command.import {
            record.set(Field::Import, Some(Value::text(import.to_string())));
        }
        check::by_hand(draft.kind)?;
        check::valid(&record)?;
        CustomFields::name_is_free(facts, &record)?;
        check::links(facts, &draft.fields, &made)?;
        check::custom_values(facts, &customs, draft.kind, draft.fields.iter().map(|(field, value)| (*field, value)), &made)?;
        complete_enough(&record, &customs, command, facts)?;
        stories::follow_conversion(&mut record, facts, |id| {
            !workspace::is_built_in(*id) && made.binary_search_by_key(id, |(made, _)| *made).is_err()
        })?;
        changes.create(record);
    }
    Ok(changes)
}
