//! All records in memory, packed, with the indexes that lists, search and conversion need. Queries never wait.

mod agenda;
mod board;
mod candidates;
mod emails;
mod following;
mod inbox;
mod lead_row;
mod links;
mod merged;
mod recent;
mod related;
mod search;
mod table;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use domain::change_set::Change;
use domain::commands::Receipt;
use domain::facts::{Answer, Query};
use domain::ids::Id;
use domain::order::sort_by_key;
use domain::records::{Kind, Record, Separations, display_name};
use domain::text::fold;
use domain::workspace;
use rustc_hash::FxHashMap;

pub use agenda::AgendaQuery;
pub use board::{Board, Column};
pub use candidates::{Acquaintance, Finder, Followed, Group, Progress, RowMatch, Task, Words};
pub use inbox::{InboxQuery, LeadCounts, LeadState, Narrowing, Sort};
pub use lead_row::{LeadRow, NextStep};
pub use recent::RecentChange;
pub use search::{Hit, ListQuery};

use super::StoreError;
use super::log::LogEntry;
use super::pages::{Packed, Page, Place};
use super::schema::{Book, PageKey, Sizes};
use links::LinkIndex;
use table::Table;

#[derive(Debug, Default)]
pub struct WorkingSet {
    sizes: Sizes,
    tables: FxHashMap<Kind, Table>,
    /// Where each record stands, or stood before it was removed.
    places: FxHashMap<Id, (Kind, u32)>,
    links: LinkIndex,
    separations: Separations,
    finder: Option<Box<dyn Finder>>,
    /// Names the reasons of a candidate; it comes with the finder.
    words: Option<Words>,
    /// Who changed since the finder was told; none while nobody wants to know.
    unfollowed: Option<Vec<Id>>,
    /// It was told, and has not looked at all of them yet.
    following: bool,
    /// What lists filter and sort leads by, at the lead's slot.
    leads: Vec<Option<LeadRow>>,
    counts: LeadCounts,
    answered: inbox::Answered,
    /// By number of the log entry.
    receipts: Vec<Option<Packed>>,
    receipt_of: FxHashMap<Id, u32>,
    /// Entries that changed a record after its creation.
    history: FxHashMap<Id, Vec<u32>>,
    /// How far each stored page went when it was loaded.
    upto: FxHashMap<PageKey, u64>,
    /// Pages whose effects are only in the log, with the last entry that changed them.
    dirty: BTreeMap<PageKey, u64>,
}

/// Which kinds of record a commit changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched(BTreeSet<Kind>);

impl Touched {
    pub fn everything() -> Self {
        Self(Kind::ALL.iter().copied().collect())
    }

    /// Who may be the same as somebody.
    pub fn contacts() -> Self {
        Self([Kind::Person, Kind::Organization].into_iter().collect())
    }

    pub fn leads() -> Self {
        Self([Kind::Lead].into_iter().collect())
    }

    pub fn add(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.0.iter().copied()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl WorkingSet {
    pub fn with_sizes(sizes: Sizes) -> Self {
        Self { sizes, ..Self::default() }
    }

    pub fn sizes(&self) -> Sizes {
        self.sizes
    }

    /// Takes over a page while loading.
    pub fn load_page(&mut self, book: Book, page: u32, stored: Page) -> Result<(), StoreError> {
        self.answered = inbox::Answered::default();
        self.upto.insert(PageKey::new(book, page), stored.upto);
        for (slot, place) in (page * self.sizes.page_records..).zip(stored.places) {
            match (book, place) {
                (Book::Receipts, Place::Taken(packed)) => self.load_receipt(slot, packed)?,
                (Book::Receipts, _) => {}
                (Book::Records(kind), Place::Taken(packed)) => {
                    let record = unpack(&packed)?;
                    self.put(kind, slot, &record, packed);
                }
                (Book::Records(kind), Place::Removed(id)) => {
                    self.places.entry(id).or_insert((kind, slot));
                    self.tables.entry(kind).or_default().remove(slot, id);
                }
                (Book::Records(kind), Place::Empty) => self.tables.entry(kind).or_default().leave_empty(slot),
            }
        }
        Ok(())
    }

    /// After the last page: built-in records that nobody changed, and what depends on several kinds.
    pub fn loaded(&mut self) {
        self.answered = inbox::Answered::default();
        for record in workspace::built_in_records() {
            self.tables.entry(record.kind).or_default().built_in(record);
        }
        self.refresh_all_next_steps();
    }

    /// Applies an entry, where the loaded pages do not have its effects yet.
    pub fn apply(&mut self, seq: u64, entry: &LogEntry) -> Result<Touched, StoreError> {
        let keys = self.pages_of(entry)?;
        self.keep_receipt(seq, &entry.receipt())?;
        let mut touched = Touched::default();
        let mut about = Vec::new();
        for ((change, slot), key) in entry.changes.changes().iter().zip(&entry.slots).zip(keys) {
            touched.0.insert(change.kind());
            if self.upto.get(&key).is_some_and(|upto| *upto >= seq) {
                continue;
            }
            let before = self.get(change.id());
            about.extend(before.iter().flat_map(links::stories).chain([change.id()]));
            about.extend(self.replace(*slot, before, change));
            self.dirty.insert(key, seq);
        }
        self.refresh_next_steps(&about);
        self.list_anew(&touched, &about);
        Ok(touched)
    }

    /// The lead list after a commit: sorting may go by statuses and members.
    fn list_anew(&mut self, touched: &Touched, about: &[Id]) {
        if touched.0.contains(&Kind::Status) || touched.0.contains(&Kind::Member) {
            self.answered = inbox::Answered::default();
        } else {
            let slot = |id: &Id| self.places.get(id).filter(|(kind, _)| *kind == Kind::Lead).map(|(_, slot)| *slot);
            self.answered.leads_changed(about.iter().filter_map(slot));
        }
    }

    /// The page of each change. An entry whose places can't be right changes nothing.
    fn pages_of(&self, entry: &LogEntry) -> Result<Vec<PageKey>, StoreError> {
        let changes = entry.changes.changes();
        let page = |(change, slot): (&Change, &u32)| {
            let end = self.next_slot(change.kind()) as usize + changes.len();
            let page = self.sizes.page_of(Book::Records(change.kind()), *slot);
            page.filter(|_| changes.len() == entry.slots.len() && (*slot as usize) < end)
        };
        let keys: Option<Vec<PageKey>> = changes.iter().zip(&entry.slots).map(page).collect();
        keys.filter(|keys| keys.len() == changes.len()).ok_or_else(|| StoreError::Damaged("log entry: places".into()))
    }

    /// Gives the records whose next step the new state may be.
    fn replace(&mut self, slot: u32, before: Option<Record>, change: &Change) -> Vec<Id> {
        if let Some(before) = &before {
            self.forget(before);
        }
        let after = match change {
            Change::Create(record) => Some(Cow::Borrowed(record)),
            change => change.apply(before).map(Cow::Owned),
        };
        match after {
            Some(record) => {
                self.put(record.kind, slot, &record, pack(&record));
                links::stories(&record)
            }
            None => {
                self.places.insert(change.id(), (change.kind(), slot));
                self.tables.entry(change.kind()).or_default().remove(slot, change.id());
                if change.kind() == Kind::Lead {
                    self.put_row(slot, None);
                }
                Vec::new()
            }
        }
    }

    fn put(&mut self, kind: Kind, slot: u32, record: &Record, packed: Packed) {
        self.places.insert(record.id, (kind, slot));
        self.links.add(record);
        self.separations.add(record);
        self.note_for_finder(record);
        self.tables.entry(kind).or_default().put(slot, packed, search::text_of(record));
        if kind == Kind::Lead {
            let next = self.lead_row(slot).map(|row| row.next);
            self.put_row(slot, Some(LeadRow::new(record, next.unwrap_or_default())));
        }
    }

    fn put_row(&mut self, slot: u32, row: Option<LeadRow>) {
        let at = slot as usize;
        if self.leads.len() <= at {
            self.leads.resize_with(at + 1, || None);
        }
        if let Some(row) = &row {
            *self.counts.place(row.state()) += 1;
        }
        if let Some(before) = std::mem::replace(&mut self.leads[at], row) {
            *self.counts.place(before.state()) -= 1;
        }
    }

    fn forget(&mut self, record: &Record) {
        self.links.remove(record);
        self.separations.remove(record);
        self.note_for_finder(record);
    }

    fn keep_receipt(&mut self, seq: u64, receipt: &Receipt) -> Result<(), StoreError> {
        let place = u32::try_from(seq).ok().and_then(|slot| Some((slot, self.sizes.page_of(Book::Receipts, slot)?)));
        let (slot, key) = place.ok_or_else(|| StoreError::Damaged("log number out of range".into()))?;
        if self.upto.get(&key).is_none_or(|upto| *upto < seq) {
            self.dirty.insert(key, seq);
        }
        self.put_receipt(slot, receipt, Packed(postcard::to_extend(receipt, Vec::new()).expect("receipts always encode").into()));
        Ok(())
    }

    fn load_receipt(&mut self, slot: u32, packed: Packed) -> Result<(), StoreError> {
        let receipt = postcard::from_bytes(&packed.0).map_err(|error| StoreError::Damaged(format!("receipt: {error}")))?;
        self.put_receipt(slot, &receipt, packed);
        Ok(())
    }

    fn put_receipt(&mut self, slot: u32, receipt: &Receipt, packed: Packed) {
        let at = slot as usize;
        if self.receipts.len() <= at {
            self.receipts.resize_with(at + 1, || None);
        }
        if self.receipts[at].is_none() {
            self.receipt_of.insert(receipt.stamp.command, slot);
            for step in &receipt.steps {
                if let domain::commands::Step::Updated(update) = step {
                    self.history.entry(update.id).or_default().push(slot);
                }
            }
        }
        self.receipts[at] = Some(packed);
    }

    /// A place for each change: where the record stands or once stood, else a new one at the end of its book.
    pub fn slots(&self, changes: &[Change]) -> Vec<u32> {
        let mut next: FxHashMap<Kind, u32> = FxHashMap::default();
        let mut new: FxHashMap<Id, u32> = FxHashMap::default();
        let slot = |change: &Change| match self.places.get(&change.id()) {
            Some((kind, slot)) if *kind == change.kind() => *slot,
            _ => *new.entry(change.id()).or_insert_with(|| {
                let next = next.entry(change.kind()).or_insert_with(|| self.next_slot(change.kind()));
                *next += 1;
                *next - 1
            }),
        };
        changes.iter().map(slot).collect()
    }

    fn next_slot(&self, kind: Kind) -> u32 {
        self.tables.get(&kind).map_or(0, Table::next_slot)
    }

    pub fn dirty_pages(&self) -> impl Iterator<Item = PageKey> {
        self.dirty.keys().copied()
    }

    /// The page as it must be stored now.
    pub fn page(&self, key: PageKey, upto: u64) -> Page {
        let count = self.sizes.page_records;
        let first = key.page() * count;
        let receipt = |packed: &Option<Packed>| packed.clone().map_or(Place::Empty, Place::Taken);
        let places = match key.book() {
            Some(Book::Records(kind)) => self.tables.get(&kind).map(|table| table.places(first, count)).unwrap_or_default(),
            _ => self.receipts.iter().skip(first as usize).take(count as usize).map(receipt).collect(),
        };
        Page { upto, places }
    }

    /// These pages are on disk.
    pub fn written(&mut self, keys: &[PageKey]) {
        for key in keys {
            self.dirty.remove(key);
        }
    }

    /// Some tab wrote all effects up to this entry into the pages.
    pub fn checkpointed(&mut self, upto: u64) {
        self.dirty.retain(|_, seq| *seq > upto);
    }

    pub fn get(&self, id: Id) -> Option<Record> {
        match self.places.get(&id) {
            Some((kind, slot)) => self.tables.get(kind)?.get(*slot),
            None => self.tables.values().find_map(|table| table.built_in_record(id)).cloned(),
        }
    }

    /// All records of a kind that is small (set-up, not leads), by id.
    pub fn all(&self, kind: Kind) -> Vec<Record> {
        let Some(table) = self.tables.get(&kind) else { return Vec::new() };
        let stored = table.records();
        let untouched = table.built_ins().filter(|record| !self.places.contains_key(&record.id)).cloned();
        let mut all: Vec<Record> = stored.chain(untouched).collect();
        all.sort_unstable_by_key(|record| record.id);
        all
    }

    /// By name.
    pub fn members(&self) -> Vec<Record> {
        let mut members = self.all(Kind::Member);
        sort_by_key(&mut members, |member| fold(&display_name(member)));
        members
    }

    /// Of all stored records of a kind, in the order of their places.
    pub fn ids(&self, kind: Kind) -> Vec<Id> {
        let mut ids: Vec<(u32, Id)> = self.places.iter().filter(|(_, (of, _))| *of == kind).map(|(id, (_, slot))| (*slot, *id)).collect();
        ids.sort_unstable();
        ids.into_iter().map(|(_, id)| id).collect()
    }

    /// Number of records of a kind, built-in ones not counted.
    pub fn count(&self, kind: Kind) -> usize {
        self.tables.get(&kind).map_or(0, Table::len)
    }

    pub fn receipt(&self, command: Id) -> Option<Receipt> {
        self.receipt_at(*self.receipt_of.get(&command)?)
    }

    /// The command of an entry.
    pub fn command_at(&self, seq: u64) -> Option<Id> {
        Some(self.receipt_at(u32::try_from(seq).ok()?)?.stamp.command)
    }

    fn receipt_at(&self, slot: u32) -> Option<Receipt> {
        let packed = self.receipts.get(slot as usize)?.as_ref()?;
        postcard::from_bytes(&packed.0).ok()
    }

    /// Receipts from the newest back.
    pub fn recent(&self, limit: usize) -> Vec<Receipt> {
        self.newest_first().take(limit).collect()
    }

    /// What happened to a record after its creation, newest first.
    pub fn history(&self, id: Id) -> Vec<Receipt> {
        let slots = self.history.get(&id).map(Vec::as_slice).unwrap_or_default();
        slots.iter().rev().filter_map(|slot| self.receipt_at(*slot)).collect()
    }

    /// Answers a rule's question.
    pub fn answer(&self, query: &Query) -> Answer {
        match query {
            Query::Record(id) => Answer::Record(self.get(*id)),
            Query::LinkedTo(id) if self.is_set_up(*id) => Answer::Records(self.linked_to_set_up(*id)),
            Query::LinkedTo(id) => Answer::Records(self.linked_to(*id)),
            Query::All(kind) => Answer::Records(self.all(*kind)),
            Query::Receipt(command) => Answer::Receipt(self.receipt(*command)),
        }
    }
}

fn pack(record: &Record) -> Packed {
    Packed(record.to_bytes().into())
}

fn unpack(packed: &Packed) -> Result<Record, StoreError> {
    Record::from_bytes(&packed.0).map_err(|error| StoreError::Damaged(format!("record: {error}")))
}
