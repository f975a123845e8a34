//! Which organization and person are chosen before the user chooses (R40, R41, R80, D5).

use domain::duplicates::Candidate;
use domain::ids::Id;
use domain::records::{Field, Kind, Record, person_name};

use super::choices::{Pick, Proposal};
use crate::store::working_set::WorkingSet;

/// So many points the best must be ahead of the next.
const AHEAD: u32 = 15;

pub fn propose(set: &WorkingSet, lead: &Record) -> Proposal {
    let of = |kind| linked(set, lead, kind).or_else(|| certain(&set.candidates(lead, kind))).map_or_else(|| created(lead, kind), Pick::Use);
    Proposal { organization: of(Kind::Organization), person: of(Kind::Person) }
}

/// R7: a lead may be linked to somebody already.
pub fn linked(set: &WorkingSet, lead: &Record, kind: Kind) -> Option<Id> {
    let field = if kind == Kind::Organization { Field::Organization } else { Field::Person };
    lead.link(field).filter(|id| set.get(*id).is_some_and(|record| record.kind == kind))
}

/// The only one that is beyond doubt; never one that merely shares the name.
fn certain(candidates: &[Candidate]) -> Option<Id> {
    let best = candidates.first().filter(|best| best.is_certain())?;
    let next = candidates.get(1).map_or(0, Candidate::score);
    (best.score() >= next + AHEAD).then_some(best.id)
}

fn created(lead: &Record, kind: Kind) -> Pick {
    if new_name(lead, kind).is_empty() { Pick::None } else { Pick::Create }
}

/// What a record made from the lead would be called.
pub fn new_name(lead: &Record, kind: Kind) -> String {
    if kind == Kind::Organization { lead.text(Field::OrganizationName).to_owned() } else { person_name(lead) }
}
