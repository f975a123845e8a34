//! Words of the lead inbox.

use super::messages;

messages! {
    title = "Lead inbox" | "Lead-Eingang" | "Lead in arrivo";
    count(n, total) = "{n} of {total}" | "{n} von {total}" | "{n} di {total}";
    search = "Search leads" | "Leads suchen" | "Cerca lead";
    import = "Import" | "Importieren" | "Importa";
    add = "Add lead" | "Lead anlegen" | "Aggiungi lead";
    views = "Saved views" | "Gespeicherte Ansichten" | "Viste salvate";
    open = "Open" | "Offen" | "Aperti";
    archived = "Archived" | "Archiviert" | "Archiviati";
    converted = "Converted" | "Umgewandelt" | "Convertiti";
    list = "Leads" | "Leads" | "Lead";

    filters = "Filters" | "Filter" | "Filtri";
    filter = "Filter" | "Filter" | "Filtro";
    find_filter = "Status, owner or tag" | "Status, Zuständige, Stichwort" | "Stato, responsabile o tag";
    tag = "Tag" | "Stichwort" | "Tag";
    text = "Search" | "Suche" | "Ricerca";
    remove_filter(what) = "Remove filter: {what}" | "Filter entfernen: {what}" | "Rimuovi il filtro: {what}";
    change_filter(what, value) = "{what}: {value}. Change" | "{what}: {value}. Ändern" | "{what}: {value}. Modifica";
    select = "Select" | "Auswählen" | "Seleziona";
    done_selecting = "Stop selecting" | "Auswahl beenden" | "Termina selezione";

    column_lead = "Lead" | "Lead" | "Lead";
    column_next = "Next activity" | "Nächster Schritt" | "Prossimo passo";
    select_matching[n] = "Select the matching lead" / "Select all {n} matching leads" | "Den passenden Lead auswählen" / "Alle {n} passenden Leads auswählen" | "Seleziona il lead trovato" / "Seleziona tutti i {n} lead trovati";
    select_one(name) = "Select {name}" | "{name} auswählen" | "Seleziona {name}";
    more_tags[n] = "{n} more tag" / "{n} more tags" | "{n} weiteres Stichwort" / "{n} weitere Stichwörter" | "altro {n} tag" / "altri {n} tag";
    no_tag = "No tag" | "Kein Stichwort" | "Nessun tag";
    no_value = "No value" | "Kein Wert" | "Nessun valore";
    unseen = "new" | "neu" | "nuovo";
    archived_because(reason) = "Archived: {reason}" | "Archiviert: {reason}" | "Archiviato: {reason}";
    converted_on(day) = "Converted, {day}" | "Umgewandelt, {day}" | "Convertito, {day}";
    row_of(n, total) = "Row {n} of {total}" | "Zeile {n} von {total}" | "Riga {n} di {total}";
    rows_of(from, to, total) = "Rows {from}–{to} of {total}" | "Zeilen {from}–{to} von {total}" | "Righe {from}–{to} di {total}";
    hint_move = "move" | "bewegen" | "spostati";
    hint_select = "select" | "auswählen" | "seleziona";
    hint_convert = "convert" | "umwandeln" | "converti";
    hint_keys = "all shortcuts" | "alle Kürzel" | "tutte le scorciatoie";

    actions_for[n] = "Actions for {n} selected lead" / "Actions for {n} selected leads" | "Aktionen für {n} ausgewählten Lead" / "Aktionen für {n} ausgewählte Leads" | "Azioni per {n} lead selezionato" / "Azioni per {n} lead selezionati";
    select_all[n] = "Select all {n}" / "Select all {n}" | "Alle {n} auswählen" / "Alle {n} auswählen" | "Seleziona tutti i {n}" / "Seleziona tutti i {n}";
    clear_selection = "Clear selection (Esc)" | "Auswahl aufheben (Esc)" | "Annulla selezione (Esc)";
    tag_action = "Tag" | "Stichwort" | "Tag";
    assign = "Assign" | "Zuweisen" | "Assegna";
    status_action = "Status" | "Status" | "Stato";
    archive = "Archive" | "Archivieren" | "Archivia";
    restore = "Restore" | "Wiederherstellen" | "Ripristina dall’archivio";
    find_tag = "Find or add a tag" | "Stichwort suchen oder anlegen" | "Cerca o crea un tag";
    new_tag(tag) = "Create “{tag}”" | "„{tag}“ anlegen" | "Crea «{tag}»";
    find_owner = "Find a person" | "Person suchen" | "Cerca una persona";
    find_status = "Find a status" | "Status suchen" | "Cerca uno stato";
    archive_reason = "Reason, or write your own" | "Grund wählen oder eigenen schreiben" | "Motivo, o scrivine uno tuo";
    own_reason(text) = "Archive because: {text}" | "Archivieren, weil: {text}" | "Archivia perché: {text}";
    reason_no_interest = "No interest" | "Kein Interesse" | "Nessun interesse";
    reason_no_answer = "No answer" | "Keine Antwort" | "Nessuna risposta";
    reason_no_fit = "Does not fit" | "Passt nicht zu uns" | "Non adatto";
    reason_budget = "No budget" | "Kein Budget" | "Nessun budget";
    reason_later = "Later, no date" | "Später, ohne Datum" | "Più avanti, senza data";
    reason_duplicate = "Duplicate" | "Doppelt" | "Duplicato";
    reason_wrong_data = "Wrong contact details" | "Falsche Kontaktdaten" | "Contatti errati";
    running = "Changing leads" | "Leads werden geändert" | "Modifica dei lead";
    done_of(done, total) = "{done} of {total} done" | "{done} von {total} fertig" | "{done} di {total} completati";
    changed[n] = "{n} lead changed" / "{n} leads changed" | "{n} Lead geändert" / "{n} Leads geändert" | "{n} lead modificato" / "{n} lead modificati";
    undone[n] = "Undone for {n} lead" / "Undone for {n} leads" | "Für {n} Lead zurückgenommen" / "Für {n} Leads zurückgenommen" | "Ripristinato per {n} lead" / "Ripristinato per {n} lead";
    convert = "Convert to deal" | "In Deal umwandeln" | "Converti in trattativa";

    preview(name) = "Preview: {name}" | "Vorschau: {name}" | "Anteprima: {name}";
    open_record = "Open full record (Enter)" | "Datensatz öffnen (Enter)" | "Apri la scheda (Invio)";
    call(number) = "Call {number}" | "{number} anrufen" | "Chiama {number}";
    write_to(address) = "Write to {address}" | "An {address} schreiben" | "Scrivi a {address}";
    job_at(job, organization) = "{job}, {organization}" | "{job}, {organization}" | "{job}, {organization}";
    key_details = "Key details" | "Wichtige Angaben" | "Dati principali";
    activity = "Activity" | "Verlauf" | "Attività";
    all_activity[n] = "All {n}" / "All {n}" | "Alle {n}" / "Alle {n}" | "Tutte: {n}" / "Tutte: {n}";
    no_activity = "No activity yet." | "Noch keine Aktivität." | "Ancora nessuna attività.";
    known_organization(score, why) = "is already an organization here. {score}% match: {why}." | "gibt es hier schon als Organisation. {score} % Übereinstimmung: {why}." | "è già un’azienda qui. Corrispondenza {score}%: {why}.";
    known_person(score, why) = "is already a person here. {score}% match: {why}." | "gibt es hier schon als Person. {score} % Übereinstimmung: {why}." | "è già una persona qui. Corrispondenza {score}%: {why}.";
    compare = "Compare" | "Vergleichen" | "Confronta";
    choose_lead = "Choose a lead to see it here." | "Einen Lead wählen, um ihn hier zu sehen." | "Scegli un lead per vederlo qui.";

    empty_first = "No leads yet" | "Noch keine Leads" | "Ancora nessun lead";
    empty_first_text = "Bring a list from a fair or a spreadsheet, or add the first one by hand." | "Liste von Messe oder Tabelle holen oder den ersten von Hand anlegen." | "Importa un elenco da una fiera o da un foglio, o aggiungi il primo a mano.";
    import_file = "Import a file" | "Datei importieren" | "Importa un file";
    sample = "Try with sample data" | "Mit Beispieldaten ausprobieren" | "Prova con dati di esempio";
    sample_progress(done, total) = "Adding sample data, {done} of {total}" | "Beispieldaten werden angelegt, {done} von {total}" | "Aggiunta dei dati di esempio, {done} di {total}";
    sample_done[n] = "{n} sample lead added" / "{n} sample leads added" | "{n} Beispiel-Lead angelegt" / "{n} Beispiel-Leads angelegt" | "{n} lead di esempio aggiunto" / "{n} lead di esempio aggiunti";
    empty_filter = "No lead matches these filters" | "Kein Lead passt zu diesen Filtern" | "Nessun lead con questi filtri";
    filters_on[n] = "{n} filter is on." / "{n} filters are on." | "{n} Filter ist aktiv." / "{n} Filter sind aktiv." | "{n} filtro attivo." / "{n} filtri attivi.";
    without(filter, n) = "Without “{filter}” there would be {n}." | "Ohne „{filter}“ wären es {n}." | "Senza «{filter}» sarebbero {n}.";
    remove_this(filter) = "Remove “{filter}”" | "„{filter}“ entfernen" | "Rimuovi «{filter}»";
    clear_filters = "Clear all filters" | "Alle Filter entfernen" | "Rimuovi tutti i filtri";
    named(what, value) = "{what}: {value}" | "{what}: {value}" | "{what}: {value}";
    empty_done = "Inbox is clear" | "Eingang ist leer" | "Tutto fatto";
    empty_done_text = "Every lead is converted or archived." | "Jeder Lead ist umgewandelt oder archiviert." | "Ogni lead è convertito o archiviato.";
    empty_archived = "Nothing archived" | "Nichts archiviert" | "Nulla in archivio";
    empty_archived_text = "Leads you archive wait here with their reason, and can come back." | "Archivierte Leads warten hier mit ihrem Grund und lassen sich zurückholen." | "I lead archiviati restano qui con il motivo e si possono recuperare.";
    empty_converted = "Nothing converted yet" | "Noch nichts umgewandelt" | "Ancora nessuna conversione";
    empty_converted_text = "A converted lead stays here, linked to its deal, person and organization." | "Ein umgewandelter Lead bleibt hier, verknüpft mit Deal, Person und Organisation." | "Un lead convertito resta qui, collegato a trattativa, persona e azienda.";

    key_next = "Next lead" | "Nächster Lead" | "Lead successivo";
    key_previous = "Previous lead" | "Voriger Lead" | "Lead precedente";
    key_open = "Open the lead" | "Lead öffnen" | "Apri il lead";
    key_select = "Select" | "Auswählen" | "Seleziona";
    key_select_all = "Select all matching" | "Alle passenden auswählen" | "Seleziona tutti i trovati";
    key_extend = "Extend the selection" | "Auswahl erweitern" | "Estendi la selezione";
    key_search = "Search leads" | "Leads suchen" | "Cerca lead";
    key_filter = "Add a filter" | "Filter hinzufügen" | "Aggiungi un filtro";
    key_preview = "Preview on or off" | "Vorschau ein oder aus" | "Anteprima sì o no";
    key_convert = "Convert to deal" | "In Deal umwandeln" | "Converti in trattativa";
    key_note = "Write a note" | "Notiz schreiben" | "Scrivi una nota";
    key_task = "Plan a task" | "Aufgabe planen" | "Pianifica un compito";
    key_cells = "Into the row and back" | "In die Zeile und zurück" | "Dentro la riga e indietro";
    key_page = "Page up or down" | "Seite vor oder zurück" | "Pagina su o giù";
    key_ends = "First or last lead" | "Erster oder letzter Lead" | "Primo o ultimo lead";
}
