//! Nothing to show: why, and what to do next.

mod sample;

use domain::records::Kind;
use leptos::prelude::*;

use self::sample::SampleButton;
use super::state::InboxState;
use super::{address, filters};
use crate::components::{Icon, IconName};
use crate::i18n::{format, inbox as words};
use crate::routes;
use crate::store::live_query::Live;
use crate::store::working_set::{InboxQuery, LeadState, Narrowing};
use crate::views::shell::flows::Flows;

#[component]
pub fn Empty() -> impl IntoView {
    let state = InboxState::use_state();
    let total = expect_context::<Live>().query(&[Kind::Lead], |set| set.lead_counts().total());
    let filtered = Memo::new(move |_| state.query.with(|query| Narrowing::ALL.iter().any(|filter| filter.is_in(query))));
    move || match (state.state(), filtered.get()) {
        (_, true) => view! { <TooNarrow/> }.into_any(),
        (LeadState::Open, _) if total.get() == 0 => view! { <First/> }.into_any(),
        (LeadState::Open, _) => plain(IconName::Check, words::empty_done, words::empty_done_text),
        (LeadState::Archived, _) => plain(IconName::Archive, words::empty_archived, words::empty_archived_text),
        (LeadState::Converted, _) => plain(IconName::Convert, words::empty_converted, words::empty_converted_text),
    }
}

fn plain(icon: IconName, title: fn() -> &'static str, text: fn() -> &'static str) -> AnyView {
    view! {
        <div class="empty">
            <span class="empty__icon"><Icon name=icon large=true/></span>
            <h2>{title}</h2>
            <p>{text}</p>
        </div>
    }
    .into_any()
}

/// The first visit.
#[component]
fn First() -> impl IntoView {
    let flows = Flows::use_flows();
    view! {
        <div class="empty">
            <span class="empty__icon"><Icon name=IconName::Inbox large=true/></span>
            <h2>{words::empty_first}</h2>
            <p>{words::empty_first_text}</p>
            <div class="empty__actions">
                <a class="btn btn--primary" href=routes::IMPORT>
                    <Icon name=IconName::Upload/>
                    {words::import_file}
                </a>
                <button class="btn" type="button" on:click=move |_| flows.new_lead.set(true)>
                    <Icon name=IconName::Plus/>
                    {words::add}
                </button>
                <SampleButton/>
            </div>
        </div>
    }
}

/// Filters let nothing through: which one hides most?
#[component]
fn TooNarrow() -> impl IntoView {
    let state = InboxState::use_state();
    let live = expect_context::<Live>();
    let on = move || state.query.with(|query| Narrowing::ALL.iter().filter(|filter| filter.is_in(query)).count());
    let narrowest = live.query(&[Kind::Lead], move |set| state.query.with(|query| set.narrowest(query)));
    let elsewhere = live.query(&[Kind::Lead], move |set| {
        let query = state.query.get();
        let found = |place: LeadState| (place, set.inbox(&InboxQuery { state: place, ..query.clone() }).len());
        let others = [LeadState::Open, LeadState::Archived, LeadState::Converted].into_iter().filter(|place| *place != query.state);
        others.map(found).filter(|(_, count)| *count > 0).collect::<Vec<_>>()
    });
    let named = move |filter: Narrowing| {
        let value = state.query.with(|query| filters::value(live, filter, query)).unwrap_or_default();
        words::named(filters::name(filter), value)
    };
    let remove = move |filter: Narrowing| {
        state.query.update(|query| *query = filter.taken_from(query));
        request_animation_frame(move || state.rows.focus_if_idle());
    };
    let clear = move |_| {
        state.query.update(|query| *query = InboxQuery { state: query.state, ..InboxQuery::new(query.today) });
        request_animation_frame(move || state.rows.focus_if_idle());
    };
    view! {
        <div class="empty">
            <span class="empty__icon"><Icon name=IconName::Filter large=true/></span>
            <h2>{words::empty_filter}</h2>
            <p>
                {move || words::filters_on(on())}
                " "
                {move || narrowest.get().map(|(filter, count)| words::without(named(filter), format::count(count)))}
            </p>
            <div class="empty__actions">
                {move || elsewhere.get().into_iter().map(|(place, count)| elsewhere_link(state, place, count)).collect_view()}
                {move || narrowest.get().map(|(filter, _)| {
                    view! { <button class="btn" type="button" on:click=move |_| remove(filter)>{move || words::remove_this(named(filter))}</button> }
                })}
                <button class="btn btn--ghost" type="button" on:click=clear>{words::clear_filters}</button>
            </div>
        </div>
    }
}

/// What is looked for is in another tab.
fn elsewhere_link(state: InboxState, place: LeadState, count: usize) -> AnyView {
    let href = move || state.query.with(|query| address::write(&InboxQuery { state: place, ..query.clone() }, None));
    let found = move || match place {
        LeadState::Open => words::found_open(count),
        LeadState::Archived => words::found_archived(count),
        LeadState::Converted => words::found_converted(count),
    };
    view! { <a class="btn" href=href>{found}</a> }.into_any()
}
