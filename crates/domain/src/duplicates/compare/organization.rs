//! Two subjects as organizations.

use super::super::bits::{Points, log2};
use super::super::evidence::{Group, Label, Limit, Sheet};
use super::super::keys;
use super::super::normal::phone::{Relation, relation};
use super::super::packed::View;
use super::super::statistics::{Statistics, prior};
use super::domains;
use super::firms::{self, Firms};
use super::numbers::{self, Number};
use super::place::{self, Places};
use super::prepared::Prepared;
use super::weights::*;

struct Found {
    firms: Firms,
    domain: Option<(Label, i32)>,
    /// The domain is made from the name of a firm that has it.
    named: bool,
    phone: Option<(Label, i32)>,
    places: Places,
    tax: Number,
    legal_differs: bool,
}

/// Added so that a sum of 0 is as likely as not, as it is with people.
const AS_LIKELY_AS_NOT: Points = 13;

pub fn compare(a: &Prepared, b: &Prepared, statistics: &dyn Statistics) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.add(Group::Prior, Label::RecordsCompared, prior(statistics.records()) + AS_LIKELY_AS_NOT);
    let (x, y) = (&a.view, &b.view);
    let mut domain = domains::compare(x, y, statistics);
    let firms = firms::compare(a, b);
    let named = domains::of_name(a, y) || domains::of_name(b, x) || domains::of_name(a, x) || domains::of_name(b, y);
    match domain {
        None if !firms.agree() && (domains::of_name(a, y) || domains::of_name(b, x)) => domain = Some((Label::DomainSimilar, 50)),
        // Two firms of one name have such domains too.
        Some((Label::DomainSimilar, _)) if firms.agree() || firms.alike() => domain = Some((Label::DomainSimilar, -30)),
        // Nobody else has it, and no name contradicts.
        Some((Label::DomainEqual, points)) if !firms.known => domain = Some((Label::DomainEqual, points + if named { 55 } else { 35 })),
        _ => {}
    }
    let found = Found {
        firms,
        domain,
        named,
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
    fn same_domain(&self) -> bool {
        self.domain.is_some_and(|(label, _)| label == Label::DomainEqual)
    }

    fn add(&self, sheet: &mut Sheet) {
        let firms = &self.firms;
        if firms.known {
            let (label, points) = match () {
                () if firms.turned => (firms.label(), firms.shared.min(ORGANIZATION_MOST) - TURNED),
                () if firms.exact => (firms.label(), (firms.shared + 10).min(ORGANIZATION_MOST)),
                () if firms.agree() => (firms.label(), firms.shared.min(110) * firms.ratio() / 100),
                () if firms.alike() => (Label::CompanySimilar, firms.shared.min(110) * firms.ratio() / 100 - 10),
                () if firms.ratio() >= 35 => (Label::CompanySimilar, firms.shared.min(60) * firms.ratio() / 100 - 30),
                () => (Label::CompanyDifferent, if self.same_domain() { NAMES_DIFFERENT / 4 } else { NAMES_DIFFERENT }),
            };
            sheet.add(Group::Company, label, points);
        }
        if let Some((label, points)) = self.domain {
            // A name and a domain made from it are one fact.
            let points = if self.named && firms.alike() { points.min(90) } else { points };
            sheet.add(Group::Website, label, points);
        }
        if let Some((label, points)) = self.phone {
            sheet.add(Group::Phone, label, points);
        }
        if let Some(label) = self.places.label() {
            let points = match () {
                () if self.places.elsewhere => -30,
                // Another street with another postal code is another house of the town.
                () if self.places.other_street && !self.places.same_code => self.places.points.min(TOWN_ONLY),
                () => self.places.points.min(80),
            };
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
        if self.tax == Number::Equal {
            // Branches have one tax number.
            if self.firms.numbered_apart {
                sheet.limit(Limit::SisterCompany, 900_000);
            }
            return;
        }
        let (firms, same_domain) = (&self.firms, self.same_domain());
        let other_domain = self.domain.is_some_and(|(_, points)| points < 0);
        let phone = self.phone.is_some_and(|(_, points)| points >= 40);
        let there = phone || self.places.address;
        sheet.contradicted =
            self.places.elsewhere || firms.differ() || firms.longer() || self.legal_differs || !firms.known && !same_domain;
        sheet.open_to_rivals = self.places.elsewhere || !same_domain && !self.places.address || firms.differ();
        if !firms.known {
            let most = match () {
                () if same_domain && (self.named || there) => 985_000,
                () if same_domain => 930_000,
                () if phone && (self.places.address || self.domain.is_some_and(|(_, points)| points > 0)) => 900_000,
                () => 300_000,
            };
            sheet.limit(Limit::NoName, most);
        } else if firms.differ() {
            let sisters = firms.ratio() >= 35;
            let most = match () {
                () if firms.numbered_apart => 400_000,
                () if same_domain && phone && self.places.address => 960_000,
                () if same_domain && there => 850_000,
                () if same_domain => 450_000,
                () if sisters => 400_000,
                () => 200_000,
            };
            sheet.limit(if sisters { Limit::SisterCompany } else { Limit::CompanyNameDifferent }, most);
        } else if firms.longer() {
            let most = match () {
                () if other_domain => 400_000,
                () if same_domain && (there || self.places.same_code) => 1_000_000,
                () if same_domain || phone => 940_000,
                () => 900_000,
            };
            sheet.limit(Limit::SisterCompany, most);
        }
        let placed = firms.exact && firms.unique && self.places.same_code && !other_domain;
        if firms.known && !(same_domain || there || placed) {
            sheet.limit(Limit::CompanyNameAlone, 930_000);
        }
        if self.places.elsewhere && !phone {
            sheet.limit(Limit::CompanyElsewhere, if same_domain { 850_000 } else { 300_000 });
        }
        if self.legal_differs && !same_domain && !there {
            sheet.limit(Limit::LegalFormDifferent, 400_000);
        }
    }
}
