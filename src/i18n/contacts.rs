//! Words of the lists of people and organizations.

use super::messages;

messages! {
    find_person = "Search people" | "Personen suchen" | "Cerca persone";
    find_organization = "Search organizations" | "Organisationen suchen" | "Cerca aziende";
    add_person = "Add person" | "Person anlegen" | "Aggiungi persona";
    add_organization = "Add organization" | "Organisation anlegen" | "Aggiungi azienda";
    count_of(n, total) = "{n} of {total}" | "{n} von {total}" | "{n} di {total}";
    no_people = "No people yet" | "Noch keine Personen" | "Ancora nessuna persona";
    no_people_text = "They come with converted leads, or are added by hand." | "Sie entstehen aus konvertierten Leads oder werden von Hand angelegt." | "Arrivano dai lead convertiti oppure si aggiungono a mano.";
    no_organizations = "No organizations yet" | "Noch keine Organisationen" | "Ancora nessuna azienda";
    no_organizations_text = "They come with converted leads, or are added by hand." | "Sie entstehen aus konvertierten Leads oder werden von Hand angelegt." | "Arrivano dai lead convertiti oppure si aggiungono a mano.";
    nothing_for(text) = "Nothing found for “{text}”" | "Nichts gefunden für „{text}“" | "Nessun risultato per «{text}»";
    clear_search = "Clear search" | "Suche leeren" | "Svuota ricerca";
    to_search = "Search in the list" | "In der Liste suchen" | "Cerca nell’elenco";
    open_record = "Open" | "Öffnen" | "Apri";
}
