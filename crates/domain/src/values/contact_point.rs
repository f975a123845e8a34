//! One e-mail address, phone number or social media handle, with its kind.

use serde::{Deserialize, Serialize};

/// What a contact point is for. Stored by position: new kinds go to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PointKind {
    Work,
    Mobile,
    Home,
    Fax,
    Other,
    X,
    Facebook,
    Skype,
    LinkedIn,
}

impl PointKind {
    pub const EMAIL: &'static [Self] = &[Self::Work, Self::Home, Self::Other];
    pub const PHONE: &'static [Self] = &[Self::Work, Self::Mobile, Self::Home, Self::Fax, Self::Other];
    pub const SOCIAL: &'static [Self] = &[Self::X, Self::Facebook, Self::Skype, Self::LinkedIn];
}

/// As it was written: what it is compared by is computed ([`super::email`], [`super::phone`]), never stored in its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ContactPoint {
    pub kind: PointKind,
    pub value: String,
}

impl ContactPoint {
    pub fn new(kind: PointKind, value: impl Into<String>) -> Self {
        Self { kind, value: value.into() }
    }

    pub fn work(value: impl Into<String>) -> Self {
        Self::new(PointKind::Work, value)
    }
}
