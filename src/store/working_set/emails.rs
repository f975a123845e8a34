//! The e-mails of all records of a kind, a piece at a time: for a file of leads that is compared with what is there.

use std::ops::Range;

use domain::records::{Field, Kind};
use domain::values::email;

use super::WorkingSet;

impl WorkingSet {
    /// As they are compared, of the records at these places; none beyond the last place.
    pub fn emails_at(&self, kind: Kind, slots: Range<u32>) -> Option<Vec<String>> {
        let table = self.tables.get(&kind).filter(|table| slots.start < table.next_slot())?;
        let records = slots.filter_map(|slot| table.get(slot));
        Some(
            records
                .flat_map(|record| record.points(Field::Emails).iter().map(|point| email::key(&point.value)).collect::<Vec<_>>())
                .collect(),
        )
    }
}
