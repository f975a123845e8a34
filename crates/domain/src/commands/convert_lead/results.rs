//! The records a conversion makes, under ids that two devices converting the same lead agree on.

use super::{ConvertLead, DealTarget, Target};
use crate::ids::Id;
use crate::records::{Field, Record};

/// Who the lead becomes. An id is there for a created as well as for a chosen record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Results {
    pub organization: Option<Id>,
    pub person: Option<Id>,
    pub deal: Option<Id>,
    pub task: Option<Id>,
}

impl Results {
    pub(super) fn of(command: &ConvertLead, lead: &Record) -> Self {
        let epoch = lead.number(Field::Conversions).unwrap_or(0) + 1;
        let made = |role: &str| lead.id.derive(&format!("conversion/{epoch}/{role}"));
        let contact = |target, role| match target {
            Target::None => None,
            Target::Create => Some(made(role)),
            Target::Use(id) | Target::Shared(id) => Some(id),
        };
        Self {
            organization: contact(command.organization, "organization"),
            person: contact(command.person, "person"),
            deal: match command.deal {
                DealTarget::None => None,
                DealTarget::Create(_) => Some(made("deal")),
                DealTarget::Use(id) => Some(id),
            },
            task: command.task.as_ref().map(|_| made("task")),
        }
    }

    /// What a converted lead became; nothing for an open one.
    pub fn stored(lead: &Record) -> Self {
        Self {
            organization: lead.link(Field::ConvertedOrganization),
            person: lead.link(Field::ConvertedPerson),
            deal: lead.link(Field::ConvertedDeal),
            task: lead.link(Field::ConvertedTask),
        }
    }

    /// Organization, person and deal, as far as there are any.
    pub fn contacts_and_deal(&self) -> impl Iterator<Item = Id> {
        [self.organization, self.person, self.deal].into_iter().flatten()
    }
}
