//! Words of the settings that say how duplicates are found.

use domain::duplicates::{ClassicField, ClassicPart, Compared};

use super::{basics, fields, messages};

messages! {
    title = "Duplicates" | "Dubletten" | "Duplicati";
    hint = "Holds for the whole workspace: lists of duplicates, conversions of one lead or many, and imports." | "Gilt im ganzen Arbeitsbereich: für Listen von Dubletten, Konvertierungen eines Leads oder vieler und Importe." | "Vale per tutto lo spazio di lavoro: elenchi di duplicati, conversioni di uno o più lead e importazioni.";
    compared = "What is compared besides names" | "Was außer Namen verglichen wird" | "Che cosa si confronta oltre ai nomi";
    certain_from = "Certain from" | "Sicher ab" | "Certo da";
    certain_hint = "Used without asking in conversions." | "Wird bei Konvertierungen ohne Rückfrage verwendet." | "Nelle conversioni si usa senza chiedere.";
    likely_from = "Likely from" | "Wahrscheinlich ab" | "Probabile da";
    likely_hint = "Asked about when many leads are converted, and shown in the list of duplicates." | "Wird beim Konvertieren vieler Leads erfragt und in der Liste der Dubletten gezeigt." | "Si chiede quando si convertono molti lead; appare nell’elenco dei duplicati.";
    possible_from = "Possible from" | "Möglich ab" | "Possibile da";
    possible_hint = "Less probable ones are not shown at all." | "Weniger wahrscheinliche werden gar nicht gezeigt." | "I meno probabili non vengono mostrati.";
    classic = "Classic rule" | "Klassische Regel" | "Regola classica";
    classic_hint = "Yes or no, without a sum: the profile Zendesk Sell uses whom this rule names." | "Ja oder nein, ohne Summe: Das Profil Zendesk Sell verwendet, wen diese Regel nennt." | "Sì o no, senza somma: il profilo Zendesk Sell usa chi indica questa regola.";
    must = "must agree" | "muss übereinstimmen" | "deve coincidere";
    one_of = "one of these must agree" | "eines davon muss übereinstimmen" | "uno di questi deve coincidere";
    not_used = "does not count" | "zählt nicht" | "non conta";
    test = "Test two records" | "Zwei Datensätze vergleichen" | "Confronta due schede";
    test_hint = "Choose two records, or type what they say: the whole sum is below." | "Zwei Datensätze auswählen oder eintippen, was sie sagen: Unten steht die ganze Summe." | "Scegli due schede o scrivi che cosa dicono: sotto c’è tutta la somma.";
    as_what = "Compared as" | "Verglichen als" | "Confrontati come";
    first = "First" | "Erster" | "Primo";
    second = "Second" | "Zweiter" | "Secondo";
    record_of(which) = "{which} record" | "{which} Datensatz" | "{which}: scheda";
    of(which, field) = "{which}: {field}" | "{which}: {field}" | "{which}: {field}";
    nothing_yet = "Nothing to compare yet" | "Noch nichts zu vergleichen" | "Ancora nulla da confrontare";
    result = "The sum" | "Die Summe" | "La somma";
    verdict(percent, band) = "{percent}, {band}" | "{percent}, {band}" | "{percent}, {band}";
    unlikely = "unlikely" | "unwahrscheinlich" | "improbabile";
    classic_yes = "The classic rule says yes" | "Die klassische Regel sagt ja" | "La regola classica dice sì";
    classic_no = "The classic rule says no" | "Die klassische Regel sagt nein" | "La regola classica dice no";
    street = "Street" | "Straße" | "Via";
    postal_code = "Postal code" | "Postleitzahl" | "CAP";
    city = "City" | "Ort" | "Città";
}

pub fn compared_name(compared: Compared) -> &'static str {
    match compared {
        Compared::Email => fields::emails(),
        Compared::Phone => fields::phones(),
        Compared::Company => basics::organization(),
        Compared::Website => fields::website(),
        Compared::Address => fields::address(),
        Compared::BirthDate => fields::birth_date(),
        Compared::TaxId => fields::tax_id(),
    }
}

pub fn classic_name(field: ClassicField) -> &'static str {
    match field {
        ClassicField::Name => fields::name(),
        ClassicField::Email => fields::emails(),
        ClassicField::Phone => fields::phones(),
        ClassicField::Company => basics::organization(),
    }
}

pub fn part_name(part: ClassicPart) -> &'static str {
    match part {
        ClassicPart::Must => must(),
        ClassicPart::OneOf => one_of(),
        ClassicPart::Not => not_used(),
    }
}
