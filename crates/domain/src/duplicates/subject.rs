//! What a record, a lead or an import row says about who it is.

use crate::records::{Field, Kind, Record};

/// As written; what is unknown is empty. One of `first_name` and `last_name` may hold a whole name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    pub first_name: String,
    pub last_name: String,
    pub job_title: String,
    pub company: String,
    pub emails: Vec<String>,
    pub phones: Vec<String>,
    pub website: String,
    pub street: String,
    pub postal_code: String,
    pub city: String,
    pub region: String,
    pub country: String,
    pub birth_date: String,
    pub tax_id: String,
    /// Of an organization: addresses of its people, which say what domain it has mail at.
    pub people_emails: Vec<String>,
}

/// People of an organization whose addresses are asked for, at most.
const PEOPLE: usize = 24;

impl Subject {
    /// A record as a `kind` (person or organization): a lead as the one or the other that it would become.
    /// `organization` is the one a person belongs to.
    pub fn of(record: &Record, kind: Kind, organization: Option<&Record>) -> Self {
        let text = |field| record.text(field).to_owned();
        let points = |field| record.points(field).iter().map(|point| point.value.clone()).collect();
        let mut subject = Self {
            emails: points(Field::Emails),
            phones: points(Field::Phones),
            website: text(Field::Website),
            tax_id: text(Field::TaxId),
            ..Self::default()
        };
        subject.company = if record.kind == Kind::Organization { text(Field::Name) } else { text(Field::OrganizationName) };
        if kind == Kind::Person {
            subject.first_name = text(Field::FirstName);
            subject.last_name = text(Field::LastName);
            subject.job_title = text(Field::JobTitle);
            subject.birth_date = record.date(Field::BirthDate).map(|date| date.to_string()).unwrap_or_default();
        }
        subject.place(record);
        if let Some(organization) = organization.filter(|_| kind == Kind::Person) {
            subject.belongs_to(organization);
        }
        subject
    }

    /// As the organization that these people belong to.
    pub fn with_people(mut self, people: impl Iterator<Item = Record>) -> Self {
        for person in people.take(PEOPLE) {
            self.people_emails.extend(person.points(Field::Emails).iter().map(|point| point.value.clone()));
        }
        self
    }

    fn place(&mut self, record: &Record) {
        if let Some(address) = record.address(Field::Address) {
            self.street.clone_from(&address.street);
            self.postal_code.clone_from(&address.postal_code);
            self.city.clone_from(&address.city);
            self.region.clone_from(&address.region);
            self.country.clone_from(&address.country);
        }
    }

    /// What a person's own record leaves to their organization.
    fn belongs_to(&mut self, organization: &Record) {
        if self.company.is_empty() {
            self.company = organization.text(Field::Name).to_owned();
        }
        if self.website.is_empty() {
            self.website = organization.text(Field::Website).to_owned();
        }
        if self.street.is_empty() && self.postal_code.is_empty() && self.city.is_empty() {
            self.place(organization);
        }
    }

    /// First and last name.
    pub fn full_name(&self) -> String {
        [self.first_name.trim(), self.last_name.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// On one line: street, postal code and city, region, country.
    pub fn address(&self) -> String {
        let place = format!("{} {}", self.postal_code, self.city);
        let parts = [self.street.as_str(), place.trim(), &self.region, &self.country];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}
