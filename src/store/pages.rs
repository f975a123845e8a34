//! A page: up to 256 records of one kind in one value, because IndexedDB pays per request and not per byte.

use domain::ids::Id;
use serde::{Deserialize, Serialize};

use super::StoreError;
use super::schema::PAGE_RECORDS;

const FORMAT: u8 = 1;

/// Records by their place on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The page holds the effects of all log entries up to this number.
    pub upto: u64,
    pub places: Vec<Place>,
}

/// What stands at a place. Stored by position: new forms go to the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    #[default]
    Empty,
    Taken(Packed),
    /// **Invariant:** a record has one place for ever. Removed, it keeps it, so that an undo puts it back there.
    Removed(Id),
}

/// One record or receipt in its stored form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed(pub Box<[u8]>);

impl Serialize for Packed {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Packed {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl serde::de::Visitor<'_> for Bytes {
            type Value = Packed;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Packed, E> {
                Ok(Packed(bytes.into()))
            }
        }
        deserializer.deserialize_bytes(Bytes)
    }
}

impl Page {
    pub fn encode(&self) -> Vec<u8> {
        encode(FORMAT, self)
    }

    pub fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        let page: Self = decode(FORMAT, bytes, "page")?;
        if page.places.len() > PAGE_RECORDS as usize {
            return Err(StoreError::Damaged("page with too many records".into()));
        }
        Ok(page)
    }
}

/// Postcard behind a format byte.
pub(super) fn encode<T: Serialize>(format: u8, value: &T) -> Vec<u8> {
    let bytes = vec![format];
    postcard::to_extend(value, bytes).expect("stored types always encode")
}

/// The value, if its format is known. A higher format byte means a newer app wrote it.
pub(super) fn decode<'a, T: Deserialize<'a>>(format: u8, bytes: &'a [u8], what: &str) -> Result<T, StoreError> {
    match bytes.split_first() {
        Some((found, rest)) if *found == format => {
            postcard::from_bytes(rest).map_err(|error| StoreError::Damaged(format!("{what}: {error}")))
        }
        Some((found, _)) if *found > format => Err(StoreError::Newer),
        _ => Err(StoreError::Damaged(format!("{what}: unknown format"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_as_it_was() {
        let packed = |text: &str| Place::Taken(Packed(text.as_bytes().into()));
        let page = Page { upto: 1_000_000, places: vec![packed("a"), Place::Empty, packed(""), Place::Removed(Id::from_u128(7))] };
        assert_eq!(Page::decode(&page.encode()), Ok(page));
    }

    #[test]
    fn damage_and_newer_formats_are_told_apart() {
        let mut bytes = Page::default().encode();
        bytes[0] = FORMAT + 1;
        assert_eq!(Page::decode(&bytes), Err(StoreError::Newer));
        assert!(matches!(Page::decode(&[]), Err(StoreError::Damaged(_))));
        assert!(matches!(Page::decode(&[FORMAT, 1, 255, 255, 3, 7]), Err(StoreError::Damaged(_))));
    }
}
