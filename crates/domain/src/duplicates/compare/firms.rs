//! Names of firms against each other: words by their rarity, soft, as a whole and by initials.

use super::super::bits::Points;
use super::super::few::Few;
use super::super::packed::Word;
use super::likeness::{Likeness, likeness};
use super::prepared::Prepared;

/// What two firms' names have in common, in points of rarity.
#[derive(Clone, Copy, Debug, Default)]
pub struct Firms {
    /// Both have a name.
    pub known: bool,
    pub shared: Points,
    pub only_a: Points,
    pub only_b: Points,
    /// Words of their own that say something: a sister, a branch.
    pub distinct_a: bool,
    pub distinct_b: bool,
    /// All words agree but for slips.
    pub exact: bool,
}

impl Firms {
    /// Share of what agrees, 0..=100.
    pub fn ratio(&self) -> i32 {
        let all = self.only_a + self.only_b + 2 * self.shared;
        if all == 0 { 0 } else { 200 * self.shared / all }
    }

    pub fn differ(&self) -> bool {
        self.known && self.ratio() < 35
    }

    pub fn agree(&self) -> bool {
        self.known && self.ratio() >= 75
    }

    pub fn sisters(&self) -> bool {
        self.distinct_a && self.distinct_b
    }
}

/// Tenths of a word's points that each likeness keeps.
fn kept(likeness: Likeness) -> Points {
    match likeness {
        Likeness::Equal => 10,
        Likeness::Spelling => 9,
        Likeness::Near => 8,
        Likeness::Start => 7,
        Likeness::Loose | Likeness::Far => 0,
    }
}

pub fn compare(a: &Prepared, b: &Prepared) -> Firms {
    let (x, y) = (&a.view.company, &b.view.company);
    let mut firms = Firms { known: !x.is_empty() && !y.is_empty(), ..Firms::default() };
    if !firms.known {
        return firms;
    }
    if joined(x)[..] == joined(y)[..] || acronym(x, y) || acronym(y, x) {
        let most = |words: &[Word], points: &[Points; 7]| words.iter().zip(points).map(|(_, points)| *points).sum::<Points>();
        firms.shared = most(x, &a.company).max(most(y, &b.company));
        firms.exact = true;
        return firms;
    }
    let mut taken = [false; 7];
    for (word, points) in x.iter().zip(a.company) {
        let free = y.iter().enumerate().filter(|(at, _)| !taken[*at]);
        let best = free.map(|(at, other)| (kept(likeness(word.text, other.text)), std::cmp::Reverse(at))).max();
        match best {
            Some((kept, std::cmp::Reverse(at))) if kept > 0 => {
                taken[at] = true;
                let both = points.min(b.company[at]);
                firms.shared += both * kept / 10;
                firms.only_a += (both * (10 - kept) / 10 + points.min(110) - both) / 2;
                firms.only_b += (both * (10 - kept) / 10 + b.company[at] - both) / 2;
            }
            _ => {
                firms.only_a += points;
                firms.distinct_a |= !word.weak && points >= 25;
            }
        }
    }
    for (at, word) in y.iter().enumerate().filter(|(at, _)| !taken[*at]) {
        firms.only_b += b.company[at];
        firms.distinct_b |= !word.weak && b.company[at] >= 25;
    }
    firms.exact = firms.only_a == 0 && firms.only_b == 0;
    firms
}

/// The words of a name run together.
pub fn joined(words: &[Word]) -> Few<u8, 64> {
    let mut all = Few::default();
    words.iter().for_each(|word| word.text.iter().for_each(|byte| all.push(*byte)));
    all
}

/// `bmw` of `bayerische motoren werke`.
fn acronym(short: &[Word], long: &[Word]) -> bool {
    let [word] = short else {
        return false;
    };
    word.text.len() >= 3 && word.text.len() == long.len() && word.text.iter().zip(long).all(|(byte, word)| word.text.first() == Some(byte))
}
