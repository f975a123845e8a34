//! Where the known systems disagree (decisions D1-D10), as data: a profile is one column of that table.

use serde::{Deserialize, Serialize};

use crate::records::{Field, Kind};

/// Whose behaviour a conversion follows. Stored by position: new profiles go to the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Profile {
    #[default]
    Kontor,
    ZendeskSell,
    Salesforce,
    Bitrix24,
    Pipedrive,
}

/// R71: what the organization inherits, exactly.
const ORGANIZATION: &[Field] = &[Field::Industry, Field::Website, Field::Address, Field::Tags];
/// R72: what the person inherits, exactly (beside the name).
const PERSON: &[Field] =
    &[Field::Emails, Field::Phones, Field::Social, Field::Industry, Field::Website, Field::Description, Field::Address, Field::Tags];
const PERSON_NAME: &[Field] = &[Field::Salutation, Field::FirstName, Field::LastName, Field::JobTitle];

impl Profile {
    /// The lead's fields that `target` inherits. `alone` is true when no person is made or used: then the organization
    /// is the only contact (D10).
    pub(super) fn inherits(self, target: Kind, alone: bool) -> Vec<Field> {
        let mut fields = Vec::new();
        match target {
            Kind::Organization => {
                fields.extend([Field::OrganizationName]);
                fields.extend(ORGANIZATION);
                if self == Self::Kontor {
                    fields.push(Field::TaxId);
                    fields.extend(alone.then_some([Field::Emails, Field::Phones]).into_iter().flatten());
                }
            }
            Kind::Person => {
                fields.extend(PERSON_NAME);
                fields.extend(PERSON);
                fields.extend((self == Self::Kontor).then_some(Field::BirthDate));
                fields.extend(self.source_to_person().then_some(Field::Source));
            }
            Kind::Deal => fields.extend([Field::Source, Field::Tags]),
            _ => {}
        }
        fields
    }

    /// D4, R74.
    fn source_to_person(self) -> bool {
        matches!(self, Self::Kontor | Self::Salesforce)
    }

    /// D1, R34: an organization is made or chosen even if the lead names none.
    pub fn organization_required(self) -> bool {
        self == Self::Salesforce
    }

    /// D2: every conversion makes a deal.
    pub fn deal_required(self) -> bool {
        self == Self::Pipedrive
    }

    /// D3, R76: a note belongs to the person or to the company only.
    pub(super) fn notes_follow_subject(self) -> bool {
        self == Self::ZendeskSell
    }
}
