//! What two records must share to be worth a look.

use crate::order::sort_by;
use crate::records::{Field, Kind, Record, person_name};
use crate::text::fold;
use crate::values::{email, phone, web_domain};

/// One shared property.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    Email,
    Phone,
    Domain,
    Name,
}

impl Reason {
    pub fn points(self) -> u32 {
        match self {
            Self::Email => 60,
            Self::Phone | Self::Name => 40,
            Self::Domain => 45,
        }
    }
}

/// Two records of one kind with an equal key are candidates.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MatchKey {
    pub kind: Kind,
    pub reason: Reason,
    pub text: String,
}

/// Words of a legal form say nothing about who it is.
const LEGAL_FORMS: &[&str] = &[
    "gmbh",
    "mbh",
    "ag",
    "kg",
    "ohg",
    "ug",
    "co",
    "kgaa",
    "ek",
    "ev",
    "eg",
    "gbr",
    "se",
    "srl",
    "spa",
    "sas",
    "snc",
    "ss",
    "scarl",
    "srls",
    "ltd",
    "limited",
    "llc",
    "llp",
    "plc",
    "inc",
    "corp",
    "incorporated",
    "corporation",
    "company",
    "und",
    "and",
    "e",
];

/// The keys a record is found by as a `kind`: a lead is compared as the person and as the organization it would become.
pub fn match_keys(record: &Record, kind: Kind) -> Vec<MatchKey> {
    let mut keys = Vec::new();
    let mut push = |reason, text: Option<String>| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            keys.push(MatchKey { kind, reason, text });
        }
    };
    let emails = || record.points(Field::Emails).iter().map(|point| point.value.as_str());
    for point in emails() {
        push(Reason::Email, Some(email::key(point)));
    }
    for point in record.points(Field::Phones) {
        push(Reason::Phone, phone::key(&point.value));
    }
    if kind == Kind::Person {
        push(Reason::Name, Some(name_key(&person_name(record))));
    } else {
        let name = if record.kind == Kind::Lead { Field::OrganizationName } else { Field::Name };
        push(Reason::Name, Some(company_key(record.text(name))));
        push(Reason::Domain, web_domain::key(record.text(Field::Website)).filter(|domain| !web_domain::is_free_mail(domain)));
        for point in emails() {
            push(Reason::Domain, email::company_domain(point));
        }
    }
    sort_by(&mut keys, |a, b| (a.reason, &a.text).cmp(&(b.reason, &b.text)));
    keys.dedup();
    keys
}

/// Words of a name, folded, in alphabetical order: "Rossi, Anna" equals "Anna Rossi".
fn name_key(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> = words(&folded).collect();
    words.sort_unstable();
    words.join(" ")
}

fn company_key(name: &str) -> String {
    let folded = fold(&name.replace('.', ""));
    words(&folded).filter(|word| !LEGAL_FORMS.contains(word)).collect::<Vec<_>>().join(" ")
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_match_across_spelling() {
        assert_eq!(name_key("Rossi, Anna"), name_key("anna ROSSI"));
        assert_eq!(company_key("Molino Bassani S.r.l."), company_key("MOLINO BASSANI"));
        assert_eq!(company_key("Müller GmbH & Co. KG"), company_key("Muller"));
    }
}
