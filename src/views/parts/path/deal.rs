//! The path of a deal: the stages of its pipeline, until it is won or lost (R12).

use domain::commands::close_deal::{CloseDeal, Outcome};
use domain::commands::{Command, MoveDeal};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::DealStatus;
use leptos::prelude::*;

use super::guide::Guide;
use super::mini::PathMini;
use super::{Path, PathStep, StepState, Walk, left_steps};
use crate::clock::days_since;
use crate::components::{Icon, IconName};
use crate::i18n::path as words;
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;
use crate::views::shell::actions::Actions;

const KINDS: &[Kind] = &[Kind::Deal, Kind::Stage];

#[component]
pub fn DealPath(#[prop(into)] deal: Signal<Option<Record>>) -> impl IntoView {
    let live = expect_context::<Live>();
    let actions = Actions::use_actions();
    let steps = live.query(KINDS, move |set| deal.with(|deal| deal.as_ref().map(|deal| steps(set, deal)).unwrap_or_default()));
    let current = Memo::new(move |_| deal.with(|deal| deal.as_ref().and_then(|deal| deal.link(Field::Stage))));
    let walk = Walk::new(steps, current, words::deal_stage);
    let locked = Memo::new(move |_| deal.with(|deal| deal.as_ref().is_none_or(|deal| status(deal) != DealStatus::Open)));
    let go = move |stage: Id| {
        if let Some(deal) = deal.with_untracked(|deal| deal.as_ref().map(|deal| deal.id)) {
            actions.run(Command::MoveDeal(live.read(|set| to_top(set, deal, stage))));
        }
    };
    let win = move || {
        if let Some(deal) = deal.with_untracked(|deal| deal.as_ref().map(|deal| deal.id)) {
            actions.run(Command::CloseDeal(CloseDeal { deal, outcome: Outcome::Won }));
        }
    };
    let complete = move || untrack(|| walk.next()).map_or_else(win, go);
    let press = move |_| match walk.looked_at.get_untracked() {
        Some(stage) => go(stage),
        None => complete(),
    };
    let label = move || match (walk.looked_at.get(), walk.next()) {
        (Some(_), _) => words::mark_current_stage(),
        (None, Some(_)) => words::mark_stage_complete(),
        (None, None) => words::mark_won(),
    };
    let days = Memo::new(move |_| {
        let since = deal.with(|deal| deal.as_ref().and_then(|deal| deal.time(Field::StageSince)));
        since.map(days_since).filter(|days| *days > 0 && !locked.get())
    });
    view! {
        <Path walk>
            <Show when=move || !locked.get()>
                <button class="btn" type="button" on:click=press>
                    <Icon name=IconName::Check/>
                    {label}
                </button>
            </Show>
            <PathMini
                walk
                since=Signal::derive(move || days.get().map(words::days_here).unwrap_or_default())
                choose=words::choose_stage
                locked
                go=Callback::new(go)
            >
                <button class="linkbtn" type="button" on:click=move |_| complete()>
                    {move || if walk.next().is_some() { words::mark_stage_complete() } else { words::mark_won() }}
                </button>
            </PathMini>
        </Path>
        <Guide walk record=deal kind=Kind::Deal since=Signal::derive(move || days.get().map(words::in_stage_for).unwrap_or_default())/>
    }
}

pub(super) fn status(deal: &Record) -> DealStatus {
    deal.code(Field::DealStatus).unwrap_or(DealStatus::Open)
}

/// On top of the cards of the stage.
fn to_top(set: &WorkingSet, deal: Id, stage: Id) -> MoveDeal {
    let pipeline = set.get(stage).and_then(|stage| stage.link(Field::Pipeline));
    let columns = pipeline.map(|pipeline| set.board(pipeline).columns).unwrap_or_default();
    let column = columns.into_iter().find(|column| column.stage.id == stage);
    let first = column.and_then(|column| column.deals.into_iter().find(|card| card.id != deal));
    MoveDeal { deal, stage, above: None, below: first.map(|card| card.id) }
}

fn steps(set: &WorkingSet, deal: &Record) -> Vec<PathStep> {
    let path = deal.link(Field::Pipeline).map(|pipeline| set.stages(pipeline)).unwrap_or_default();
    let stage = deal.link(Field::Stage);
    let at = path.iter().position(|step| Some(step.id) == stage).unwrap_or_default();
    let left = left_steps(set, deal.id, Field::Stage);
    let state = |position: usize| match (position.cmp(&at), status(deal)) {
        (_, DealStatus::Won) => StepState::Won,
        (std::cmp::Ordering::Less, _) => StepState::Done,
        (std::cmp::Ordering::Equal, DealStatus::Lost) => StepState::Lost,
        (std::cmp::Ordering::Equal, _) => StepState::Current,
        (std::cmp::Ordering::Greater, _) => StepState::Ahead,
    };
    path.iter().enumerate().map(|(position, step)| PathStep::of(step, state(position), &left)).collect()
}
