//! Merges people, or organizations, that are the same (B4): one is kept, the others go, and everything that belonged to them
//! belongs to the one that is kept. An old link opens that one; undo brings the others back.

mod fields;
mod moves;
mod plan;
mod survivor;

use serde::{Deserialize, Serialize};

pub use fields::MergeRow;
pub(crate) use moves::forwarded;
pub use plan::{MergePlan, Moved, plan};
pub use survivor::{survivor_first, written_out};

use crate::change_set::ChangeSet;
use crate::facts::{Facts, Rule, Stop};
use crate::ids::Id;
use crate::records::Field;
use crate::stamp::Stamp;

/// What is not chosen follows from the records: the kept one's value stays, what it lacks is filled, lists are united.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MergeRecords {
    pub kept: Id,
    /// In this order: where several know what the kept one lacks, the first of them counts.
    pub removed: Vec<Id>,
    /// Whose value a field gets. Of a list everything stays; the chosen one's entries come first.
    pub choices: Vec<(Field, Id)>,
    /// The versions the sender looked at, by record; another one refuses.
    pub seen: Vec<(Id, Id)>,
    /// A note on the survivor: what would be readable in the history only.
    pub note: Option<String>,
}

impl MergeRecords {
    pub fn new(kept: Id, removed: impl IntoIterator<Item = Id>) -> Self {
        Self { kept, removed: removed.into_iter().collect(), choices: Vec::new(), seen: Vec::new(), note: None }
    }

    /// The kept one first.
    pub fn ids(&self) -> impl Iterator<Item = Id> {
        std::iter::once(self.kept).chain(self.removed.iter().copied())
    }
}

pub(crate) fn rule(command: &MergeRecords, stamp: &Stamp, facts: &Facts) -> Rule<ChangeSet> {
    let plan = plan(command, stamp, facts)?;
    if plan.blockers.is_empty() { Ok(plan.into_changes()) } else { Err(Stop::Reject(plan.blockers)) }
}
