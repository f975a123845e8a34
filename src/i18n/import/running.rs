//! Words of the import itself, its result and its way back.

use crate::i18n::messages;

messages! {
    importing(name) = "Importing {name}" | "{name} wird importiert" | "Importazione di {name}";
    undoing(name) = "Taking back {name}" | "{name} wird zurückgenommen" | "Ripristino di {name}";
    rows_done(n, total) = "{n} of {total} rows" | "{n} von {total} Zeilen" | "{n} di {total} righe";
    leads_left(n, total) = "{n} of {total} leads removed" | "{n} von {total} Leads entfernt" | "{n} di {total} lead rimossi";
    seconds_left[n] = "about {n} s left" / "about {n} s left" | "noch etwa {n} s" / "noch etwa {n} s" | "ancora circa {n} s" / "ancora circa {n} s";
    minutes_left[n] = "about {n} min left" / "about {n} min left" | "noch etwa {n} min" / "noch etwa {n} min" | "ancora circa {n} min" / "ancora circa {n} min";
    may_leave = "You can go on working meanwhile. Only this tab must stay open." | "Sie können inzwischen weiterarbeiten. Nur dieser Tab muss offen bleiben." | "Nel frattempo puoi continuare a lavorare. Basta che questa scheda resti aperta.";
    stop_and_undo = "Stop and undo" | "Anhalten und zurücknehmen" | "Interrompi e ripristina";
    was_stopped = "The import was stopped and taken back. Nothing of the file was kept." | "Der Import wurde angehalten und zurückgenommen. Von der Datei ist nichts geblieben." | "L’importazione è stata interrotta e ripristinata. Nulla del file è rimasto.";
    finished[n] = "{n} lead imported" / "{n} leads imported" | "{n} Lead importiert" / "{n} Leads importiert" | "{n} lead importato" / "{n} lead importati";
    failed(n, total) = "The import stopped at row {n} of {total}" | "Der Import hielt bei Zeile {n} von {total} an" | "L’importazione si è fermata alla riga {n} di {total}";
    failed_text = "What was imported so far is kept. Try again goes on from there." | "Was bis dahin importiert wurde, bleibt. Ein neuer Versuch macht dort weiter." | "Quanto importato finora resta. Riprovando si continua da lì.";
    busy = "Another import is running. Try again when it is done." | "Ein anderer Import läuft. Danach noch einmal versuchen." | "È in corso un’altra importazione. Riprova quando è finita.";
    undone = "The import was undone" | "Der Import wurde zurückgenommen" | "L’importazione è stata ripristinata";
    undone_text = "All its leads and their notes are removed." | "Alle Leads daraus und ihre Notizen sind entfernt." | "Tutti i suoi lead e le relative note sono stati rimossi.";
    undone_partly[n] = "{n} lead stays: it was used or changed since." / "{n} leads stay: they were used or changed since." | "{n} Lead bleibt: er wurde seither benutzt oder geändert." / "{n} Leads bleiben: sie wurden seither benutzt oder geändert." | "{n} lead resta: nel frattempo è stato usato o modificato." / "{n} lead restano: nel frattempo sono stati usati o modificati.";
    undo_failed = "Not everything could be taken back:" | "Nicht alles ließ sich zurücknehmen:" | "Non è stato possibile ripristinare tutto:";
    result = "Result" | "Ergebnis" | "Risultato";
    show_leads = "Show the leads" | "Leads anzeigen" | "Mostra i lead";
    undo_import = "Undo import" | "Import zurücknehmen" | "Ripristina importazione";
    import_another = "Import another file" | "Weitere Datei importieren" | "Importa un altro file";

    last_stopped(name, n, total) = "The last import, {name}, stopped at row {n} of {total}." | "Der letzte Import, {name}, hielt bei Zeile {n} von {total} an." | "L’ultima importazione, {name}, si è fermata alla riga {n} di {total}.";
    last_stopped_text = "The rows before it are in. To have the whole file, undo and import it again." | "Die Zeilen davor sind da. Für die ganze Datei: zurücknehmen und noch einmal importieren." | "Le righe precedenti ci sono. Per avere tutto il file: ripristina e importalo di nuovo.";
    last_finished(name, leads) = "Last import: {name}, {leads}." | "Letzter Import: {name}, {leads}." | "Ultima importazione: {name}, {leads}.";
    elsewhere(name, n, total) = "Another tab is importing {name}: row {n} of {total}." | "Ein anderer Tab importiert {name}: Zeile {n} von {total}." | "Un’altra scheda sta importando {name}: riga {n} di {total}.";
}
