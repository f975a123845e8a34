//! Words of opening a file and of how it is read.

use crate::i18n::messages;

messages! {
    drop_here = "Drop a CSV file here" | "CSV-Datei hier ablegen" | "Trascina qui un file CSV";
    drop_more = "Or copy rows in a spreadsheet and paste them here. Separator, characters, numbers and dates are found out." | "Oder Zeilen in einer Tabelle kopieren und hier einfügen. Trennzeichen, Zeichensatz, Zahlen und Daten werden erkannt." | "Oppure copia le righe da un foglio e incollale qui. Separatore, caratteri, numeri e date vengono riconosciuti.";
    choose_file = "Choose a file" | "Datei auswählen" | "Scegli un file";
    choose_another = "Choose another file" | "Andere Datei wählen" | "Scegli un altro file";
    stays_here = "The file stays on this device." | "Die Datei bleibt auf diesem Gerät." | "Il file resta su questo dispositivo.";
    no_lead_saved = "No lead is saved before the last step." | "Leads werden erst im letzten Schritt gespeichert." | "Nessun lead viene salvato prima dell’ultimo passo.";
    reading(name) = "Reading {name} …" | "{name} wird gelesen …" | "Lettura di {name} …";
    pasted = "Pasted rows" | "Eingefügte Zeilen" | "Righe incollate";
    still_open(name) = "“{name}” is still open." | "„{name}“ ist noch offen." | "«{name}» è ancora aperto.";
    go_on = "Continue" | "Fortfahren" | "Continua";

    refused(name) = "“{name}” was not opened" | "„{name}“ wurde nicht geöffnet" | "«{name}» non è stato aperto";
    refused_empty = "The file is empty." | "Die Datei ist leer." | "Il file è vuoto.";
    refused_no_rows = "The file has column names but no rows below them." | "Die Datei hat Spaltennamen, aber keine Zeilen darunter." | "Il file ha i nomi delle colonne ma nessuna riga.";
    refused_excel = "Excel files will come later. For now: open it, choose File, Save as, “CSV UTF-8”, and import that file." | "Excel-Dateien folgen später. Bis dahin: öffnen, Datei, Speichern unter, „CSV UTF-8“ wählen und diese Datei importieren." | "I file Excel arriveranno più avanti. Per ora: aprilo, scegli File, Salva con nome, «CSV UTF-8», e importa quel file.";
    refused_binary = "This is not a text file. Import a list that was saved as CSV." | "Das ist keine Textdatei. Eine als CSV gespeicherte Liste importieren." | "Non è un file di testo. Importa un elenco salvato come CSV.";
    refused_large(size, limit) = "It has {size} MB; at most {limit} MB can be opened. Split it into several files." | "Sie hat {size} MB; höchstens {limit} MB lassen sich öffnen. Auf mehrere Dateien verteilen." | "Ha {size} MB; se ne possono aprire al massimo {limit}. Dividilo in più file.";
    refused_unreadable = "The browser could not read it. If it was moved or changed, choose it again." | "Der Browser konnte sie nicht lesen. Falls sie verschoben oder geändert wurde: neu auswählen." | "Il browser non è riuscito a leggerlo. Se è stato spostato o modificato, sceglilo di nuovo.";

    rows_and_columns(rows, columns) = "{rows}, {columns}." | "{rows}, {columns}." | "{rows}, {columns}.";
    n_rows[n] = "{n} row" / "{n} rows" | "{n} Zeile" / "{n} Zeilen" | "{n} riga" / "{n} righe";
    n_columns[n] = "{n} column" / "{n} columns" | "{n} Spalte" / "{n} Spalten" | "{n} colonna" / "{n} colonne";
    counting = "Counting rows …" | "Zeilen werden gezählt …" | "Conteggio delle righe …";

    how_to_read = "How to read the file" | "Wie die Datei gelesen wird" | "Come leggere il file";
    header = "Header" | "Kopfzeile" | "Intestazione";
    header_first = "Row 1" | "Zeile 1" | "Riga 1";
    header_none = "None" | "Keine" | "Nessuna";
    separator = "Separator" | "Trennzeichen" | "Separatore";
    comma = "Comma ," | "Komma ," | "Virgola ,";
    semicolon = "Semicolon ;" | "Semikolon ;" | "Punto e virgola ;";
    tab = "Tab" | "Tabulator" | "Tabulazione";
    pipe = "Pipe |" | "Strich |" | "Barra |";
    characters = "Characters" | "Zeichensatz" | "Caratteri";
    utf8 = "UTF-8" | "UTF-8" | "UTF-8";
    windows = "ANSI 1252" | "ANSI 1252" | "ANSI 1252";
    utf16le = "UTF-16" | "UTF-16" | "UTF-16";
    utf16be = "UTF-16 BE" | "UTF-16 BE" | "UTF-16 BE";
    numbers = "Numbers" | "Zahlen" | "Numeri";
    dates = "Dates" | "Daten" | "Date";
    currency = "Currency" | "Währung" | "Valuta";
    currency_hint = "where none is given" | "wo keine steht" | "dove non è indicata";
    read_as(text, meaning) = "{text} is {meaning}" | "{text} ist {meaning}" | "{text} è {meaning}";
    ambiguous = "Could be read either way. Please check." | "Auf beide Arten lesbar. Bitte prüfen." | "Si può leggere in due modi. Da controllare.";
    no_amounts = "no amounts" | "keine Beträge" | "nessun importo";
    no_dates = "no dates" | "keine Daten" | "nessuna data";
}
