//! Names of records, commands, members and devices: 128 bits, written as a UUID.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use uuid::Uuid;

/// Identity of anything that is stored. Random ids are made by the app's clock; the domain only derives.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Id(Uuid);

impl Id {
    pub const fn from_u128(bits: u128) -> Self {
        Self(Uuid::from_u128(bits))
    }

    pub const fn as_u128(self) -> u128 {
        self.0.as_u128()
    }

    /// The id that `role` has under this one: the same two always give the same id, on every device (UUID version 5).
    pub fn derive(self, role: &str) -> Self {
        Self(Uuid::new_v5(&self.0, role.as_bytes()))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Id {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(&self.0.hyphenated()) } else { self.0.as_bytes().serialize(serializer) }
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            text.parse().map_err(D::Error::custom)
        } else {
            <[u8; 16]>::deserialize(deserializer).map(|bytes| Self(Uuid::from_bytes(bytes)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn derived_ids_depend_on_parent_and_role_only() {
        let (a, b) = (Id::from_u128(1), Id::from_u128(2));
        assert_eq!(a.derive("deal"), a.derive("deal"));
        assert_ne!(a.derive("deal"), a.derive("person"));
        assert_ne!(a.derive("deal"), b.derive("deal"));
    }

    #[test]
    fn written_and_read_back() {
        let id = Id::from_u128(7).derive("x");
        assert_eq!(id.to_string().parse(), Ok(id));
        let bytes = postcard::to_stdvec(&id).expect("an id always encodes");
        assert_eq!(bytes.len(), 16);
        assert_eq!(postcard::from_bytes(&bytes), Ok(id));
    }
}
