//! What the store needs of a disk. IndexedDB is the real one; tests bring one that fails at every step.

use super::StoreError;
use super::log::Head;
use super::schema::PageKey;

/// Whether a checkpoint found the log where it expected it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Done,
    /// Another tab wrote first; nothing was written.
    Moved,
}

/// The end of the log at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tail {
    pub head: Head,
    pub entries: Vec<(u64, Vec<u8>)>,
}

/// All writes are atomic: whole or not at all.
#[allow(async_fn_in_trait)] // one thread, no trait objects
pub trait Disk {
    /// Keys of all stored pages, in order.
    async fn page_keys(&self) -> Result<Vec<PageKey>, StoreError>;

    /// The pages from the first to the last key, both included.
    async fn pages(&self, first: PageKey, last: PageKey) -> Result<Vec<(PageKey, Vec<u8>)>, StoreError>;

    /// The head, and in the same moment all entries after `seq`, in order. Entries that a checkpoint removed are missing.
    async fn tail(&self, seq: u64) -> Result<Tail, StoreError>;

    /// Hands the tail after `seq` to `decide` and adds the entries it makes of that, if any, before another tab can write.
    /// The head after them; durable when it returns.
    async fn append(&self, seq: u64, decide: impl FnOnce(Tail) -> Vec<Vec<u8>>) -> Result<Option<Head>, StoreError>;

    /// Writes pages and removes entries up to `trim`, if the head is still `expected`.
    async fn checkpoint(&self, expected: Head, pages: &[(PageKey, Vec<u8>)], head: Head, trim: u64) -> Result<Written, StoreError>;
}
