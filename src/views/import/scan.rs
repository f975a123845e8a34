//! Reads all rows without writing anything: what an import would bring, and everything that does not fit.

use domain::import::{Problem, Reason, RowOutcome, RowReader, Tally};
use domain::order::sort_by_key;

use leptos::prelude::*;

use super::known_emails::FileEmails;
use super::session::Session;
use super::workspace::context;
use crate::clock;
use crate::pace::Pace;

/// Problems of each sort that are listed; the rest is counted.
pub const LISTED: usize = 200;
/// Time between two reports on the way.
const REPORT_MS: f64 = 200.0;
/// Time for another choice before the rows are read.
const PATIENCE_MS: u32 = 120;

/// What is known so far; all of it when `done`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scan {
    pub done: bool,
    /// Ended by hand before its end.
    pub stopped: bool,
    /// From 0 to 1.
    pub progress: f64,
    pub tally: Tally,
    /// Of the refused rows: those like an earlier one.
    pub repeated: usize,
    /// Of the refused rows: those that name nobody.
    pub nameless: usize,
    /// Leads with an e-mail of a lead or person that is there already; counted last.
    pub known: Option<usize>,
    pub columns: Vec<ColumnCount>,
    pub refused: Listed,
    pub kept: Listed,
}

/// Cells of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ColumnCount {
    pub filled: usize,
    /// Not an e-mail, a date, an amount ...: kept in a note.
    pub invalid: usize,
    /// What keeps its row out: too long, too many.
    pub refused: usize,
    /// Names of statuses, owners and so on that the workspace doesn't have.
    pub unknown: usize,
}

/// The first problems, and how many there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    pub first: Vec<Problem>,
    pub count: usize,
}

impl Listed {
    fn add(&mut self, problem: &Problem) {
        self.count += 1;
        if self.first.len() < LISTED {
            self.first.push(problem.clone());
        }
    }
}

impl Scan {
    pub fn add(&mut self, cells: &[String], outcome: &RowOutcome) {
        self.columns.resize(self.columns.len().max(cells.len()), ColumnCount::default());
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.filled += usize::from(!cell.trim().is_empty());
        }
        let refused = matches!(outcome, RowOutcome::Refused { .. });
        for problem in outcome.problems() {
            if refused {
                self.refused.add(problem)
            } else {
                self.kept.add(problem)
            }
            self.repeated += usize::from(matches!(problem.reason, Reason::SameAsRow(_)));
            self.nameless += usize::from(problem.reason == Reason::NameOrOrganization);
            if let Some(column) = problem.cell.and_then(|at| self.columns.get_mut(at)) {
                match problem.reason {
                    Reason::Invalid(_) if refused => column.refused += 1,
                    // Something else keeps the row out.
                    _ if refused => {}
                    Reason::UnknownStatus | Reason::UnknownOwner | Reason::UnknownVisibility => column.unknown += 1,
                    Reason::WasConverted | Reason::AlreadyFilled => {}
                    _ => column.invalid += 1,
                }
            }
        }
    }

    /// The first problems of both sorts in the order of the file.
    pub fn first(&self) -> Vec<Problem> {
        let mut all: Vec<Problem> = self.refused.first.iter().chain(&self.kept.first).cloned().collect();
        sort_by_key(&mut all, |problem| problem.row);
        all.truncate(LISTED);
        all
    }
}

/// Reads the open file to its end, or until another scan begins.
pub async fn scan(session: Session, turn: u32) {
    gloo_timers::future::TimeoutFuture::new(PATIENCE_MS).await;
    let (Some(file), true) = (session.file.get_untracked(), session.is_turn(turn)) else { return };
    let context = context(session);
    let mapping = session.choices.with_untracked(|choices| choices.mapping(&file));
    let formats = session.choices.with_untracked(|choices| choices.formats.formats);
    let mut reader = RowReader::new(mapping, formats, context);
    let mut emails = FileEmails::default();
    let mut scan = Scan::default();
    let (mut pace, mut reported) = (Pace::start(), clock::elapsed());
    let mut rows = file.rows.rows();
    while let Some(row) = rows.next() {
        let outcome = reader.read(row.number, &row.cells);
        scan.add(&row.cells, &outcome);
        emails.add(&outcome);
        if !pace.breathe().await {
            continue;
        }
        if !session.is_turn(turn) {
            return;
        }
        if clock::elapsed() - reported > REPORT_MS {
            reported = clock::elapsed();
            session.scan.set(Scan { progress: rows.progress(), tally: reader.tally(), ..scan.clone() });
        }
    }
    session.scan.set(Scan { done: true, progress: 1.0, tally: reader.tally(), ..scan });
    let known = emails.count_known(session.actions.live, || session.is_turn(turn)).await;
    if known.is_some() {
        session.scan.update(|scan| scan.known = known);
    }
}
