//! People and organizations, for a lead other open leads too, that may be the same as this record, each with what they share (R41, B4).

use domain::duplicates::{Band, Candidate};
use domain::ids::Id;
use domain::records::{Kind, Record};
use leptos::prelude::*;

use super::known_leads::know_leads;
use super::names::RecordLink;
use crate::i18n::{fields, merging, record as words};
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;

#[derive(Clone, Debug, PartialEq)]
struct Likeness {
    id: Id,
    kind: Kind,
    who: String,
    percent: u32,
    weak: bool,
    why: String,
}

/// Nothing without candidates. A lead is compared with people, organizations and other leads, others with their own kind.
#[component]
pub fn Duplicates(#[prop(into)] record: Signal<Option<Record>>) -> impl IntoView {
    let live = expect_context::<Live>();
    if record.with_untracked(|record| record.as_ref().is_some_and(Record::is_open_lead)) {
        know_leads(live);
    }
    let found = live.query(&[Kind::Person, Kind::Organization, Kind::Lead, Kind::Separation], move |set| {
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
                    <For each=move || found.get() key=|found| (found.id, found.percent, found.who.clone()) let(likeness)>
                        <LikenessView likeness of=record/>
                    </For>
                </ul>
            </section>
        </Show>
    }
}

fn likenesses(set: &WorkingSet, record: &Record) -> Vec<Likeness> {
    let kinds: &[Kind] = match record.kind {
        Kind::Lead if record.has(domain::records::Field::ConvertedAt) => &[],
        Kind::Lead => &[Kind::Organization, Kind::Person, Kind::Lead],
        Kind::Person => &[Kind::Person],
        Kind::Organization => &[Kind::Organization],
        _ => &[],
    };
    let of_kind = |kind: &Kind| {
        let kind = *kind;
        let likeness = move |candidate: Candidate| {
            let weak = candidate.band() < Band::Likely;
            Likeness { id: candidate.id, kind, who: String::new(), percent: candidate.percent(), weak, why: set.because(&candidate) }
        };
        // Colleagues are leads of their own: of leads only those that are likely.
        let counts = move |candidate: &Candidate| kind != Kind::Lead || candidate.band() >= Band::Likely;
        set.candidates(record, kind).into_iter().filter(counts).map(likeness)
    };
    let found: Vec<Likeness> = kinds.iter().flat_map(of_kind).collect();
    let who = set.who_are(&found.iter().map(|found| found.id).collect::<Vec<_>>());
    found.into_iter().zip(who).map(|(found, who)| Likeness { who, ..found }).collect()
}

#[component]
fn LikenessView(likeness: Likeness, of: Signal<Option<Record>>) -> impl IntoView {
    let Likeness { id, kind, who, percent, weak, why } = likeness;
    let sub = move || [fields::kind_name(kind), who.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    view! {
        <li class="dup">
            <p class="medium"><RecordLink id=Signal::stored(Some(id))/></p>
            <p class="tiny quiet">{sub}</p>
            <span class="match" class:match--weak=weak>
                <span class="match__bar" aria-hidden="true"><i style:--v=percent.to_string()></i></span>
                <b title=move || words::match_percent(percent)>{move || words::percent(percent)}</b>
            </span>
            <p class="tiny quiet">{why}</p>
            {decide(of, id, kind)}
        </li>
    }
}

/// Merge them, or say that they are not the same; a lead is merged by converting it, two of them together.
fn decide(of: Signal<Option<Record>>, id: Id, kind: Kind) -> AnyView {
    let (actions, flows) = (Actions::use_actions(), Flows::use_flows());
    let looked_at = move || of.with_untracked(|record| record.as_ref().map(|record| record.id));
    let merges = move || kind != Kind::Lead && of.with(|record| record.as_ref().is_some_and(|record| record.kind == kind));
    let together = move |_| flows.convert_together(looked_at().into_iter().chain([id]).collect());
    let keep = move |_| {
        if let Some(record) = looked_at() {
            actions.keep_separate(&[record, id]);
        }
    };
    view! {
        <p class="dup__decide">
            <Show when=merges>
                <button
                    class="linkbtn tiny"
                    type="button"
                    aria-label=move || merging::merge_with(actions.name(id))
                    on:click=move |_| flows.merge.set(looked_at().map(|record| vec![record, id]))
                >
                    {merging::merge}
                </button>
            </Show>
            <Show when=move || kind == Kind::Lead>
                <button class="linkbtn tiny" type="button" on:click=together>{merging::convert_together}</button>
            </Show>
            <button class="linkbtn tiny" type="button" aria-label=move || merging::keep_separate(actions.name(id)) on:click=keep>
                {merging::not_the_same}
            </button>
        </p>
    }
    .into_any()
}
