//! Which records have a key: six bytes an entry, sorted, with what changed since beside them.

/// Keys are sorted into one bucket for each value of their upper half.
const BUCKETS: usize = 1 << 16;
/// Changes beside the sorted entries at most, or an eighth of these.
const FRESH: usize = 4096;
/// Latest ones beside those, which are looked through one by one.
const LATEST: usize = 128;

#[derive(Clone, Debug, Default)]
pub struct Postings {
    /// First entry of each bucket, and the end of the last; empty when there is no entry.
    starts: Vec<u32>,
    /// Lower half of each entry's key.
    low: Vec<u16>,
    slots: Vec<u32>,
    /// Sorted; a map would be code to fetch.
    fresh: Vec<u64>,
    latest: Vec<u64>,
}

fn entry(key: u32, slot: u32) -> u64 {
    u64::from(key) << 32 | u64::from(slot)
}

impl Postings {
    /// `entries` are keys (upper half) with slots, in any order.
    pub fn build(mut entries: Vec<u64>) -> Self {
        entries.sort_unstable();
        Self::from_sorted(&entries)
    }

    fn from_sorted(entries: &[u64]) -> Self {
        let mut starts = vec![0_u32; BUCKETS + 1];
        for entry in entries {
            starts[(entry >> 48) as usize + 1] += 1;
        }
        for at in 0..BUCKETS {
            starts[at + 1] += starts[at];
        }
        let low = entries.iter().map(|entry| (entry >> 32) as u16).collect();
        let slots = entries.iter().map(|entry| *entry as u32).collect();
        Self { starts, low, slots, ..Self::default() }
    }

    pub fn add(&mut self, key: u32, slot: u32) {
        self.latest.push(entry(key, slot));
        if self.latest.len() >= LATEST {
            self.put_together();
        }
    }

    /// The latest changes go among the fresh ones.
    fn put_together(&mut self) {
        self.latest.sort_unstable();
        let fresh = std::mem::take(&mut self.fresh);
        self.fresh.reserve(fresh.len() + self.latest.len());
        let mut latest = self.latest.drain(..).peekable();
        for old in fresh {
            while let Some(new) = latest.next_if(|new| *new < old) {
                self.fresh.push(new);
            }
            self.fresh.push(old);
        }
        self.fresh.extend(latest);
    }

    /// Takes an entry away if it is among the fresh ones; sorted ones stay until [`Postings::settle`].
    pub fn remove(&mut self, key: u32, slot: u32) {
        let gone = entry(key, slot);
        if let Ok(at) = self.fresh.binary_search(&gone) {
            self.fresh.remove(at);
        }
        self.latest.retain(|entry| *entry != gone);
    }

    pub fn is_unsettled(&self) -> bool {
        self.fresh.len() > FRESH.max(self.slots.len() / 8)
    }

    /// One sorted run of all entries whose slot is still in use.
    pub fn settle(&mut self, in_use: impl Fn(u32) -> bool) {
        self.put_together();
        let mut all = Vec::with_capacity(self.slots.len() + self.fresh.len());
        let mut fresh = self.fresh.iter().copied().peekable();
        for bucket in 0..self.starts.len().saturating_sub(1) {
            for at in self.starts[bucket] as usize..self.starts[bucket + 1] as usize {
                let old = entry((bucket as u32) << 16 | u32::from(self.low[at]), self.slots[at]);
                while let Some(new) = fresh.next_if(|new| *new < old) {
                    all.push(new);
                }
                if in_use(self.slots[at]) {
                    all.push(old);
                }
            }
        }
        all.extend(fresh);
        *self = Self::from_sorted(&all);
    }

    /// Sorted slots with a key, some of which may not be in use.
    fn settled(&self, key: u32) -> &[u32] {
        let bucket = (key >> 16) as usize;
        let (Some(start), Some(end)) = (self.starts.get(bucket), self.starts.get(bucket + 1)) else {
            return &[];
        };
        let (start, end) = (*start as usize, *end as usize);
        let low = &self.low[start..end];
        let first = low.partition_point(|low| *low < key as u16);
        let after = first + low[first..].partition_point(|low| *low == key as u16);
        &self.slots[start + first..start + after]
    }

    fn fresh_ones(&self, key: u32) -> &[u64] {
        let start = self.fresh.partition_point(|known| *known < entry(key, 0));
        let end = start + self.fresh[start..].partition_point(|known| *known <= entry(key, u32::MAX));
        &self.fresh[start..end]
    }

    /// All slots with a key, some of which may not be in use, until `go_on` says no.
    pub fn each(&self, key: u32, go_on: &mut dyn FnMut(u32) -> bool) {
        let fresh = [self.fresh_ones(key), &self.latest];
        if self.settled(key).iter().all(|slot| go_on(*slot)) {
            let _ = fresh.iter().all(|run| run.iter().all(|entry| (*entry >> 32) as u32 != key || go_on(*entry as u32)));
        }
    }

    /// How many slots have a key, in use or not.
    pub fn len(&self, key: u32) -> usize {
        let latest = self.latest.iter().filter(|entry| (**entry >> 32) as u32 == key);
        self.settled(key).len() + self.fresh_ones(key).len() + latest.count()
    }

    pub fn bytes(&self) -> usize {
        self.starts.len() * 4 + self.low.len() * 2 + self.slots.len() * 4 + (self.fresh.len() + LATEST) * 8
    }
}
