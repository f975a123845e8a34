//! Moves leads along the path (R26-R29).

use serde::{Deserialize, Serialize};

use super::check;
use crate::change_set::ChangeSet;
use crate::facts::{Facts, Query, Rule, Stop};
use crate::ids::Id;
use crate::records::{Field, Kind};
use crate::rejection::{Rejection, Why};
use crate::stamp::Stamp;
use crate::values::Value;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SetStatus {
    pub leads: Vec<Id>,
    pub status: Id,
}

pub(crate) fn rule(command: &SetStatus, stamp: &Stamp, facts: &Facts) -> Rule<ChangeSet> {
    let statuses = facts.all(Kind::Status)?;
    let bad_link = || Rejection::Field { field: Field::Status, why: Why::BadLink { id: command.status } };
    let status = statuses.iter().find(|status| status.id == command.status).ok_or_else(bad_link)?;
    facts.prepare(command.leads.iter().map(|id| Query::Record(*id)))?;
    let mut changes = ChangeSet::default();
    let mut lacking = Vec::new();
    for id in &command.leads {
        let before = check::open_lead(facts, *id)?;
        if status.flag(Field::Converted) {
            return Err(Rejection::ConvertInstead { lead: *id }.into());
        }
        if before.link(Field::Status) == Some(status.id) {
            continue;
        }
        let mut after = before.clone();
        after.set(Field::Status, Some(Value::Link(status.id)));
        after.set(Field::StatusSince, Some(Value::Time(stamp.at)));
        lacking.extend(check::lacking(facts, &after)?);
        changes.update(before, &after, stamp.touch());
    }
    if lacking.is_empty() { Ok(changes) } else { Err(Stop::Reject(lacking)) }
}
