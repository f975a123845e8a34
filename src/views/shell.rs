//! The frame around every screen, and what belongs to no screen: toasts, search, updates, recent changes.

pub mod actions;
pub mod changes;
pub mod flows;
pub mod focus;
pub mod nav;
pub mod once;
pub mod page;
pub mod palette;
pub mod preferences;
pub mod shortcuts;
pub mod states;
pub mod toasts;
pub mod update;
pub mod work;
