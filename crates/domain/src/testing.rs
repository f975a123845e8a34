//! For tests: an in-memory store that runs commands the way the real ones do.

pub mod memory_store;

pub use memory_store::MemoryStore;
