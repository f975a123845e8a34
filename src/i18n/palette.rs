//! Words of the command palette.

use super::{Lang, messages};

messages! {
    choose = "choose" | "auswählen" | "scegli";
    run = "run" | "ausführen" | "esegui";
    results = "Results" | "Ergebnisse" | "Risultati";
    do_now = "Do" | "Tun" | "Azioni";
    on(name) = "On {name}" | "Zu {name}" | "Su {name}";
    recent = "Recent" | "Zuletzt" | "Recenti";
    nothing_for(text) = "Nothing found for “{text}”" | "Nichts gefunden zu „{text}“" | "Nessun risultato per «{text}»";
    create_lead(text) = "Create lead “{text}”" | "Lead „{text}“ anlegen" | "Crea il lead «{text}»";
    edit(name) = "Edit {name}" | "{name} bearbeiten" | "Modifica {name}";
    go_to = "Go to" | "Gehe zu" | "Vai a";
    records = "Records" | "Datensätze" | "Schede";
    convert(name) = "Convert {name} to deal" | "{name} in Deal umwandeln" | "Converti {name} in trattativa";
    add_lead = "Add lead" | "Lead anlegen" | "Aggiungi lead";
    run_result = "Show result of the last conversion together" | "Ergebnis der letzten gemeinsamen Konvertierung zeigen" | "Mostra il risultato dell’ultima conversione multipla";
    undo_last = "Undo last change" | "Letzte Änderung rückgängig machen" | "Ripristina l’ultima modifica";
    language(name) = "Language: {name}" | "Sprache: {name}" | "Lingua: {name}";
    theme(name) = "Theme: {name}" | "Darstellung: {name}" | "Tema: {name}";
    theme_system = "like the system" | "wie das System" | "come il sistema";
    theme_light = "light" | "hell" | "chiaro";
    theme_dark = "dark" | "dunkel" | "scuro";
    count[n] = "{n} result" / "{n} results" | "{n} Ergebnis" / "{n} Ergebnisse" | "{n} risultato" / "{n} risultati";
}

/// A language in its own language, so that everybody finds their own.
pub fn own_name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::De => "Deutsch",
        Lang::It => "Italiano",
    }
}
