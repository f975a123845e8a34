//! What is to be done: overdue, today, later; and what is done.

mod group;
mod quick_add;
mod row;

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::Date;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::clock;
use crate::components::{Icon, IconName};
use crate::i18n::{agenda as words, basics, fields};
use crate::routes;
use crate::store::live_query::Live;
use crate::store::working_set::AgendaQuery;
use crate::views::parts::full_edit::{FullEdit, Opening};
use crate::views::shell::page::{PageHeading, page_title};
use group::GroupView;
use quick_add::QuickAdd;

/// When something is due, as the list is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    Overdue,
    Today,
    Week,
    Later,
    Undated,
    Done,
}

impl Span {
    const ALL: [Self; 6] = [Self::Overdue, Self::Today, Self::Week, Self::Later, Self::Undated, Self::Done];

    fn of(activity: &Record, today: Date) -> Self {
        match activity.date(Field::DueDate).map(|date| date.0 - today.0) {
            _ if activity.has(Field::DoneAt) => Self::Done,
            None => Self::Undated,
            Some(..0) => Self::Overdue,
            Some(0) => Self::Today,
            Some(1..=7) => Self::Week,
            Some(_) => Self::Later,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Overdue => words::overdue(),
            Self::Today => words::today(),
            Self::Week => words::this_week(),
            Self::Later => words::later(),
            Self::Undated => words::undated(),
            Self::Done => words::done(),
        }
    }
}

/// What the address asks for.
fn asked() -> Memo<AgendaQuery> {
    let query = use_query_map();
    Memo::new(move |_| {
        query.with(|query| AgendaQuery {
            owner: query.get("owner").and_then(|owner| owner.parse().ok()),
            done: query.get("show").as_deref() == Some("done"),
        })
    })
}

fn href(asked: AgendaQuery) -> String {
    let owner = asked.owner.map(|owner| format!("owner={owner}"));
    let parts: Vec<String> = asked.done.then(|| "show=done".to_owned()).into_iter().chain(owner).collect();
    if parts.is_empty() { routes::ACTIVITIES.to_owned() } else { format!("{}?{}", routes::ACTIVITIES, parts.join("&")) }
}

#[component]
pub fn Agenda() -> impl IntoView {
    let live = expect_context::<Live>();
    page_title(|| basics::activities().to_owned());
    let asked = asked();
    let all = live.query(&[Kind::Activity], move |set| set.agenda(asked.get()));
    let spans = Memo::new(move |_| {
        let today = clock::today();
        let found: Vec<Span> = all.with(|all| all.iter().map(|activity| Span::of(activity, today)).collect());
        Span::ALL.into_iter().filter(|span| found.contains(span)).collect::<Vec<_>>()
    });
    let edited = RwSignal::new(None::<Id>);
    view! {
        <main class="view" id="main" aria-labelledby="page-title">
            <header class="view__header">
                <PageHeading class="view__title">{basics::activities}</PageHeading>
                <span class="view__count" role="status">{move || words::count(all.with(Vec::len))}</span>
                <div class="view__actions"><OwnerFilter asked/></div>
            </header>
            <nav class="tabs" aria-label=words::which>
                <WhichTab asked done=false label=words::open/>
                <WhichTab asked done=true label=words::done/>
            </nav>
            <div class="view__body scroll agenda">
                <Show when=move || !asked.get().done><QuickAdd/></Show>
                <For each=move || spans.get() key=|span| *span let(span)>
                    <GroupView span all edited/>
                </For>
                <Show when=move || all.with(Vec::is_empty)><Nothing asked/></Show>
            </div>
        </main>
        {move || edited.get().map(|id| view! { <FullEdit id opening=Opening::Edited(edited, id)/> })}
    }
}

#[component]
fn WhichTab(asked: Memo<AgendaQuery>, done: bool, label: fn() -> &'static str) -> impl IntoView {
    let to = move || href(AgendaQuery { done, ..asked.get() });
    view! { <a class="tab" href=to aria-current=move || (asked.get().done == done).then_some("page")>{label}</a> }
}

#[component]
fn OwnerFilter(asked: Memo<AgendaQuery>) -> impl IntoView {
    let live = expect_context::<Live>();
    let navigate = use_navigate();
    let members =
        live.query(&[Kind::Member], |set| set.members().iter().map(|member| (member.id, fields::record_name(member))).collect::<Vec<_>>());
    let choose = move |event| {
        let owner = event_target_value(&event).parse().ok();
        let to = href(AgendaQuery { owner, ..asked.get_untracked() });
        navigate(&to, NavigateOptions { replace: true, ..NavigateOptions::default() });
    };
    view! {
        <label class="visually-hidden" for="agenda-owner">{words::whose}</label>
        <select class="select" id="agenda-owner" on:change=choose>
            <option value="" prop:selected=move || asked.get().owner.is_none()>{words::everyone}</option>
            <For each=move || members.get() key=Clone::clone let((id, name))>
                <option value=id.to_string() prop:selected=move || asked.get().owner == Some(id)>{name}</option>
            </For>
        </select>
    }
}

#[component]
fn Nothing(asked: Memo<AgendaQuery>) -> impl IntoView {
    let done = move || asked.get().done;
    view! {
        <div class="empty">
            <span class="empty__icon"><Icon name=IconName::CheckSquare large=true/></span>
            <h2>{move || if done() { words::nothing_done() } else { words::nothing_open() }}</h2>
            <p>{move || if done() { words::nothing_done_text() } else { words::nothing_open_text() }}</p>
        </div>
    }
}
