//! Words of the path of a lead or a deal.

use super::messages;

messages! {
    lead_status = "Lead status" | "Lead-Status" | "Stato del lead";
    deal_stage = "Deal stage" | "Deal-Phase" | "Fase della trattativa";
    step_done(name, day) = "{name}, done {day}" | "{name}, erledigt {day}" | "{name}, completato {day}";
    step_passed(name) = "{name}, done" | "{name}, erledigt" | "{name}, completato";
    step_current(name) = "{name}, current" | "{name}, aktuell" | "{name}, attuale";
    step_ahead(name) = "{name}, not reached" | "{name}, noch nicht erreicht" | "{name}, non raggiunto";
    step_won(name) = "{name}, reached" | "{name}, erreicht" | "{name}, raggiunto";
    step_lost(name) = "{name}, ended here" | "{name}, hier beendet" | "{name}, terminato qui";
    mark_complete = "Mark Status as Complete" | "Status als erledigt markieren" | "Segna stato come completato";
    mark_current = "Mark as Current Status" | "Als aktuellen Status markieren" | "Segna come stato corrente";
    select_converted = "Select Converted Status" | "Konvertierten Status auswählen" | "Seleziona stato di conversione";
    mark_stage_complete = "Mark Stage as Complete" | "Phase als erledigt markieren" | "Segna fase come completata";
    mark_current_stage = "Mark as Current Stage" | "Als aktuelle Phase markieren" | "Segna come fase corrente";
    mark_won = "Mark as won" | "Als gewonnen markieren" | "Segna come vinta";
    step_of(at, count) = "step {at} of {count}" | "Schritt {at} von {count}" | "passo {at} di {count}";
    days_here[n] = "{n} day" / "{n} days" | "seit {n} Tag" / "seit {n} Tagen" | "da {n} giorno" / "da {n} giorni";
    in_status_for[n] = "In this status for {n} day" / "In this status for {n} days" | "In diesem Status seit {n} Tag" / "In diesem Status seit {n} Tagen" | "In questo stato da {n} giorno" / "In questo stato da {n} giorni";
    in_stage_for[n] = "In this stage for {n} day" / "In this stage for {n} days" | "In dieser Phase seit {n} Tag" / "In dieser Phase seit {n} Tagen" | "In questa fase da {n} giorno" / "In questa fase da {n} giorni";
    choose_step = "Choose a status" | "Status auswählen" | "Scegli uno stato";
    choose_stage = "Choose a stage" | "Phase auswählen" | "Scegli una fase";
    key_fields = "Key fields for this step" | "Wichtige Felder für diesen Schritt" | "Campi chiave di questa fase";
    to_finish = "To finish this step" | "Um diesen Schritt abzuschließen" | "Per completare questa fase";
    hide_guidance = "Hide guidance" | "Anleitung ausblenden" | "Nascondi guida";
    show_guidance = "Show guidance" | "Anleitung anzeigen" | "Mostra guida";
    not_known = "not known yet" | "noch nicht bekannt" | "non ancora noto";
    not_known_fill_in(field) = "not known yet: fill in {field}" | "noch nicht bekannt: {field} ergänzen" | "non ancora noto: completa {field}";
}
