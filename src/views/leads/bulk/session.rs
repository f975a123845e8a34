//! What was chosen for many leads, and what would happen to each.

mod compared;
mod left;
mod running;

pub use left::watch as watch_left;

use std::cell::Cell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use domain::bulk::{BulkPlan, Choice, Choices, Run, Settings, plan};
use domain::commands::convert_lead::Target;
use domain::duplicates::{Among, Candidate};
use domain::facts::Query;
use domain::ids::Id;
use domain::pause::{Cancelled, Pause};
use domain::records::{Field, Kind, Record, person_name};
use domain::values::Value;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::spawn_local;

use self::compared::{Compared, Finding};
use crate::clock;
use crate::pace::Pace;
use crate::store::live_query::Live;
use crate::views::leads::convert::{KINDS, kept_note};
use crate::views::parts::kept::Kept;
use crate::views::parts::profile_select::profile_of;
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;

/// Work that takes longer says how far it is.
const LONG_MS: f64 = 500.0;
/// Time after a key until the plan follows.
const REST_MS: u32 = 120;

/// The choices of a plan that was closed, with the leads they are for.
pub const DRAFT: Kept = Kept::of("convert-many");
type Draft = (u128, Settings, Choices);

type Matches = HashMap<(Id, Kind), Vec<Candidate>>;

/// One as long as the page lives: it plans for some leads, then for others, and keeps the last run.
#[derive(Clone, Copy)]
pub struct Session {
    pub live: Live,
    pub actions: Actions,
    pub flows: Flows,
    /// A plan is in view.
    pub planning: RwSignal<bool>,
    pub leads: RwSignal<Arc<Vec<Id>>>,
    pub settings: RwSignal<Settings>,
    pub choices: RwSignal<Choices>,
    /// None until it is worked out for the first time.
    pub plan: RwSignal<Option<BulkPlan>>,
    /// How much of it is worked out, in percent, once that takes long.
    pub progress: RwSignal<Option<usize>>,
    pub run: RwSignal<Option<Run>>,
    /// When the run was begun, in milliseconds since the page was opened.
    pub begun: RwSignal<f64>,
    /// Why the disk did not take any more.
    pub failed: RwSignal<Option<String>>,
    /// The button of the plan was pressed.
    pub attempted: RwSignal<bool>,
    /// What a plan opened afresh would begin with.
    fresh: StoredValue<(Settings, Choices)>,
    /// The lead whose line is open at first.
    pub first_open: StoredValue<Option<Id>>,
    /// What the next plan begins with.
    next: StoredValue<Option<(Settings, Choices)>>,
    /// Names the run of this plan.
    id: StoredValue<Id>,
    matches: StoredValue<Matches>,
    /// Among the leads: people, organizations.
    compared: [StoredValue<Compared>; 2],
    /// Counts what the plan depends on: one that was begun before is thrown away.
    version: StoredValue<u32>,
    /// The version that [`Self::plan`] shows.
    planned: StoredValue<u32>,
    rest: StoredValue<Option<SendWrapper<Timeout>>>,
}

impl Session {
    pub fn open() -> Self {
        let (live, flows) = (expect_context::<Live>(), Flows::use_flows());
        let session = Self {
            live,
            actions: Actions::use_actions(),
            flows,
            planning: RwSignal::new(false),
            leads: RwSignal::default(),
            settings: RwSignal::default(),
            choices: RwSignal::default(),
            plan: RwSignal::new(None),
            progress: RwSignal::new(None),
            run: RwSignal::new(None),
            begun: RwSignal::new(0.0),
            failed: RwSignal::new(None),
            attempted: RwSignal::new(false),
            fresh: StoredValue::default(),
            first_open: StoredValue::default(),
            next: StoredValue::default(),
            id: StoredValue::default(),
            matches: StoredValue::default(),
            compared: [StoredValue::default(), StoredValue::default()],
            version: StoredValue::new(0),
            planned: StoredValue::new(0),
            rest: StoredValue::new(None),
        };
        Effect::new(move |_| match flows.convert_many.get() {
            Some(leads) => session.begin(leads),
            None => session.put_away(),
        });
        // What others write may bring or take candidates.
        Effect::new(move |_| {
            if session.planning.get() {
                live.track(KINDS);
                session.forget_matches();
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

    /// A plan for these leads; with what was chosen for them before, if that was kept.
    fn begin(self, leads: Arc<Vec<Id>>) {
        let kept = DRAFT.load::<Draft>().filter(|(of, ..)| *of == mark(&leads)).map(|(_, settings, choices)| (settings, choices));
        let next = self.next.try_update_value(Option::take).flatten();
        let as_one = self.flows.as_one.try_update_value(std::mem::take).unwrap_or_default();
        let choices = || if as_one { self.one(&leads) } else { Choices::new() };
        let fresh = next.clone().unwrap_or_else(|| (Settings::of(profile_of(self.live)), choices()));
        let (settings, choices) = next.or(kept).unwrap_or_else(|| fresh.clone());
        self.fresh.set_value(fresh);
        self.id.set_value(clock::fresh_id());
        self.plan.set(None);
        self.leads.set(leads);
        self.settings.set(settings);
        self.choices.set(choices);
        self.attempted.set(false);
        self.planning.set(true);
    }

    /// All are the person, or else the organization, that the first one is.
    fn one(self, leads: &[Id]) -> Choices {
        let Some((first, others)) = leads.split_first() else { return Choices::new() };
        let same = Some(Target::Shared(*first));
        let choice = |lead: &Id| match self.live.read(|set| set.get(*lead)) {
            Some(record) if person_name(&record).is_empty() => Choice { organization: same, ..Choice::default() },
            _ => Choice { person: same, ..Choice::default() },
        };
        others.iter().map(|lead| (*lead, choice(lead))).collect()
    }

    fn put_away(self) {
        self.planning.set(false);
        self.version.update_value(|version| *version += 1);
        self.plan.set(None);
        self.progress.set(None);
        self.forget_matches();
    }

    fn forget_matches(self) {
        self.matches.update_value(Matches::clear);
        self.compared.iter().for_each(|compared| compared.set_value(Compared::default()));
    }

    /// Choices worth keeping when the plan is closed, tracked.
    pub fn draft(self) -> Option<Draft> {
        let (settings, choices) = (self.settings.get(), self.choices.get());
        let changed = self.fresh.with_value(|fresh| fresh.0 != settings || fresh.1 != choices);
        changed.then(|| (self.leads.with(|leads| mark(leads)), settings, choices))
    }

    /// Changes what was chosen for one lead.
    pub fn choose(self, lead: Id, change: impl FnOnce(&mut Choice)) {
        self.choices.update(|choices| change(choices.entry(lead).or_default()));
    }

    /// Soon, once for all that changes meanwhile.
    fn replan(self) {
        self.version.update_value(|version| *version += 1);
        if !self.planning.get_untracked() {
            return;
        }
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
        let find = |lead: &Record, kind| self.candidates(lead, kind, filled || corrected.contains(&lead.id));
        let answer = |query: &Query| self.live.read(|set| set.answer(query));
        let (stamp, slices) =
            (self.actions.dispatch.stamp(), Slices { session: self, version, pace: Cell::new(Pace::start()), begun: clock::elapsed() });
        let among = |kind| -> Box<dyn Among> { Box::new(Finding::of(self, kind)) };
        let made = plan(self.id.get_value(), &leads, (&settings, &choices), &stamp, (find, among), answer, &slices).await;
        if !self.is_current(version) {
            return;
        }
        let made = match made {
            Ok(plan) if settings.notes => self.with_notes(plan, &slices).await,
            made => made,
        };
        if !self.is_current(version) {
            return;
        }
        self.progress.set(None);
        // A finder that went meanwhile may have found nobody: another one is awaited.
        if let (Ok(plan), true) = (made, self.live.finds_untracked()) {
            self.plan.set(Some(plan));
            self.planned.set_value(version);
        }
    }

    /// B3: what stays on the leads is written down for their records.
    async fn with_notes(self, mut plan: BulkPlan, slices: &Slices) -> Result<BulkPlan, Cancelled> {
        for row in plan.rows.iter_mut().filter(|row| !row.stays.is_empty()) {
            let lead = self.live.read(|set| set.get(row.lead)).map(|lead| row.command.corrected(&lead));
            let note = lead.and_then(|lead| kept_note(self.live, &lead, &row.stays));
            row.command.edits.extend(note.map(|note| (Field::Text, Some(Value::Text(note)))));
            slices.after(1).await?;
        }
        Ok(plan)
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

    /// Closes the plan. What was chosen waits for the next time, unless it was given up or carried out.
    pub fn close_plan(self) {
        self.flows.convert_many.set(None);
    }

    /// Cancel: what was chosen is given up.
    pub fn cancel(self) {
        self.next.set_value(None);
        self.settings.set(self.fresh.with_value(|fresh| fresh.0.clone()));
        self.choices.set(self.fresh.with_value(|fresh| fresh.1.clone()));
        DRAFT.forget();
        self.close_plan();
    }
}

/// A plan is made in slices, until what it depends on changes.
struct Slices {
    session: Session,
    version: u32,
    pace: Cell<Pace>,
    begun: f64,
}

impl Pause for Slices {
    async fn after(&self, rows: usize) -> Result<(), Cancelled> {
        let mut pace = self.pace.get();
        let paused = pace.breathe_after(rows).await;
        self.pace.set(pace);
        if paused && !self.session.is_current(self.version) { Err(Cancelled) } else { Ok(()) }
    }

    fn reached(&self, thousandths: usize) {
        let percent = Some(thousandths / 10);
        let progress = self.session.progress;
        if progress.try_get_untracked().is_some_and(|shown| shown != percent) && clock::elapsed() - self.begun > LONG_MS {
            progress.set(percent);
        }
    }
}

/// The same for the same leads, whatever their order.
fn mark(leads: &[Id]) -> u128 {
    leads.iter().fold(leads.len() as u128, |mark, lead| mark.wrapping_add(lead.as_u128().rotate_left(17)))
}
