//! One card to choose: who it is, how well it fits and why.

use domain::duplicates::{Band, Candidate};
use domain::ids::Id;
use domain::records::{Field, Kind};
use leptos::prelude::*;
use web_sys::MouseEvent;

use super::blockers::group_id;
use super::choices::Pick;
use super::contact_step::{card_id, focus_soon, search_id};
use super::conversion::{Conversion, KINDS};
use crate::i18n::{convert as words, explain, fields, merging, record};
use crate::store::working_set::WorkingSet;
use crate::views::parts::likeness::evidence;

/// Somebody to choose; with a percentage where it was found by likeness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Suggested {
    pub id: Id,
    pub percent: Option<u32>,
    pub weak: bool,
}

impl Suggested {
    pub fn of(candidate: &Candidate) -> Self {
        Self { id: candidate.id, percent: Some(candidate.percent()), weak: candidate.band() < Band::Likely }
    }
}

/// A card without a record behind it: create, find, none.
#[component]
pub fn PlainCard(kind: Kind, pick: Pick, #[prop(into)] name: Signal<String>, #[prop(optional, into)] sub: Signal<String>) -> impl IntoView {
    // Arrow keys only pass by on the way to the next card: they press nothing.
    let pressed = move |event: MouseEvent| {
        if pick == Pick::Find && event.detail() > 0 {
            focus_soon(search_id(kind));
        }
    };
    view! {
        <div class="pick" on:click=pressed>
            <Radio kind pick/>
            <label for=card_id(kind, pick)>
                <span class="pick__name">{name}</span>
                <Show when=move || sub.with(|sub| !sub.is_empty())>
                    <span class="pick__sub">{sub}</span>
                </Show>
                {banned(kind, pick)}
            </label>
        </div>
    }
}

/// R43: why this can't be chosen.
fn banned(kind: Kind, pick: Pick) -> AnyView {
    let conversion = Conversion::of_dialog();
    let why = move || conversion.lacks(kind, pick).map(|right| view! { <span class="pick__no">{explain::may_not(right)}</span> });
    why.into_any()
}

#[component]
fn Radio(kind: Kind, pick: Pick, #[prop(optional, into)] described_by: String) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let chosen = move || conversion.pick(kind) == pick;
    // R30: the first decision has the focus when the dialog opens.
    let asked = move || pick == Pick::Create && conversion.pick(kind) == Pick::Ask;
    let first = kind == Kind::Organization && untrack(|| chosen() || asked());
    view! {
        <input
            class="check"
            type="radio"
            name=group_id(kind)
            id=card_id(kind, pick)
            autofocus=first
            prop:checked=chosen
            disabled=move || !chosen() && conversion.lacks(kind, pick).is_some()
            aria-describedby=(!described_by.is_empty()).then_some(described_by)
            on:change=move |_| conversion.set_pick(kind, pick)
        />
    }
}

#[component]
pub fn CandidateCard(kind: Kind, candidate: Suggested, all: Memo<Vec<Suggested>>) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let id = candidate.id;
    let pick = Pick::Use(id);
    let name = crate::views::parts::names::name_of(move || Some(id));
    let sub = conversion.live.query(KINDS, move |set| {
        let ids: Vec<Id> = all.with(|all| all.iter().map(|candidate| candidate.id).collect());
        who_is(conversion, set, kind, id, &ids)
    });
    let Suggested { percent, weak, .. } = candidate;
    let comparison = Memo::new(move |_| {
        conversion.live.track(&[Kind::Person, Kind::Organization]);
        conversion.lead.with(|lead| conversion.live.read(|set| set.comparison(lead, &set.get(id)?)))
    });
    let radio = card_id(kind, pick);
    let (match_id, why_id) = (format!("{radio}-match"), format!("{radio}-why"));
    let described_by = format!("{match_id} {why_id}");
    view! {
        <div class="pick">
            <Radio kind pick described_by/>
            <label for=radio>
                <span class="pick__name">{name}</span>
                <span class="pick__sub">{sub}</span>
                {banned(kind, pick)}
            </label>
            <span class="match" class:match--weak=weak id=match_id hidden=percent.is_none()>
                <span class="match__bar" aria-hidden="true"><i style:--v=percent.unwrap_or_default().to_string()></i></span>
                <b>{move || record::percent(percent.unwrap_or_default())}</b>
                <span class="visually-hidden">" " {words::match_word}</span>
            </span>
            <div class="pick__why" id=why_id hidden=move || comparison.with(Option::is_none)>
                {move || comparison.get().filter(|_| percent.is_some()).map(evidence)}
                <button
                    class="linkbtn tiny"
                    type="button"
                    hidden=percent.is_none()
                    aria-label=move || merging::keep_separate(conversion.actions.name(id))
                    on:click=move |_| conversion.actions.keep_separate(&[conversion.lead.with_untracked(|lead| lead.id), id])
                >
                    {merging::not_the_same}
                </button>
            </div>
        </div>
    }
}

/// Whom the lead is linked to, who works there, then what tells it from the other candidates: never an id.
fn who_is(conversion: Conversion, set: &WorkingSet, kind: Kind, id: Id, all: &[Id]) -> String {
    let employed = || {
        let person = if let Pick::Use(person) = conversion.pick(Kind::Person) { set.get(person)? } else { return None };
        (person.link(Field::Organization) == Some(id)).then(|| words::works_here(fields::record_name(&person)))
    };
    let linked = conversion.lead.with(|lead| [Field::Person, Field::Organization].into_iter().any(|field| lead.link(field) == Some(id)));
    let parts = [
        linked.then(|| words::linked_to_lead().to_owned()),
        (kind == Kind::Organization).then(employed).flatten(),
        all.iter().position(|other| *other == id).and_then(|at| set.who_are(all).into_iter().nth(at)),
    ];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
