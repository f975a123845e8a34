//! Ends a deal as won or lost, or opens it again (R12).

use serde::{Deserialize, Serialize};

use super::{Action, check};
use crate::change_set::ChangeSet;
use crate::facts::{Facts, Rule};
use crate::ids::Id;
use crate::records::{Field, Record};
use crate::rejection::{Rejection, Why};
use crate::stamp::Stamp;
use crate::values::{Coded, DealStatus, Value};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CloseDeal {
    pub deal: Id,
    pub outcome: Outcome,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    Won,
    /// A lost deal teaches something only with a reason.
    Lost {
        reason: String,
    },
    Reopen,
}

impl CloseDeal {
    pub(crate) fn action(&self) -> Action {
        let deal = self.deal;
        match self.outcome {
            Outcome::Won => Action::DealWon { deal },
            Outcome::Lost { .. } => Action::DealLost { deal },
            Outcome::Reopen => Action::DealReopened { deal },
        }
    }
}

pub(crate) fn rule(command: &CloseDeal, stamp: &Stamp, facts: &Facts) -> Rule<ChangeSet> {
    let before = check::deal(facts, command.deal)?;
    let open = before.code(Field::DealStatus) == Some(DealStatus::Open);
    match (&command.outcome, open) {
        (Outcome::Reopen, true) => Ok(ChangeSet::default()),
        (Outcome::Reopen, false) | (_, true) => close(before, &command.outcome, stamp),
        (_, false) => Err(Rejection::DealClosed { deal: command.deal }.into()),
    }
}

fn close(before: &Record, outcome: &Outcome, stamp: &Stamp) -> Rule<ChangeSet> {
    let mut after = before.clone();
    let (status, reason) = match outcome {
        Outcome::Won => (DealStatus::Won, None),
        Outcome::Lost { reason } if reason.trim().is_empty() => {
            return Err(Rejection::Field { field: Field::LostReason, why: Why::Missing }.into());
        }
        Outcome::Lost { reason } => (DealStatus::Lost, Some(Value::text(reason.trim()))),
        Outcome::Reopen => (DealStatus::Open, None),
    };
    after.set(Field::DealStatus, Some(Value::Code(status.code())));
    after.set(Field::ClosedAt, (status != DealStatus::Open).then_some(Value::Time(stamp.at)));
    after.set(Field::LostReason, reason);
    check::valid(&after)?;
    let mut changes = ChangeSet::default();
    changes.update(before, &after, stamp.touch());
    Ok(changes)
}
