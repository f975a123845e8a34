//! Names of fields, kinds, statuses and other things the domain numbers.

use domain::ids::Id;
use domain::records::{Field, Kind, Record, display_name};
use domain::values::{ActivityKind, ContactKind, DealStatus, FieldType, PointKind, Visibility};
use domain::workspace as w;

use super::{basics, messages};

messages! {
    name = "Name" | "Name" | "Nome";
    title = "Title" | "Titel" | "Titolo";
    salutation = "Salutation" | "Anrede" | "Appellativo";
    first_name = "First name" | "Vorname" | "Nome";
    last_name = "Last name" | "Nachname" | "Cognome";
    job_title = "Job title" | "Position" | "Ruolo";
    legal_form = "Legal form" | "Rechtsform" | "Forma giuridica";
    emails = "E-mail" | "E-Mail" | "E-mail";
    phones = "Phone" | "Telefon" | "Telefono";
    website = "Website" | "Website" | "Sito web";
    social = "Social media" | "Soziale Medien" | "Social media";
    address = "Address" | "Adresse" | "Indirizzo";
    street = "Street" | "Straße" | "Via";
    postal_code = "Postal code" | "PLZ" | "CAP";
    city = "City" | "Ort" | "Città";
    region = "Region" | "Region" | "Provincia";
    country = "Country" | "Land" | "Paese";
    industry = "Industry" | "Branche" | "Settore";
    description = "Description" | "Beschreibung" | "Descrizione";
    birth_date = "Birth date" | "Geburtsdatum" | "Data di nascita";
    external_id = "Id in the other system" | "Id im anderen System" | "Id nell’altro sistema";
    tax_id = "Tax ID" | "Steuernummer" | "Codice fiscale / P. IVA";
    source = "Source" | "Quelle" | "Origine";
    source_detail = "Source detail" | "Details zur Quelle" | "Dettaglio origine";
    status = "Status" | "Status" | "Stato";
    owner = "Owner" | "Zuständig" | "Responsabile";
    visibility = "Visible to" | "Sichtbar für" | "Visibile a";
    value = "Value" | "Wert" | "Valore";
    close_date = "Expected close date" | "Erwarteter Abschluss" | "Chiusura prevista";
    tags = "Tags" | "Stichwörter" | "Tag";
    archive_reason = "Archive reason" | "Archivierungsgrund" | "Motivo archiviazione";
    contact_kind = "Kind of contact" | "Art des Kontakts" | "Tipo di contatto";
    pipeline = "Pipeline" | "Pipeline" | "Pipeline";
    stage = "Stage" | "Phase" | "Fase";
    probability = "Probability" | "Wahrscheinlichkeit" | "Probabilità";
    lost_reason = "Lost reason" | "Verlustgrund" | "Motivo della perdita";
    subject = "Subject" | "Betreff" | "Oggetto";
    due_date = "Due date" | "Fällig am" | "Scadenza";
    due_time = "Time" | "Uhrzeit" | "Ora";
    text = "Text" | "Text" | "Testo";
    kind = "Kind" | "Art" | "Tipo";
    about = "About" | "Betrifft" | "Riguarda";
    done_at = "Completion" | "Erledigung" | "Completamento";
    happened_at = "Date" | "Datum" | "Data";
    note_subject = "Note about" | "Notiz über" | "Nota su";
    member = "Member" | "Mitglied" | "Membro";
    role = "Role" | "Rolle" | "Ruolo";
    role_all = "Everybody" | "Alle" | "Tutti";
    denied = "Rights" | "Rechte" | "Diritti";
    initials = "Initials" | "Kürzel" | "Iniziali";
    profile = "Beginning of conversions" | "Beginn der Konvertierung" | "Inizio delle conversioni";
    required_fields = "Required fields" | "Pflichtfelder" | "Campi obbligatori";
    custom_field = "Custom field" | "Angepasstes Feld" | "Campo personalizzato";
    field_type = "Holds" | "Inhalt" | "Contiene";
    used_on = "Shown on" | "Angezeigt bei" | "Mostrato in";
    carried_to = "Carried over to" | "Wird übernommen in" | "Trasferito a";
    required_on = "Required for" | "Erforderlich bei" | "Obbligatorio per";
    options = "Options" | "Auswahl" | "Opzioni";
    retired = "No longer offered" | "Nicht mehr angeboten" | "Non più proposto";
    type_text = "Text" | "Text" | "Testo";
    type_number = "Number" | "Zahl" | "Numero";
    type_money = "Amount of money" | "Geldbetrag" | "Importo";
    type_date = "Date" | "Datum" | "Data";
    type_choice = "Choice" | "Auswahl" | "Scelta";
    type_choices = "Multiple choice" | "Mehrfachauswahl" | "Scelta multipla";
    type_yes_no = "Yes or no" | "Ja oder nein" | "Sì o no";
    type_person = "Person" | "Person" | "Persona";
    type_link = "Web link" | "Weblink" | "Link web";
    other = "Other field" | "Weiteres Feld" | "Altro campo";
    point_work = "Work" | "Geschäftlich" | "Lavoro";
    duplicate_rules = "Rules for duplicates" | "Regeln für Dubletten" | "Regole per i duplicati";
    point_mobile = "Mobile" | "Mobil" | "Cellulare";
    point_home = "Home" | "Privat" | "Casa";
    point_fax = "Fax" | "Fax" | "Fax";
    point_other = "Other" | "Andere" | "Altro";
}

/// What a field is called on screen.
pub fn label(field: Field) -> &'static str {
    match field {
        Field::Name => name(),
        Field::Title => title(),
        Field::Salutation => salutation(),
        Field::FirstName => first_name(),
        Field::LastName => last_name(),
        Field::JobTitle => job_title(),
        Field::OrganizationName | Field::Organization | Field::ConvertedOrganization => basics::organization(),
        Field::LegalForm => legal_form(),
        Field::Emails => emails(),
        Field::Phones => phones(),
        Field::Website => website(),
        Field::Social => social(),
        Field::Address => address(),
        Field::Industry => industry(),
        Field::Description => description(),
        Field::BirthDate => birth_date(),
        Field::TaxId => tax_id(),
        Field::Source => source(),
        Field::SourceDetail => source_detail(),
        Field::Status => status(),
        Field::Owner => owner(),
        Field::Visibility => visibility(),
        Field::Value => value(),
        Field::CloseDate => close_date(),
        Field::Tags => tags(),
        Field::ArchiveReason => archive_reason(),
        Field::Person | Field::ConvertedPerson => basics::person(),
        Field::ContactKind => contact_kind(),
        Field::Pipeline => pipeline(),
        Field::Stage => stage(),
        Field::Probability => probability(),
        Field::LostReason => lost_reason(),
        Field::Subject => subject(),
        Field::DueDate => due_date(),
        Field::DueTime => due_time(),
        Field::Text => text(),
        Field::ActivityKind => kind(),
        Field::About => about(),
        Field::ConvertedDeal => basics::deal(),
        Field::DoneAt => done_at(),
        Field::HappenedAt => happened_at(),
        Field::NoteSubject => note_subject(),
        Field::DealStatus => status(),
        Field::Leads => basics::leads(),
        Field::Role => role(),
        Field::Denied => denied(),
        Field::Initials => initials(),
        Field::Profile => profile(),
        Field::RequiredFields => required_fields(),
        Field::FieldType => field_type(),
        Field::UsedOn => used_on(),
        Field::CarriedTo => carried_to(),
        Field::RequiredOn => required_on(),
        Field::Options => options(),
        Field::Retired => retired(),
        Field::DuplicateRules => duplicate_rules(),
        Field::ExternalId => external_id(),
        _ => other(),
    }
}

/// What any field is called: a custom one by the name of its definition, which `name` looks up.
pub fn label_of(field: Field, name: &dyn Fn(Id) -> String) -> String {
    let own = if let Field::Custom(id) = field { name(id) } else { String::new() };
    if own.is_empty() { label(field).to_owned() } else { own }
}

/// The same inside a sentence: a name of somebody's own stays as it was written.
pub fn in_sentence_of(field: Field, name: &dyn Fn(Id) -> String) -> String {
    let own = if let Field::Custom(id) = field { name(id) } else { String::new() };
    if own.is_empty() { in_sentence(field) } else { own }
}

/// What a custom field holds.
pub fn field_type_name(holds: FieldType) -> &'static str {
    match holds {
        FieldType::Text => type_text(),
        FieldType::Number => type_number(),
        FieldType::Money => type_money(),
        FieldType::Date => type_date(),
        FieldType::Choice => type_choice(),
        FieldType::MultipleChoice => type_choices(),
        FieldType::YesNo => type_yes_no(),
        FieldType::Person => type_person(),
        FieldType::Link => type_link(),
    }
}

/// The name of a field inside a sentence: `Edit phone`, `Telefon bearbeiten`.
pub fn in_sentence(field: Field) -> String {
    let label = label(field);
    if super::current() == super::Lang::De {
        return label.to_owned();
    }
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Lead => basics::lead(),
        Kind::Person => basics::person(),
        Kind::Organization => basics::organization(),
        Kind::Deal => basics::deal(),
        Kind::Activity => basics::activity(),
        Kind::Note => basics::note(),
        Kind::Status => status(),
        Kind::Pipeline => pipeline(),
        Kind::Stage => stage(),
        Kind::Member => member(),
        Kind::Tag => tags(),
        Kind::Workspace => super::shell::app(),
        Kind::Role => role(),
        Kind::CustomField => custom_field(),
        // Made by commands of their own; nobody sees them as records.
        Kind::Separation | Kind::Forwarding => "",
    }
}

/// The name of any record: its own, or the translation of a built-in one.
pub fn record_name(record: &Record) -> String {
    let own = display_name(record);
    if !own.is_empty() {
        return own;
    }
    match record.id {
        w::ME => basics::me(),
        w::ROLE => role_all(),
        w::STATUS_NEW => basics::status_new(),
        w::STATUS_CONTACTED => basics::status_contacted(),
        w::STATUS_WORKING => basics::status_working(),
        w::STATUS_QUALIFIED => basics::status_qualified(),
        w::STATUS_CONVERTED => basics::status_converted(),
        w::PIPELINE => basics::pipeline_standard(),
        w::STAGE_INCOMING => basics::stage_incoming(),
        w::STAGE_QUALIFIED => basics::stage_qualified(),
        w::STAGE_NEEDS_ANALYSIS => basics::stage_needs(),
        w::STAGE_PROPOSAL => basics::stage_proposal(),
        w::STAGE_NEGOTIATION => basics::stage_negotiation(),
        _ => basics::unnamed(),
    }
    .to_owned()
}

pub fn activity_kind(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Task => basics::task(),
        ActivityKind::Call => basics::call(),
        ActivityKind::Meeting => basics::meeting(),
        ActivityKind::Email => basics::email_activity(),
    }
}

pub fn visibility_name(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Owner => basics::visibility_owner(),
        Visibility::Team => basics::visibility_team(),
        Visibility::Everyone => basics::visibility_everyone(),
    }
}

pub fn deal_status(status: DealStatus) -> &'static str {
    match status {
        DealStatus::Open => basics::deal_open(),
        DealStatus::Won => basics::deal_won(),
        DealStatus::Lost => basics::deal_lost(),
    }
}

pub fn contact_kind_name(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Contact => basics::contact(),
        ContactKind::Prospect => basics::prospect(),
        ContactKind::Customer => basics::customer(),
    }
}

pub fn point_kind(kind: PointKind) -> &'static str {
    match kind {
        PointKind::Work => point_work(),
        PointKind::Mobile => point_mobile(),
        PointKind::Home => point_home(),
        PointKind::Fax => point_fax(),
        PointKind::Other => point_other(),
        PointKind::X => "X",
        PointKind::Facebook => "Facebook",
        PointKind::Skype => "Skype",
        PointKind::LinkedIn => "LinkedIn",
    }
}
