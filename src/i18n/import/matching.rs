//! Words of matching columns.

use crate::i18n::messages;

messages! {
    map_caption = "Columns in the file and the lead fields they go to" | "Spalten der Datei und die Lead-Felder, in die sie gehen" | "Colonne del file e campi del lead in cui vanno";
    column_in_file = "Column in your file" | "Spalte in Ihrer Datei" | "Colonna nel tuo file";
    goes_to = "goes to" | "geht nach" | "va in";
    lead_field = "Lead field" | "Lead-Feld" | "Campo del lead";
    how_matched = "How it was matched" | "Wie zugeordnet" | "Come è stata abbinata";
    field_for(column) = "Field for column {column}" | "Feld für Spalte {column}" | "Campo per la colonna {column}";
    unnamed_column(n) = "Column {n}" | "Spalte {n}" | "Colonna {n}";
    no_samples = "empty" | "leer" | "vuota";

    how_known = "Name known" | "Name bekannt" | "Nome noto";
    how_values = "From values" | "Aus Werten" | "Dai valori";
    how_check = "Please check" | "Bitte prüfen" | "Da controllare";
    how_chosen = "Chosen by you" | "Von Ihnen gewählt" | "Scelto da te";
    how_left_out = "Not imported" | "Nicht importiert" | "Non importata";
    how_twice = "Used twice" | "Doppelt vergeben" | "Usato due volte";
    n_doubtful[n] = "{n} not valid" / "{n} not valid" | "{n} ungültig" / "{n} ungültig" | "{n} non valido" / "{n} non validi";
    n_unknown[n] = "{n} not known" / "{n} not known" | "{n} unbekannt" / "{n} unbekannt" | "{n} sconosciuto" / "{n} sconosciuti";
    kept_as_note = "Kept as a note, the lead is still imported." | "Bleibt als Notiz erhalten, der Lead kommt trotzdem." | "Conservato come nota, il lead viene importato lo stesso.";
    keeps_row_out[n] = "{n} row is not imported because of it." / "{n} rows are not imported because of it." | "{n} Zeile wird deshalb nicht importiert." / "{n} Zeilen werden deshalb nicht importiert." | "Per questo {n} riga non viene importata." / "Per questo {n} righe non vengono importate.";
    all_empty = "no cell is filled" | "keine Zelle gefüllt" | "nessuna cella compilata";
    n_filled[n] = "{n} filled" / "{n} filled" | "{n} gefüllt" / "{n} gefüllt" | "{n} compilata" / "{n} compilate";
    n_filled_empty(filled, empty) = "{filled}, {empty} empty" | "{filled}, {empty} leer" | "{filled}, {empty} vuote";
    goes_to_note(line) = "Each lead gets a note: “{line}”" | "Jeder Lead bekommt eine Notiz: „{line}“" | "Ogni lead avrà una nota: «{line}»";

    one_decision = "One column needs a decision" | "Eine Spalte braucht eine Entscheidung" | "Una colonna richiede una decisione";
    n_decisions(n) = "{n} columns need a decision" | "{n} Spalten brauchen eine Entscheidung" | "{n} colonne richiedono una decisione";
    both_go_to(a, b, field) = "{a} and {b} both go to {field}" | "{a} und {b} gehen beide nach {field}" | "{a} e {b} vanno entrambe in {field}";
    twice(column, field) = "“{column}” already goes to {field}. Choose another field or leave this column out." | "„{column}“ geht schon nach {field}. Anderes Feld wählen oder Spalte weglassen." | "«{column}» va già in {field}. Scegli un altro campo o escludi la colonna.";
    nobody_heading = "Who are the leads?" | "Wer sind die Leads?" | "Chi sono i lead?";
    nobody = "Choose the column with the names or the organizations" | "Spalte mit den Namen oder Organisationen wählen" | "Scegli la colonna con i nomi o le aziende";

    side = "Preview and totals" | "Vorschau und Summen" | "Anteprima e totali";
    row_as_lead(n) = "Row {n} as a lead" | "Zeile {n} als Lead" | "Riga {n} come lead";
    row_not_imported(n) = "Row {n} is not imported" | "Zeile {n} wird nicht importiert" | "La riga {n} non viene importata";
    previous_row = "Previous row" | "Vorige Zeile" | "Riga precedente";
    next_row = "Next row" | "Nächste Zeile" | "Riga successiva";
    for_every_row = "For every row" | "Für jede Zeile" | "Per ogni riga";
    every_source = "Source, where the row has none" | "Quelle, wo die Zeile keine hat" | "Origine, dove la riga non la indica";
    every_tag = "Tag for all" | "Stichwort für alle" | "Tag per tutti";
    every_owner = "Owner, where the row has none" | "Zuständig, wo die Zeile niemanden nennt" | "Responsabile, dove la riga non lo indica";
    in_turn = "All of them in turn" | "Alle reihum" | "Tutti a turno";
    columns_matched = "Columns matched" | "Spalten zugeordnet" | "Colonne abbinate";
    columns_noted = "Kept as a note" | "Als Notiz" | "Come nota";
    columns_left_out = "Left out" | "Weggelassen" | "Escluse";
    names_present = "Name or organization present" | "Name oder Organisation vorhanden" | "Nome o azienda presenti";
    all_rows = "all rows" | "alle Zeilen" | "tutte le righe";
    n_without[n] = "{n} row without" / "{n} rows without" | "{n} Zeile ohne" / "{n} Zeilen ohne" | "{n} riga senza" / "{n} righe senza";
    of(n, total) = "{n} of {total}" | "{n} von {total}" | "{n} di {total}";
}
