//! One deal (R12-R15): its stage, its contacts, everything that happened on it.

mod contacts;
mod header;

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::DealStatus;
use leptos::prelude::*;

use crate::i18n::{deal as words, format, record};
use crate::store::live_query::Live;
use crate::views::parts::composer::{Composer, Entering};
use crate::views::parts::fact::Editing;
use crate::views::parts::fact::panel::{CreatedFact, FactPanel};
use crate::views::parts::frame::{RecordRoute, RecordWho, dotted};
use crate::views::parts::full_edit::{FullEdit, Opening};
use crate::views::parts::lost::LostDialog;
use crate::views::parts::names::RecordLink;
use crate::views::parts::path::DealPath;
use crate::views::parts::related::Related;
use crate::views::parts::status::StatusPie;
use crate::views::parts::timeline::Timeline;
use contacts::Contacts;
use header::{ClosedBanner, Header};

static DETAILS: &[Field] =
    &[Field::Name, Field::Value, Field::Probability, Field::CloseDate, Field::Person, Field::Organization, Field::Owner, Field::Tags];
static MORE: &[Field] = &[Field::Source, Field::Visibility];

#[component]
pub fn DealPage() -> impl IntoView {
    view! { <RecordRoute kind=Kind::Deal page=|id| view! { <DealView id/> }/> }
}

/// What is open on the page.
#[derive(Clone, Copy, Default)]
struct Open {
    form: RwSignal<bool>,
    lost: RwSignal<bool>,
    tags: RwSignal<bool>,
    writing: RwSignal<Option<Entering>>,
}

fn status_of(deal: &Record) -> DealStatus {
    deal.code(Field::DealStatus).unwrap_or(DealStatus::Open)
}

#[component]
fn DealView(id: Id) -> impl IntoView {
    let live = expect_context::<Live>();
    let deal = Signal::from(live.record(Kind::Deal, move || Some(id)));
    let open = Open::default();
    let editing = Editing::provide();
    header::keys(id, deal, open, editing);
    view! {
        <main class="view view--record" id="main" aria-labelledby="page-title">
            <Header id deal open/>
            <div class="view__body scroll">
                <ClosedBanner deal/>
                <div class="record__head">
                    <RecordWho id record=deal square=true><Line deal/></RecordWho>
                    <DealPath deal/>
                </div>
                <div class="record__cols">
                    <div class="stack">
                        <FactPanel id="details" title=record::details record=deal main=DETAILS more=MORE custom=Kind::Deal>
                            <CreatedFact record=deal/>
                        </FactPanel>
                    </div>
                    <div class="stack">
                        <Composer about=vec![id] both=true wanted=open.writing/>
                        <Timeline id plan=open.writing/>
                    </div>
                    <div class="stack">
                        <Contacts deal/>
                        <Related id="leads" title=words::converted_from find=move |set| set.leads_of(id)/>
                        <Related id="other-deals" title=words::other_deals find=move |set| other_deals(set, id)/>
                    </div>
                </div>
            </div>
        </main>
        <Show when=move || open.form.get()>
            <FullEdit id opening=Opening::Form(open.form)/>
        </Show>
        <Show when=move || open.lost.get()>
            <LostDialog deal=id on_close=move || open.lost.set(false)/>
        </Show>
    }
}

/// Value, stage, contacts.
#[component]
fn Line(deal: Signal<Option<Record>>) -> impl IntoView {
    let link = move |field: Field| deal.with(|deal| deal.as_ref().and_then(|deal| deal.link(field)));
    let value = move || deal.with(|deal| deal.as_ref().and_then(|deal| deal.money(Field::Value))).map(format::money);
    let stage = Signal::derive(move || link(Field::Stage));
    let closed = Signal::derive(move || deal.with(|deal| deal.as_ref().map(status_of)));
    move || {
        let value = value().map(|value| view! { <span class="tnum medium">{value}</span> }.into_any());
        let contact = |field| link(field).map(|id| view! { <RecordLink id=Signal::stored(Some(id))/> }.into_any());
        let pie = view! { <StatusPie status=stage closed/> }.into_any();
        dotted([value, Some(pie), contact(Field::Person), contact(Field::Organization)].into_iter().flatten())
    }
}

/// Deals of the same organization, else of the same person.
fn other_deals(set: &crate::store::working_set::WorkingSet, id: Id) -> Vec<Record> {
    let Some(deal) = set.get(id) else { return Vec::new() };
    let contact = deal.link(Field::Organization).or_else(|| deal.link(Field::Person));
    let all = contact.map(|contact| set.deals_of(contact)).unwrap_or_default();
    all.into_iter().filter(|other| other.id != id).collect()
}
