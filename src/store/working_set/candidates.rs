//! Which people and organizations share an e-mail, phone, domain or name with a record.

use std::hash::{BuildHasher, BuildHasherDefault};

use domain::duplicates::{Candidate, MatchKey, candidates, match_keys};
use domain::ids::Id;
use domain::order::sort_by_key;
use domain::records::{Field, Kind, Record};
use domain::stamp::Millis;
use domain::values::DealStatus;
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

/// When a note was written or an activity took place; none while it lies ahead.
fn past(record: &Record) -> Option<Millis> {
    (record.kind == Kind::Note || record.has(Field::DoneAt)).then(|| WorkingSet::happened_at(record))
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

/// What tells a candidate from another: never an id (B4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Acquaintance {
    /// People of an organization.
    pub people: usize,
    pub open_deals: usize,
    pub won_deals: usize,
    /// When something last happened with it.
    pub last: Option<Millis>,
}

impl WorkingSet {
    /// Who a person or an organization is to us.
    pub fn acquaintance(&self, id: Id) -> Acquaintance {
        let mut known = Acquaintance::default();
        for linked in self.links.to(id) {
            match self.places.get(linked).map(|(kind, _)| *kind) {
                Some(Kind::Person) => known.people += 1,
                Some(Kind::Deal) => match self.get(*linked).and_then(|deal| deal.code(Field::DealStatus)) {
                    Some(DealStatus::Won) => known.won_deals += 1,
                    Some(DealStatus::Lost) => {}
                    _ => known.open_deals += 1,
                },
                Some(Kind::Note | Kind::Activity) => known.last = known.last.max(self.get(*linked).and_then(|record| past(&record))),
                _ => {}
            }
        }
        known
    }

    /// Deals that can still be won, of any of these people and organizations.
    pub fn open_deals_of(&self, ids: &[Id]) -> Vec<Record> {
        let mut deals: Vec<Record> = ids.iter().flat_map(|id| self.deals_of(*id)).collect();
        deals.retain(|deal| deal.code(Field::DealStatus) == Some(DealStatus::Open));
        sort_by_key(&mut deals, |deal| (std::cmp::Reverse(deal.time(Field::StageSince)), deal.id));
        deals.dedup_by_key(|deal| deal.id);
        deals
    }

    /// R41: people or organizations that may be the same as `record`, best first.
    pub fn candidates(&self, record: &Record, kind: Kind) -> Vec<Candidate> {
        let keys = match_keys(record, kind);
        let mut found = candidates(&keys, |key| self.matches.find(key).to_vec());
        // A hash may mislead: what is shown must really share the key.
        found.retain(|candidate| {
            let Some(other) = self.get(candidate.id).filter(|other| other.id != record.id) else { return false };
            let shares = match_keys(&other, kind).iter().any(|key| keys.contains(key));
            shares && !self.separations.apart(record, &other, kind)
        });
        found.truncate(LIMIT);
        found
    }
}
