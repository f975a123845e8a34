//! The trade's words for kinds, fields and meanings, as scenarios use them.

use crate::ids::Id;
use crate::records::{Field, Kind};
use crate::values::{ActivityKind, Coded, ContactKind, DealStatus, FieldType, NoteSubject, PointKind, Visibility};
use crate::workspace as w;

pub const KINDS: &[(&str, Kind)] = &[
    ("lead", Kind::Lead),
    ("person", Kind::Person),
    ("organization", Kind::Organization),
    ("deal", Kind::Deal),
    ("note", Kind::Note),
    ("activity", Kind::Activity),
    ("task", Kind::Activity),
    ("call", Kind::Activity),
    ("meeting", Kind::Activity),
    ("mail", Kind::Activity),
    ("member", Kind::Member),
    ("status", Kind::Status),
    ("pipeline", Kind::Pipeline),
    ("stage", Kind::Stage),
    ("role", Kind::Role),
    ("field", Kind::CustomField),
    ("workspace", Kind::Workspace),
];

pub const PLURALS: &[(&str, Kind)] = &[
    ("leads", Kind::Lead),
    ("people", Kind::Person),
    ("organizations", Kind::Organization),
    ("deals", Kind::Deal),
    ("notes", Kind::Note),
    ("activities", Kind::Activity),
];

/// What the app calls the records that every workspace has.
pub const BUILT_IN: &[(Kind, &str, Id)] = &[
    (Kind::Workspace, "the workspace", w::WORKSPACE),
    (Kind::Member, "me", w::ME),
    (Kind::Role, "everybody's", w::ROLE),
    (Kind::Status, "New", w::STATUS_NEW),
    (Kind::Status, "Contacted", w::STATUS_CONTACTED),
    (Kind::Status, "Working", w::STATUS_WORKING),
    (Kind::Status, "Qualified", w::STATUS_QUALIFIED),
    (Kind::Status, "Converted", w::STATUS_CONVERTED),
    (Kind::Pipeline, "Sales", w::PIPELINE),
    (Kind::Stage, "Incoming", w::STAGE_INCOMING),
    (Kind::Stage, "Qualified", w::STAGE_QUALIFIED),
    (Kind::Stage, "Needs analysis", w::STAGE_NEEDS_ANALYSIS),
    (Kind::Stage, "Proposal", w::STAGE_PROPOSAL),
    (Kind::Stage, "Negotiation", w::STAGE_NEGOTIATION),
];

/// What a field's name stands for: a field, one kind of contact point in it, or a part of the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    Whole(Field),
    Point(Field, PointKind),
    Street,
    PostalCode,
    City,
    Region,
    Country,
}

const SLOTS: &[(&str, Slot)] = &[
    ("e-mail", Slot::Point(Field::Emails, PointKind::Work)),
    ("home e-mail", Slot::Point(Field::Emails, PointKind::Home)),
    ("phone", Slot::Point(Field::Phones, PointKind::Work)),
    ("mobile", Slot::Point(Field::Phones, PointKind::Mobile)),
    ("home phone", Slot::Point(Field::Phones, PointKind::Home)),
    ("fax", Slot::Point(Field::Phones, PointKind::Fax)),
    ("x", Slot::Point(Field::Social, PointKind::X)),
    ("facebook", Slot::Point(Field::Social, PointKind::Facebook)),
    ("skype", Slot::Point(Field::Social, PointKind::Skype)),
    ("linkedin", Slot::Point(Field::Social, PointKind::LinkedIn)),
    ("street", Slot::Street),
    ("postal code", Slot::PostalCode),
    ("city", Slot::City),
    ("region", Slot::Region),
    ("country", Slot::Country),
];

const FIELDS: &[(&str, Field)] = &[
    ("name", Field::Name),
    ("title", Field::Title),
    ("salutation", Field::Salutation),
    ("first name", Field::FirstName),
    ("last name", Field::LastName),
    ("job title", Field::JobTitle),
    ("organization name", Field::OrganizationName),
    ("legal form", Field::LegalForm),
    ("e-mails", Field::Emails),
    ("phones", Field::Phones),
    ("website", Field::Website),
    ("social media", Field::Social),
    ("address", Field::Address),
    ("industry", Field::Industry),
    ("description", Field::Description),
    ("birth date", Field::BirthDate),
    ("tax id", Field::TaxId),
    ("source", Field::Source),
    ("source detail", Field::SourceDetail),
    ("status", Field::Status),
    ("status since", Field::StatusSince),
    ("owner", Field::Owner),
    ("visibility", Field::Visibility),
    ("value", Field::Value),
    ("close date", Field::CloseDate),
    ("tags", Field::Tags),
    ("seen", Field::Seen),
    ("archived at", Field::ArchivedAt),
    ("archive reason", Field::ArchiveReason),
    ("person", Field::Person),
    ("organization", Field::Organization),
    ("converted at", Field::ConvertedAt),
    ("converted by", Field::ConvertedBy),
    ("converted person", Field::ConvertedPerson),
    ("converted organization", Field::ConvertedOrganization),
    ("converted deal", Field::ConvertedDeal),
    ("converted task", Field::ConvertedTask),
    ("leads", Field::Leads),
    ("contact kind", Field::ContactKind),
    ("pipeline", Field::Pipeline),
    ("stage", Field::Stage),
    ("stage since", Field::StageSince),
    ("rank", Field::Rank),
    ("probability", Field::Probability),
    ("deal status", Field::DealStatus),
    ("closed at", Field::ClosedAt),
    ("lost reason", Field::LostReason),
    ("activity kind", Field::ActivityKind),
    ("subject", Field::Subject),
    ("due", Field::DueDate),
    ("happened at", Field::HappenedAt),
    ("done at", Field::DoneAt),
    ("text", Field::Text),
    ("note about", Field::NoteSubject),
    ("about", Field::About),
    ("initials", Field::Initials),
    ("position", Field::Position),
    ("converted", Field::Converted),
    ("guidance", Field::Guidance),
    ("stale days", Field::StaleDays),
    ("import", Field::Import),
    ("external id", Field::ExternalId),
    ("role", Field::Role),
    ("denied", Field::Denied),
    ("holds", Field::FieldType),
    ("used on", Field::UsedOn),
    ("carried to", Field::CarriedTo),
    ("required on", Field::RequiredOn),
    ("options", Field::Options),
    ("retired", Field::Retired),
    ("profile", Field::Profile),
    ("duplicate rules", Field::DuplicateRules),
    ("required fields", Field::RequiredFields),
    ("key fields", Field::KeyFields),
];

/// The longest name that the text begins with, and the rest.
pub fn slot(text: &str) -> Result<(Slot, &str), String> {
    let fields = FIELDS.iter().map(|(word, field)| (*word, Slot::Whole(*field)));
    SLOTS
        .iter()
        .copied()
        .chain(fields)
        .filter_map(|(word, slot)| super::quoting::after(text, word).map(|rest| (word.len(), slot, rest)))
        .max_by_key(|(length, ..)| *length)
        .map(|(_, slot, rest)| (slot, rest))
        .ok_or_else(|| format!("{text:?} begins with no field"))
}

pub fn field_word(field: Field) -> String {
    let known = FIELDS.iter().find(|(_, known)| *known == field);
    known.map_or_else(|| format!("{field:?}"), |(word, _)| (*word).to_owned())
}

pub fn slot_word(slot: Slot) -> String {
    let known = SLOTS.iter().find(|(_, known)| *known == slot);
    match slot {
        Slot::Whole(field) => field_word(field),
        _ => known.map(|(word, _)| (*word).to_owned()).unwrap_or_default(),
    }
}

pub fn kind_word(kind: Kind) -> &'static str {
    KINDS.iter().find(|(_, known)| *known == kind).map_or("record", |(word, _)| word)
}

/// The kind a line begins with, and the rest.
pub fn kind(text: &str) -> Option<(Kind, &str)> {
    KINDS.iter().find_map(|(word, kind)| Some((*kind, super::quoting::after(text, word)?)))
}

/// The meanings of a coded field, in their order.
pub fn meanings(field: Field) -> Vec<(&'static str, u8)> {
    fn pair<C: Coded>(words: &[&'static str]) -> Vec<(&'static str, u8)> {
        words.iter().copied().zip(C::ALL.iter().map(|member| member.code())).collect()
    }
    match field {
        Field::Visibility => pair::<Visibility>(&["owner", "team", "everyone"]),
        Field::ContactKind => pair::<ContactKind>(&["contact", "prospect", "customer"]),
        Field::ActivityKind => pair::<ActivityKind>(&["task", "call", "meeting", "mail"]),
        Field::DealStatus => pair::<DealStatus>(&["open", "won", "lost"]),
        Field::NoteSubject => pair::<NoteSubject>(&["person", "company"]),
        Field::FieldType => {
            pair::<FieldType>(&["text", "number", "money", "date", "choice", "multiple choice", "yes or no", "person", "link"])
        }
        _ => Vec::new(),
    }
}
