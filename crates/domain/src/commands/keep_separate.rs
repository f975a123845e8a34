//! *Keep separate*: two records that look alike are not the same. They are not proposed as duplicates again.

use serde::{Deserialize, Serialize};

use super::check;
use crate::change_set::ChangeSet;
use crate::facts::{Facts, Query, Rule, Stop};
use crate::ids::Id;
use crate::records::{Kind, Separation};
use crate::rejection::Rejection;
use crate::stamp::Stamp;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeepSeparate {
    /// For a group of three: all three pairs.
    pub pairs: Vec<(Id, Id)>,
}

impl KeepSeparate {
    pub fn pair(one: Id, other: Id) -> Self {
        Self { pairs: vec![(one, other)] }
    }

    /// Nobody of a group is any of the others.
    pub fn all(ids: &[Id]) -> Self {
        let after = |at: usize| ids[at + 1..].iter().map(move |other| (ids[at], *other));
        Self { pairs: (0..ids.len()).flat_map(after).collect() }
    }
}

/// What was said before is not said again.
pub(crate) fn rule(command: &KeepSeparate, stamp: &Stamp, facts: &Facts) -> Rule<ChangeSet> {
    let asked = |(one, other): &(Id, Id)| [*one, *other, Separation::id_of(*one, *other)].map(Query::Record);
    facts.prepare(command.pairs.iter().flat_map(asked))?;
    let mut reasons: Vec<Rejection> = Vec::new();
    let mut changes = ChangeSet::default();
    for (one, other) in &command.pairs {
        let there = facts.find(Separation::id_of(*one, *other))?.is_some();
        let said = changes.changes().iter().any(|change| change.id() == Separation::id_of(*one, *other));
        match stands_in_the_way((*one, *other), facts)? {
            found if !found.is_empty() => reasons.extend(found.into_iter().filter(|found| !reasons.contains(found)).collect::<Vec<_>>()),
            _ if there || said => {}
            _ => changes.create(Separation::new(*one, *other, stamp).record(stamp.touch())),
        }
    }
    if reasons.is_empty() { Ok(changes) } else { Err(Stop::Reject(reasons)) }
}

fn stands_in_the_way((one, other): (Id, Id), facts: &Facts) -> Rule<Vec<Rejection>> {
    if one == other {
        return Ok(vec![Rejection::SameRecord { id: one }]);
    }
    Ok(match (facts.find(one)?, facts.find(other)?) {
        (Some(a), Some(b)) if can_be_the_same(a.kind, b.kind) => Vec::new(),
        (Some(_), Some(_)) => vec![Rejection::KindsDiffer { one, other }],
        (a, b) => {
            let gone = [(a, one), (b, other)].into_iter().filter(|(found, _)| found.is_none());
            gone.map(|(_, id)| check::missing(facts, id)).collect::<Rule<_>>()?
        }
    })
}

/// A lead is compared as the person and as the organization it would become.
fn can_be_the_same(a: Kind, b: Kind) -> bool {
    let contact = |kind| matches!(kind, Kind::Person | Kind::Organization);
    match (a, b) {
        (Kind::Lead, Kind::Lead) => true,
        (Kind::Lead, other) | (other, Kind::Lead) => contact(other),
        (a, b) => a == b && contact(a),
    }
}
