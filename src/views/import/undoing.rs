//! Takes an import back, the last commit first. Leads that were used since stay, and are counted.

use domain::commands::{Action, Command, Receipt, RemoveRecords, Undo};
use domain::facts::{Answer, Query};
use domain::ids::Id;
use domain::records::{Kind, Record};
use domain::rejection::Rejection;
use leptos::prelude::*;

use super::last_import::LastImport;
use super::session::{Progress, Session};
use crate::clock;
use crate::dispatch::Failure;
use crate::i18n::import as words;
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;

/// What an undo left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undone {
    /// Leads that stay because they are in use.
    pub left: usize,
    /// What else was in the way, in words.
    pub reason: Option<String>,
}

impl Undone {
    /// For those who are elsewhere.
    pub fn in_words(&self) -> String {
        match &self.reason {
            Some(reason) => format!("{} {reason}", words::undo_failed()),
            None if self.left > 0 => words::undone_partly(self.left),
            None => words::undone().to_owned(),
        }
    }
}

/// The id of one commit of an import: known again after a reload.
pub fn commit_id(batch: Id, number: usize) -> Id {
    batch.derive(&format!("commit/{number}"))
}

/// Leads of an import that are still there; of the first commit only, which stands for all.
pub fn is_there(live: Live, batch: Id) -> bool {
    live.read(|set| {
        let receipt = set.receipt(commit_id(batch, 0));
        receipt.is_some_and(|receipt| receipt.steps.iter().any(|step| set.get(step.id()).is_some()))
    })
}

pub async fn undo(session: Session, batch: Id) -> Undone {
    let live = session.actions.live;
    let commits = live.read(|set| set.import_commits(batch));
    session.progress.set(Progress { done: 0, total: commits.iter().map(leads).sum(), since: clock::elapsed() });
    let mut undone = Undone::default();
    for receipt in commits.iter().rev() {
        match undo_commit(session, receipt).await {
            Ok(left) => undone.left += left,
            Err(failure) => {
                undone.reason = Some(session.actions.explain(&failure));
                return undone;
            }
        }
        session.progress.update(|progress| progress.done += leads(receipt));
    }
    LastImport::forget();
    undone
}

fn leads(receipt: &Receipt) -> usize {
    if let Action::Imported { count, .. } = receipt.action { count } else { 0 }
}

/// How many of its leads stay.
async fn undo_commit(session: Session, receipt: &Receipt) -> Result<usize, Failure> {
    match session.actions.dispatch.run(Command::Undo(Undo::of(receipt))).await {
        Ok(_) => Ok(0),
        Err(Failure::Rejected(reasons)) if reasons.contains(&Rejection::AlreadyUndone) => Ok(0),
        Err(Failure::Rejected(reasons)) if reasons.iter().any(|reason| matches!(reason, Rejection::UndoBlocked { .. })) => {
            let (free, used) = session.actions.live.read(|set| by_use(receipt, set));
            if !free.is_empty() {
                session.actions.dispatch.run(Command::RemoveRecords(RemoveRecords { ids: free })).await?;
            }
            Ok(used.len())
        }
        Err(failure) => Err(failure),
    }
}

/// The leads of a commit that nobody worked with since (who opened one did not), and the others; what was removed is neither.
fn by_use(receipt: &Receipt, set: &WorkingSet) -> (Vec<Id>, Vec<Id>) {
    let made = |id: Id| receipt.steps.iter().any(|step| step.id() == id);
    let untouched = |record: &Record| record.version() == receipt.stamp.command;
    let linked = |id| match set.answer(&Query::LinkedTo(id)) {
        Answer::Records(linked) => linked,
        _ => Vec::new(),
    };
    // What was said about who is not the same goes with the lead.
    let belongs = |other: &Record| other.kind == Kind::Separation || (made(other.id) && untouched(other));
    let free = |lead: &Record| untouched(lead) && linked(lead.id).iter().all(belongs);
    let leads = receipt.steps.iter().filter(|step| step.kind() == Kind::Lead);
    let (free, used): (Vec<Record>, Vec<Record>) = leads.filter_map(|step| set.get(step.id())).partition(free);
    let ids = |records: Vec<Record>| records.iter().map(|record| record.id).collect();
    (ids(free), ids(used))
}
