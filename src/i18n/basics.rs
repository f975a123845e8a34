//! Words that many screens share.

use super::messages;

messages! {
    save = "Save" | "Speichern" | "Salva";
    cancel = "Cancel" | "Abbrechen" | "Annulla";
    undo = "Undo" | "Rückgängig" | "Ripristina";
    redo = "Redo" | "Wiederholen" | "Ripeti";
    close = "Close" | "Schließen" | "Chiudi";
    dismiss = "Dismiss" | "Ausblenden" | "Nascondi";
    back = "Back" | "Zurück" | "Indietro";
    next = "Next" | "Weiter" | "Avanti";
    done = "Done" | "Fertig" | "Fatto";
    add = "Add" | "Hinzufügen" | "Aggiungi";
    edit = "Edit" | "Bearbeiten" | "Modifica";
    remove = "Remove" | "Entfernen" | "Rimuovi";
    open = "Open" | "Öffnen" | "Apri";
    more = "More actions" | "Weitere Aktionen" | "Altre azioni";
    choose_reason = "Choose a reason" | "Grund wählen" | "Scegli un motivo";
    optional = "optional" | "optional" | "facoltativo";
    none = "None" | "Keine" | "Nessuno";
    me = "Me" | "Ich" | "Io";
    yes = "Yes" | "Ja" | "Sì";
    no = "No" | "Nein" | "No";
    stop = "Stop" | "Anhalten" | "Interrompi";
    try_again = "Try again" | "Erneut versuchen" | "Riprova";
    copy_details = "Copy details" | "Details kopieren" | "Copia dettagli";
    nothing_found = "Nothing found" | "Nichts gefunden" | "Nessun risultato";
    today = "today" | "heute" | "oggi";
    yesterday = "yesterday" | "gestern" | "ieri";
    tomorrow = "tomorrow" | "morgen" | "domani";
    unnamed = "Without a name" | "Ohne Namen" | "Senza nome";

    lead = "Lead" | "Lead" | "Lead";
    leads = "Leads" | "Leads" | "Lead";
    person = "Person" | "Person" | "Persona";
    people = "People" | "Personen" | "Persone";
    organization = "Organization" | "Organisation" | "Azienda";
    organizations = "Organizations" | "Organisationen" | "Aziende";
    deal = "Deal" | "Deal" | "Trattativa";
    deals = "Deals" | "Deals" | "Trattative";
    activity = "Activity" | "Aktivität" | "Attività";
    activities = "Activities" | "Aktivitäten" | "Attività";
    note = "Note" | "Notiz" | "Nota";
    task = "Task" | "Aufgabe" | "Compito";
    call = "Call" | "Anruf" | "Chiamata";
    meeting = "Meeting" | "Termin" | "Riunione";
    email_activity = "E-mail" | "E-Mail" | "E-mail";

    status_new = "New" | "Neu" | "Nuovo";
    status_contacted = "Contacted" | "Kontaktiert" | "Contattato";
    status_working = "Working" | "In Arbeit" | "In lavorazione";
    status_qualified = "Qualified" | "Qualifiziert" | "Qualificato";
    status_converted = "Converted" | "Konvertiert" | "Convertito";

    pipeline_standard = "Sales" | "Vertrieb" | "Vendite";
    stage_incoming = "Incoming" | "Eingehend" | "In ingresso";
    stage_qualified = "Qualified" | "Qualifiziert" | "Qualificata";
    stage_needs = "Needs analysis" | "Bedarfsanalyse" | "Analisi esigenze";
    stage_proposal = "Proposal" | "Angebot" | "Proposta";
    stage_negotiation = "Negotiation" | "Verhandlung" | "Negoziazione";

    deal_open = "Open" | "Offen" | "Aperta";
    deal_won = "Won" | "Gewonnen" | "Vinta";
    deal_lost = "Lost" | "Verloren" | "Persa";

    visibility_owner = "Owner only" | "Nur Zuständige" | "Solo responsabile";
    visibility_team = "Team" | "Team" | "Team";
    visibility_everyone = "Everyone" | "Alle" | "Tutti";

    contact = "Contact" | "Kontakt" | "Contatto";
    prospect = "Prospect" | "Interessent" | "Prospect";
    customer = "Customer" | "Kunde" | "Cliente";

    days_late[n] = "{n} day late" / "{n} days late" | "{n} Tag überfällig" / "{n} Tage überfällig" | "in ritardo di {n} giorno" / "in ritardo di {n} giorni";
    selected[n] = "{n} selected" / "{n} selected" | "{n} ausgewählt" / "{n} ausgewählt" | "{n} selezionato" / "{n} selezionati";
    n_leads[n] = "{n} lead" / "{n} leads" | "{n} Lead" / "{n} Leads" | "{n} lead" / "{n} lead";
    n_records[n] = "{n} record" / "{n} records" | "{n} Datensatz" / "{n} Datensätze" | "{n} scheda" / "{n} schede";
    quoted(text) = "“{text}”" | "„{text}“" | "«{text}»";
    edit_field(field) = "Edit {field}" | "{field} bearbeiten" | "Modifica {field}";
}
