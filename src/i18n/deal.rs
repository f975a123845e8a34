//! Words of deals, people, organizations and activities on screens of their own.

use super::messages;

messages! {
    deal_record = "Deal" | "Deal" | "Trattativa";
    mark_won = "Won" | "Gewonnen" | "Vinta";
    lost_more = "Lost …" | "Verloren …" | "Persa …";
    mark_lost = "Mark as lost" | "Als verloren markieren" | "Segna come persa";
    mark_named_lost(deal) = "Mark “{deal}” as lost" | "„{deal}“ als verloren markieren" | "Segna «{deal}» come persa";
    reopen = "Reopen" | "Wieder öffnen" | "Riapri";
    what_happened = "What happened" | "Was geschehen ist" | "Che cosa è successo";
    reason_competitor = "Chose a competitor" | "Für Mitbewerb entschieden" | "Ha scelto un concorrente";
    reason_price = "Too expensive" | "Zu teuer" | "Troppo caro";
    reason_budget = "No budget" | "Kein Budget" | "Nessun budget";
    reason_no_answer = "No answer any more" | "Keine Antwort mehr" | "Nessuna risposta";
    reason_need_gone = "Need is gone" | "Bedarf entfallen" | "Esigenza venuta meno";
    reason_no_fit = "Does not fit" | "Passt nicht" | "Non adatto";
    won_banner(day) = "Won {day}" | "Gewonnen {day}" | "Vinta {day}";
    lost_banner(day) = "Lost {day}" | "Verloren {day}" | "Persa {day}";
    contacts = "Contacts" | "Kontakte" | "Contatti";
    converted_from = "Converted from" | "Konvertiert aus" | "Convertita da";
    no_contact = "No person or organization yet" | "Noch keine Person oder Organisation" | "Ancora nessuna persona o azienda";
    other_deals = "Other deals" | "Weitere Deals" | "Altre trattative";
    remove_deal = "Remove deal" | "Deal entfernen" | "Rimuovi trattativa";
    person_record = "Person" | "Person" | "Persona";
    remove_person = "Remove person" | "Person entfernen" | "Rimuovi persona";
    organization_record = "Organization" | "Organisation" | "Azienda";
    remove_organization = "Remove organization" | "Organisation entfernen" | "Rimuovi azienda";
    colleagues = "Colleagues" | "Kollegen" | "Colleghi";
}
