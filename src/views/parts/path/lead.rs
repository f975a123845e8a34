//! The path of a lead: its statuses, ending in conversion.

use domain::commands::{Command, SetStatus};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use leptos::prelude::*;

use super::guide::Guide;
use super::mini::PathMini;
use super::{Path, PathStep, StepState, Walk, left_steps};
use crate::clock::days_since;
use crate::components::{Icon, IconName};
use crate::i18n::path as words;
use crate::i18n::record::is_disqualified;
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;

/// What the button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    /// R28: the current status is done, the next one begins.
    Complete,
    /// R27: another status is set.
    Set,
    /// R29: the dialog opens.
    Convert,
}

#[component]
pub fn LeadPath(#[prop(into)] lead: Signal<Option<Record>>) -> impl IntoView {
    let live = expect_context::<Live>();
    let (actions, flows) = (Actions::use_actions(), Flows::use_flows());
    let steps = live
        .query(&[Kind::Lead, Kind::Status], move |set| lead.with(|lead| lead.as_ref().map(|lead| steps(set, lead)).unwrap_or_default()));
    let current = live.query(&[Kind::Lead, Kind::Status], move |set| lead.with(|lead| current(set, lead.as_ref()?)));
    let locked = Memo::new(move |_| lead.with(|lead| lead.as_ref().is_none_or(|lead| !lead.is_open_lead())));
    let converted = Memo::new(move |_| lead.with(|lead| lead.as_ref().is_some_and(|lead| lead.has(Field::ConvertedAt))));
    let walk = Walk { ended: Some(converted), ..Walk::new(steps, current, words::lead_status) };
    let end = Memo::new(move |_| steps.with(|steps| steps.last().map(|step| step.id)));
    let id = move || lead.with_untracked(|lead| lead.as_ref().map(|lead| lead.id));
    let doing = Memo::new(move |_| {
        let shown = walk.shown();
        match shown == current.get() {
            true => Doing::Complete,
            false if shown == end.get() => Doing::Convert,
            false => Doing::Set,
        }
    });
    let go = move |status: Id| {
        let Some(lead) = id() else { return };
        if Some(status) == end.get_untracked() {
            flows.convert.set(Some(lead));
        } else {
            actions.run(Command::SetStatus(SetStatus { leads: vec![lead], status }));
        }
    };
    let press = move |_| {
        let to = if doing.get_untracked() == Doing::Complete { untrack(|| walk.next()) } else { untrack(|| walk.shown()) };
        if let Some(to) = to {
            go(to);
        }
    };
    let complete = move |_| {
        if let Some(next) = untrack(|| walk.next()) {
            go(next);
        }
    };
    let days = Memo::new(move |_| {
        let since = lead.with(|lead| lead.as_ref().and_then(|lead| lead.time(Field::StatusSince)));
        since.map(days_since).filter(|days| *days > 0 && !locked.get())
    });
    view! {
        <Path walk>
            <Show when=move || !locked.get()>
                <button class="btn" type="button" title=move || name_of_step(walk) on:click=press>
                    <Icon name=IconName::Check/>
                    {move || match doing.get() {
                        Doing::Complete => words::mark_complete(),
                        Doing::Set => words::mark_current(),
                        Doing::Convert => words::select_converted(),
                    }}
                </button>
            </Show>
            <PathMini
                walk
                since=Signal::derive(move || days.get().map(words::days_here).unwrap_or_default())
                choose=words::choose_step
                locked
                go=Callback::new(go)
            >
                <button class="linkbtn" type="button" on:click=complete>{words::mark_complete}</button>
            </PathMini>
        </Path>
        // After the end there is no step to finish.
        <Show when=move || !converted.get()>
            <Guide walk record=lead kind=Kind::Lead since=Signal::derive(move || days.get().map(words::in_status_for).unwrap_or_default())/>
        </Show>
    }
}

fn name_of_step(walk: Walk) -> String {
    let shown = walk.shown();
    walk.steps.with(|steps| steps.iter().find(|step| Some(step.id) == shown).map(|step| step.name.clone()).unwrap_or_default())
}

/// The end of the path stands for all statuses that end in conversion.
fn statuses(set: &WorkingSet) -> Vec<Record> {
    let (ends, mut path): (Vec<Record>, Vec<Record>) = set.statuses().into_iter().partition(|status| status.flag(Field::Converted));
    path.extend(ends.into_iter().next());
    path
}

fn current(set: &WorkingSet, lead: &Record) -> Option<Id> {
    let path = statuses(set);
    let status = lead.link(Field::Status);
    let known = path.iter().find(|step| Some(step.id) == status);
    let end = || path.last().filter(|_| lead.has(Field::ConvertedAt));
    known.or_else(end).or_else(|| path.first()).map(|step| step.id)
}

fn steps(set: &WorkingSet, lead: &Record) -> Vec<PathStep> {
    let path = statuses(set);
    let current = current(set, lead);
    let at = path.iter().position(|step| Some(step.id) == current).unwrap_or_default();
    let left = left_steps(set, lead.id, Field::Status);
    let converted = lead.has(Field::ConvertedAt);
    // R6: a parked lead is not lost.
    let lost = lead.has(Field::ArchivedAt) && is_disqualified(lead.text(Field::ArchiveReason));
    let state = |position: usize| match position.cmp(&at) {
        _ if converted => StepState::Won,
        std::cmp::Ordering::Less => StepState::Done,
        std::cmp::Ordering::Equal if lost => StepState::Lost,
        std::cmp::Ordering::Equal => StepState::Current,
        std::cmp::Ordering::Greater => StepState::Ahead,
    };
    path.iter().enumerate().map(|(position, step)| PathStep::of(step, state(position), &left)).collect()
}
