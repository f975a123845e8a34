//! All against all: every pair of records that may be the same.

use std::collections::BTreeSet;

use super::super::compare::Prepared;
use super::super::packed::View;
use super::Index;
use super::ending::Ending;
use super::find::{Match, Scratch};
use crate::ids::Id;

/// Two records that may be the same, the lower id first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub id: Id,
    pub other: Match,
}

/// A search for all pairs, in slices of any size.
#[derive(Debug)]
pub struct PairSearch {
    order: Vec<u32>,
    at: usize,
    scratch: Scratch,
    found: Vec<Found>,
}

/// Two slots that may be the same: the one with the lower id first.
pub(super) type Found = (u32, u32, Match);

pub(super) fn pairs(found: &[Found], index: &Index) -> impl Iterator<Item = Pair> {
    found.iter().map(|(slot, _, other)| Pair { id: index.records.id(*slot), other: *other })
}

impl PairSearch {
    pub fn new(index: &Index) -> Self {
        Self { order: index.records.in_order(), at: 0, scratch: Scratch::default(), found: Vec::new() }
    }

    /// Compares `many` more records with all others; false when there are no more. The index must be the same each time.
    pub fn step(&mut self, index: &Index, many: usize) -> bool {
        for _ in 0..many {
            let Some(slot) = self.order.get(self.at).copied() else {
                return false;
            };
            self.at += 1;
            let (id, packed) = (index.records.id(slot), index.records.packed(slot));
            let view = View::read(packed);
            index.candidates(&view, &mut self.scratch);
            let prepared = Prepared::new(view, index);
            for other in self.scratch.slots.iter().copied().filter(|other| index.records.id(*other) > id) {
                self.found.extend(index.judge(&prepared, packed, other, index).map(|found| (slot, other, found)));
            }
        }
        self.at < self.order.len()
    }

    /// Records compared with all others so far.
    pub fn done(&self) -> usize {
        self.at
    }

    /// The pairs found so far, in no order.
    pub fn so_far(&self, index: &Index) -> impl Iterator<Item = Pair> {
        pairs(&self.found, index)
    }

    /// What is left to do after the last comparison. Pairs that somebody said to be `separate` (the lower id first) never come back.
    pub fn ending(mut self, index: &Index, separate: &BTreeSet<(Id, Id)>) -> Ending {
        self.found.retain(|(a, b, _)| !separate.contains(&(index.records.id(*a), index.records.id(*b))));
        Ending::new(index, self.order, self.found, separate)
    }

    /// The pairs, by ids, each once: all of [`PairSearch::ending`] at once.
    pub fn finish(self, index: &Index, separate: &BTreeSet<(Id, Id)>) -> Vec<Pair> {
        let mut ending = self.ending(index, separate);
        while ending.step(index, usize::MAX) {}
        ending.pairs()
    }
}
