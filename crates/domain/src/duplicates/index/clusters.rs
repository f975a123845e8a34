//! Pairs in groups: everybody in a group may be the same as everybody else in it. No chains: a mailbox of a department would
//! make one person of it.

use super::super::bands::Probability;
use super::pairs::Pair;
use crate::ids::Id;
use crate::order::sort_by;

/// Groups of two and more, best pairs first (complete link); a record is in one group at most.
pub fn clusters(pairs: &[Pair], least: Probability) -> Vec<Vec<Id>> {
    let mut best: Vec<&Pair> = pairs.iter().filter(|pair| pair.other.score.probability >= least).collect();
    sort_by(&mut best, |a, b| (a.id, a.other.id).cmp(&(b.id, b.other.id)));
    let known = best.clone();
    let linked = |a: Id, b: Id| known.binary_search_by_key(&(a.min(b), a.max(b)), |pair| (pair.id, pair.other.id)).is_ok();
    sort_by(&mut best, |a, b| {
        let key = |pair: &Pair| (std::cmp::Reverse(pair.other.score.probability), pair.id, pair.other.id);
        key(a).cmp(&key(b))
    });
    let mut ids: Vec<Id> = best.iter().flat_map(|pair| [pair.id, pair.other.id]).collect();
    sort_by(&mut ids, Id::cmp);
    ids.dedup();
    let place = |id: Id| ids.partition_point(|known| *known < id);
    let mut groups: Vec<Vec<Id>> = ids.iter().map(|id| vec![*id]).collect();
    let mut group_of: Vec<usize> = (0..ids.len()).collect();
    for pair in best {
        let (a, b) = (group_of[place(pair.id)], group_of[place(pair.other.id)]);
        if a != b && groups[a].iter().all(|x| groups[b].iter().all(|y| linked(*x, *y))) {
            let moved = std::mem::take(&mut groups[b]);
            moved.iter().for_each(|id| group_of[place(*id)] = a);
            groups[a].extend(moved);
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}
