//! Words of roles, members and rights (R43).

use domain::rights::Right;

use super::messages;

messages! {
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
