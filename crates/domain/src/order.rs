//! Sorting with one copy of the algorithm for all types: each copy is 4 kB of WASM that a phone has to fetch. For short lists;
//! an order of all leads has a sort of its own.

use std::cmp::Ordering;

/// As `slice::sort_by`: what is equal stays in its order.
pub fn sort_by<T>(list: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut order: Vec<u32> = (0..list.len() as u32).collect();
    sort_places(&mut order, &mut |a, b| compare(&list[a], &list[b]));
    let mut old: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|at| old[at as usize].take()));
}

/// As `slice::sort_by_key`: what is equal stays in its order.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, mut key: impl FnMut(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

/// Places in a list, in the order of what is there.
pub fn sort_places(order: &mut [u32], compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    order.sort_by(|a, b| compare(*a as usize, *b as usize));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts_like_the_standard_library() {
        let words = ["pear", "fig", "apple", "kiwi", "plum", "fig", ""];
        let mut ours: Vec<(usize, &str)> = words.into_iter().enumerate().collect();
        let mut theirs = ours.clone();
        sort_by_key(&mut ours, |(_, word)| word.len());
        theirs.sort_by_key(|(_, word)| word.len());
        assert_eq!(ours, theirs);
        sort_by(&mut ours, |a, b| b.1.cmp(a.1));
        theirs.sort_by(|a, b| b.1.cmp(a.1));
        assert_eq!(ours, theirs);
    }
}
