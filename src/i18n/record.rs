//! Words of records: their fields, their relations, their screens.

use super::messages;

messages! {
    next_none = "No next activity" | "Kein nächster Schritt" | "Nessun passo successivo";
    next_when(kind, when) = "{kind}, {when}" | "{kind}, {when}" | "{kind}, {when}";
    percent(n) = "{n}%" | "{n} %" | "{n}%";
    add_field(field) = "Add {field}" | "{field} ergänzen" | "Aggiungi {field}";
    edit_hint = "Enter saves, Esc cancels" | "Enter speichert, Esc verwirft" | "Invio salva, Esc annulla";
    edit_hint_text = "Ctrl+Enter saves, Esc cancels" | "Strg+Enter speichert, Esc verwirft" | "Ctrl+Invio salva, Esc annulla";
    kind_of(field) = "Kind of {field}" | "Art: {field}" | "Tipo di {field}";
    nth(field, n) = "{field} {n}" | "{field} {n}" | "{field} {n}";
    remove_nth(field, n) = "Remove {field} {n}" | "{field} {n} entfernen" | "Rimuovi {field} {n}";
    add_another = "Add another" | "Weitere hinzufügen" | "Aggiungi altro";
    currency = "Currency" | "Währung" | "Valuta";
    amount = "Amount" | "Betrag" | "Importo";
    remove_tag(tag) = "Remove {tag}" | "{tag} entfernen" | "Rimuovi {tag}";
    add_tag_hint = "Type a tag, Enter adds it" | "Stichwort eingeben, Enter fügt es hinzu" | "Scrivi un tag, Invio lo aggiunge";
    choose = "Choose …" | "Auswählen …" | "Scegli …";
    find_record = "Type a name" | "Name eingeben" | "Scrivi un nome";
    found[n] = "{n} result" / "{n} results" | "{n} Treffer" / "{n} Treffer" | "{n} risultato" / "{n} risultati";
    time_bad = "Time must look like 14:30" | "Uhrzeit bitte so: 14:30" | "Ora nel formato 14:30";
    edit_record(name) = "Edit {name}" | "{name} bearbeiten" | "Modifica {name}";
    to_fix[n] = "{n} thing to fix" / "{n} things to fix" | "{n} Angabe korrigieren" / "{n} Angaben korrigieren" | "{n} dato da correggere" / "{n} dati da correggere";
    possible_duplicates = "Possible duplicates" | "Mögliche Dubletten" | "Possibili duplicati";
    match_percent(n) = "{n}% match" | "{n} % Übereinstimmung" | "{n}% di corrispondenza";
    why_email = "e-mail" | "E-Mail" | "e-mail";
    why_phone = "phone" | "Telefon" | "telefono";
    why_domain = "web domain" | "Webdomain" | "dominio web";
    why_name = "name" | "Name" | "nome";
    same_organization = "Same organization" | "Gleiche Organisation" | "Stessa azienda";
    no_deal = "No deals yet" | "Noch keine Deals" | "Ancora nessuna trattativa";
    nobody = "Nobody yet" | "Noch niemand" | "Ancora nessuno";
    closed_on(status, day) = "{status} {day}" | "{status} {day}" | "{status} {day}";
    archived_state = "archived" | "archiviert" | "archiviato";
    from_lead = "Converted from" | "Umgewandelt aus" | "Convertito da";
    percent_bad = "Enter a number from 0 to 100" | "Eine Zahl von 0 bis 100 eingeben" | "Inserisci un numero da 0 a 100";
}
