//! The one writer of a tab: loads the working set, commits commands, follows other tabs, folds the log into pages.

use std::cell::RefCell;
use std::rc::Rc;

use domain::commands::{Command, Receipt};
use domain::decide::decide_with;
use domain::ids::Id;
use domain::order::sort_by_key;
use domain::rejection::Rejection;
use domain::stamp::Stamp;
use thiserror::Error;

use super::StoreError;
use super::disk::{Disk, Tail, Written};
use super::log::{Head, LogEntry};
use super::pages::Page;
use super::schema::{Book, PageKey};
use super::working_set::{Touched, WorkingSet};

/// How often everything is read anew while other tabs shorten the log.
const TRIES: usize = 20;

pub struct Engine<D> {
    disk: Rc<D>,
    set: Rc<RefCell<WorkingSet>>,
    head: Head,
    /// Entries up to here are in the working set.
    applied: u64,
    /// The connection is new: it has not been seen yet that it leads to the same log.
    reopened: bool,
    /// What the views have not been told yet.
    touched: Touched,
}

/// What one command of several comes to.
pub type Answer = Result<Receipt, Vec<Rejection>>;

/// What a commit comes to while no other tab can write.
#[derive(Default)]
struct Batch {
    answers: Vec<Answer>,
    entries: Vec<LogEntry>,
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
        Self { disk: Rc::new(disk), set, head: Head::default(), applied: 0, reopened: false, touched: Touched::default() }
    }

    /// Goes on with another connection.
    pub fn replace_disk(&mut self, disk: D) {
        self.disk = Rc::new(disk);
        self.reopened = true;
    }

    pub fn receipt(&self, command: Id) -> Option<Receipt> {
        self.set.borrow().receipt(command)
    }

    /// Reads everything. `progress` hears how many of how many pages are in, and of how many entries, and may pause to let the
    /// screen breathe.
    /// If it fails, all is as it was before.
    pub async fn load<F: Future<Output = ()>>(&mut self, progress: impl Fn(usize, usize) -> F) -> Result<(), StoreError> {
        for _ in 0..TRIES {
            let fresh = RefCell::new(WorkingSet::with_sizes(self.set.borrow().sizes()));
            if let Some(head) = self.read(&fresh, &progress).await? {
                self.set.swap(&fresh);
                (self.head, self.applied, self.reopened) = (head, head.last_seq(), false);
                self.touched = Touched::everything();
                return Ok(());
            }
        }
        Err(StoreError::Busy)
    }

    /// None if other tabs took entries off the log before they were read.
    async fn read<F>(&self, set: &RefCell<WorkingSet>, progress: &impl Fn(usize, usize) -> F) -> Result<Option<Head>, StoreError>
    where
        F: Future<Output = ()>,
    {
        // Every page has at least what the checkpoint at this moment covers; the log tells the rest.
        let covered = self.disk.tail(u64::MAX).await?.head.checkpoint;
        let mut keys = self.disk.page_keys().await?;
        sort_by_key(&mut keys, |key| (Book::ALL.iter().position(|book| key.book() == Some(*book)), key.page()));
        let (mut done, total, per_read) = (0, keys.len(), set.borrow().sizes().pages_per_read);
        for batch in keys.chunk_by(|a, b| b.0.checked_sub(1) == Some(a.0)).flat_map(|run| run.chunks(per_read)) {
            let (Some(first), Some(last)) = (batch.first(), batch.last()) else { continue };
            for (key, bytes) in self.disk.pages(*first, *last).await? {
                let book = key.book().ok_or(StoreError::Newer)?;
                set.borrow_mut().load_page(book, key.page(), Page::decode(&bytes)?)?;
                done += 1;
                progress(done, total).await;
            }
        }
        set.borrow_mut().loaded();
        let Tail { head, entries } = self.disk.tail(covered).await?;
        if !follows(&entries, covered, head) {
            return Ok(None);
        }
        let total = total + entries.len();
        for (seq, bytes) in entries {
            set.borrow_mut().apply(seq, &LogEntry::decode(&bytes)?)?;
            done += 1;
            progress(done, total).await;
        }
        Ok(Some(head))
    }

    /// What changed since this was last asked.
    pub fn take_touched(&mut self) -> Touched {
        std::mem::take(&mut self.touched)
    }

    /// Takes over what other tabs wrote. Starts over if entries are gone that were not seen yet, or if this is another database.
    pub async fn catch_up(&mut self) -> Result<(), StoreError> {
        let tail = self.disk.tail(self.known()).await?;
        if self.take_over(tail)? { Ok(()) } else { self.start_over().await }
    }

    async fn start_over(&mut self) -> Result<(), StoreError> {
        self.load(|_, _| std::future::ready(())).await
    }

    /// The entry after which the log is read on. A new connection must show the last one again.
    fn known(&self) -> u64 {
        self.applied.saturating_sub(u64::from(self.reopened))
    }

    /// False if the working set can't be brought up to date with the tail.
    fn take_over(&mut self, Tail { head, entries }: Tail) -> Result<bool, StoreError> {
        let shorter = head.last_seq() < self.applied;
        if shorter || !follows(&entries, self.known(), head) || !self.is_known(entries.first())? {
            return Ok(false);
        }
        let applied = self.applied;
        for (seq, bytes) in entries.into_iter().skip_while(|(seq, _)| *seq <= applied) {
            let touched = self.set.borrow_mut().apply(seq, &LogEntry::decode(&bytes)?)?;
            self.touched.add(touched);
            self.applied = seq;
        }
        self.set.borrow_mut().checkpointed(head.checkpoint);
        (self.head, self.reopened) = (head, false);
        Ok(true)
    }

    /// False if the entry should be in the working set and is not: the browser emptied the database, and another tab began anew.
    fn is_known(&self, entry: Option<&(u64, Vec<u8>)>) -> Result<bool, StoreError> {
        match entry {
            Some((seq, bytes)) if *seq <= self.applied => {
                Ok(self.set.borrow().command_at(*seq) == Some(LogEntry::decode(bytes)?.stamp.command))
            }
            _ => Ok(true),
        }
    }

    /// Decides on the newest state and writes one entry, durable when this returns. What other tabs wrote meanwhile is
    /// taken over inside the same transaction, so that however busy they are, every commit gets its turn.
    /// A command that has taken effect before has its receipt again.
    pub async fn commit(&mut self, command: &Command, stamp: &Stamp) -> Result<Receipt, Failure> {
        let answer = self.commit_all(&[(command, *stamp)]).await?.pop().ok_or(StoreError::Busy)?;
        answer.map_err(Failure::Rejected)
    }

    /// As many commits, in this order and in one transaction: each has its own answer, none stops those after it.
    pub async fn commit_all(&mut self, work: &[(&Command, Stamp)]) -> Result<Vec<Answer>, StoreError> {
        for _ in 0..TRIES {
            let (disk, known) = (self.disk.clone(), self.known());
            let mut found = Ok(None);
            let decide = |tail| {
                found = self.look(tail, work);
                let batch = if let Ok(Some(batch)) = &found { batch.entries.as_slice() } else { &[] };
                batch.iter().map(LogEntry::encode).collect()
            };
            let written = disk.append(known, decide).await;
            match (found, written) {
                (Ok(Some(batch)), Ok(head)) => {
                    self.head = head.unwrap_or(self.head);
                    if let Some(last) = batch.entries.last().filter(|_| self.applied < self.head.last_seq()) {
                        self.take_in(last)?;
                    }
                    return Ok(batch.answers);
                }
                (Ok(None), Ok(_)) => self.start_over().await?,
                (Err(error), Ok(_)) => return Err(error),
                (_, Err(error)) => {
                    self.doubt().await;
                    return Err(error);
                }
            }
        }
        Err(StoreError::Busy)
    }

    /// None if entries are missing that are gone from the log. Entries are in the working set when something was decided on
    /// them; the last one waits until it is durable.
    fn look(&mut self, tail: Tail, work: &[(&Command, Stamp)]) -> Result<Option<Batch>, StoreError> {
        if !self.take_over(tail)? {
            return Ok(None);
        }
        let mut batch = Batch::default();
        let mut waiting: Option<LogEntry> = None;
        for (command, stamp) in work {
            if let Some(entry) = waiting.take() {
                self.take_in(&entry)?;
                batch.entries.push(entry);
            }
            let answer = match self.receipt(stamp.command) {
                Some(receipt) => Ok(receipt),
                None => self.decide(command, stamp).map(|entry| {
                    let receipt = entry.receipt();
                    waiting = (!entry.changes.is_empty()).then_some(entry);
                    receipt
                }),
            };
            batch.answers.push(answer);
        }
        batch.entries.extend(waiting);
        Ok(Some(batch))
    }

    fn decide(&self, command: &Command, stamp: &Stamp) -> Result<LogEntry, Vec<Rejection>> {
        let set = self.set.borrow();
        let changes = decide_with(command, stamp, |query| set.answer(query))?;
        let slots = set.slots(changes.changes());
        let import = matches!(command, Command::AddRecords(add) if add.import.is_some());
        let action = Receipt::new(command, stamp, &changes).action;
        Ok(LogEntry { stamp: *stamp, action, command: (!import).then(|| command.clone()), changes, slots })
    }

    fn take_in(&mut self, entry: &LogEntry) -> Result<(), StoreError> {
        let touched = self.set.borrow_mut().apply(self.applied + 1, entry)?;
        self.touched.add(touched);
        self.applied += 1;
        Ok(())
    }

    /// What is in the working set already may not have been written: it is compared with the disk.
    async fn doubt(&mut self) {
        if self.applied > self.head.last_seq() {
            self.reopened = true;
            // If it can't be read now, it is before the next commit.
            drop(self.catch_up().await);
        }
    }

    /// False while the working set may have what is not on disk.
    pub fn is_sure(&self) -> bool {
        !self.reopened
    }

    /// How many entries wait for a checkpoint.
    pub fn waiting(&self) -> u64 {
        self.applied - self.head.checkpoint.min(self.applied)
    }

    /// Writes some of the pages that entries changed. True when nothing is left to do.
    pub async fn checkpoint_slice(&mut self) -> Result<bool, StoreError> {
        if self.reopened {
            self.catch_up().await?;
        }
        let sizes = self.set.borrow().sizes();
        let mut dirty: Vec<PageKey> = self.set.borrow().dirty_pages().take(sizes.pages_per_write + 1).collect();
        if dirty.is_empty() && self.waiting() == 0 {
            return Ok(true);
        }
        let last = dirty.len() <= sizes.pages_per_write;
        dirty.truncate(sizes.pages_per_write);
        let pages: Vec<(PageKey, Vec<u8>)> = dirty.iter().map(|key| (*key, self.set.borrow().page(*key, self.applied).encode())).collect();
        let checkpoint = if last { self.applied } else { self.head.checkpoint };
        let head = Head { checkpoint, ..self.head };
        let trim = checkpoint.saturating_sub(sizes.keep_entries);
        match self.disk.checkpoint(self.head, &pages, head, trim).await? {
            Written::Done => {
                self.set.borrow_mut().written(&dirty);
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

/// True if these are all entries after `known` up to the head.
fn follows(entries: &[(u64, Vec<u8>)], known: u64, head: Head) -> bool {
    entries.iter().map(|(seq, _)| *seq).eq(known + 1..=head.last_seq())
}
