//! Words of the sheet of keyboard shortcuts.

use super::messages;

messages! {
    title = "Keyboard shortcuts" | "Tastenkürzel" | "Scorciatoie da tastiera";
    everywhere = "Everywhere" | "Überall" | "Ovunque";
    palette = "Search or run a command" | "Suchen oder Befehl ausführen" | "Cerca o esegui un comando";
    sheet = "Show this list" | "Diese Liste zeigen" | "Mostra questo elenco";
    new_lead = "Add lead" | "Lead anlegen" | "Aggiungi lead";
    undo = "Undo the last change" | "Letzte Änderung zurücknehmen" | "Ripristina l’ultima modifica";
    go_inbox = "Go to Leads" | "Zu den Leads" | "Vai ai lead";
    go_pipeline = "Go to Pipeline" | "Zur Pipeline" | "Vai alla pipeline";
    go_activities = "Go to Activities" | "Zu den Aktivitäten" | "Vai alle attività";
    go_people = "Go to People" | "Zu den Personen" | "Vai alle persone";
    go_organizations = "Go to Organizations" | "Zu den Organisationen" | "Vai alle aziende";
    next_region = "Next part of the page" | "Nächster Bereich" | "Area successiva";
    previous_region = "Previous part of the page" | "Voriger Bereich" | "Area precedente";
    submit = "Main action of a dialog" | "Hauptaktion eines Dialogs" | "Azione principale della finestra";
    close = "Close, or clear the selection" | "Schließen oder Auswahl aufheben" | "Chiudi o annulla la selezione";
    control_key = "Ctrl" | "Strg" | "Ctrl";
    single_keys = "Single-key shortcuts" | "Tastenkürzel mit einer Taste" | "Scorciatoie a tasto singolo";
    single_keys_hint = "Off: letters alone do nothing; keys with Ctrl or Alt stay." | "Aus: Buchstaben allein bewirken nichts; Tasten mit Strg oder Alt bleiben." | "Disattivate: le lettere da sole non fanno nulla; restano i tasti con Ctrl o Alt.";
}
