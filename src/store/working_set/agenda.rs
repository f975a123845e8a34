//! Activities that are still to be done, by due date.

use domain::ids::Id;
use domain::order::sort_by_key;
use domain::records::{Field, Kind, Record};
use domain::values::Date;

use super::WorkingSet;

/// Whose activities, and whether the done ones are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AgendaQuery {
    pub owner: Option<Id>,
    pub done: bool,
}

impl WorkingSet {
    /// By due date, undated ones last; done ones newest first.
    pub fn agenda(&self, query: AgendaQuery) -> Vec<Record> {
        let Some(table) = self.tables.get(&Kind::Activity) else { return Vec::new() };
        let wanted = |record: &Record| {
            record.has(Field::DoneAt) == query.done && query.owner.is_none_or(|owner| record.link(Field::Owner) == Some(owner))
        };
        let mut all: Vec<Record> = table.records().filter(wanted).collect();
        if query.done {
            sort_by_key(&mut all, |record| std::cmp::Reverse(record.time(Field::DoneAt)));
        } else {
            sort_by_key(&mut all, |record| {
                let date = record.date(Field::DueDate);
                (date.is_none(), date, record.number(Field::DueTime).unwrap_or(i64::MAX), record.id)
            });
        }
        all
    }

    /// Number of open activities due up to today.
    pub fn due_count(&self, today: Date) -> usize {
        let Some(table) = self.tables.get(&Kind::Activity) else { return 0 };
        let due = |record: &Record| !record.has(Field::DoneAt) && record.date(Field::DueDate).is_some_and(|date| date <= today);
        table.records().filter(due).count()
    }
}
