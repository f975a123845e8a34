//! One lead (R2, R19-R29): who it is, where it stands, what happened, what belongs to it.

mod banner;
mod header;
mod park;
mod place;
mod undo_conversion;

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::NoteSubject;
use leptos::prelude::*;

use crate::i18n::{fields, record as words};
use crate::store::live_query::Live;
use crate::views::leads::seen::mark_seen;
use crate::views::parts::composer::{Composer, Entering};
use crate::views::parts::duplicates::Duplicates;
use crate::views::parts::fact::Editing;
use crate::views::parts::fact::panel::{CreatedFact, FactPanel, StaticFact};
use crate::views::parts::frame::{RecordRoute, RecordWho, city_part, dotted, text_part};
use crate::views::parts::full_edit::{FullEdit, Opening};
use crate::views::parts::names::RecordLink;
use crate::views::parts::path::LeadPath;
use crate::views::parts::related::Related;
use crate::views::parts::timeline::Timeline;
use crate::views::shell::actions::Actions;
use banner::Banner;
use header::Header;
use park::ParkDialog;

pub use place::{inbox_href, remember_inbox};

static DETAILS: &[Field] = &[
    Field::FirstName,
    Field::LastName,
    Field::JobTitle,
    Field::OrganizationName,
    Field::Emails,
    Field::Phones,
    Field::Website,
    Field::Address,
];
static MORE: &[Field] =
    &[Field::Salutation, Field::Title, Field::Social, Field::Industry, Field::Description, Field::BirthDate, Field::TaxId];
static QUALIFICATION: &[Field] = &[Field::Value, Field::CloseDate, Field::Source, Field::Owner, Field::Tags];
static MORE_QUALIFICATION: &[Field] = &[Field::SourceDetail, Field::Visibility];

#[component]
pub fn LeadPage() -> impl IntoView {
    view! { <RecordRoute kind=Kind::Lead page=|id| view! { <LeadView id/> }/> }
}

/// What is open on the page.
#[derive(Clone, Copy, Default)]
struct Open {
    form: RwSignal<bool>,
    archive: RwSignal<bool>,
    disqualify: RwSignal<bool>,
    tags: RwSignal<bool>,
    writing: RwSignal<Option<Entering>>,
}

#[component]
fn LeadView(id: Id) -> impl IntoView {
    let live = expect_context::<Live>();
    let lead = Signal::from(live.record(Kind::Lead, move || Some(id)));
    let open = Open::default();
    let editing = Editing::provide();
    mark_seen(live, Actions::use_actions().dispatch, id);
    header::keys(id, lead, open, editing);
    view! {
        <main class="view view--record" id="main" aria-labelledby="page-title">
            <Header id lead open/>
            <div class="view__body scroll">
                <Banner id lead/>
                <div class="record__head">
                    <RecordWho id record=lead>{move || lead.with(|lead| lead.as_ref().map(who))}</RecordWho>
                    <LeadPath lead/>
                </div>
                <div class="record__cols">
                    <div class="stack"><Facts lead/></div>
                    <div class="stack">
                        <LeadComposer id lead open/>
                        <Timeline id plan=open.writing/>
                    </div>
                    <div class="stack">
                        <Duplicates record=lead/>
                        <Related
                            id="same-organization"
                            title=words::same_organization
                            find=move |set| set.get(id).map(|lead| set.same_organization(&lead)).unwrap_or_default()
                        />
                    </div>
                </div>
            </div>
        </main>
        <Show when=move || open.form.get()>
            <FullEdit id opening=Opening::Form(open.form)/>
        </Show>
        <Show when=move || open.disqualify.get()>
            <ParkDialog id disqualify=true on_close=move || open.disqualify.set(false)/>
        </Show>
        <Show when=move || open.archive.get()>
            <ParkDialog id disqualify=false on_close=move || open.archive.set(false)/>
        </Show>
    }
}

/// Job title, organization, city.
fn who(lead: &Record) -> AnyView {
    let organization = match lead.link(Field::Organization) {
        Some(id) => Some(view! { <RecordLink id=Signal::stored(Some(id))/> }.into_any()),
        None if domain::records::person_name(lead).is_empty() => None,
        None => text_part(lead, Field::OrganizationName),
    };
    dotted([text_part(lead, Field::JobTitle), organization, city_part(lead)].into_iter().flatten())
}

#[component]
fn Facts(lead: Signal<Option<Record>>) -> impl IntoView {
    let linked = move |field: Field| lead.with(|lead| lead.as_ref().and_then(|lead| lead.link(field)));
    let link = move |field: Field, label: fn() -> &'static str| {
        move || {
            linked(field).map(|id| {
                view! { <StaticFact label=Signal::derive(move || label().to_owned())><RecordLink id=Signal::stored(Some(id))/></StaticFact> }
            })
        }
    };
    // Of the system a file came from: not edited, so that the row there can be found again.
    let id = Memo::new(move |_| lead.with(|lead| lead.as_ref().map(|lead| lead.text(Field::ExternalId).to_owned()).unwrap_or_default()));
    let elsewhere = move || {
        let shown = Some(id.get()).filter(|id| !id.is_empty());
        shown.map(|id| view! { <StaticFact label=Signal::derive(|| fields::external_id().to_owned())>{id}</StaticFact> })
    };
    view! {
        <FactPanel id="details" title=words::details record=lead main=DETAILS more=MORE>
            {link(Field::Person, words::existing_person)}
            {link(Field::Organization, words::existing_organization)}
            {elsewhere}
        </FactPanel>
        <FactPanel id="qualification" title=words::qualification record=lead main=QUALIFICATION more=MORE_QUALIFICATION custom=Kind::Lead>
            <CreatedFact record=lead/>
        </FactPanel>
    }
}

/// A lead with a person and a company can have notes about either (R76, R77).
#[component]
fn LeadComposer(id: Id, lead: Signal<Option<Record>>, open: Open) -> impl IntoView {
    let (person, company) = lead.with_untracked(|lead| {
        let lead = lead.as_ref();
        let person = lead.is_some_and(|lead| !domain::records::person_name(lead).is_empty());
        (person, lead.is_some_and(|lead| !lead.text(Field::OrganizationName).is_empty()))
    });
    let subject = if company && !person { NoteSubject::Company } else { NoteSubject::Person };
    view! { <Composer about=vec![id] subject both=person && company wanted=open.writing/> }
}
