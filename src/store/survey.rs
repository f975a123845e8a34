//! All records of a kind against each other: found bit by bit, kept while the data stands still, told by commits.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::rc::Rc;

use domain::duplicates::{Band, Bands, Ending, Index, Match, Pair, PairSearch, Population, Score};
use domain::ids::Id;

use super::grouping::{Grouping, Pairs};
use super::working_set::{Group, Progress, WorkingSet};

/// Records compared with all others at a time.
const TOGETHER: usize = 4;
/// Records looked at for what third ones say of them, and pairs taken over, at a time.
const PAIRS: usize = 200;

#[derive(Debug)]
pub struct Survey {
    /// At work, the last one first; each has the index as it was when the survey began.
    searches: Vec<(Rc<Index>, PairSearch)>,
    /// One that has compared all.
    ending: Option<(Rc<Index>, Ending)>,
    done: usize,
    total: usize,
    /// Found by a search that has ended, not yet taken over.
    arriving: Vec<Pair>,
    /// Those are organizations. Firms of one name are rivals, which a search of all pairs does not weigh: they are compared again.
    rivals: bool,
    /// Each pair in both orders.
    found: BTreeMap<(Id, Id), Score>,
    /// Who is to be compared again: changed since.
    again: BTreeSet<Id>,
    /// Of what is found now.
    grouping: Option<Box<Grouping>>,
}

impl Survey {
    pub fn of(indexes: &[Rc<Index>]) -> Self {
        let search = |index: &Rc<Index>| (index.clone(), PairSearch::new(index));
        Self {
            searches: indexes.iter().map(search).collect(),
            ending: None,
            done: 0,
            total: indexes.iter().map(|index| index.len()).sum(),
            arriving: Vec::new(),
            rivals: false,
            found: BTreeMap::new(),
            again: BTreeSet::new(),
            grouping: None,
        }
    }

    /// These records came, changed or went. A search at work knows them as they were: they are compared again after it.
    pub fn follow(&mut self, changed: &[Id]) {
        if let Some(grouping) = &mut self.grouping {
            grouping.follow(changed);
        }
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
        self.grouping = None;
        if let Some((index, ending)) = &mut self.ending {
            if !ending.step(index, PAIRS) {
                self.end();
            }
        } else if !self.arriving.is_empty() {
            self.take_over();
        } else if let Some((index, search)) = self.searches.last_mut() {
            if !search.step(index, TOGETHER) {
                self.end_search();
            }
        } else if let Some(id) = self.again.pop_first() {
            self.compare_again(id, indexes);
        }
        self.progress()
    }

    fn end_search(&mut self) {
        let Some((index, search)) = self.searches.pop() else { return };
        self.done += search.done();
        let ending = search.ending(&index, &BTreeSet::new());
        self.ending = Some((index, ending));
    }

    fn end(&mut self) {
        let Some((index, ending)) = self.ending.take() else { return };
        self.rivals = index.population() == Population::Organizations;
        self.arriving = ending.pairs();
    }

    fn take_over(&mut self) {
        let rest = self.arriving.len().saturating_sub(PAIRS);
        for Pair { id, other } in self.arriving.split_off(rest) {
            if self.rivals {
                self.again.extend([id, other.id]);
            } else if !self.again.contains(&id) && !self.again.contains(&other.id) {
                self.add(id, other.id, other.score);
            }
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
        let is_over = self.searches.is_empty() && self.ending.is_none() && self.arriving.is_empty() && self.again.is_empty();
        Progress { done: self.done + at, total: self.total, is_over }
    }

    /// A little more of the complete groups of those that are in this band or above it; all of them, the most probable first, when they
    /// are formed.
    pub fn group(&mut self, set: &WorkingSet, bands: Bands, least: Band) -> Option<Vec<Group>> {
        let least = bands.least(least);
        let begun = self.grouping.take().filter(|grouping| grouping.least == least);
        let mut grouping = begun.unwrap_or_else(|| Box::new(Grouping::begin(set, least)));
        if grouping.step(self) {
            self.grouping = Some(grouping);
            return None;
        }
        Some(grouping.finish(bands))
    }
}

impl Pairs for Survey {
    fn found(&self, after: Option<(Id, Id)>) -> impl Iterator<Item = ((Id, Id), Score)> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        self.found.range((from, Bound::Unbounded)).map(|(pair, score)| (*pair, *score))
    }

    fn others(&self) -> impl Iterator<Item = Pair> {
        let stands = |pair: &Pair| !self.again.contains(&pair.id) && !self.again.contains(&pair.other.id);
        let ending = self.ending.iter().flat_map(|(index, ending)| ending.so_far(index));
        let searches = self.searches.iter().flat_map(|(index, search)| search.so_far(index));
        searches.chain(ending).chain(self.arriving.iter().copied()).filter(stands)
    }
}
