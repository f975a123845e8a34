//! A note or an activity in the story: checked off, edited, removed from here.

use domain::commands::{Command, RemoveRecords};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::{ActivityKind, Coded, Date, NoteSubject};
use leptos::prelude::*;

use crate::clock;
use crate::components::{Icon, IconName, Menu, MenuItem};
use crate::i18n::{basics, fields, story as words, when};
use crate::store::working_set::WorkingSet;
use crate::views::parts::activity::{set_done, step_focus};
use crate::views::parts::names::{RecordLink, by_words, name_of};
use crate::views::parts::next_step::activity_icon;
use crate::views::shell::actions::Actions;

#[component]
pub fn EntryRow(home: Id, record: Record, edited: RwSignal<Option<Id>>) -> impl IntoView {
    let today = clock::today();
    let note = record.kind == Kind::Note;
    let open = !note && !record.has(Field::DoneAt);
    let kind: ActivityKind = record.code(Field::ActivityKind).unwrap_or(ActivityKind::ALL[0]);
    let late = open && record.date(Field::DueDate).is_some_and(|date| date < today);
    let icon = if note { IconName::Note } else { activity_icon(kind) };
    let company = record.code(Field::NoteSubject) == Some(NoteSubject::Company);
    let subject = record.text(Field::Subject).to_owned();
    let title = move || match (note, company) {
        (true, true) => words::company_note().to_owned(),
        (true, false) => basics::note().to_owned(),
        _ => subject.clone(),
    };
    let text = record.text(Field::Text).to_owned();
    // An entry of a deal also stands in the story of its person: then it says whose it is.
    let elsewhere = (!record.links(Field::About).contains(&home)).then(|| record.links(Field::About).first().copied()).flatten();
    view! {
        <li class="event" class:event--due=late class:event--plan=open && !late>
            <span class="event__icon"><Icon name=icon/></span>
            <div>
                <p class="event__title">
                    {title}
                    " "
                    <Aside record=record.clone() note kind/>
                    {elsewhere.map(|id| view! { " " <span class="muted">{words::on_record} " " <RecordLink id=Signal::stored(Some(id))/></span> })}
                </p>
                {(!text.is_empty()).then(|| view! { <p class="event__text fact__text">{text}</p> })}
            </div>
            <span class="event__meta">
                <Moment record=record.clone() open today/>
                <EntryActions record open edited/>
            </span>
        </li>
    }
}

/// Kind and author behind the title.
#[component]
fn Aside(record: Record, note: bool, kind: ActivityKind) -> impl IntoView {
    let by = record.created.by;
    let name = name_of(move || Some(by));
    let author = move || by_words(by, name.get());
    view! {
        <span class="muted">
            {move || (!note).then(|| format!("{} ", fields::activity_kind(kind)))}
            {author}
        </span>
    }
}

#[component]
fn Moment(record: Record, open: bool, today: Date) -> impl IntoView {
    let due = record.date(Field::DueDate);
    let minutes = record.number(Field::DueTime);
    let late = open && due.is_some_and(|date| date < today);
    let at = WorkingSet::happened_at(&record);
    let said = move || match (open, due) {
        (true, Some(date)) => when::due_since(date, minutes, today),
        (true, None) => when::no_date().to_owned(),
        _ => when::happened(at, today),
    };
    view! { <span class:event__meta--due=late title=move || crate::i18n::format::moment(at)>{said}</span> }
}

#[component]
fn EntryActions(record: Record, open: bool, edited: RwSignal<Option<Id>>) -> impl IntoView {
    let actions = Actions::use_actions();
    let note = record.kind == Kind::Note;
    let id = record.id;
    let name = fields::record_name(&record).chars().take(60).collect::<String>();
    let subject = name.clone();
    let items = move || {
        let edit = MenuItem::new(basics::edit(), move || edited.set(Some(id))).icon(IconName::Pencil);
        let remove = MenuItem::new(basics::remove(), move || actions.run(Command::RemoveRecords(RemoveRecords { ids: vec![id] })));
        let done = MenuItem::new(if open { words::mark_done() } else { words::mark_open() }, move || set_done(actions, id, open, || {}));
        let done = (!note).then(|| done.icon(if open { IconName::Check } else { IconName::Undo }));
        done.into_iter().chain([edit, remove.icon(IconName::X)]).collect()
    };
    view! {
        <span class="event__actions">
            {open
                .then(|| {
                    view! {
                        <button
                            class="btn btn--ghost btn--icon btn--sm event__check"
                            type="button"
                            aria-label=move || words::check_off(&name)
                            title=words::mark_done
                            on:click=move |event| set_done(actions, id, true, step_focus(&event, "event__check", "timeline"))
                        >
                            <Icon name=IconName::Check/>
                        </button>
                    }
                })}
            <Menu label=Signal::derive(move || words::actions_for(&subject)) class="btn btn--ghost btn--icon btn--sm" items/>
        </span>
    }
}
