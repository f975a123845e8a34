//! A quiet word while typing: whoever this is may be here already.

use domain::duplicates::{Band, Candidate};
use domain::ids::Id;
use domain::order::sort_by_key;
use domain::records::{Field, Kind, Record};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::form::Form;
use crate::clock;
use crate::components::{Icon, IconName};
use crate::i18n::{fields, new_lead as words};
use crate::routes;
use crate::store::live_query::Live;
use crate::store::working_set::{InboxQuery, WorkingSet};
use crate::views::parts::known_leads::know_leads;

/// Looked up when typing pauses.
const PAUSE_MS: u32 = 300;
const SHOWN: usize = 3;

#[derive(Clone, Debug, PartialEq)]
struct Found {
    id: Id,
    kind: Kind,
    name: String,
    who: String,
}

#[component]
pub fn Known(form: Form) -> impl IntoView {
    let live = expect_context::<Live>();
    let found = RwSignal::new(Vec::<Found>::new());
    know_leads(live);
    let timer = StoredValue::new(None::<SendWrapper<Timeout>>);
    Effect::new(move |_| {
        let lead = form.lead();
        live.track(&[Kind::Lead]);
        let look = Timeout::new(PAUSE_MS, move || {
            found.try_set(live.read(|set| look_up(set, &lead)));
        });
        timer.set_value(Some(SendWrapper::new(look)));
    });
    on_cleanup(move || timer.set_value(None));
    view! {
        <div role="status">
            <Show when=move || found.with(|found| !found.is_empty())>
                <div class="notice">
                    <Icon name=IconName::Copy/>
                    <div>
                        <p>{words::maybe_known}</p>
                        <ul>
                            <For each=move || found.get() key=|found| (found.id, found.who.clone()) let(found)>
                                <li>
                                    <a href=routes::record(found.kind, found.id) target="_blank">{found.name.clone()}</a>
                                    " "
                                    <span class="quiet">{move || kind_and(found.kind, &found.who)}</span>
                                </li>
                            </For>
                        </ul>
                    </div>
                </div>
            </Show>
        </div>
    }
}

/// Leads with the same e-mail address, then whoever shares something, the most probable first; of other leads the likely ones.
fn look_up(set: &WorkingSet, lead: &Record) -> Vec<Found> {
    let of = |record: Record| Found { id: record.id, kind: record.kind, name: fields::record_name(&record), who: String::new() };
    let addresses = lead.points(Field::Emails).iter().map(|point| point.value.trim()).filter(|address| address.contains('@'));
    let leads = addresses.flat_map(|address| {
        let query = InboxQuery { text: address.to_owned(), ..InboxQuery::new(clock::today()) };
        set.inbox(&query).into_iter().take(SHOWN).filter_map(|slot| set.lead_at(slot))
    });
    let counts = |kind: Kind, candidate: &Candidate| kind != Kind::Lead || candidate.band() >= Band::Likely;
    let among = |kind: Kind| set.candidates(lead, kind).into_iter().filter(move |candidate| counts(kind, candidate));
    let mut others: Vec<Candidate> = [Kind::Person, Kind::Organization, Kind::Lead].into_iter().flat_map(among).collect();
    sort_by_key(&mut others, |candidate| std::cmp::Reverse(candidate.probability));
    let mut found: Vec<Found> = Vec::new();
    for record in leads.chain(others.iter().filter_map(|candidate| set.get(candidate.id))) {
        if found.len() < SHOWN && found.iter().all(|known| known.id != record.id) {
            found.push(of(record));
        }
    }
    let who = set.who_are(&found.iter().map(|found| found.id).collect::<Vec<_>>());
    found.into_iter().zip(who).map(|(found, who)| Found { who, ..found }).collect()
}

fn kind_and(kind: Kind, who: &str) -> String {
    [fields::kind_name(kind), who].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
