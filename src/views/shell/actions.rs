//! Runs commands for the screens: says what happened, offers to undo it, explains a refusal.

use domain::commands::{Command, Receipt, Undo};
use domain::ids::Id;
use domain::rejection::Rejection;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::toasts::{Toast, Toasts};
use crate::dispatch::Dispatch;
use crate::dispatch::Failure;
use crate::i18n::{explain, fields};
use crate::pace::next_task;
use crate::store::live_query::Live;

/// Commits that are taken back by one write to the disk.
const TOGETHER: usize = 20;

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

    /// The toast of a command that took effect.
    pub fn say_done(self, receipt: &Receipt) {
        if !receipt.steps.is_empty() {
            let text = explain::action(&receipt.action, &|id| self.name(id));
            self.toasts.remember(receipt);
            self.toasts.show(Toast::new(text).undo(receipt.clone()));
        }
    }

    pub fn undo(self, receipt: Receipt) {
        self.run(Command::Undo(Undo::of(&receipt)));
    }

    /// Takes back commits that are one change, the last one first. What was used since stays; the toast says how much does.
    pub fn undo_many(self, commits: Vec<Receipt>) {
        spawn_local(async move {
            let (mut undone, mut left) = (0, 0);
            let commits: Vec<&Receipt> = commits.iter().rev().collect();
            for some in commits.chunks(TOGETHER) {
                let work = some.iter().map(|receipt| (Command::Undo(Undo::of(receipt)), self.dispatch.stamp())).collect();
                let answers = match self.dispatch.run_all(work).await {
                    Ok(answers) => answers,
                    Err(error) => return self.toasts.error(explain::store_error(&error)),
                };
                for answer in answers {
                    match answer {
                        Err(reasons) if !reasons.contains(&Rejection::AlreadyUndone) => left += 1,
                        _ => undone += 1,
                    }
                }
                next_task().await;
            }
            if left > 0 { self.toasts.error(explain::undone_many(undone, left)) } else { self.toasts.say(explain::run(undone, true)) }
        });
    }

    /// Z: takes back the last change of this visit that is not undone yet.
    pub fn undo_last(self) {
        if let Some(receipt) = self.toasts.forget_last() {
            self.undo(receipt);
        }
    }

    pub fn name(self, id: Id) -> String {
        self.live.read(|set| set.get(id)).map(|record| fields::record_name(&record)).unwrap_or_default()
    }

    pub fn explain(self, failure: &Failure) -> String {
        match failure {
            Failure::Store(error) => explain::store_error(error),
            Failure::Rejected(reasons) => reasons.iter().map(|reason| self.explain_one(reason)).collect::<Vec<_>>().join("\n"),
        }
    }

    pub fn explain_one(self, reason: &Rejection) -> String {
        explain::rejection(reason, &|id| self.name(id))
    }
}
