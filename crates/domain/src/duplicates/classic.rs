//! R80: the classic rule of Zendesk Sell: name and (e-mail or phone), with fields that can be chosen. No weights, yes or no.

use super::normal::email::Email;
use super::normal::name::Name;
use super::normal::{company::Company, phone};
use super::subject::Subject;

/// A field that must agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClassicField {
    Name,
    Email,
    Phone,
    Company,
}

/// Every group needs one field that agrees. A field that both leave empty agrees with nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassicRule {
    pub groups: Vec<Vec<ClassicField>>,
}

impl Default for ClassicRule {
    /// Name AND (e-mail OR phone).
    fn default() -> Self {
        Self { groups: vec![vec![ClassicField::Name], vec![ClassicField::Email, ClassicField::Phone]] }
    }
}

impl ClassicRule {
    pub fn matches(&self, a: &Subject, b: &Subject) -> bool {
        !self.groups.is_empty() && self.groups.iter().all(|group| group.iter().any(|field| field.agrees(a, b)))
    }
}

impl ClassicField {
    fn agrees(self, a: &Subject, b: &Subject) -> bool {
        match self {
            Self::Name => {
                let name = |subject: &Subject| {
                    let name = Name::read(&subject.first_name, &subject.last_name);
                    [name.first, name.last].concat()
                };
                let (a_name, b_name) = (name(a), name(b));
                if a_name.is_empty() && b_name.is_empty() { Self::Company.agrees(a, b) } else { a_name == b_name }
            }
            Self::Email => share(&a.emails, &b.emails, |text| Email::read(text).map(|email| (email.local, email.domain))),
            Self::Phone => share(&a.phones, &b.phones, phone::read),
            Self::Company => {
                let (a, b) = (Company::read(&a.company), Company::read(&b.company));
                !a.words.is_empty() && a.words == b.words
            }
        }
    }
}

fn share<T: PartialEq>(a: &[String], b: &[String], read: impl Fn(&str) -> Option<T>) -> bool {
    a.iter().filter_map(|text| read(text)).any(|one| b.iter().filter_map(|text| read(text)).any(|other| one == other))
}
