//! All records in memory, packed, with the indexes that lists, search and conversion need. Queries never wait.

mod agenda;
mod board;
mod candidates;
mod inbox;
mod lead_row;
mod links;
mod related;
mod search;
mod table;

use std::collections::BTreeSet;

use domain::change_set::Change;
use domain::commands::Receipt;
use domain::facts::{Answer, Query};
use domain::ids::Id;
use domain::records::{Kind, Record};
use domain::workspace;
use rustc_hash::FxHashMap;

pub use agenda::AgendaQuery;
pub use board::{Board, Column};
pub use inbox::{InboxQuery, LeadState, Sort};
pub use lead_row::{LeadRow, NextStep};
pub use search::{Hit, ListQuery};

use super::StoreError;
use super::log::LogEntry;
use super::pages::{Packed, Page};
use super::schema::{Book, PAGE_RECORDS, PageKey, page_of};
use candidates::MatchIndex;
use links::LinkIndex;
use table::Table;

#[derive(Debug, Default)]
pub struct WorkingSet {
    tables: FxHashMap<Kind, Table>,
    places: FxHashMap<Id, (Kind, u32)>,
    links: LinkIndex,
    matches: MatchIndex,
    /// What lists filter and sort leads by, at the lead's slot.
    leads: Vec<Option<LeadRow>>,
    /// By number of the log entry.
    receipts: Vec<Option<Packed>>,
    receipt_of: FxHashMap<Id, u32>,
    /// Entries that changed a record after its creation.
    history: FxHashMap<Id, Vec<u32>>,
    /// How far each stored page goes.
    upto: FxHashMap<PageKey, u64>,
    dirty: BTreeSet<PageKey>,
}

/// Which kinds of record a commit changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched(BTreeSet<Kind>);

impl Touched {
    pub fn everything() -> Self {
        Self(Kind::ALL.iter().copied().collect())
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
    /// Takes over a page while loading.
    pub fn load_page(&mut self, book: Book, page: u32, stored: Page) -> Result<(), StoreError> {
        self.upto.insert(PageKey::new(book, page), stored.upto);
        for (slot, packed) in (page * PAGE_RECORDS..).zip(stored.places) {
            match (book, packed) {
                (Book::Receipts, Some(packed)) => self.put_receipt(slot, packed)?,
                (Book::Receipts, None) => {}
                (Book::Records(kind), Some(packed)) => {
                    let record = unpack(&packed)?;
                    self.put(kind, slot, &record, packed);
                }
                (Book::Records(kind), None) => self.tables.entry(kind).or_default().leave_empty(slot),
            }
        }
        Ok(())
    }

    /// After the last page: built-in records that nobody changed, and what depends on several kinds.
    pub fn loaded(&mut self) {
        for record in workspace::built_in_records() {
            self.tables.entry(record.kind).or_default().built_in(record);
        }
        self.refresh_all_next_steps();
    }

    /// Applies an entry, where the loaded pages do not have its effects yet.
    pub fn apply(&mut self, seq: u64, entry: &LogEntry) -> Result<Touched, StoreError> {
        let mut touched = Touched::default();
        let mut slots = entry.slots.iter();
        let mut about = Vec::new();
        for change in entry.changes.changes() {
            let kind = change.kind();
            touched.0.insert(kind);
            let slot = match change {
                Change::Create(_) => Some(*slots.next().ok_or_else(|| StoreError::Damaged("log entry without places".into()))?),
                _ => self.slot_to_change(kind, change.id()),
            };
            let Some(slot) = slot else { continue };
            let key = PageKey::new(Book::Records(kind), page_of(slot));
            if self.upto.get(&key).is_some_and(|upto| *upto >= seq) {
                continue;
            }
            let before = self.get(change.id());
            about.extend(before.iter().flat_map(links::stories).chain([change.id()]));
            self.replace(slot, before, change);
            about.extend(self.get(change.id()).iter().flat_map(links::stories));
            self.dirty.insert(key);
        }
        self.keep_receipt(seq, &entry.receipt())?;
        self.refresh_next_steps(&about);
        Ok(touched)
    }

    /// A built-in record gets a place when it is changed for the first time.
    fn slot_to_change(&mut self, kind: Kind, id: Id) -> Option<u32> {
        if let Some((_, slot)) = self.places.get(&id) {
            return Some(*slot);
        }
        let table = self.tables.get(&kind)?;
        table.built_in_record(id).map(|_| table.next_slot())
    }

    fn replace(&mut self, slot: u32, before: Option<Record>, change: &Change) {
        if let Some(before) = &before {
            self.forget(before);
        }
        match change.apply(before) {
            Some(record) => {
                let packed = pack(&record);
                self.put(record.kind, slot, &record, packed);
            }
            None => {
                self.tables.entry(change.kind()).or_default().leave_empty(slot);
                if change.kind() == Kind::Lead
                    && let Some(row) = self.leads.get_mut(slot as usize)
                {
                    *row = None;
                }
            }
        }
    }

    fn put(&mut self, kind: Kind, slot: u32, record: &Record, packed: Packed) {
        self.places.insert(record.id, (kind, slot));
        self.links.add(record);
        self.matches.add(record);
        self.tables.entry(kind).or_default().put(slot, packed, search::text_of(record));
        if kind == Kind::Lead {
            let at = slot as usize;
            if self.leads.len() <= at {
                self.leads.resize_with(at + 1, || None);
            }
            let next = self.leads[at].take().map(|row| row.next);
            self.leads[at] = Some(LeadRow::new(record, next.unwrap_or_default()));
        }
    }

    fn forget(&mut self, record: &Record) {
        self.links.remove(record);
        self.matches.remove(record);
        self.places.remove(&record.id);
    }

    fn keep_receipt(&mut self, seq: u64, receipt: &Receipt) -> Result<(), StoreError> {
        let slot = u32::try_from(seq).map_err(|_| StoreError::Damaged("log number out of range".into()))?;
        let key = PageKey::new(Book::Receipts, page_of(slot));
        if self.upto.get(&key).is_none_or(|upto| *upto < seq) {
            self.dirty.insert(key);
        }
        self.put_receipt(slot, Packed(postcard::to_stdvec(receipt).expect("receipts always encode").into()))
    }

    fn put_receipt(&mut self, slot: u32, packed: Packed) -> Result<(), StoreError> {
        let receipt: Receipt = postcard::from_bytes(&packed.0).map_err(|error| StoreError::Damaged(format!("receipt: {error}")))?;
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
        Ok(())
    }

    /// Places for new records of these kinds, in the order given.
    pub fn next_slots(&self, kinds: impl Iterator<Item = Kind>) -> Vec<u32> {
        let mut next: FxHashMap<Kind, u32> = FxHashMap::default();
        kinds
            .map(|kind| {
                let slot = next.entry(kind).or_insert_with(|| self.tables.get(&kind).map_or(0, Table::next_slot));
                *slot += 1;
                *slot - 1
            })
            .collect()
    }

    pub fn dirty_pages(&self) -> impl Iterator<Item = PageKey> {
        self.dirty.iter().copied()
    }

    /// The page as it must be stored now.
    pub fn page(&self, key: PageKey, upto: u64) -> Page {
        let first = key.page() * PAGE_RECORDS;
        let places = match key.book() {
            Some(Book::Records(kind)) => self.tables.get(&kind).map(|table| table.places(first)).unwrap_or_default(),
            _ => self.receipts.iter().skip(first as usize).take(PAGE_RECORDS as usize).cloned().collect(),
        };
        Page { upto, places }
    }

    /// These pages are on disk.
    pub fn written(&mut self, keys: &[PageKey]) {
        for key in keys {
            self.dirty.remove(key);
        }
    }

    pub fn get(&self, id: Id) -> Option<Record> {
        match self.places.get(&id) {
            Some((kind, slot)) => self.tables.get(kind)?.get(*slot),
            None => self.tables.values().find_map(|table| table.built_in_record(id)).cloned(),
        }
    }

    /// All records of a kind that is small: set-up, not leads.
    pub fn all(&self, kind: Kind) -> Vec<Record> {
        let Some(table) = self.tables.get(&kind) else { return Vec::new() };
        let stored = table.records();
        let untouched = table.built_ins().filter(|record| !self.places.contains_key(&record.id)).cloned();
        stored.chain(untouched).collect()
    }

    /// Number of records of a kind, built-in ones not counted.
    pub fn count(&self, kind: Kind) -> usize {
        self.tables.get(&kind).map_or(0, Table::len)
    }

    pub fn receipt(&self, command: Id) -> Option<Receipt> {
        self.receipt_at(*self.receipt_of.get(&command)?)
    }

    fn receipt_at(&self, slot: u32) -> Option<Receipt> {
        let packed = self.receipts.get(slot as usize)?.as_ref()?;
        postcard::from_bytes(&packed.0).ok()
    }

    /// Receipts from the newest back.
    pub fn recent(&self, limit: usize) -> Vec<Receipt> {
        (0..self.receipts.len() as u32).rev().filter_map(|slot| self.receipt_at(slot)).take(limit).collect()
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
            Query::LinkedTo(id) => Answer::Records(self.linked_to(*id)),
            Query::All(kind) => Answer::Records(self.all(*kind)),
            Query::Receipt(command) => Answer::Receipt(self.receipt(*command)),
        }
    }

    /// All records that link to this one.
    pub fn linked_to(&self, id: Id) -> Vec<Record> {
        self.links.to(id).iter().filter_map(|id| self.get(*id)).collect()
    }
}

fn pack(record: &Record) -> Packed {
    Packed(postcard::to_stdvec(record).expect("records always encode").into())
}

fn unpack(packed: &Packed) -> Result<Record, StoreError> {
    postcard::from_bytes(&packed.0).map_err(|error| StoreError::Damaged(format!("record: {error}")))
}
