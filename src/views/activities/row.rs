//! One activity: what, about whom, when, by whom; done with one press.

use domain::commands::{Command, RemoveRecords};
use domain::ids::Id;
use domain::records::{Field, Record};
use domain::values::{ActivityKind, Coded};
use leptos::prelude::*;

use crate::clock;
use crate::components::{Icon, IconName, Menu, MenuItem};
use crate::i18n::{basics, fields, format, story, when};
use crate::store::working_set::WorkingSet;
use crate::views::parts::activity::{set_done, step_focus};
use crate::views::parts::member::MemberAvatar;
use crate::views::parts::names::RecordLink;
use crate::views::parts::next_step::activity_icon;
use crate::views::shell::actions::Actions;

#[component]
pub fn ActivityRow(activity: Record, edited: RwSignal<Option<Id>>) -> impl IntoView {
    let kind: ActivityKind = activity.code(Field::ActivityKind).unwrap_or(ActivityKind::ALL[0]);
    let owner = activity.link(Field::Owner);
    let subject = activity.text(Field::Subject).to_owned();
    let about = activity.links(Field::About).to_vec();
    let links = about.into_iter().enumerate().map(|(at, id)| {
        view! { {(at > 0).then_some(", ")} <RecordLink id=Signal::stored(Some(id))/> }
    });
    view! {
        <li class="agenda__row">
            <DoneButton activity=activity.clone()/>
            <div class="agenda__what">
                <span class="inline">
                    <Icon name=activity_icon(kind)/>
                    <span class="visually-hidden">{move || fields::activity_kind(kind)}</span>
                    <span class="medium">{subject}</span>
                </span>
                <p>{links.collect_view()}</p>
            </div>
            <span class="agenda__when">
                <When activity=activity.clone()/>
                <MemberAvatar id=Signal::stored(owner)/>
                <RowMenu activity edited/>
            </span>
        </li>
    }
}

#[component]
fn DoneButton(activity: Record) -> impl IntoView {
    let actions = Actions::use_actions();
    let (id, done) = (activity.id, activity.has(Field::DoneAt));
    let subject = activity.text(Field::Subject).to_owned();
    view! {
        <button
            class="agenda__check"
            class:is-done=done
            type="button"
            role="checkbox"
            aria-checked=done.to_string()
            aria-label=move || story::check_off(&subject)
            title=move || if done { story::mark_open() } else { story::mark_done() }
            on:click=move |event| set_done(actions, id, !done, step_focus(&event, "agenda__check", "page-title"))
        >
            {done.then(|| view! { <Icon name=IconName::Check small=true/> })}
        </button>
    }
}

#[component]
fn When(activity: Record) -> impl IntoView {
    let today = clock::today();
    let done = activity.has(Field::DoneAt);
    let (due, minutes) = (activity.date(Field::DueDate), activity.number(Field::DueTime));
    let at = WorkingSet::happened_at(&activity);
    let late = !done && due.is_some_and(|date| date < today);
    let said = move || match due {
        _ if done => when::happened(at, today),
        Some(date) => when::due(date, minutes, today),
        None => when::no_date().to_owned(),
    };
    let exact = move || due.filter(|_| !done).map_or_else(|| format::moment(at), format::date);
    view! { <span class="agenda__due" class:event__meta--due=late title=exact>{said}</span> }
}

#[component]
fn RowMenu(activity: Record, edited: RwSignal<Option<Id>>) -> impl IntoView {
    let actions = Actions::use_actions();
    let id = activity.id;
    let subject = activity.text(Field::Subject).to_owned();
    let items = move || {
        let remove = move || actions.run(Command::RemoveRecords(RemoveRecords { ids: vec![id] }));
        vec![
            MenuItem::new(basics::edit(), move || edited.set(Some(id))).icon(IconName::Pencil),
            MenuItem::new(basics::remove(), remove).icon(IconName::X),
        ]
    };
    view! { <Menu label=Signal::derive(move || story::actions_for(&subject)) class="btn btn--ghost btn--icon btn--sm" items/> }
}
