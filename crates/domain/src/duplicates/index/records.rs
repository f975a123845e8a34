//! The packed subjects, each in a slot; a slot is used once until the index is built anew.

use crate::ids::Id;

#[derive(Clone, Debug, Default)]
pub struct Records {
    ids: Vec<Id>,
    /// Where each slot's bytes end in the arena.
    ends: Vec<u32>,
    /// One hash of each name, so that carriers of a number can be told apart.
    names: Vec<u16>,
    arena: Vec<u8>,
    /// One bit a slot: in use.
    used: Vec<u64>,
    /// Slots in the order of their ids, and what came later.
    order: Vec<u32>,
    fresh: Vec<(Id, u32)>,
    live: u32,
}

/// Later ones beside the ordered ones at most.
const FRESH: usize = 1024;

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
        self.arena.extend_from_slice(packed);
        self.ends.push(self.arena.len() as u32);
        if slot.is_multiple_of(64) {
            self.used.push(0);
        }
        self.used[slot as usize / 64] |= 1 << (slot % 64);
        self.live += 1;
        slot
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

    /// True when every slot is in use.
    pub fn is_whole(&self) -> bool {
        self.live == self.slots()
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
        let start = if slot == 0 { 0 } else { self.ends[slot - 1] as usize };
        &self.arena[start..self.ends[slot] as usize]
    }

    pub fn is_unsettled(&self) -> bool {
        self.fresh.len() > FRESH.max(self.order.len() / 8)
    }

    pub fn settle(&mut self) {
        self.order = self.in_order();
        self.fresh.clear();
    }

    /// Slots in use, in the order of their ids.
    pub fn in_order(&self) -> Vec<u32> {
        let mut slots: Vec<u32> = (0..self.slots()).filter(|slot| self.in_use(*slot)).collect();
        crate::order::sort_places(&mut slots, &mut |a, b| self.ids[a].cmp(&self.ids[b]));
        slots
    }

    pub fn bytes(&self) -> usize {
        self.ids.len() * 16 + self.ends.len() * 4 + self.names.len() * 2 + self.arena.len() + self.used.len() * 8 + self.order.len() * 4
    }
}
