//! Who may be the same. [`Index`] finds, [`compare`] says why; [`Candidate`] is the simple form that lists still use.

mod bands;
mod bits;
mod classic;
mod compare;
mod evidence;
mod few;
mod hash;
mod index;
mod keys;
mod lexica;
mod match_key;
mod normal;
mod packed;
mod statistics;
mod subject;
mod values;

pub use bands::{Band, Probability, probability};
pub use bits::Points;
pub use classic::{ClassicField, ClassicRule};
pub use compare::{Comparison, Evidence, LimitFound, Score, compare};
pub use evidence::{Group, Label, Limit, Line};
pub use index::{Building, Index, Loading, Match, Scratch, Unreadable};
pub use match_key::{MatchKey, Reason, match_keys};
pub use statistics::{Nobody, Statistics};
pub use subject::Subject;

/// What an index has records of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Population {
    Persons,
    Organizations,
}

use crate::ids::Id;
use crate::order::sort_by_key;

/// A record that may be the same as the one looked at, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub id: Id,
    pub reasons: Vec<Reason>,
}

impl Candidate {
    /// Sum of the reasons' points, at most 100.
    pub fn score(&self) -> u32 {
        self.reasons.iter().map(|reason| reason.points()).sum::<u32>().min(100)
    }

    /// R80, D5: only a candidate that shares an identifier beside a name may be preselected. A company's own web domain is one.
    pub fn is_certain(&self) -> bool {
        self.score() >= 80 && self.reasons.iter().any(|reason| *reason != Reason::Name)
    }
}

/// Candidates for the keys of a record, best first. `find` answers which records have a key.
pub fn candidates(keys: &[MatchKey], mut find: impl FnMut(&MatchKey) -> Vec<Id>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for key in keys {
        for id in find(key) {
            match found.iter_mut().find(|candidate| candidate.id == id) {
                Some(candidate) if candidate.reasons.contains(&key.reason) => {}
                Some(candidate) => candidate.reasons.push(key.reason),
                None => found.push(Candidate { id, reasons: vec![key.reason] }),
            }
        }
    }
    sort_by_key(&mut found, |candidate| (std::cmp::Reverse(candidate.score()), candidate.id));
    found
}
