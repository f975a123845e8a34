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
    /// The second as the first is compared with it: who else may be the first makes a difference.
    found: BTreeMap<(Id, Id), Score>,
    /// Who is to be compared again.
    again: BTreeMap<Id, Cause>,
    /// Of what is found now.
    grouping: Option<Box<Grouping>>,
}

/// Why one is compared again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cause {
    /// Another one that may be it changed.
    Beside,
    /// It changed: whoever may be it is compared again as well.
    Changed,
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
            again: BTreeMap::new(),
            grouping: None,
        }
    }

    /// These records came, changed or went. A search at work knows them as they were: they are compared again after it.
    pub fn follow(&mut self, changed: &[Id]) {
        if let Some(grouping) = &mut self.grouping {
            grouping.follow(changed);
        }
        for id in changed {
            for other in self.others_of(*id) {
                self.found.remove(&(*id, other));
                self.found.remove(&(other, *id));
                self.compare_later(other, Cause::Beside);
            }
            self.compare_later(*id, Cause::Changed);
        }
    }

    fn compare_later(&mut self, id: Id, cause: Cause) {
        let known = self.again.entry(id).or_insert(cause);
        *known = cause.max(*known);
    }

    fn others_of(&self, id: Id) -> Vec<Id> {
        let (first, last) = (Id::from_u128(0), Id::from_u128(u128::MAX));
        self.found.range((id, first)..=(id, last)).map(|((_, other), _)| *other).collect()
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
        } else if let Some((id, cause)) = self.again.pop_first() {
            self.compare_again(id, cause, indexes);
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
                self.compare_later(id, Cause::Beside);
                self.compare_later(other.id, Cause::Beside);
            } else if ![id, other.id].iter().any(|id| self.again.get(id) == Some(&Cause::Changed)) {
                self.found.insert((id, other.id), other.score);
                self.found.insert((other.id, id), other.score);
            }
        }
    }

    fn compare_again(&mut self, id: Id, cause: Cause, indexes: &[Rc<Index>]) {
        for other in self.others_of(id) {
            self.found.remove(&(id, other));
        }
        for Match { id: other, score } in indexes.iter().flat_map(|index| index.find_others(id)) {
            self.found.insert((id, other), score);
            if cause == Cause::Changed {
                self.compare_later(other, Cause::Beside);
            }
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
    /// Those who may be each other, as probable as they are from the side that it is less from.
    fn found(&self, after: Option<(Id, Id)>) -> impl Iterator<Item = ((Id, Id), Score)> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let in_order = self.found.range((from, Bound::Unbounded)).filter(|((id, other), _)| id < other);
        in_order.filter_map(|((id, other), score)| {
            let back = self.found.get(&(*other, *id))?;
            Some(((*id, *other), *[score, back].into_iter().min_by_key(|score| score.probability)?))
        })
    }

    fn others(&self) -> impl Iterator<Item = Pair> {
        let stands = |pair: &Pair| !self.again.contains_key(&pair.id) && !self.again.contains_key(&pair.other.id);
        let ending = self.ending.iter().flat_map(|(index, ending)| ending.so_far(index));
        let searches = self.searches.iter().flat_map(|(index, search)| search.so_far(index));
        searches.chain(ending).chain(self.arriving.iter().copied()).filter(stands)
    }
}

#[cfg(test)]
mod tests {
    use domain::duplicates::{Probability, Subject};

    use super::*;

    fn firm(company: &str, city: &str, website: &str) -> Subject {
        Subject { company: company.into(), city: city.into(), website: website.into(), ..Subject::default() }
    }

    fn insert(index: &mut Rc<Index>, id: u128, firm: &Subject) {
        Rc::make_mut(index).insert(Id::from_u128(id), firm);
    }

    fn firms() -> Rc<Index> {
        let all = [
            firm("Molino Bassani", "", ""),
            firm("Molino Bassani Srl", "Bozen", "bassani.example"),
            firm("Molino Bassani", "Bozen", "bassani.example"),
            firm("Molino Bassani", "Trento", ""),
            firm("Molino Bassani Srl", "Verona", "molino.example"),
            firm("Corsini", "Bozen", ""),
            firm("Corsini GmbH", "Bozen", ""),
        ];
        let mut index = Rc::new(Index::new(Population::Organizations));
        (1..).zip(&all).for_each(|(id, firm)| insert(&mut index, id, firm));
        index
    }

    fn found(survey: &mut Survey, index: &Rc<Index>) -> Vec<((Id, Id), Probability)> {
        while !survey.go_on(std::slice::from_ref(index)).is_over {}
        survey.found(None).map(|(pair, score)| (pair, score.probability)).collect()
    }

    #[test]
    fn a_pair_is_as_probable_as_from_the_side_that_it_is_less_from() {
        let index = firms();
        let from = |id: Id, other: Id| {
            let matches = index.find_others(id);
            matches.iter().find(|found| found.id == other).map(|found| found.score.probability)
        };
        let found = found(&mut Survey::of(std::slice::from_ref(&index)), &index);
        assert!(found.len() >= 3, "{found:?}");
        for ((id, other), probability) in &found {
            assert_eq!(from(*id, *other).min(from(*other, *id)), Some(*probability));
        }
        assert!(found.iter().any(|((id, other), _)| from(*id, *other) != from(*other, *id)), "{found:?}");
    }

    #[test]
    fn after_changes_it_finds_what_another_one_finds() {
        let mut index = firms();
        let mut survey = Survey::of(std::slice::from_ref(&index));
        found(&mut survey, &index);
        for (id, firm) in [
            (2, firm("Corsini", "Bozen", "corsini.example")),
            (6, firm("Molino Bassani", "Bozen", "")),
            (8, firm("Molino Bassani", "", "bassani.example")),
            (2, firm("Molino Bassani", "", "")),
        ] {
            insert(&mut index, id, &firm);
            survey.follow(&[Id::from_u128(id)]);
            assert_eq!(found(&mut survey, &index), found(&mut Survey::of(std::slice::from_ref(&index)), &index));
        }
    }
}
