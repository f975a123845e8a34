//! Carrying a plan out: a few leads at a time, to the end or until somebody stops it, whether its dialog is in view or not.

use std::future::ready;

use domain::bulk::{BulkPlan, Outcome, Row, Run, Settings};
use domain::ids::Id;
use domain::records::Kind;
use domain::stamp::Stamp;
use futures::future::join;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{DRAFT, Session, left};
use crate::clock;
use crate::i18n::{bulk as words, explain};
use crate::pace::{Portion, next_frame, next_task};
use crate::store::working_set::{LeadState, WorkingSet};
use crate::views::shell::toasts::Toast;

/// The dialog shows how far a run is this often: drawing it takes longer than some conversions.
const SHOWN_MS: u32 = 100;
/// After this long the page draws and hears what was pressed.
const UNHEARD_MS: f64 = 250.0;

impl Session {
    /// Carries out what is ready; a second call while it runs has no effect.
    pub fn start(self) {
        if self.plan.with_untracked(Option::is_none) {
            return;
        }
        spawn_local(async move {
            // Whoever is quick sends what was typed last.
            while let Some(version) = self.version.try_get_value().filter(|version| self.planned.get_value() != *version) {
                self.work_out(version).await;
                if !self.live.finds_untracked() {
                    return;
                }
            }
            let ready = |plan: &mut Option<BulkPlan>| plan.take_if(|plan| plan.rows.iter().any(Row::is_ready)).map(Run::of);
            if self.planning.try_get_untracked() == Some(true)
                && let Some(run) = self.plan.try_update_untracked(ready).flatten()
            {
                self.planning.set(false);
                self.flows.run.set(Some(run.id()));
                self.run.set(Some(run));
                self.go(self.change_dialogs());
            }
        });
    }

    /// One goes, then the other one comes, while the disk is at work: all at once would keep the page waiting.
    async fn change_dialogs(self) {
        // What was chosen is written down with the run by now.
        DRAFT.forget();
        next_task().await;
        self.close_plan();
        next_task().await;
        self.flows.run_shown.set(true);
    }

    /// After a stop, or after the disk was full.
    pub fn resume(self) {
        self.run.update(|run| run.iter_mut().for_each(Run::resume));
        self.go(ready(()));
    }

    /// Carries out what waits, and does something `meanwhile`.
    fn go(self, meanwhile: impl Future<Output = ()> + 'static) {
        if !self.flows.run_at_work.get_untracked() {
            self.failed.set(None);
            self.flows.run_at_work.set(true);
            self.begun.set(clock::elapsed());
            let waiting = |run: &Option<Run>| {
                let rows = run.iter().flat_map(Run::rows).filter(|(_, outcome)| **outcome == Outcome::Waiting);
                rows.map(|(row, _)| row.lead).collect::<Vec<_>>()
            };
            spawn_local(async move {
                // Of a hundred thousand, writing down who they are takes longer than a frame.
                next_task().await;
                left::keep(self.run.with_untracked(waiting), self.settings_to_go_on(), self.choices.get_untracked());
                next_task().await;
                join(self.carry_out(), meanwhile).await;
                self.flows.run_at_work.try_set(false);
                if self.flows.run_shown.try_get_untracked() == Some(false) {
                    self.tell();
                }
            });
        }
    }

    /// What is being written is finished; nothing else is begun.
    pub fn stop(self) {
        self.run.update(|run| run.iter_mut().for_each(Run::stop));
    }

    fn show_progress(self) {
        self.run.try_update(|_| ());
    }

    async fn carry_out(self) {
        let stamp = self.actions.dispatch.stamp();
        let (mut shown, mut heard) = (clock::elapsed(), clock::elapsed());
        let mut later = Timeout::new(SHOWN_MS, move || self.show_progress());
        let (mut remembered, mut portion) = (false, Portion::first());
        loop {
            left::beat();
            let size = portion.begin();
            let next = self.run.try_with_untracked(|run| run.as_ref().map(|run| run.next_turns(size)));
            let next = next.flatten().unwrap_or_default();
            if next.is_empty() {
                left::forget();
                break;
            }
            let leads: Vec<Id> = next.iter().map(|turn| turn.lead).collect();
            let work = next.into_iter().map(|turn| (turn.command, Stamp { command: turn.stamp, ..stamp })).collect();
            match self.actions.dispatch.run_all(work).await {
                Ok(answers) => {
                    match remembered {
                        true => portion.end(),
                        // It waited for the dialogs to change: how long it took says nothing.
                        false => portion.grow(),
                    }
                    // One stands for all of the run.
                    if let (false, Some(receipt)) = (remembered, answers.iter().find_map(|answer| answer.as_ref().ok())) {
                        self.actions.toasts.remember(receipt);
                        remembered = true;
                    }
                    self.run.try_update_untracked(|run| {
                        for (lead, answer) in leads.into_iter().zip(answers) {
                            run.iter_mut().for_each(|run| run.done(lead, answer.as_ref().map_err(Clone::clone)));
                        }
                    });
                    if clock::elapsed() - shown > f64::from(SHOWN_MS) {
                        shown = clock::elapsed();
                        self.show_progress();
                    }
                    // What is done is shown also if the next write takes long.
                    later = Timeout::new(SHOWN_MS, move || self.show_progress());
                }
                Err(error) => {
                    left::rest();
                    self.failed.try_set(Some(explain::store_error(&error)));
                    break;
                }
            }
            if clock::elapsed() - heard > UNHEARD_MS {
                next_frame().await;
                heard = clock::elapsed();
            } else {
                next_task().await;
            }
        }
        drop(later);
        self.show_progress();
        next_task().await;
        self.actions.dispatch.tell();
    }

    /// How it ended, with a way to the result.
    pub fn tell(self) {
        let Some(sums) = self.run.try_with_untracked(|run| run.as_ref().map(Run::sums)).flatten() else { return };
        let shown = self.flows.run_shown;
        let show = |toast: Toast| toast.action(words::show_result(), move || shown.set(true));
        let ended = words::ended(sums.converted);
        self.actions.toasts.show(show(match self.failed.try_get_untracked().flatten() {
            Some(problem) => Toast::new(format!("{ended}. {problem}")).failed(),
            None => Toast::new(ended),
        }));
    }

    /// The leads of the run with such an outcome that nobody has converted otherwise. Tracked.
    fn rest<T>(self, which: fn(&Outcome) -> bool, take: impl FnOnce(&mut dyn Iterator<Item = Id>) -> T) -> T {
        self.live.track(&[Kind::Lead]);
        self.run.with(|run| {
            let rows = run.iter().flat_map(Run::rows);
            take(&mut rows.filter(|(row, outcome)| which(outcome) && self.is_open(row.lead)).map(|(row, _)| row.lead))
        })
    }

    /// How many leads a new plan would be about.
    pub fn count_rest(self) -> usize {
        self.rest(is_left, |leads| leads.count())
    }

    /// Somebody still waits for the run to go on.
    pub fn is_waited_for(self) -> bool {
        self.rest(|outcome| *outcome == Outcome::Waiting, |leads| leads.next().is_some())
    }

    /// The lead is there and in the inbox.
    pub fn is_open(self, lead: Id) -> bool {
        let row = |set: &WorkingSet| set.lead_slot(lead).and_then(|slot| Some(set.lead_row(slot)?.state()));
        self.live.read(row) == Some(LeadState::Open)
    }

    /// The leads that are not converted yet, as a new plan.
    pub fn go_on_with_rest(self) {
        let left = untrack(|| self.rest(is_left, |leads| leads.collect()));
        left::forget();
        self.next.set_value(Some((self.settings_to_go_on(), self.choices.get_untracked())));
        self.flows.run_shown.set(false);
        self.flows.convert_together(left);
    }

    fn settings_to_go_on(self) -> Settings {
        let mut settings = self.settings.get_untracked();
        settings.earlier.extend(self.run.with_untracked(|run| run.as_ref().map(Run::id)));
        settings
    }

    /// Takes back all that the run has converted.
    pub fn undo_all(self) {
        let Some(run) = self.run.with_untracked(|run| run.as_ref().map(Run::id)) else { return };
        left::forget();
        self.actions.undo_many(self.live.read(|set| set.run_conversions(run)));
        self.flows.run_shown.set(false);
    }

    /// The rest as a plan that is open at this lead.
    pub fn choose_now(self, lead: Id) {
        self.first_open.set_value(Some(lead));
        self.go_on_with_rest();
    }

    /// For another screen; the way back to the result is told.
    pub fn leave_run(self) {
        self.flows.run_shown.set(false);
        if !self.flows.run_at_work.get_untracked() {
            self.tell();
        }
    }

    /// The dialog of the run goes; a run that is at work goes on without it. The result can be shown again.
    pub fn close_run(self) {
        self.flows.run_shown.set(false);
        let rest = self.run.with_untracked(|run| run.as_ref().map(Run::sums)).is_some_and(|sums| sums.converted < sums.leads);
        if rest && !self.flows.run_at_work.get_untracked() {
            self.tell();
        }
    }
}

fn is_left(outcome: &Outcome) -> bool {
    !matches!(outcome, Outcome::Converted(_))
}
