//! Web domains against each other: of websites and of mail at a firm.

use super::super::bits::Points;
use super::super::evidence::Label;
use super::super::few::Few;
use super::super::packed::{View, label};
use super::super::statistics::{Counted, Statistics, rarity};
use super::likeness::{distance, figures_differ};
use super::prepared::Prepared;
use super::weights::*;

/// The best agreement of two subjects' domains, or that they differ; none when one has no domain.
pub fn compare(a: &View, b: &View, statistics: &dyn Statistics) -> Option<(Label, Points)> {
    let mut best: Option<(Label, Points)> = None;
    for x in a.domains.iter() {
        for y in b.domains.iter() {
            let rare = || rarity(statistics.records(), statistics.count(Counted::Domain.key(label(x)))).clamp(20, ORGANIZATION_MOST);
            let found = match () {
                () if x == y => Some((Label::DomainEqual, rare())),
                () if label(x) == label(y) => Some((Label::DomainSimilar, rare() * 6 / 10)),
                () if slip(label(x), label(y)) => Some((Label::DomainSimilar, 45)),
                // `huber-group` of `huber`.
                () if extends(label(x), label(y)) => Some((Label::DomainSimilar, 25)),
                () => None,
            };
            if let Some(found) = found.filter(|found| best.is_none_or(|best| found.1 > best.1)) {
                best = Some(found);
            }
        }
    }
    if let Some(rare) = of_people(a, b, statistics).filter(|_| best.is_none_or(|(label, _)| label != Label::DomainEqual)) {
        best = Some((Label::DomainEqual, rare));
    }
    if best.is_none() && !a.domains.is_empty() && !b.domains.is_empty() {
        best = Some((Label::DomainDifferent, DOMAINS_DIFFERENT));
    }
    best
}

/// An organization's people have mail at the other's domain, and no more than another's have.
fn of_people(a: &View, b: &View, statistics: &dyn Statistics) -> Option<Points> {
    let all = a.all_domains();
    let shared = all.iter().filter(|x| b.people.contains(x) || a.people.contains(x) && b.domains.contains(x));
    let counted = shared.map(|x| statistics.count(Counted::Domain.key(label(x)))).filter(|count| *count < SHARED_BY);
    Some(rarity(statistics.records(), counted.min()?).clamp(20, DOMAIN_OF_PEOPLE))
}

/// A hyphen more or less, or one wrong letter in a long name.
fn slip(x: &[u8], y: &[u8]) -> bool {
    let short = x.len().min(y.len());
    let same = || begin_alike(x, y) && bare(x)[..] == bare(y)[..];
    short >= 6 && !figures_differ(x, y) && (same() || short >= 8 && distance(x, y) == 1)
}

fn begin_alike(x: &[u8], y: &[u8]) -> bool {
    letters(x).next() == letters(y).next()
}

fn extends(x: &[u8], y: &[u8]) -> bool {
    if !begin_alike(x, y) {
        return false;
    }
    let (x, y) = (bare(x), bare(y));
    x.len().min(y.len()) >= 5 && !figures_differ(&x, &y) && (x.starts_with(&y) || y.starts_with(&x))
}

/// Letters compared at most.
const LONGEST: usize = 64;

fn letters(label: &[u8]) -> impl Iterator<Item = &u8> {
    label.iter().filter(|byte| byte.is_ascii_alphanumeric())
}

fn bare(label: &[u8]) -> Few<u8, LONGEST> {
    let mut bare = Few::default();
    letters(label).for_each(|byte| bare.push(*byte));
    bare
}

/// A domain of `b` that is made from the firm's name in `a`.
pub fn of_name(a: &Prepared, b: &View) -> bool {
    let made_of_it = |domain: &&[u8]| letters(label(domain)).take(LONGEST).eq(&a.name[..]);
    a.name.len() >= 4 && b.all_domains().iter().any(made_of_it)
}
