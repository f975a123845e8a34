//! The lead list: filtered, searched and sorted slots.

mod answered;
#[cfg(test)]
mod tests;

use domain::ids::Id;
use domain::order::sort_by;
use domain::records::{Kind, Record};
use domain::text::{fold, search_matches, search_terms};
use domain::values::Date;

pub use answered::Answered;
use answered::{Fits, Order};

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
        row.state() == self.state
            && self.status.is_none_or(|status| row.status == status)
            && self.owner.is_none_or(|owner| row.owner == owner)
            && tag.is_none_or(|tag| row.tags.iter().any(|have| **have == *tag))
    }
}

/// One of the filters in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narrowing {
    Text,
    Status,
    Owner,
    Tag,
}

impl Narrowing {
    pub const ALL: [Self; 4] = [Self::Text, Self::Status, Self::Owner, Self::Tag];

    pub fn is_in(self, query: &InboxQuery) -> bool {
        self.taken_from(query) != *query
    }

    /// The same question without this filter.
    pub fn taken_from(self, query: &InboxQuery) -> InboxQuery {
        let mut query = query.clone();
        match self {
            Self::Text => query.text.clear(),
            Self::Status => query.status = None,
            Self::Owner => query.owner = None,
            Self::Tag => query.tag = None,
        }
        query
    }
}

/// Leads by state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeadCounts {
    pub open: usize,
    pub archived: usize,
    pub converted: usize,
}

impl LeadCounts {
    pub fn of(self, state: LeadState) -> usize {
        match state {
            LeadState::Open => self.open,
            LeadState::Archived => self.archived,
            LeadState::Converted => self.converted,
        }
    }

    pub(super) fn place(&mut self, state: LeadState) -> &mut usize {
        match state {
            LeadState::Open => &mut self.open,
            LeadState::Archived => &mut self.archived,
            LeadState::Converted => &mut self.converted,
        }
    }

    pub fn total(self) -> usize {
        self.open + self.archived + self.converted
    }
}

/// A number to sort by, its high half first.
type Number = (u64, u64);

/// A signed number that compares as it should when unsigned.
fn ordered(number: i64) -> u64 {
    (number as u64) ^ (1 << 63)
}

/// Sorts byte by byte from the last on, which takes a fraction of comparing: of 100,000 numbers most bytes are alike, and those
/// cost nothing. Equal ones stay in order.
fn sorted(mut numbered: Vec<(Number, u32)>) -> Vec<(Number, u32)> {
    let mut next = numbered.clone();
    for half in [|number: Number| number.1, |number: Number| number.0] {
        let first = numbered.first().map_or(0, |(number, _)| half(*number));
        let differing = numbered.iter().fold(0, |differing, (number, _)| differing | (half(*number) ^ first));
        for shift in (0..u64::BITS).step_by(8).filter(|shift| (differing >> shift) & 0xff != 0) {
            let byte = |number: Number| (half(number) >> shift) as usize & 0xff;
            let mut places = [0; 256];
            numbered.iter().for_each(|(number, _)| places[byte(*number)] += 1);
            let mut before = 0;
            places.iter_mut().for_each(|place| before += std::mem::replace(place, before));
            for entry in &numbered {
                let place = &mut places[byte(entry.0)];
                next[*place] = *entry;
                *place += 1;
            }
            std::mem::swap(&mut numbered, &mut next);
        }
    }
    numbered
}

fn sort_by_number(slots: &mut Vec<u32>, number: impl Fn(u32) -> Number) {
    let numbered = sorted(slots.iter().map(|slot| (number(*slot), *slot)).collect());
    slots.clear();
    slots.extend(numbered.into_iter().map(|(_, slot)| slot));
}

/// The first letters decide nearly always, and stand in one number; names that begin alike are looked at whole.
fn sort_by_name<'a>(slots: &mut Vec<u32>, name: impl Fn(u32) -> &'a str) {
    let start = |slot: u32| {
        let (mut letters, name) = ([0; 8], name(slot).as_bytes());
        let length = name.len().min(letters.len());
        letters[..length].copy_from_slice(&name[..length]);
        (u64::from_be_bytes(letters), 0)
    };
    let mut numbered = sorted(slots.iter().map(|slot| (start(*slot), *slot)).collect());
    for alike in numbered.chunk_by_mut(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
        alike.sort_by(|a, b| name(a.1).cmp(name(b.1)));
    }
    slots.clear();
    slots.extend(numbered.into_iter().map(|(_, slot)| slot));
}

/// Urgency, then the newest first.
fn urgency_key(row: &LeadRow, today: Date) -> Number {
    let (rank, day, minutes) = row.next.urgency(today);
    let day = u64::from((day as u32) ^ (1 << 31));
    ((u64::from(rank) << 48) | (day << 16) | u64::from(minutes), !ordered(row.created))
}

fn places(ids: impl Iterator<Item = Id>) -> rustc_hash::FxHashMap<Id, u64> {
    ids.zip(0..).collect()
}

impl WorkingSet {
    /// Slots of the matching leads, in order.
    pub fn inbox(&self, query: &InboxQuery) -> Vec<u32> {
        self.answered.catch_up(|query| self.fits(query), |query| self.order(query));
        let slots = match self.answered.wider(query) {
            Some(wider) => wider.into_iter().filter(self.fits(query)).collect(),
            None => {
                let mut slots: Vec<u32> = (0..).take(self.leads.len()).filter(self.fits(query)).collect();
                self.sort_leads(&mut slots, query);
                slots
            }
        };
        self.answered.keep(query, &slots);
        slots
    }

    /// Whether a lead belongs to the answer.
    fn fits(&self, query: &InboxQuery) -> Fits<'_> {
        let (query, tag, terms) = (query.clone(), query.tag.as_deref().map(fold), search_terms(&query.text));
        Box::new(move |slot| {
            let admitted = self.lead_row(*slot).is_some_and(|row| query.admits(row, tag.as_deref()));
            admitted && (terms.is_empty() || search_matches(self.lead_text(*slot), &terms))
        })
    }

    /// Number of leads that match, without sorting them.
    pub fn inbox_count(&self, query: &InboxQuery) -> usize {
        (0..).take(self.leads.len()).filter(self.fits(query)).count()
    }

    fn lead_text(&self, slot: u32) -> &str {
        self.tables.get(&Kind::Lead).map_or("", |table| table.search_text(slot))
    }

    fn sort_leads(&self, slots: &mut Vec<u32>, query: &InboxQuery) {
        match self.sort_number(query) {
            Some(number) => sort_by_number(slots, number),
            None => sort_by_name(slots, |slot| &self.listed(slot).name),
        }
        if query.descending {
            slots.reverse();
        }
    }

    /// Which of two leads stands first: what [`Self::sort_leads`] sorts by.
    fn order(&self, query: &InboxQuery) -> Order<'_> {
        let (number, descending) = (self.sort_number(query), query.descending);
        Box::new(move |a, b| {
            let by_sort = match &number {
                Some(number) => number(a).cmp(&number(b)),
                None => self.listed(a).name.cmp(&self.listed(b).name),
            };
            let order = by_sort.then(a.cmp(&b));
            if descending { order.reverse() } else { order }
        })
    }

    /// The number that leads are sorted by; none where it is their name.
    fn sort_number(&self, query: &InboxQuery) -> Option<Box<dyn Fn(u32) -> Number + '_>> {
        let today = query.today;
        Some(match query.sort {
            Sort::Next => Box::new(move |slot| urgency_key(self.listed(slot), today)),
            Sort::Name => return None,
            Sort::Status => {
                let places = places(self.statuses().into_iter().map(|status| status.id));
                Box::new(move |slot| (places.get(&self.listed(slot).status).copied().unwrap_or(u64::MAX), 0))
            }
            Sort::Value => Box::new(|slot| (ordered(self.listed(slot).value), 0)),
            Sort::Created => Box::new(|slot| (ordered(self.listed(slot).created), 0)),
            Sort::Owner => {
                let places = places(self.members().into_iter().map(|member| member.id));
                Box::new(move |slot| (places.get(&self.listed(slot).owner).copied().unwrap_or(u64::MAX), 0))
            }
        })
    }

    fn listed(&self, slot: u32) -> &LeadRow {
        self.leads[slot as usize].as_ref().expect("only slots in use are sorted")
    }

    /// How many leads are open, archived and converted.
    pub fn lead_counts(&self) -> LeadCounts {
        self.counts
    }

    /// The filter that hides most, and how many leads there would be without it. None when no filter is the reason.
    pub fn narrowest(&self, query: &InboxQuery) -> Option<(Narrowing, usize)> {
        let filters = Narrowing::ALL.into_iter().filter(|filter| filter.is_in(query));
        let without = filters.map(|filter| (filter, self.inbox_count(&filter.taken_from(query))));
        without.max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0)
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
        sort_by(&mut tags, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        tags
    }
}
