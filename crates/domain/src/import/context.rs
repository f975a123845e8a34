//! What an import knows about its workspace.

use super::{Names, StatusMeaning};
use crate::ids::Id;
use crate::records::CustomFields;
use crate::values::Currency;

#[derive(Clone, Debug)]
pub struct Context {
    /// Ids of the leads derive from it and the row.
    pub batch: Id,
    /// For rows that name no owner, or an unknown one: taken in turn. Empty: whoever imports.
    pub owners: Vec<Id>,
    /// Members by name, initials or e-mail.
    pub members: Names,
    /// Statuses by the workspace's own names. Not the converted ones: a lead gets there by conversion only.
    pub statuses: Names,
    /// What is meant by the words of other systems, see [`StatusMeaning`].
    pub meanings: Vec<(StatusMeaning, Id)>,
    /// For rows that name no source.
    pub source: String,
    /// Added to every lead.
    pub tag: String,
    /// For amounts without one.
    pub currency: Currency,
    /// The workspace's own fields.
    pub customs: CustomFields,
}

impl Context {
    pub fn new(batch: Id, currency: Currency) -> Self {
        Self {
            batch,
            owners: Vec::new(),
            members: Names::default(),
            statuses: Names::default(),
            meanings: Vec::new(),
            source: String::new(),
            tag: String::new(),
            currency,
            customs: CustomFields::default(),
        }
    }

    /// The owner of a row that names none.
    pub(super) fn owner(&self, row: usize) -> Option<Id> {
        let turn = row.checked_rem(self.owners.len())?;
        self.owners.get(turn).copied()
    }

    /// The status for a word and what it means elsewhere. The workspace's own names come first.
    pub(super) fn status(&self, word: &str, meaning: Option<StatusMeaning>) -> Option<Id> {
        let by_meaning = || self.meanings.iter().find(|(known, _)| Some(*known) == meaning).map(|(_, id)| *id);
        self.statuses.find(word).or_else(by_meaning)
    }
}
