//! The place of a card in its stage: a text that sorts between its neighbours', so a move changes one record only.

const DIGITS: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";

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
    use super::between;
    use proptest::prelude::*;

    #[test]
    fn open_ends() {
        let first = between("", "");
        assert!(between("", &first) < first);
        assert!(between(&first, "") > first);
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
