//! How usual families are among the records: homes, and the different names at them.

/// Counters of records with a home, of distinct homes, and of distinct names at a home.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Homes {
    records: u32,
    homes: u32,
    names: u32,
}

/// Homes from which on they say something.
const ENOUGH: u32 = 500;

impl Homes {
    /// Of some records with a home, and of all others at those homes: its key, then the initials.
    pub fn count(&mut self, mut all: Vec<u64>) {
        self.records += all.len() as u32;
        crate::order::sort_numbers(&mut all);
        all.dedup();
        self.names += all.len() as u32;
        all.dedup_by_key(|home| *home >> 16);
        self.homes += all.len() as u32;
    }

    /// A record came to a home where `others` are (initials), or left it.
    pub fn change(&mut self, name: u16, others: &[u16], came: bool) {
        let (any, same) = (!others.is_empty(), others.contains(&name));
        let step = |count: &mut u32| *count = if came { *count + 1 } else { *count - 1 };
        step(&mut self.records);
        if !any {
            step(&mut self.homes);
        }
        if !same {
            step(&mut self.names);
        }
    }

    /// At most one home in a hundred has a second name; or most who share a home share the initials too, being one person
    /// several times.
    pub fn families_are_rare(&self) -> bool {
        let (further, sharing) = (self.names - self.homes, self.records - self.homes);
        self.homes >= ENOUGH && (further * 100 <= self.homes || sharing >= ENOUGH && further * 4 <= sharing)
    }
}
