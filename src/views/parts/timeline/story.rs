//! Puts notes, activities and changes of a record into groups, in the order they are read.

use domain::commands::{Action, Receipt, Step};
use domain::ids::Id;
use domain::order::sort_by_key;
use domain::records::{Field, Kind, Record, display_name};
use domain::stamp::{Millis, Stamp};
use domain::values::Date;

use super::filter::Filter;
use crate::i18n::when;
use crate::store::working_set::WorkingSet;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Heading {
    Next,
    /// The first day of the month.
    Month(Date),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub heading: Heading,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    Entry(Record),
    /// Changes that follow each other, the newest first.
    Changes(Vec<Receipt>),
}

impl Row {
    pub fn key(&self) -> (Id, usize, Id) {
        match self {
            Self::Entry(record) => (record.id, 0, record.version()),
            Self::Changes(list) => {
                let ends = [list.first(), list.last()].map(|receipt| receipt.map(|receipt| receipt.stamp.command).unwrap_or_default());
                (ends[0], list.len(), ends[1])
            }
        }
    }
}

/// Fields that follow from others or from the program: nobody reads about them.
const SILENT: &[Field] =
    &[Field::StatusSince, Field::StageSince, Field::Rank, Field::Seen, Field::Conversions, Field::Leads, Field::ConvertedBy, Field::Import];

pub fn is_told(field: Field) -> bool {
    !SILENT.contains(&field)
}

pub fn story(set: &WorkingSet, id: Id, filter: Filter, today: Date) -> Vec<Group> {
    let mut entries: Vec<Record> = set.story(id);
    entries.retain(|record| filter.admits(record));
    let (mut next, past): (Vec<Record>, Vec<Record>) = entries.into_iter().partition(is_open);
    sort_by_key(&mut next, |record| {
        let date = record.date(Field::DueDate);
        (date.is_none(), date, record.number(Field::DueTime).unwrap_or(i64::MAX), record.id)
    });
    let mut timed: Vec<(Millis, Row)> = past.into_iter().map(|record| (WorkingSet::happened_at(&record), Row::Entry(record))).collect();
    if filter.shows_changes() {
        timed.extend(changes(set, id).into_iter().map(|receipt| (receipt.stamp.at, Row::Changes(vec![receipt]))));
    }
    // Stable: of two things at one moment, the entry stands above the change.
    sort_by_key(&mut timed, |(at, _)| std::cmp::Reverse(*at));
    let first = (!next.is_empty()).then(|| Group { heading: Heading::Next, rows: next.into_iter().map(Row::Entry).collect() });
    first.into_iter().chain(by_month(timed, id, today)).collect()
}

fn is_open(record: &Record) -> bool {
    record.kind == Kind::Activity && !record.has(Field::DoneAt)
}

/// What was done to the record, and how it came to be, newest first.
fn changes(set: &WorkingSet, id: Id) -> Vec<Receipt> {
    let mut all: Vec<Receipt> = set.history(id).into_iter().filter(|receipt| tells(receipt, id)).collect();
    for merged in set.merged_into(id) {
        all.extend(set.history(merged).into_iter().filter(|receipt| tells(receipt, merged)));
    }
    let record = set.get(id);
    all.extend(record.map(|record| set.receipt(record.created.command).unwrap_or_else(|| unknown_origin(&record))));
    all
}

/// A record older than the log still has its mark of creation.
fn unknown_origin(record: &Record) -> Receipt {
    let touch = record.created;
    let stamp = Stamp { command: touch.command, device: Id::default(), by: touch.by, at: touch.at };
    let steps = vec![Step::Created { kind: record.kind, id: record.id }];
    Receipt { stamp, action: Action::Added { kind: record.kind, count: 1 }, steps }
}

/// Whose change it was: that of the record itself, or of one that was merged into it and is gone, with the name it had.
pub fn whose(set: &WorkingSet, home: Id, receipt: &Receipt) -> (Id, Option<String>) {
    let about = |id: Id| receipt.steps.iter().any(|step| step.id() == id);
    let merged = if about(home) { None } else { set.merged_into(home).into_iter().find(|id| about(*id)) };
    let Some(merged) = merged else { return (home, None) };
    let history = set.history(home);
    let name = history.iter().flat_map(|receipt| &receipt.steps).find_map(|step| match step {
        Step::Removed(record) if record.id == merged => Some(display_name(record)),
        _ => None,
    });
    (merged, name)
}

fn tells(receipt: &Receipt, id: Id) -> bool {
    let is_merge = matches!(receipt.action, Action::Merged { kept, .. } if kept == id);
    receipt.steps.iter().any(|step| match step {
        Step::Updated(update) => update.id == id && (is_merge || update.fields.iter().any(|change| is_told(change.field))),
        _ => false,
    })
}

/// How a record came to be is told apart from what was done to it.
fn is_origin(receipts: &[Receipt], id: Id) -> bool {
    let made = |receipt: &Receipt| receipt.steps.iter().any(|step| matches!(step, Step::Created { id: made, .. } if *made == id));
    receipts.iter().any(made)
}

/// Neighbouring changes join. `today` decides nothing but keeps the group of this month first.
fn by_month(timed: Vec<(Millis, Row)>, id: Id, today: Date) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, row) in timed {
        let (year, month, _) = when::local(at).0.ymd();
        let heading = Heading::Month(Date::from_ymd(year, month, 1).unwrap_or(today));
        if groups.last().is_none_or(|group| group.heading != heading) {
            groups.push(Group { heading, rows: Vec::new() });
        }
        let rows = groups.last_mut().map(|group| &mut group.rows);
        match (rows, row) {
            (Some(rows), Row::Changes(mut new)) if matches!(rows.last(), Some(Row::Changes(_))) && !is_origin(&new, id) => {
                if let Some(Row::Changes(list)) = rows.last_mut() {
                    list.append(&mut new);
                }
            }
            (Some(rows), row) => rows.push(row),
            (None, _) => {}
        }
    }
    groups
}
