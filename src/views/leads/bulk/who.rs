//! Which organization or person a lead of the plan is: one of the candidates, with what tells them apart (B4), a new one, or none.

use domain::bulk::{Fate, Row};
use domain::commands::convert_lead::Target;
use domain::duplicates::Candidate;
use domain::ids::Id;
use domain::records::{Field, Kind};
use leptos::prelude::*;

use super::session::Session;
use crate::i18n::{basics, bulk as words, convert, record};

/// Candidates offered in a line; the dialog for one lead has them all.
pub const OFFERED: usize = 3;

/// One to choose; with percentage and reasons where it was found by likeness.
#[derive(Clone, Debug, PartialEq)]
struct Offer {
    target: Target,
    name: String,
    who: String,
    why: String,
}

#[component]
pub fn Who(lead: Id, row: Memo<Option<Row>>, kind: Kind) -> impl IntoView {
    let session = Session::use_session();
    let organization = kind == Kind::Organization;
    let offers = Memo::new(move |_| row.with(|row| row.as_ref().map(|row| offers(session, row, kind)).unwrap_or_default()));
    let fate = Memo::new(move |_| row.with(|row| row.as_ref().map_or(Fate::None, |row| row.fate(kind))));
    // Whoever is asked once answers for all of the company, unless they say otherwise.
    let company = Memo::new(move |_| match session.plan.with(|plan| plan.as_ref().map(|plan| plan.company_of(lead))) {
        Some(leads) if organization && leads.len() > 1 => leads,
        _ => vec![lead],
    });
    let for_all = RwSignal::new(fate.get_untracked() == Fate::Ask);
    let pick = move |target: Target| {
        let leads = if for_all.get_untracked() { company.get_untracked() } else { vec![lead] };
        session.choices.update(|choices| {
            for lead in leads {
                let choice = choices.entry(lead).or_default();
                *(if organization { &mut choice.organization } else { &mut choice.person }) = Some(target);
            }
        });
    };
    // None while nobody has chosen and the policy asks.
    let chosen = Memo::new(move |_| match fate.get() {
        Fate::Existing(id) => Some(Target::Use(id)),
        Fate::Shared { .. } => {
            Some(row.with(|row| row.as_ref().and_then(|row| together(session, row, kind))).map_or(Target::Create, Target::Shared))
        }
        Fate::New => Some(Target::Create),
        Fate::None => Some(Target::None),
        Fate::Ask => None,
    });
    let extend = move |event| {
        for_all.set(event_target_checked(&event));
        if let (true, Some(target)) = (for_all.get_untracked(), chosen.get_untracked()) {
            pick(target);
        }
    };
    let new_name = move || {
        row.with(|row| row.as_ref().map(|row| if organization { row.company.clone() } else { row.name.clone() }).unwrap_or_default())
    };
    let group = format!("bulk-{kind:?}-{lead}");
    let radio = move |target: Target, text: AnyView| {
        let checked = move || chosen.get() == Some(target);
        view! {
            <label class="switch switch--lines">
                <input class="check" type="radio" name=group.clone() prop:checked=checked on:change=move |_| pick(target)/>
                <span>{text}</span>
            </label>
        }
        .into_any()
    };
    let (make, none) = (radio.clone(), radio.clone());
    let offer = move |offer: Offer| {
        let lines = [offer.who, offer.why].into_iter().filter(|line| !line.is_empty());
        let lines = lines.map(|line| view! { <span class="pick__sub">{line}</span> }).collect_view();
        radio(offer.target, view! { {offer.name} {lines} }.into_any())
    };
    let create = move || (!new_name().is_empty()).then(|| make(Target::Create, (move || convert::create(new_name())).into_any()));
    let none_said = move || if organization { convert::no_organization() } else { convert::no_person() };
    view! {
        <fieldset class="col-3">
            <legend class="label">{if organization { basics::organization } else { basics::person }}</legend>
            {move || offers.get().into_iter().map(&offer).collect_view()}
            {create}
            {none(Target::None, none_said.into_any())}
            <Show when=move || company.with(|leads| leads.len() > 1)>
                <label class="switch">
                    <input class="check" type="checkbox" prop:checked=move || for_all.get() on:change=extend/>
                    <span>{move || words::for_company(company.with(Vec::len))}</span>
                </label>
            </Show>
        </fieldset>
    }
}

/// The lead of the plan that this one becomes one with, where it is among those offered.
fn together(session: Session, row: &Row, kind: Kind) -> Option<Id> {
    let shares = |id: &Id| {
        let fate = session.plan.with(|plan| plan.as_ref()?.row(*id).map(|other| other.fate(kind)));
        matches!((fate, row.fate(kind)), (Some(Fate::Shared { id: one, .. }), Fate::Shared { id: other, .. }) if one == other)
    };
    row.candidates(kind).iter().map(|found| found.id).find(shares)
}

fn offers(session: Session, row: &Row, kind: Kind) -> Vec<Offer> {
    let mut chosen = together(session, row, kind);
    let likely = |(at, found): &(usize, &Candidate)| *at < OFFERED || chosen.take_if(|chosen| *chosen == found.id).is_some();
    let found = row.candidates(kind).iter().enumerate().filter(likely).map(|(_, found)| found);
    let mut offers: Vec<Offer> = found.map(|found| offer(session, found.id, kind, Some(found))).collect();
    if let Fate::Existing(id) = row.fate(kind)
        && !offers.iter().any(|offer| offer.target == Target::Use(id))
    {
        offers.insert(0, offer(session, id, kind, None));
    }
    let id = |offer: &Offer| if let Target::Use(id) | Target::Shared(id) = offer.target { id } else { row.lead };
    let ids: Vec<Id> = offers.iter().map(id).collect();
    let who = session.live.read(|set| set.who_are(&ids));
    offers.into_iter().zip(who).map(|(offer, who)| Offer { who, ..offer }).collect()
}

fn offer(session: Session, id: Id, kind: Kind, likeness: Option<&Candidate>) -> Offer {
    let percent = likeness.map(|found| record::percent(found.percent()));
    let lead = session.live.read(|set| set.get(id)).filter(|record| record.kind == Kind::Lead);
    let name = match &lead {
        Some(lead) if kind == Kind::Organization => lead.text(Field::OrganizationName).to_owned(),
        _ => session.actions.name(id),
    };
    let name = match percent {
        Some(percent) if lead.is_some() => words::together_with(&name, percent),
        Some(percent) => words::link_to(&name, percent),
        None => name,
    };
    Offer {
        target: if lead.is_some() { Target::Shared(id) } else { Target::Use(id) },
        name,
        who: String::new(),
        why: likeness.map(|found| session.live.read(|set| set.because(found))).unwrap_or_default(),
    }
}
