//! The index of people and organizations by which duplicates are found, kept in step with the working set.

use std::pin::Pin;

use domain::duplicates::{Building, Candidate, ClassicRule, Comparison, Index, Population, Subject, compare};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};

use super::live_query::Live;
use super::working_set::{Finder, WorkingSet};
use crate::pace::{Pace, next_task};

/// Candidates shown at most: more would not be looked at.
const MOST: usize = 5;
/// Records read between two looks at the clock.
const TOGETHER: usize = 16;

#[derive(Debug)]
struct Indexes {
    people: Index,
    organizations: Index,
}

/// Reads all people and organizations, in slices, and hands the finder over.
async fn build(live: Live) {
    loop {
        live.expect_finder();
        let people = read_all(live, Kind::Person, Population::Persons).await;
        let organizations = read_all(live, Kind::Organization, Population::Organizations).await;
        if live.set_finder(Box::new(Indexes { people, organizations })) {
            return;
        }
    }
}

type Work = Pin<Box<dyn Future<Output = ()>>>;

/// The engine is a part of the app of its own: nothing that is drawn first asks it.
#[cfg(feature = "parts")]
#[leptos::wasm_split::wasm_split(finder, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch_finder))]
pub fn build_finder(live: Live) -> Result<Work, leptos::wasm_split::SplitLoaderError> {
    Ok(Box::pin(build(live)))
}

#[cfg(not(feature = "parts"))]
pub async fn fetch_finder() -> Result<(), ()> {
    Ok(())
}

#[cfg(not(feature = "parts"))]
pub async fn build_finder(live: Live) -> Result<Work, ()> {
    Ok(Box::pin(build(live)))
}

async fn read_all(live: Live, kind: Kind, population: Population) -> Index {
    let ids = live.read(|set| set.ids(kind));
    let mut building = Building::new(population);
    let mut pace = Pace::start();
    for some in ids.chunks(TOGETHER) {
        live.read(|set| {
            let records = some.iter().filter_map(|id| set.get(*id)).filter(|record| record.kind == kind);
            records.for_each(|record| building.add(record.id, &subject(set, &record, kind)));
        });
        if pace.is_over() {
            next_task().await;
            pace = Pace::start();
        }
    }
    building.finish()
}

fn subject(set: &WorkingSet, record: &Record, kind: Kind) -> Subject {
    let organization = record.link(Field::Organization).filter(|_| kind == Kind::Person).and_then(|id| set.get(id));
    Subject::of(record, kind, organization.as_ref())
}

impl Indexes {
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
