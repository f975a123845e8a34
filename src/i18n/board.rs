//! Words of the pipeline: board, list, moving and closing deals.

use super::messages;

messages! {
    pipeline_named(name) = "Pipeline: {name}" | "Pipeline: {name}" | "Pipeline: {name}";
    pipeline = "Pipeline" | "Pipeline" | "Pipeline";
    totals(open, sum) = "{open} open, {sum}" | "{open} offen, {sum}" | "{open} aperte, {sum}";
    weighted(sum) = "weighted {sum}" | "gewichtet {sum}" | "ponderato {sum}";
    view = "View" | "Ansicht" | "Vista";
    board = "Board" | "Tafel" | "Lavagna";
    list = "List" | "Liste" | "Elenco";
    add = "Add deal" | "Deal anlegen" | "Aggiungi trattativa";
    filters = "Filters" | "Filter" | "Filtri";
    everyone = "Everyone" | "Alle" | "Tutti";
    owner = "Owner" | "Zuständig" | "Responsabile";
    state = "State" | "Stand" | "Esito";
    all_states = "All deals" | "Alle Deals" | "Tutte le trattative";
    nothing_here = "Nothing here" | "Hier ist nichts" | "Qui non c’è nulla";
    empty = "No deals yet. Convert a lead, or add the first deal by hand." | "Noch keine Deals. Einen Lead umwandeln oder den ersten Deal von Hand anlegen." | "Ancora nessuna trattativa. Converti un lead o aggiungi la prima a mano.";
    empty_list = "No deal matches these filters" | "Kein Deal passt zu diesen Filtern" | "Nessuna trattativa con questi filtri";
    days_here[n] = "{n} day here" / "{n} days here" | "seit {n} Tag hier" / "seit {n} Tagen hier" | "qui da {n} giorno" / "qui da {n} giorni";
    days_short(n) = "{n} d" | "{n} T." | "{n} g";
    stale_hint(n) = "Longer than the {n} days usual in this stage" | "Länger als die in dieser Phase üblichen {n} Tage" | "Più dei {n} giorni usuali in questa fase";
    actions_for(name) = "Actions for {name}" | "Aktionen für {name}" | "Azioni per {name}";
    move_to(stage) = "Move to {stage}" | "Nach {stage} verschieben" | "Sposta in {stage}";
    won = "Won" | "Gewonnen" | "Vinta";
    lost = "Lost …" | "Verloren …" | "Persa …";
    lost_plain = "Lost" | "Verloren" | "Persa";
    lost_hint = "asks for a reason" | "fragt nach dem Grund" | "chiede il motivo";
    close_bar = "Close the deal" | "Deal abschließen" | "Chiudi la trattativa";
    won_month[n] = "{n} this month" / "{n} this month" | "{n} in diesem Monat" / "{n} in diesem Monat" | "{n} questo mese" / "{n} questo mese";
    meant(deal) = ": {deal}. " | ": {deal}. " | ": {deal}. ";
    choose_card = "Choose a card first: click it, or go to it with the arrow keys." | "Zuerst eine Karte wählen: anklicken oder mit den Pfeiltasten ansteuern." | "Prima scegli una scheda: cliccala o raggiungila con le frecce.";
    no_stage = "No stage" | "Ohne Phase" | "Senza fase";
    no_stage_hint = "Their stage was removed. Move them to another one." | "Ihre Phase wurde entfernt. Bitte in eine andere verschieben." | "La loro fase è stata rimossa. Spostale in un’altra.";
    was_here = "Was here" | "War hier" | "Era qui";
    at_place(deal, stage, place, count) = "{deal}, {stage}, position {place} of {count}" | "{deal}, {stage}, Position {place} von {count}" | "{deal}, {stage}, posizione {place} di {count}";
    lifted(deal) = "{deal} lifted. Arrow keys move it, Enter drops it, Escape puts it back." | "{deal} aufgenommen. Pfeiltasten verschieben, Enter legt ab, Escape legt zurück." | "{deal} sollevata. Le frecce la spostano, Invio la rilascia, Esc la rimette a posto.";
    put_back(deal) = "{deal} put back" | "{deal} zurückgelegt" | "{deal} rimessa a posto";
    moving(deal) = "Moving “{deal}”:" | "„{deal}“ verschieben:" | "Spostamento di «{deal}»:";
    key_stage = "stage" | "Phase" | "fase";
    key_place = "place" | "Platz" | "posto";
    key_drop = "drop" | "ablegen" | "rilascia";
    key_back = "put back" | "zurücklegen" | "rimetti";
    more[n] = "Show {n} more" / "Show {n} more" | "{n} weiteren zeigen" / "{n} weitere zeigen" | "Mostra {n} altra" / "Mostra {n} altre";
    name = "Deal name" | "Name des Deals" | "Nome della trattativa";
    name_missing = "Enter a name for the deal" | "Name des Deals eingeben" | "Inserisci il nome della trattativa";
    contact_missing = "Choose a person or an organization" | "Person oder Organisation wählen" | "Scegli una persona o un’azienda";
    create(name) = "Create “{name}”" | "„{name}“ anlegen" | "Crea «{name}»";
    deal_column = "Deal" | "Deal" | "Trattativa";
    keys_title = "Pipeline" | "Pipeline" | "Pipeline";
    key_move_cards = "Between cards and columns" | "Zwischen Karten und Spalten" | "Tra schede e colonne";
    key_lift = "Lift or drop the card" | "Karte aufnehmen oder ablegen" | "Solleva o rilascia la scheda";
    key_menu = "Menu of the card" | "Menü der Karte" | "Menu della scheda";
    key_won = "Mark as won" | "Als gewonnen markieren" | "Segna come vinta";
    key_lost = "Mark as lost" | "Als verloren markieren" | "Segna come persa";
}
