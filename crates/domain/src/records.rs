//! A record: one lead, person, organization, deal, activity, note or piece of the workspace's set-up.

mod custom_field;
mod editable;
mod field;
mod forwarding;
mod names;
mod separation;
mod validate;

use serde::{Deserialize, Serialize};

pub use custom_field::{CustomField, CustomFields, as_text, type_for};
pub use field::{Field, Shape};
pub use forwarding::Forwarding;
pub use names::{deal_name, display_name, lead_name, person_name};
pub use separation::{Separation, Separations};
pub(crate) use validate::fits;
pub use validate::validate;

use crate::ids::Id;
use crate::stamp::{Millis, Touch};
use crate::values::{Address, Coded, ContactPoint, Date, Money, Value};

/// What a record is. Stored by position: new kinds go to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    Lead,
    Person,
    Organization,
    Deal,
    Activity,
    Note,
    Member,
    Status,
    Pipeline,
    Stage,
    Tag,
    Workspace,
    /// What its members may not do (R43).
    Role,
    /// The definition of a field of the workspace's own (R67).
    CustomField,
    /// That two records are not the same: see [`Separation`].
    Separation,
    /// Where a record went that was merged into another one: see [`Forwarding`].
    Forwarding,
}

impl Kind {
    pub const ALL: &'static [Self] = &[
        Self::Lead,
        Self::Person,
        Self::Organization,
        Self::Deal,
        Self::Activity,
        Self::Note,
        Self::Member,
        Self::Status,
        Self::Pipeline,
        Self::Stage,
        Self::Tag,
        Self::Workspace,
        Self::Role,
        Self::CustomField,
        Self::Separation,
        Self::Forwarding,
    ];

    /// The kinds that custom fields can be on, with the words they are stored by.
    const WITH_CUSTOM_FIELDS: &[(Self, &str)] =
        &[(Self::Lead, "lead"), (Self::Person, "person"), (Self::Organization, "organization"), (Self::Deal, "deal")];

    /// The word for a kind in [`Field::UsedOn`], [`Field::CarriedTo`], [`Field::RequiredOn`].
    pub fn word(self) -> Option<&'static str> {
        Self::WITH_CUSTOM_FIELDS.iter().find(|(kind, _)| *kind == self).map(|(_, word)| *word)
    }

    pub fn with_word(word: &str) -> Option<Self> {
        Self::WITH_CUSTOM_FIELDS.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)
    }
}

/// Fields are kept sorted and never hold an empty value, so two records with the same content are equal byte for byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    pub kind: Kind,
    pub id: Id,
    pub created: Touch,
    /// The last change after creation.
    pub changed: Option<Touch>,
    fields: Vec<(Field, Value)>,
}

impl Record {
    pub fn new(kind: Kind, id: Id, created: Touch) -> Self {
        Self { kind, id, created, changed: None, fields: Vec::new() }
    }

    /// As it is stored.
    pub fn to_bytes(&self) -> Vec<u8> {
        // As in the store's pages: every way to write has code of its own.
        postcard::to_extend(self, Vec::new()).expect("records always encode")
    }

    pub fn from_bytes(bytes: &[u8]) -> Result<Self, postcard::Error> {
        postcard::from_bytes(bytes)
    }

    /// The same record with one more field: for literals.
    pub fn with(mut self, field: Field, value: Value) -> Self {
        self.set(field, Some(value));
        self
    }

    pub fn fields(&self) -> &[(Field, Value)] {
        &self.fields
    }

    pub fn get(&self, field: Field) -> Option<&Value> {
        let at = self.fields.binary_search_by_key(&field, |(field, _)| *field).ok()?;
        Some(&self.fields[at].1)
    }

    pub fn has(&self, field: Field) -> bool {
        self.get(field).is_some()
    }

    /// Replaces a value and returns the one before. An empty value removes the field.
    pub(crate) fn set(&mut self, field: Field, value: Option<Value>) -> Option<Value> {
        let value = value.filter(|value| !value.is_empty());
        match (self.fields.binary_search_by_key(&field, |(field, _)| *field), value) {
            (Ok(at), Some(value)) => Some(std::mem::replace(&mut self.fields[at].1, value)),
            (Ok(at), None) => Some(self.fields.remove(at).1),
            (Err(at), Some(value)) => {
                self.fields.insert(at, (field, value));
                None
            }
            (Err(_), None) => None,
        }
    }

    /// The command that made the record what it is now.
    pub fn version(&self) -> Id {
        self.last_touch().command
    }

    pub fn last_touch(&self) -> Touch {
        self.changed.unwrap_or(self.created)
    }

    pub fn text(&self, field: Field) -> &str {
        if let Some(Value::Text(text)) = self.get(field) { text } else { "" }
    }

    pub fn texts(&self, field: Field) -> &[String] {
        if let Some(Value::Texts(list)) = self.get(field) { list } else { &[] }
    }

    pub fn points(&self, field: Field) -> &[ContactPoint] {
        if let Some(Value::Points(list)) = self.get(field) { list } else { &[] }
    }

    pub fn address(&self, field: Field) -> Option<&Address> {
        if let Some(Value::Address(address)) = self.get(field) { Some(address) } else { None }
    }

    pub fn money(&self, field: Field) -> Option<Money> {
        if let Some(Value::Money(money)) = self.get(field) { Some(*money) } else { None }
    }

    pub fn date(&self, field: Field) -> Option<Date> {
        if let Some(Value::Date(date)) = self.get(field) { Some(*date) } else { None }
    }

    pub fn time(&self, field: Field) -> Option<Millis> {
        if let Some(Value::Time(at)) = self.get(field) { Some(*at) } else { None }
    }

    pub fn number(&self, field: Field) -> Option<i64> {
        if let Some(Value::Number(number)) = self.get(field) { Some(*number) } else { None }
    }

    pub fn flag(&self, field: Field) -> bool {
        matches!(self.get(field), Some(Value::Flag(true)))
    }

    pub fn link(&self, field: Field) -> Option<Id> {
        if let Some(Value::Link(id)) = self.get(field) { Some(*id) } else { None }
    }

    pub fn links(&self, field: Field) -> &[Id] {
        if let Some(Value::Links(list)) = self.get(field) { list } else { &[] }
    }

    pub fn code<C: Coded>(&self, field: Field) -> Option<C> {
        if let Some(Value::Code(code)) = self.get(field) { C::from_code(*code) } else { None }
    }

    /// Every record this one points to, through any field.
    pub fn all_links(&self) -> impl Iterator<Item = Id> {
        self.fields.iter().flat_map(|(_, value)| value.links()).copied()
    }

    /// R46: a lead is open until it is converted or archived.
    pub fn is_open_lead(&self) -> bool {
        self.kind == Kind::Lead && !self.has(Field::ConvertedAt) && !self.has(Field::ArchivedAt)
    }
}
