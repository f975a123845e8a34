//! The steps a lead or a deal takes (R26-R29), as chevrons with guidance below. Looking at a step is one thing, setting
//! it another: arrow keys move what is looked at and change no data.

mod deal;
mod guide;
mod lead;
mod mini;

use domain::ids::Id;
use domain::records::{Field, Record};
use domain::stamp::Millis;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::clock;
use crate::components::{Icon, IconName};
use crate::i18n::{fields, path as words, when};
use crate::store::working_set::WorkingSet;

pub use deal::DealPath;
pub use lead::LeadPath;
pub use mini::PathMini;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    Done,
    Current,
    Ahead,
    /// Reached the successful end.
    Won,
    /// Ended here without success.
    Lost,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PathStep {
    pub id: Id,
    pub name: String,
    pub state: StepState,
    /// When it was left for another step.
    pub done_at: Option<Millis>,
}

impl PathStep {
    fn of(record: &Record, state: StepState, left: &[(Id, Millis)]) -> Self {
        let done_at = left.iter().find(|(id, _)| *id == record.id).map(|(_, at)| *at);
        Self { id: record.id, name: fields::record_name(record), state, done_at }
    }

    /// Name and state in words.
    fn said(&self) -> String {
        match (self.state, self.done_at) {
            (StepState::Done, Some(at)) => words::step_done(&self.name, when::day(when::local(at).0, clock::today())),
            (StepState::Done, None) => words::step_passed(&self.name),
            (StepState::Current, _) => words::step_current(&self.name),
            (StepState::Ahead, _) => words::step_ahead(&self.name),
            (StepState::Won, _) => words::step_won(&self.name),
            (StepState::Lost, _) => words::step_lost(&self.name),
        }
    }

    fn class(&self) -> &'static str {
        match self.state {
            StepState::Done => "path__step is-done",
            StepState::Current => "path__step is-current",
            StepState::Ahead => "path__step",
            StepState::Won => "path__step is-won",
            StepState::Lost => "path__step is-current is-lost",
        }
    }
}

/// A path as it stands and as it is looked at.
#[derive(Clone, Copy)]
pub struct Walk {
    pub steps: Memo<Vec<PathStep>>,
    /// The step the record is at.
    pub current: Memo<Option<Id>>,
    /// The step looked at, when it is another one.
    pub looked_at: RwSignal<Option<Id>>,
    /// With guidance the steps are tabs, without it options of a list.
    pub guided: RwSignal<bool>,
    /// There is nothing left to be guided to.
    pub ended: Option<Memo<bool>>,
    pub label: fn() -> &'static str,
}

impl Walk {
    /// Once the record moves, the step it is at is looked at again.
    pub fn new(steps: Memo<Vec<PathStep>>, current: Memo<Option<Id>>, label: fn() -> &'static str) -> Self {
        let looked_at = RwSignal::new(None);
        Effect::watch(move || current.track(), move |(), _, _| looked_at.set(None), false);
        Self { steps, current, looked_at, guided: guide::guided(), ended: None, label }
    }

    fn is_guided(self) -> bool {
        self.guided.get() && !self.ended.is_some_and(|ended| ended.get())
    }

    pub fn shown(self) -> Option<Id> {
        self.looked_at.get().or_else(|| self.current.get())
    }

    fn look_at(self, id: Id) {
        self.looked_at.set((self.current.get_untracked() != Some(id)).then_some(id));
    }

    /// The step after the current one.
    pub fn next(self) -> Option<Id> {
        let current = self.current.get();
        self.steps.with(|steps| {
            let at = steps.iter().position(|step| Some(step.id) == current)?;
            steps.get(at + 1).map(|step| step.id)
        })
    }

    fn key(self, event: &KeyboardEvent) {
        let ids: Vec<Id> = self.steps.with_untracked(|steps| steps.iter().map(|step| step.id).collect());
        let shown = self.looked_at.get_untracked().or_else(|| self.current.get_untracked());
        let at = ids.iter().position(|id| Some(*id) == shown).unwrap_or_default();
        let to = match event.key().as_str() {
            "ArrowRight" => (at + 1).min(ids.len().saturating_sub(1)),
            "ArrowLeft" => at.saturating_sub(1),
            "Home" => 0,
            "End" => ids.len().saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        if let Some(id) = ids.get(to) {
            self.look_at(*id);
            focus_step(*id);
        }
    }
}

fn tab_id(id: Id) -> String {
    format!("step-{id}")
}

fn focus_step(id: Id) {
    let found = web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id(&tab_id(id)));
    if let Some(step) = found.and_then(|step| step.dyn_into::<HtmlElement>().ok()) {
        // A button in the page can always take the focus.
        let _ = step.focus();
    }
}

/// The chevrons, and the button of the step looked at.
#[component]
pub fn Path(walk: Walk, children: Children) -> impl IntoView {
    view! {
        <div class="path">
            <ol
                class="path__steps"
                role=move || if walk.is_guided() { "tablist" } else { "listbox" }
                aria-orientation="horizontal"
                aria-label=walk.label
                on:keydown=move |event| walk.key(&event)
            >
                <For each=move || walk.steps.get() key=|step| (step.id, step.name.clone(), step.state as u8, step.done_at) let(step)>
                    <Step walk step/>
                </For>
            </ol>
            {children()}
        </div>
    }
}

#[component]
fn Step(walk: Walk, step: PathStep) -> impl IntoView {
    let id = step.id;
    let shown = Memo::new(move |_| walk.shown() == Some(id));
    let ticked = matches!(step.state, StepState::Done | StepState::Won);
    let class = step.class();
    let name = step.name.clone();
    let title = name.clone();
    view! {
        <li class=class role="presentation">
            <button
                class="path__btn"
                type="button"
                role=move || if walk.is_guided() { "tab" } else { "option" }
                id=tab_id(id)
                aria-controls=move || walk.is_guided().then_some("guide")
                aria-selected=move || shown.get().to_string()
                aria-label=move || step.said()
                title=title
                tabindex=move || if shown.get() { "0" } else { "-1" }
                on:click=move |_| walk.look_at(id)
            >
                {ticked.then(|| view! { <Icon name=IconName::Check small=true/> })}
                <span class="truncate">{name}</span>
            </button>
        </li>
    }
}

/// When a record last left each of the steps it went through.
fn left_steps(set: &WorkingSet, id: Id, field: Field) -> Vec<(Id, Millis)> {
    use domain::commands::Step;
    use domain::values::Value;
    let left = |step: &Step| match step {
        Step::Updated(update) if update.id == id => update.fields.iter().find_map(|change| match (&change.before, change.field == field) {
            (Some(Value::Link(step)), true) => Some(*step),
            _ => None,
        }),
        _ => None,
    };
    let history = set.history(id);
    history.iter().flat_map(|receipt| receipt.steps.iter().filter_map(left).map(|step| (step, receipt.stamp.at))).collect()
}
