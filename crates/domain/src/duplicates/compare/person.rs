//! Two subjects as people.

use super::super::evidence::{Group, Label, Limit, Sheet};
use super::super::packed::View;
use super::super::statistics::{Statistics, prior};
use super::contact::{self, Contact};
use super::domains;
use super::firms::{self, Firms};
use super::names::{self, First, Last, Names};
use super::numbers::{self, Number};
use super::place::{self, Places};
use super::prepared::Prepared;
use super::weights::*;

/// Fewer records say little about which surnames there are.
const FEW: u32 = 2_000;

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
    /// The unusual one of two given names is spelled so in an own address too.
    spelled: bool,
}

pub fn compare(a: &Prepared, b: &Prepared, statistics: &dyn Statistics) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.add(Group::Prior, Label::RecordsCompared, prior(statistics.records()));
    let mut found = Found {
        names: names::compare(a, b),
        contact: contact::compare(&a.view, &b.view, statistics),
        firms: firms::compare(a, b),
        domain: domain(a, b, statistics),
        places: place::compare(&a.view, &b.view, statistics),
        birth: numbers::birth(&a.view, &b.view),
        tax: numbers::tax(&a.view, &b.view),
        together: false,
        spelled: [a, b]
            .into_iter()
            .any(|side| side.first.first().is_some_and(|part| !part.given.established) && contact::spells_first(&side.view)),
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
    found.limit_names(&mut sheet, &a.view, &b.view, statistics);
    found.limit_support(&mut sheet, &a.view, &b.view, statistics);
    sheet
}

/// A domain that both have, or that one has and the other's firm is named after.
fn domain(a: &Prepared, b: &Prepared, statistics: &dyn Statistics) -> Option<(Label, i32)> {
    let found = domains::compare(&a.view, &b.view, statistics).map(|(label, points)| (label, points.min(COMPANY_MOST)));
    let of_name = || domains::of_name(a, &b.view) || domains::of_name(b, &a.view);
    if found.is_none() && of_name() { Some((Label::DomainSimilar, 70)) } else { found }
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
        let firms = &self.firms;
        let name = match () {
            () if firms.agree() => Some((firms.label(), firms.shared.min(COMPANY_MOST))),
            () if firms.alike() => Some((Label::CompanySimilar, (firms.shared * firms.ratio() / 100).min(COMPANY_MOST))),
            () => None,
        };
        let mailbox = self.contact.mailbox.then_some((Label::MailboxShared, 60));
        let exchange = self.contact.exchange.then_some((Label::ExchangeShared, 50));
        let domain = self.domain.filter(|(label, _)| *label != Label::DomainDifferent);
        let best = [name, domain, mailbox, exchange].into_iter().flatten().max_by_key(|(_, points)| *points);
        if let Some((label, points)) = best {
            sheet.add(Group::Company, label, points);
            self.together = true;
        } else if self.firms.differ() {
            sheet.add(Group::Company, Label::CompanyDifferent, COMPANY_DIFFERENT);
        }
    }

    fn add_place(&self, sheet: &mut Sheet) {
        if let Some(label) = self.places.label() {
            // Colleagues are at one place, but not at one address of their own.
            let of_company = self.together && !self.contact.own_email;
            let points = match () {
                () if of_company && self.places.points > 0 => PLACE_BESIDE_COMPANY,
                () if self.together && self.places.points < 0 => self.places.points / 3,
                () => self.places.points,
            };
            sheet.add(Group::Place, label, points);
        }
    }

    /// Points of what the state and the address say together; nothing when only the address agrees, as households do.
    fn proof(&self) -> i32 {
        let said: i32 = [self.birth.birth(), self.tax.tax()].into_iter().flatten().map(|(_, points)| points).sum();
        if said > 0 { said + self.places.points } else { 0 }
    }

    fn limit_names(&self, sheet: &mut Sheet, a: &View, b: &View, statistics: &dyn Statistics) {
        let names = &self.names;
        let proof = self.proof();
        let private = !self.together || self.contact.identifies();
        let place = private && self.places.street && self.places.locality;
        let home = place && !self.places.other_number;
        let no_families = statistics.families_are_rare() && self.places.points >= 110;
        // A firm's tax number and its address are a family's as well.
        let state = self.tax == Number::Equal && self.birth.agrees() && proof >= 250;
        if names.first >= First::Neighbour && names.first != First::Missing && !state {
            let most = match () {
                () if proof >= 170 => 940_000,
                () if proof >= 130 && names.last <= Last::Part && names.first == First::Neighbour => 800_000,
                // Where hardly any two of a family are among the records, another first name at home is rather a wrong one.
                () if place && names.last <= Last::Part && no_families => 600_000,
                () if self.contact.own_email && names.first == First::Neighbour && names.last <= Last::Near => {
                    if names.begins {
                        600_000
                    } else {
                        300_000
                    }
                }
                () => 100_000,
            };
            sheet.limit(Limit::FirstNameDifferent, most);
        }
        // Two names that are both known as names.
        sheet.vetoed |= matches!(names.first, First::Neighbour | First::Different) && names.both_known && names.last <= Last::Near;
        sheet.vetoed |= a.generation != b.generation;
        if names.last >= Last::Loose && names.last != Last::Missing && !state {
            let own = names.first <= First::Near
                && (self.contact.own_email || self.contact.own_mobile || self.contact.own_phone && !self.together);
            let most = match () {
                () if proof >= 170 => 940_000,
                () if own => 800_000,
                () if proof >= 130 && names.first <= First::Near => 450_000,
                () if names.first <= First::Near && home => 600_000,
                () if names.last == Last::Loose => 300_000,
                () => 150_000,
            };
            let limit = if own { Limit::LastNameChanged } else { Limit::LastNameDifferent };
            sheet.limit(limit, most);
        }
        if a.generation != b.generation && !state {
            let said = a.generation != 0 && b.generation != 0;
            let most = match () {
                () if said => 60_000,
                () if self.contact.own_email || proof >= 170 => 900_000,
                () => 400_000,
            };
            sheet.limit(Limit::GenerationDifferent, most);
        }
    }

    /// Families and firms share phones, mailboxes and a tax number: without a first name these say which family. An initial has
    /// the firm or a mobile number to make up for it.
    fn is_whole(&self) -> bool {
        let (contact, home) = (&self.contact, self.places.points >= 60);
        let state = self.birth == Number::Equal && home || self.tax.agrees() && (home || self.birth.agrees());
        match (self.names.first, self.names.last) {
            (First::Missing, _) => contact.spelled_email || state,
            (First::Initial, _) if self.together || contact.own_mobile => true,
            (First::Initial, _) | (_, Last::Missing) => contact.own_email || self.tax.agrees() || state,
            _ => true,
        }
    }

    fn limit_support(&self, sheet: &mut Sheet, a: &View, b: &View, statistics: &dyn Statistics) {
        let state = self.birth.agrees() || self.tax.agrees();
        let near = [self.contact.email, self.contact.phone].into_iter().flatten().any(|(_, points)| points >= 40);
        let identified = self.contact.identifies() || state || near;
        let fits_others = matches!(self.names.first, First::Missing | First::Initial | First::Pet) || self.names.last == Last::Missing;
        sheet.half = fits_others && self.proof() < 200;
        if identified && !self.is_whole() {
            sheet.limit(Limit::NameIncomplete, 900_000);
        }
        let by_date_only = state && !self.contact.identifies() && !near && !self.tax.agrees() && !self.together && self.places.points < 60;
        if by_date_only && (self.names.first == First::Missing || self.names.last == Last::Missing) {
            sheet.limit(Limit::NameIncomplete, 600_000);
        } else if by_date_only && self.birth == Number::Near {
            sheet.limit(Limit::BirthDateDifferent, 900_000);
        }
        // Father and son at one firm, or a slip: somebody has to look. At one home slips are more usual.
        if self.birth == Number::Different && !self.tax.agrees() && (self.together || self.places.points < 60) {
            sheet.limit(Limit::BirthDateDifferent, 940_000);
        }
        if self.contact.email.is_some_and(|(label, _)| label == Label::EmailOfAnother) && self.proof() < 170 {
            sheet.limit(Limit::EmailOfAnother, 300_000);
            sheet.vetoed = true;
        }
        if self.names.first == First::Pet && self.proof() < 170 {
            let most = match () {
                () if self.contact.own_email && self.contact.own_phone => 970_000,
                () if self.contact.own_email && !self.names.either_gender => 960_000,
                () if self.contact.own_email || state => 940_000,
                () if self.contact.own_mobile && !self.names.either_gender => 960_000,
                () if identified && !self.names.either_gender => 940_000,
                () => 450_000,
            };
            sheet.limit(Limit::FirstNameUnsure, most);
        }
        if !a.has_name() || !b.has_name() {
            let most = match () {
                () if self.tax == Number::Equal || self.contact.own_email => 900_000,
                () if self.proof() >= 250 => 700_000,
                () if self.contact.own_phone && !self.together => 300_000,
                () => 40_000,
            };
            sheet.limit(Limit::NoName, most);
        } else if !identified {
            self.limit_name_alone(sheet, statistics);
        }
    }

    /// Nothing but names and whereabouts agree (R80).
    fn limit_name_alone(&self, sheet: &mut Sheet, statistics: &dyn Statistics) {
        let (names, places) = (&self.names, &self.places);
        if self.firms.differ() && !self.together && !places.address {
            sheet.limit(Limit::NameAtOtherCompany, 40_000);
        }
        let home = !self.together && places.points >= 100 && (places.address || !places.other_number);
        if !self.together && !home {
            let alike = names.points() >= 110 && names.first <= First::Near && names.last <= Last::Near;
            let rare = names.points() >= 150 || places.street_points >= 45;
            let most = match () {
                () if alike && rare && places.locality && places.street => 600_000,
                () if alike && places.same_town && (places.same_number || names.points() >= 170) => 600_000,
                () if names.last <= Last::Near && places.points >= 110 && statistics.families_are_rare() => 600_000,
                () if alike && places.locality => 250_000,
                // Nothing says that they are two, either.
                () if self.contact.email.is_none() && self.contact.phone.is_none() && !places.elsewhere => 120_000,
                () => 60_000,
            };
            sheet.limit(Limit::NameAlone, most);
        }
        match names.first {
            First::Slip if !self.spelled => {}
            First::Slip | First::Near | First::Initial | First::Nickname => sheet.limit(Limit::FirstNameUnsure, 900_000),
            First::Loose if !home => sheet.limit(Limit::FirstNameUnsure, 300_000),
            _ => {}
        }
        if names.last == Last::Near && (names.surnames_known || statistics.records() < FEW) {
            // Mayer and Maier of one firm: among few records nobody knows how usual either is.
            sheet.limit(Limit::LastNameUnsure, if names.surnames_known { 450_000 } else { 900_000 });
        }
        if names.first == First::Missing || names.last == Last::Missing {
            sheet.limit(Limit::NameIncomplete, if home { 600_000 } else { 400_000 });
        }
    }
}
