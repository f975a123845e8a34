//! A quiet word when the organization or the person of a lead seems to be here already.

use domain::duplicates::{Band, Candidate};
use domain::ids::Id;
use domain::records::{Kind, Record};
use leptos::prelude::*;

use super::Lead;
use crate::components::{Icon, IconName};
use crate::i18n::inbox as words;
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;
use crate::views::parts::names::RecordLink;
use crate::views::shell::flows::Flows;

#[derive(Clone, Debug, PartialEq)]
struct Found {
    id: Id,
    kind: Kind,
    why: String,
    score: u32,
}

#[component]
pub fn Known(lead: Lead) -> impl IntoView {
    let live = expect_context::<Live>();
    let flows = Flows::use_flows();
    let found = live.query(&[Kind::Organization, Kind::Person, Kind::Separation], move |set| {
        lead.with(|lead| lead.as_ref().filter(|lead| lead.is_open_lead()).and_then(|lead| best(set, lead)))
    });
    let id = Signal::derive(move || found.get().map(|found| found.id));
    let said = move || {
        found.get().map(|Found { kind, why, score, .. }| match kind {
            Kind::Organization => words::known_organization(score, why),
            _ => words::known_person(score, why),
        })
    };
    let compare = move |_| flows.convert.set(lead.with_untracked(|lead| lead.as_ref().map(|lead| lead.id)));
    view! {
        <Show when=move || id.get().is_some()>
            <div class="notice" role="note">
                <Icon name=IconName::Copy/>
                <div>
                    <p><b class="strong"><RecordLink id/></b> " " {said}</p>
                    <p><button class="linkbtn" type="button" on:click=compare>{words::compare}</button></p>
                </div>
            </div>
        </Show>
    }
}

fn best(set: &WorkingSet, lead: &Record) -> Option<Found> {
    let of = |kind| {
        let best: Option<Candidate> = set.candidates(lead, kind).into_iter().next();
        best.filter(|candidate| candidate.band() >= Band::Likely).map(|candidate| {
            let (why, score) = (set.because(&candidate), candidate.percent());
            Found { id: candidate.id, kind, why, score }
        })
    };
    of(Kind::Organization).or_else(|| of(Kind::Person))
}
