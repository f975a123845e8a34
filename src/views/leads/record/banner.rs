//! What a lead that is no longer open says above everything: what became of it (R49, B9), or why it is archived.

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use leptos::prelude::*;

use super::header::restore;
use super::undo_conversion::UndoConversion;
use crate::components::{Icon, IconName};
use crate::i18n::{fields, format, record as words};
use crate::store::live_query::Live;
use crate::views::parts::names::{RecordLink, by_words, name_of};
use crate::views::parts::related::standing;
use crate::views::shell::actions::Actions;

#[component]
pub fn Banner(id: Id, lead: Signal<Option<Record>>) -> impl IntoView {
    let has = move |field: Field| lead.with(|lead| lead.as_ref().is_some_and(|lead| lead.has(field)));
    let converted = Memo::new(move |_| has(Field::ConvertedAt));
    let archived = Memo::new(move |_| has(Field::ArchivedAt));
    move || match (converted.get(), archived.get()) {
        (true, _) => view! { <Converted id lead/> }.into_any(),
        (false, true) => view! { <Archived id lead/> }.into_any(),
        _ => ().into_any(),
    }
}

#[component]
fn Converted(id: Id, lead: Signal<Option<Record>>) -> impl IntoView {
    let live = expect_context::<Live>();
    let link = move |field: Field| lead.with(|lead| lead.as_ref().and_then(|lead| lead.link(field)));
    let by = name_of(move || link(Field::ConvertedBy));
    let by_said = move || link(Field::ConvertedBy).map(|id| by_words(id, by.get())).unwrap_or_default();
    let when =
        move || lead.with(|lead| lead.as_ref().and_then(|lead| lead.time(Field::ConvertedAt))).map(format::moment).unwrap_or_default();
    let deal = live.record(Kind::Deal, move || link(Field::ConvertedDeal));
    let stage = name_of(move || deal.with(|deal| deal.as_ref().and_then(|deal| deal.link(Field::Stage))));
    // B9: what became of the lead, up to won or lost.
    let state = move || deal.with(|deal| deal.as_ref().map(|deal| standing(deal, stage.get())));
    let result = move |field: Field, kind: Kind| {
        move || {
            link(field).map(|id| {
                view! {
                    <span>
                        <span class="quiet">{move || fields::kind_name(kind)}</span>
                        " "
                        <RecordLink id=Signal::stored(Some(id))/>
                        {move || (kind == Kind::Deal).then(state).flatten().map(|state| format!(", {state}"))}
                    </span>
                }
            })
        }
    };
    view! {
        <div class="notice notice--bar" role="note">
            <Icon name=IconName::Check/>
            <div class="grow">
                <p class="medium">{move || words::converted_banner(when(), by_said())}</p>
                <p class="cluster cluster--wide">
                    {result(Field::ConvertedDeal, Kind::Deal)}
                    {result(Field::ConvertedPerson, Kind::Person)}
                    {result(Field::ConvertedOrganization, Kind::Organization)}
                </p>
            </div>
            <UndoConversion id/>
        </div>
    }
}

#[component]
fn Archived(id: Id, lead: Signal<Option<Record>>) -> impl IntoView {
    let actions = Actions::use_actions();
    let when =
        move || lead.with(|lead| lead.as_ref().and_then(|lead| lead.time(Field::ArchivedAt))).map(format::moment).unwrap_or_default();
    let reason = move || lead.with(|lead| lead.as_ref().map(|lead| lead.text(Field::ArchiveReason).to_owned())).unwrap_or_default();
    view! {
        <div class="notice notice--bar notice--warn" role="note">
            <Icon name=IconName::Archive/>
            <div class="grow">
                <p class="medium">{move || words::archived_banner(when())}</p>
                <p>{reason}</p>
            </div>
            <button class="btn btn--sm" type="button" on:click=move |_| actions.run(restore(id))>
                <Icon name=IconName::Undo/>
                {words::restore}
            </button>
        </div>
    }
}
