//! Turns one lead into an organization, a person, a deal and a follow-up task (R30-R51): one command, one change set.

mod merge;
mod plan;
mod profile;
mod results;
mod stored;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use merge::covers;
pub(crate) use merge::{agree, united};
pub use plan::{Outcome, Plan, PlanRow, plan};
pub use profile::Profile;
pub use results::Results;
pub(crate) use stored::{First, Later};

use crate::change_set::ChangeSet;
use crate::facts::{Facts, Rule, Stop};
use crate::ids::Id;
use crate::records::{Field, Kind, Record};
use crate::stamp::Stamp;
use crate::values::{Date, Money, Value, Visibility};
use crate::workspace;

/// Everything chosen in the dialog. What is not said here follows from the lead and the profile.
#[derive(Clone, Debug, PartialEq)]
pub struct ConvertLead {
    pub lead: Id,
    /// The version of the lead the sender looked at; another one refuses.
    pub seen: Option<Id>,
    pub profile: Profile,
    /// R31: corrections of the lead, made before it is converted. A lead has no [`Field::Text`] of its own: a text in here
    /// is a note that keeps what would find no home (B3).
    pub edits: Vec<(Field, Option<Value>)>,
    pub organization: Target,
    pub person: Target,
    pub deal: DealTarget,
    pub task: Option<NewTask>,
    /// R36: one of the converted statuses.
    pub status: Id,
    /// R36: owner of what is created; none keeps the lead's.
    pub owner: Option<Id>,
    /// Fields of existing records that take the lead's value in place of their own (B4).
    pub replace: Vec<(Kind, Field)>,
    /// R68: where values of the lead go that don't go where the rules say.
    pub carry: Vec<Carry>,
    /// R42: values entered for the records themselves, such as a field they must have and the lead knows nothing of.
    pub fill: Vec<(Kind, Field, Value)>,
    /// R52: the run of many conversions this one belongs to.
    pub run: Option<Id>,
    /// What the leads of a run that become one record agreed on where they differ, so that their order makes no difference.
    pub agreed: Vec<(Kind, Field, Value)>,
}

/// R68: the targets that get one field of the lead, and the field of theirs that takes it. For a custom field this takes the
/// place of what its definition says (no target: it stays on the lead); a standard field goes there as well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carry {
    pub field: Field,
    pub to: Vec<(Kind, Field)>,
}

/// R37: what becomes of the organization or the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    None,
    Create,
    Use(Id),
    /// The record that several leads of a run become: whichever comes first makes it.
    Shared(Id),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum DealTarget {
    None,
    Create(NewDeal),
    Use(Id),
}

/// R39: what **Convert to deal** asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewDeal {
    pub name: String,
    pub pipeline: Id,
    pub stage: Id,
    pub value: Option<Money>,
    pub close_date: Option<Date>,
    #[serde(with = "visibility")]
    pub visibility: Option<Visibility>,
}

/// R4: the follow-up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewTask {
    pub subject: String,
    pub due: Option<Date>,
}

impl ConvertLead {
    /// Creates organization and person, no deal, no task.
    pub fn new(lead: Id) -> Self {
        Self {
            lead,
            seen: None,
            profile: Profile::Kontor,
            edits: Vec::new(),
            organization: Target::Create,
            person: Target::Create,
            deal: DealTarget::None,
            task: None,
            status: workspace::STATUS_CONVERTED,
            owner: None,
            replace: Vec::new(),
            carry: Vec::new(),
            fill: Vec::new(),
            run: None,
            agreed: Vec::new(),
        }
    }

    /// The lead with the corrections of the dialog.
    pub fn corrected(&self, lead: &Record) -> Record {
        let mut lead = lead.clone();
        for (field, value) in self.edits.iter().filter(|(field, _)| *field != Field::Text) {
            lead.set(*field, value.clone());
        }
        lead
    }
}

impl NewDeal {
    /// R51: in the first stage of the standard pipeline.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            pipeline: workspace::PIPELINE,
            stage: workspace::STAGE_INCOMING,
            value: None,
            close_date: None,
            visibility: None,
        }
    }
}

pub(crate) fn rule(command: &ConvertLead, stamp: &Stamp, facts: &Facts) -> Rule<ChangeSet> {
    let plan = plan(command, stamp, facts)?;
    if plan.blockers.is_empty() { Ok(plan.into_changes()) } else { Err(Stop::Reject(plan.blockers)) }
}

/// Visibility as its code, so that its stored form follows the list of codes.
pub(crate) mod visibility {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::values::{Coded, Visibility};

    pub fn serialize<S: Serializer>(value: &Option<Visibility>, serializer: S) -> Result<S::Ok, S::Error> {
        value.map(Coded::code).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Visibility>, D::Error> {
        Ok(Option::<u8>::deserialize(deserializer)?.and_then(Visibility::from_code))
    }
}
