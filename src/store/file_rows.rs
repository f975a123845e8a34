//! The rows of a file that is looked through before it is imported: each is compared with the records, and with the rows before it.

use domain::duplicates::{Index, Match, Population, Subject};
use domain::ids::Id;
use domain::records::Kind;

/// The rows so far, as people and as organizations.
#[derive(Debug)]
pub struct FileRows {
    people: Index,
    organizations: Index,
}

impl Default for FileRows {
    fn default() -> Self {
        Self { people: Index::new(Population::Persons), organizations: Index::new(Population::Organizations) }
    }
}

impl FileRows {
    /// The earlier row that is most probably the same; then this one is known too.
    pub fn check(&mut self, id: Id, row: &Subject, kind: Kind) -> Option<Match> {
        let index = if kind == Kind::Person { &mut self.people } else { &mut self.organizations };
        let found = index.find(row).into_iter().next();
        index.insert(id, row);
        found
    }
}
