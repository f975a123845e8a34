//! Words of the dialog for a new lead.

use super::messages;

messages! {
    title = "Add lead" | "Lead anlegen" | "Aggiungi lead";
    enough = "A name or an organization is enough; everything else can follow." | "Ein Name oder eine Organisation genügt; alles andere kann folgen." | "Bastano un nome o un’azienda; il resto può seguire.";
    save = "Save lead" | "Lead speichern" | "Salva lead";
    save_and_another = "Save and add another" | "Speichern und weiteren anlegen" | "Salva e aggiungi un altro";
    kept = "Draft kept" | "Entwurf behalten" | "Bozza conservata";
    reopen = "Reopen" | "Wieder öffnen" | "Riapri";
    drafted = "This is the draft you kept." | "Das ist der behaltene Entwurf." | "Questa è la bozza conservata.";
    instead(name) = "Discard it and create “{name}”" | "Verwerfen und „{name}“ anlegen" | "Scartala e crea «{name}»";
    added(name) = "“{name}” added" | "„{name}“ angelegt" | "«{name}» aggiunto";
    maybe_known = "Possibly here already:" | "Vielleicht schon vorhanden:" | "Forse già presente:";
}
