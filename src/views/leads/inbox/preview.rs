//! The lead beside the list: who it is, where it stands, what comes next, and the way to a deal.

mod known;
mod latest;

use domain::records::{Field, Kind, Record};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use self::known::Known;
use self::latest::Latest;
use super::act;
use super::archive::ArchivePicker;
use super::state::InboxState;
use crate::components::avatar::initials_of;
use crate::components::{Icon, IconName};
use crate::dispatch::Dispatch;
use crate::i18n::{basics, fields, format, inbox as words, record};
use crate::routes;
use crate::store::live_query::Live;
use crate::views::leads::seen::mark_seen;
use crate::views::parts::composer::{Composer, Entering};
use crate::views::parts::fact::{Editing, Fact};
use crate::views::parts::names::{RecordLink, by_words, name_of};
use crate::views::parts::path::LeadPath;
use crate::views::parts::related::standing;
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;

/// How long a lead is looked at before it counts as seen.
const SEEN_MS: u32 = 1_000;

/// Fields that matter for the next decision.
const FACTS: [Field; 6] = [Field::Emails, Field::Phones, Field::Value, Field::Source, Field::Tags, Field::Owner];

type Lead = Memo<Option<Record>>;

#[component]
pub fn Preview() -> impl IntoView {
    let state = InboxState::use_state();
    let lead = expect_context::<Live>().record(Kind::Lead, move || state.lead.get());
    let name = Memo::new(move |_| lead.with(|lead| lead.as_ref().map(fields::record_name).unwrap_or_default()));
    let there = Memo::new(move |_| lead.with(Option::is_some));
    Editing::provide();
    watch_seen(state);
    view! {
        <aside class="split__preview" aria-label=move || words::preview(name.get())>
            <Show when=move || there.get() fallback=|| view! { <p class="empty quiet">{words::choose_lead}</p> }>
                <Head lead name/>
                <ActionRow lead/>
                <div class="preview__body">
                    <Show when=move || lead.with(|lead| lead.as_ref().is_some_and(Record::is_open_lead))>
                        <div class="preview__path"><LeadPath lead/></div>
                    </Show>
                    <Known lead/>
                    <section aria-label=words::key_details>
                        <dl class="facts">{FACTS.map(|field| view! { <Fact record=lead field/> }).into_iter().collect_view()}</dl>
                    </section>
                    <Write/>
                    <Latest/>
                </div>
            </Show>
        </aside>
    }
}

/// A lead counts as seen when it was looked at for a while; not the one that merely stood there when the inbox opened.
fn watch_seen(state: InboxState) {
    let (live, dispatch) = (expect_context::<Live>(), expect_context::<Dispatch>());
    let timer = StoredValue::new(None::<SendWrapper<Timeout>>);
    Effect::new(move |_| {
        let lead = state.lead.get().filter(|_| state.touched.get());
        let look = lead.map(|lead| Timeout::new(SEEN_MS, move || mark_seen(live, dispatch, lead)));
        timer.set_value(look.map(SendWrapper::new));
    });
    on_cleanup(move || timer.set_value(None));
}

#[component]
fn Head(lead: Lead, name: Memo<String>) -> impl IntoView {
    let state = InboxState::use_state();
    let sub = move || lead.with(|lead| lead.as_ref().map(job_and_organization).unwrap_or_default());
    let href = move || state.lead.get().and_then(|id| routes::record(Kind::Lead, id));
    view! {
        <div class="preview__head">
            <span class="avatar avatar--lg" aria-hidden="true">{move || initials_of(&name.get())}</span>
            <div class="grow">
                <h2 class="preview__title">{name}</h2>
                <p class="small muted">{sub}</p>
            </div>
            <a
                class="btn btn--ghost btn--icon btn--sm"
                href=href
                aria-label=words::open_record
                title=words::open_record
                on:click=move |_| state.flush()
            >
                <Icon name=IconName::Right/>
            </a>
        </div>
    }
}

fn job_and_organization(lead: &Record) -> String {
    let name = fields::record_name(lead);
    let organization = Some(lead.text(Field::OrganizationName)).filter(|organization| *organization != name).unwrap_or_default();
    match (lead.text(Field::JobTitle), organization) {
        ("", organization) => organization.to_owned(),
        (job, "") => job.to_owned(),
        (job, organization) => words::job_at(job, organization),
    }
}

#[component]
fn ActionRow(lead: Lead) -> impl IntoView {
    let converted = Memo::new(move |_| lead.with(|lead| lead.as_ref().is_some_and(|lead| lead.has(Field::ConvertedAt))));
    let archived = Memo::new(move |_| lead.with(|lead| lead.as_ref().is_some_and(|lead| lead.has(Field::ArchivedAt))));
    view! {
        <div class="preview__actions">
            {move || match (converted.get(), archived.get()) {
                (true, _) => view! { <Results lead/> }.into_any(),
                (false, true) => view! { <RestoreButton/> <Reach lead/> }.into_any(),
                (false, false) => view! { <ConvertButton/> <Reach lead/> <OpenActions/> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn ConvertButton() -> impl IntoView {
    let state = InboxState::use_state();
    let flows = Flows::use_flows();
    view! {
        <button
            class="btn btn--primary"
            type="button"
            aria-keyshortcuts="v"
            on:click=move |_| flows.convert.set(state.lead.get_untracked())
        >
            <Icon name=IconName::Convert/>
            {words::convert}
        </button>
    }
}

#[component]
fn RestoreButton() -> impl IntoView {
    let state = InboxState::use_state();
    let actions = Actions::use_actions();
    let restore = move |_| act::restore(state, actions, state.lead.get_untracked().into_iter().collect());
    view! {
        <button class="btn" type="button" aria-keyshortcuts="e" on:click=restore>
            <Icon name=IconName::Undo/>
            {words::restore}
        </button>
    }
}

/// Call and write: what the device does with phone numbers and addresses.
#[component]
fn Reach(lead: Lead) -> impl IntoView {
    let first = move |field| lead.with(|lead| lead.as_ref().and_then(|lead| lead.points(field).first().map(|point| point.value.clone())));
    let phone = Memo::new(move |_| first(Field::Phones));
    let email = Memo::new(move |_| first(Field::Emails));
    let digits = |number: String| number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    view! {
        {move || phone.get().map(|number| {
            let label = words::call(&number);
            view! {
                <a class="btn btn--icon" href=format!("tel:{}", digits(number)) aria-label=label.clone() title=label>
                    <Icon name=IconName::Phone/>
                </a>
            }
        })}
        {move || email.get().map(|address| {
            let label = words::write_to(&address);
            view! {
                <a class="btn btn--icon" href=format!("mailto:{address}") aria-label=label.clone() title=label>
                    <Icon name=IconName::Mail/>
                </a>
            }
        })}
    }
}

/// A note, and archiving at the far end.
#[component]
fn OpenActions() -> impl IntoView {
    let state = InboxState::use_state();
    let actions = Actions::use_actions();
    let archive = Callback::new(move |reason: String| {
        act::archive(state, actions, state.lead.get_untracked().into_iter().collect(), reason);
    });
    view! {
        <button
            class="btn btn--icon"
            type="button"
            aria-label=basics::note
            title=basics::note
            aria-keyshortcuts="n"
            on:click=move |_| state.write(Entering::Note)
        >
            <Icon name=IconName::Note/>
        </button>
        <span class="push preview__archive"><ArchivePicker id="preview-archive" class="btn btn--icon" on_reason=archive/></span>
    }
}

/// When, by whom, into what a lead was converted, and what became of the deal (B9).
#[component]
fn Results(lead: Lead) -> impl IntoView {
    let live = InboxState::use_state().live;
    let link_of = move |field| lead.with(|lead| lead.as_ref().and_then(|lead| lead.link(field)));
    let state = live.query(&[Kind::Lead, Kind::Deal, Kind::Stage], move |set| {
        let deal = set.get(link_of(Field::ConvertedDeal)?)?;
        let stage = deal.link(Field::Stage).and_then(|stage| set.get(stage)).map(|stage| fields::record_name(&stage));
        Some(standing(&deal, stage.unwrap_or_default()))
    });
    let by = name_of(move || link_of(Field::ConvertedBy));
    let said = move || {
        let at = lead.with(|lead| lead.as_ref().and_then(|lead| lead.time(Field::ConvertedAt)))?;
        Some(record::converted_banner(format::moment(at), by_words(link_of(Field::ConvertedBy)?, by.get())))
    };
    let link = move |field| {
        let id = Signal::derive(move || link_of(field));
        let more = move || state.get().filter(|_| field == Field::ConvertedDeal).map(|state| format!(", {state}"));
        view! {
            <Show when=move || id.get().is_some()>
                <span class="small"><span class="quiet">{move || fields::label(field)}</span> " " <RecordLink id/> {more}</span>
            </Show>
        }
    };
    view! {
        <div class="stack stack--1 grow">
            <p class="small medium">{said}</p>
            <p class="cluster">
                {[Field::ConvertedDeal, Field::ConvertedPerson, Field::ConvertedOrganization].map(link).into_iter().collect_view()}
            </p>
        </div>
    }
}

/// The composer, once somebody wants to write.
#[component]
fn Write() -> impl IntoView {
    let state = InboxState::use_state();
    let lead = move || state.lead.get().filter(|_| state.writing.get());
    move || {
        lead().map(|id| {
            view! { <Composer about=vec![id] wanted=state.entering/> }
        })
    }
}
