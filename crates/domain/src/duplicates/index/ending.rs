//! After all were compared with all: pairs that third records speak for.

use std::collections::BTreeSet;

use super::super::bands::{Band, Probability};
use super::super::compare::Prepared;
use super::super::packed::View;
use super::Index;
use super::find::Match;
use super::pairs::{Found, Pair, pairs};
use crate::ids::Id;

/// Who is certainly a third record is likely one with whoever else is (millionths).
const BY_A_THIRD: u32 = 700_000;
/// From here on a pair speaks for third ones.
const ALMOST_CERTAIN: Probability = Probability(900_000);
/// Records that are certainly one with a third, looked at for each.
const THIRDS: usize = 12;

/// Two that are each certainly one with a third are likely one, unless something says that they are two: looked for in slices of any
/// size when all were compared.
#[derive(Debug)]
pub struct Ending {
    order: Vec<u32>,
    at: usize,
    /// By the place of the first in `order`, then by the second.
    found: Vec<Found>,
    /// First of those not yet in `pairs`.
    from: usize,
    links: Links,
    separate: BTreeSet<(Id, Id)>,
    pairs: Vec<Pair>,
}

impl Ending {
    pub(super) fn new(index: &Index, order: Vec<u32>, found: Vec<Found>, separate: &BTreeSet<(Id, Id)>) -> Self {
        let speaks = |found: &Match| !found.score.half && found.score.probability >= ALMOST_CERTAIN;
        let links = Links::new(index.records.slots(), &|link| {
            found.iter().filter(|(_, _, found)| speaks(found)).for_each(|(a, b, _)| link(*a, *b));
        });
        Self { order, at: 0, found, from: 0, links, separate: separate.clone(), pairs: Vec::new() }
    }

    /// Does so for `many` more records; false when there are no more.
    pub fn step(&mut self, index: &Index, many: usize) -> bool {
        let end = self.order.len().min(self.at.saturating_add(many));
        for at in self.at..end {
            self.add_thirds(index, self.order[at]);
        }
        self.at = end;
        end < self.order.len()
    }

    /// The pairs found before, in no order.
    pub fn so_far(&self, index: &Index) -> impl Iterator<Item = Pair> {
        pairs(&self.found, index)
    }

    /// By ids, each once.
    pub fn pairs(self) -> Vec<Pair> {
        self.pairs
    }

    /// All pairs of a record with later ones.
    fn add_thirds(&mut self, index: &Index, slot: u32) {
        let end = self.from + self.found[self.from..].iter().take_while(|(a, _, _)| *a == slot).count();
        let own = self.from..end;
        self.from = end;
        let mut all: Vec<(u32, Match)> = self.found[own].iter().map(|(_, other, found)| (*other, *found)).collect();
        let (known, id) = (all.len(), index.records.id(slot));
        for other in self.wanted(index, slot) {
            match all[..known].binary_search_by_key(&other, |(known, _)| *known) {
                Ok(at) => raise(&mut all[at].1),
                Err(_) => {
                    let packed = index.records.packed(slot);
                    let mut found = index.compare_with(&Prepared::new(View::read(packed), index), packed, other, index);
                    raise(&mut found);
                    if found.band() >= Band::Likely {
                        all.push((other, found));
                    }
                }
            }
        }
        let start = self.pairs.len();
        self.pairs.extend(all.into_iter().map(|(_, other)| Pair { id, other }));
        if self.pairs.len() - start > 1 {
            let mut some = self.pairs.split_off(start);
            crate::order::sort_by(&mut some, |a, b| a.other.id.cmp(&b.other.id));
            self.pairs.extend(some);
        }
    }

    /// Later records that a third one speaks for, ascending.
    fn wanted(&self, index: &Index, slot: u32) -> Vec<u32> {
        let id = index.records.id(slot);
        let mut wanted: Vec<u64> = Vec::new();
        for third in self.links.of(slot) {
            let friends = self.links.of(*third);
            let friends = &friends[..friends.len().min(THIRDS)];
            if friends.contains(&slot) {
                wanted.extend(friends.iter().filter(|other| index.records.id(**other) > id).map(|other| u64::from(*other)));
            }
        }
        crate::order::sort_numbers(&mut wanted);
        wanted.dedup();
        let separate = |other: &u32| self.separate.contains(&(id, index.records.id(*other)));
        wanted.into_iter().map(|other| other as u32).filter(|other| !separate(other)).collect()
    }
}

/// Who is linked with whom: of each slot the others, ascending.
#[derive(Debug)]
struct Links {
    /// Where each slot's others end.
    ends: Vec<u32>,
    others: Vec<u32>,
}

/// Tells each link.
type Each<'a> = dyn Fn(&mut dyn FnMut(u32, u32)) + 'a;

impl Links {
    /// Each pair is told once.
    fn new(slots: u32, each: &Each) -> Self {
        let unsorted = Self::in_turn(slots, &|link| {
            each(&mut |a, b| {
                link(a, b);
                link(b, a);
            });
        });
        Self::in_turn(slots, &|link| (0..slots).for_each(|slot| unsorted.of(slot).iter().for_each(|other| link(*other, slot))))
    }

    /// Each slot's others in the order in which `each` tells them; it is asked twice.
    fn in_turn(slots: u32, each: &Each) -> Self {
        let mut ends = vec![0_u32; slots as usize + 1];
        each(&mut |slot, _| ends[slot as usize + 1] += 1);
        for at in 1..ends.len() {
            ends[at] += ends[at - 1];
        }
        let mut others = vec![0; ends[slots as usize] as usize];
        each(&mut |slot, other| {
            let end = &mut ends[slot as usize];
            others[*end as usize] = other;
            *end += 1;
        });
        Self { ends, others }
    }

    fn of(&self, slot: u32) -> &[u32] {
        let slot = slot as usize;
        let start = if slot == 0 { 0 } else { self.ends[slot - 1] as usize };
        &self.others[start..self.ends[slot] as usize]
    }
}

fn raise(found: &mut Match) {
    if !found.score.vetoed {
        found.score.probability = found.score.probability.max(Probability(BY_A_THIRD));
    }
}
