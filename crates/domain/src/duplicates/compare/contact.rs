//! E-mail addresses and phone numbers against each other.

use super::super::bits::{Points, log2};
use super::super::evidence::Label;
use super::super::few::Few;
use super::super::keys;
use super::super::normal::fold::collapse;
use super::super::normal::phone::{Relation, relation};
use super::super::packed::{Address, View};
use super::super::statistics::{Statistics, rarity};
use super::likeness::{Likeness, distance, figures_differ, likeness};
use super::weights::*;

/// What the contact points of two subjects say.
#[derive(Clone, Copy, Debug, Default)]
pub struct Contact {
    pub email: Option<(Label, Points)>,
    pub phone: Option<(Label, Points)>,
    /// An address or number of their own agrees.
    pub own_email: bool,
    /// And a given name can be read in it.
    pub spelled_email: bool,
    pub own_phone: bool,
    /// And the number is a mobile one.
    pub own_mobile: bool,
    /// A mailbox or a number that several have agrees.
    pub mailbox: bool,
    pub exchange: bool,
}

impl Contact {
    pub fn identifies(&self) -> bool {
        self.own_email || self.own_phone
    }
}

pub fn compare(a: &View, b: &View, statistics: &dyn Statistics) -> Contact {
    let mut contact = Contact::default();
    emails(a, b, statistics, &mut contact);
    phones(a, b, statistics, &mut contact);
    contact
}

fn better(place: &mut Option<(Label, Points)>, label: Label, points: Points) {
    if place.is_none_or(|(_, known)| points > known) {
        *place = Some((label, points));
    }
}

fn emails(a: &View, b: &View, statistics: &dyn Statistics, contact: &mut Contact) {
    let mut of_another = false;
    let mut own = false;
    for x in a.emails.iter() {
        for y in b.emails.iter() {
            if x.local == y.local && x.domain == y.domain {
                let carriers = statistics.carriers(keys::email(x.local, x.domain)).max(1);
                let of_both = || fits(x.local, a) == Some(true) && fits(x.local, b) == Some(true);
                if x.is_role() || carriers >= SHARED_BY && !(carriers < MANY_CARRIERS && of_both()) {
                    contact.mailbox = true;
                } else {
                    contact.own_email = true;
                    contact.spelled_email |= spells(x.local, a) || spells(y.local, b);
                    let rare = EMAIL_EQUAL.max(rarity(statistics.records(), 1));
                    better(&mut contact.email, Label::EmailEqual, rare - EMAIL_PER_DOUBLING * log2(carriers) / 10);
                }
            } else if !x.is_role() && !y.is_role() {
                own = true;
                let another = x.domain == y.domain && !x.free && belongs_to_another(a, x, b, y);
                of_another |= another;
                if let Some((label, points)) = alike(a, x, b, y).filter(|_| !another) {
                    better(&mut contact.email, label, points);
                }
            }
        }
    }
    if contact.email.is_none() && of_another {
        contact.email = Some((Label::EmailOfAnother, EMAIL_OF_ANOTHER));
    } else if contact.email.is_none() && own && !contact.mailbox {
        contact.email = Some((Label::EmailDifferent, EMAIL_DIFFERENT));
    }
}

/// Addresses that are not equal, but nearly.
fn alike(a: &View, x: &Address, b: &View, y: &Address) -> Option<(Label, Points)> {
    if x.local == y.local && x.local.len() >= 4 {
        let slip = distance(x.domain, y.domain) <= 2
            && x.domain.len() >= 6
            && !(x.free && y.free)
            && x.label() != y.label()
            && !figures_differ(x.domain, y.domain);
        let of_name = fits(x.local, a) == Some(true) || fits(y.local, b) == Some(true);
        if slip || x.label() == y.label() {
            return Some((Label::EmailNear, EMAIL_NEAR));
        }
        return Some((Label::EmailOtherDomain, if of_name { LOCAL_OF_NAME } else { LOCAL_EQUAL }));
    }
    let short = x.local.len().min(y.local.len());
    let slip = x.domain == y.domain && distance(x.local, y.local) == 1 && short >= 6 && digits(x.local) == digits(y.local);
    // Namesakes have such addresses too.
    let of_names = fits(x.local, a) != Some(false) && fits(y.local, b) != Some(false);
    slip.then_some((Label::EmailNear, if of_names { LOCAL_OF_NAME } else { EMAIL_NEAR }))
}

fn digits(local: &[u8]) -> u32 {
    local.iter().filter(|byte| byte.is_ascii_digit()).fold(0, |sum, byte| sum.wrapping_mul(10).wrapping_add(u32::from(byte - b'0')))
}

/// Both at one firm: an address that is made from its own subject's name and can't be made from the other's.
fn belongs_to_another(a: &View, x: &Address, b: &View, y: &Address) -> bool {
    (fits(x.local, a) == Some(true) && fits(x.local, b) == Some(false))
        || (fits(y.local, b) == Some(true) && fits(y.local, a) == Some(false))
}

/// Whether an address can be made from a name (`anna.rossi`, `rossi.a`, `arossi`, `rossi`, `anna`); none without a name.
fn fits(local: &[u8], view: &View) -> Option<bool> {
    let last: &[u8] = view.last.first()?;
    let first = view.first.first()?.text;
    let (bare, first, last) = (bare(local), collapse(first), collapse(last));
    let surnames = view.last.iter().fold(Few::<u8, 40>::default(), |mut all, part| {
        collapse(part).iter().for_each(|byte| all.push(*byte));
        all
    });
    let whole = [&last[..], &surnames[..]].into_iter().any(|last| {
        rest(&bare, last).is_some_and(|rest| {
            let second = view.first.iter().any(|part| like_first(rest, &collapse(part.text)));
            rest.is_empty() || like_first(rest, &first) || second
        })
    });
    let of_first = |given: &[u8]| {
        let rest = bare.strip_prefix(given).or(bare.strip_suffix(given));
        given.len() >= 2 && rest.is_some_and(|rest| last.starts_with(rest) || rest.starts_with(&last[..]))
    };
    let short = bare.len() >= 3 && first.starts_with(&bare) || bare.len() >= 4 && distance(&bare, &first) <= 1;
    Some(whole || short || of_first(&first) || (bare.len() >= 2 && bare.len() <= 3 && bare.contains(&first[0]) && bare.contains(&last[0])))
}

/// The letters of an address.
fn bare(local: &[u8]) -> Few<u8, 40> {
    let letters: Few<u8, 40> = local.iter().copied().filter(u8::is_ascii_alphabetic).collect();
    collapse(&letters)
}

/// An address that is made from a given name too, not from the surname alone: `anna`, `anna.rossi`, `a.rossi`.
fn spells(local: &[u8], view: &View) -> bool {
    let (bare, all) = (bare(local), view.last.iter().copied());
    let surname = all.map(collapse).any(|last| bare.len() <= last.len() && distance(&bare, &last) <= 1);
    !surname && fits(local, view) == Some(true)
}

/// What remains of an address without the surname at its start or end, a slip allowed.
fn rest<'a>(bare: &'a [u8], last: &[u8]) -> Option<&'a [u8]> {
    if last.is_empty() || bare.len() + 1 < last.len() {
        return None;
    }
    let like = |part: &[u8]| part == last || part.len() >= 5 && distance(part, last) <= 1;
    for len in [last.len(), last.len() + 1, last.len() - 1] {
        if len == 0 || len > bare.len() {
            continue;
        }
        if like(&bare[bare.len() - len..]) {
            return Some(&bare[..bare.len() - len]);
        }
        if like(&bare[..len]) {
            return Some(&bare[len..]);
        }
    }
    None
}

/// The given name stands in an address of the subject's own, so it is spelled as it is meant.
pub fn spells_first(view: &View) -> bool {
    let Some(first) = view.first.first().filter(|given| given.text.len() >= 4) else {
        return false;
    };
    view.emails.iter().any(|email| email.local.windows(first.text.len()).any(|part| part == first.text))
}

fn like_first(rest: &[u8], first: &[u8]) -> bool {
    if rest.is_empty() || first.is_empty() {
        return false;
    }
    first.starts_with(rest)
        || rest.starts_with(first)
        || (rest[0] == first[0] && matches!(likeness(rest, first), Likeness::Near | Likeness::Spelling))
}

fn phones(a: &View, b: &View, statistics: &dyn Statistics, contact: &mut Contact) {
    for (at, x) in a.phones.iter().enumerate() {
        for (to, y) in b.phones.iter().enumerate() {
            match relation(x, y) {
                Relation::Equal => {
                    let shorter = if x.len() <= y.len() { x } else { y };
                    let carriers = statistics.carriers(keys::phone(shorter)).max(1);
                    if carriers >= SHARED_BY {
                        contact.exchange = true;
                    } else {
                        contact.own_phone = true;
                        contact.own_mobile |= a.mobiles >> at & 1 == 1 || b.mobiles >> to & 1 == 1;
                        let rare = PHONE_EQUAL.max(rarity(statistics.records(), 1) - PHONE_LESS_THAN_RARE);
                        better(&mut contact.phone, Label::PhoneEqual, rare - PHONE_PER_DOUBLING * log2(carriers) / 10);
                    }
                }
                Relation::Near => better(&mut contact.phone, Label::PhoneNear, PHONE_NEAR),
                Relation::SameExchange => contact.exchange = true,
                Relation::Different => {}
            }
        }
    }
    if contact.phone.is_none() && !contact.exchange && !a.phones.is_empty() && !b.phones.is_empty() {
        contact.phone = Some((Label::PhoneDifferent, PHONE_DIFFERENT));
    }
}
