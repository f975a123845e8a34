//! Words of the workspace's own fields: where they are set up.

use super::messages;

messages! {
    title = "Custom fields" | "Angepasste Felder" | "Campi personalizzati";
    hint = "What leads, people, organizations and deals say beside the standard fields." | "Was Leads, Personen, Organisationen und Deals neben den Standardfeldern enthalten." | "Che cosa contengono lead, persone, aziende e trattative oltre ai campi standard.";
    read_only = "Your role may look at these fields, not change them." | "Ihre Rolle darf diese Felder ansehen, aber nicht ändern." | "Il tuo ruolo può vedere questi campi, non modificarli.";
    nothing = "No custom fields yet" | "Noch keine angepassten Felder" | "Ancora nessun campo personalizzato";
    add = "Add field" | "Feld hinzufügen" | "Aggiungi campo";
    new = "New custom field" | "Neues angepasstes Feld" | "Nuovo campo personalizzato";
    kind = "Type" | "Typ" | "Tipo";
    kind_fixed = "The type stays as it is, because values may be there already." | "Der Typ bleibt, wie er ist, weil es schon Werte geben kann." | "Il tipo resta com’è, perché possono già esserci valori.";
    options_hint = "One on each line, in the order they are offered" | "Eine je Zeile, in der Reihenfolge, in der sie angeboten werden" | "Una per riga, nell’ordine in cui vengono proposte";
    options_kept = "Values that were chosen before stay as they are." | "Früher gewählte Werte bleiben, wie sie sind." | "I valori già scelti restano come sono.";
    said_used(kinds) = "On {kinds}" | "Bei {kinds}" | "In {kinds}";
    said_carried(kinds) = "carried over to {kinds}" | "übernommen in {kinds}" | "trasferito a {kinds}";
    said_required(kinds) = "required for {kinds}" | "erforderlich bei {kinds}" | "obbligatorio per {kinds}";
    nowhere = "Shown nowhere" | "Nirgends angezeigt" | "Non mostrato";
    carried_hint = "When a lead is converted" | "Beim Konvertieren eines Leads" | "Quando un lead viene convertito";
    up(field) = "Move {field} up" | "{field} nach oben" | "Sposta {field} in su";
    down(field) = "Move {field} down" | "{field} nach unten" | "Sposta {field} in giù";
    place(field, number, count) = "“{field}” is now {number} of {count}" | "„{field}“ ist jetzt {number} von {count}" | "«{field}» ora è {number} di {count}";
    retire = "Offer no longer" | "Nicht mehr anbieten" | "Non proporre più";
    retired = "no longer offered" | "nicht mehr angeboten" | "non più proposto";
    retire_hint = "What it holds stays readable." | "Was darin steht, bleibt lesbar." | "I valori restano leggibili.";
    bring_back = "Offer again" | "Wieder anbieten" | "Proponi di nuovo";
    did_retire(field) = "“{field}” is no longer offered" | "„{field}“ wird nicht mehr angeboten" | "«{field}» non viene più proposto";
    did_bring_back(field) = "“{field}” is offered again" | "„{field}“ wird wieder angeboten" | "«{field}» viene di nuovo proposto";
    did_add(field) = "Custom field “{field}” added" | "Angepasstes Feld „{field}“ hinzugefügt" | "Campo personalizzato «{field}» aggiunto";
}
