//! The next steps and the last events of the lead in the preview; the whole story is on its page.

use domain::ids::Id;
use domain::order::sort_by_key;
use domain::records::{Field, Kind, Record};
use domain::values::ActivityKind;
use leptos::prelude::*;

use crate::clock;
use crate::components::{Icon, IconName};
use crate::i18n::{basics, fields, format, inbox as words, when};
use crate::routes;
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;
use crate::views::leads::inbox::state::InboxState;
use crate::views::parts::next_step::activity_icon;

const SHOWN: usize = 4;

#[component]
pub fn Latest() -> impl IntoView {
    let state = InboxState::use_state();
    let live = expect_context::<Live>();
    let story = live.query(&[Kind::Activity, Kind::Note], move |set| state.lead.get().map(|id| latest(set, id)).unwrap_or_default());
    let href = move || state.lead.get().and_then(|id| routes::record(Kind::Lead, id));
    let rows = move || story.with(|(records, _)| records.iter().map(event).collect_view());
    view! {
        <section>
            <div class="section__head">
                <h3 class="section__title">{words::activity}</h3>
                <Show when=move || story.with(|(_, count)| *count > 0)>
                    <a class="small" href=href on:click=move |_| state.flush()>{move || story.with(|(_, count)| words::all_activity(*count))}</a>
                </Show>
            </div>
            <Show
                when=move || story.with(|(_, count)| *count > 0)
                fallback=|| view! { <p class="small quiet">{words::no_activity}</p> }
            >
                <ol class="timeline">{rows}</ol>
            </Show>
        </section>
    }
}

/// What is to be done first, then what happened last; and how much there is in all.
fn latest(set: &WorkingSet, lead: Id) -> (Vec<Record>, usize) {
    let mut story = set.story(lead);
    let count = story.len();
    sort_by_key(&mut story, |record| match (is_plan(record), record.date(Field::DueDate)) {
        (true, Some(date)) => (0, i64::from(date.0)),
        (true, None) => (1, 0),
        (false, _) => (2, -WorkingSet::happened_at(record)),
    });
    story.truncate(SHOWN);
    (story, count)
}

fn is_plan(record: &Record) -> bool {
    record.kind == Kind::Activity && !record.has(Field::DoneAt)
}

fn event(record: &Record) -> impl IntoView + use<> {
    let kind: ActivityKind = record.code(Field::ActivityKind).unwrap_or(ActivityKind::Task);
    let note = record.kind == Kind::Note;
    let icon = if note { IconName::Note } else { activity_icon(kind) };
    let today = clock::today();
    let late = is_plan(record) && record.date(Field::DueDate).is_some_and(|date| date < today);
    let title = match (note, record.text(Field::Subject)) {
        (true, _) => basics::note().to_owned(),
        (false, "") => fields::activity_kind(kind).to_owned(),
        (false, subject) => subject.to_owned(),
    };
    let at = match record.date(Field::DueDate).filter(|_| is_plan(record)) {
        Some(date) => when::due(date, record.number(Field::DueTime), today),
        None if is_plan(record) => when::no_date().to_owned(),
        None => when::day(clock::day_of(WorkingSet::happened_at(record)), today),
    };
    let full = format::moment(WorkingSet::happened_at(record));
    let text = record.text(Field::Text).to_owned();
    view! {
        <li class="event" class:event--plan=is_plan(record) && !late class:event--due=late>
            <span class="event__icon"><Icon name=icon/></span>
            <div>
                <p class="event__title">{title}</p>
                {(!text.is_empty()).then(|| view! { <p class="event__text event__text--short">{text}</p> })}
            </div>
            <p class="event__meta" title=full>{at}</p>
        </li>
    }
}
