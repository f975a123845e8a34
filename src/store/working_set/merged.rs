//! Who was merged into whom, and who is not the same as whom.

use domain::ids::Id;
use domain::records::{Forwarding, Record, Separations};

use super::WorkingSet;

impl WorkingSet {
    /// The record that one which is gone was merged into: an old link opens it.
    pub fn survivor(&self, id: Id) -> Option<Id> {
        let forwarding = self.get(Forwarding::id_of(id))?;
        Forwarding::of(&forwarding).map(|forwarding| forwarding.survivor)
    }

    /// The record, or the one it was merged into.
    pub fn get_or_survivor(&self, id: Id) -> Option<Record> {
        self.get(id).or_else(|| self.get(self.survivor(id)?))
    }

    /// The records that were merged into this one and are gone.
    pub fn merged_into(&self, id: Id) -> Vec<Id> {
        let linked = self.linked_to(id);
        let forwardings = linked.iter().filter_map(Forwarding::of).filter(|forwarding| forwarding.survivor == id);
        forwardings.map(|forwarding| forwarding.removed).collect()
    }

    /// Every pair that somebody said is not the same.
    pub fn separations(&self) -> &Separations {
        &self.separations
    }
}
