//! Pairs that need no sum: most of those that a key brings together are colleagues with nothing else in common.

use super::super::few::Few;
use super::super::normal::phone::{Relation, relation};
use super::super::packed::View;
use super::likeness::{Likeness, distance, likeness};

/// Two people with names of which no part is like any of the other's, and no number or address that could make up for it. Whatever
/// the firm and the place say, the sum would stay below what is shown.
pub fn people(a: &View, b: &View) -> bool {
    a.has_name() && b.has_name() && !names_alike(a, b) && !numbers_alike(a, b)
}

fn parts<'a>(view: &View<'a>) -> Few<&'a [u8], 8> {
    view.first.iter().map(|given| given.text).chain(view.last.iter().copied()).collect()
}

fn names_alike(a: &View, b: &View) -> bool {
    let theirs = parts(b);
    let alike = |x: &[u8], y: &[u8]| {
        let initial = (x.len() == 1 || y.len() == 1) && x.first() == y.first();
        initial || likeness(x, y) != Likeness::Far || (x.len().min(y.len()) >= 4 && (x.ends_with(y) || y.ends_with(x)))
    };
    let classes = || a.first.iter().any(|x| b.first.iter().any(|y| x.classes.iter().any(|class| y.classes.contains(class))));
    parts(a).iter().any(|x| theirs.iter().any(|y| alike(x, y))) || classes()
}

fn numbers_alike(a: &View, b: &View) -> bool {
    let close = |x: &[u8], y: &[u8]| !x.is_empty() && !y.is_empty() && distance(x, y) <= 2;
    let phones = || a.phones.iter().any(|x| b.phones.iter().any(|y| matches!(relation(x, y), Relation::Equal | Relation::Near)));
    let emails =
        || a.emails.iter().any(|x| b.emails.iter().any(|y| x.local == y.local || x.domain == y.domain && distance(x.local, y.local) <= 1));
    close(a.birth, b.birth) || close(a.tax, b.tax) || phones() || emails()
}
