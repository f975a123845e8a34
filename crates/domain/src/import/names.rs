//! Names that cells use for members and statuses, and the records they stand for.

use std::collections::HashMap;

use crate::ids::Id;
use crate::text::fold;

/// Found without regard to case and accents.
#[derive(Clone, Debug, Default)]
pub struct Names(HashMap<String, Id>);

impl Names {
    /// The first record with a name keeps it.
    pub fn add(&mut self, name: &str, id: Id) {
        let name = fold(name.trim());
        if !name.is_empty() {
            self.0.entry(name).or_insert(id);
        }
    }

    pub fn find(&self, name: &str) -> Option<Id> {
        self.0.get(&fold(name.trim())).copied()
    }
}

impl<'a> FromIterator<(&'a str, Id)> for Names {
    fn from_iter<I: IntoIterator<Item = (&'a str, Id)>>(names: I) -> Self {
        let mut all = Self::default();
        names.into_iter().for_each(|(name, id)| all.add(name, id));
        all
    }
}
