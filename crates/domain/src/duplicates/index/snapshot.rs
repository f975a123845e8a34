//! The index as bytes: the packed subjects in the order of their ids; all else is computed again. In blocks, so that neither writing nor
//! reading one takes long.

use super::super::Population;
use super::super::lexica::lexica;
use super::{Building, Index};
use crate::ids::Id;

/// Changes with what is packed.
pub const SCHEMA: u32 = 2;
const MAGIC: &[u8; 4] = b"kdup";
/// Magic, schema, lexica, population, records.
const HEADER: usize = 4 + 4 + 4 + 1 + 4;
/// Of a record: id and length.
const MARK: usize = 16 + 2;

/// A snapshot of another time, or none at all: build the index from the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no snapshot of this version")]
pub struct Unreadable;

/// A snapshot being made, a block at a time. The index must be the same each time.
#[derive(Debug)]
pub struct Saving {
    order: Vec<u32>,
    at: usize,
}

impl Saving {
    pub fn new(index: &Index) -> Self {
        Self { order: index.records.in_order(), at: 0 }
    }

    /// The next block, of about so many bytes; none after the last. Two indexes with the same records give the same blocks.
    pub fn block(&mut self, index: &Index, bytes: usize) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        if self.at == 0 {
            out.extend_from_slice(MAGIC);
            out.extend_from_slice(&SCHEMA.to_le_bytes());
            out.extend_from_slice(&lexica().version.to_le_bytes());
            out.push(index.population as u8);
            out.extend_from_slice(&index.records.len().to_le_bytes());
        } else if self.at >= self.order.len() {
            return None;
        }
        for slot in &self.order[self.at..] {
            let packed = index.records.packed(*slot);
            out.extend_from_slice(&index.records.id(*slot).as_u128().to_be_bytes());
            out.extend_from_slice(&(packed.len() as u16).to_le_bytes());
            out.extend_from_slice(packed);
            self.at += 1;
            if out.len() >= bytes {
                break;
            }
        }
        // The one block of an index without records.
        self.at = self.at.max(1);
        Some(out)
    }
}

impl Index {
    /// All blocks in one.
    pub fn snapshot(&self) -> Vec<u8> {
        Saving::new(self).block(self, usize::MAX).unwrap_or_default()
    }

    pub fn load(bytes: &[u8]) -> Result<Self, Unreadable> {
        let mut loading = Loading::start(bytes)?;
        while loading.step(bytes, usize::MAX)? {}
        loading.finish()
    }
}

/// A snapshot being read, so many records at a time.
#[derive(Debug)]
pub struct Loading {
    building: Building,
    /// In the block that is being read.
    at: usize,
    left: u32,
}

impl Loading {
    /// With the first block.
    pub fn start(block: &[u8]) -> Result<Self, Unreadable> {
        let header = block.get(..HEADER).ok_or(Unreadable)?;
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

    /// Up to `many` more records of a block; false when all of it is read, and the next one is due.
    pub fn step(&mut self, block: &[u8], many: usize) -> Result<bool, Unreadable> {
        for _ in 0..many {
            if self.at == block.len() {
                self.at = 0;
                return Ok(false);
            }
            let mark = block.get(self.at..self.at + MARK).ok_or(Unreadable)?;
            let id = mark[..16].iter().fold(0, |bits: u128, byte| bits << 8 | u128::from(*byte));
            let start = self.at + MARK;
            self.at = start + usize::from(u16::from_le_bytes([mark[16], mark[17]]));
            let packed = block.get(start..self.at).ok_or(Unreadable)?;
            self.left = self.left.checked_sub(1).ok_or(Unreadable)?;
            self.building.add_packed(Id::from_u128(id), packed);
        }
        Ok(true)
    }

    /// As [`Building::step`], after the last record.
    pub fn settle(&mut self) -> bool {
        self.building.step()
    }

    pub fn finish(self) -> Result<Index, Unreadable> {
        if self.left == 0 { Ok(self.building.finish()) } else { Err(Unreadable) }
    }
}
