//! Pairs in groups: everybody in a group may be the same as everybody else in it. No chains: a mailbox of a department would
//! make one person of it.

use std::collections::BTreeMap;

use super::super::bands::Probability;
use super::pairs::Pair;
use crate::ids::Id;

/// Groups of two and more, best pairs first (complete link); a record is in one group at most.
pub fn clusters(pairs: &[Pair], least: Probability) -> Vec<Vec<Id>> {
    let known: BTreeMap<(Id, Id), Probability> =
        pairs.iter().map(|pair| ((pair.id, pair.other.id), pair.other.score.probability)).collect();
    let linked = |a: Id, b: Id| known.get(&(a.min(b), a.max(b))).is_some_and(|probability| *probability >= least);
    let mut best: Vec<&Pair> = pairs.iter().filter(|pair| pair.other.score.probability >= least).collect();
    crate::order::sort_by(&mut best, |a, b| {
        let key = |pair: &Pair| (std::cmp::Reverse(pair.other.score.probability), pair.id, pair.other.id);
        key(a).cmp(&key(b))
    });
    let mut group_of: BTreeMap<Id, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<Id>> = Vec::new();
    for pair in best {
        let mut place = |id: Id| {
            *group_of.entry(id).or_insert_with(|| {
                groups.push(vec![id]);
                groups.len() - 1
            })
        };
        let (a, b) = (place(pair.id), place(pair.other.id));
        if a != b && groups[a].iter().all(|x| groups[b].iter().all(|y| linked(*x, *y))) {
            let moved = std::mem::take(&mut groups[b]);
            moved.iter().for_each(|id| {
                group_of.insert(*id, a);
            });
            groups[a].extend(moved);
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}
