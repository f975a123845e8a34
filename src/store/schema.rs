//! Names and numbers of what is on disk. They only grow.

use domain::records::Kind;

/// Name of the browser database.
pub const DATABASE: &str = "kontor";
/// Raised when object stores are added. Contents have format bytes of their own.
pub const VERSION: u32 = 2;

pub const LOG: &str = "log";
pub const PAGES: &str = "pages";
pub const META: &str = "meta";
/// What can be worked out again.
pub const DERIVED: &str = "derived";

/// Object stores by the version that brought them.
pub const STORES: [(u32, &[&str]); 2] = [(1, &[LOG, PAGES, META]), (2, &[DERIVED])];

pub const HEAD: &str = "head";
pub const DEVICE: &str = "device";

/// Records a page holds.
pub const PAGE_RECORDS: u32 = 256;

/// How much goes into one page, request and transaction. Tests take small numbers, so that few records fill many pages.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    pub page_records: u32,
    /// Pages read in one request while loading: about 3 MB.
    pub pages_per_read: usize,
    /// Pages written in one transaction by a checkpoint.
    pub pages_per_write: usize,
    /// Entries that stay in the log after a checkpoint, so that a slow tab can still follow.
    pub keep_entries: u64,
}

impl Default for Sizes {
    fn default() -> Self {
        Self { page_records: PAGE_RECORDS, pages_per_read: 24, pages_per_write: 16, keep_entries: 64 }
    }
}

impl Sizes {
    /// The page of a place, if the book has room for it.
    pub fn page_of(&self, book: Book, slot: u32) -> Option<PageKey> {
        let page = slot / self.page_records;
        (page < PageKey::PER_BOOK).then(|| PageKey::new(book, page))
    }
}

/// What a page holds: records of one kind, or receipts in the order of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Book {
    Records(Kind),
    Receipts,
}

impl Book {
    /// The books in the order they are read at start: what the inbox shows first comes first.
    pub const ALL: [Self; 17] = [
        Self::Records(Kind::Workspace),
        Self::Records(Kind::Role),
        Self::Records(Kind::Member),
        Self::Records(Kind::CustomField),
        Self::Records(Kind::Status),
        Self::Records(Kind::Pipeline),
        Self::Records(Kind::Stage),
        Self::Records(Kind::Tag),
        Self::Records(Kind::Activity),
        Self::Records(Kind::Lead),
        Self::Records(Kind::Person),
        Self::Records(Kind::Organization),
        Self::Records(Kind::Deal),
        Self::Records(Kind::Note),
        Self::Records(Kind::Separation),
        Self::Records(Kind::Forwarding),
        Self::Receipts,
    ];

    /// Stable number of the book. Never reused.
    pub fn number(self) -> u32 {
        match self {
            Self::Receipts => 0,
            Self::Records(kind) => match kind {
                Kind::Lead => 1,
                Kind::Person => 2,
                Kind::Organization => 3,
                Kind::Deal => 4,
                Kind::Activity => 5,
                Kind::Note => 6,
                Kind::Member => 7,
                Kind::Status => 8,
                Kind::Pipeline => 9,
                Kind::Stage => 10,
                Kind::Tag => 11,
                Kind::Workspace => 12,
                Kind::Role => 13,
                Kind::CustomField => 14,
                Kind::Separation => 15,
                Kind::Forwarding => 16,
            },
        }
    }
}

/// Key of a page in the database: books follow one another, with room for a million pages each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageKey(pub u32);

impl PageKey {
    const PER_BOOK: u32 = 1 << 20;

    pub fn new(book: Book, page: u32) -> Self {
        Self(book.number() * Self::PER_BOOK + page)
    }

    /// Position of the page within its book.
    pub fn page(self) -> u32 {
        self.0 % Self::PER_BOOK
    }

    pub fn book(self) -> Option<Book> {
        Book::ALL.into_iter().find(|book| book.number() == self.0 / Self::PER_BOOK)
    }
}
