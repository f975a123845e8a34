//! Words of the check, and of what does not fit.

use crate::i18n::messages;

messages! {
    check_n[n] = "Check {n} row" / "Check {n} rows" | "{n} Zeile prüfen" / "{n} Zeilen prüfen" | "Controlla {n} riga" / "Controlla {n} righe";
    check_rows = "Check the rows" | "Zeilen prüfen" | "Controlla le righe";
    checking(name) = "Checking {name}" | "{name} wird geprüft" | "Controllo di {name}";
    checked[n] = "{n} row checked" / "{n} rows checked" | "{n} Zeile geprüft" / "{n} Zeilen geprüft" | "{n} riga controllata" / "{n} righe controllate";
    check_stopped = "Checking was stopped." | "Die Prüfung wurde angehalten." | "Il controllo è stato interrotto.";
    check_again = "Check again" | "Erneut prüfen" | "Controlla di nuovo";
    all_good = "Every row can be imported" | "Jede Zeile kann importiert werden" | "Ogni riga può essere importata";
    all_good_text = "Every value fits its field." | "Jeder Wert passt in sein Feld." | "Ogni valore è adatto al suo campo.";
    what_happens = "What will happen" | "Was passiert" | "Che cosa succede";
    rows_in_file = "Rows in the file" | "Zeilen in der Datei" | "Righe nel file";
    new_leads = "New leads" | "Neue Leads" | "Nuovi lead";
    leads_imported = "Leads imported" | "Importierte Leads" | "Lead importati";
    with_note = "of these with a value kept as a note" | "davon mit einem Wert als Notiz" | "di cui con un valore conservato come nota";
    not_imported = "Rows not imported" | "Nicht importierte Zeilen" | "Righe non importate";
    repeated = "of these like an earlier row" | "davon wie eine frühere Zeile" | "di cui uguali a una riga precedente";
    known = "Possible duplicates" | "Mögliche Dubletten" | "Possibili duplicati";
    known_hint = "They share an e-mail with a lead or person you have. They are imported all the same." | "Sie haben eine E-Mail mit einem vorhandenen Lead oder einer Person gemeinsam. Importiert werden sie trotzdem." | "Hanno un’e-mail in comune con un lead o una persona esistente. Vengono importati lo stesso.";
    compare = "Compare thoroughly" | "Gründlich vergleichen" | "Confronta a fondo";
    only_emails = "So far only e-mails were compared." | "Bisher wurden nur E-Mails verglichen." | "Finora sono state confrontate solo le e-mail.";
    compare_hint = "By name, e-mail, phone, company and address: with what is there, and the rows with each other." | "Nach Name, E-Mail, Telefon, Firma und Adresse: mit dem Vorhandenen und die Zeilen untereinander." | "Per nome, e-mail, telefono, azienda e indirizzo: con ciò che c’è, e le righe tra loro.";
    compare_stopped = "The comparison was stopped." | "Der Vergleich wurde angehalten." | "Il confronto è stato interrotto.";
    certain_known = "certainly there already" | "sicher schon vorhanden" | "certamente già presenti";
    likely_known = "likely there already" | "wahrscheinlich schon vorhanden" | "probabilmente già presenti";
    like_a_row = "certainly like an earlier row" | "sicher wie eine frühere Zeile" | "certamente come una riga precedente";
    likely_a_row = "likely like an earlier row" | "wahrscheinlich wie eine frühere Zeile" | "probabilmente come una riga precedente";
    with_certain = "With those that are certain" | "Mit den sicheren" | "Con quelli certi";
    import_all = "Import them all the same" | "Trotzdem importieren" | "Importali lo stesso";
    skip_certain = "Leave them out" | "Auslassen" | "Tralasciali";
    link_certain = "Import, linked to the person or organization" | "Importieren, mit der Person oder Organisation verknüpft" | "Importa, collegati alla persona o azienda";
    for_row(n) = "What happens with row {n}" | "Was mit Zeile {n} passiert" | "Che cosa succede con la riga {n}";
    row_import = "Import" | "Importieren" | "Importa";
    row_skip = "Leave out" | "Auslassen" | "Tralascia";
    row_link = "Import and link" | "Importieren und verknüpfen" | "Importa e collega";
    skipped = "of these there already" | "davon schon vorhanden" | "di cui già presenti";
    doubles_caption = "Rows that may be there already" | "Zeilen, die es schon geben kann" | "Righe che possono già esistere";
    may_be = "May be" | "Kann sein" | "Può essere";
    how_sure = "How sure" | "Wie sicher" | "Quanto è sicuro";
    row_n(n) = "row {n}" | "Zeile {n}" | "riga {n}";
    more_doubles[n] = "and {n} more" / "and {n} more" | "und {n} weitere" / "und {n} weitere" | "e {n} altra" / "e altre {n}";
    import_n[n] = "Import {n} lead" / "Import {n} leads" | "{n} Lead importieren" / "{n} Leads importieren" | "Importa {n} lead" / "Importa {n} lead";
    nothing_to_import = "No row can be imported. Go back and match the columns, or mend the file." | "Keine Zeile kann importiert werden. Zurückgehen und die Spalten zuordnen oder die Datei ausbessern." | "Nessuna riga può essere importata. Torna indietro e abbina le colonne, oppure correggi il file.";
    download_n[n] = "Download the row not imported" / "Download the {n} rows not imported" | "Nicht importierte Zeile herunterladen" / "{n} nicht importierte Zeilen herunterladen" | "Scarica la riga non importata" / "Scarica le {n} righe non importate";
    download_name(name) = "{name}-not-imported.csv" | "{name}-nicht-importiert.csv" | "{name}-non-importate.csv";

    problems = "Problems" | "Probleme" | "Problemi";
    problems_caption = "Values that do not fit, by row" | "Werte, die nicht passen, nach Zeile" | "Valori non adatti, per riga";
    show = "Show" | "Anzeigen" | "Mostra";
    filter_all = "All" | "Alle" | "Tutti";
    filter_refused = "Not imported" | "Nicht importiert" | "Non importate";
    filter_kept = "Kept as a note" | "Als Notiz erhalten" | "Conservati come nota";
    row = "Row" | "Zeile" | "Riga";
    column = "Column" | "Spalte" | "Colonna";
    value = "Value" | "Wert" | "Valore";
    reason = "What is wrong" | "Was nicht stimmt" | "Che cosa non va";
    consequence = "What happens" | "Was passiert" | "Che cosa succede";
    whole_row = "whole row" | "ganze Zeile" | "riga intera";
    badge_refused = "Not imported" | "Nicht importiert" | "Non importata";
    badge_kept = "Kept as a note" | "Als Notiz erhalten" | "Nella nota";
    and_more[n] = "and {n} more; the download has all rows not imported" / "and {n} more; the download has all rows not imported" | "und {n} weiteres; die Datei zum Herunterladen enthält alle nicht importierten Zeilen" / "und {n} weitere; die Datei zum Herunterladen enthält alle nicht importierten Zeilen" | "e {n} altro; il file da scaricare contiene tutte le righe non importate" / "e altri {n}; il file da scaricare contiene tutte le righe non importate";
}
