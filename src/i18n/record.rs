//! Words of records: their parts, their story, their screens.

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
    percent_bad = "Enter a number from 0 to 100" | "Eine Zahl von 0 bis 100 eingeben" | "Inserisci un numero da 0 a 100";
}
