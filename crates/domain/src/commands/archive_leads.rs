//! Parks leads with a reason, and brings them back (R6).

use serde::{Deserialize, Serialize};

use super::check;
use crate::change_set::ChangeSet;
use crate::facts::{Facts, Query, Rule, Stop};
use crate::ids::Id;
use crate::records::Field;
use crate::rejection::{Rejection, Why};
use crate::stamp::Stamp;
use crate::values::Value;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArchiveLeads {
    pub leads: Vec<Id>,
    pub reason: String,
    pub restore: bool,
}

/// R6: archiving needs a reason, bringing back none. Leads that are archived (or open) already stay as they are; a converted one refuses all.
pub(crate) fn rule(command: &ArchiveLeads, stamp: &Stamp, facts: &Facts) -> Rule<ChangeSet> {
    facts.prepare(command.leads.iter().map(|id| Query::Record(*id)))?;
    if !command.restore && command.reason.trim().is_empty() {
        return Err(Stop::Reject(vec![Rejection::Field { field: Field::ArchiveReason, why: Why::Missing }]));
    }
    let mut changes = ChangeSet::default();
    for id in &command.leads {
        let before = check::lead(facts, *id)?;
        if before.has(Field::ConvertedAt) {
            check::open_lead(facts, *id)?;
        }
        if before.has(Field::ArchivedAt) != command.restore {
            continue;
        }
        let mut after = before.clone();
        after.set(Field::ArchivedAt, (!command.restore).then_some(Value::Time(stamp.at)));
        after.set(Field::ArchiveReason, (!command.restore).then(|| Value::text(command.reason.trim())));
        check::valid(&after)?;
        changes.update(before, &after, stamp.touch());
    }
    Ok(changes)
}
