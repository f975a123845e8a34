//! Journeys through the built app, each in Chromium and in Firefox: `cargo xtask test e2e [NAME]`.

mod bulk;
mod convert;
mod custom_fields;
mod drafts;
mod focus;
mod forms;
mod gates;
mod given;
mod harness;
mod import;
mod inbox;
mod many;
mod meanwhile;
mod merging;
mod offline;
mod pipeline;
mod profiles;
mod record;
mod redo;
mod refused;
mod roles;
mod screens;
mod start;
mod stopped;
mod tabs;
mod twice;
