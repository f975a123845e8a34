//! Addresses against each other.

use super::super::bits::Points;
use super::super::evidence::Label;
use super::super::few::Few;
use super::super::packed::View;
use super::super::statistics::{Counted, Statistics, rarity};
use super::likeness::{Likeness, distance, likeness};
use super::weights::*;

/// What two addresses have in common.
#[derive(Clone, Copy, Debug, Default)]
pub struct Places {
    /// Street and house number.
    pub address: bool,
    pub street: bool,
    /// Postal code or city.
    pub locality: bool,
    pub same_code: bool,
    /// Both have a postal code or city, and neither agrees.
    pub elsewhere: bool,
    pub points: Points,
    pub street_points: Points,
    /// Postal code and city agree, but for slips.
    pub same_town: bool,
    /// The house number agrees, whatever the street.
    pub same_number: bool,
    /// Both have a house number, and these differ.
    pub other_number: bool,
    /// Both have a street, and these have nothing in common.
    pub other_street: bool,
}

impl Places {
    pub fn label(&self) -> Option<Label> {
        match self {
            Self { address: true, .. } => Some(Label::AddressEqual),
            Self { street: true, .. } => Some(Label::StreetEqual),
            Self { locality: true, .. } => Some(Label::LocalityEqual),
            Self { elsewhere: true, .. } => Some(Label::PlaceDifferent),
            _ => None,
        }
    }
}

pub fn compare(a: &View, b: &View, statistics: &dyn Statistics) -> Places {
    let mut places = Places::default();
    let locality = locality(a, b, statistics, &mut places);
    places.same_number = !a.number.is_empty() && number(a.number) == number(b.number);
    let streets = !a.street.is_empty() && !b.street.is_empty();
    if streets {
        if let Some(likeness) = street(a, b) {
            places.street = true;
            let rare = |view: &View| rarity(statistics.records(), statistics.count(Counted::Street.key(view.street[0])));
            places.street_points = rare(a).min(rare(b)).clamp(20, 75) * likeness / 10;
            places.points += rare(a).min(rare(b)).clamp(20, 75) * likeness / 10;
            let (x, y) = (number(a.number), number(b.number));
            if !x.is_empty() && !y.is_empty() {
                places.address = x == y;
                places.other_number = x != y;
                places.points += if x == y { 25 } else { -25 };
            }
        } else {
            places.points += PLACE_DIFFERENT / 2;
            places.other_street = true;
        }
    }
    places.points = (places.points + locality).min(PLACE_MOST);
    places
}

fn locality(a: &View, b: &View, statistics: &dyn Statistics, places: &mut Places) -> Points {
    let rare = |what: Counted, x: &[u8], y: &[u8]| {
        let of = |word| rarity(statistics.records(), statistics.count(what.key(word)));
        of(x).min(of(y)).clamp(10, 65)
    };
    let (mut code, mut city) = (0, 0);
    let codes = !a.postal_code.is_empty() && !b.postal_code.is_empty();
    if codes {
        code = match distance(a.postal_code, b.postal_code) {
            0 => rare(Counted::PostalCode, a.postal_code, b.postal_code),
            1 if a.postal_code.len() >= 4 => 20,
            _ => 0,
        };
    }
    let cities = !a.city.is_empty() && !b.city.is_empty();
    if cities {
        city = match likeness(a.city, b.city) {
            Likeness::Equal | Likeness::Spelling => rare(Counted::City, a.city, b.city),
            Likeness::Near | Likeness::Start => rare(Counted::City, a.city, b.city) * 2 / 3,
            _ => 0,
        };
    }
    places.locality = code > 20 || city > 0;
    places.same_town = code > 0 && city > 0;
    places.same_code = codes && a.postal_code == b.postal_code;
    places.elsewhere = (codes || cities) && code == 0 && city == 0;
    if places.elsewhere { PLACE_DIFFERENT } else { code.max(city) + code.min(city) / 3 }
}

fn number(text: &[u8]) -> &[u8] {
    let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    &text[..end]
}

/// Tenths of an agreement of two streets' names; none when they are two streets.
fn street(a: &View, b: &View) -> Option<Points> {
    let (x, y) = (joined(a), joined(b));
    match likeness(&x, &y) {
        Likeness::Equal | Likeness::Spelling => return Some(10),
        Likeness::Near => return Some(9),
        Likeness::Start => return Some(8),
        _ => {}
    }
    let (short, long) = if a.street.len() <= b.street.len() { (&a.street, &b.street) } else { (&b.street, &a.street) };
    let like = |word: &&&[u8]| word.len() >= 3 && long.iter().any(|other| likeness(word, other) <= Likeness::Near);
    let letters: usize = short.iter().filter(like).map(|word| word.len()).sum();
    let all: usize = short.iter().map(|word| word.len()).sum();
    if letters > 0 && letters * 2 > all {
        return Some(8);
    }
    match shared_pairs(&x, &y) {
        80.. => Some(9),
        60.. => Some(7),
        _ => None,
    }
}

/// Percent of the shorter one's neighbouring letters that the other has too: for words cut or run together in other places.
fn shared_pairs(x: &[u8], y: &[u8]) -> usize {
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    if short.len() < 7 {
        return 0;
    }
    let mut free: Few<[u8; 2], 40> = Few::default();
    long.windows(2).for_each(|pair| free.push([pair[0], pair[1]]));
    let mut used = [false; 40];
    let mut shared = 0;
    for pair in short.windows(2) {
        if let Some(at) = (0..free.len()).find(|at| !used[*at] && free[*at] == *pair) {
            used[at] = true;
            shared += 1;
        }
    }
    200 * shared / (short.len() + long.len() - 2)
}

fn joined(view: &View) -> Few<u8, 40> {
    let mut all = Few::default();
    view.street.iter().for_each(|word| word.iter().for_each(|byte| all.push(*byte)));
    all
}
