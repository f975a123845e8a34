//! One organization: its people, its deals, everything that happened (R16, R50).

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::NoteSubject;
use leptos::prelude::*;

use crate::i18n::{basics, deal as words, record};
use crate::routes;
use crate::store::live_query::Live;
use crate::views::parts::composer::Composer;
use crate::views::parts::contact_page::{ContactHeader, ContactOpen, contact_keys};
use crate::views::parts::duplicates::Duplicates;
use crate::views::parts::fact::Editing;
use crate::views::parts::fact::panel::{CreatedFact, FactPanel};
use crate::views::parts::frame::{RecordRoute, RecordWho, city_part, dotted, text_part};
use crate::views::parts::full_edit::{FullEdit, Opening};
use crate::views::parts::related::Related;
use crate::views::parts::timeline::Timeline;
use crate::views::people::contact_kind;

static DETAILS: &[Field] =
    &[Field::Name, Field::Website, Field::Emails, Field::Phones, Field::Address, Field::Industry, Field::Owner, Field::Tags];
static MORE: &[Field] = &[Field::LegalForm, Field::TaxId, Field::ContactKind, Field::Visibility];

#[component]
pub fn OrganizationPage() -> impl IntoView {
    view! { <RecordRoute kind=Kind::Organization page=|id| view! { <OrganizationView id/> }/> }
}

#[component]
fn OrganizationView(id: Id) -> impl IntoView {
    let live = expect_context::<Live>();
    let organization = Signal::from(live.record(Kind::Organization, move || Some(id)));
    let open = ContactOpen::default();
    contact_keys(words::organization_record, id, open, Editing::provide());
    let who = |organization: &Record| {
        let parts = [text_part(organization, Field::Industry), city_part(organization), contact_kind(organization)];
        dotted(parts.into_iter().flatten())
    };
    view! {
        <main class="view view--record" id="main" aria-labelledby="page-title">
            <ContactHeader
                id
                record=organization
                open
                list=routes::ORGANIZATIONS
                back=basics::organizations
                remove=words::remove_organization
            />
            <div class="view__body scroll">
                <div class="record__head">
                    <RecordWho id record=organization square=true>
                        {move || organization.with(|organization| organization.as_ref().map(who))}
                    </RecordWho>
                </div>
                <div class="record__cols">
                    <div class="stack">
                        <FactPanel id="details" title=record::details record=organization main=DETAILS more=MORE custom=Kind::Organization>
                            <CreatedFact record=organization/>
                        </FactPanel>
                    </div>
                    <div class="stack">
                        <Composer about=vec![id] subject=NoteSubject::Company wanted=open.writing/>
                        <Timeline id plan=open.writing/>
                    </div>
                    <div class="stack">
                        <Duplicates record=organization/>
                        <Related id="people" title=basics::people nothing=record::nobody find=move |set| set.people_of(id)/>
                        <Related id="deals" title=basics::deals nothing=record::no_deal find=move |set| set.deals_of(id)/>
                        <Related id="leads" title=basics::leads find=move |set| set.leads_of(id)/>
                    </div>
                </div>
            </div>
        </main>
        <Show when=move || open.form.get()>
            <FullEdit id opening=Opening::Form(open.form)/>
        </Show>
    }
}
