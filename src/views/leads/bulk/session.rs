//! What was chosen for many leads, what would happen to each, and the run.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use domain::bulk::{BulkPlan, Choice, Choices, Outcome, Planning, Row, Run, Settings};
use domain::duplicates::Candidate;
use domain::ids::Id;
use domain::records::{Kind, Record};
use domain::stamp::Stamp;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::spawn_local;

use crate::clock;
use crate::i18n::{bulk as words, explain};
use crate::pace::{Pace, next_task};
use crate::store::live_query::Live;
use crate::views::leads::convert::KINDS;
use crate::views::parts::profile_select::profile_of;
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;
use crate::views::shell::toasts::Toast;

/// Conversions that go to the disk together: few enough that the page answers between two writes.
const AT_ONCE: usize = 40;
/// The dialog shows how far a run is this often: drawing it takes longer than some conversions.
const SHOWN_MS: u32 = 100;
/// Leads of the plan that are looked at before the clock is.
const TOGETHER: usize = 8;
/// Time after a key until the plan follows.
const REST_MS: u32 = 120;

type Matches = HashMap<(Id, Kind), Vec<Candidate>>;

#[derive(Clone, Copy)]
pub struct Session {
    pub live: Live,
    pub actions: Actions,
    pub flows: Flows,
    pub leads: RwSignal<Arc<Vec<Id>>>,
    pub settings: RwSignal<Settings>,
    pub choices: RwSignal<Choices>,
    /// None until it is worked out for the first time.
    pub plan: RwSignal<Option<BulkPlan>>,
    pub run: RwSignal<Option<Run>>,
    /// When the run was begun, in milliseconds since the page was opened.
    pub begun: RwSignal<f64>,
    pub at_work: RwSignal<bool>,
    /// Why the disk did not take any more.
    pub failed: RwSignal<Option<String>>,
    /// Names the run of this plan.
    id: StoredValue<Id>,
    matches: StoredValue<Matches>,
    /// Counts what the plan depends on: one that was begun before is thrown away.
    version: StoredValue<u32>,
    /// The version that [`Self::plan`] shows.
    planned: StoredValue<u32>,
    rest: StoredValue<Option<SendWrapper<Timeout>>>,
}

impl Session {
    pub fn open(leads: Vec<Id>) -> Self {
        let live = expect_context::<Live>();
        let session = Self {
            live,
            actions: Actions::use_actions(),
            flows: Flows::use_flows(),
            leads: RwSignal::new(Arc::new(leads)),
            settings: RwSignal::new(Settings::of(profile_of(live))),
            choices: RwSignal::new(Choices::new()),
            plan: RwSignal::new(None),
            run: RwSignal::new(None),
            begun: RwSignal::new(0.0),
            at_work: RwSignal::new(false),
            failed: RwSignal::new(None),
            id: StoredValue::new(clock::fresh_id()),
            matches: StoredValue::new(Matches::new()),
            version: StoredValue::new(0),
            planned: StoredValue::new(0),
            rest: StoredValue::new(None),
        };
        // What others write may bring or take candidates.
        Effect::new(move |_| {
            live.track(KINDS);
            if session.run.with_untracked(Option::is_none) {
                session.matches.update_value(Matches::clear);
                session.replan();
            }
        });
        Effect::new(move |_| {
            session.settings.track();
            session.choices.track();
            session.leads.track();
            session.replan();
        });
        session
    }

    pub fn use_session() -> Self {
        expect_context()
    }

    /// Changes what was chosen for one lead.
    pub fn choose(self, lead: Id, change: impl FnOnce(&mut Choice)) {
        self.choices.update(|choices| change(choices.entry(lead).or_default()));
    }

    /// Soon, once for all that changes meanwhile.
    fn replan(self) {
        self.version.update_value(|version| *version += 1);
        let version = self.version.get_value();
        let wait = if self.plan.with_untracked(Option::is_none) { 0 } else { REST_MS };
        let work = move || spawn_local(self.work_out(version));
        self.rest.set_value(Some(SendWrapper::new(Timeout::new(wait, work))));
    }

    fn is_current(self, version: u32) -> bool {
        self.version.try_get_value() == Some(version)
    }

    /// Makes the plan in slices; what is chosen meanwhile begins another one.
    async fn work_out(self, version: u32) {
        if !self.live.finds_untracked() {
            // When it is known who may be the same, the plan is made.
            return;
        }
        let Some(leads) = self.leads.try_get_untracked() else { return };
        let (settings, choices) = (self.settings.get_untracked(), self.choices.get_untracked());
        // A corrected name or company finds others.
        let corrected: BTreeSet<Id> = choices.iter().filter(|(_, choice)| !choice.edits.is_empty()).map(|(lead, _)| *lead).collect();
        let filled = settings.fill.iter().any(|(kind, ..)| *kind == Kind::Lead);
        let stamp = self.actions.dispatch.stamp();
        let mut planning = Planning::new(self.id.get_value(), leads.to_vec(), settings, choices, stamp);
        let mut pace = Pace::start();
        let find = |lead: &Record, kind| self.candidates(lead, kind, filled || corrected.contains(&lead.id));
        while planning.go_on(TOGETHER, find, |query| self.live.read(|set| set.answer(query))) {
            if pace.is_over() {
                next_task().await;
                if !self.is_current(version) {
                    return;
                }
                pace = Pace::start();
            }
        }
        self.plan.set(Some(planning.finish()));
        self.planned.set_value(version);
    }

    fn candidates(self, lead: &Record, kind: Kind, corrected: bool) -> Vec<Candidate> {
        let find = || self.live.read(|set| set.candidates(lead, kind));
        if corrected {
            return find();
        }
        let known = self.matches.with_value(|matches| matches.get(&(lead.id, kind)).cloned());
        known.unwrap_or_else(|| {
            let found = find();
            self.matches.update_value(|matches| drop(matches.insert((lead.id, kind), found.clone())));
            found
        })
    }

    /// Carries out what is ready; a second call while it runs has no effect.
    pub fn start(self) {
        if self.plan.with_untracked(Option::is_none) {
            return;
        }
        spawn_local(async move {
            // Whoever is quick sends what was typed last.
            while let Some(version) = self.version.try_get_value().filter(|version| self.planned.get_value() != *version) {
                self.work_out(version).await;
            }
            let ready = |plan: &Option<BulkPlan>| plan.as_ref().filter(|plan| plan.rows.iter().any(Row::is_ready)).map(Run::of);
            let ready = self.plan.try_with_untracked(ready).flatten();
            if let (Some(run), true) = (ready, self.run.try_with_untracked(Option::is_none) == Some(true)) {
                self.run.set(Some(run));
                self.go();
            }
        });
    }

    /// After a stop, or after the disk was full.
    pub fn resume(self) {
        self.run.update(|run| run.iter_mut().for_each(Run::resume));
        self.go();
    }

    fn go(self) {
        if !self.at_work.get_untracked() {
            self.failed.set(None);
            self.at_work.set(true);
            self.begun.set(clock::elapsed());
            spawn_local(self.carry_out());
        }
    }

    pub fn stop(self) {
        self.run.update(|run| run.iter_mut().for_each(Run::stop));
    }

    fn show_run(self) {
        self.run.try_update(|_| ());
    }

    async fn carry_out(self) {
        let stamp = self.actions.dispatch.stamp();
        let mut shown = clock::elapsed();
        let mut later = Timeout::new(SHOWN_MS, move || self.show_run());
        loop {
            let next = self.run.try_with_untracked(|run| run.as_ref().map(|run| run.next_turns(AT_ONCE)));
            let next = next.flatten().unwrap_or_default();
            if next.is_empty() {
                break;
            }
            let leads: Vec<Id> = next.iter().map(|turn| turn.lead).collect();
            let work = next.into_iter().map(|turn| (turn.command, Stamp { command: turn.stamp, ..stamp })).collect();
            match self.actions.dispatch.run_all(work).await {
                Ok(answers) => {
                    self.run.try_update_untracked(|run| {
                        for (lead, answer) in leads.into_iter().zip(answers) {
                            run.iter_mut().for_each(|run| run.done(lead, answer.as_ref().map_err(Clone::clone)));
                        }
                    });
                    if clock::elapsed() - shown > f64::from(SHOWN_MS) {
                        shown = clock::elapsed();
                        self.show_run();
                    }
                    // What is done is shown also if the next write takes long.
                    later = Timeout::new(SHOWN_MS, move || self.show_run());
                }
                Err(error) => {
                    self.failed.try_set(Some(explain::store_error(&error)));
                    break;
                }
            }
            next_task().await;
        }
        drop(later);
        self.show_run();
        self.at_work.try_set(false);
        self.tell();
    }

    /// At the end, where the dialog was closed meanwhile.
    fn tell(self) {
        let flows = self.flows;
        let hidden = flows.convert_many_shown.try_get_untracked() == Some(false);
        let Some(converted) = self.run.try_with_untracked(|run| run.as_ref().map(|run| run.sums().converted)).flatten() else { return };
        if hidden {
            let show = |toast: Toast| toast.action(words::show_result(), move || flows.convert_many_shown.set(true));
            let ended = words::ended(converted);
            self.actions.toasts.show(show(match self.failed.try_get_untracked().flatten() {
                Some(problem) => Toast::new(format!("{ended}. {problem}")).failed(),
                None => Toast::new(ended),
            }));
        }
    }

    /// The leads that are not converted yet, as a new plan.
    pub fn go_on_with_rest(self) {
        let left: Vec<Id> = self.run.with_untracked(|run| {
            let rows = run.iter().flat_map(Run::rows);
            rows.filter(|(_, outcome)| !matches!(outcome, Outcome::Converted(_))).map(|(row, _)| row.lead).collect()
        });
        self.id.set_value(clock::fresh_id());
        self.matches.update_value(Matches::clear);
        self.plan.set(None);
        self.run.set(None);
        self.leads.set(Arc::new(left));
    }

    /// Takes back all that the run has converted.
    pub fn undo_all(self) {
        let Some(run) = self.run.with_untracked(|run| run.as_ref().map(Run::id)) else { return };
        self.actions.undo_many(self.live.read(|set| set.run_conversions(run)));
        self.close();
    }

    /// The dialog goes. A run goes on without it; anything else ends here.
    pub fn close(self) {
        if self.at_work.get_untracked() {
            self.flows.convert_many_shown.set(false);
        } else {
            self.flows.convert_many.set(None);
        }
    }
}
