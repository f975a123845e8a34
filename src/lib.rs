//! Kontor in the browser.

pub mod import;
