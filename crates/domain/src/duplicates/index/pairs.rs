//! All against all: every pair of records that may be the same.

use std::collections::BTreeSet;

use super::super::bands::{Band, Probability};
use super::super::compare::Prepared;
use super::super::packed::View;
use super::find::{Match, Scratch};
use super::{Index, Postings};
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
    found: Vec<(u32, u32, Match)>,
}

/// Who is certainly a third record is likely one with whoever else is (millionths).
const BY_A_THIRD: u32 = 700_000;
/// From here on a pair speaks for third ones.
const ALMOST_CERTAIN: Probability = Probability(900_000);
/// Records that are certainly one with a third, looked at for each.
const THIRDS: usize = 12;

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
                self.found.extend(index.judge(&prepared, packed, other).map(|found| (slot, other, found)));
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
        self.found.iter().map(|(slot, _, other)| Pair { id: index.records.id(*slot), other: *other })
    }

    /// The pairs, by ids, each once; those that somebody said to be `separate` (the lower id first) never come back.
    pub fn finish(mut self, index: &Index, separate: &BTreeSet<(Id, Id)>) -> Vec<Pair> {
        let may_be = |a: u32, b: u32| !separate.contains(&(index.records.id(a), index.records.id(b)));
        self.found.retain(|(a, b, _)| may_be(*a, *b));
        self.add_thirds(index, may_be);
        let mut pairs: Vec<Pair> = self.found.iter().map(|(slot, _, other)| Pair { id: index.records.id(*slot), other: *other }).collect();
        crate::order::sort_by(&mut pairs, |a, b| (a.id, a.other.id).cmp(&(b.id, b.other.id)));
        pairs
    }

    /// Two that are each certainly one with a third are likely one, unless something says that they are two.
    fn add_thirds(&mut self, index: &Index, may_be: impl Fn(u32, u32) -> bool) {
        let mut links: Vec<u64> = Vec::new();
        for (a, b, _) in self.found.iter().filter(|(_, _, found)| !found.score.half && found.score.probability >= ALMOST_CERTAIN) {
            links.extend([link(*a, *b), link(*b, *a)]);
        }
        let links = Postings::build(links);
        let mut wanted: Vec<u64> = Vec::new();
        for third in &self.order {
            let mut friends: Vec<u32> = Vec::new();
            links.each(*third, &mut |friend| {
                friends.push(friend);
                friends.len() < THIRDS
            });
            for (at, a) in friends.iter().enumerate() {
                for b in &friends[at + 1..] {
                    let in_order = index.records.id(*a) < index.records.id(*b);
                    wanted.push(if in_order { link(*a, *b) } else { link(*b, *a) });
                }
            }
        }
        wanted.sort_unstable();
        wanted.dedup();
        crate::order::sort_by(&mut self.found, |x, y| link(x.0, x.1).cmp(&link(y.0, y.1)));
        for pair in wanted {
            let (a, b) = ((pair >> 32) as u32, pair as u32);
            if !may_be(a, b) {
                continue;
            }
            match self.found.binary_search_by_key(&pair, |(a, b, _)| link(*a, *b)) {
                Ok(at) => raise(&mut self.found[at].2),
                Err(at) => {
                    let packed = index.records.packed(a);
                    let prepared = Prepared::new(View::read(packed), index);
                    let mut found = index.compare_with(&prepared, packed, b);
                    raise(&mut found);
                    if found.band() >= Band::Likely {
                        self.found.insert(at, (a, b, found));
                    }
                }
            }
        }
    }
}

fn link(a: u32, b: u32) -> u64 {
    u64::from(a) << 32 | u64::from(b)
}

fn raise(found: &mut Match) {
    if !found.score.vetoed {
        found.score.probability = found.score.probability.max(Probability(BY_A_THIRD));
    }
}
