//! Names of firms against each other: words by their rarity, soft, as a whole and by initials.

use super::super::bits::Points;
use super::super::evidence::Label;
use super::super::few::Few;
use super::super::packed::Word;
use super::likeness::{Likeness, distance, figures_differ, likeness};
use super::prepared::Prepared;

/// What two firms' names have in common, in points of rarity.
#[derive(Clone, Copy, Debug, Default)]
pub struct Firms {
    /// Both have a name.
    pub known: bool,
    pub shared: Points,
    pub only_a: Points,
    pub only_b: Points,
    /// Words of their own: with both, a sister or a stranger rather than a spelling.
    pub own_a: bool,
    pub own_b: bool,
    /// All words agree but for slips.
    pub exact: bool,
    /// Letter by letter.
    pub same: bool,
    /// Nobody else among the records has the name.
    pub unique: bool,
    /// Each has a number that the other lacks: Filiale 3, Filiale 4.
    pub numbered_apart: bool,
    /// The same words, another one first.
    pub turned: bool,
}

impl Firms {
    /// Share of what agrees, 0..=100.
    pub fn ratio(&self) -> i32 {
        let all = self.only_a + self.only_b + 2 * self.shared;
        if all == 0 { 0 } else { 200 * self.shared / all }
    }

    /// Each has a word that the other lacks (Kofler Bau, Kofler Reisen).
    pub fn sisters(&self) -> bool {
        self.own_a && self.own_b
    }

    /// One has a word more than the other.
    pub fn longer(&self) -> bool {
        self.own_a != self.own_b
    }

    pub fn agree(&self) -> bool {
        self.exact || self.known && !self.sisters() && self.ratio() >= 70
    }

    pub fn alike(&self) -> bool {
        self.known && !self.sisters() && self.ratio() >= 35
    }

    /// What is said of names that agree.
    pub fn label(&self) -> Label {
        if self.same { Label::CompanyEqual } else { Label::CompanySpelling }
    }

    pub fn differ(&self) -> bool {
        self.known && !self.agree() && !self.alike()
    }
}

/// Tenths of a word's points that remain when it is only like the other one.
fn kept(a: &[u8], b: &[u8]) -> Points {
    let short = a.len().min(b.len());
    match likeness(a, b) {
        Likeness::Equal => 10,
        Likeness::Spelling => 9,
        Likeness::Near if short >= 9 || distance(a, b) <= 1 => 8,
        _ if short >= 3 && (a.starts_with(b) || b.starts_with(a)) => 7,
        _ if abbreviates(a, b) || abbreviates(b, a) => 7,
        _ if short >= 5 && (a.ends_with(b) || b.ends_with(a)) => 5,
        _ => 0,
    }
}

/// `medtech` of `medizintechnik`: the same beginning, all letters in their order; `hldgs` of `holdings`: no vowels at all.
fn abbreviates(short: &[u8], long: &[u8]) -> bool {
    if short.len() < 3 || long.len() < short.len() + 3 || short[0] != long[0] {
        return false;
    }
    let consonants = !short.iter().any(|letter| b"aeiou".contains(letter));
    let mut rest = long.iter();
    (consonants || short.len() >= 4 && short[..3] == long[..3]) && short.iter().all(|letter| rest.any(|other| other == letter))
}

fn like(a: &Word, b: &Word) -> Points {
    if a.class != 0 && a.class == b.class { 10 } else { kept(a.text, b.text) }
}

pub fn compare(a: &Prepared, b: &Prepared) -> Firms {
    let (x, y) = (&a.view.company, &b.view.company);
    let mut firms = Firms { known: !x.is_empty() && !y.is_empty(), ..Firms::default() };
    if !firms.known {
        return firms;
    }
    firms.unique = a.whole.max(b.whole) >= a.rarest;
    let (one, other) = (&a.name, &b.name);
    let whole = if one[..] == other[..] { 0 } else { 10 };
    let numbered = whole > 0 && (numbered_apart(x, y) && numbered_apart(y, x));
    let long = one.len().min(other.len()) >= 6 && one.len() <= 32 && other.len() <= 32;
    let near = || acronym(x, y) || acronym(y, x) || (x.len() != y.len() && long && distance(one, other) <= 1);
    if whole == 0 || !figures_differ(one, other) && near() {
        firms.shared = (a.company_sum().max(b.company_sum()) - whole).max(0);
        firms.exact = true;
        firms.same = whole == 0;
        return firms;
    }
    let mut taken = [false; 7];
    let mut least = 10;
    for (word, points) in x.iter().zip(a.company) {
        let free = y.iter().enumerate().filter(|(at, _)| !taken[*at]);
        let common = |points: Points| points + COMMON < a.rarest;
        // Two words that many have are two words, however alike (Schmitt, Schmitz).
        let like = |at: usize, other: &Word| {
            let kept = like(word, other);
            if kept == 8 && common(points) && common(b.company[at]) { 4 } else { kept }
        };
        let best = free.map(|(at, other)| (like(at, other), std::cmp::Reverse(at))).max();
        match best {
            Some((kept, std::cmp::Reverse(at))) if kept > 0 => {
                taken[at] = true;
                least = least.min(kept);
                let both = points.min(b.company[at]);
                firms.shared += both * kept / 10;
                firms.only_a += both * (10 - kept) / 20;
                firms.only_b += both * (10 - kept) / 20;
            }
            _ => {
                firms.only_a += points;
                firms.own_a |= counts(word);
            }
        }
    }
    for (at, word) in y.iter().enumerate().filter(|(at, _)| !taken[*at]) {
        firms.only_b += b.company[at];
        firms.own_b |= counts(word);
    }
    firms.numbered_apart = numbered;
    firms.own_a |= numbered;
    firms.own_b |= numbered;
    firms.exact = !firms.own_a && !firms.own_b && least > 4;
    if firms.exact {
        // The whole name, but for slips and abbreviations.
        firms.shared = firms.shared.max(a.whole.min(b.whole) * 9 / 10);
        // Klein Maschinenbau and Maschinenbau Klein: a trade with a surname, as many a firm is called.
        firms.turned = x.len() > 1 && like(&x[0], &y[0]) == 0;
    }
    firms
}

/// A word whose absence tells two firms apart: no single letter, but any number.
fn counts(word: &Word) -> bool {
    word.text.len() >= 2 || word.text[..1].iter().all(u8::is_ascii_digit)
}

/// A number of `a` that `b` lacks, where `b` has numbers too.
fn numbered_apart(a: &[Word], b: &[Word]) -> bool {
    let has_figure = |word: &Word| word.text.iter().any(u8::is_ascii_digit);
    let known = |word: &Word| b.iter().any(|other| has_figure(other) && !figures_differ(word.text, other.text));
    b.iter().any(has_figure) && a.iter().any(|word| has_figure(word) && !known(word))
}

/// Points that a word of three or more records has less than the rarest.
const COMMON: Points = 15;

/// The words of a name run together.
pub fn joined(words: &[Word]) -> Few<u8, 64> {
    let mut all = Few::default();
    words.iter().for_each(|word| all.extend(word.text));
    all
}

/// `bmw` of `bayerische motoren werke`.
fn acronym(short: &[Word], long: &[Word]) -> bool {
    let [word] = short else {
        return false;
    };
    word.text.len() >= 3 && word.text.len() == long.len() && word.text.iter().zip(long).all(|(byte, word)| word.text.first() == Some(byte))
}
