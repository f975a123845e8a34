//! Why a value or a row of a file does not fit.

use domain::import::Reason;
use domain::rejection::Why;

use crate::i18n::{format, messages};

messages! {
    empty = "The row is empty" | "Die Zeile ist leer" | "La riga è vuota";
    nobody = "A name or an organization is missing" | "Name oder Organisation fehlt" | "Manca un nome o un’azienda";
    extra_cells(cells, columns) = "{cells} cells, but the file has {columns} columns" | "{cells} Zellen, die Datei hat aber {columns} Spalten" | "{cells} celle, ma il file ha {columns} colonne";
    same_as(row) = "The same as row {row}" | "Gleich wie Zeile {row}" | "Uguale alla riga {row}";
    too_long(limit) = "Too long: at most {limit} characters" | "Zu lang: höchstens {limit} Zeichen" | "Troppo lungo: al massimo {limit} caratteri";
    too_many(limit) = "Too many: at most {limit} entries" | "Zu viele: höchstens {limit} Einträge" | "Troppi: al massimo {limit} voci";
    does_not_fit = "Does not fit this field" | "Passt nicht in dieses Feld" | "Non adatto a questo campo";
    no_email = "Not an e-mail address" | "Keine E-Mail-Adresse" | "Non è un indirizzo e-mail";
    no_phone = "Not a phone number" | "Keine Telefonnummer" | "Non è un numero di telefono";
    no_website = "Not a web address" | "Keine Webadresse" | "Non è un indirizzo web";
    no_amount = "Not an amount" | "Kein Betrag" | "Non è un importo";
    below_nothing = "Below 0: a value can’t be negative" | "Unter 0: ein Wert kann nicht negativ sein" | "Inferiore a 0: un valore non può essere negativo";
    no_currency = "Not a currency" | "Keine Währung" | "Non è una valuta";
    no_date = "Not a date" | "Kein Datum" | "Non è una data";
    no_yes_or_no = "Neither yes nor no" | "Weder ja noch nein" | "Né sì né no";
    no_number = "Not a number" | "Keine Zahl" | "Non è un numero";
    no_option = "Not one of the choices" | "Keine der Auswahlmöglichkeiten" | "Non è una delle scelte";
    no_field = "There is no such field" | "Dieses Feld gibt es nicht" | "Questo campo non esiste";
    unknown_status = "There is no such status" | "Diesen Status gibt es nicht" | "Questo stato non esiste";
    unknown_owner = "There is no such member" | "Dieses Mitglied gibt es nicht" | "Questo membro non esiste";
    unknown_visibility = "Not known who this is" | "Unbekannt, wer das ist" | "Non si sa chi sia";
    already_filled = "Another column filled this field" | "Eine andere Spalte füllt dieses Feld" | "Un’altra colonna compila già questo campo";
    was_converted = "Converted in the other system; here it is a new lead" | "Im anderen System konvertiert; hier ein neuer Lead" | "Convertito nell’altro sistema; qui è un nuovo lead";
}

pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::ExtraCells { columns, cells } => return extra_cells(format::count(*cells), format::count(*columns)),
        Reason::SameAsRow(row) => return same_as(format::count(*row)),
        Reason::Invalid(Why::TooLong { limit }) => return too_long(format::count(*limit)),
        Reason::Invalid(Why::TooMany { limit }) => return too_many(format::count(*limit)),
        Reason::Empty => empty(),
        Reason::NameOrOrganization => nobody(),
        Reason::Invalid(_) => does_not_fit(),
        Reason::NotAnEmail => no_email(),
        Reason::NotAPhone => no_phone(),
        Reason::NotAWebsite => no_website(),
        Reason::NotAnAmount => no_amount(),
        Reason::NegativeAmount => below_nothing(),
        Reason::NotACurrency => no_currency(),
        Reason::NotADate => no_date(),
        Reason::NotYesOrNo => no_yes_or_no(),
        Reason::NotANumber => no_number(),
        Reason::NotAnOption => no_option(),
        Reason::NoSuchField => no_field(),
        Reason::UnknownStatus => unknown_status(),
        Reason::UnknownOwner => unknown_owner(),
        Reason::UnknownVisibility => unknown_visibility(),
        Reason::AlreadyFilled => already_filled(),
        Reason::WasConverted => was_converted(),
    }
    .to_owned()
}
