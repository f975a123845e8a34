//! Groups of those who may be the same, formed in slices of what a survey has found.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use domain::duplicates::{Bands, Clustering, Match, Pair, Probability, Score};
use domain::ids::Id;
use domain::records::{Field, Record};

use super::working_set::{Group, WorkingSet};

/// Pairs taken over at a time.
const TOGETHER: usize = 500;

#[derive(Debug)]
pub struct Grouping {
    /// Less probable pairs are left out.
    pub least: Probability,
    apart: BTreeSet<(Id, Id)>,
    /// The last one of the found pairs that was taken over.
    last: Option<(Id, Id)>,
    /// Those that a search at work has found, so far.
    others: usize,
    is_taken: bool,
    clustering: Clustering,
    /// Who changed since it began: in no group until compared again.
    changed: BTreeSet<Id>,
}

/// What pairs are taken from.
pub trait Pairs {
    /// Found before, after the one with these ids.
    fn found(&self, after: Option<(Id, Id)>) -> impl Iterator<Item = ((Id, Id), Score)>;
    /// Found by a search that is at work, or has just ended.
    fn others(&self) -> impl Iterator<Item = Pair>;
}

impl Grouping {
    pub fn begin(set: &WorkingSet, least: Probability) -> Self {
        Self {
            least,
            apart: kept_apart(set),
            last: None,
            others: 0,
            is_taken: false,
            clustering: Clustering::default(),
            changed: BTreeSet::new(),
        }
    }

    pub fn follow(&mut self, changed: &[Id]) {
        self.changed.extend(changed);
    }

    /// A little more; false when all is done. The pairs must be the same each time, but for those of who changed.
    pub fn step(&mut self, pairs: &impl Pairs) -> bool {
        if self.is_taken {
            return self.clustering.step();
        }
        let some: Vec<Pair> = if self.others == 0 { self.some_found(pairs) } else { Vec::new() };
        if some.is_empty() {
            let others = pairs.others().skip(self.others).take(TOGETHER);
            let taken = others.fold(0, |taken, pair| {
                self.add(pair);
                taken + 1
            });
            self.others += taken;
            self.is_taken = taken == 0;
        }
        some.into_iter().for_each(|pair| self.add(pair));
        true
    }

    fn some_found(&mut self, pairs: &impl Pairs) -> Vec<Pair> {
        let some: Vec<_> = pairs.found(self.last).take(TOGETHER).collect();
        self.last = some.last().map(|(ids, _)| *ids).or(self.last);
        some.into_iter().map(|((id, other), score)| Pair { id, other: Match { id: other, score } }).collect()
    }

    /// Each pair in one order, the lower id first.
    fn add(&mut self, pair: Pair) {
        let ids = (pair.id, pair.other.id);
        if ids.0 < ids.1 && pair.other.score.probability >= self.least && !self.apart.contains(&ids) {
            self.clustering.add(pair);
        }
    }

    /// The most probable first.
    pub fn finish(self, bands: Bands) -> Vec<Group> {
        let group = |(ids, probability)| Group { ids, probability, band: bands.of(probability) };
        let mut groups: Vec<Group> = self.clustering.groups().map(group).collect();
        groups.retain(|group| !group.ids.iter().any(|id| self.changed.contains(id)));
        domain::order::sort_by_key(&mut groups, |group| (Reverse(group.probability), group.ids[0]));
        groups
    }
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
