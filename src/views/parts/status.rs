//! Where a lead or a deal stands: a pie that fills along the path, and the word.

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::DealStatus;
use leptos::prelude::*;

use crate::i18n::fields;
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;

#[derive(Clone, Debug, Default, PartialEq)]
struct Place {
    name: String,
    percent: usize,
    won: bool,
}

/// A lead's status or a deal's stage; `closed` for a deal that is won or lost.
#[component]
pub fn StatusPie(#[prop(into)] status: Signal<Option<Id>>, #[prop(optional, into)] closed: Signal<Option<DealStatus>>) -> impl IntoView {
    let live = expect_context::<Live>();
    let place = live.query(&[Kind::Status, Kind::Stage], move |set| status.get().map(|id| place(set, id)).unwrap_or_default());
    let ended = move |how: DealStatus| closed.get() == Some(how);
    let won = move || ended(DealStatus::Won) || place.with(|place| place.won);
    let words = move || match closed.get() {
        Some(status @ (DealStatus::Won | DealStatus::Lost)) => fields::deal_status(status).to_owned(),
        _ => place.with(|place| place.name.clone()),
    };
    view! {
        <span
            class="stage"
            class:stage--idle=move || place.with(|place| place.percent == 0) && !won() && !ended(DealStatus::Lost)
            class:stage--won=won
            class:stage--lost=move || ended(DealStatus::Lost)
            style:--p=move || place.with(|place| place.percent.to_string())
        >
            <span class="truncate">{words}</span>
        </span>
    }
}

/// How far along the path: the first step is empty, the successful end is full.
fn place(set: &WorkingSet, id: Id) -> Place {
    let Some(record) = set.get(id) else { return Place::default() };
    let path: Vec<Record> = match record.link(Field::Pipeline) {
        Some(pipeline) if record.kind == Kind::Stage => set.stages(pipeline),
        _ => set.statuses().into_iter().filter(|status| !status.flag(Field::Converted)).collect(),
    };
    let at = path.iter().position(|step| step.id == id).unwrap_or(0);
    Place { name: fields::record_name(&record), percent: at * 100 / path.len().max(1), won: record.flag(Field::Converted) }
}
