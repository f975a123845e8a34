//! What a field can hold. The stored form only grows: new variants go to the end.

mod address;
mod code;
mod contact_point;
mod date;
pub mod decimal;
pub mod email;
mod money;
pub mod phone;
mod social;
pub mod tax_id;
pub mod web_domain;

use serde::{Deserialize, Serialize};

pub use address::Address;
pub use code::{ActivityKind, Coded, ContactKind, DealStatus, FieldType, NoteSubject, Visibility};
pub use contact_point::{ContactPoint, PointKind};
pub use date::Date;
pub use money::{Currency, Money};

use crate::ids::Id;
use crate::stamp::Millis;

/// The content of one field. An empty field is not stored at all, so there is no "empty" value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Value {
    Text(String),
    /// Tags and multiple choices, in the order they were given, without doubles.
    Texts(Vec<String>),
    /// E-mails, phones, social media.
    Points(Vec<ContactPoint>),
    Address(Address),
    Money(Money),
    Date(Date),
    Time(Millis),
    Flag(bool),
    /// A whole number, or a decimal in millionths where the field says so.
    Number(i64),
    Link(Id),
    Links(Vec<Id>),
    /// One of a fixed set of meanings, see [`Coded`].
    Code(u8),
}

impl Value {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The records this value points to.
    pub fn links(&self) -> &[Id] {
        match self {
            Self::Link(id) => std::slice::from_ref(id),
            Self::Links(list) => list,
            _ => &[],
        }
    }

    /// True for content that says nothing: such a value is stored as "no value".
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Texts(list) => list.is_empty(),
            Self::Points(list) => list.is_empty(),
            Self::Links(list) => list.is_empty(),
            Self::Address(address) => address.is_empty(),
            _ => false,
        }
    }
}
