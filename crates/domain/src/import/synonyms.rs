//! What columns are called in lead files, and where they go.

mod de;
mod en;
mod it;

use std::collections::HashMap;

use super::Target;
use super::header_words::{normal, without_spelled_umlauts};

/// Words of a header that say which e-mail or phone it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Work,
    Home,
    Mobile,
    Fax,
    Other,
}

const PLACES: &[(Place, &[&str])] = &[
    (
        Place::Work,
        &[
            "work",
            "business",
            "office",
            "geschaftlich",
            "buro",
            "dienstlich",
            "firma",
            "arbeit",
            "lavoro",
            "ufficio",
            "aziendale",
            "company",
            "primary",
            "main",
            "principale",
            "corporate",
        ],
    ),
    (Place::Home, &["home", "private", "personal", "privat", "privato", "privata", "personale", "casa", "abitazione"]),
    (Place::Mobile, &["mobile", "mobil", "cell", "handy", "cellulare"]),
    (Place::Fax, &["fax"]),
    (Place::Other, &["other", "secondary", "alternate", "alternative", "additional", "sonstige", "andere", "weitere", "altro", "altra"]),
];

/// What the other systems put before the name of a field.
const BEFORE: &[&str] = &[
    "lead",
    "person",
    "contact",
    "organization",
    "organisation",
    "company",
    "deal",
    "account",
    "kontakt",
    "unternehmen",
    "firmen",
    "persona",
    "contatto",
    "organizzazione",
    "azienda",
    "address",
    "mailing",
    "billing",
    "adresse",
    "indirizzo",
    "customer",
];

/// How surely a name means its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// Made out of parts: "Organization - Phone 2 (work)".
    Derived,
    Exact,
}

/// All known names.
pub(super) struct Synonyms(HashMap<&'static str, Target>);

impl Synonyms {
    pub fn new() -> Self {
        let mut all = HashMap::new();
        for (target, words) in [en::WORDS, de::WORDS, it::WORDS].into_iter().flatten() {
            for word in *words {
                all.entry(*word).or_insert(*target);
            }
        }
        Self(all)
    }

    /// The target of a column with this name.
    pub fn find(&self, header: &str) -> Option<(Target, Certainty)> {
        let header = normal(header);
        let plain = without_spelled_umlauts(&header);
        [&header, &plain].into_iter().find_map(|name| {
            let exact = self.0.get(name.as_str()).map(|target| (*target, Certainty::Exact));
            exact.or_else(|| Some((self.derive(name)?, Certainty::Derived)))
        })
    }

    /// Takes away a number, places and what stands before, until a known name is left.
    fn derive(&self, name: &str) -> Option<Target> {
        let mut words: Vec<&str> = name.split(' ').collect();
        let number = words.pop_if(|word| word.bytes().all(|b| b.is_ascii_digit()));
        let place = words.iter().find_map(|word| place(word));
        let kept = |keep: &[Place]| -> Vec<&str> {
            let keep = |word: &&&str| self::place(word).is_none_or(|place| keep.contains(&place));
            words.iter().filter(keep).copied().collect()
        };
        let shorter = [kept(&[]), kept(&[Place::Mobile, Place::Fax]), words.clone()];
        let base = shorter.iter().find_map(|words| self.without_before(words))?;
        match (base, number) {
            (Target::Street, Some(number)) if number != "1" => Some(Target::StreetMore),
            (base, Some(_)) if !base.takes_many() && base != Target::Street => None,
            _ => Some(place.map_or(base, |place| placed(base, place))),
        }
    }

    fn without_before(&self, words: &[&str]) -> Option<Target> {
        let before = words.iter().take_while(|word| BEFORE.contains(word)).count();
        (0..=before).find_map(|from| self.0.get(words.get(from..)?.join(" ").as_str())).copied()
    }
}

fn place(word: &str) -> Option<Place> {
    PLACES.iter().find(|(_, words)| words.contains(&word)).map(|(place, _)| *place)
}

fn placed(base: Target, place: Place) -> Target {
    use Target as T;
    let email = matches!(base, T::EmailWork | T::EmailHome | T::EmailOther);
    let phone = matches!(base, T::PhoneWork | T::PhoneMobile | T::PhoneHome | T::PhoneOther);
    match place {
        Place::Work if email => T::EmailWork,
        Place::Home if email => T::EmailHome,
        Place::Other if email => T::EmailOther,
        Place::Home if base == T::PhoneWork => T::PhoneHome,
        Place::Mobile if phone => T::PhoneMobile,
        Place::Fax if phone => T::PhoneFax,
        Place::Other if phone => T::PhoneOther,
        _ => base,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_other_systems() {
        use Target as T;
        let synonyms = Synonyms::new();
        for (header, target) in [
            ("Lead - Title", T::Title),
            ("Lead - Currency of value", T::ValueCurrency),
            ("Lead - Pipedrive System ID", T::ExternalId),
            ("Person - Email (Work)", T::EmailWork),
            ("Person - Email - Home", T::EmailHome),
            ("Person - Phone (Mobile)", T::PhoneMobile),
            ("Organization - Name", T::OrganizationName),
            ("Organization - Address", T::Street),
            ("ADDRESS_POSTAL_CODE", T::PostalCode),
            ("ADDRESS_2", T::StreetMore),
            ("COMPANY_TITLE", T::OrganizationName),
            ("Telefon (geschäftlich)", T::PhoneWork),
            ("Telefon privat", T::PhoneHome),
            ("E-Mail (privat)", T::EmailHome),
            ("Altro telefono", T::PhoneOther),
            ("Work Fax", T::PhoneFax),
            ("Company Phone 2", T::PhoneWork),
            ("Mobile Phone Number", T::PhoneMobile),
            ("E-Mail 2", T::EmailWork),
            ("Waehrung", T::ValueCurrency),
            ("Strasse", T::Street),
            ("Company / Account", T::OrganizationName),
            ("email_from", T::EmailWork),
            ("P.IVA", T::TaxId),
            ("USt-IdNr.", T::TaxId),
            ("State/Region", T::Region),
            ("Lead Owner", T::Owner),
            ("Contact owner", T::Owner),
            ("Street2", T::StreetMore),
            ("Home City", T::City),
        ] {
            assert_eq!(synonyms.find(header).map(|(target, _)| target), Some(target), "{header}");
        }
        for unknown in ["", "Zzz", "Created by", "Employees", "42", "Work", "Kanal 7"] {
            assert_eq!(synonyms.find(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn every_word_is_in_its_normal_form_and_listed_once_per_language() {
        for words in [en::WORDS, de::WORDS, it::WORDS] {
            let mut seen = HashMap::new();
            for (target, words) in words {
                for word in *words {
                    assert_eq!(normal(word), *word);
                    assert_eq!(seen.insert(*word, *target), None, "{word}");
                }
            }
        }
    }
}
