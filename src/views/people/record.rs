//! One person: how to reach them, where they work, their deals, everything that happened (R16, R50).

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use leptos::prelude::*;

use crate::i18n::{basics, deal as words, fields, record};
use crate::routes;
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;
use crate::views::parts::composer::Composer;
use crate::views::parts::contact_page::{ContactHeader, ContactOpen, contact_keys};
use crate::views::parts::duplicates::Duplicates;
use crate::views::parts::fact::Editing;
use crate::views::parts::fact::panel::{CreatedFact, FactPanel};
use crate::views::parts::frame::{RecordRoute, RecordWho, city_part, dotted, text_part};
use crate::views::parts::full_edit::{FullEdit, Opening};
use crate::views::parts::names::RecordLink;
use crate::views::parts::related::Related;
use crate::views::parts::timeline::Timeline;
use crate::views::parts::value::meaning;

static DETAILS: &[Field] = &[
    Field::FirstName,
    Field::LastName,
    Field::JobTitle,
    Field::Organization,
    Field::Emails,
    Field::Phones,
    Field::Website,
    Field::Address,
    Field::Owner,
    Field::Tags,
];
static MORE: &[Field] = &[
    Field::Salutation,
    Field::Social,
    Field::Industry,
    Field::Source,
    Field::BirthDate,
    Field::TaxId,
    Field::Description,
    Field::ContactKind,
    Field::Visibility,
];

#[component]
pub fn PersonPage() -> impl IntoView {
    view! { <RecordRoute kind=Kind::Person page=|id| view! { <PersonView id/> }/> }
}

#[component]
fn PersonView(id: Id) -> impl IntoView {
    let live = expect_context::<Live>();
    let person = Signal::from(live.record(Kind::Person, move || Some(id)));
    let open = ContactOpen::default();
    contact_keys(words::person_record, id, open, Editing::provide());
    view! {
        <main class="view view--record" id="main" aria-labelledby="page-title">
            <ContactHeader id record=person open list=routes::PEOPLE back=basics::people remove=words::remove_person/>
            <div class="view__body scroll">
                <div class="record__head">
                    <RecordWho id record=person>{move || person.with(|person| person.as_ref().map(who))}</RecordWho>
                </div>
                <div class="record__cols">
                    <div class="stack">
                        <FactPanel id="details" title=record::details record=person main=DETAILS more=MORE custom=Kind::Person>
                            <CreatedFact record=person/>
                        </FactPanel>
                    </div>
                    <div class="stack">
                        <Composer about=vec![id] wanted=open.writing/>
                        <Timeline id plan=open.writing/>
                    </div>
                    <div class="stack">
                        <Duplicates record=person/>
                        <Related id="deals" title=basics::deals nothing=record::no_deal find=move |set| set.deals_of(id)/>
                        <Related id="leads" title=basics::leads find=move |set| set.leads_of(id)/>
                        <Related id="colleagues" title=words::colleagues find=move |set| colleagues(set, id)/>
                    </div>
                </div>
            </div>
        </main>
        <Show when=move || open.form.get()>
            <FullEdit id opening=Opening::Form(open.form)/>
        </Show>
    }
}

/// Job title, organization, city, kind of contact.
fn who(person: &Record) -> AnyView {
    let organization = person.link(Field::Organization).map(|id| view! { <RecordLink id=Signal::stored(Some(id))/> }.into_any());
    dotted([text_part(person, Field::JobTitle), organization, city_part(person), contact_kind(person)].into_iter().flatten())
}

/// R64-R66: contact, prospect or customer.
pub fn contact_kind(record: &Record) -> Option<AnyView> {
    let Some(domain::values::Value::Code(code)) = record.get(Field::ContactKind).cloned() else { return None };
    Some(view! { <span title=fields::contact_kind>{move || meaning(Field::ContactKind, code)}</span> }.into_any())
}

/// Other people of the same organization.
fn colleagues(set: &WorkingSet, id: Id) -> Vec<Record> {
    let organization = set.get(id).and_then(|person| person.link(Field::Organization));
    let people = organization.map(|organization| set.people_of(organization)).unwrap_or_default();
    people.into_iter().filter(|other| other.id != id).collect()
}
