//! By what a company is known without a comparison.

use super::normal::company::Company;
use super::normal::email::{Email, Mailbox, domain, is_free};
use super::normal::fold::fold;
use crate::records::{Field, Kind, Record};

/// What an organization, or a lead of one, is called, and where it is on the web.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompanyKey {
    /// Without the legal form and habits of spelling; empty if it is not called anything.
    pub name: String,
    /// Of its website and of its addresses, in order; not those of providers of mail.
    pub domains: Vec<String>,
}

impl CompanyKey {
    pub fn of(record: &Record) -> Self {
        let name = if record.kind == Kind::Lead { Field::OrganizationName } else { Field::Name };
        let addresses = record.points(Field::Emails).iter().filter_map(|point| Email::read(&point.value));
        let of_firms = addresses.filter(|address| address.mailbox != Mailbox::Free).map(|address| address.domain);
        let mut domains: Vec<String> = of_firms.chain(domain(record.text(Field::Website))).filter(|domain| !is_free(domain)).collect();
        domains.sort_unstable();
        domains.dedup();
        Self { name: name_key(record.text(name)), domains }
    }
}

fn name_key(name: &str) -> String {
    let company = Company::read(name);
    if company.is_cut() {
        return fold(name);
    }
    let words: Vec<&str> = company.words.iter().map(|word| word.text.as_str()).chain(company.domain.as_deref()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_meet_across_spelling() {
        for (one, other) in [
            ("Molino Bassani S.r.l.", "MOLINO BASSANI"),
            ("Müller GmbH & Co. KG", "Mueller"),
            ("Süd Sanitär", "Sued Sanitaer Ges.m.b.H."),
            ("Smith & Sons Ltd", "Smith and Sons"),
        ] {
            assert_eq!(name_key(one), name_key(other));
        }
        assert_ne!(name_key("Bauer"), name_key("Baur"));
        assert_eq!(name_key("n/a"), "");
    }

    #[test]
    fn a_long_name_counts_to_its_end() {
        let name = |end: &str| format!("Verein der Freunde und Förderer der alten Mühle an der {end}");
        assert_ne!(name_key(&name("Ahr")), name_key(&name("Isar")));
    }
}
