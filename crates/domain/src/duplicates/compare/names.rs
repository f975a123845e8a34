//! Names of people against each other.

use super::super::bits::Points;
use super::super::evidence::Label;
use super::super::few::Few;
use super::super::normal::fold::collapse;
use super::super::normal::sound::skeleton;
use super::super::packed::Given;
use super::super::statistics::{Counted, Statistics, rarity};
use super::likeness::{Likeness, distance, figures_differ, likeness};
use super::prepared::Prepared;
use super::weights::*;

/// How the given names relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum First {
    Equal,
    Spelling,
    Nickname,
    /// What looks like a pet name, or one of two genders' (Andy): never sure.
    Pet,
    Part,
    Initial,
    /// One slip in a name that is known, by somebody who hardly meant another one.
    Slip,
    /// One slip.
    Near,
    /// Two slips, or one begins with the other.
    Loose,
    /// Alike by letters, but two names of their own (Anna, Anja).
    Neighbour,
    Different,
    Missing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Last {
    Equal,
    Spelling,
    Near,
    Part,
    Loose,
    Different,
    Missing,
}

/// What a comparison of two names came to.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    pub first: First,
    pub first_points: Points,
    pub last: Last,
    pub last_points: Points,
    pub swapped: bool,
    /// Both surnames are common enough to be names of their own, so that one is hardly a slip of the other.
    pub surnames_known: bool,
    /// A given name on either side is of women and of men.
    pub either_gender: bool,
    /// One given name begins with the other, and nothing says they are a woman's and a man's (Andre, Andreas).
    pub begins: bool,
    /// Both given names are known as names.
    pub both_known: bool,
}

impl Names {
    pub fn points(&self) -> Points {
        self.first_points + self.last_points
    }

    pub fn first_label(&self) -> Option<Label> {
        Some(match self.first {
            First::Equal => Label::FirstNameEqual,
            First::Spelling => Label::FirstNameSpelling,
            First::Nickname | First::Pet => Label::FirstNameNickname,
            First::Part => Label::FirstNamePart,
            First::Initial => Label::FirstNameInitial,
            First::Slip | First::Near | First::Loose => Label::FirstNameNear,
            First::Neighbour | First::Different => Label::FirstNameDifferent,
            First::Missing => return None,
        })
    }

    pub fn last_label(&self) -> Option<Label> {
        Some(match self.last {
            Last::Equal => Label::LastNameEqual,
            Last::Spelling => Label::LastNameSpelling,
            Last::Near | Last::Loose => Label::LastNameNear,
            Last::Part => Label::LastNamePart,
            Last::Different => Label::LastNameDifferent,
            Last::Missing => return None,
        })
    }
}

/// A part of a name with its rarity, of one side.
#[derive(Clone, Copy, Default)]
pub struct Part<'a> {
    pub given: Given<'a>,
    /// Points of an agreement on it as a first and as a last name; the other side asks for its own.
    pub as_first: Points,
    pub as_last: Points,
    /// Common enough in the records to be a name of its own.
    pub common: bool,
}

pub type Parts<'a> = Few<Part<'a>, 4>;

/// Both orders, the better one counts: people write the surname first.
pub fn compare(a: &Prepared, b: &Prepared) -> Names {
    let straight = Names::of(&a.first, &a.last, &b.first, &b.last);
    let certain = straight.first <= First::Spelling && straight.last <= Last::Spelling;
    if certain || a.first.is_empty() && a.last.is_empty() || b.first.is_empty() && b.last.is_empty() {
        return straight;
    }
    let mut crossed = Names::of(&a.first, &a.last, &b.last, &b.first);
    let alike = crossed.first <= First::Loose && crossed.last <= Last::Part;
    let plausible = alike || crossed.first <= First::Nickname || crossed.last <= Last::Spelling;
    crossed.first_points -= SWAPPED;
    crossed.swapped = true;
    if plausible && crossed.points() > straight.points() { crossed } else { straight }
}

impl Names {
    fn of(first: &[Part], last: &[Part], other_first: &[Part], other_last: &[Part]) -> Self {
        let known = |parts: &[Part]| parts.first().is_some_and(|part| part.given.established);
        let both_known = known(first) && known(other_first);
        let begins =
            matches!((first.first(), other_first.first()), (Some(a), Some(b)) if a.given.gender & b.given.gender != 0 && starts(a, b));
        let either_gender = first.iter().chain(other_first).any(|part| part.given.gender == 3);
        let surnames_known =
            last.len() == 1 && other_last.len() == 1 && last.iter().any(|part| part.common) && other_last.iter().any(|part| part.common);
        let (first, first_points) = firsts(first, other_first);
        let (last, last_points) = lasts(last, other_last);
        Self { first, first_points, last, last_points, swapped: false, surnames_known, either_gender, begins, both_known }
    }
}

fn firsts(a: &[Part], b: &[Part]) -> (First, Points) {
    if a.is_empty() || b.is_empty() {
        return (First::Missing, 0);
    }
    // Test 1 and Test 2.
    if figures_differ(&run_together(a), &run_together(b)) {
        return (First::Different, FIRST_DIFFERENT);
    }
    if a.len() != b.len() && joined(a, b) {
        let rare = a.iter().chain(b).map(|part| part.as_first).max().unwrap_or_default();
        return (First::Spelling, rare.clamp(FIRST_LEAST, FIRST_MOST) - SPELLING);
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut best = (First::Different, FIRST_DIFFERENT);
    let mut worst = First::Equal;
    for (place, one) in short.iter().enumerate() {
        // An initial stands for the name in its own place only.
        let initial = |at: usize, other: &Part| at == place || (one.given.text.len() > 1 && other.given.text.len() > 1);
        let others = long.iter().enumerate().filter(|(at, other)| initial(*at, other));
        let found = others.map(|(_, other)| given(one, other)).max_by_key(|(level, points)| (*points, std::cmp::Reverse(*level)));
        let found = found.unwrap_or((First::Different, FIRST_DIFFERENT));
        worst = worst.max(found.0);
        if found.1 > best.1 || best.0 == First::Different {
            best = found;
        }
    }
    // Anna Maria and Anna Lisa share a part, and each has another one.
    if worst >= First::Neighbour && best.0 < First::Neighbour {
        // A second name is often wrong or left out; the first one is the name.
        let leading = given(&short[0], &long[0]);
        return if leading.0 <= First::Nickname && short.len() > 1 { (First::Near, leading.1 - NEAR) } else { (worst, FIRST_DIFFERENT) };
    }
    if short.len() != long.len() && best.0 <= First::Pet {
        let level = if best.0 <= First::Spelling { First::Part } else { First::Pet };
        return (level, (best.1 - PART).max(FIRST_LEAST / 2));
    }
    (if best.0 <= First::Spelling && worst > best.0 { worst } else { best.0 }, best.1)
}

/// `Hans-Peter` and `Hanspeter`.
fn joined(a: &[Part], b: &[Part]) -> bool {
    let (a, b) = (run_together(a), run_together(b));
    a.len().abs_diff(b.len()) <= 3 && collapse(&a)[..] == collapse(&b)[..]
}

fn run_together(parts: &[Part]) -> Few<u8, 40> {
    parts.iter().flat_map(|part| part.given.text).copied().collect()
}

fn given(a: &Part, b: &Part) -> (First, Points) {
    let (x, y) = (a.given.text, b.given.text);
    let rare = a.as_first.min(b.as_first).clamp(FIRST_LEAST, FIRST_MOST);
    if x == y {
        return if x.len() == 1 { (First::Initial, INITIAL) } else { (First::Equal, rare) };
    }
    if x.len() == 1 || y.len() == 1 {
        return if x[..1] == y[..1] { (First::Initial, INITIAL) } else { (First::Different, FIRST_DIFFERENT) };
    }
    let (g, h) = (a.given.gender, b.given.gender);
    let genders_differ = g != 0 && h != 0 && g & h == 0;
    if genders_differ {
        return if likeness(x, y) == Likeness::Far { (First::Different, FIRST_DIFFERENT) } else { (First::Neighbour, FIRST_NEIGHBOUR) };
    }
    if a.given.classes.iter().any(|class| b.given.classes.contains(class)) {
        // Günter and Günther, Jon and John: one name in two spellings, not two forms of one.
        if distance(x, y) == 1 && x.last() == y.last() && skeleton(x) == skeleton(y) {
            return (First::Spelling, rare - SPELLING);
        }
        let level = if g == 3 || h == 3 { First::Pet } else { First::Nickname };
        return (level, (rare - NICKNAME).max(FIRST_LEAST / 2));
    }
    if diminutive(x, y) || diminutive(y, x) {
        return (First::Pet, (rare - NICKNAME - NICKNAME).max(FIRST_LEAST / 2));
    }
    let names = (a.given.established || a.common) && (b.given.established || b.common);
    match likeness(x, y) {
        Likeness::Equal | Likeness::Spelling => (First::Spelling, rare - SPELLING),
        Likeness::Near | Likeness::Start | Likeness::Loose if names => (First::Neighbour, FIRST_NEIGHBOUR),
        Likeness::Near if slip(a, b) => (First::Slip, (rare - NEAR).max(10)),
        Likeness::Near if distance(x, y) == 1 || x[0] == y[0] => (First::Near, (rare - NEAR).max(10)),
        Likeness::Near | Likeness::Start => (First::Loose, (rare - NEAR - 10).max(10)),
        Likeness::Loose => (First::Loose, (rare - NEAR - 25).max(0)),
        Likeness::Far => (First::Different, FIRST_DIFFERENT),
    }
}

fn starts(a: &Part, b: &Part) -> bool {
    a.given.text.starts_with(b.given.text) || b.given.text.starts_with(a.given.text)
}

/// One letter wrong, but the last (Alessio, Alessia), in a name that is known; what came of it is none, nor is it common.
fn slip(a: &Part, b: &Part) -> bool {
    let (x, y) = (a.given.text, b.given.text);
    let endings = x[..x.len() - 1] == y[..y.len() - 1] || x.starts_with(y) || y.starts_with(x);
    distance(x, y) == 1 && !endings && x.len().min(y.len()) >= 4 && a.given.established != b.given.established
}

/// `annetta` of `anna`, `vanni` of `giovanni`: endings that make a pet name of a given name. `paolo` and `paola` are two.
fn diminutive(long: &[u8], short: &[u8]) -> bool {
    const ENDINGS: &[&[u8]] = &[
        b"etta", b"etto", b"ella", b"ello", b"ina", b"ino", b"uccia", b"uccio", b"uzza", b"uzzo", b"ita", b"ito", b"chen", b"lein", b"erl",
        b"ie", b"i", b"y", b"li",
    ];
    let stem = if matches!(short.last(), Some(b'a' | b'o' | b'e' | b'i')) { &short[..short.len() - 1] } else { short };
    if short.len() >= 4 && long.len() >= short.len() + 2 && long.ends_with(short) {
        return true;
    }
    // "Francy" of "Francesca".
    let cut = [&b"ie"[..], b"y", b"i"].into_iter().find_map(|ending| long.strip_suffix(ending).filter(|root| root.len() >= 5));
    if cut.is_some_and(|root| short.len() > long.len() && short.starts_with(root)) {
        return true;
    }
    let ending = stem.len() >= 3 && long.starts_with(stem) && ENDINGS.contains(&&long[stem.len()..]);
    // A man's pet name is no woman's.
    let woman = |word: &[u8]| word.last() == Some(&b'a');
    let man = |word: &[u8]| word.last() == Some(&b'o');
    ending && !(woman(long) && man(short) || man(long) && woman(short))
}

fn lasts(a: &[Part], b: &[Part]) -> (Last, Points) {
    if a.is_empty() || b.is_empty() {
        return (Last::Missing, 0);
    }
    if figures_differ(&run_together(a), &run_together(b)) {
        return (Last::Different, LAST_DIFFERENT);
    }
    if let ([a], [b]) = (a, b) {
        return surname(a, b);
    }
    if joined(a, b) {
        let rare = a.iter().chain(b).map(|part| part.as_last).max().unwrap_or_default();
        return (Last::Equal, rare.clamp(LAST_LEAST, LAST_MOST));
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (mut best, mut worst, mut sum) = (Last::Different, Last::Equal, 0);
    for one in short {
        let found =
            long.iter().map(|other| surname(one, other)).max_by_key(|(_, points)| *points).unwrap_or((Last::Different, LAST_DIFFERENT));
        best = best.min(found.0);
        worst = worst.max(found.0);
        sum = sum.max(found.1);
    }
    match (best, worst) {
        (Last::Part, _) if short.len() == 1 => (Last::Part, sum),
        (Last::Equal | Last::Spelling | Last::Near, _) if short.len() == 1 => (Last::Part, (sum - PART).max(10)),
        (Last::Equal | Last::Spelling | Last::Near, Last::Equal | Last::Spelling | Last::Near) => (worst, sum),
        // Rossi-Bianchi and Rossi-Verdi.
        (Last::Equal | Last::Spelling, _) => (Last::Loose, (sum - PART - NEAR).max(0)),
        _ => (worst, sum.min(0)),
    }
}

fn surname(a: &Part, b: &Part) -> (Last, Points) {
    let (x, y) = (a.given.text, b.given.text);
    if (x.len() == 1) != (y.len() == 1) && x.first() == y.first() {
        return (Last::Part, INITIAL);
    }
    let rare = a.as_last.min(b.as_last).clamp(LAST_LEAST, LAST_MOST);
    match likeness(x, y) {
        Likeness::Equal => (Last::Equal, rare),
        Likeness::Spelling => (Last::Spelling, rare - SPELLING),
        Likeness::Near => (Last::Near, (rare - if a.common && b.common { NEAR + NEAR } else { NEAR }).max(5)),
        Likeness::Start => (Last::Loose, (rare - NEAR - 20).max(0)),
        Likeness::Loose => (Last::Loose, (rare - NEAR - 45).max(-10)),
        Likeness::Far => (Last::Different, LAST_DIFFERENT),
    }
}

/// A part with how rare it is.
pub fn part<'a>(given: Given<'a>, statistics: &dyn Statistics) -> Part<'a> {
    let records = statistics.records();
    let (first, last) = (statistics.count(Counted::First.key(given.text)), statistics.count(Counted::Last.key(given.text)));
    let common = first.max(last) >= 5.max(records / 2_000);
    Part { given, as_first: rarity(records, first), as_last: rarity(records, last), common }
}
