//! The rules of Kontor: what a command does to the records of a workspace, and why it may not.
//! No I/O, no clock, no randomness, no async: the same code runs in the browser, on a server and in tests.

pub mod bulk;
pub mod change_set;
pub mod commands;
pub mod decide;
pub mod duplicates;
pub mod facts;
pub mod ids;
pub mod import;
pub mod order;
pub mod pause;
pub mod records;
pub mod rejection;
pub mod rights;
pub mod stamp;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod text;
pub mod values;
pub mod workspace;
