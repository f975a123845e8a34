//! Which records have a key: six bytes an entry, sorted in many parts, each with what changed since beside it. What is put in order at a
//! time is one part, so that nothing ever waits for all of them.

use std::rc::Rc;

/// Parts, by the first ten bits of a key.
pub const PARTS: usize = 1 << 10;
/// A part has one bucket for each value of the next six bits.
const BUCKETS: usize = 1 << 6;
/// Changes beside the sorted entries of a part, which are looked through one by one.
const FRESH: usize = 128;

/// Empty before the first entry. A copy shares its parts until one of the two changes them.
#[derive(Clone, Debug, Default)]
pub struct Postings(Vec<Rc<Part>>);

#[derive(Clone, Debug, Default)]
struct Part {
    /// First entry of each bucket, and the end of the last; empty when nothing is sorted.
    starts: Vec<u32>,
    /// Lower half of each entry's key.
    low: Vec<u16>,
    slots: Vec<u32>,
    fresh: Vec<u64>,
}

fn entry(key: u32, slot: u32) -> u64 {
    u64::from(key) << 32 | u64::from(slot)
}

fn part_of(key: u32) -> usize {
    key as usize >> 22
}

fn bucket_of(key: u32) -> usize {
    key as usize >> 16 & (BUCKETS - 1)
}

impl Part {
    /// One sorted run of all entries whose slot is still in use. The part has the keys that begin with `number`.
    fn settle(&mut self, number: usize, in_use: &dyn Fn(u32) -> bool) {
        let mut fresh = std::mem::take(&mut self.fresh);
        crate::order::sort_numbers(&mut fresh);
        let old = std::mem::take(self);
        let most = old.slots.len() + fresh.len();
        (self.starts, self.low, self.slots) = (vec![0; BUCKETS + 1], Vec::with_capacity(most), Vec::with_capacity(most));
        let mut fresh = fresh.into_iter().peekable();
        for bucket in 0..old.starts.len().saturating_sub(1) {
            let first = ((number * BUCKETS + bucket) as u32) << 16;
            for at in old.starts[bucket] as usize..old.starts[bucket + 1] as usize {
                let known = entry(first | u32::from(old.low[at]), old.slots[at]);
                while let Some(new) = fresh.next_if(|new| *new < known) {
                    self.push(new);
                }
                if in_use(old.slots[at]) {
                    self.push(known);
                }
            }
        }
        fresh.for_each(|new| self.push(new));
        for bucket in 0..BUCKETS {
            self.starts[bucket + 1] += self.starts[bucket];
        }
    }

    /// At the end; its bucket's entries are counted behind it.
    fn push(&mut self, entry: u64) {
        let key = (entry >> 32) as u32;
        self.starts[bucket_of(key) + 1] += 1;
        self.low.push(key as u16);
        self.slots.push(entry as u32);
    }

    /// Sorted slots with a key, some of which may not be in use.
    fn settled(&self, key: u32) -> &[u32] {
        if self.starts.is_empty() {
            return &[];
        }
        let (start, end) = (self.starts[bucket_of(key)] as usize, self.starts[bucket_of(key) + 1] as usize);
        let low = &self.low[start..end];
        let first = low.partition_point(|low| *low < key as u16);
        let after = first + low[first..].partition_point(|low| *low == key as u16);
        &self.slots[start + first..start + after]
    }
}

impl Postings {
    /// One more entry, to be put in order by [`Postings::settle`].
    pub fn append(&mut self, key: u32, slot: u32) {
        if self.0.is_empty() {
            self.0.resize_with(PARTS, Rc::default);
        }
        Rc::make_mut(&mut self.0[part_of(key)]).fresh.push(entry(key, slot));
    }

    /// One more entry; its part is put in order when it has many that are not.
    pub fn add(&mut self, key: u32, slot: u32, in_use: &dyn Fn(u32) -> bool) {
        self.append(key, slot);
        let part = &mut self.0[part_of(key)];
        if part.fresh.len() > FRESH {
            Rc::make_mut(part).settle(part_of(key), in_use);
        }
    }

    /// Takes an entry away if it is among the fresh ones; a sorted one stays until its part is put in order again.
    pub fn remove(&mut self, key: u32, slot: u32) {
        if let Some(part) = self.0.get_mut(part_of(key)).filter(|part| part.fresh.contains(&entry(key, slot))) {
            Rc::make_mut(part).fresh.retain(|fresh| *fresh != entry(key, slot));
        }
    }

    /// Puts a part in order.
    pub fn settle(&mut self, number: usize, in_use: &dyn Fn(u32) -> bool) {
        if let Some(part) = self.0.get_mut(number).filter(|part| !part.fresh.is_empty()) {
            Rc::make_mut(part).settle(number, in_use);
        }
    }

    /// All slots with a key, some of which may not be in use, until `go_on` says no.
    pub fn each(&self, key: u32, go_on: &mut dyn FnMut(u32) -> bool) {
        let Some(part) = self.0.get(part_of(key)) else { return };
        if part.settled(key).iter().all(|slot| go_on(*slot)) {
            let _ = part.fresh.iter().all(|entry| (*entry >> 32) as u32 != key || go_on(*entry as u32));
        }
    }

    /// How many slots have a key, in use or not.
    pub fn len(&self, key: u32) -> usize {
        let Some(part) = self.0.get(part_of(key)) else { return 0 };
        part.settled(key).len() + part.fresh.iter().filter(|entry| (**entry >> 32) as u32 == key).count()
    }

    pub fn bytes(&self) -> usize {
        let of =
            |part: &Rc<Part>| size_of::<Part>() + part.starts.len() * 4 + part.low.len() * 2 + part.slots.len() * 4 + part.fresh.len() * 8;
        self.0.iter().map(of).sum()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn slots(postings: &Postings, key: u32, gone: &BTreeSet<u32>) -> Vec<u32> {
        let mut found = Vec::new();
        postings.each(key, &mut |slot| {
            found.push(slot);
            true
        });
        assert_eq!(postings.len(key), found.len());
        found.retain(|slot| !gone.contains(slot));
        found.sort_unstable();
        found
    }

    #[test]
    fn it_has_what_came_and_did_not_go_however_often_parts_are_put_in_order() {
        // Neighbours in a bucket, in a part, and far apart.
        let keys = [0, 1, 7 << 16, 7 << 16 | 5, 63 << 16, 1 << 22, 0x8000_0001, u32::MAX];
        let (mut postings, mut gone) = (Postings::default(), BTreeSet::new());
        let expected = |key: usize, to: u32, gone: &BTreeSet<u32>| -> Vec<u32> {
            (0..to).filter(|slot| *slot as usize % keys.len() <= key && !gone.contains(slot)).collect()
        };
        for slot in 0..1_000_u32 {
            let own = &keys[slot as usize % keys.len()..];
            own.iter().for_each(|key| postings.add(*key, slot, &|slot| !gone.contains(&slot)));
            if slot % 5 == 4 {
                let leaves = slot - 3;
                keys[leaves as usize % keys.len()..].iter().for_each(|key| postings.remove(*key, leaves));
                gone.insert(leaves);
            }
            if slot % 50 == 0 {
                (0..keys.len()).for_each(|key| assert_eq!(slots(&postings, keys[key], &gone), expected(key, slot + 1, &gone)));
            }
        }
        (0..PARTS).for_each(|part| postings.settle(part, &|slot| !gone.contains(&slot)));
        (0..keys.len()).for_each(|key| assert_eq!(slots(&postings, keys[key], &gone), expected(key, 1_000, &gone)));
        assert_eq!(postings.len(keys[0]), expected(0, 1_000, &gone).len(), "what went is gone for good");
        assert!(slots(&postings, 12_345, &gone).is_empty());
    }
}
