//! Moves a deal to a stage and a place in it (R12).

use serde::{Deserialize, Serialize};

use super::{check, rank};
use crate::change_set::ChangeSet;
use crate::facts::{Facts, Rule};
use crate::ids::Id;
use crate::records::{Field, Kind};
use crate::rejection::{Rejection, Why};
use crate::stamp::Stamp;
use crate::values::{DealStatus, Value};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MoveDeal {
    pub deal: Id,
    pub stage: Id,
    /// The cards above and below the new place; none for an end of the column.
    pub above: Option<Id>,
    pub below: Option<Id>,
}

pub(crate) fn rule(command: &MoveDeal, stamp: &Stamp, facts: &Facts) -> Rule<ChangeSet> {
    let before = check::deal(facts, command.deal)?;
    if before.code(Field::DealStatus) != Some(DealStatus::Open) {
        return Err(Rejection::DealClosed { deal: command.deal }.into());
    }
    let bad_link = || Rejection::Field { field: Field::Stage, why: Why::BadLink { id: command.stage } };
    let stage = facts.all(Kind::Stage)?.iter().find(|stage| stage.id == command.stage).ok_or_else(bad_link)?;
    let mut after = before.clone();
    after.set(Field::Rank, Some(Value::text(place(command, facts)?)));
    if before.link(Field::Stage) != Some(stage.id) {
        after.set(Field::Stage, Some(Value::Link(stage.id)));
        after.set(Field::Pipeline, stage.get(Field::Pipeline).cloned());
        after.set(Field::StageSince, Some(Value::Time(stamp.at)));
    }
    check::complete_for_step(facts, before, &after)?;
    let mut changes = ChangeSet::default();
    changes.update(before, &after, stamp.touch());
    Ok(changes)
}

/// A neighbour that left the stage meanwhile is no neighbour.
fn place(command: &MoveDeal, facts: &Facts) -> Rule<String> {
    let rank_of = |id: Option<Id>| -> Rule<String> {
        let Some(id) = id else {
            return Ok(String::new());
        };
        let neighbour = facts.find(id)?.filter(|deal| deal.link(Field::Stage) == Some(command.stage));
        Ok(neighbour.map(|deal| deal.text(Field::Rank).to_owned()).unwrap_or_default())
    };
    let (above, below) = (rank_of(command.above)?, rank_of(command.below)?);
    Ok(if below.is_empty() || above < below { rank::between(&above, &below) } else { rank::between(&above, "") })
}
