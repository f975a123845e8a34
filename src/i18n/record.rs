//! Words of records: their fields, their relations, their screens.

use super::{current, messages};

/// How a reason begins that was given for disqualifying a lead, in every language: it is stored as it was said.
const DISQUALIFIED: [&str; 3] = ["Disqualified", "Disqualifiziert", "Squalificato"];

pub fn disqualified_because(reason: &str) -> String {
    let [en, de, it] = DISQUALIFIED;
    format!("{}: {reason}", current().choose(en, de, it))
}

/// True for what [`disqualified_because`] says in any language: other archived leads are only parked.
pub fn is_disqualified(reason: &str) -> bool {
    DISQUALIFIED.iter().any(|word| reason.strip_prefix(word).is_some_and(|rest| rest.starts_with(": ")))
}

messages! {
    next_none = "No next activity" | "Kein nächster Schritt" | "Nessun passo successivo";
    next_when(kind, when) = "{kind}, {when}" | "{kind}, {when}" | "{kind}, {when}";
    percent(n) = "{n}%" | "{n} %" | "{n}%";
    add_field(field) = "Add {field}" | "{field} ergänzen" | "Aggiungi {field}";
    edit_hint = "Enter saves, Esc cancels" | "Enter speichert, Esc verwirft" | "Invio salva, Esc annulla";
    edit_hint_text(keys) = "{keys} saves, Esc cancels" | "{keys} speichert, Esc verwirft" | "{keys} salva, Esc annulla";
    kind_of(field) = "Kind of {field}" | "Art: {field}" | "Tipo di {field}";
    nth(field, n) = "{field} {n}" | "{field} {n}" | "{field} {n}";
    remove_nth(field, n) = "Remove {field} {n}" | "{field} {n} entfernen" | "Rimuovi {field} {n}";
    add_another = "Add another" | "Weitere hinzufügen" | "Aggiungi altro";
    currency = "Currency" | "Währung" | "Valuta";
    amount = "Amount" | "Betrag" | "Importo";
    remove_tag(tag) = "Remove {tag}" | "{tag} entfernen" | "Rimuovi {tag}";
    add_tag_hint = "Type a tag, Enter adds it" | "Stichwort eingeben, Enter fügt es hinzu" | "Scrivi un tag, Invio lo aggiunge";
    not_set = "Not set" | "Nicht angegeben" | "Non indicato";
    number_bad(field) = "{field} must be a number, such as 1,250.5" | "{field} muss eine Zahl sein, etwa 1.250,5" | "{field} deve essere un numero, ad esempio 1.250,5";
    choose = "Choose …" | "Auswählen …" | "Scegli …";
    find_record = "Type a name" | "Name eingeben" | "Scrivi un nome";
    found[n] = "{n} result" / "{n} results" | "{n} Treffer" / "{n} Treffer" | "{n} risultato" / "{n} risultati";
    year_bad = "Enter a year from 1800 to 2999" | "Bitte ein Jahr von 1800 bis 2999" | "Inserisci un anno tra 1800 e 2999";
    time_bad = "Time must look like 14:30" | "Uhrzeit bitte so: 14:30" | "Ora nel formato 14:30";
    field_was(field, value) = "{field} “{value}”" | "{field} „{value}“" | "{field} «{value}»";
    replaced_meanwhile(what) = "Changed in the meantime, now replaced by your entry: {what}" | "Inzwischen geändert, jetzt durch Ihre Eingabe ersetzt: {what}" | "Modificato nel frattempo, ora sostituito dal tuo dato: {what}";
    saved_as(value) = "Saved as {value}" | "Wird gespeichert als {value}" | "Verrà salvato come {value}";
    not_saved(what) = "Not saved: {what}" | "Nicht gespeichert: {what}" | "Non salvato: {what}";
    edit_record(name) = "Edit {name}" | "{name} bearbeiten" | "Modifica {name}";
    to_fix[n] = "{n} thing to fix" / "{n} things to fix" | "{n} Angabe korrigieren" / "{n} Angaben korrigieren" | "{n} dato da correggere" / "{n} dati da correggere";
    possible_duplicates = "Possible duplicates" | "Mögliche Dubletten" | "Possibili duplicati";
    match_percent(n) = "{n}% match" | "{n} % Übereinstimmung" | "{n}% di corrispondenza";
    same_organization = "Same organization" | "Gleiche Organisation" | "Stessa azienda";
    no_deal = "No deals yet" | "Noch keine Deals" | "Ancora nessuna trattativa";
    nobody = "Nobody yet" | "Noch niemand" | "Ancora nessuno";
    closed_on(status, day) = "{status} {day}" | "{status} {day}" | "{status} {day}";
    archived_state = "archived" | "archiviert" | "archiviato";
    check_digits = "check digits don’t fit" | "Prüfziffer passt nicht" | "cifra di controllo errata";
    percent_bad = "Enter a whole number from 0 to 100" | "Eine ganze Zahl von 0 bis 100 eingeben" | "Inserisci un numero intero da 0 a 100";

    more_fields[n] = "Show {n} more field" / "Show {n} more fields" | "{n} weiteres Feld zeigen" / "{n} weitere Felder zeigen" | "Mostra {n} altro campo" / "Mostra altri {n} campi";
    fewer_fields = "Show fewer fields" | "Weniger Felder zeigen" | "Mostra meno campi";
    created_label = "Created" | "Angelegt" | "Creato";
    created_by(day, by) = "{day} {by}" | "{day} {by}" | "{day} {by}";
    created_imported(day, by) = "{day}, imported {by}" | "{day}, importiert {by}" | "{day}, importato {by}";
    create_tag(tag) = "Create “{tag}”" | "„{tag}“ anlegen" | "Crea «{tag}»";
    find_tag = "Find or add a tag" | "Stichwort suchen oder anlegen" | "Cerca o aggiungi un tag";
    details = "Details" | "Einzelheiten" | "Dettagli";
    qualification = "Qualification" | "Qualifizierung" | "Qualificazione";
    existing_person = "Known person" | "Bekannte Person" | "Persona nota";
    existing_organization = "Known organization" | "Bekannte Organisation" | "Azienda nota";

    lead_record = "Lead" | "Lead" | "Lead";
    position(number, count) = "{number} of {count}" | "{number} von {count}" | "{number} di {count}";
    next_lead = "Next lead" | "Nächster Lead" | "Lead successivo";
    previous_lead = "Previous lead" | "Voriger Lead" | "Lead precedente";
    convert_to_deal = "Convert to deal" | "In Deal umwandeln" | "Converti in trattativa";
    edit_tags = "Edit tags" | "Stichwörter bearbeiten" | "Modifica tag";
    edit_owner = "Assign" | "Zuweisen" | "Assegna";
    edit_focused = "Edit the focused field" | "Feld im Fokus bearbeiten" | "Modifica il campo attivo";
    archive = "Archive" | "Archivieren" | "Archivia";
    restore = "Restore" | "Wiederherstellen" | "Ripristina lead";
    was_removed(name) = "“{name}” was removed" | "„{name}“ wurde entfernt" | "«{name}» è stata rimossa";
    removed_when(when, by) = "{when} {by}. It can be brought back as it was." | "{when} {by}. Alles lässt sich zurückholen, wie es war." | "{when} {by}. Si può ripristinare com’era.";
    mark_unseen = "Mark as new" | "Als neu markieren" | "Segna come nuovo";
    remove_lead = "Remove lead" | "Lead entfernen" | "Rimuovi lead";
    archive_more = "Archive …" | "Archivieren …" | "Archivia …";
    disqualify = "Disqualify" | "Disqualifizieren" | "Squalifica";
    disqualify_more = "Disqualify …" | "Disqualifizieren …" | "Squalifica …";
    disqualify_lead = "The lead leaves the inbox and can be restored at any time." | "Der Lead verlässt den Eingang und lässt sich jederzeit wiederherstellen." | "Il lead esce dalla posta in arrivo e si può ripristinare in ogni momento.";
    reason_competitor = "Chose a competitor" | "Für Mitbewerb entschieden" | "Ha scelto un concorrente";
    converted_banner(when, by) = "Converted {when} {by}" | "Konvertiert am {when} {by}" | "Convertito il {when} {by}";
    archived_banner(when) = "Archived {when}" | "Archiviert am {when}" | "Archiviato il {when}";
    undo_conversion = "Undo conversion" | "Konvertierung zurücknehmen" | "Ripristina conversione";
    keep_results = "Reopen the lead, keep the results" | "Lead wieder öffnen, Ergebnisse behalten" | "Riapri il lead, conserva i risultati";
    keep_results_hint = "What the conversion made or completed stays as it is; only the lead becomes open again." | "Was beim Konvertieren entstanden oder ergänzt ist, bleibt, wie es ist; nur der Lead wird wieder offen." | "Ciò che la conversione ha creato o completato resta com’è; solo il lead torna aperto.";
}
