//! The store over a real IndexedDB, in Chromium and in Firefox. A full disk needs a quota set from outside the page: the
//! journeys in `tests/end_to_end` fill one.
#![cfg(target_arch = "wasm32")]

#[path = "browser/aborts.rs"]
mod aborts;
#[path = "browser/bytes.rs"]
mod bytes;
#[path = "browser/commits.rs"]
mod commits;
#[path = "browser/connection.rs"]
mod connection;
#[path = "browser/corpus.rs"]
mod corpus;
#[path = "browser/kept.rs"]
mod kept;
#[path = "browser/scenarios.rs"]
mod scenarios;
#[path = "browser/tab.rs"]
mod tab;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
