//! How many records have a word: a counter for each word by its hash.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Keys are hashes already.
#[derive(Default)]
pub struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0 << 8 | u64::from(*byte));
    }

    fn write_u32(&mut self, hash: u32) {
        self.0 = u64::from(hash) << 32 | u64::from(hash);
    }
}

#[derive(Clone, Debug, Default)]
pub struct Counts(HashMap<u32, u32, BuildHasherDefault<Hashed>>);

impl Counts {
    pub fn get(&self, key: u32) -> u32 {
        self.0.get(&key).copied().unwrap_or_default()
    }

    pub fn add(&mut self, key: u32) {
        *self.0.entry(key).or_default() += 1;
    }

    pub fn remove(&mut self, key: u32) {
        if let Some(count) = self.0.get_mut(&key) {
            *count -= 1;
            if *count == 0 {
                self.0.remove(&key);
            }
        }
    }

    pub fn bytes(&self) -> usize {
        self.0.capacity() * 9
    }
}
