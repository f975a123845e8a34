//! The lead list: filtered, searched and sorted slots.

use domain::ids::Id;
use domain::records::{Kind, Record};
use domain::text::{fold, search_matches, search_terms};
use domain::values::Date;

use super::{LeadRow, WorkingSet};

/// Everything the inbox can be asked for; the app keeps it in the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxQuery {
    pub text: String,
    pub state: LeadState,
    pub status: Option<Id>,
    pub owner: Option<Id>,
    pub tag: Option<String>,
    pub sort: Sort,
    pub descending: bool,
    /// The user's day, for "overdue" and "today".
    pub today: Date,
}

/// R6, R46: open leads are the inbox; the others are reached by filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LeadState {
    #[default]
    Open,
    Archived,
    Converted,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Next,
    Name,
    Status,
    Value,
    Created,
    Owner,
}

impl InboxQuery {
    pub fn new(today: Date) -> Self {
        Self {
            text: String::new(),
            state: LeadState::Open,
            status: None,
            owner: None,
            tag: None,
            sort: Sort::Next,
            descending: false,
            today,
        }
    }

    fn admits(&self, row: &LeadRow, tag: Option<&str>) -> bool {
        let state = match self.state {
            LeadState::Open => !row.converted && !row.archived,
            LeadState::Archived => row.archived && !row.converted,
            LeadState::Converted => row.converted,
        };
        state
            && self.status.is_none_or(|status| row.status == status)
            && self.owner.is_none_or(|owner| row.owner == owner)
            && tag.is_none_or(|tag| row.tags.iter().any(|have| **have == *tag))
    }
}

impl WorkingSet {
    /// Slots of the matching leads, in order.
    pub fn inbox(&self, query: &InboxQuery) -> Vec<u32> {
        let tag = query.tag.as_deref().map(fold);
        let terms = search_terms(&query.text);
        let rows = (0..).zip(&self.leads).filter_map(|(slot, row)| row.as_ref().map(|row| (slot, row)));
        let found = rows.filter(|(_, row)| query.admits(row, tag.as_deref()));
        let mut slots: Vec<u32> =
            found.filter(|(slot, _)| terms.is_empty() || search_matches(self.lead_text(*slot), &terms)).map(|(slot, _)| slot).collect();
        self.sort_leads(&mut slots, query);
        slots
    }

    /// Number of leads that match, without sorting them.
    pub fn inbox_count(&self, query: &InboxQuery) -> usize {
        let tag = query.tag.as_deref().map(fold);
        let terms = search_terms(&query.text);
        let rows = (0..).zip(&self.leads).filter_map(|(slot, row)| row.as_ref().map(|row| (slot, row)));
        rows.filter(|(slot, row)| query.admits(row, tag.as_deref()) && (terms.is_empty() || search_matches(self.lead_text(*slot), &terms)))
            .count()
    }

    fn lead_text(&self, slot: u32) -> &str {
        self.tables.get(&Kind::Lead).map_or("", |table| table.search_text(slot))
    }

    fn sort_leads(&self, slots: &mut [u32], query: &InboxQuery) {
        let row = |slot: &u32| self.leads[*slot as usize].as_ref().expect("only slots in use are sorted");
        match query.sort {
            Sort::Next => slots.sort_by_cached_key(|slot| (row(slot).next.urgency(query.today), -row(slot).created)),
            Sort::Name => slots.sort_by(|a, b| row(a).name.cmp(&row(b).name)),
            Sort::Status => slots.sort_by_key(|slot| row(slot).status),
            Sort::Value => slots.sort_by_key(|slot| row(slot).value),
            Sort::Created => slots.sort_by_key(|slot| row(slot).created),
            Sort::Owner => slots.sort_by_key(|slot| row(slot).owner),
        }
        if query.descending {
            slots.reverse();
        }
    }

    pub fn lead_row(&self, slot: u32) -> Option<&LeadRow> {
        self.leads.get(slot as usize)?.as_ref()
    }

    pub fn lead_at(&self, slot: u32) -> Option<Record> {
        self.tables.get(&Kind::Lead)?.get(slot)
    }

    /// Where a lead stands, as [`Self::inbox`] names it.
    pub fn lead_slot(&self, id: Id) -> Option<u32> {
        match self.places.get(&id) {
            Some((Kind::Lead, slot)) => self.lead_row(*slot).map(|_| *slot),
            _ => None,
        }
    }

    /// Tags in use on leads, most frequent first.
    pub fn lead_tags(&self) -> Vec<(String, usize)> {
        let mut counts: rustc_hash::FxHashMap<&str, (u32, usize)> = rustc_hash::FxHashMap::default();
        for (slot, row) in (0..).zip(&self.leads) {
            for tag in row.iter().flat_map(|row| &row.tags) {
                counts.entry(tag).or_insert((slot, 0)).1 += 1;
            }
        }
        let written = |slot, folded: &str| {
            let record = self.lead_at(slot)?;
            record.texts(domain::records::Field::Tags).iter().find(|tag| fold(tag) == folded).cloned()
        };
        let named = counts.into_iter().filter_map(|(folded, (slot, count))| Some((written(slot, folded)?, count)));
        let mut tags: Vec<(String, usize)> = named.collect();
        tags.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        tags
    }
}
