//! The standard fields a person may edit, by kind, in the order they are shown.

use super::{Field as F, Kind};

impl Kind {
    /// Without the fields that only commands set.
    pub fn editable(self) -> &'static [F] {
        match self {
            Self::Lead => LEAD,
            Self::Person => PERSON,
            Self::Organization => ORGANIZATION,
            Self::Deal => DEAL,
            Self::Activity => ACTIVITY,
            Self::Note => NOTE,
            Self::Member => MEMBER,
            Self::Status => STATUS,
            Self::Pipeline => PIPELINE,
            Self::Stage => STAGE,
            Self::Tag => TAG,
            Self::Workspace => WORKSPACE,
            Self::Role => ROLE,
            Self::CustomField => CUSTOM_FIELD,
            Self::Separation | Self::Forwarding => &[],
        }
    }
}

impl F {
    /// The word for a field in lists of fields such as [`F::KeyFields`] and [`F::RequiredFields`]: its name in the code.
    pub fn word(self) -> String {
        if let Self::Custom(id) = self { format!("custom {id}") } else { format!("{self:?}") }
    }

    /// The field of this kind of record that a word stands for.
    pub fn with_word(kind: Kind, word: &str) -> Option<Self> {
        let custom = word.strip_prefix("custom ").and_then(|id| id.parse().ok()).map(Self::Custom);
        custom.or_else(|| kind.editable().iter().copied().find(|field| field.word() == word))
    }
}

const LEAD: &[F] = &[
    F::Title,
    F::Salutation,
    F::FirstName,
    F::LastName,
    F::JobTitle,
    F::OrganizationName,
    F::Emails,
    F::Phones,
    F::Website,
    F::Social,
    F::Address,
    F::Industry,
    F::Value,
    F::CloseDate,
    F::Source,
    F::SourceDetail,
    F::Owner,
    F::Visibility,
    F::Tags,
    F::BirthDate,
    F::TaxId,
    F::Description,
];

const PERSON: &[F] = &[
    F::Salutation,
    F::FirstName,
    F::LastName,
    F::JobTitle,
    F::Organization,
    F::Emails,
    F::Phones,
    F::Website,
    F::Social,
    F::Address,
    F::Industry,
    F::Source,
    F::Owner,
    F::Visibility,
    F::Tags,
    F::BirthDate,
    F::TaxId,
    F::Description,
    F::ContactKind,
];

const ORGANIZATION: &[F] = &[
    F::Name,
    F::LegalForm,
    F::Emails,
    F::Phones,
    F::Website,
    F::Address,
    F::Industry,
    F::TaxId,
    F::Owner,
    F::Visibility,
    F::Tags,
    F::ContactKind,
];

const DEAL: &[F] =
    &[F::Name, F::Person, F::Organization, F::Value, F::CloseDate, F::Probability, F::Source, F::Owner, F::Visibility, F::Tags];

const ACTIVITY: &[F] = &[F::ActivityKind, F::Subject, F::DueDate, F::DueTime, F::Owner, F::Text];

const NOTE: &[F] = &[F::Text, F::NoteSubject];

const MEMBER: &[F] = &[F::Name, F::Initials, F::Emails, F::Role];

const STATUS: &[F] = &[F::Name, F::Position, F::Converted, F::Guidance, F::KeyFields, F::RequiredFields];

const PIPELINE: &[F] = &[F::Name, F::Position];

const STAGE: &[F] = &[F::Name, F::Pipeline, F::Position, F::Probability, F::StaleDays, F::RequiredFields];

const TAG: &[F] = &[F::Name, F::Color];

const WORKSPACE: &[F] = &[F::Name, F::Currency, F::Profile, F::DuplicateRules];

const ROLE: &[F] = &[F::Name, F::Position, F::Denied];

const CUSTOM_FIELD: &[F] =
    &[F::Name, F::Position, F::FieldType, F::Options, F::UsedOn, F::CarriedTo, F::RequiredOn, F::Guidance, F::Retired];
