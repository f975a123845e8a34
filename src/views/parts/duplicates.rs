//! People and organizations that may be the same as this record, each with what they share (R41, B4).

use domain::duplicates::{Candidate, Reason};
use domain::ids::Id;
use domain::records::{Kind, Record};
use leptos::prelude::*;

use super::names::RecordLink;
use super::picker::hint_of;
use crate::i18n::{fields, record as words};
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;

/// Below this a likeness says little.
const WEAK: u32 = 60;

#[derive(Clone, Debug, PartialEq)]
struct Likeness {
    id: Id,
    kind: Kind,
    hint: String,
    score: u32,
    reasons: Vec<Reason>,
}

/// Nothing without candidates. A lead is compared with people and organizations, others with their own kind.
#[component]
pub fn Duplicates(#[prop(into)] record: Signal<Option<Record>>) -> impl IntoView {
    let live = expect_context::<Live>();
    let found = live.query(&[Kind::Person, Kind::Organization, Kind::Separation], move |set| {
        record.with(|record| record.as_ref().map(|record| likenesses(set, record)).unwrap_or_default())
    });
    view! {
        <Show when=move || found.with(|found| !found.is_empty())>
            <section class="panel" aria-labelledby="duplicates">
                <div class="panel__head">
                    <h2 class="panel__title" id="duplicates">{words::possible_duplicates}</h2>
                    <span class="badge badge--warning">{move || found.with(Vec::len)}</span>
                </div>
                <ul class="panel__body stack stack--3 small">
                    <For each=move || found.get() key=|found| (found.id, found.score, found.hint.clone()) let(likeness)>
                        <LikenessView likeness/>
                    </For>
                </ul>
            </section>
        </Show>
    }
}

fn likenesses(set: &WorkingSet, record: &Record) -> Vec<Likeness> {
    let kinds: &[Kind] = match record.kind {
        Kind::Lead if record.has(domain::records::Field::ConvertedAt) => &[],
        Kind::Lead => &[Kind::Organization, Kind::Person],
        Kind::Person => &[Kind::Person],
        Kind::Organization => &[Kind::Organization],
        _ => &[],
    };
    let of_kind = |kind: &Kind| {
        let kind = *kind;
        let likeness = move |candidate: Candidate| {
            let hint = set.get(candidate.id).map(|record| hint_of(&record)).unwrap_or_default();
            let score = candidate.score();
            Likeness { id: candidate.id, kind, hint, score, reasons: candidate.reasons }
        };
        set.candidates(record, kind).into_iter().map(likeness)
    };
    kinds.iter().flat_map(of_kind).collect()
}

#[component]
fn LikenessView(likeness: Likeness) -> impl IntoView {
    let Likeness { id, kind, hint, score, reasons } = likeness;
    let sub = move || [fields::kind_name(kind), hint.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let why = move || reasons.iter().map(|reason| reason_name(*reason)).collect::<Vec<_>>().join(", ");
    view! {
        <li class="dup">
            <p class="medium"><RecordLink id=Signal::stored(Some(id))/></p>
            <p class="tiny quiet">{sub}</p>
            <span class="match" class:match--weak=score < WEAK>
                <span class="match__bar" aria-hidden="true"><i style:--v=score.to_string()></i></span>
                <b title=move || words::match_percent(score)>{move || words::percent(score)}</b>
                <span class="quiet truncate">{why}</span>
            </span>
        </li>
    }
}

pub fn reason_name(reason: Reason) -> &'static str {
    match reason {
        Reason::Email => words::why_email(),
        Reason::Phone => words::why_phone(),
        Reason::Domain => words::why_domain(),
        Reason::Name => words::why_name(),
    }
}
