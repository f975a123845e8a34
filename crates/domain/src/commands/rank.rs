//! The place of a card in its stage: a text that sorts between its neighbours', so a move changes one record only.

use crate::ids::Id;
use crate::stamp::Millis;

const DIGITS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// The rank of a card that nobody placed yet: the newest on top, those of one moment in the order of their ids.
pub fn fresh(at: Millis, id: Id) -> String {
    let age = NEVER.saturating_sub_signed(at).min(NEVER);
    let tie = (id.as_u128() % u128::from(TIES)) as u64;
    format!("{}{}i", in_digits(age, NEVER), in_digits(tie, TIES - 1))
}

/// Nine digits of time hold until the year 5188.
const NEVER: u64 = 36_u64.pow(9) - 1;
const TIES: u64 = 36_u64.pow(4);

/// As many digits as `max` needs.
fn in_digits(mut number: u64, mut max: u64) -> String {
    let mut digits = Vec::new();
    while max > 0 {
        digits.push(DIGITS[(number % 36) as usize]);
        (number, max) = (number / 36, max / 36);
    }
    digits.iter().rev().map(|digit| char::from(*digit)).collect()
}

/// A rank after `before` and ahead of `after`; either may be open (empty). Ranks never end in the lowest digit.
pub fn between(before: &str, after: &str) -> String {
    let mut rank = String::new();
    let mut bounded = !after.is_empty();
    for at in 0.. {
        let low = digit(before, at).unwrap_or(0);
        let high = if bounded { digit(after, at).unwrap_or(DIGITS.len()) } else { DIGITS.len() };
        if high > low + 1 {
            rank.push(char::from(DIGITS[(low + high) / 2]));
            return rank;
        }
        rank.push(char::from(DIGITS[low]));
        bounded = bounded && low == high;
    }
    rank
}

fn digit(rank: &str, at: usize) -> Option<usize> {
    let byte = rank.as_bytes().get(at)?;
    DIGITS.iter().position(|digit| digit == byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn open_ends() {
        let first = between("", "");
        assert!(between("", &first) < first);
        assert!(between(&first, "") > first);
    }

    #[test]
    fn new_cards_come_on_top_and_leave_room() {
        let (old, new) = (fresh(1_700_000_000_000, Id::from_u128(7)), fresh(1_700_000_060_000, Id::from_u128(3)));
        assert!(new < old);
        assert_eq!(old.len(), new.len());
        let between_them = between(&new, &old);
        assert!(new < between_them && between_them < old);
        for at in [i64::MIN, -1, 0, i64::MAX] {
            let rank = fresh(at, Id::from_u128(u128::MAX));
            assert!(between("", &rank) < rank && rank < between(&rank, ""), "{rank}");
        }
    }

    proptest! {
        #[test]
        fn there_is_always_room(places in prop::collection::vec(any::<prop::sample::Index>(), 1..200)) {
            let mut ranks: Vec<String> = Vec::new();
            for place in places {
                let at = place.index(ranks.len() + 1);
                let before = if at == 0 { "" } else { &ranks[at - 1] };
                let after = ranks.get(at).map_or("", String::as_str);
                let rank = between(before, after);
                prop_assert!(before < rank.as_str() && (after.is_empty() || rank.as_str() < after));
                ranks.insert(at, rank);
            }
        }
    }
}
