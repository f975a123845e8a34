//! The values that a piece of evidence is about, as the two subjects have them.

use super::evidence::{Group, Label, Limit, Line};
use super::normal::email::{self, Email};
use super::normal::phone::{self, Relation, relation};
use super::subject::Subject;

pub fn of_line(line: &Line, a: &Subject, b: &Subject) -> (String, String) {
    match line.group {
        Group::Prior | Group::Employee => Default::default(),
        Group::FirstName | Group::LastName => of_names(line.group, a, b),
        Group::Email => of_emails(a, b),
        Group::Phone => of_phones(a, b),
        Group::TaxId => (a.tax_id.clone(), b.tax_id.clone()),
        Group::BirthDate => (a.birth_date.clone(), b.birth_date.clone()),
        Group::Company if line.label == Label::MailboxShared => of_emails(a, b),
        Group::Company if line.label == Label::ExchangeShared => of_phones(a, b),
        Group::Company if matches!(line.label, Label::DomainEqual | Label::DomainSimilar) => of_webs(a, b),
        Group::Company | Group::LegalForm => (a.company.clone(), b.company.clone()),
        Group::Website => of_webs(a, b),
        Group::Place => (a.address(), b.address()),
    }
}

pub fn of_limit(limit: Limit, a: &Subject, b: &Subject) -> (String, String) {
    match limit {
        Limit::FirstNameDifferent | Limit::FirstNameUnsure => of_names(Group::FirstName, a, b),
        Limit::LastNameDifferent | Limit::LastNameChanged | Limit::LastNameUnsure => of_names(Group::LastName, a, b),
        Limit::GenerationDifferent | Limit::NameAlone | Limit::NameIncomplete | Limit::NoName => (a.full_name(), b.full_name()),
        Limit::EmailOfAnother => of_emails(a, b),
        Limit::TaxIdDifferent => (a.tax_id.clone(), b.tax_id.clone()),
        Limit::BirthDateDifferent => (a.birth_date.clone(), b.birth_date.clone()),
        Limit::CompanyElsewhere => (a.address(), b.address()),
        Limit::Rivals | Limit::AnotherCertain => Default::default(),
        Limit::NameAtOtherCompany
        | Limit::CompanyNameDifferent
        | Limit::CompanyNameAlone
        | Limit::SisterCompany
        | Limit::LegalFormDifferent => (a.company.clone(), b.company.clone()),
    }
}

/// A field of the name; the whole name where one of the two has it all in one field.
fn of_names(group: Group, a: &Subject, b: &Subject) -> (String, String) {
    let whole = [a, b].into_iter().any(|subject| subject.first_name.trim().is_empty() || subject.last_name.trim().is_empty());
    let pick = |subject: &Subject| match group {
        _ if whole => subject.full_name(),
        Group::FirstName => subject.first_name.trim().to_owned(),
        _ => subject.last_name.trim().to_owned(),
    };
    (pick(a), pick(b))
}

/// Website, addresses at a firm, addresses of its people; else the name.
fn webs(subject: &Subject) -> Vec<String> {
    let mut all = vec![subject.website.clone()];
    all.extend(subject.emails.iter().chain(&subject.people_emails).cloned());
    all.retain(|text| web_domain(text).is_some());
    if all.is_empty() { vec![subject.company.clone()] } else { all }
}

fn web_domain(text: &str) -> Option<String> {
    let domain = Email::read(text).map(|email| email.domain).or_else(|| email::domain(text));
    domain.filter(|domain| !email::is_free(domain))
}

/// The domains, whether a website or an address has them.
fn of_webs(a: &Subject, b: &Subject) -> (String, String) {
    let alike = |x: &str, y: &str| match (web_domain(x), web_domain(y)) {
        (Some(x), Some(y)) if x == y => 3,
        (Some(x), Some(y)) if email::label(&x) == email::label(&y) => 2,
        _ => 1,
    };
    let (one, other) = best_pair(&webs(a), &webs(b), alike);
    let said = |text: String| web_domain(&text).unwrap_or(text);
    (said(one), said(other))
}

/// The pair that is most alike.
fn of_emails(a: &Subject, b: &Subject) -> (String, String) {
    let alike = |x: &str, y: &str| match (Email::read(x), Email::read(y)) {
        (Some(x), Some(y)) if x == y => 4,
        (Some(x), Some(y)) if x.local == y.local => 3,
        (Some(x), Some(y)) if x.domain == y.domain => 2,
        (Some(_), Some(_)) => 1,
        _ => 0,
    };
    best_pair(&a.emails, &b.emails, alike)
}

fn of_phones(a: &Subject, b: &Subject) -> (String, String) {
    let alike = |x: &str, y: &str| match (phone::read(x), phone::read(y)) {
        (Some(x), Some(y)) => match relation(x.as_bytes(), y.as_bytes()) {
            Relation::Equal => 4,
            Relation::Near => 3,
            Relation::SameExchange => 2,
            Relation::Different => 1,
        },
        _ => 0,
    };
    best_pair(&a.phones, &b.phones, alike)
}

fn best_pair(a: &[String], b: &[String], alike: impl Fn(&str, &str) -> u8) -> (String, String) {
    let mut best = (0, String::new(), String::new());
    for x in a {
        for y in b {
            let found = alike(x, y);
            if found > best.0 {
                best = (found, x.clone(), y.clone());
            }
        }
    }
    (best.1, best.2)
}
