//! Words of the settings.

use super::messages;

messages! {
    sections = "Sections" | "Abschnitte" | "Sezioni";
    me = "Me" | "Ich" | "Io";
    workspace = "Workspace" | "Arbeitsbereich" | "Spazio di lavoro";
    data = "Data on this device" | "Daten auf diesem Gerät" | "Dati su questo dispositivo";
    my_name = "My name" | "Mein Name" | "Il mio nome";
    language = "Language" | "Sprache" | "Lingua";
    theme = "Theme" | "Darstellung" | "Tema";
    single_keys = "Single-key shortcuts" | "Tastenkürzel mit einer Taste" | "Scorciatoie a tasto singolo";
    workspace_name = "Name of the workspace" | "Name des Arbeitsbereichs" | "Nome dello spazio di lavoro";
    currency = "Default currency" | "Standardwährung" | "Valuta predefinita";
    notes = "Notes" | "Notizen" | "Note";
    memory = "Memory in use" | "Belegter Arbeitsspeicher" | "Memoria in uso";
    size = "Size on disk" | "Größe auf der Platte" | "Dimensione su disco";
    megabytes(n) = "{n} MB" | "{n} MB" | "{n} MB";
    persistent = "The browser keeps this data until you delete it" | "Der Browser behält diese Daten, bis sie gelöscht werden" | "Il browser conserva questi dati finché non li elimini";
    not_persistent = "The browser may clear this data when space runs out" | "Bei knappem Speicher kann der Browser diese Daten löschen" | "Se manca spazio, il browser può eliminare questi dati";
    persistence_hint = "Nothing leaves this device." | "Nichts verlässt dieses Gerät." | "Nulla lascia questo dispositivo.";
    ask_persistence = "Keep the data" | "Daten behalten" | "Conserva i dati";
}
