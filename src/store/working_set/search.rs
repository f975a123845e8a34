//! Search over everything that has a name (R47), and the plain lists of people, organizations and deals.

use domain::ids::Id;
use domain::order::sort_by_key;
use domain::records::{Field, Kind, Record, display_name};
use domain::text::{fold, search_matches, search_terms, search_text};

use super::WorkingSet;

/// A record that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub record: Record,
    /// The words typed begin its name: such hits come first.
    pub by_name: bool,
}

/// A list of one kind: people, organizations, deals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListQuery {
    pub kind: Kind,
    pub text: String,
}

/// The words a record is found by.
pub fn text_of(record: &Record) -> String {
    let name = display_name(record);
    let texts = match record.kind {
        Kind::Lead => &[Field::OrganizationName, Field::Title, Field::ExternalId][..],
        Kind::Person | Kind::Organization | Kind::Deal => &[],
        _ => return String::new(),
    };
    let phones: Vec<String> =
        record.points(Field::Phones).iter().map(|point| point.value.chars().filter(char::is_ascii_digit).collect()).collect();
    let places = record.address(Field::Address).map_or("", |address| &address.city);
    let parts = std::iter::once(name.as_str())
        .chain(texts.iter().map(|field| record.text(*field)))
        .chain(record.points(Field::Emails).iter().map(|point| point.value.as_str()))
        .chain(phones.iter().map(String::as_str))
        .chain([places]);
    search_text(parts)
}

impl WorkingSet {
    /// The best hits of each kind, in the order deals, people, organizations, leads.
    pub fn search(&self, text: &str, per_kind: usize) -> Vec<Hit> {
        let terms = search_terms(text);
        if terms.is_empty() {
            return Vec::new();
        }
        let kinds = [Kind::Deal, Kind::Person, Kind::Organization, Kind::Lead];
        kinds.into_iter().flat_map(|kind| self.search_kind(kind, &terms, per_kind)).collect()
    }

    fn search_kind(&self, kind: Kind, terms: &[String], limit: usize) -> Vec<Hit> {
        let Some(table) = self.tables.get(&kind) else { return Vec::new() };
        // Enough to rank; a person who needs more types another letter.
        let found = table.searchable().filter(|(_, text)| search_matches(text, terms)).take(limit * 20);
        let mut hits: Vec<Hit> = found
            .filter_map(|(slot, _)| table.get(slot))
            .map(|record| {
                let by_name = terms.iter().all(|term| fold(&display_name(&record)).split(' ').any(|word| word.starts_with(term)));
                Hit { record, by_name }
            })
            .collect();
        sort_by_key(&mut hits, |hit| !hit.by_name);
        hits.truncate(limit);
        hits
    }

    /// Ids of the matching records, sorted by name.
    pub fn list(&self, query: &ListQuery) -> Vec<Id> {
        let terms = search_terms(&query.text);
        let Some(table) = self.tables.get(&query.kind) else { return Vec::new() };
        let found = table.searchable().filter(|(_, text)| terms.is_empty() || search_matches(text, &terms));
        let mut named: Vec<(&str, Id)> = found.filter_map(|(slot, text)| Some((text, table.get(slot)?.id))).collect();
        named.sort_unstable();
        named.into_iter().map(|(_, id)| id).collect()
    }
}
