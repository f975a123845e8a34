//! The packed subjects, each in a slot; a slot is used once until the index is built anew.

use std::rc::Rc;

use crate::ids::Id;

#[derive(Clone, Debug, Default)]
pub struct Records {
    ids: Vec<Id>,
    /// Where each slot's bytes end: the number of their block, then the place in it.
    ends: Vec<u32>,
    /// One hash of each name, so that carriers of a number can be told apart.
    names: Vec<u16>,
    /// One after the other, each whole in its block. A copy shares all blocks but the one that grows.
    blocks: Vec<Rc<Vec<u8>>>,
    /// One bit a slot: in use.
    used: Vec<u64>,
    /// Slots in the order of their ids, and what came later.
    order: Vec<u32>,
    fresh: Vec<(Id, u32)>,
    live: u32,
}

/// Later ones beside the ordered ones at most.
const FRESH: usize = 1024;
/// Bytes of a block are fewer. A packed subject has at most a quarter of them.
const BLOCK: usize = 1 << 18;
/// Slots sorted at once.
const RUN: usize = 4096;

/// How far [`Records::sort_some`] is.
#[derive(Debug)]
pub struct Sorting {
    width: usize,
    at: usize,
}

impl Default for Sorting {
    fn default() -> Self {
        Self { width: RUN, at: 0 }
    }
}

impl Records {
    pub fn len(&self) -> u32 {
        self.live
    }

    /// Slots there are, used or not.
    pub fn slots(&self) -> u32 {
        self.ids.len() as u32
    }

    /// As [`Records::append`], and it is found at once.
    pub fn insert(&mut self, id: Id, name: u16, packed: &[u8]) -> u32 {
        let slot = self.append(id, name, packed);
        let at = self.fresh.partition_point(|(known, _)| *known < id);
        self.fresh.insert(at, (id, slot));
        slot
    }

    /// One more record, to be found by its id after [`Records::settle`].
    pub fn append(&mut self, id: Id, name: u16, packed: &[u8]) -> u32 {
        let slot = self.slots();
        self.ids.push(id);
        self.names.push(name);
        self.append_packed(packed);
        if slot.is_multiple_of(64) {
            self.used.push(0);
        }
        self.used[slot as usize / 64] |= 1 << (slot % 64);
        self.live += 1;
        slot
    }

    fn append_packed(&mut self, packed: &[u8]) {
        if self.blocks.last().is_none_or(|block| block.len() + packed.len() >= BLOCK) {
            self.blocks.push(Rc::default());
        }
        let number = self.blocks.len() - 1;
        let block = Rc::make_mut(&mut self.blocks[number]);
        block.extend_from_slice(packed);
        self.ends.push((number * BLOCK + block.len()) as u32);
    }

    /// Takes a record's slot out of use.
    pub fn remove(&mut self, slot: u32) {
        self.used[slot as usize / 64] &= !(1 << (slot % 64));
        self.fresh.retain(|(_, fresh)| *fresh != slot);
        self.live -= 1;
    }

    pub fn in_use(&self, slot: u32) -> bool {
        self.used[slot as usize / 64] & 1 << (slot % 64) != 0
    }

    /// Slots that are not in use any more.
    pub fn gone(&self) -> usize {
        (self.slots() - self.live) as usize
    }

    pub fn find(&self, id: Id) -> Option<u32> {
        if let Ok(at) = self.fresh.binary_search_by_key(&id, |(known, _)| *known) {
            return Some(self.fresh[at].1);
        }
        let at = self.order.partition_point(|slot| self.ids[*slot as usize] < id);
        // An id may have had several slots; at most one is in use.
        self.order[at..].iter().copied().take_while(|slot| self.ids[*slot as usize] == id).find(|slot| self.in_use(*slot))
    }

    pub fn id(&self, slot: u32) -> Id {
        self.ids[slot as usize]
    }

    pub fn name(&self, slot: u32) -> u16 {
        self.names[slot as usize]
    }

    pub fn packed(&self, slot: u32) -> &[u8] {
        let slot = slot as usize;
        let end = self.ends[slot] as usize;
        let before = if slot == 0 { 0 } else { self.ends[slot - 1] as usize };
        let start = if before / BLOCK == end / BLOCK { before % BLOCK } else { 0 };
        &self.blocks[end / BLOCK][start..end % BLOCK]
    }

    pub fn is_unsettled(&self) -> bool {
        self.fresh.len() > FRESH.max(self.order.len() / 8)
    }

    pub fn settle(&mut self) {
        self.order = self.in_order();
        self.fresh.clear();
    }

    /// Puts all slots in the order of their ids, a little at a time: runs at first, then two of them together. False when all are.
    pub fn sort_some(&mut self, sorting: &mut Sorting) -> bool {
        let all = self.slots() as usize;
        if sorting.at == 0 && sorting.width == RUN {
            self.order = (0..self.slots()).collect();
        }
        let end = all.min(sorting.at + sorting.width);
        self.sort(sorting.at, end);
        sorting.at = end;
        if end == all {
            let is_over = sorting.width >= all;
            *sorting = Sorting { width: sorting.width * 2, at: 0 };
            return !is_over;
        }
        true
    }

    /// What is sorted already is only put together: the sort of the standard library looks for runs.
    fn sort(&mut self, start: usize, end: usize) {
        let Self { order, ids, .. } = self;
        crate::order::sort_places(&mut order[start..end], &mut |a, b| (ids[a], a).cmp(&(ids[b], b)));
    }

    /// Slots in use, in the order of their ids.
    pub fn in_order(&self) -> Vec<u32> {
        let fresh = self.fresh.iter().map(|(_, slot)| *slot);
        let mut slots: Vec<u32> = self.order.iter().copied().filter(|slot| self.in_use(*slot)).chain(fresh).collect();
        crate::order::sort_places(&mut slots, &mut |a, b| self.ids[a].cmp(&self.ids[b]));
        slots
    }

    pub fn bytes(&self) -> usize {
        self.ids.len() * 16
            + self.ends.len() * 4
            + self.names.len() * 2
            + self.blocks.iter().map(|block| block.len()).sum::<usize>()
            + self.used.len() * 8
            + self.order.len() * 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_found_whatever_the_order_they_came_in() {
        for all in [0_u32, 1, 100, 4_096, 4_097, 10_000, 16_384] {
            let (mut records, mut sorting, mut steps) = (Records::default(), Sorting::default(), 1);
            // Each number once, in disorder.
            let id = |at: u32| Id::from_u128(u128::from(at.wrapping_mul(2_654_435_761)));
            for at in 0..all {
                records.append(id(at), 0, &at.to_le_bytes()[..1 + at as usize % 4]);
            }
            while records.sort_some(&mut sorting) {
                steps += 1;
            }
            assert_eq!(steps > 1, all > 4_096);
            for at in 0..all {
                assert_eq!(records.find(id(at)), Some(at));
                assert_eq!(records.packed(at), &at.to_le_bytes()[..1 + at as usize % 4]);
            }
            assert!(records.in_order().is_sorted_by_key(|slot| records.id(*slot)));
            assert_eq!((records.find(id(all)), records.in_order().len()), (None, all as usize));
        }
    }

    #[test]
    fn what_comes_after_blocks_is_read_as_it_came() {
        let mut records = Records::default();
        let text = |at: u32| vec![at as u8; 1 + at as usize * 7_919 % 60_000];
        (0..40).for_each(|at| {
            records.insert(Id::from_u128(u128::from(at)), 0, &text(at));
        });
        assert!(records.blocks.len() > 3);
        let copy = records.clone();
        records.insert(Id::from_u128(40), 0, b"later");
        (0..40).for_each(|at| assert_eq!((records.packed(at), copy.packed(at)), (&text(at)[..], &text(at)[..])));
        assert_eq!((records.packed(40), copy.slots()), (&b"later"[..], 40));
    }
}
