//! Which people and organizations share an e-mail, phone, domain or name with a record.

use std::hash::{BuildHasher, BuildHasherDefault};

use domain::duplicates::{Candidate, MatchKey, candidates, match_keys};
use domain::ids::Id;
use domain::records::{Kind, Record};
use rustc_hash::{FxHashMap, FxHasher};

use super::WorkingSet;

/// Candidates shown at most: more would not be looked at.
const LIMIT: usize = 5;
/// A key that so many share says nothing.
const TOO_COMMON: usize = 200;

#[derive(Debug, Default)]
pub struct MatchIndex {
    by_key: FxHashMap<u64, Vec<Id>>,
}

fn hash(key: &MatchKey) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(key)
}

fn keys(record: &Record) -> Vec<MatchKey> {
    if matches!(record.kind, Kind::Person | Kind::Organization) { match_keys(record, record.kind) } else { Vec::new() }
}

impl MatchIndex {
    pub fn add(&mut self, record: &Record) {
        for key in keys(record) {
            self.by_key.entry(hash(&key)).or_default().push(record.id);
        }
    }

    pub fn remove(&mut self, record: &Record) {
        for key in keys(record) {
            let key = hash(&key);
            if let Some(ids) = self.by_key.get_mut(&key) {
                ids.retain(|id| *id != record.id);
                if ids.is_empty() {
                    self.by_key.remove(&key);
                }
            }
        }
    }

    fn find(&self, key: &MatchKey) -> &[Id] {
        let ids = self.by_key.get(&hash(key)).map(Vec::as_slice).unwrap_or_default();
        if ids.len() > TOO_COMMON { &[] } else { ids }
    }
}

impl WorkingSet {
    /// R41: people or organizations that may be the same as `record`, best first.
    pub fn candidates(&self, record: &Record, kind: Kind) -> Vec<Candidate> {
        let keys = match_keys(record, kind);
        let mut found = candidates(&keys, |key| self.matches.find(key).to_vec());
        // A hash may mislead: what is shown must really share the key.
        found.retain(|candidate| {
            let theirs = self.get(candidate.id).map(|other| match_keys(&other, kind)).unwrap_or_default();
            candidate.id != record.id && theirs.iter().any(|key| keys.contains(key))
        });
        found.truncate(LIMIT);
        found
    }
}
