//! Rows that may be there already: each compared with the records and with the rows before it, by all that it says.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::commands::Draft;
use domain::duplicates::Band;
use domain::ids::Id;
use domain::import::{RowOutcome, RowReader};
use domain::records::{Field, Kind, Record};
use domain::stamp::Stamp;
use domain::values::Value;
use leptos::prelude::*;

use super::scan::LISTED;
use super::session::Session;
use super::workspace::context;
use crate::clock;
use crate::i18n::fields;
use crate::pace::{Pace, next_task};
use crate::store::working_set::Task;

/// Files of at most so many leads are compared without being asked.
pub const SMALL: usize = 20_000;
/// Time between two reports on the way.
const REPORT_MS: f64 = 200.0;

/// What is done with rows that are certainly there already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Policy {
    #[default]
    ImportAll,
    /// Also those like an earlier row.
    Skip,
    /// Imported, and linked to the person or the organization that they are.
    Link,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    #[default]
    NotAsked,
    AtWork,
    Done,
    Stopped,
}

/// A row and whom it may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Double {
    pub row: usize,
    pub name: String,
    pub is: Whom,
    pub percent: u32,
    pub band: Band,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    Record(Kind, Id),
    Row(usize),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Doubles {
    pub state: State,
    pub done: usize,
    pub policy: Policy,
    /// Certain and likely: like a record, like an earlier row.
    pub known: [usize; 2],
    pub repeated: [usize; 2],
    /// The first of them.
    pub first: Vec<Double>,
    /// Who is certain, by row.
    certain: Arc<BTreeMap<usize, Whom>>,
    /// What was chosen for single rows, whatever is done with the others.
    own: Arc<BTreeMap<usize, Policy>>,
}

impl Doubles {
    /// Nothing is known.
    pub fn stopped() -> Self {
        Self { state: State::Stopped, ..Self::default() }
    }

    pub fn certain(&self) -> usize {
        self.certain.len()
    }

    /// People and organizations among them: they can be linked.
    pub fn linkable(&self) -> usize {
        self.certain.values().filter(|whom| matches!(whom, Whom::Record(Kind::Person | Kind::Organization, _))).count()
    }

    /// Rows that will be left out.
    pub fn skipped(&self) -> usize {
        let by_policy = |row: &usize| self.policy == Policy::Skip && self.certain.contains_key(row);
        let others = self.certain.keys().filter(|row| by_policy(row) && !self.own.contains_key(row)).count();
        others + self.own.values().filter(|choice| **choice == Policy::Skip).count()
    }

    /// What is done with a row: what was chosen for it, else as with all that are certain.
    pub fn choice(&self, row: usize) -> Policy {
        let others = if self.certain.contains_key(&row) { self.policy } else { Policy::ImportAll };
        let choice = self.own.get(&row).copied().unwrap_or(others);
        if choice == Policy::Link && !self.is_linkable(row) { Policy::ImportAll } else { choice }
    }

    pub fn choose(&mut self, row: usize, choice: Policy) {
        Arc::make_mut(&mut self.own).insert(row, choice);
    }

    pub fn is_linkable(&self, row: usize) -> bool {
        matches!(self.whom(row), Some(Whom::Record(Kind::Person | Kind::Organization, _)))
    }

    fn whom(&self, row: usize) -> Option<Whom> {
        self.certain.get(&row).copied().or_else(|| self.first.iter().find(|double| double.row == row).map(|double| double.is))
    }

    fn add(&mut self, double: Double) {
        if double.band < Band::Likely {
            return;
        }
        let counts = if matches!(double.is, Whom::Row(_)) { &mut self.repeated } else { &mut self.known };
        counts[usize::from(double.band < Band::Certain)] += 1;
        if double.band == Band::Certain {
            Arc::make_mut(&mut self.certain).insert(double.row, double.is);
        }
        if self.first.len() < LISTED {
            self.first.push(double);
        }
    }

    /// What becomes of a row's records: nothing, or the lead with a link.
    pub fn apply(&self, session: Session, row: usize, drafts: Vec<Draft>) -> Vec<Draft> {
        if !self.certain.contains_key(&row) && !self.own.contains_key(&row) {
            return drafts;
        }
        match (self.choice(row), self.whom(row)) {
            (Policy::Skip, _) => Vec::new(),
            (Policy::Link, Some(Whom::Record(kind, id))) => link(session, drafts, kind, id),
            _ => drafts,
        }
    }
}

fn link(session: Session, mut drafts: Vec<Draft>, kind: Kind, id: Id) -> Vec<Draft> {
    let field = match kind {
        Kind::Person => Field::Person,
        Kind::Organization => Field::Organization,
        _ => return drafts,
    };
    let is_there = session.actions.live.read(|set| set.get(id)).is_some_and(|record| record.kind == kind);
    if let Some(lead) = drafts.iter_mut().find(|draft| draft.kind == Kind::Lead && is_there) {
        lead.fields.push((field, Value::Link(id)));
    }
    drafts
}

fn lead_of(drafts: &[Draft], stamp: &Stamp) -> Option<Record> {
    drafts.iter().find(|draft| draft.kind == Kind::Lead).map(|draft| draft.record(stamp))
}

/// Compares all rows, until `wanted` says no.
pub async fn compare_rows(session: Session, wanted: impl Fn() -> bool) {
    let Some(file) = session.file.get_untracked() else { return };
    let live = session.actions.live;
    let mut pace = Pace::start();
    while live.go_on(Task::KnowLeads).is_some_and(|progress| !progress.is_over) {
        if pace.is_over() {
            next_task().await;
            pace = Pace::start();
        }
    }
    live.begin_rows();
    let mapping = session.choices.with_untracked(|choices| choices.mapping(&file));
    let formats = session.choices.with_untracked(|choices| choices.formats.formats);
    let mut reader = RowReader::new(mapping, formats, context(session));
    let stamp = session.actions.dispatch.stamp();
    let mut rows: BTreeMap<Id, usize> = BTreeMap::new();
    let mut doubles =
        Doubles { state: State::AtWork, policy: session.doubles.with_untracked(|doubles| doubles.policy), ..Doubles::default() };
    let mut reported = clock::elapsed();
    for row in file.rows.rows() {
        if let RowOutcome::Lead { drafts, .. } = reader.read(row.number, &row.cells)
            && let Some(lead) = lead_of(&drafts, &stamp)
        {
            rows.insert(lead.id, row.number);
            if let Some(found) = live.check_row(&lead) {
                let is = rows.get(&found.id).filter(|_| found.in_file).map_or(Whom::Record(found.kind, found.id), |row| Whom::Row(*row));
                let name = fields::record_name(&lead);
                doubles.add(Double { row: row.number, name, is, percent: found.probability.percent(), band: found.band });
            }
            doubles.done += 1;
        }
        if pace.is_over() {
            next_task().await;
            pace = Pace::start();
            if !wanted() {
                live.end_rows();
                return;
            }
            if clock::elapsed() - reported > REPORT_MS {
                reported = clock::elapsed();
                session.doubles.update(|shown| *shown = Doubles { policy: shown.policy, own: shown.own.clone(), ..doubles.clone() });
            }
        }
    }
    live.end_rows();
    session.doubles.update(|shown| *shown = Doubles { policy: shown.policy, own: shown.own.clone(), state: State::Done, ..doubles });
}
