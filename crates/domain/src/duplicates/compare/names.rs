//! Names of people against each other.

use super::super::bits::Points;
use super::super::evidence::Label;
use super::super::few::Few;
use super::super::normal::fold::collapse;
use super::super::packed::Given;
use super::super::statistics::{Counted, Statistics, rarity};
use super::likeness::{Likeness, likeness};
use super::prepared::Prepared;
use super::weights::*;

/// How the given names relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum First {
    Equal,
    Spelling,
    Nickname,
    Part,
    Initial,
    Near,
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
}

impl Names {
    pub fn points(&self) -> Points {
        self.first_points + self.last_points
    }

    pub fn first_label(&self) -> Option<Label> {
        Some(match self.first {
            First::Equal => Label::FirstNameEqual,
            First::Spelling => Label::FirstNameSpelling,
            First::Nickname => Label::FirstNameNickname,
            First::Part => Label::FirstNamePart,
            First::Initial => Label::FirstNameInitial,
            First::Near => Label::FirstNameNear,
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
    let plausible = crossed.first <= First::Part && crossed.last <= Last::Part;
    crossed.first_points -= SWAPPED;
    crossed.swapped = true;
    if plausible && crossed.points() > straight.points() { crossed } else { straight }
}

impl Names {
    fn of(first: &[Part], last: &[Part], other_first: &[Part], other_last: &[Part]) -> Self {
        let (first, first_points) = firsts(first, other_first);
        let (last, last_points) = lasts(last, other_last);
        Self { first, first_points, last, last_points, swapped: false }
    }
}

fn firsts(a: &[Part], b: &[Part]) -> (First, Points) {
    if a.is_empty() || b.is_empty() {
        return (First::Missing, 0);
    }
    if a.len() != b.len() && joined(a, b) {
        let rare = a.iter().chain(b).map(|part| part.as_first).max().unwrap_or_default();
        return (First::Spelling, rare.clamp(FIRST_LEAST, FIRST_MOST) - SPELLING);
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut best = (First::Different, FIRST_DIFFERENT);
    let mut worst = First::Equal;
    for one in short {
        let found = long.iter().map(|other| given(one, other)).max_by_key(|(level, points)| (*points, std::cmp::Reverse(*level)));
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
    if short.len() != long.len() && best.0 <= First::Nickname {
        return (First::Part, (best.1 - PART).max(FIRST_LEAST / 2));
    }
    (if best.0 <= First::Spelling && worst > best.0 { worst } else { best.0 }, best.1)
}

/// `Hans-Peter` and `Hanspeter`.
fn joined(a: &[Part], b: &[Part]) -> bool {
    let text = |parts: &[Part]| {
        let mut all: Few<u8, 40> = Few::default();
        parts.iter().for_each(|part| part.given.text.iter().for_each(|byte| all.push(*byte)));
        all
    };
    let (a, b) = (text(a), text(b));
    a.len().abs_diff(b.len()) <= 3 && collapse(&a)[..] == collapse(&b)[..]
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
    if a.given.classes.iter().any(|class| b.given.classes.contains(class)) {
        return (First::Nickname, (rare - NICKNAME).max(FIRST_LEAST / 2));
    }
    let names = (a.given.established || a.common) && (b.given.established || b.common);
    match likeness(x, y) {
        Likeness::Equal | Likeness::Spelling => (First::Spelling, rare - SPELLING),
        Likeness::Near | Likeness::Start | Likeness::Loose if names => (First::Neighbour, FIRST_NEIGHBOUR),
        Likeness::Near => (First::Near, (rare - NEAR).max(10)),
        Likeness::Start => (First::Near, (rare - NEAR - 10).max(10)),
        Likeness::Loose => (First::Near, (rare - NEAR - 25).max(0)),
        Likeness::Far => (First::Different, FIRST_DIFFERENT),
    }
}

fn lasts(a: &[Part], b: &[Part]) -> (Last, Points) {
    if a.is_empty() || b.is_empty() {
        return (Last::Missing, 0);
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
        (Last::Equal | Last::Spelling | Last::Near, _) if short.len() == 1 => (Last::Part, (sum - PART).max(10)),
        (Last::Equal | Last::Spelling | Last::Near, Last::Equal | Last::Spelling | Last::Near) => (worst, sum),
        // Rossi-Bianchi and Rossi-Verdi.
        (Last::Equal | Last::Spelling, _) => (Last::Loose, (sum - PART - NEAR).max(0)),
        _ => (worst, sum.min(0)),
    }
}

fn surname(a: &Part, b: &Part) -> (Last, Points) {
    let rare = a.as_last.min(b.as_last).clamp(LAST_LEAST, LAST_MOST);
    match likeness(a.given.text, b.given.text) {
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
