//! Who is known, in memory: packed subjects, the keys they are found by, how common their words are.

mod among;
mod clusters;
mod counts;
mod ending;
mod find;
mod homes;
mod pairs;
mod postings;
mod records;
mod snapshot;

pub use among::{Among, AmongThemselves, Likeness};
pub use clusters::{Clustering, clusters};
pub use ending::Ending;
pub use find::{Match, Scratch, with_employers};
pub use pairs::{Pair, PairSearch};
pub use snapshot::{Loading, SCHEMA, Saving, Unreadable};

use counts::Counts;
use homes::Homes;
use postings::{PARTS, Postings};
use records::{Records, Sorting};

use super::Population;
use super::compare::joined;
use super::hash::hash;
use super::keys::keys;
use super::normal::sound::skeleton;
use super::packed::{View, label, pack};
use super::statistics::{Counted, Statistics, company_key};
use super::subject::Subject;
use crate::ids::Id;

/// Persons or organizations (or leads as the one or the other). What it answers depends on what it has, never on how that came in.
#[derive(Clone, Debug)]
pub struct Index {
    population: Population,
    records: Records,
    postings: Postings,
    counts: Counts,
    homes: Homes,
}

/// An index in the making: many records at once, in slices of any size.
#[derive(Debug)]
pub struct Building {
    index: Index,
    keys: Vec<u32>,
    /// Key of a home, then initials; all of a home in one list.
    homes: Vec<Vec<u64>>,
    /// How far [`Building::step`] is.
    part: usize,
    sorting: Option<Sorting>,
}

/// Lists that homes are divided into.
const HOMES: u32 = 64;

impl Building {
    pub fn new(population: Population) -> Self {
        let homes = (0..HOMES).map(|_| Vec::new()).collect();
        Self { index: Index::new(population), keys: Vec::new(), homes, part: 0, sorting: Some(Sorting::default()) }
    }

    /// One more record. The same id again is a mistake of the caller's: the first one stays.
    pub fn add(&mut self, id: Id, subject: &Subject) {
        self.add_packed(id, &pack(subject));
    }

    fn add_packed(&mut self, id: Id, packed: &[u8]) {
        let view = View::read(packed);
        let population = self.index.population;
        let name = name_hash(&view, population);
        let slot = self.index.records.append(id, name, packed);
        if let Some(home) = home(&view, population) {
            self.homes[(home % HOMES) as usize].push(u64::from(home) << 16 | u64::from(initials(&view)));
        }
        keys(&view, population, &mut self.keys);
        self.keys.iter().for_each(|key| self.index.postings.append(*key, slot));
        words(&view, population, &mut self.keys);
        self.keys.iter().for_each(|key| self.index.counts.add(*key));
    }

    /// After the last record: puts a little more in order. False when all is.
    pub fn step(&mut self) -> bool {
        let Index { postings, records, homes, .. } = &mut self.index;
        if self.part < PARTS {
            postings.settle(self.part, &|_| true);
            self.part += 1;
        } else if let Some(some) = self.homes.pop() {
            homes.count(some);
        } else if let Some(sorting) = &mut self.sorting
            && !records.sort_some(sorting)
        {
            self.sorting = None;
        }
        self.sorting.is_some()
    }

    /// All that is left of it at once.
    pub fn finish(mut self) -> Index {
        while self.step() {}
        self.index
    }
}

impl Index {
    pub fn new(population: Population) -> Self {
        Self { population, records: Records::default(), postings: Postings::default(), counts: Counts::default(), homes: Homes::default() }
    }

    pub fn population(&self) -> Population {
        self.population
    }

    pub fn len(&self) -> usize {
        self.records.len() as usize
    }

    pub fn is_empty(&self) -> bool {
        self.records.len() == 0
    }

    pub fn contains(&self, id: Id) -> bool {
        self.records.find(id).is_some()
    }

    /// Adds a record, or puts it in the place of what was known of it.
    pub fn insert(&mut self, id: Id, subject: &Subject) {
        let packed = pack(subject);
        if let Some(slot) = self.records.find(id) {
            if self.records.packed(slot) == packed {
                return;
            }
            self.remove(id);
        }
        let view = View::read(&packed);
        let name = name_hash(&view, self.population);
        self.change_home(&view, None);
        let slot = self.records.insert(id, name, &packed);
        let mut all = Vec::new();
        keys(&view, self.population, &mut all);
        let Self { postings, records, .. } = self;
        all.iter().for_each(|key| postings.add(*key, slot, &|slot| records.in_use(slot)));
        words(&view, self.population, &mut all);
        all.iter().for_each(|key| self.counts.add(*key));
        if self.records.is_unsettled() {
            self.records.settle();
        }
    }

    pub fn remove(&mut self, id: Id) {
        let Some(slot) = self.records.find(id) else {
            return;
        };
        let packed = self.records.packed(slot).to_vec();
        let view = View::read(&packed);
        self.change_home(&view, Some(slot));
        let mut all = Vec::new();
        keys(&view, self.population, &mut all);
        all.iter().for_each(|key| self.postings.remove(*key, slot));
        words(&view, self.population, &mut all);
        all.iter().for_each(|key| self.counts.remove(*key));
        self.records.remove(slot);
    }

    /// Before a record comes, or goes from its slot.
    fn change_home(&mut self, view: &View, leaves: Option<u32>) {
        if let Some(key) = home(view, self.population) {
            let mut others = Vec::new();
            self.postings.each(key, &mut |slot| {
                if self.records.in_use(slot) && Some(slot) != leaves {
                    let other = View::read(self.records.packed(slot));
                    // The key of a second surname is another person's first one.
                    if home(&other, self.population) == Some(key) {
                        others.push(initials(&other));
                    }
                }
                true
            });
            self.homes.change(initials(view), &others, leaves.is_none());
        }
    }

    /// Memory that the parts take, about.
    pub fn bytes(&self) -> usize {
        self.records.bytes() + self.postings.bytes() + self.counts.bytes()
    }
}

/// Records that share a number are told apart by this.
fn name_hash(view: &View, population: Population) -> u16 {
    let sounds = match population {
        Population::Persons => {
            let of = |text: &[u8]| hash(&[&skeleton(text)]);
            match (view.first.first(), view.last.first()) {
                // Half a name may be anybody's.
                (Some(given), Some(surname)) => of(given.text) ^ of(surname) | 1,
                _ => return 0,
            }
        }
        Population::Organizations => {
            let word = view.company.iter().find(|word| !word.weak).or(view.company.first());
            word.map_or(0, |word| hash(&[&skeleton(word.text)]))
        }
    };
    (sounds >> 16) as u16 ^ sounds as u16
}

/// The initials of a person, in whatever order the name was written: slips seldom change them, another member of a family does.
fn initials(view: &View) -> u16 {
    let of = |text: Option<&[u8]>| text.and_then(|text| text.first()).copied().unwrap_or_default();
    let (first, last) = (of(view.first.first().map(|given| given.text)), of(view.last.first().copied()));
    u16::from_be_bytes([first.min(last), first.max(last)])
}

fn home(view: &View, population: Population) -> Option<u32> {
    if population == Population::Persons { super::keys::home(view) } else { None }
}

/// Keys of the words that are counted, each once.
fn words(view: &View, population: Population, out: &mut Vec<u32>) {
    out.clear();
    if population == Population::Persons {
        out.extend(view.first.iter().map(|given| Counted::First.key(given.text)));
        out.extend(view.last.iter().map(|surname| Counted::Last.key(surname)));
    }
    out.extend(view.company.iter().map(company_key));
    if view.company.len() > 1 {
        out.push(Counted::WholeCompany.key(&joined(&view.company)));
    }
    out.extend(view.all_domains().iter().map(|domain| Counted::Domain.key(label(domain))));
    let places =
        [(Counted::PostalCode, Some(view.postal_code)), (Counted::City, Some(view.city)), (Counted::Street, view.street.first().copied())];
    for (what, word) in places {
        out.extend(word.filter(|word| !word.is_empty()).map(|word| what.key(word)));
    }
    super::keys::sort_few(out);
}

/// Carriers looked at: from so many on, the number is nobody's own.
const CARRIERS: usize = 24;

impl Statistics for Index {
    fn records(&self) -> u32 {
        self.records.len()
    }

    fn count(&self, key: u32) -> u32 {
        self.counts.get(key)
    }

    fn families_are_rare(&self) -> bool {
        self.homes.families_are_rare()
    }

    fn carriers(&self, key: u32) -> u32 {
        carriers(&[self], key)
    }
}

/// How many differently named records of these indexes have a key.
fn carriers(indexes: &[&Index], key: u32) -> u32 {
    let mut names: super::few::Few<u16, CARRIERS> = Default::default();
    let mut all = 0;
    for Index { postings, records, .. } in indexes {
        postings.each(key, &mut |slot| {
            if records.in_use(slot) {
                all += 1;
                let name = records.name(slot);
                if name != 0 && !names.contains(&name) {
                    names.push(name);
                }
            }
            all <= CARRIERS
        });
    }
    if all > CARRIERS { all as u32 } else { names.len() as u32 }
}
