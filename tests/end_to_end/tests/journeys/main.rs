//! Journeys through the built app, each in Chromium and in Firefox: `cargo xtask test e2e [NAME]`.

mod harness;
mod start;
