//! Words of roles, members and rights (R43).

use domain::rights::Right;

use super::messages;

messages! {
    title = "Members and roles" | "Mitglieder und Rollen" | "Membri e ruoli";
    hint = "What a role may not do is refused, and the reason is shown. Who has no role of their own has everybody’s." | "Was eine Rolle nicht darf, wird mit Begründung abgelehnt. Wer keine eigene Rolle hat, hat die Rolle aller." | "Ciò che un ruolo non può fare viene rifiutato, con il motivo. Chi non ha un ruolo proprio ha quello di tutti.";
    read_only = "Your role may look at members and roles, not change them." | "Ihre Rolle darf Mitglieder und Rollen ansehen, aber nicht ändern." | "Il tuo ruolo può vedere membri e ruoli, non modificarli.";
    members = "Members" | "Mitglieder" | "Membri";
    roles = "Roles" | "Rollen" | "Ruoli";
    add_member = "Add member" | "Mitglied hinzufügen" | "Aggiungi membro";
    add_role = "Add role" | "Rolle hinzufügen" | "Aggiungi ruolo";
    role_of(name) = "Role of {name}" | "Rolle von {name}" | "Ruolo di {name}";
    may = "Members with this role may" | "Mitglieder mit dieser Rolle dürfen" | "I membri con questo ruolo possono";
    everything = "May do everything" | "Darf alles" | "Può fare tutto";
    all_but(rights) = "May not: {rights}" | "Darf nicht: {rights}" | "Non può: {rights}";
    everybody_hint = "For everybody without a role of their own" | "Für alle ohne eigene Rolle" | "Per chi non ha un ruolo proprio";
    members_with[n] = "{n} member" / "{n} members" | "{n} Mitglied" / "{n} Mitglieder" | "{n} membro" / "{n} membri";
    convert = "convert leads" | "Leads konvertieren" | "convertire lead";
    create_person = "create people" | "Personen anlegen" | "creare persone";
    edit_person = "change people" | "Personen ändern" | "modificare persone";
    create_organization = "create organizations" | "Organisationen anlegen" | "creare aziende";
    edit_organization = "change organizations" | "Organisationen ändern" | "modificare aziende";
    create_deal = "create deals" | "Deals anlegen" | "creare trattative";
    edit_deal = "change deals" | "Deals ändern" | "modificare trattative";
    set_up = "set up the workspace: statuses, stages, fields, members, roles" | "den Arbeitsbereich einrichten: Status, Phasen, Felder, Mitglieder, Rollen" | "configurare lo spazio di lavoro: stati, fasi, campi, membri, ruoli";
    did_add_member(name) = "Member “{name}” added" | "Mitglied „{name}“ hinzugefügt" | "Membro «{name}» aggiunto";
    did_add_role(name) = "Role “{name}” added" | "Rolle „{name}“ hinzugefügt" | "Ruolo «{name}» aggiunto";
    did_change(name) = "“{name}” changed" | "„{name}“ geändert" | "«{name}» modificato";
    did_remove(name) = "Role “{name}” removed" | "Rolle „{name}“ entfernt" | "Ruolo «{name}» rimosso";
    did_give(name, role) = "{name} now has the role “{role}”" | "{name} hat jetzt die Rolle „{role}“" | "{name} ora ha il ruolo «{role}»";
    did_allow(role, right) = "“{role}” may now {right}" | "„{role}“ darf jetzt {right}" | "«{role}» ora può {right}";
    did_deny(role, right) = "“{role}” may no longer {right}" | "„{role}“ darf nicht mehr {right}" | "«{role}» non può più {right}";
    change_in_settings = "You can change this in Settings, Members and roles." | "Das lässt sich unter Einstellungen, Mitglieder und Rollen ändern." | "Puoi cambiarlo in Impostazioni, Membri e ruoli.";
    ask(names) = "Who can change this: {names}." | "Ändern können das: {names}." | "Chi può cambiarlo: {names}.";
    ask_somebody = "Ask somebody who sets up the workspace." | "Wer den Arbeitsbereich einrichtet, kann das ändern." | "Chiedi a chi configura lo spazio di lavoro.";
    instead_of_person = "Choose a person who is there, or none." | "Eine vorhandene Person wählen oder keine." | "Scegli una persona esistente o nessuna.";
    instead_of_edited_person = "Create a new person, or choose none." | "Eine neue Person anlegen oder keine wählen." | "Crea una nuova persona o non sceglierne.";
    instead_of_organization = "Choose an organization that is there, or none." | "Eine vorhandene Organisation wählen oder keine." | "Scegli un’azienda esistente o nessuna.";
    instead_of_edited_organization = "Create a new organization, or choose none." | "Eine neue Organisation anlegen oder keine wählen." | "Crea una nuova azienda o non sceglierne.";
    instead_of_deal = "Leave the deal out." | "Den Deal weglassen." | "Escludi la trattativa.";
    instead_of_edited_deal = "Create a new deal, or leave it out." | "Einen neuen Deal anlegen oder ihn weglassen." | "Crea una nuova trattativa o escludila.";
}

/// As something to do: *may* or *may not* stands before it.
pub fn right(right: Right) -> &'static str {
    match right {
        Right::Convert => convert(),
        Right::CreatePerson => create_person(),
        Right::EditPerson => edit_person(),
        Right::CreateOrganization => create_organization(),
        Right::EditOrganization => edit_organization(),
        Right::CreateDeal => create_deal(),
        Right::EditDeal => edit_deal(),
        Right::SetUp => set_up(),
    }
}

/// What can be done without the right; nothing for some.
pub fn instead(right: Right) -> &'static str {
    match right {
        Right::CreatePerson => instead_of_person(),
        Right::EditPerson => instead_of_edited_person(),
        Right::CreateOrganization => instead_of_organization(),
        Right::EditOrganization => instead_of_edited_organization(),
        Right::CreateDeal => instead_of_deal(),
        Right::EditDeal => instead_of_edited_deal(),
        Right::Convert | Right::SetUp => "",
    }
}
