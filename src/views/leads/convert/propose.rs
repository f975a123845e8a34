//! Which organization and person are chosen before the user chooses (R40, R41, R80, D5).

use domain::commands::convert_lead::Profile;
use domain::ids::Id;
use domain::records::{Field, Kind, Record, person_name};

use super::choices::{Pick, Proposal};
use crate::store::working_set::WorkingSet;

pub fn propose(set: &WorkingSet, lead: &Record, profile: Profile) -> Proposal {
    let of = |kind| {
        if let Some(id) = linked(set, lead, kind) {
            return Pick::Use(id);
        }
        let found = set.candidates(lead, kind);
        match profile.proposes(&found) {
            Some(id) => Pick::Use(id),
            None if profile.asks(&found) => Pick::Ask,
            None => created(lead, kind),
        }
    };
    Proposal { organization: of(Kind::Organization), person: of(Kind::Person) }
}

/// R7: a lead may be linked to somebody already.
pub fn linked(set: &WorkingSet, lead: &Record, kind: Kind) -> Option<Id> {
    let field = if kind == Kind::Organization { Field::Organization } else { Field::Person };
    lead.link(field).filter(|id| set.get(*id).is_some_and(|record| record.kind == kind))
}

fn created(lead: &Record, kind: Kind) -> Pick {
    if new_name(lead, kind).is_empty() { Pick::None } else { Pick::Create }
}

/// What a record made from the lead would be called.
pub fn new_name(lead: &Record, kind: Kind) -> String {
    if kind == Kind::Organization { lead.text(Field::OrganizationName).to_owned() } else { person_name(lead) }
}
