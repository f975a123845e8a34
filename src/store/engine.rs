//! The one writer of a tab: loads the working set, commits commands, follows other tabs, folds the log into pages.

use std::cell::RefCell;
use std::rc::Rc;

use domain::change_set::Change;
use domain::commands::{Command, Receipt};
use domain::decide::decide_with;
use domain::ids::Id;
use domain::rejection::Rejection;
use domain::stamp::Stamp;
use thiserror::Error;

use super::StoreError;
use super::disk::{Disk, Tail, Written};
use super::log::{Head, LogEntry};
use super::pages::Page;
use super::schema::{Book, PageKey};
use super::working_set::{Touched, WorkingSet};

/// Pages read in one request while loading: about 3 MB.
const PAGES_PER_READ: usize = 24;
/// Pages written in one transaction by a checkpoint.
const PAGES_PER_WRITE: usize = 16;
/// Entries that stay in the log after a checkpoint, so that a slow tab can still follow.
const KEEP_ENTRIES: u64 = 64;
const TRIES: usize = 20;

pub struct Engine<D> {
    disk: D,
    set: Rc<RefCell<WorkingSet>>,
    head: Head,
    /// Entries up to here are in the working set.
    applied: u64,
    /// What the views have not been told yet.
    touched: Touched,
}

/// Why a command did not take effect.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Failure {
    #[error("refused: {0:?}")]
    Rejected(Vec<Rejection>),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl<D: Disk> Engine<D> {
    pub fn new(disk: D, set: Rc<RefCell<WorkingSet>>) -> Self {
        Self { disk, set, head: Head::default(), applied: 0, touched: Touched::default() }
    }

    /// Goes on with another connection.
    pub fn replace_disk(&mut self, disk: D) {
        self.disk = disk;
    }

    pub fn receipt(&self, command: Id) -> Option<Receipt> {
        self.set.borrow().receipt(command)
    }

    /// Reads everything. `progress` hears how many of how many pages are in, and may pause to let the screen breathe.
    pub async fn load<F: Future<Output = ()>>(&mut self, progress: impl Fn(usize, usize) -> F) -> Result<(), StoreError> {
        // Every page has at least what the checkpoint at this moment covers; the log tells the rest.
        self.applied = self.disk.tail(u64::MAX).await?.head.checkpoint;
        let mut keys = self.disk.page_keys().await?;
        keys.sort_by_key(|key| (Book::ALL.iter().position(|book| key.book() == Some(*book)), key.page()));
        let (mut done, total) = (0, keys.len());
        for batch in keys.chunk_by(|a, b| b.0 == a.0 + 1).flat_map(|run| run.chunks(PAGES_PER_READ)) {
            let (Some(first), Some(last)) = (batch.first(), batch.last()) else { continue };
            for (key, bytes) in self.disk.pages(*first, *last).await? {
                let book = key.book().ok_or(StoreError::Newer)?;
                self.set.borrow_mut().load_page(book, key.page(), Page::decode(&bytes)?)?;
            }
            done += batch.len();
            progress(done, total).await;
        }
        self.set.borrow_mut().loaded();
        self.catch_up().await?;
        Ok(())
    }

    /// What changed since this was last asked.
    pub fn take_touched(&mut self) -> Touched {
        std::mem::take(&mut self.touched)
    }

    /// Takes over what other tabs wrote. Starts over if entries are gone that were not seen yet, or if this is another database.
    pub async fn catch_up(&mut self) -> Result<(), StoreError> {
        let Tail { head, entries } = self.disk.tail(self.applied).await?;
        let seen_all = entries.iter().map(|(seq, _)| *seq).eq(self.applied + 1..=head.last_seq());
        if !seen_all || head.last_seq() < self.applied {
            return self.reload().await;
        }
        for (seq, bytes) in entries {
            let touched = self.set.borrow_mut().apply(seq, &LogEntry::decode(&bytes)?)?;
            self.touched.add(touched);
            self.applied = seq;
        }
        self.head = head;
        Ok(())
    }

    async fn reload(&mut self) -> Result<(), StoreError> {
        let fresh = Rc::new(RefCell::new(WorkingSet::default()));
        let old = std::mem::replace(&mut self.set, fresh);
        let loaded = Box::pin(self.load(|_, _| std::future::ready(()))).await;
        let fresh = std::mem::replace(&mut self.set, old);
        loaded?;
        self.set.swap(&fresh);
        self.touched = Touched::everything();
        Ok(())
    }

    /// Decides on the working set and writes one entry, durable when this returns; again if another tab was faster.
    pub async fn commit(&mut self, command: &Command, stamp: &Stamp) -> Result<Receipt, Failure> {
        for _ in 0..TRIES {
            let entry = self.decide(command, stamp)?;
            if entry.changes.is_empty() {
                return Ok(entry.receipt());
            }
            match self.disk.append(self.head, &entry.encode()).await? {
                Written::Done => {
                    self.head = self.head.advanced();
                    self.applied = self.head.last_seq();
                    let touched = self.set.borrow_mut().apply(self.applied, &entry)?;
                    self.touched.add(touched);
                    return Ok(entry.receipt());
                }
                Written::Moved => self.catch_up().await?,
            }
        }
        Err(StoreError::Busy.into())
    }

    fn decide(&self, command: &Command, stamp: &Stamp) -> Result<LogEntry, Failure> {
        let set = self.set.borrow();
        let changes = decide_with(command, stamp, |query| set.answer(query)).map_err(Failure::Rejected)?;
        let created =
            changes.changes().iter().filter_map(|change| if let Change::Create(record) = change { Some(record.kind) } else { None });
        let slots = set.next_slots(created);
        let import = matches!(command, Command::AddRecords(add) if add.import.is_some());
        let action = Receipt::new(command, stamp, &changes).action;
        Ok(LogEntry { stamp: *stamp, action, command: (!import).then(|| command.clone()), changes, slots })
    }

    /// How many entries wait for a checkpoint.
    pub fn waiting(&self) -> u64 {
        self.applied - self.head.checkpoint.min(self.applied)
    }

    /// Writes some of the pages that entries changed. True when nothing is left to do.
    pub async fn checkpoint_slice(&mut self) -> Result<bool, StoreError> {
        let dirty: Vec<PageKey> = self.set.borrow().dirty_pages().take(PAGES_PER_WRITE + 1).collect();
        let last = dirty.len() <= PAGES_PER_WRITE;
        let dirty = &dirty[..dirty.len().min(PAGES_PER_WRITE)];
        let pages: Vec<(PageKey, Vec<u8>)> = dirty.iter().map(|key| (*key, self.set.borrow().page(*key, self.applied).encode())).collect();
        let checkpoint = if last { self.applied } else { self.head.checkpoint };
        let head = Head { checkpoint, ..self.head };
        let trim = checkpoint.saturating_sub(KEEP_ENTRIES);
        match self.disk.checkpoint(self.head, &pages, head, trim).await? {
            Written::Done => {
                self.set.borrow_mut().written(dirty);
                self.head = head;
                Ok(last)
            }
            Written::Moved => {
                self.catch_up().await?;
                Ok(false)
            }
        }
    }
}
