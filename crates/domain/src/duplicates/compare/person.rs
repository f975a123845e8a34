//! Two subjects as people.

use super::super::evidence::{Group, Label, Limit, Sheet};
use super::super::packed::View;
use super::super::statistics::{Counted, Statistics, prior, rarity};
use super::contact::{self, Contact};
use super::firms::{self, Firms, joined};
use super::likeness::{Likeness, likeness};
use super::names::{self, First, Last, Names};
use super::numbers::{self, Number};
use super::place::{self, Places};
use super::prepared::Prepared;
use super::weights::*;

/// Everything that was found out about a pair.
struct Found {
    names: Names,
    contact: Contact,
    firms: Firms,
    domain: Option<(Label, i32)>,
    places: Places,
    birth: Number,
    tax: Number,
    /// The firm agrees, by whatever.
    together: bool,
}

pub fn compare(a: &Prepared, b: &Prepared, statistics: &dyn Statistics) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.add(Group::Prior, Label::RecordsCompared, prior(statistics.records()));
    let mut found = Found {
        names: names::compare(a, b),
        contact: contact::compare(&a.view, &b.view, statistics),
        firms: firms::compare(a, b),
        domain: domain(&a.view, &b.view, statistics),
        places: place::compare(&a.view, &b.view, statistics),
        birth: numbers::birth(&a.view, &b.view),
        tax: numbers::tax(&a.view, &b.view),
        together: false,
    };
    found.add_names(&mut sheet);
    found.add_contact(&mut sheet);
    found.add_company(&mut sheet);
    found.add_place(&mut sheet);
    if let Some((label, points)) = found.birth.birth() {
        sheet.add(Group::BirthDate, label, points);
    }
    if let Some((label, points)) = found.tax.tax() {
        sheet.add(Group::TaxId, label, points);
    }
    found.limit_names(&mut sheet, &a.view, &b.view);
    found.limit_support(&mut sheet, &a.view, &b.view);
    sheet
}

/// A domain at a firm that both have.
pub fn domain(a: &View, b: &View, statistics: &dyn Statistics) -> Option<(Label, i32)> {
    let mut best = None;
    for x in a.domains.iter() {
        for y in b.domains.iter() {
            let (x, y) = (super::super::packed::label(x), super::super::packed::label(y));
            if x == y {
                let rare = rarity(statistics.records(), statistics.count(Counted::Domain.key(x)));
                return Some((Label::DomainEqual, rare.clamp(20, COMPANY_MOST)));
            }
            if x.len().min(y.len()) >= 6 && likeness(x, y) <= Likeness::Start {
                best = Some((Label::DomainSimilar, 45));
            }
        }
    }
    best
}

/// A firm's name that is the other's domain.
pub fn name_is_domain(a: &View, b: &View) -> bool {
    let name = joined(&a.company);
    name.len() >= 4
        && b.domains.iter().any(|domain| {
            let label = super::super::packed::label(domain);
            let mut bare: super::super::few::Few<u8, 64> = Default::default();
            label.iter().filter(|byte| byte.is_ascii_alphanumeric()).for_each(|byte| bare.push(*byte));
            bare[..] == name[..]
        })
}

impl Found {
    fn add_names(&self, sheet: &mut Sheet) {
        if let Some(label) = self.names.first_label() {
            sheet.add(Group::FirstName, label, self.names.first_points);
        }
        if let Some(label) = self.names.last_label() {
            sheet.add(Group::LastName, label, self.names.last_points);
        }
    }

    fn add_contact(&self, sheet: &mut Sheet) {
        let (mut email, mut phone) = (self.contact.email, self.contact.phone);
        if let (Some(email), Some(phone)) = (&mut email, &mut phone)
            && email.1 > 0
            && phone.1 > 0
        {
            let lesser = if email.1 < phone.1 { email } else { phone };
            lesser.1 = lesser.1.min(SECOND_IDENTIFIER);
        }
        if let Some((label, points)) = email {
            sheet.add(Group::Email, label, points);
        }
        if let Some((label, points)) = phone {
            sheet.add(Group::Phone, label, points);
        }
    }

    /// One piece of evidence for the firm: the best of all that say so.
    fn add_company(&mut self, sheet: &mut Sheet) {
        let ratio = self.firms.ratio();
        let name = match ratio {
            _ if !self.firms.known => None,
            75.. => Some((Label::CompanyEqual, self.firms.shared.min(COMPANY_MOST))),
            35.. => Some((Label::CompanySimilar, (self.firms.shared * ratio / 100).min(COMPANY_MOST))),
            _ => None,
        };
        let mailbox = self.contact.mailbox.then_some((Label::MailboxShared, 60));
        let exchange = self.contact.exchange.then_some((Label::ExchangeShared, 50));
        let best = [name, self.domain, mailbox, exchange].into_iter().flatten().max_by_key(|(_, points)| *points);
        if let Some((label, points)) = best {
            sheet.add(Group::Company, label, points);
            self.together = true;
        } else if self.firms.differ() {
            sheet.add(Group::Company, Label::CompanyDifferent, COMPANY_DIFFERENT);
        }
    }

    fn add_place(&self, sheet: &mut Sheet) {
        if let Some(label) = self.places.label() {
            let points = if self.together && self.places.points > 0 {
                PLACE_BESIDE_COMPANY
            } else if self.together {
                self.places.points / 3
            } else {
                self.places.points
            };
            sheet.add(Group::Place, label, points);
        }
    }

    fn limit_names(&self, sheet: &mut Sheet, a: &View, b: &View) {
        let names = &self.names;
        let born = self.birth == Number::Equal;
        let state = self.tax == Number::Equal && (self.birth.agrees() || self.places.address);
        let home = born && self.places.street;
        if names.first >= First::Neighbour && names.first != First::Missing && !state {
            let most = match () {
                () if self.tax == Number::Equal && names.last <= Last::Part => 940_000,
                () if home => 930_000,
                () if born && names.last <= Last::Part && names.first == First::Neighbour => 800_000,
                () => 150_000,
            };
            sheet.limit(Limit::FirstNameDifferent, most);
        }
        if names.last >= Last::Loose && names.last != Last::Missing && !state {
            let own = self.contact.identifies() && names.first <= First::Nickname;
            let most = match () {
                () if self.tax == Number::Equal && names.first <= First::Near => 940_000,
                () if home => 940_000,
                () if own => 800_000,
                () if born && names.first <= First::Near => 700_000,
                () if names.last == Last::Loose => 600_000,
                () => 150_000,
            };
            let limit = if own { Limit::LastNameChanged } else { Limit::LastNameDifferent };
            sheet.limit(limit, most);
        }
        let both = a.generation != Default::default() && b.generation != Default::default();
        if both && a.generation != b.generation {
            sheet.limit(Limit::GenerationDifferent, 100_000);
        }
    }

    fn limit_support(&self, sheet: &mut Sheet, a: &View, b: &View) {
        let state = self.birth.agrees() || self.tax.agrees();
        let near = [self.contact.email, self.contact.phone].into_iter().flatten().any(|(_, points)| points >= 40);
        let identified = self.contact.identifies() || state || near;
        if !a.has_name() || !b.has_name() {
            let most = match () {
                () if self.tax == Number::Equal || self.contact.own_email => 900_000,
                () if self.contact.own_phone => 400_000,
                () => 40_000,
            };
            sheet.limit(Limit::NoName, most);
            return;
        }
        if identified {
            return;
        }
        if self.firms.differ() && self.domain.is_none() && !self.places.address {
            sheet.limit(Limit::NameAtOtherCompany, 250_000);
        }
        if !self.together && !self.places.address {
            sheet.limit(Limit::NameAlone, if self.places.street { 600_000 } else { 250_000 });
        }
        if matches!(self.names.first, First::Near | First::Initial) {
            sheet.limit(Limit::FirstNameUnsure, 900_000);
        }
        if self.names.first == First::Missing || self.names.last == Last::Missing {
            sheet.limit(Limit::NameIncomplete, 400_000);
        }
    }
}
