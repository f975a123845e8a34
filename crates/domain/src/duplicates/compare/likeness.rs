//! How alike two words are.

use super::super::few::Few;
use super::super::normal::fold::collapse;
use super::super::normal::sound::skeleton;

/// From the same to nothing in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    Equal,
    /// The same but for umlauts and doubled letters.
    Spelling,
    /// A slip or two for its length, or the same sound.
    Near,
    /// One begins with the other.
    Start,
    /// Two slips in a short word.
    Loose,
    Far,
}

/// Letters compared at most.
const LONGEST: usize = 32;
/// A distance that is never counted out.
pub const MANY: usize = 5;

/// Both have figures, and these differ: `filiale3` and `filiale4` are two, however few letters tell them apart.
pub fn figures_differ(a: &[u8], b: &[u8]) -> bool {
    let any = |word: &[u8]| word.iter().any(u8::is_ascii_digit);
    let figures = |word| -> Few<u8, LONGEST> { <[u8]>::iter(word).copied().filter(u8::is_ascii_digit).collect() };
    any(a) && any(b) && figures(a)[..] != figures(b)[..]
}

/// A bit for each letter that a word has; some letters share one.
fn letters(word: &[u8]) -> u32 {
    word.iter().fold(0, |seen, byte| seen | 1 << (byte & 31))
}

/// Letters that only one of two words has: each of them is a slip.
fn slips(a: u32, b: u32) -> u32 {
    (a & !b).count_ones().max((b & !a).count_ones())
}

/// The letter that umlauts are written out with.
const E: u32 = 1 << (b'e' & 31);

/// Of two folded words. Symmetric.
pub fn likeness(a: &[u8], b: &[u8]) -> Likeness {
    if a == b {
        return Likeness::Equal;
    }
    if a.is_empty() || b.is_empty() || figures_differ(a, b) {
        return Likeness::Far;
    }
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    let start = short >= 3 && (a.starts_with(b) || b.starts_with(a));
    let (x, y) = (letters(a), letters(b));
    // Nothing below asks how many more than three they are.
    if slips(x, y) > 3 {
        return if start { Likeness::Start } else { Likeness::Far };
    }
    let distance = distance(a, b);
    let spelling = a[0] == b[0] && (x ^ y) & !E == 0 && (distance <= 2 || long - short <= 3);
    if spelling && collapse(a)[..] == collapse(b)[..] {
        return Likeness::Spelling;
    }
    let near = match distance {
        0 | 1 => short >= 4 || short == 3 && a[0] == b[0],
        2 => short >= 6,
        3 => short >= 9,
        _ => false,
    };
    if near || (distance <= 3 && short >= 4 && skeleton(a) == skeleton(b)) {
        return Likeness::Near;
    }
    if start {
        return Likeness::Start;
    }
    if (distance == 1 && a[0] == b[0] && short == 2) || (distance == 2 && short >= 4) || (distance == 3 && short >= 6) {
        Likeness::Loose
    } else {
        Likeness::Far
    }
}

/// Insertions, losses, changes and swaps of neighbours that lead from one to the other; at most [`MANY`].
pub fn distance(a: &[u8], b: &[u8]) -> usize {
    let shared = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[shared..], &b[shared..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    if a.is_empty() || b.is_empty() {
        return a.len().max(b.len()).min(MANY);
    }
    if a.len().abs_diff(b.len()) >= MANY || a.len() > LONGEST || b.len() > LONGEST || slips(letters(a), letters(b)) as usize >= MANY {
        return MANY;
    }
    counted(a, b).min(MANY)
}

/// All of a column at once: a bit for each letter of `a`, as Hyyrö describes it ("A bit-vector algorithm for computing Levenshtein and
/// Damerau edit distances", 2003).
fn counted(a: &[u8], b: &[u8]) -> usize {
    let last = 1_u32 << (a.len() - 1);
    let (mut more, mut less, mut diagonal, mut same_before) = (u32::MAX, 0_u32, 0_u32, 0_u32);
    let mut distance = a.len();
    for letter in b {
        let same = a.iter().rev().fold(0, |bits: u32, own| bits << 1 | u32::from(own == letter));
        let swapped = (!diagonal & same) << 1 & same_before;
        diagonal = ((same & more).wrapping_add(more) ^ more) | same | less | swapped;
        let (rising, falling) = (less | !(diagonal | more), diagonal & more);
        distance = distance + usize::from(rising & last != 0) - usize::from(falling & last != 0);
        let (rising, falling) = (rising << 1 | 1, falling << 1);
        (more, less, same_before) = (falling | !(diagonal | rising), rising & diagonal, same);
    }
    distance
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near_and_other_names_far() {
        for (a, b, expected) in [
            ("mueller", "muller", Likeness::Spelling),
            ("matthias", "msatthias", Likeness::Near),
            ("lucas", "lucsa", Likeness::Near),
            ("meier", "mayer", Likeness::Near),
            ("alex", "alexander", Likeness::Start),
            ("anna", "maria", Likeness::Far),
            ("mara", "maio", Likeness::Loose),
            ("ann", "ana", Likeness::Near),
            ("filiale3", "filiale4", Likeness::Far),
            ("r0ssi", "rossi", Likeness::Near),
        ] {
            assert_eq!(likeness(a.as_bytes(), b.as_bytes()), expected, "{a} {b}");
            assert_eq!(likeness(b.as_bytes(), a.as_bytes()), expected, "{b} {a}");
        }
        assert_eq!(distance(b"abcd", b"acbd"), 1);
        assert_eq!(distance(b"kitten", b"sitting"), 3);
    }

    /// Row by row, as the books have it.
    fn by_rows(a: &[u8], b: &[u8]) -> usize {
        let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
        for i in 1..=a.len() {
            let mut row = vec![i];
            for j in 1..=b.len() {
                let change = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                let swapped = if swap { rows[i - 2][j - 2] + 1 } else { usize::MAX };
                row.push(change.min(rows[i - 1][j] + 1).min(row[j - 1] + 1).min(swapped));
            }
            rows.push(row);
        }
        rows[a.len()][b.len()].min(MANY)
    }

    #[test]
    fn distances_are_those_of_the_books() {
        let mut state = 7_u32;
        let mut word = |letters: u32, most: u32| -> Vec<u8> {
            let mut roll = |sides: u32| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 16) % sides
            };
            (0..=roll(most)).map(|_| b'a' + roll(letters) as u8).collect()
        };
        for (letters, most) in [(2, 6), (3, 10), (5, 12), (20, 9), (3, 31)] {
            for _ in 0..2_000 {
                let (a, b) = (word(letters, most), word(letters, most));
                assert_eq!(distance(&a, &b), by_rows(&a, &b), "{:?}", (String::from_utf8(a), String::from_utf8(b)));
            }
        }
    }
}
