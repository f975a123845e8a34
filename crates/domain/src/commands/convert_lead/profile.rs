//! Where the known systems disagree (decisions D1-D10), as data: a profile is one column of that table.

use serde::{Deserialize, Serialize};

use crate::bulk::MatchPolicy;
use crate::duplicates::{Band, Candidate};
use crate::ids::Id;
use crate::records::{Field, Kind, Record};
use crate::workspace;

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
    /// In the order they are offered.
    pub const ALL: &'static [Self] = &[Self::Kontor, Self::ZendeskSell, Self::Salesforce, Self::Bitrix24, Self::Pipedrive];

    /// As it stands in [`Field::Profile`]; it never changes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kontor => "kontor",
            Self::ZendeskSell => "zendesk_sell",
            Self::Salesforce => "salesforce",
            Self::Bitrix24 => "bitrix24",
            Self::Pipedrive => "pipedrive",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|profile| profile.name() == name)
    }

    /// What conversions of the workspace begin with.
    pub fn of(workspace: &Record) -> Self {
        Self::from_name(workspace.text(Field::Profile)).unwrap_or_default()
    }

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
                fields.extend((self == Self::Kontor).then_some([Field::BirthDate, Field::TaxId]).into_iter().flatten());
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

    /// D2: a deal is made unless the user says otherwise. Opt-in for Zendesk Sell (R32), chosen each time for Bitrix24 (R37).
    pub fn deal_at_first(self) -> bool {
        !matches!(self, Self::ZendeskSell | Self::Bitrix24)
    }

    /// D8, R51: the stage a new deal begins in; none where the user is to choose one.
    pub fn stage_at_first(self) -> Option<Id> {
        (self != Self::Pipedrive).then_some(workspace::STAGE_INCOMING)
    }

    /// D5: the record this profile links by itself, if the user chooses nothing. Never one that merely shares a name (R80).
    pub fn links(self, candidate: &Candidate) -> bool {
        match self {
            Self::Kontor | Self::Bitrix24 => candidate.is_certain(),
            Self::ZendeskSell => candidate.classic || candidate.is_certain(),
            Self::Salesforce => candidate.band() >= Band::Likely,
            Self::Pipedrive => false,
        }
    }

    /// D5: who is chosen among the candidates before the user chooses: only one beside whom nobody else is likely.
    pub fn proposes(self, candidates: &[Candidate]) -> Option<Id> {
        let best = candidates.iter().find(|candidate| self.links(candidate))?;
        let rival = |other: &Candidate| other.id != best.id && (other.band() >= Band::Likely || self.links(other));
        (!candidates.iter().any(rival)).then_some(best.id)
    }

    /// D5: the user is asked who it is: always where that is the profile's way, and where nobody is proposed though somebody may
    /// well be the same, as a new record would be a double.
    pub fn asks(self, candidates: &[Candidate]) -> bool {
        let likely = |candidate: &Candidate| candidate.band() >= Band::Likely || candidate.one_of_several || self.links(candidate);
        let always = self == Self::Pipedrive && !candidates.is_empty();
        always || self.proposes(candidates).is_none() && candidates.iter().any(likely)
    }

    /// D5, for many leads: who merges or links does so without asking.
    pub(crate) fn in_bulk(self) -> MatchPolicy {
        if matches!(self, Self::ZendeskSell | Self::Salesforce) { MatchPolicy::AttachOrCreate } else { MatchPolicy::AttachOrAsk }
    }

    /// D5: an existing record that is linked keeps its lists as they are; else what the lead knows is added (R79).
    pub(super) fn only_fills(self) -> bool {
        self == Self::Salesforce
    }

    /// D3, R76: a note belongs to the person or to the company only.
    pub(crate) fn notes_follow_subject(self) -> bool {
        self == Self::ZendeskSell
    }
}
