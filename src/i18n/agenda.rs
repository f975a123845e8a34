//! Words of the list of activities.

use super::messages;

messages! {
    overdue = "Overdue" | "Überfällig" | "In ritardo";
    today = "Today" | "Heute" | "Oggi";
    this_week = "Next 7 days" | "Nächste 7 Tage" | "Prossimi 7 giorni";
    later = "Later" | "Später" | "Più avanti";
    undated = "Without a date" | "Ohne Datum" | "Senza data";
    done = "Done" | "Erledigt" | "Completate";
    open = "To do" | "Zu erledigen" | "Da fare";
    which = "Which activities" | "Welche Aktivitäten" | "Quali attività";
    whose = "Owner" | "Zuständig" | "Responsabile";
    everyone = "Everyone" | "Alle" | "Tutti";
    count[n] = "{n} activity" / "{n} activities" | "{n} Aktivität" / "{n} Aktivitäten" | "{n} attività" / "{n} attività";
    nothing_open = "Nothing to do" | "Nichts zu erledigen" | "Niente da fare";
    nothing_open_text = "Plan the next step on a lead or a deal, or add a task here." | "Den nächsten Schritt bei einem Lead oder Deal planen oder hier eine Aufgabe anlegen." | "Pianifica il prossimo passo su un lead o una trattativa, oppure aggiungi qui un compito.";
    nothing_done = "Nothing done yet" | "Noch nichts erledigt" | "Ancora niente di completato";
    nothing_done_text = "What is checked off comes here." | "Was abgehakt wird, steht dann hier." | "Qui compare ciò che viene completato.";
    show_all(n) = "Show all {n}" | "Alle {n} zeigen" | "Mostra tutte le {n}";
    new_task = "New task" | "Neue Aufgabe" | "Nuovo compito";
    about_record = "About" | "Betrifft" | "Riguarda";
    find_record = "Nothing found. The task can also stand alone." | "Nichts gefunden. Die Aufgabe kann auch für sich stehen." | "Nessun risultato. Il compito può anche stare da solo.";
}
