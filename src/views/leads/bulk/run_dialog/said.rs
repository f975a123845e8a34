//! What became of one lead, in words, and the way on from there.

use domain::bulk::{Fate, Made, Outcome, Row, Verdict};
use domain::duplicates::Candidate;
use domain::ids::Id;
use domain::records::Kind;
use leptos::prelude::*;

use crate::i18n::{basics, bulk as words, convert, fields, record};
use crate::routes;
use crate::views::leads::bulk::lines::explain_for;
use crate::views::leads::bulk::session::Session;
use crate::views::leads::bulk::who::OFFERED;

/// To what the lead became; to the choice that it still needs; else to the lead.
pub fn way_on(session: Session, lead: Id, name: &str, outcome: &Outcome, since: bool) -> Option<AnyView> {
    let href = match outcome {
        Outcome::Waiting if !since => return None,
        Outcome::Left(Verdict::NeedsChoice) if !since && !session.flows.run_at_work.get() => {
            let label = format!("{}: {name}", words::choose());
            let choose = move |_| session.choose_now(lead);
            return Some(
                view! { <button class="btn btn--sm" type="button" aria-label=label on:click=choose>{words::choose}</button> }.into_any(),
            );
        }
        Outcome::Converted(made) if !since => result(made),
        _ => routes::record(Kind::Lead, lead),
    };
    let label = format!("{}: {name}", basics::open());
    let open = move |_| session.leave_run();
    href.map(|href| view! { <a class="link" href=href aria-label=label on:click=open>{basics::open}</a> }.into_any())
}

/// To the deal, else to the person, else to the organization.
fn result(made: &[Made]) -> Option<String> {
    let of = |kind| made.iter().find(|made| made.kind == kind);
    let made = of(Kind::Deal).or_else(|| of(Kind::Person)).or_else(|| of(Kind::Organization))?;
    routes::record(made.kind, made.id)
}

pub fn outcome_word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Waiting => words::waiting(),
        Outcome::Converted(_) => words::converted(),
        Outcome::Left(Verdict::NeedsChoice) => words::to_choose(),
        Outcome::Left(Verdict::Skipped) => words::left_out(),
        Outcome::Refused(_) | Outcome::Left(_) => words::refused(),
    }
}

pub fn sub(session: Session, row: &Row, outcome: &Outcome) -> Vec<String> {
    match outcome {
        Outcome::Converted(made) => {
            let said = |made: &Made| {
                let kind = if made.kind == Kind::Activity { basics::task() } else { fields::kind_name(made.kind) };
                format!("{kind} {}", convert::became(made.kind, made.new))
            };
            vec![made.iter().map(said).collect::<Vec<_>>().join(", ")]
        }
        Outcome::Refused(reasons) => reasons.iter().map(|reason| explain_for(session, row.lead, reason)).collect(),
        Outcome::Left(Verdict::Blocked) => row.reasons.iter().map(|reason| explain_for(session, row.lead, reason)).collect(),
        Outcome::Left(Verdict::NeedsChoice) => {
            [Kind::Organization, Kind::Person].iter().flat_map(|kind| asked(session, row, *kind)).collect()
        }
        _ => vec![outcome_word(outcome).to_owned()],
    }
}

/// What is to be chosen, and among whom.
fn asked(session: Session, row: &Row, kind: Kind) -> Vec<String> {
    let (question, found) = match kind {
        Kind::Organization => (words::which_organization(), &row.organizations),
        _ => (words::which_person(), &row.people),
    };
    if row.fate(kind) != Fate::Ask {
        return Vec::new();
    }
    let offered = &found[..found.len().min(OFFERED)];
    let ids: Vec<Id> = offered.iter().map(|found| found.id).collect();
    let candidate = |(found, who): (&Candidate, String)| {
        let name = words::link_to(session.actions.name(found.id), record::percent(found.percent()));
        let why = session.live.read(|set| set.because(found));
        let said: Vec<String> = [who, why].into_iter().filter(|text| !text.is_empty()).collect();
        if said.is_empty() { name } else { format!("{name} ({})", said.join(", ")) }
    };
    let who = session.live.read(|set| set.who_are(&ids));
    std::iter::once(question.to_owned()).chain(offered.iter().zip(who).map(candidate)).collect()
}
