//! Finding the record that a line means: by the name the scenario gave it, by what it is called, or as a lead's result.

use std::collections::BTreeMap;

use super::quoting::{after, split, unquoted};
use super::words::{self, BUILT_IN, Slot};
use crate::ids::Id;
use crate::records::{CustomField, Field, Kind, Record, Shape, display_name};
use crate::testing::Answers;

/// Stands for a record that isn't there.
const NOBODY: Id = Id::from_u128(404);

/// The store as the scenario sees it.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    pub store: &'a dyn Answers,
    pub names: &'a BTreeMap<String, Id>,
}

impl Look<'_> {
    /// `giulia`, `giulia's deal`, `deal "Bagging line"`, `nobody`.
    pub fn id(&self, text: &str) -> Result<Id, String> {
        if text == "nobody" {
            return Ok(NOBODY);
        }
        if let Some(id) = self.names.get(text) {
            return Ok(*id);
        }
        if let Some((.., id)) =
            BUILT_IN.iter().find(|(kind, word, _)| matches!(kind, Kind::Member | Kind::Role | Kind::Workspace) && *word == text)
        {
            return Ok(*id);
        }
        if let Some((lead, result)) = text.split_once("'s ") {
            return self.result(lead, result);
        }
        let (kind, name) = words::kind(text).ok_or_else(|| format!("no record is called {text:?}"))?;
        Ok(self.called(kind, name)?.id)
    }

    pub fn record(&self, text: &str) -> Result<Record, String> {
        let id = self.id(text)?;
        self.store.find(id).ok_or_else(|| format!("{text} is gone"))
    }

    pub fn ids(&self, list: &str) -> Result<Vec<Id>, String> {
        split(list, ',').into_iter().map(|text| self.id(text)).collect()
    }

    fn result(&self, lead: &str, result: &str) -> Result<Id, String> {
        let field = match result {
            "person" => Field::ConvertedPerson,
            "organization" => Field::ConvertedOrganization,
            "deal" => Field::ConvertedDeal,
            "task" => Field::ConvertedTask,
            _ => return Err(format!("a lead doesn't become a {result}")),
        };
        self.record(lead)?.link(field).ok_or_else(|| format!("{lead} has no {result}"))
    }

    /// The one record of a kind with a name.
    pub fn called(&self, kind: Kind, name: &str) -> Result<Record, String> {
        let name = unquoted(name);
        let built_in = BUILT_IN.iter().find(|(known, word, _)| *known == kind && *word == name);
        let fits = |record: &Record| display_name(record) == name || built_in.is_some_and(|(_, _, id)| *id == record.id);
        let mut all: Vec<Record> = self.store.all(kind).into_iter().filter(fits).collect();
        match (all.pop(), all.len()) {
            (Some(record), 0) => Ok(record),
            (None, _) => Err(format!("no {} is called {name:?}", words::kind_word(kind))),
            (_, more) => Err(format!("{} records are called {name:?}", more + 1)),
        }
    }

    /// What an item begins with, and the rest: `custom machine Mill`, or a standard field.
    pub fn slot<'t>(&self, text: &'t str) -> Result<(Slot, &'t str), String> {
        let Some(rest) = after(text, "custom") else { return words::slot(text) };
        let named = self.names.iter().filter_map(|(name, id)| Some((name.len(), *id, after(rest, name)?)));
        let (_, id, rest) = named.max_by_key(|(length, ..)| *length).ok_or_else(|| format!("{text:?} names no field"))?;
        Ok((Slot::Whole(Field::Custom(id)), rest))
    }

    pub fn custom(&self, field: Field) -> Option<CustomField> {
        let Field::Custom(id) = field else { return None };
        self.store.find(id).as_ref().and_then(CustomField::of)
    }

    pub fn field_word(&self, field: Field) -> String {
        if let Field::Custom(id) = field { format!("custom {}", self.given(id).unwrap_or_default()) } else { words::field_word(field) }
    }

    pub fn slot_word(&self, slot: Slot) -> String {
        if let Slot::Whole(field @ Field::Custom(_)) = slot { self.field_word(field) } else { words::slot_word(slot) }
    }

    /// The form of a field's value.
    pub fn shape(&self, field: Field) -> Shape {
        self.custom(field).map_or_else(|| field.shape(), |custom| custom.shape())
    }

    fn given(&self, id: Id) -> Option<String> {
        self.names.iter().find(|(_, named)| **named == id).map(|(name, _)| name.clone())
    }

    /// A link's target: a name of the scenario, else what a record of the kind is called.
    pub fn linked(&self, kind: Kind, text: &str) -> Result<Id, String> {
        self.id(text).or_else(|_| Ok(self.called(kind, text)?.id))
    }

    /// What a person would call the record.
    pub fn name_of(&self, id: Id) -> String {
        let built_in = BUILT_IN.iter().find(|(_, _, known)| *known == id).map(|(_, word, _)| (*word).to_owned());
        let record = || self.store.find(id).map(|record| display_name(&record)).filter(|name| !name.is_empty());
        record().or(built_in).or_else(|| self.given(id)).unwrap_or_else(|| "nobody".into())
    }
}
