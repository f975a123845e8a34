//! How the command is stored. The first form has all fields by position and can't grow; what came later follows as a list.

use serde::{Deserialize, Serialize};

use super::{Carry, ConvertLead, DealTarget, NewTask, Profile, Target};
use crate::ids::Id;
use crate::records::{Field, Kind};
use crate::values::Value;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct First {
    lead: Id,
    seen: Option<Id>,
    profile: Profile,
    edits: Vec<(Field, Option<Value>)>,
    organization: Target,
    person: Target,
    deal: DealTarget,
    task: Option<NewTask>,
    status: Id,
    owner: Option<Id>,
    replace: Vec<(Kind, Field)>,
}

/// A conversion with choices the first form does not have.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Later {
    first: First,
    more: Vec<More>,
}

/// Stored by position: new choices go to the end.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum More {
    Carry(Carry),
    Fill(Kind, Field, Value),
    Run(Id),
    Agreed(Kind, Field, Value),
}

impl From<First> for ConvertLead {
    fn from(first: First) -> Self {
        let First { lead, seen, profile, edits, organization, person, deal, task, status, owner, replace } = first;
        Self { seen, profile, edits, organization, person, deal, task, status, owner, replace, ..Self::new(lead) }
    }
}

impl From<Later> for ConvertLead {
    fn from(later: Later) -> Self {
        let mut command = Self::from(later.first);
        for more in later.more {
            match more {
                More::Carry(carry) => command.carry.push(carry),
                More::Fill(kind, field, value) => command.fill.push((kind, field, value)),
                More::Run(run) => command.run = Some(run),
                More::Agreed(kind, field, value) => command.agreed.push((kind, field, value)),
            }
        }
        command
    }
}

impl ConvertLead {
    /// The first form, if that says everything.
    pub(crate) fn into_stored(self) -> Result<Box<First>, Box<Later>> {
        let Self { lead, seen, profile, edits, organization, person, deal, task, status, owner, replace, carry, fill, run, agreed } = self;
        let first = First { lead, seen, profile, edits, organization, person, deal, task, status, owner, replace };
        let more: Vec<More> = carry
            .into_iter()
            .map(More::Carry)
            .chain(fill.into_iter().map(|(kind, field, value)| More::Fill(kind, field, value)))
            .chain(run.map(More::Run))
            .chain(agreed.into_iter().map(|(kind, field, value)| More::Agreed(kind, field, value)))
            .collect();
        if more.is_empty() { Ok(Box::new(first)) } else { Err(Box::new(Later { first, more })) }
    }
}
