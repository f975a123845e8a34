//! Every field there is, the shape of its value, and which kinds of record have it.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::ids::Id;

/// Stored by position: new fields go to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// A field the workspace defined; the id is its definition's.
    Custom(Id),
    Name,
    Title,
    Salutation,
    FirstName,
    LastName,
    JobTitle,
    OrganizationName,
    LegalForm,
    Emails,
    Phones,
    Website,
    Social,
    Address,
    Industry,
    Description,
    BirthDate,
    TaxId,
    Source,
    SourceDetail,
    Status,
    /// When the current status was set.
    StatusSince,
    Owner,
    Visibility,
    Value,
    CloseDate,
    Tags,
    Seen,
    ArchivedAt,
    ArchiveReason,
    Person,
    Organization,
    ConvertedAt,
    ConvertedBy,
    ConvertedPerson,
    ConvertedOrganization,
    ConvertedDeal,
    ConvertedTask,
    /// How often the lead was converted; undo does not count it down.
    Conversions,
    /// The leads a record was made from or merged with.
    Leads,
    ContactKind,
    Pipeline,
    Stage,
    StageSince,
    /// Place among the cards of a stage, see `commands::rank`.
    Rank,
    /// Percent, 0-100.
    Probability,
    DealStatus,
    ClosedAt,
    LostReason,
    ActivityKind,
    Subject,
    DueDate,
    /// Minutes after midnight on the due date, local time.
    DueTime,
    HappenedAt,
    DoneAt,
    Text,
    NoteSubject,
    /// The records an activity or a note belongs to.
    About,
    Initials,
    Position,
    /// A status that ends in conversion (R29).
    Converted,
    Guidance,
    KeyFields,
    /// Days after which a deal is stale.
    StaleDays,
    Color,
    Currency,
    /// The import that brought the record in.
    Import,
    /// Id in the system the record came from.
    ExternalId,
    /// Of a member.
    Role,
    /// The rights a role lacks, by name (`rights::Right`).
    Denied,
    /// Of a custom field: what it holds (`values::FieldType`).
    FieldType,
    /// The kinds of record that show a custom field, as `Kind::word`.
    UsedOn,
    /// R67: the kinds of record that get the lead's value when it is converted.
    CarriedTo,
    /// The kinds of record that need a value.
    RequiredOn,
    /// What can be chosen, in the order it is offered.
    Options,
    /// A custom field that is offered no more; what it holds stays readable.
    Retired,
    /// Of a workspace: how conversions begin (D1-D10), by name (`commands::convert_lead::Profile`).
    Profile,
    /// Of a status or stage: what a record must have to get there (B12), as `Field::word`.
    RequiredFields,
    /// Of a forwarding: the id of the record that was merged, as text, since there is none with it any more.
    MergedId,
    /// Of a workspace: how duplicates are found, in words (`duplicates::Settings`).
    DuplicateRules,
}

/// The form of a field's value: what the editor shows and the validator checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// At most 200 characters on one line.
    Name,
    /// At most 64 KiB, several lines.
    Text,
    Texts,
    Emails,
    Phones,
    Social,
    Website,
    Address,
    Money,
    Date,
    Time,
    Flag,
    Number,
    Link(Kind),
    Links,
    Code,
}

impl Field {
    /// What the value of this field looks like.
    pub fn shape(self) -> Shape {
        use Field as F;
        match self {
            F::Text | F::Description | F::Guidance | F::Custom(_) => Shape::Text,
            F::Emails => Shape::Emails,
            F::Phones => Shape::Phones,
            F::Social => Shape::Social,
            F::Website => Shape::Website,
            F::Address => Shape::Address,
            F::Value => Shape::Money,
            F::BirthDate | F::CloseDate | F::DueDate => Shape::Date,
            F::Tags
            | F::KeyFields
            | F::Denied
            | F::UsedOn
            | F::CarriedTo
            | F::RequiredOn
            | F::Options
            | F::RequiredFields
            | F::DuplicateRules => Shape::Texts,
            F::Seen | F::Converted | F::Retired => Shape::Flag,
            F::StatusSince | F::ArchivedAt | F::ConvertedAt | F::StageSince | F::ClosedAt | F::HappenedAt | F::DoneAt => Shape::Time,
            F::Visibility | F::ContactKind | F::DealStatus | F::ActivityKind | F::NoteSubject | F::FieldType => Shape::Code,
            F::Conversions | F::Probability | F::DueTime | F::Position | F::StaleDays => Shape::Number,
            F::Leads | F::About => Shape::Links,
            F::Status => Shape::Link(Kind::Status),
            F::Owner | F::ConvertedBy => Shape::Link(Kind::Member),
            F::Person | F::ConvertedPerson => Shape::Link(Kind::Person),
            F::Organization | F::ConvertedOrganization => Shape::Link(Kind::Organization),
            F::ConvertedDeal => Shape::Link(Kind::Deal),
            F::ConvertedTask => Shape::Link(Kind::Activity),
            F::Pipeline => Shape::Link(Kind::Pipeline),
            F::Stage => Shape::Link(Kind::Stage),
            F::Role => Shape::Link(Kind::Role),
            _ => Shape::Name,
        }
    }
}
