//! Which organization or person a lead of the plan is: one of the candidates, with what tells them apart (B4), a new one, or none.

use domain::bulk::{Fate, Row};
use domain::commands::convert_lead::Target;
use domain::duplicates::Candidate;
use domain::ids::Id;
use domain::records::{Field, Kind};
use leptos::prelude::*;

use super::session::Session;
use crate::i18n::{basics, bulk as words, convert, fields, record};

/// Candidates offered in a line; the dialog for one lead has them all.
pub const OFFERED: usize = 3;

/// One to choose; with percentage and reasons where it was found by likeness.
#[derive(Clone, Debug, PartialEq)]
struct Offer {
    id: Id,
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
        Fate::New | Fate::Shared { .. } => Some(Target::Create),
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
        radio(Target::Use(offer.id), view! { {offer.name} {lines} }.into_any())
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

fn offers(session: Session, row: &Row, kind: Kind) -> Vec<Offer> {
    let found = if kind == Kind::Organization { &row.organizations } else { &row.people };
    let of = |id: Id, likeness: Option<&Candidate>| {
        let name = session.actions.name(id);
        Offer {
            id,
            name: likeness.map_or_else(|| name.clone(), |found| words::link_to(&name, record::percent(found.percent()))),
            who: who_is(session, id),
            why: likeness.map(|found| session.live.read(|set| set.because(found))).unwrap_or_default(),
        }
    };
    let mut offers: Vec<Offer> = found.iter().take(OFFERED).map(|found| of(found.id, Some(found))).collect();
    if let Fate::Existing(id) = row.fate(kind)
        && !offers.iter().any(|offer| offer.id == id)
    {
        offers.insert(0, of(id, None));
    }
    offers
}

/// Employer, city, e-mail or web domain: what tells two of one name apart.
fn who_is(session: Session, id: Id) -> String {
    session.live.read(|set| {
        let Some(found) = set.get(id) else { return String::new() };
        let employer = found.link(Field::Organization).and_then(|id| set.get(id)).map(|employer| fields::record_name(&employer));
        let city = found.address(Field::Address).map(|address| address.city.clone());
        let email = found.points(Field::Emails).first().map(|point| point.value.clone());
        let reached = email.or_else(|| Some(found.text(Field::Website).to_owned()));
        let parts = [employer, city, reached].into_iter().flatten().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    })
}
