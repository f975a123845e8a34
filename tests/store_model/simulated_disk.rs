//! A disk in memory that several tabs share, and that fails or lets another tab in at a chosen call.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use kontor::store::StoreError;
use kontor::store::disk::{Disk, Tail, Written};
use kontor::store::kept_index::Shelf;
use kontor::store::log::Head;
use kontor::store::pages::Page;
use kontor::store::schema::PageKey;

/// What becomes of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The connection dies; nothing is written.
    LostBefore,
    /// The connection dies; what was to be written is on disk, and nobody is told.
    LostAfter,
    /// The connection stays; nothing is written.
    Full,
}

/// What the tabs share.
#[derive(Default)]
pub struct Platter {
    pub head: Head,
    log: BTreeMap<u64, Vec<u8>>,
    pages: BTreeMap<PageKey, Vec<u8>>,
    /// What can be worked out again.
    pub derived: BTreeMap<u32, Vec<u8>>,
    /// Every entry that was ever written.
    pub written: Vec<Vec<u8>>,
    /// Strikes at the n-th call from now.
    pub fault: Option<(usize, Fault)>,
    /// Runs before the n-th call from now: another tab was faster.
    pub intrusion: Option<(usize, Box<dyn FnOnce()>)>,
}

impl Platter {
    fn tail(&self, seq: u64) -> Tail {
        let entries = self.log.iter().filter(|(at, _)| **at > seq).map(|(at, entry)| (*at, entry.clone()));
        Tail { head: self.head, entries: entries.collect() }
    }
}

/// One connection.
pub struct SimulatedDisk {
    platter: Rc<RefCell<Platter>>,
    lost: Cell<bool>,
    /// Neither fails nor lets anybody in.
    quiet: bool,
}

/// The result of a future that does not wait.
pub fn now<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the simulated disk answers at once"),
    }
}

/// True when a count of calls has run down.
fn due<T>(plan: &mut Option<(usize, T)>) -> Option<T> {
    match plan {
        Some((0, _)) => plan.take().map(|(_, what)| what),
        Some((calls, _)) => {
            *calls -= 1;
            None
        }
        None => None,
    }
}

impl SimulatedDisk {
    pub fn open(platter: &Rc<RefCell<Platter>>) -> Self {
        Self { platter: platter.clone(), lost: Cell::new(false), quiet: false }
    }

    pub fn quiet(platter: &Rc<RefCell<Platter>>) -> Self {
        Self { quiet: true, ..Self::open(platter) }
    }

    /// A call begins: true when it works, but its answer will be lost.
    fn call(&self) -> Result<bool, StoreError> {
        if self.quiet {
            return Ok(false);
        }
        let intrusion = due(&mut self.platter.borrow_mut().intrusion);
        if let Some(intrude) = intrusion {
            intrude();
        }
        if self.lost.get() {
            return Err(StoreError::ConnectionLost);
        }
        let fault = due(&mut self.platter.borrow_mut().fault);
        self.lost.set(matches!(fault, Some(Fault::LostBefore | Fault::LostAfter)));
        match fault {
            Some(Fault::LostBefore) => Err(StoreError::ConnectionLost),
            Some(Fault::Full) => Err(StoreError::Full),
            Some(Fault::LostAfter) => Ok(true),
            None => Ok(false),
        }
    }

    fn read<T>(&self, read: impl FnOnce(&Platter) -> T) -> Result<T, StoreError> {
        match self.call() {
            Ok(true) => Err(StoreError::ConnectionLost),
            // Reading needs no space.
            Ok(false) | Err(StoreError::Full) => Ok(read(&self.platter.borrow())),
            Err(error) => Err(error),
        }
    }

    fn write<T>(&self, call: Result<bool, StoreError>, write: impl FnOnce(&mut Platter) -> T) -> Result<T, StoreError> {
        let answer_lost = call?;
        let written = write(&mut self.platter.borrow_mut());
        if answer_lost { Err(StoreError::ConnectionLost) } else { Ok(written) }
    }
}

impl Disk for SimulatedDisk {
    async fn page_keys(&self) -> Result<Vec<PageKey>, StoreError> {
        self.read(|platter| platter.pages.keys().copied().collect())
    }

    async fn pages(&self, first: PageKey, last: PageKey) -> Result<Vec<(PageKey, Vec<u8>)>, StoreError> {
        self.read(|platter| platter.pages.range(first..=last).map(|(key, page)| (*key, page.clone())).collect())
    }

    async fn tail(&self, seq: u64) -> Result<Tail, StoreError> {
        self.read(|platter| platter.tail(seq))
    }

    async fn append(&self, seq: u64, decide: impl FnOnce(Tail) -> Vec<Vec<u8>>) -> Result<Option<Head>, StoreError> {
        let call = self.call();
        if call == Err(StoreError::Full) {
            // The browser says so at the very end.
            let entries = decide(self.platter.borrow().tail(seq));
            return if entries.is_empty() { Ok(None) } else { Err(StoreError::Full) };
        }
        self.write(call, |platter| {
            let entries = decide(platter.tail(seq));
            let first = platter.head.last_seq() + 1;
            for (seq, entry) in (first..).zip(&entries) {
                assert!(platter.log.insert(seq, entry.clone()).is_none(), "sequence number {seq} was given twice");
                platter.written.push(entry.clone());
                assert_eq!(platter.written.len() as u64, seq, "sequence numbers have no gaps");
            }
            if entries.is_empty() {
                return None;
            }
            platter.head = platter.head.advanced(entries.len() as u64);
            Some(platter.head)
        })
    }

    async fn checkpoint(&self, expected: Head, pages: &[(PageKey, Vec<u8>)], head: Head, trim: u64) -> Result<Written, StoreError> {
        self.write(self.call(), |platter| {
            if platter.head != expected {
                return Written::Moved;
            }
            assert!((head.commit_no, head.next_seq) == (expected.commit_no, expected.next_seq), "a checkpoint commits nothing");
            assert!(head.checkpoint >= platter.head.checkpoint && trim <= head.checkpoint, "the checkpoint never goes back");
            for (key, page) in pages {
                let upto = |bytes: &Vec<u8>| Page::decode(bytes).expect("a page").upto;
                let old = platter.pages.insert(*key, page.clone());
                assert!(old.as_ref().map_or(0, upto) <= upto(page), "a page never goes back");
            }
            platter.log = platter.log.split_off(&(trim + 1));
            platter.head = head;
            Written::Done
        })
    }
}

impl Shelf for SimulatedDisk {
    async fn kept(&self, key: u32) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|platter| platter.derived.get(&key).cloned())
    }

    async fn keep(&self, key: u32, bytes: Vec<u8>) -> Result<(), StoreError> {
        self.write(self.call(), |platter| drop(platter.derived.insert(key, bytes)))
    }

    async fn clear(&self) -> Result<(), StoreError> {
        self.write(self.call(), |platter| platter.derived.clear())
    }
}
