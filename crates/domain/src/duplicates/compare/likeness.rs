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

/// Of two folded words. Symmetric.
pub fn likeness(a: &[u8], b: &[u8]) -> Likeness {
    if a == b {
        return Likeness::Equal;
    }
    if figures_differ(a, b) {
        return Likeness::Far;
    }
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    if short == 0 {
        return Likeness::Far;
    }
    let start = short >= 3 && (a.starts_with(b) || b.starts_with(a));
    let distance = distance(a, b);
    if (distance <= 2 || long - short <= 3) && collapse(a)[..] == collapse(b)[..] {
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
    if a.len().abs_diff(b.len()) >= MANY || a.len() > LONGEST || b.len() > LONGEST {
        return MANY;
    }
    rows(a, b)
}

fn rows(a: &[u8], b: &[u8]) -> usize {
    let mut before = [0_u8; LONGEST + 1];
    let mut above = [0_u8; LONGEST + 1];
    let mut row = [0_u8; LONGEST + 1];
    for (at, cell) in (0_u8..).zip(above.iter_mut()) {
        *cell = at;
    }
    for i in 1..=a.len() {
        row[0] = i as u8;
        let mut least = row[0];
        for j in 1..=b.len() {
            let change = above[j - 1] + u8::from(a[i - 1] != b[j - 1]);
            let mut cell = change.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cell = cell.min(before[j - 2] + 1);
            }
            row[j] = cell;
            least = least.min(cell);
        }
        if usize::from(least) >= MANY {
            return MANY;
        }
        (before, above, row) = (above, row, before);
    }
    usize::from(above[b.len()]).min(MANY)
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
}
