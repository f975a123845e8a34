//! Pairs in groups: everybody in a group may be the same as everybody else in it. No chains: a mailbox of a department would
//! make one person of it.

use super::super::bands::Probability;
use super::find::Match;
use super::pairs::Pair;
use crate::ids::Id;
use crate::order::{sort_numbers, sort_places};

/// Groups in the making, in slices: pairs are added, put in order, and then joined, the best first (complete link).
#[derive(Debug, Default)]
pub struct Clustering {
    /// Each pair from both sides.
    links: Vec<Link>,
    /// The links by their ends, as far as they are sorted: runs of `width`, those before `at` of twice that.
    order: Vec<u32>,
    width: usize,
    at: usize,
    /// Pairs of known records, the most probable last; none before the links are in order.
    pairs: Option<Vec<u64>>,
    ids: Vec<Id>,
    /// Where the links of each record begin in `order`, and where those of the last one end.
    starts: Vec<u32>,
    /// The group of each record, named after its first member.
    group_of: Vec<u32>,
    /// The member after each one, the last one of each group, and the probability of its least probable pair.
    next: Vec<u32>,
    last: Vec<u32>,
    least: Vec<Probability>,
}

#[derive(Clone, Copy, Debug)]
struct Link {
    id: Id,
    other: Id,
    probability: Probability,
}

/// Links sorted at once, and comparisons of members made at once, at least.
const RUN: usize = 2048;
const CHECKS: usize = 2048;

impl Clustering {
    /// The same pair again makes no difference.
    pub fn add(&mut self, Pair { id, other: Match { id: other, score } }: Pair) {
        let probability = score.probability;
        self.links.extend([Link { id, other, probability }, Link { id: other, other: id, probability }]);
    }

    /// After the last pair: a little more. False when all is done.
    pub fn step(&mut self) -> bool {
        if self.pairs.is_some() {
            return self.join_some();
        }
        if !self.sort_some() {
            self.begin_joining();
        }
        true
    }

    /// Runs at first, then two of them together. False when all are in order.
    fn sort_some(&mut self) -> bool {
        let all = self.links.len();
        if self.width == 0 {
            self.width = RUN;
            self.order = (0..all as u32).collect();
        }
        let end = all.min(self.at + self.width);
        let links = &self.links;
        sort_places(&mut self.order[self.at..end], &mut |a, b| (links[a].id, links[a].other).cmp(&(links[b].id, links[b].other)));
        self.at = end;
        if end < all {
            return true;
        }
        let is_over = self.width >= all;
        (self.width, self.at) = (self.width * 2, 0);
        !is_over
    }

    fn begin_joining(&mut self) {
        self.order.dedup_by_key(|at| (self.links[*at as usize].id, self.links[*at as usize].other));
        for (at, link) in self.order.iter().enumerate() {
            let id = self.links[*link as usize].id;
            if self.ids.last() != Some(&id) {
                self.ids.push(id);
                self.starts.push(at as u32);
            }
        }
        self.starts.push(self.order.len() as u32);
        // The most probable, then the one with the lowest ids, comes last.
        let forth =
            self.order.iter().enumerate().map(|(at, link)| (at, self.links[*link as usize])).filter(|(_, link)| link.id < link.other);
        let mut pairs: Vec<u64> = forth.map(|(at, link)| u64::from(link.probability.0) << 32 | u64::from(!(at as u32))).collect();
        sort_numbers(&mut pairs);
        self.pairs = Some(pairs);
        self.group_of = (0..self.ids.len() as u32).collect();
        (self.next, self.last) = (self.group_of.clone(), self.group_of.clone());
        self.least = vec![Probability(u32::MAX); self.ids.len()];
    }

    fn join_some(&mut self) -> bool {
        let mut checks = 0;
        while checks < CHECKS {
            let Some(pair) = self.pairs.as_mut().and_then(Vec::pop) else { return false };
            let link = self.links[self.order[!(pair as u32) as usize] as usize];
            checks += 1 + self.join(link);
        }
        true
    }

    fn place(&self, id: Id) -> usize {
        self.ids.partition_point(|known| *known < id)
    }

    /// How probable it is that two are one; none when nobody says so.
    fn between(&self, a: u32, b: u32) -> Option<Probability> {
        let links = &self.order[self.starts[a as usize] as usize..self.starts[a as usize + 1] as usize];
        let other = self.ids[b as usize];
        let at = links.binary_search_by_key(&other, |link| self.links[*link as usize].other).ok()?;
        Some(self.links[links[at] as usize].probability)
    }

    /// Places of a group's members.
    fn members(&self, group: u32) -> impl Iterator<Item = u32> {
        let last = self.last[group as usize];
        std::iter::successors(Some(group), move |at| (*at != last).then(|| self.next[*at as usize]))
    }

    /// Two groups, if all of the one may be the same as all of the other. How many comparisons it took.
    fn join(&mut self, link: Link) -> usize {
        let [a, b] = [link.id, link.other].map(|id| self.group_of[self.place(id)]);
        if a == b {
            return 0;
        }
        let (mut checks, mut least) = (0, self.least[a as usize].min(self.least[b as usize]));
        for (x, y) in self.members(a).flat_map(|x| self.members(b).map(move |y| (x, y))) {
            checks += 1;
            match self.between(x, y) {
                Some(probability) => least = least.min(probability),
                None => return checks,
            }
        }
        let moved: Vec<u32> = self.members(b).collect();
        moved.iter().for_each(|place| self.group_of[*place as usize] = a);
        self.next[self.last[a as usize] as usize] = b;
        self.last[a as usize] = self.last[b as usize];
        self.least[a as usize] = least;
        checks
    }

    /// Groups of two and more by the id of their first, each with the probability of its least probable pair.
    pub fn groups(&self) -> impl Iterator<Item = (Vec<Id>, Probability)> {
        let first = (0..).zip(&self.group_of).filter(|(place, group)| place == *group).map(|(place, _): (u32, _)| place);
        let ids = |group| self.members(group).map(|place| self.ids[place as usize]).collect();
        first.filter(|group| self.last[*group as usize] != *group).map(move |group| (ids(group), self.least[group as usize]))
    }
}

/// All of it at once, of pairs that are this probable.
pub fn clusters(pairs: &[Pair], least: Probability) -> Vec<Vec<Id>> {
    let mut clustering = Clustering::default();
    pairs.iter().filter(|pair| pair.other.score.probability >= least).for_each(|pair| clustering.add(*pair));
    while clustering.step() {}
    clustering.groups().map(|(ids, _)| ids).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::super::compare::Score;
    use super::*;

    /// Word by word: the best pair first, two groups if all of them are pairs.
    fn plainly(pairs: &BTreeMap<(u128, u128), u32>) -> Vec<(Vec<u128>, u32)> {
        let mut best: Vec<_> = pairs.iter().collect();
        best.sort_by_key(|((a, b), probability)| (std::cmp::Reverse(**probability), *a, *b));
        let mut groups: Vec<Vec<u128>> = (0..60).map(|id| vec![id]).collect();
        let between = |a: u128, b: u128| pairs.get(&(a.min(b), a.max(b)));
        for ((a, b), _) in best {
            let place = |id| groups.iter().position(|group| group.contains(id)).expect("everybody is in a group");
            let (one, other) = (place(a), place(b));
            if one != other && groups[one].iter().all(|x| groups[other].iter().all(|y| between(*x, *y).is_some())) {
                let moved = std::mem::take(&mut groups[other]);
                groups[one].extend(moved);
            }
        }
        groups.retain(|group| group.len() > 1);
        let pairs_in =
            |group: &[u128]| -> Vec<u32> { group.iter().flat_map(|x| group.iter().filter_map(|y| between(*x, *y).copied())).collect() };
        groups.into_iter().map(|group| (group.clone(), pairs_in(&group).into_iter().min().unwrap_or_default())).collect()
    }

    #[test]
    fn groups_are_what_the_words_say() {
        let mut state = 5_u32;
        let mut roll = |sides: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % sides
        };
        for count in [0, 1, 5, 40, 200, 600, 1_500] {
            let pair = |roll: &mut dyn FnMut(u32) -> u32| {
                // Neighbours more often, so that groups grow.
                let (a, step) = (u128::from(roll(59)), u128::from(1 + roll(8)));
                ((a, (a + step).min(59)), 50_000 + roll(20) * 47_000)
            };
            let pairs: BTreeMap<(u128, u128), u32> = (0..count).map(|_| pair(&mut roll)).collect();
            let mut clustering = Clustering::default();
            for ((a, b), probability) in pairs.iter().rev() {
                let score = Score { probability: Probability(*probability), ..Score::default() };
                clustering.add(Pair { id: Id::from_u128(*a), other: Match { id: Id::from_u128(*b), score } });
            }
            while clustering.step() {}
            let found: Vec<_> = clustering.groups().map(|(ids, least)| (ids.iter().map(|id| id.as_u128()).collect(), least.0)).collect();
            assert_eq!(found, plainly(&pairs));
        }
    }
}
