//! Who of some that are in no index yet may be the same: the leads of a selection, judged as if they stood among the records.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::candidate::Candidate;
use super::super::compare::compare;
use super::super::settings::{Bands, Settings};
use super::super::statistics::Statistics;
use super::super::subject::Subject;
use super::find::{Match, Scratch, with_employers};
use super::pairs::Pair;
use super::{Building, Index, carriers};
use crate::ids::Id;
use crate::records::Kind;

/// Two who may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// The lower id first.
    pub pair: Pair,
    /// The second as a candidate for the first; the reasons hold for both.
    pub candidate: Candidate,
    bands: Bands,
}

impl Likeness {
    /// Of two organizations that certainly have a person in common (see [`with_employers`]).
    pub fn with_common_person(mut self) -> Self {
        let mut other = vec![self.pair.other];
        with_employers(&mut other, &[self.pair.other.id]);
        let probability = other[0].score.probability;
        self.pair.other = other[0];
        Self { candidate: self.candidate.with(probability, self.bands.of(probability)), ..self }
    }
}

/// All against all, of those it is told.
pub trait Among {
    fn add(&mut self, id: Id, subject: Subject);

    /// A little of the work; false when there is no more.
    fn step(&mut self) -> bool;

    /// After that: one more pair, the lower ids first; false when there is no more.
    fn next_pair(&mut self, pairs: &mut Vec<Likeness>) -> bool;
}

/// Compared with each other, while how common words are is known from the records there are.
#[derive(Debug)]
pub struct AmongThemselves {
    settings: Settings,
    kind: Kind,
    records: Rc<Index>,
    subjects: BTreeMap<Id, Subject>,
    building: Option<Building>,
    own: Index,
    /// Not yet compared.
    left: Vec<Id>,
    scratch: Scratch,
    /// In both orders.
    found: BTreeMap<(Id, Id), Match>,
}

impl AmongThemselves {
    /// For people or organizations; `records` are those there are.
    pub fn new(kind: Kind, settings: Settings, records: Rc<Index>) -> Self {
        let population = records.population();
        Self {
            settings,
            kind,
            records,
            subjects: BTreeMap::new(),
            building: Some(Building::new(population)),
            own: Index::new(population),
            left: Vec::new(),
            scratch: Scratch::default(),
            found: BTreeMap::new(),
        }
    }

    fn likeness(&self, pair: Pair) -> Option<Likeness> {
        let (one, another) = (self.subjects.get(&pair.id)?, self.subjects.get(&pair.other.id)?);
        let (probability, bands) = (pair.other.score.probability, self.settings.bands);
        let comparison = compare(one, another, self.own.population, &self.statistics());
        let candidate = Candidate::of(pair.other.id, &comparison, self.settings.classic.matches(one, another));
        Some(Likeness { pair, candidate: candidate.with(probability, bands.of(probability)), bands })
    }

    fn statistics(&self) -> Together<'_> {
        Together([&self.own, &self.records])
    }
}

impl Among for AmongThemselves {
    fn add(&mut self, id: Id, subject: Subject) {
        let subject = self.settings.compared(subject, self.kind);
        if let Some(building) = &mut self.building {
            building.add(id, &subject);
            self.left.push(id);
            self.subjects.insert(id, subject);
        }
    }

    fn step(&mut self) -> bool {
        if let Some(building) = &mut self.building {
            if !building.step()
                && let Some(building) = self.building.take()
            {
                self.own = building.finish();
            }
            return true;
        }
        let Some(id) = self.left.pop() else { return false };
        for other in self.own.find_others_by(id, &Together([&self.own, &self.records]), &mut self.scratch) {
            self.found.insert((id, other.id), other);
        }
        true
    }

    fn next_pair(&mut self, pairs: &mut Vec<Likeness>) -> bool {
        let Some(((id, _), other)) = self.found.pop_first() else {
            // What is not needed any more goes bit by bit, too.
            return self.subjects.pop_first().is_some();
        };
        // Nothing, if one of them is nothing to the other.
        if let Some(back) = self.found.remove(&(other.id, id)) {
            let score = if back.score.probability < other.score.probability { back.score } else { other.score };
            pairs.extend(self.likeness(Pair { id, other: Match { id: other.id, score } }));
        }
        true
    }
}

/// Two sets of records as if they were one.
struct Together<'a>([&'a Index; 2]);

impl Statistics for Together<'_> {
    fn records(&self) -> u32 {
        self.0.iter().map(|index| index.records()).sum()
    }

    fn count(&self, key: u32) -> u32 {
        self.0.iter().map(|index| index.count(key)).sum()
    }

    fn carriers(&self, key: u32) -> u32 {
        carriers(&self.0, key)
    }

    fn families_are_rare(&self) -> bool {
        self.0.iter().any(|index| index.families_are_rare())
    }
}
