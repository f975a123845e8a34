//! Runs commands for the screens: says what happened, offers to undo it, explains a refusal.

use domain::commands::{Command, KeepSeparate, Receipt, Step, Undo};
use domain::ids::Id;
use domain::rejection::{Block, BlockReason, Rejection};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::toasts::{Toast, Toasts, run_of};
use crate::dispatch::Dispatch;
use crate::dispatch::Failure;
use crate::i18n::{basics, explain, fields, record, shell};
use crate::pace::{Portion, next_task};
use crate::routes;
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;
use crate::views::parts::timeline::is_told;

/// So many reasons are said at most: a hundred leads may lack the same.
const REASONS: usize = 4;

#[derive(Clone, Copy)]
pub struct Actions {
    pub live: Live,
    pub dispatch: Dispatch,
    pub toasts: Toasts,
}

impl Actions {
    pub fn use_actions() -> Self {
        expect_context()
    }

    /// Runs a command; a toast says what it did, with Undo, or why it did not.
    pub fn run(self, command: Command) {
        self.run_then(command, |_| {});
    }

    /// As [`Self::run`]; `then` follows only on success.
    pub fn run_then(self, command: Command, then: impl FnOnce(&Receipt) + 'static) {
        spawn_local(async move {
            match self.dispatch.run(command).await {
                Ok(receipt) => {
                    then(&receipt);
                    self.say_done(&receipt);
                }
                Err(failure) => self.toasts.error(self.explain(&failure)),
            }
        });
    }

    /// Runs a command without a word on success: for what the screen itself shows, such as an inline edit.
    pub fn run_quietly(self, command: Command) {
        spawn_local(async move {
            match self.dispatch.run(command).await {
                Ok(receipt) => self.toasts.remember(&receipt),
                Err(failure) => self.toasts.error(self.explain(&failure)),
            }
        });
    }

    /// For forms: the reasons come back to be shown beside the fields.
    pub async fn submit(self, command: Command) -> Result<Receipt, Failure> {
        let receipt = self.dispatch.run(command).await?;
        self.say_done(&receipt);
        Ok(receipt)
    }

    /// None of these is any of the others: they are not proposed as duplicates again.
    pub fn keep_separate(self, ids: &[Id]) {
        self.run(Command::KeepSeparate(KeepSeparate::all(ids)));
    }

    /// The toast of a command that took effect.
    pub fn say_done(self, receipt: &Receipt) {
        if !receipt.steps.is_empty() {
            let text = explain::action(&receipt.action, &|id| removed_name(receipt, id).unwrap_or_else(|| self.name(id)));
            self.toasts.remember(receipt);
            self.toasts.show(Toast::new(text).undo(receipt.clone()));
        }
    }

    /// Takes a change back, or does again what was taken back. Where a conversion's results were used since, the toast says what
    /// is in the way and offers to reopen the lead alone.
    pub fn undo(self, receipt: Receipt) {
        spawn_local(async move {
            match self.dispatch.run(Command::Undo(Undo::of(&receipt))).await {
                Ok(done) => self.say_done(&done),
                Err(failure) => {
                    let blocked = matches!(&failure, Failure::Rejected(reasons) if reasons.iter().any(is_blocked));
                    let text = match &failure {
                        Failure::Rejected(reasons) => self.explain_all(reasons, receipt.action.takes_back()),
                        Failure::Store(_) => self.explain(&failure),
                    };
                    self.say_refused(text, if blocked { vec![receipt] } else { Vec::new() });
                }
            }
        });
    }

    /// Why something stays; for conversions also the way to open the leads again and leave their results as they are.
    fn say_refused(self, text: String, left: Vec<Receipt>) {
        let toast = Toast::new(text).failed();
        let left: Vec<Receipt> = left.into_iter().filter(|receipt| receipt.action.converts().is_some()).collect();
        if left.is_empty() {
            return self.toasts.show(toast);
        }
        self.toasts.show(toast.action(record::keep_results(), move || self.turn_round(left.clone(), true)));
    }

    /// Takes back commits that are one change, or does them again, the last one first. What was used since stays; the toast says
    /// how much does, and why.
    pub fn undo_many(self, commits: Vec<Receipt>) {
        self.turn_round(commits, false);
    }

    fn turn_round(self, commits: Vec<Receipt>, keep_results: bool) {
        if commits.is_empty() {
            return self.toasts.error(self.explain_one(&Rejection::AlreadyUndone));
        }
        spawn_local(async move {
            let (mut done, mut left, mut why) = (Vec::new(), Vec::new(), Vec::new());
            let mut before = 0;
            let redo = commits.first().is_some_and(|receipt| receipt.action.takes_back());
            let number = self.toasts.works.begin(if redo { basics::redo } else { basics::undo }, commits.len());
            let last_first: Vec<&Receipt> = commits.iter().rev().collect();
            let (mut rest, mut portion) = (last_first.as_slice(), Portion::first());
            while let Some((some, later)) = rest.split_at_checked(portion.begin().min(rest.len())).filter(|(some, _)| !some.is_empty()) {
                rest = later;
                let undo = |receipt: &Receipt| Command::Undo(Undo { keep_results, ..Undo::of(receipt) });
                let work = some.iter().map(|receipt| (undo(receipt), self.dispatch.stamp())).collect();
                let answers = match self.dispatch.run_all(work).await {
                    Ok(answers) => answers,
                    Err(error) => {
                        self.toasts.works.end(number);
                        let text = explain::stopped(said(&done, before, &commits), &error);
                        // The last ones had their turn.
                        let rest = commits[..commits.len() - done.len() - before - left.len()].to_vec();
                        let go_on = move || self.turn_round(rest.clone(), keep_results);
                        return self.toasts.show(Toast::new(text).failed().action(basics::try_again(), go_on));
                    }
                };
                portion.end();
                for (receipt, answer) in some.iter().zip(answers) {
                    match answer {
                        Ok(receipt) => done.push(receipt),
                        Err(reasons) if reasons.contains(&Rejection::AlreadyUndone) => before += 1,
                        Err(reasons) => {
                            left.push((*receipt).clone());
                            why.extend(reasons);
                        }
                    }
                }
                next_task().await;
                if !self.toasts.works.advance(number, done.len() + before + left.len()) {
                    break;
                }
            }
            self.dispatch.tell();
            self.toasts.works.end(number);
            if done.len() + before + left.len() > 0 {
                self.say_turned(done, before, left, &why);
            }
        });
    }

    fn say_turned(self, done: Vec<Receipt>, before: usize, left: Vec<Receipt>, why: &[Rejection]) {
        let (turns, did) = (turns(&done, &left), said(&done, before, &left));
        self.toasts.remember_many(&done);
        if !left.is_empty() {
            let first = why.iter().map(|reason| self.explain_turn(reason, turns.is_multiple_of(2))).take(1);
            let text = std::iter::once(explain::undone_many(did, left.len(), turns)).chain(first).collect::<Vec<_>>().join("\n");
            return self.say_refused(text, left);
        }
        let label = if turns % 2 == 1 { basics::redo } else { basics::undo };
        let toast = Toast::new(did.unwrap_or_default());
        self.toasts.show(if done.is_empty() { toast } else { toast.action(label(), move || self.undo_many(done.clone())) });
    }

    /// Z: takes back the last change of this visit that is not undone yet.
    pub fn undo_last(self) {
        while let Some(receipt) = self.toasts.forget_last() {
            let Some(run) = run_of(&receipt) else { return self.undo(receipt) };
            let conversions = self.live.read(|set| set.run_conversions(run));
            // It may have been taken back elsewhere.
            if !conversions.is_empty() {
                return self.undo_many(conversions);
            }
        }
        self.toasts.show(Toast::new(shell::nothing_to_undo()).link(shell::changes(), routes::CHANGES));
    }

    pub fn name(self, id: Id) -> String {
        self.live.read(|set| set.get_or_survivor(id)).map(|record| fields::record_name(&record)).unwrap_or_default()
    }

    pub fn explain(self, failure: &Failure) -> String {
        match failure {
            Failure::Store(error) => explain::store_error(error),
            Failure::Rejected(reasons) => self.explain_all(reasons, false),
        }
    }

    fn explain_all(self, reasons: &[Rejection], redo: bool) -> String {
        let shown = if reasons.len() > REASONS + 1 { REASONS } else { reasons.len() };
        let more = (shown < reasons.len()).then(|| explain::more_reasons(reasons.len() - shown));
        let said = reasons.iter().take(shown).map(|reason| self.explain_turn(reason, redo));
        said.chain(more).collect::<Vec<_>>().join("\n")
    }

    pub fn explain_one(self, reason: &Rejection) -> String {
        self.explain_turn(reason, false)
    }

    /// Why something can't be done, or be taken back, or be done again (`redo`).
    fn explain_turn(self, reason: &Rejection, redo: bool) -> String {
        let name = |id| self.name(id);
        let Rejection::UndoBlocked { blocks } = reason else { return explain::rejection(reason, &name) };
        let blocks: Vec<Block> = self.live.read(|set| blocks.iter().flat_map(|block| by_field(set, block)).collect());
        explain::blocked(&blocks, redo, &name)
    }
}

/// A record that was changed since, a line for each field that was: the history has them.
fn by_field(set: &WorkingSet, block: &Block) -> Vec<Block> {
    let mut fields = Vec::new();
    if block.reason == BlockReason::Edited && block.field.is_none() {
        let is_made = |receipt: &Receipt| receipt.steps.iter().any(|step| step.id() == block.id && !matches!(step, Step::Updated(_)));
        for receipt in set.history(block.id).iter().take_while(|receipt| !is_made(receipt)) {
            let own = receipt.steps.iter().filter_map(|step| if let Step::Updated(update) = step { Some(update) } else { None });
            let changed = own.filter(|update| update.id == block.id).flat_map(|update| &update.fields).map(|change| change.field);
            fields.extend(changed.filter(|field| is_told(*field)));
        }
        fields.sort_unstable();
        fields.dedup();
    }
    let of = |field| Block { field: Some(field), ..block.clone() };
    if fields.is_empty() { vec![block.clone()] } else { fields.into_iter().map(of).collect() }
}

/// What a record was called that a change removed.
pub fn removed_name(receipt: &Receipt, id: Id) -> Option<String> {
    receipt.steps.iter().find_map(|step| match step {
        Step::Removed(record) if record.id == id => Some(fields::record_name(record)),
        _ => None,
    })
}

/// What was turned round, in words: conversions, or leads that were changed in parts; nothing if nothing was. `before` were
/// turned round elsewhere.
fn said(done: &[Receipt], before: usize, others: &[Receipt]) -> Option<String> {
    let turns = turns(done, others);
    let converted = done.iter().chain(others).any(|receipt| receipt.action.turned().conversion().is_some());
    let count = done.len() + before;
    (count > 0).then(|| {
        if converted { explain::run(count, turns) } else { explain::many(done.iter().map(|receipt| receipt.steps.len()).sum(), turns) }
    })
}

/// How often a change was turned round by now.
fn turns(done: &[Receipt], before: &[Receipt]) -> usize {
    done.first().map(|receipt| receipt.action.turns()).or(before.first().map(|receipt| receipt.action.turns() + 1)).unwrap_or(1)
}

fn is_blocked(reason: &Rejection) -> bool {
    matches!(reason, Rejection::UndoBlocked { .. })
}
