//! Widgets that know nothing of CRM: text is passed in.

pub mod anchor;
pub mod avatar;
pub mod choice;
pub mod combobox;
pub mod dialog;
pub mod field;
pub mod icon;
pub mod media;
pub mod menu;
pub mod mounted;
pub mod picker;
pub mod progress;
pub mod toolbar;
pub mod virtual_list;

pub use avatar::Avatar;
pub use choice::Choice;
pub use combobox::Combobox;
pub use dialog::{Dialog, sends};
pub use field::{FieldError, TextField};
pub use icon::{Icon, IconName};
pub use media::media;
pub use menu::{Menu, MenuItem};
pub use picker::Picker;
pub use progress::ProgressBar;
pub use toolbar::Toolbar;
pub use virtual_list::{Go, RowAct, Rows, VirtualRows};
