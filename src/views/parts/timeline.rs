//! The story of a record (R15, R24, R25): what comes next, then what happened, month by month.

mod change_line;
mod entry_row;
mod filter;
mod story;

use domain::ids::Id;
use domain::records::Kind;
use leptos::prelude::*;

use super::composer::Entering;
use super::full_edit::{FullEdit, Opening};
use crate::clock;
use crate::components::{Icon, IconName, Menu, MenuItem};
use crate::i18n::{basics, format, story as words};
use crate::store::live_query::Live;
use change_line::ChangeRows;
use entry_row::EntryRow;
use filter::Filter;
pub use story::is_told;
use story::{Group, Heading, Row, story};

/// Kinds that a story is made of. Deals, because a person's story has their deals' too (R16).
const KINDS: &[Kind] =
    &[Kind::Lead, Kind::Person, Kind::Organization, Kind::Deal, Kind::Activity, Kind::Note, Kind::Member, Kind::Status, Kind::Stage];

/// `plan` opens a tab of the screen's composer, for an empty story.
#[component]
pub fn Timeline(id: Id, #[prop(optional)] plan: Option<RwSignal<Option<Entering>>>) -> impl IntoView {
    let live = expect_context::<Live>();
    let filter = RwSignal::new(Filter::load());
    let groups = live.query(KINDS, move |set| story(set, id, filter.get(), clock::today()));
    let headings = Memo::new(move |_| groups.with(|groups| groups.iter().map(|group| group.heading).collect::<Vec<_>>()));
    let edited = RwSignal::new(None::<Id>);
    let bare =
        Memo::new(move |_| groups.with(|groups| !groups.iter().any(|group| group.rows.iter().any(|row| matches!(row, Row::Entry(_))))));
    view! {
        <section class="panel" aria-labelledby="timeline">
            <div class="panel__head">
                <h2 class="panel__title" id="timeline" tabindex="-1">{words::timeline}</h2>
                <span class="spacer"></span>
                <FilterMenu filter/>
            </div>
            <div class="panel__body">
                <Show when=move || bare.get()><NothingYet filter plan/></Show>
                <For each=move || headings.get() key=|heading| *heading let(heading)>
                    <GroupView id heading groups edited/>
                </For>
            </div>
        </section>
        {move || edited.get().map(|id| view! { <FullEdit id opening=Opening::Edited(edited, id)/> })}
    }
}

#[component]
fn NothingYet(filter: RwSignal<Filter>, plan: Option<RwSignal<Option<Entering>>>) -> impl IntoView {
    let step = move |tab: Entering, label: fn() -> &'static str| {
        plan.map(|plan| view! { <button class="linkbtn" type="button" on:click=move |_| plan.set(Some(tab))>{label}</button> })
    };
    view! {
        <p class="cluster small muted">
            {move || match filter.get() {
                Filter::All | Filter::Plans if plan.is_some() => view! {
                    <span>{words::no_activity}</span>
                    {step(Entering::Call, basics::call)}
                    {step(Entering::Task, basics::task)}
                    {step(Entering::Meeting, basics::meeting)}
                }
                .into_any(),
                Filter::Changes => ().into_any(),
                _ => view! { <span>{words::none_of_these}</span> }.into_any(),
            }}
        </p>
    }
}

#[component]
fn FilterMenu(filter: RwSignal<Filter>) -> impl IntoView {
    let items = move || {
        let item = |choice: Filter| {
            MenuItem::new(choice.label(), move || {
                choice.store();
                filter.set(choice);
            })
            .checked(filter.get_untracked() == choice)
        };
        Filter::ALL.into_iter().map(item).collect()
    };
    view! {
        <Menu label=Signal::derive(move || format!("{}: {}", words::show(), filter.get().label())) class="btn btn--ghost btn--sm" items>
            <Icon name=IconName::Filter/>
            <span>{move || filter.get().label()}</span>
        </Menu>
    }
}

/// Rows are keyed by what they show: one that changed is drawn anew, the others keep their state and focus.
#[component]
fn GroupView(id: Id, heading: Heading, groups: Memo<Vec<Group>>, edited: RwSignal<Option<Id>>) -> impl IntoView {
    let rows = Memo::new(move |_| {
        groups.with(|groups| groups.iter().find(|group| group.heading == heading).map(|group| group.rows.clone()).unwrap_or_default())
    });
    let title = move || match heading {
        Heading::Next => words::next().to_owned(),
        Heading::Month(first) => format::month(first),
    };
    view! {
        <h3 class="timeline__group">{title}</h3>
        <ol class="timeline">
            <For each=move || rows.get() key=Row::key let(row)>
                {match row {
                    Row::Entry(record) => view! { <EntryRow home=id record edited/> }.into_any(),
                    Row::Changes(changes) => view! { <ChangeRows home=id changes/> }.into_any(),
                }}
            </For>
        </ol>
    }
}
