//! Finding: keys to candidates, candidates to matches.

use super::super::Population;
use super::super::bands::Band;
use super::super::compare::{Prepared, Score, is_hopeless, score};
use super::super::keys::keys;
use super::super::packed::{View, pack};
use super::super::statistics::Statistics;
use super::super::subject::Subject;
use super::Index;
use crate::ids::Id;

/// A record that may be the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    pub id: Id,
    pub score: Score,
}

impl Match {
    pub fn band(&self) -> Band {
        Band::of(self.score.probability)
    }
}

/// Records read for one question at most; a key with more is not read at all.
const BUDGET: usize = 4_000;
/// A key of so few records is reason enough for a comparison; of others it takes two.
const RARE: usize = 24;
/// An employer needs this much by itself (millionths), and comes to that much.
const EMPLOYER: u32 = 200_000;
const EMPLOYER_CERTAIN: u32 = 985_000;
/// The best with whom every certain one is compared, and what those come to (millionths) that are two.
const STRANGERS: usize = 6;
const IN_DOUBT: u32 = 940_000;
/// Matches less probable than this (millionths) are not worth a word.
pub(super) const LEAST: u32 = 50_000;

/// What a search needs beside the index, kept from one to the next.
#[derive(Debug, Default)]
pub struct Scratch {
    keys: Vec<u32>,
    /// Length of a list, then its key.
    lists: Vec<u64>,
    found: Vec<u64>,
    /// Records worth a comparison, ascending.
    pub(super) slots: Vec<u32>,
}

impl Index {
    /// Records that may be the same as a subject, best first; none below 0.05.
    pub fn find(&self, subject: &Subject) -> Vec<Match> {
        self.find_packed(&pack(subject), None, self, &mut Scratch::default())
    }

    /// The same for what a record says now, which is not found itself if the index has it.
    pub fn find_beside(&self, id: Id, subject: &Subject) -> Vec<Match> {
        self.find_packed(&pack(subject), self.records.find(id), self, &mut Scratch::default())
    }

    /// Records that may be the same as one of the index.
    pub fn find_others(&self, id: Id) -> Vec<Match> {
        let slot = self.records.find(id);
        slot.map(|slot| self.find_packed(self.records.packed(slot), Some(slot), self, &mut Scratch::default())).unwrap_or_default()
    }

    /// As [`Index::find_others`], when words are as common as `statistics` say.
    pub(super) fn find_others_by(&self, id: Id, statistics: &dyn Statistics, scratch: &mut Scratch) -> Vec<Match> {
        let slot = self.records.find(id);
        slot.map(|slot| self.find_packed(self.records.packed(slot), Some(slot), statistics, scratch)).unwrap_or_default()
    }

    /// As [`Index::find`], with what it needs from one time to the next.
    pub fn find_with(&self, subject: &Subject, scratch: &mut Scratch) -> Vec<Match> {
        self.find_packed(&pack(subject), None, self, scratch)
    }

    fn find_packed(&self, packed: &[u8], except: Option<u32>, statistics: &dyn Statistics, scratch: &mut Scratch) -> Vec<Match> {
        let view = View::read(packed);
        self.candidates(&view, scratch);
        let prepared = Prepared::new(view, statistics);
        let mut matches = Vec::new();
        for slot in scratch.slots.iter().copied().filter(|slot| Some(*slot) != except) {
            if let Some(found) = self.judge(&prepared, packed, slot, statistics) {
                matches.push(found);
            }
        }
        crate::order::sort_by(&mut matches, best_first);
        match self.population {
            Population::Organizations => weigh_rivals(&mut matches),
            Population::Persons => self.doubt_strangers(&mut matches, statistics),
        }
        crate::order::sort_by(&mut matches, best_first);
        matches
    }

    /// Somebody is one person: two who are both certain, and not likely one with each other, are both in doubt. The best come first.
    fn doubt_strangers(&self, matches: &mut [Match], statistics: &dyn Statistics) {
        let certain = matches.iter().take_while(|found| found.band() == Band::Certain).count();
        for at in 1..certain {
            for to in 0..at.min(STRANGERS) {
                if !self.are_likely_one(matches[to].id, matches[at].id, statistics) {
                    for at in [at, to] {
                        matches[at].score.probability.0 = matches[at].score.probability.0.min(IN_DOUBT);
                    }
                }
            }
        }
    }

    fn are_likely_one(&self, a: Id, b: Id, statistics: &dyn Statistics) -> bool {
        let (Some(a), Some(b)) = (self.records.find(a), self.records.find(b)) else {
            return false;
        };
        let packed = self.records.packed(a);
        self.compare_with(&Prepared::new(View::read(packed), statistics), packed, b, statistics).band() >= Band::Likely
    }

    pub(super) fn judge(&self, prepared: &Prepared, packed: &[u8], slot: u32, statistics: &dyn Statistics) -> Option<Match> {
        let theirs = self.records.packed(slot);
        let view = View::read(theirs);
        if is_hopeless(&prepared.view, &view, self.population) {
            return None;
        }
        let found = self.compare_views((prepared, packed), (view, theirs), slot, statistics);
        (found.score.probability.0 >= LEAST).then_some(found)
    }

    pub(super) fn compare_with(&self, prepared: &Prepared, packed: &[u8], slot: u32, statistics: &dyn Statistics) -> Match {
        let theirs = self.records.packed(slot);
        self.compare_views((prepared, packed), (View::read(theirs), theirs), slot, statistics)
    }

    fn compare_views(&self, one: (&Prepared, &[u8]), (view, theirs): (View, &[u8]), slot: u32, statistics: &dyn Statistics) -> Match {
        let other = Prepared::new(view, statistics);
        Match { id: self.records.id(slot), score: score(one, (&other, theirs), self.population, statistics) }
    }

    /// Slots worth a comparison, ascending, in `scratch.slots`. Depends on what the index has, never on the order it came in.
    pub(super) fn candidates(&self, view: &View, scratch: &mut Scratch) {
        let Scratch { keys: all, lists, found, slots } = scratch;
        keys(view, self.population, all);
        lists.clear();
        lists.extend(all.iter().filter_map(|key| Some(u64::from(self.in_use_up_to(*key, BUDGET)?) << 32 | u64::from(*key))));
        crate::order::sort_numbers(lists);
        found.clear();
        slots.clear();
        let mut read = 0;
        for list in lists.iter() {
            let (len, key) = ((list >> 32) as usize, *list as u32);
            read += len;
            if read > BUDGET {
                break;
            }
            let weight = if len <= RARE { 2 } else { 1 };
            self.postings.each(key, &mut |slot| {
                if self.records.in_use(slot) {
                    found.push(u64::from(slot) << 8 | weight);
                }
                true
            });
        }
        crate::order::sort_numbers(found);
        for run in found.chunk_by(|a, b| a >> 8 == b >> 8) {
            if run.iter().map(|entry| entry & 0xff).sum::<u64>() >= 2 {
                slots.push((run[0] >> 8) as u32);
            }
        }
    }

    /// Records with a key; none when there is none, or more than `most`.
    fn in_use_up_to(&self, key: u32, most: usize) -> Option<u32> {
        let (mut count, gone) = (self.postings.len(key), self.records.gone());
        // However many of them are gone.
        if count > most + gone {
            return None;
        }
        if gone > 0 {
            count = 0;
            self.postings.each(key, &mut |slot| {
                count += usize::from(self.records.in_use(slot));
                count <= most
            });
        }
        (1..=most).contains(&count).then_some(count as u32)
    }
}

/// A person who is certain brings along the organization they belong to: one of `employers` that is likely by itself, with
/// nothing against it, is certain.
pub fn with_employers(organizations: &mut Vec<Match>, employers: &[Id]) {
    if employers.is_empty() {
        return;
    }
    for found in organizations.iter_mut().filter(|found| employers.contains(&found.id) && !found.score.contradicted) {
        if found.score.probability.0 >= EMPLOYER {
            found.score.probability.0 = found.score.probability.0.max(EMPLOYER_CERTAIN);
        }
    }
    crate::order::sort_by(organizations, best_first);
}

/// A firm is one of those that share its name, not all: what speaks for the others speaks against each that has no more to
/// show. Those that have are left alone: the same firm may be among the records twice.
fn weigh_rivals(matches: &mut Vec<Match>) {
    let odds = |found: &Match| {
        let probability = u64::from(found.score.probability.0.min(990_000));
        probability * 1_000 / (1_000_000 - probability)
    };
    let all: u64 = matches.iter().map(odds).sum();
    for found in matches.iter_mut().filter(|found| found.score.open_to_rivals && odds(found) < all) {
        let share = odds(found) * 1_000_000 / (1_000 + all);
        found.score.probability.0 = u32::try_from(share).unwrap_or(0).min(found.score.probability.0);
    }
    matches.retain(|found| found.score.probability.0 >= LEAST);
}

fn best_first(a: &Match, b: &Match) -> std::cmp::Ordering {
    (b.score.probability, b.score.points, a.id).cmp(&(a.score.probability, a.score.points, b.id))
}
