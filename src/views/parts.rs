//! Parts of records that several screens share.

pub mod activity;
pub mod composer;
pub mod contact_list;
pub mod contact_page;
pub mod duplicates;
pub mod entry;
pub mod fact;
pub mod form;
pub mod frame;
pub mod full_edit;
pub mod input;
pub mod kept;
pub mod lost;
pub mod meanwhile;
pub mod member;
pub mod names;
pub mod next_step;
pub mod path;
pub mod picker;
pub mod reason;
pub mod related;
pub mod save_file;
pub mod status;
pub mod tags;
pub mod timeline;
pub mod value;
