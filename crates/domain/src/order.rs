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

/// Numbers of which no more are put in order by moving each to its place.
const SHORT: usize = 32;

/// Ascending. By their bytes, the last one first: much faster than by comparisons, and less to fetch.
pub fn sort_numbers(list: &mut Vec<u64>) {
    if list.len() <= SHORT {
        return sort_short(list);
    }
    let (first, mut other) = (list[0], vec![0; list.len()]);
    let differing = list.iter().fold(0, |bits, number| bits | (number ^ first));
    for shift in (0..64).step_by(8).filter(|shift| differing >> shift & 0xff != 0) {
        let digit = |number: &u64| (number >> shift & 0xff) as usize;
        let mut starts = [0_usize; 257];
        list.iter().for_each(|number| starts[digit(number) + 1] += 1);
        for at in 1..256 {
            starts[at] += starts[at - 1];
        }
        for number in list.iter() {
            let start = &mut starts[digit(number)];
            other[*start] = *number;
            *start += 1;
        }
        std::mem::swap(list, &mut other);
    }
}

fn sort_short(list: &mut [u64]) {
    for at in 1..list.len() {
        let mut place = at;
        while place > 0 && list[place - 1] > list[place] {
            list.swap(place - 1, place);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_sorted_however_many_and_large_they_are() {
        let mut state = 1_u64;
        for (count, shift) in [(0, 0), (1, 0), (32, 0), (33, 0), (33, 56), (400, 0), (400, 17), (5_000, 40), (300, 63)] {
            let mut number = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                state >> shift
            };
            let mut ours: Vec<u64> = (0..count).map(|_| number()).collect();
            let mut theirs = ours.clone();
            sort_numbers(&mut ours);
            theirs.sort_unstable();
            assert_eq!(ours, theirs);
        }
    }

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
