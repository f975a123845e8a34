//! One person or organization in the list.

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use leptos::prelude::*;

use crate::i18n::fields;
use crate::routes;
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;
use crate::views::parts::member::MemberAvatar;
use crate::views::parts::value::dialled;

/// What a row shows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Line {
    name: String,
    sub: String,
    second: String,
    email: String,
    phone: String,
    owner: Option<Id>,
}

impl Line {
    fn of(set: &WorkingSet, id: Id) -> Option<Self> {
        let record = set.get(id)?;
        let city = || record.address(Field::Address).map(|address| address.city.clone()).unwrap_or_default();
        let (sub, second) = match record.kind {
            Kind::Person => {
                let organization = record.link(Field::Organization).and_then(|id| set.get(id));
                let organization = organization.map(|organization| fields::record_name(&organization)).unwrap_or_default();
                (record.text(Field::JobTitle).to_owned(), organization)
            }
            _ => (record.text(Field::Industry).to_owned(), city()),
        };
        let (email, phone) = (first(&record, Field::Emails), first(&record, Field::Phones));
        Some(Self { name: fields::record_name(&record), sub, second, email, phone, owner: record.link(Field::Owner) })
    }
}

fn first(record: &Record, field: Field) -> String {
    record.points(field).first().map(|point| point.value.clone()).unwrap_or_default()
}

/// The inside of a row; it follows its record.
pub fn cells(kind: Kind, id: Id) -> AnyView {
    let live = expect_context::<Live>();
    let line = live.query(&[Kind::Person, Kind::Organization], move |set| Line::of(set, id).unwrap_or_default());
    let text = move |part: fn(&Line) -> &String| move || line.with(|line| part(line).clone());
    let owner = Signal::derive(move || line.with(|line| line.owner));
    let email = move || {
        line.with(|line| (!line.email.is_empty()).then(|| line.email.clone()))
            .map(|email| (format!("mailto:{email}"), email))
            .map(|(href, email)| view! { <a class="truncate" tabindex="-1" href=href>{email}</a> })
    };
    let phone = move || {
        line.with(|line| (!line.phone.is_empty()).then(|| line.phone.clone()))
            .map(|phone| (format!("tel:{}", dialled(&phone)), phone))
            .map(|(href, phone)| view! { <a class="tnum nowrap" tabindex="-1" href=href>{phone}</a> })
    };
    view! {
        <div class="grid__cell c-name" role="rowheader">
            <a class="lead__name" tabindex="-1" href=routes::record(kind, id)>{text(|line| &line.name)}</a>
            <span class="lead__org">{text(|line| &line.sub)}</span>
        </div>
        <div class="grid__cell c-second" role="gridcell"><span class="truncate contact__second">{text(|line| &line.second)}</span></div>
        <div class="grid__cell c-email" role="gridcell">{email}</div>
        <div class="grid__cell c-phone" role="gridcell">{phone}</div>
        <div class="grid__cell c-owner" role="gridcell"><MemberAvatar id=owner/></div>
    }
    .into_any()
}
