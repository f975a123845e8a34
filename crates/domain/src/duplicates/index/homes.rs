//! How usual families are among the records: homes, and the different names at them.

/// Counters of distinct homes and of distinct names at a home.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Homes {
    pub homes: u32,
    pub names: u32,
}

impl Homes {
    /// Of every record with a home: its key and the hash of its name.
    pub fn count(mut all: Vec<(u32, u16)>) -> Self {
        all.sort_unstable();
        all.dedup();
        let names = all.len() as u32;
        all.dedup_by_key(|(home, _)| *home);
        Self { homes: all.len() as u32, names }
    }

    /// A record came to a home where `others` are (hashes of names), or left it.
    pub fn change(&mut self, name: u16, others: impl Iterator<Item = u16>, came: bool) {
        let (mut any, mut same) = (false, false);
        for other in others {
            any = true;
            same |= other == name;
        }
        let step = |count: &mut u32| *count = if came { *count + 1 } else { *count - 1 };
        if !any {
            step(&mut self.homes);
        }
        if !same {
            step(&mut self.names);
        }
    }

    /// Further names per thousand homes; families are taken for usual as long as few homes are known.
    pub fn families(&self) -> u32 {
        if self.homes < 500 { 1_000 } else { (self.names - self.homes).saturating_mul(1_000) / self.homes }
    }
}
