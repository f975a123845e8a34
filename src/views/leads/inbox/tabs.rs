//! Open, archived, converted: links, so that each opens in a tab of its own and Back works. Saved views will stand here too.

use domain::records::Kind;
use leptos::prelude::*;

use super::address;
use super::state::InboxState;
use crate::clock;
use crate::i18n::{Message, format, inbox as words};
use crate::store::live_query::Live;
use crate::store::working_set::{InboxQuery, LeadState};

const STATES: [(LeadState, Message); 3] =
    [(LeadState::Open, words::open), (LeadState::Archived, words::archived), (LeadState::Converted, words::converted)];

#[component]
pub fn Tabs() -> impl IntoView {
    let state = InboxState::use_state();
    let counts = expect_context::<Live>().query(&[Kind::Lead], |set| set.lead_counts());
    let tabs = STATES.into_iter().map(|(tab, label)| {
        let href = address::write(&InboxQuery { state: tab, ..InboxQuery::new(clock::today()) }, None);
        view! {
            <a class="tab" href=href aria-current=move || (state.state() == tab).then_some("page")>
                {label}
                " "
                <small>{move || format::count(counts.get().of(tab))}</small>
            </a>
        }
    });
    view! { <nav class="tabs" aria-label=words::views>{tabs.collect_view()}</nav> }
}
