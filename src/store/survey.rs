//! All records of a kind against each other: found bit by bit, kept while the data stands still, told by commits.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use domain::duplicates::{Band, Bands, Index, Match, Pair, PairSearch, Population, Probability, Score, clusters};
use domain::ids::Id;
use domain::records::{Field, Record};

use super::working_set::{Group, Progress, WorkingSet};

/// Records compared with all others at a time.
const TOGETHER: usize = 4;
/// Pairs taken over at a time.
const PAIRS: usize = 200;

/// Each pair in both orders.
type Pairs = BTreeMap<(Id, Id), Score>;

#[derive(Debug)]
pub struct Survey {
    /// At work, the last one first; each has the index as it was when the survey began.
    searches: Vec<(Rc<Index>, PairSearch)>,
    done: usize,
    total: usize,
    /// Found by a search that has ended, not yet taken over.
    arriving: Vec<Pair>,
    found: Pairs,
    /// Who is to be compared again: changed since.
    again: BTreeSet<Id>,
}

impl Survey {
    pub fn of(indexes: &[Rc<Index>]) -> Self {
        let search = |index: &Rc<Index>| (index.clone(), PairSearch::new(index));
        Self {
            searches: indexes.iter().map(search).collect(),
            done: 0,
            total: indexes.iter().map(|index| index.len()).sum(),
            arriving: Vec::new(),
            found: Pairs::new(),
            again: BTreeSet::new(),
        }
    }

    /// These records came, changed or went. A search at work knows them as they were: they are compared again after it.
    pub fn follow(&mut self, changed: &[Id]) {
        for id in changed {
            self.forget(*id);
            self.again.insert(*id);
        }
    }

    fn forget(&mut self, id: Id) {
        let (first, last) = (Id::from_u128(0), Id::from_u128(u128::MAX));
        let others: Vec<Id> = self.found.range((id, first)..=(id, last)).map(|((_, other), _)| *other).collect();
        for other in others {
            self.found.remove(&(id, other));
            self.found.remove(&(other, id));
        }
    }

    fn add(&mut self, one: Id, other: Id, score: Score) {
        self.found.insert((one, other), score);
        self.found.insert((other, one), score);
    }

    /// A little more of it. `indexes` have the records as they are now.
    pub fn go_on(&mut self, indexes: &[Rc<Index>]) -> Progress {
        if let Some((index, search)) = self.searches.last_mut() {
            if !search.step(index, TOGETHER) {
                self.end_search();
            }
        } else if !self.arriving.is_empty() {
            let rest = self.arriving.len().saturating_sub(PAIRS);
            for Pair { id, other } in self.arriving.split_off(rest) {
                if !self.again.contains(&id) && !self.again.contains(&other.id) {
                    self.add(id, other.id, other.score);
                }
            }
        } else if let Some(id) = self.again.pop_first() {
            self.compare_again(id, indexes);
        }
        self.progress()
    }

    fn end_search(&mut self) {
        let Some((index, search)) = self.searches.pop() else { return };
        self.done += search.done();
        let pairs = search.finish(&index, &BTreeSet::new());
        if index.population() == Population::Organizations {
            // Firms of one name are rivals, which a search of all pairs does not weigh.
            self.again.extend(pairs.iter().flat_map(|pair| [pair.id, pair.other.id]));
        } else {
            self.arriving.extend(pairs);
        }
    }

    fn compare_again(&mut self, id: Id, indexes: &[Rc<Index>]) {
        self.forget(id);
        for Match { id: other, score } in indexes.iter().flat_map(|index| index.find_others(id)) {
            self.add(id, other, score);
        }
    }

    fn progress(&self) -> Progress {
        let at = self.searches.last().map_or(0, |(_, search)| search.done());
        let is_over = self.searches.is_empty() && self.arriving.is_empty() && self.again.is_empty();
        Progress { done: self.done + at, total: self.total, is_over }
    }

    /// Complete groups of those that are in this band or above it, the most probable first.
    pub fn groups(&self, set: &WorkingSet, bands: Bands, least: Band) -> Vec<Group> {
        let least = bands.least(least);
        let apart = kept_apart(set);
        let known = |(id, other): &(Id, Id)| id < other && !apart.contains(&(*id, *other));
        let found = self.found.iter().filter(|(pair, _)| known(pair)).map(|((id, other), score)| pair(*id, *other, *score));
        let stands = |pair: &Pair| !self.again.contains(&pair.id) && !self.again.contains(&pair.other.id);
        let new = self.searches.iter().flat_map(|(index, search)| search.so_far(index)).chain(self.arriving.iter().copied());
        let new = new.filter(|pair| stands(pair) && known(&(pair.id, pair.other.id)));
        let pairs: Vec<Pair> = found.chain(new).filter(|pair| pair.other.score.probability >= least).collect();
        let of: BTreeMap<(Id, Id), Probability> =
            pairs.iter().map(|pair| ((pair.id, pair.other.id), pair.other.score.probability)).collect();
        let weakest = |ids: &[Id]| {
            let pairs = ids.iter().flat_map(|a| ids.iter().filter(move |b| a < b).map(move |b| (*a, *b)));
            pairs.filter_map(|pair| of.get(&pair).copied()).min().unwrap_or_default()
        };
        let group = |ids: Vec<Id>| {
            let probability = weakest(&ids);
            Group { probability, band: bands.of(probability), ids }
        };
        let mut groups: Vec<Group> = clusters(&pairs, least).into_iter().map(group).collect();
        domain::order::sort_by_key(&mut groups, |group| (std::cmp::Reverse(group.probability), group.ids[0]));
        groups
    }
}

fn pair(id: Id, other: Id, score: Score) -> Pair {
    Pair { id, other: Match { id: other, score } }
}

/// Pairs that somebody said are not the same, the lower id first; what was said of a lead holds for what became of it.
fn kept_apart(set: &WorkingSet) -> BTreeSet<(Id, Id)> {
    let became = |id: Id| {
        let results = |lead: &Record| [lead.link(Field::ConvertedPerson), lead.link(Field::ConvertedOrganization)];
        let made = set.get(id).map(|record| results(&record)).into_iter().flatten().flatten();
        let made = made.filter_map(|id| set.get_or_survivor(id)).map(|record| record.id);
        std::iter::once(id).chain(made).collect::<Vec<_>>()
    };
    let mut all = BTreeSet::new();
    for (a, b) in set.separations().pairs() {
        let others = became(b);
        all.extend(became(a).into_iter().flat_map(|a| others.iter().map(move |b| (a.min(*b), a.max(*b)))));
    }
    all
}
