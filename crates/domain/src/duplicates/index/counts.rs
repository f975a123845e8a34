//! How many records have a word: a counter for each word by its hash.

/// Tables, by the first six bits of a key: no change ever waits for more than one of them to grow.
const TABLES: usize = 1 << 6;

/// Empty before the first key.
#[derive(Clone, Debug, Default)]
pub struct Counts(Vec<Table>);

impl Counts {
    pub fn get(&self, key: u32) -> u32 {
        self.0.get(table_of(key)).map_or(0, |table| table.get(key.max(1)))
    }

    pub fn add(&mut self, key: u32) {
        if self.0.is_empty() {
            self.0.resize_with(TABLES, Table::default);
        }
        self.0[table_of(key)].add(key.max(1));
    }

    pub fn remove(&mut self, key: u32) {
        if let Some(table) = self.0.get_mut(table_of(key)) {
            table.remove(key.max(1));
        }
    }

    pub fn bytes(&self) -> usize {
        self.0.iter().map(|table| table.places.len() * 8).sum()
    }
}

fn table_of(key: u32) -> usize {
    key as usize >> 26
}

/// Each key at the first free place from where its hash says; never more than three quarters full. A map of the standard library
/// would be code to fetch. The key 0 is counted with 1: 0 is a free place.
#[derive(Clone, Debug, Default)]
struct Table {
    /// Key, then how many; 0 of a key that is gone keeps its place.
    places: Vec<(u32, u32)>,
    /// Places that a key has, gone or not.
    taken: usize,
}

/// Places in a table at first.
const FEW: usize = 16;

impl Table {
    /// Where a key is, or would be.
    fn place(&self, key: u32) -> usize {
        let last = self.places.len() - 1;
        let mut at = key as usize & last;
        while self.places[at] != (0, 0) && self.places[at].0 != key {
            at = (at + 1) & last;
        }
        at
    }

    fn get(&self, key: u32) -> u32 {
        if self.places.is_empty() { 0 } else { self.places[self.place(key)].1 }
    }

    fn add(&mut self, key: u32) {
        if (self.taken + 1) * 4 > self.places.len() * 3 {
            self.grow();
        }
        let at = self.place(key);
        self.taken += usize::from(self.places[at] == (0, 0));
        self.places[at] = (key, self.places[at].1 + 1);
    }

    fn remove(&mut self, key: u32) {
        if self.get(key) > 0 {
            let at = self.place(key);
            self.places[at].1 -= 1;
        }
    }

    fn grow(&mut self) {
        let old = std::mem::take(&mut self.places);
        let counted = old.iter().filter(|(_, count)| *count > 0);
        self.taken = counted.clone().count();
        self.places = vec![(0, 0); ((self.taken + 1) * 2).next_power_of_two().max(FEW)];
        for (key, count) in counted {
            let at = self.place(*key);
            self.places[at] = (*key, *count);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_counts_what_came_and_went() {
        let mut counts = Counts::default();
        for round in 1..=3 {
            for key in 0..1_000_u32 {
                counts.add(key.wrapping_mul(2_654_435_761));
                assert_eq!(counts.get(key.wrapping_mul(2_654_435_761)), round);
            }
        }
        for key in 0..1_000_u32 {
            for left in [2, 1, 0, 0] {
                counts.remove(key.wrapping_mul(2_654_435_761));
                assert_eq!(counts.get(key.wrapping_mul(2_654_435_761)), left);
            }
        }
        counts.add(0);
        assert_eq!((counts.get(1), counts.get(7), Counts::default().get(7)), (1, 0, 0));
    }
}
