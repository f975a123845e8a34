//! Words in cells that mean one of a fixed set: statuses, yes and no, who may see a lead.

use super::header_words::normal;
use crate::values::Visibility;

/// What the statuses of other systems mean here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusMeaning {
    New,
    Contacted,
    Working,
    Qualified,
    /// Never a status of an imported lead: conversion makes records, and the import has none.
    Converted,
}

impl StatusMeaning {
    pub const ALL: &'static [Self] = &[Self::New, Self::Contacted, Self::Working, Self::Qualified, Self::Converted];

    /// None for a word of another kind, such as "Junk".
    pub fn of(text: &str) -> Option<Self> {
        let word = normal(text);
        STATUSES.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(meaning, _)| *meaning)
    }
}

/// Salesforce, Bitrix24, HubSpot, Zoho, Zendesk Sell, Odoo, and the plain words in English, German and Italian. In the form
/// that [`normal`] gives.
const STATUSES: &[(StatusMeaning, &[&str])] = &[
    (
        StatusMeaning::New,
        &[
            "new",
            "new lead",
            "open",
            "open not contacted",
            "not contacted",
            "unassigned",
            "incoming",
            "to do",
            "neu",
            "neuer lead",
            "offen",
            "nicht bearbeitet",
            "neu nicht bearbeitet",
            "nicht kontaktiert",
            "unbearbeitet",
            "nuovo",
            "nuovo lead",
            "nuova",
            "aperto",
            "non contattato",
            "da contattare",
            "non elaborato",
        ],
    ),
    (
        StatusMeaning::Contacted,
        &[
            "contacted",
            "attempted to contact",
            "connected",
            "reached",
            "kontaktiert",
            "kontakt aufgenommen",
            "erreicht",
            "angeschrieben",
            "angerufen",
            "contattato",
            "contattata",
            "contatto stabilito",
        ],
    ),
    (
        StatusMeaning::Working,
        &[
            "working",
            "working contacted",
            "in progress",
            "in process",
            "assigned",
            "nurturing",
            "open deal",
            "in bearbeitung",
            "bearbeitung",
            "laufend",
            "in arbeit",
            "zugewiesen",
            "in lavorazione",
            "in corso",
            "in elaborazione",
            "assegnato",
        ],
    ),
    (
        StatusMeaning::Qualified,
        &[
            "qualified",
            "pre qualified",
            "processed",
            "sql",
            "mql",
            "qualifiziert",
            "verarbeitet",
            "bearbeitet",
            "qualificato",
            "qualificata",
            "elaborato",
            "trattato",
        ],
    ),
    (
        StatusMeaning::Converted,
        &[
            "converted",
            "closed converted",
            "qualified converted",
            "konvertiert",
            "umgewandelt",
            "geschlossen konvertiert",
            "abgeschlossen konvertiert",
            "convertito",
            "convertita",
            "chiuso convertito",
        ],
    ),
];

/// `1`, `true`, `yes`, `ja`, `sì`, `x` and their opposites.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    match normal(text).as_str() {
        "1" | "true" | "yes" | "y" | "x" | "ja" | "j" | "wahr" | "si" | "s" | "vero" => Some(true),
        "0" | "false" | "no" | "n" | "nein" | "falsch" | "falso" => Some(false),
        _ => None,
    }
}

/// Words, and the numbers that Pipedrive writes.
pub(super) fn visibility(text: &str) -> Option<Visibility> {
    match normal(text).as_str() {
        "1" | "owner" | "owner only" | "item owner" | "private" | "only me" | "privat" | "zustandig" | "nur ich" | "besitzer"
        | "nur besitzer" | "privato" | "responsabile" | "solo responsabile" | "solo io" | "proprietario" => Some(Visibility::Owner),
        "3"
        | "5"
        | "team"
        | "group"
        | "owner s visibility group"
        | "item owner s visibility group"
        | "gruppe"
        | "gruppo"
        | "il team"
        | "mein team" => Some(Visibility::Team),
        "7"
        | "everyone"
        | "all"
        | "all users"
        | "entire company"
        | "public"
        | "company"
        | "alle"
        | "alle benutzer"
        | "offentlich"
        | "gesamtes unternehmen"
        | "tutti"
        | "pubblico"
        | "intera azienda" => Some(Visibility::Everyone),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_of_other_systems() {
        for (text, meaning) in [
            ("Open - Not Contacted", StatusMeaning::New),
            ("NEW", StatusMeaning::New),
            ("Neu", StatusMeaning::New),
            ("Contattato", StatusMeaning::Contacted),
            ("Working - Contacted", StatusMeaning::Working),
            ("IN_PROGRESS", StatusMeaning::Working),
            ("In Bearbeitung", StatusMeaning::Working),
            ("Verarbeitet", StatusMeaning::Qualified),
            ("Closed - Converted", StatusMeaning::Converted),
        ] {
            assert_eq!(StatusMeaning::of(text), Some(meaning), "{text}");
        }
        for unknown in ["Closed - Not Converted", "Unqualified", "Junk", ""] {
            assert_eq!(StatusMeaning::of(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn a_word_has_one_meaning() {
        for (meaning, words) in STATUSES {
            for word in *words {
                assert_eq!(StatusMeaning::of(word), Some(*meaning), "{word}");
            }
        }
    }

    #[test]
    fn yes_no_and_who_may_see_it() {
        assert_eq!([yes_or_no("Sì"), yes_or_no("FALSE"), yes_or_no("maybe")], [Some(true), Some(false), None]);
        assert_eq!(visibility("Item owner's visibility group"), Some(Visibility::Team));
        assert_eq!(visibility("Öffentlich"), Some(Visibility::Everyone));
    }
}
