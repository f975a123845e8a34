//! What the destinations of a column are called, and the groups they are offered in.

use domain::import::Target;

use crate::i18n::{basics, fields, messages};

messages! {
    group_person = "Person" | "Person" | "Persona";
    group_organization = "Organization" | "Organisation" | "Azienda";
    group_contact = "How to reach them" | "Erreichbarkeit" | "Contatti";
    group_address = "Address" | "Adresse" | "Indirizzo";
    group_lead = "Lead" | "Lead" | "Lead";
    group_other = "Otherwise" | "Sonst" | "Altrimenti";
    title = "Title of the lead" | "Titel des Leads" | "Titolo del lead";
    full_name = "Full name" | "Voller Name" | "Nome e cognome";
    family_name_first = "Full name, last name first" | "Voller Name, Nachname zuerst" | "Cognome e nome";
    name_title = "Academic title" | "Akademischer Titel" | "Titolo di studio";
    middle_name = "Middle name" | "Zweiter Vorname" | "Secondo nome";
    email = "E-mail" | "E-Mail" | "E-mail";
    email_home = "E-mail, private" | "E-Mail privat" | "E-mail privata";
    email_other = "E-mail, other" | "E-Mail, weitere" | "E-mail, altra";
    phone = "Phone" | "Telefon" | "Telefono";
    phone_mobile = "Mobile" | "Mobiltelefon" | "Cellulare";
    phone_home = "Phone, private" | "Telefon privat" | "Telefono privato";
    phone_fax = "Fax" | "Fax" | "Fax";
    phone_other = "Phone, other" | "Telefon, weiteres" | "Telefono, altro";
    house_number = "House number" | "Hausnummer" | "Numero civico";
    street_more = "Address, second line" | "Adresszusatz" | "Indirizzo, seconda riga";
    value_currency = "Currency of the value" | "Währung des Werts" | "Valuta del valore";
    was_converted = "Converted already (yes or no)" | "Schon konvertiert (ja oder nein)" | "Già convertito (sì o no)";
    created_at = "Date of contact" | "Datum des Kontakts" | "Data del contatto";
    keep_as_note = "Keep as a note" | "Als Notiz behalten" | "Conserva come nota";
    group_custom = "Custom fields" | "Angepasste Felder" | "Campi personalizzati";
    new_field(name) = "New custom field “{name}”" | "Neues angepasstes Feld „{name}“" | "Nuovo campo personalizzato «{name}»";
    leave_out = "Leave out" | "Weglassen" | "Escludi";
}

pub fn name(target: Target) -> &'static str {
    use Target as T;
    match target {
        T::Title => title(),
        T::FullName => full_name(),
        T::FamilyNameFirst => family_name_first(),
        T::Salutation => fields::salutation(),
        T::NameTitle => name_title(),
        T::FirstName => fields::first_name(),
        T::MiddleName => middle_name(),
        T::LastName => fields::last_name(),
        T::JobTitle => fields::job_title(),
        T::OrganizationName => basics::organization(),
        T::EmailWork => email(),
        T::EmailHome => email_home(),
        T::EmailOther => email_other(),
        T::PhoneWork => phone(),
        T::PhoneMobile => phone_mobile(),
        T::PhoneHome => phone_home(),
        T::PhoneFax => phone_fax(),
        T::PhoneOther => phone_other(),
        T::Website => fields::website(),
        T::LinkedIn => "LinkedIn",
        T::Facebook => "Facebook",
        T::X => "X",
        T::Skype => "Skype",
        T::Street => fields::street(),
        T::HouseNumber => house_number(),
        T::StreetMore => street_more(),
        T::PostalCode => fields::postal_code(),
        T::City => fields::city(),
        T::Region => fields::region(),
        T::Country => fields::country(),
        T::Industry => fields::industry(),
        T::ValueAmount => fields::value(),
        T::ValueCurrency => value_currency(),
        T::CloseDate => fields::close_date(),
        T::Source => fields::source(),
        T::SourceDetail => fields::source_detail(),
        T::Status => fields::status(),
        T::WasConverted => was_converted(),
        T::Owner => fields::owner(),
        T::Visibility => fields::visibility(),
        T::Tags => fields::tags(),
        T::BirthDate => fields::birth_date(),
        T::TaxId => fields::tax_id(),
        T::Description => fields::description(),
        T::Note => basics::note(),
        T::CreatedAt => created_at(),
        T::ExternalId => fields::external_id(),
        T::KeepAsNote => keep_as_note(),
        T::LeaveOut => leave_out(),
        // Called as the workspace calls it.
        T::Custom(_) => group_custom(),
    }
}

/// A heading and what stands below it in a list of choices.
pub type Group = (fn() -> &'static str, &'static [Target]);

/// Every target once, in the order a person looks for them.
pub const GROUPS: &[Group] = {
    use Target as T;
    &[
        (
            group_person,
            &[
                T::FirstName,
                T::LastName,
                T::FullName,
                T::FamilyNameFirst,
                T::Salutation,
                T::NameTitle,
                T::MiddleName,
                T::JobTitle,
                T::BirthDate,
            ],
        ),
        (group_organization, &[T::OrganizationName, T::Website, T::Industry, T::TaxId]),
        (
            group_contact,
            &[
                T::EmailWork,
                T::EmailHome,
                T::EmailOther,
                T::PhoneWork,
                T::PhoneMobile,
                T::PhoneHome,
                T::PhoneFax,
                T::PhoneOther,
                T::LinkedIn,
                T::Facebook,
                T::X,
                T::Skype,
            ],
        ),
        (group_address, &[T::Street, T::HouseNumber, T::StreetMore, T::PostalCode, T::City, T::Region, T::Country]),
        (
            group_lead,
            &[
                T::Title,
                T::ValueAmount,
                T::ValueCurrency,
                T::CloseDate,
                T::Source,
                T::SourceDetail,
                T::Status,
                T::Owner,
                T::Visibility,
                T::Tags,
                T::Description,
                T::CreatedAt,
                T::ExternalId,
                T::WasConverted,
            ],
        ),
        (group_other, &[T::Note, T::KeepAsNote, T::LeaveOut]),
    ]
};

#[cfg(test)]
mod tests {
    use domain::import::Target;

    use super::GROUPS;

    #[test]
    fn every_target_is_offered_once() {
        let mut offered: Vec<Target> = GROUPS.iter().flat_map(|(_, targets)| targets.iter().copied()).collect();
        offered.sort_unstable();
        let mut all = Target::ALL.to_vec();
        all.sort_unstable();
        assert_eq!(offered, all);
    }
}
