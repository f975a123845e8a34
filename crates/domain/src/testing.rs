//! For tests: an in-memory store that runs commands the way the real ones do, and scenarios as text.

pub mod memory_store;
pub mod promises;
pub mod scenario;
pub mod store;

pub use memory_store::MemoryStore;
pub use store::{Answers, Store, business, candidates, everything};
