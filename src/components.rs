//! Widgets that know nothing of CRM: text is passed in.

pub mod avatar;
pub mod dialog;
pub mod field;
pub mod icon;
pub mod menu;

pub use avatar::Avatar;
pub use dialog::Dialog;
pub use field::{FieldError, TextField};
pub use icon::{Icon, IconName};
pub use menu::{Menu, MenuItem};
