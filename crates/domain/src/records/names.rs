//! What a record is called in lists, links and messages.

use super::{Field, Kind, Record};

/// First and last name; empty when the record has neither.
pub fn person_name(record: &Record) -> String {
    let (first, last) = (record.text(Field::FirstName), record.text(Field::LastName));
    match (first.is_empty(), last.is_empty()) {
        (false, false) => format!("{first} {last}"),
        (false, true) => first.to_owned(),
        _ => last.to_owned(),
    }
}

/// Who a lead is: its person and its organization, as far as they are known.
pub fn lead_name(lead: &Record) -> String {
    let (person, organization) = (person_name(lead), lead.text(Field::OrganizationName).to_owned());
    match (person.is_empty(), organization.is_empty()) {
        (false, false) => format!("{person}, {organization}"),
        (true, _) => organization,
        (_, true) => person,
    }
}

/// What a deal made from the lead is called, unless it is named otherwise (R39, R58): the lead's title, else who the lead is.
pub fn deal_name(lead: &Record) -> String {
    let title = lead.text(Field::Title);
    if title.is_empty() { lead_name(lead) } else { title.to_owned() }
}

/// The name a record goes by; empty for built-in set-up records, whose name is a translation.
/// A lead is its person, else its organization, else its title.
pub fn display_name(record: &Record) -> String {
    match record.kind {
        Kind::Lead => {
            let others = [Field::OrganizationName, Field::Title].map(|field| record.text(field).to_owned());
            std::iter::once(person_name(record)).chain(others).find(|name| !name.is_empty()).unwrap_or_default()
        }
        Kind::Person => person_name(record),
        Kind::Activity => record.text(Field::Subject).to_owned(),
        Kind::Note => record.text(Field::Text).lines().next().unwrap_or_default().to_owned(),
        _ => record.text(Field::Name).to_owned(),
    }
}
