//! Who a deal is with, and how to reach them (R14).

use domain::records::{Field, Kind, Record};
use leptos::prelude::*;

use crate::i18n::{deal as words, fields};
use crate::store::live_query::Live;
use crate::views::parts::fact::panel::StaticFact;
use crate::views::parts::names::RecordLink;
use crate::views::parts::value::ValueView;

#[component]
pub fn Contacts(deal: Signal<Option<Record>>) -> impl IntoView {
    let live = expect_context::<Live>();
    let link = move |field: Field| deal.with(|deal| deal.as_ref().and_then(|deal| deal.link(field)));
    let person = live.record(Kind::Person, move || link(Field::Person));
    let organization = live.record(Kind::Organization, move || link(Field::Organization));
    let nobody = move || person.with(Option::is_none) && organization.with(Option::is_none);
    view! {
        <section class="panel" aria-labelledby="contacts">
            <div class="panel__head"><h2 class="panel__title" id="contacts">{words::contacts}</h2></div>
            <div class="panel__body stack stack--3 small">
                {move || person.get().map(|person| view! { <Contact record=person/> })}
                {move || organization.get().map(|organization| view! { <Contact record=organization/> })}
                {move || nobody().then(|| view! { <p class="quiet">{words::no_contact}</p> })}
            </div>
        </section>
    }
}

#[component]
fn Contact(record: Record) -> impl IntoView {
    let job = record.text(Field::JobTitle).to_owned();
    let reach = [Field::Emails, Field::Phones, Field::Website, Field::Address];
    let rows = reach.into_iter().filter_map(|field| record.get(field).cloned().map(|value| (field, value)));
    let rows = rows.map(|(field, value)| {
        view! {
            <StaticFact label=Signal::derive(move || fields::label(field).to_owned())><ValueView field value/></StaticFact>
        }
    });
    view! {
        <div>
            <p class="medium"><RecordLink id=Signal::stored(Some(record.id))/></p>
            {(!job.is_empty()).then(|| view! { <p class="tiny quiet">{job}</p> })}
            <dl class="facts facts--narrow">{rows.collect_view()}</dl>
        </div>
    }
}
