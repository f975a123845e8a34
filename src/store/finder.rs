//! The index of people and organizations by which duplicates are found, kept in step with the working set.

use domain::duplicates::{Building, Candidate, ClassicRule, Comparison, Index, Population, Subject, compare};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};

use super::working_set::{Finder, WorkingSet};

/// Candidates shown at most: more would not be looked at.
const MOST: usize = 5;
#[derive(Debug)]
pub struct Indexes {
    people: Index,
    organizations: Index,
}

fn subject(set: &WorkingSet, record: &Record, kind: Kind) -> Subject {
    let organization = record.link(Field::Organization).filter(|_| kind == Kind::Person).and_then(|id| set.get(id));
    Subject::of(record, kind, organization.as_ref())
}

/// One of the two in the making.
pub struct Reading {
    kind: Kind,
    building: Building,
}

impl Reading {
    pub fn of(kind: Kind) -> Self {
        Self { kind, building: Building::new(if kind == Kind::Person { Population::Persons } else { Population::Organizations }) }
    }

    /// Takes over those of the records that are of the kind.
    pub fn read(&mut self, set: &WorkingSet, ids: &[Id]) {
        let records = ids.iter().filter_map(|id| set.get(*id)).filter(|record| record.kind == self.kind);
        records.for_each(|record| self.building.add(record.id, &subject(set, &record, self.kind)));
    }

    pub fn finish(self) -> Index {
        self.building.finish()
    }
}

impl Indexes {
    pub fn new(people: Index, organizations: Index) -> Self {
        Self { people, organizations }
    }

    /// All people and organizations there are now.
    pub fn read(set: &WorkingSet) -> Self {
        let all = |kind| {
            let mut reading = Reading::of(kind);
            reading.read(set, &set.ids(kind));
            reading.finish()
        };
        Self { people: all(Kind::Person), organizations: all(Kind::Organization) }
    }

    fn of(&self, kind: Kind) -> &Index {
        if kind == Kind::Person { &self.people } else { &self.organizations }
    }
}

impl Finder for Indexes {
    fn follow(&mut self, set: &WorkingSet, changed: &[Id]) {
        for id in changed {
            let record = set.get(*id);
            for (kind, index) in [(Kind::Person, &mut self.people), (Kind::Organization, &mut self.organizations)] {
                match record.as_ref().filter(|record| record.kind == kind) {
                    Some(record) => index.insert(*id, &subject(set, record, kind)),
                    None => index.remove(*id),
                }
            }
        }
    }

    fn candidates(&self, set: &WorkingSet, record: &Record, kind: Kind) -> Vec<Candidate> {
        let is_other = |other: &Record| other.id != record.id && !set.apart(record, other, kind);
        let theirs = |id| set.get(id).filter(is_other).map(|other| subject(set, &other, kind));
        self.of(kind).suggest(&subject(set, record, kind), &ClassicRule::default(), MOST, theirs)
    }

    fn comparison(&self, set: &WorkingSet, record: &Record, other: &Record) -> Comparison {
        let (kind, index) = (other.kind, self.of(other.kind));
        compare(&subject(set, record, kind), &subject(set, other, kind), index.population(), index)
    }
}
