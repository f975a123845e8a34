//! How common words are among the records: what makes an agreement rare, and so worth points.

use super::bits::{Points, log2};
use super::hash::hash;
use super::packed::Word;

/// What is counted, once per record and word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Counted {
    First,
    Last,
    Company,
    Domain,
    PostalCode,
    City,
    Street,
    WholeCompany,
}

/// The counter of a word of a firm's name.
pub fn company_key(word: &Word) -> u32 {
    let (class, text) = word.key();
    hash(&[&[0x80 | Counted::Company as u8], &class, text])
}

impl Counted {
    pub fn key(self, word: &[u8]) -> u32 {
        hash(&[&[0x80 | self as u8], word])
    }
}

/// Counters of a set of records.
pub trait Statistics {
    /// Records there are.
    fn records(&self) -> u32;
    /// Records with the word of a [`Counted::key`].
    fn count(&self, key: u32) -> u32;
    /// How many differently named records have a key (`keys::email`, `keys::phone`); many means it is no one's own.
    fn carriers(&self, key: u32) -> u32;
    /// Hardly any two of one family are among the records, so that another first name at the same home is rather a wrong one.
    fn families_are_rare(&self) -> bool;
}

/// No records at all: two subjects by themselves.
pub struct Nobody;

impl Statistics for Nobody {
    fn records(&self) -> u32 {
        0
    }

    fn count(&self, _: u32) -> u32 {
        0
    }

    fn carriers(&self, _: u32) -> u32 {
        0
    }

    fn families_are_rare(&self) -> bool {
        false
    }
}

/// Records that are imagined beside those there are: the first hundred say little about how common a name is.
const IMAGINED: u32 = 500;

/// Points of an agreement on a word that `count` of `records` have.
pub fn rarity(records: u32, count: u32) -> Points {
    log2(records.saturating_add(IMAGINED)) - log2(count.max(1))
}

/// Points of two records being one before anything is known.
pub fn prior(records: u32) -> Points {
    -log2(records.saturating_add(IMAGINED)) - 5
}
