//! The screens, by place.

pub mod activities;
pub mod deals;
pub mod duplicates;
pub mod import;
pub mod leads;
pub mod merge;
pub mod organizations;
pub mod parts;
pub mod people;
pub mod settings;
pub mod shell;
