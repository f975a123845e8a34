//! The index as bytes: the packed subjects in the order of their ids; all else is computed again.

use super::super::Population;
use super::super::lexica::lexica;
use super::{Building, Index};
use crate::ids::Id;

/// Changes with what is packed, keyed or counted.
const SCHEMA: u32 = 2;
const MAGIC: &[u8; 4] = b"kdup";
/// Magic, schema, lexica, population, records.
const HEADER: usize = 4 + 4 + 4 + 1 + 4;

/// A snapshot of another time, or none at all: build the index from the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no snapshot of this version")]
pub struct Unreadable;

impl Index {
    /// Stamped with schema and lexica. Two indexes with the same records give the same bytes.
    pub fn snapshot(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(HEADER + self.records.bytes());
        out.extend_from_slice(MAGIC);
        out.extend_from_slice(&SCHEMA.to_le_bytes());
        out.extend_from_slice(&lexica().version.to_le_bytes());
        out.push(self.population as u8);
        out.extend_from_slice(&self.records.len().to_le_bytes());
        for slot in self.records.in_order() {
            let packed = self.records.packed(slot);
            out.extend_from_slice(&self.records.id(slot).as_u128().to_be_bytes());
            out.extend_from_slice(&(packed.len() as u16).to_le_bytes());
            out.extend_from_slice(packed);
        }
        out
    }

    pub fn load(bytes: &[u8]) -> Result<Self, Unreadable> {
        let mut loading = Loading::start(bytes)?;
        while loading.step(bytes, usize::MAX)? {}
        Ok(loading.finish())
    }
}

/// A snapshot being read, so many records at a time.
#[derive(Debug)]
pub struct Loading {
    building: Building,
    at: usize,
    left: u32,
}

impl Loading {
    pub fn start(bytes: &[u8]) -> Result<Self, Unreadable> {
        let header = bytes.get(..HEADER).ok_or(Unreadable)?;
        let word = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
        if header[..4] != *MAGIC || word(4) != SCHEMA || word(8) != lexica().version {
            return Err(Unreadable);
        }
        let population = match header[12] {
            0 => Population::Persons,
            1 => Population::Organizations,
            _ => return Err(Unreadable),
        };
        Ok(Self { building: Building::new(population), at: HEADER, left: word(13) })
    }

    /// Up to `many` more records; false when all are read.
    pub fn step(&mut self, bytes: &[u8], many: usize) -> Result<bool, Unreadable> {
        for _ in 0..many {
            if self.left == 0 {
                return Ok(false);
            }
            let head = bytes.get(self.at..self.at + 18).ok_or(Unreadable)?;
            let id = head[..16].iter().fold(0, |bits: u128, byte| bits << 8 | u128::from(*byte));
            let len = usize::from(u16::from_le_bytes([head[16], head[17]]));
            let start = self.at + 18;
            let packed = bytes.get(start..start + len).ok_or(Unreadable)?;
            self.building.add_packed(Id::from_u128(id), packed);
            self.at = start + len;
            self.left -= 1;
        }
        Ok(self.left > 0)
    }

    pub fn finish(self) -> Index {
        self.building.finish()
    }
}
