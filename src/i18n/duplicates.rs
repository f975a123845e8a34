//! Words of the view of all who may be the same.

use super::messages;

messages! {
    kinds = "Kinds of record" | "Arten von Datensätzen" | "Tipi di schede";
    find = "Find duplicates" | "Dubletten suchen" | "Cerca duplicati";
    find_hint = "Compares all people, organizations and leads with each other." | "Vergleicht alle Personen, Organisationen und Leads miteinander." | "Confronta tra loro tutte le persone, le aziende e i lead.";
    looking = "Looking for duplicates" | "Dubletten werden gesucht" | "Ricerca di duplicati";
    compared(done, total) = "{done} of {total} compared" | "{done} von {total} verglichen" | "{done} di {total} confrontati";
    groups[n] = "{n} group" / "{n} groups" | "{n} Gruppe" / "{n} Gruppen" | "{n} gruppo" / "{n} gruppi";
    stopped = "The search was stopped. What it found so far is below." | "Die Suche wurde angehalten. Was sie bis dahin fand, steht unten." | "La ricerca è stata interrotta. Qui sotto c’è ciò che ha trovato finora.";
    go_on = "Go on" | "Weitersuchen" | "Continua";
    none = "No duplicates found" | "Keine Dubletten gefunden" | "Nessun duplicato trovato";
    none_text = "Nobody here looks like somebody else. New records are compared as they come." | "Niemand hier gleicht jemand anderem. Neue Datensätze werden verglichen, sobald sie da sind." | "Nessuno qui assomiglia a qualcun altro. Le nuove schede vengono confrontate appena arrivano.";
    with_possible = "Also merely possible ones" | "Auch nur mögliche" | "Anche solo possibili";
    certain = "certain" | "sicher" | "certo";
    likely = "likely" | "wahrscheinlich" | "probabile";
    possible = "possible" | "möglich" | "possibile";
    group_of(name) = "Who may be {name}" | "Wer {name} sein kann" | "Chi può essere {name}";
    why = "Why" | "Warum" | "Perché";
    against(name, other) = "{name} and {other}" | "{name} und {other}" | "{name} e {other}";
    of(action, name) = "{action}: {name}" | "{action}: {name}" | "{action}: {name}";
    merge_n(n) = "Merge all {n}" | "Alle {n} zusammenführen" | "Unisci tutte e {n}";
    convert_n(n) = "Convert {n} together" | "{n} zusammen konvertieren" | "Converti {n} insieme";
    archive = "Archive as duplicate" | "Als doppelt archivieren" | "Archivia come duplicato";
    added(when) = "added {when}" | "angelegt {when}" | "aggiunto {when}";
    show_more = "Show more" | "Mehr anzeigen" | "Mostra altri";
    leads_hint = "Converting them together brings what they say into one record; archiving keeps one and parks the others." | "Zusammen konvertiert, kommt alles in einen Datensatz; beim Archivieren bleibt einer offen, die anderen werden abgelegt." | "Convertiti insieme, tutto confluisce in una scheda; archiviando ne resta uno aperto e gli altri vengono messi da parte.";
}
