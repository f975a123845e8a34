//! Two subjects as organizations.

use super::super::bits::log2;
use super::super::evidence::{Group, Label, Limit, Sheet};
use super::super::keys;
use super::super::normal::phone::{Relation, relation};
use super::super::packed::View;
use super::super::statistics::{Statistics, prior};
use super::firms::{self, Firms};
use super::numbers::{self, Number};
use super::person::{domain, name_is_domain};
use super::place::{self, Places};
use super::prepared::Prepared;
use super::weights::*;

struct Found {
    firms: Firms,
    domain: Option<(Label, i32)>,
    /// Both have one, and they are not alike.
    domains_differ: bool,
    phone: Option<(Label, i32)>,
    places: Places,
    tax: Number,
    legal_differs: bool,
}

pub fn compare(a: &Prepared, b: &Prepared, statistics: &dyn Statistics) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.add(Group::Prior, Label::RecordsCompared, prior(statistics.records()));
    let (x, y) = (&a.view, &b.view);
    let mut domain = domain(x, y, statistics);
    let domains_differ = domain.is_none() && !x.domains.is_empty() && !y.domains.is_empty();
    if domain.is_none() && (name_is_domain(x, y) || name_is_domain(y, x)) {
        domain = Some((Label::DomainSimilar, 50));
    }
    let found = Found {
        firms: firms::compare(a, b),
        domain,
        domains_differ,
        phone: phone(x, y, statistics),
        places: place::compare(x, y, statistics),
        tax: numbers::tax(x, y),
        legal_differs: x.legal[0] != 0 && y.legal[0] != 0 && !x.legal.iter().any(|class| *class != 0 && y.legal.contains(class)),
    };
    found.add(&mut sheet);
    found.limit(&mut sheet);
    sheet
}

fn phone(a: &View, b: &View, statistics: &dyn Statistics) -> Option<(Label, i32)> {
    let mut best = None;
    for x in a.phones.iter() {
        for y in b.phones.iter() {
            let found = match relation(x, y) {
                Relation::Equal => {
                    let carriers = statistics.carriers(keys::phone(if x.len() <= y.len() { x } else { y })).max(1);
                    Some((Label::PhoneEqual, PHONE_EQUAL - PHONE_PER_DOUBLING * log2(carriers) / 10))
                }
                Relation::SameExchange => Some((Label::ExchangeShared, 80)),
                Relation::Near => Some((Label::PhoneNear, PHONE_NEAR)),
                Relation::Different => None,
            };
            best = best.max(found.map(|(label, points)| (points, label as u8, label)).map(|(points, _, label)| Ranked(points, label)));
        }
    }
    best.map(|Ranked(points, label)| (label, points))
}

/// Ordered by points alone.
struct Ranked(i32, Label);

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Ranked {}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl Found {
    fn add(&self, sheet: &mut Sheet) {
        if self.firms.known {
            let ratio = self.firms.ratio();
            let (label, points) = match ratio {
                75.. => (Label::CompanyEqual, self.firms.shared.min(130) * ratio / 100),
                35.. => (Label::CompanySimilar, self.firms.shared.min(110) * ratio / 100 - 10),
                _ => (Label::CompanyDifferent, -60),
            };
            sheet.add(Group::Company, label, points);
        }
        if let Some((label, points)) = self.domain {
            sheet.add(Group::Website, label, points);
        } else if self.domains_differ {
            sheet.add(Group::Website, Label::DomainDifferent, -25);
        }
        if let Some((label, points)) = self.phone {
            sheet.add(Group::Phone, label, points);
        }
        if let Some(label) = self.places.label() {
            let points = if self.places.elsewhere { -30 } else { self.places.points.min(80) };
            sheet.add(Group::Place, label, points);
        }
        if self.legal_differs {
            sheet.add(Group::LegalForm, Label::LegalFormDifferent, -15);
        }
        if let Some((label, points)) = self.tax.tax() {
            sheet.add(Group::TaxId, label, points);
        }
    }

    fn limit(&self, sheet: &mut Sheet) {
        let same_domain = self.domain.is_some_and(|(label, _)| label == Label::DomainEqual);
        if self.tax == Number::Equal {
            return;
        }
        if !self.firms.known && !same_domain {
            sheet.limit(Limit::NoName, 300_000);
        }
        if self.firms.differ() {
            sheet.limit(Limit::CompanyNameDifferent, if same_domain { 850_000 } else { 200_000 });
        } else if self.firms.sisters() {
            sheet.limit(Limit::SisterCompany, if same_domain { 900_000 } else { 400_000 });
        }
        let supported = same_domain || self.domain.is_some() || self.phone.is_some_and(|(_, points)| points >= 40) || self.places.address;
        if !supported {
            sheet.limit(Limit::CompanyNameAlone, 900_000);
        }
        if self.places.elsewhere && !same_domain && self.phone.is_none() {
            sheet.limit(Limit::CompanyElsewhere, 300_000);
        }
        if self.legal_differs && !same_domain && self.phone.is_none() && !self.places.address {
            sheet.limit(Limit::LegalFormDifferent, 400_000);
        }
    }
}
