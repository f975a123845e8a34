//! The records on this device: a log, pages and a working set over IndexedDB (see ARCHITECTURE.md).

pub mod disk;
pub mod engine;
mod error;
mod file_rows;
pub mod finder;
mod grouping;
#[cfg(target_arch = "wasm32")]
pub mod indexed_db;
pub mod kept_index;
#[cfg(target_arch = "wasm32")]
pub mod live_query;
pub mod log;
mod open_leads;
pub mod pages;
pub mod schema;
mod survey;
#[cfg(target_arch = "wasm32")]
pub mod tabs;
pub mod working_set;

pub use error::StoreError;
