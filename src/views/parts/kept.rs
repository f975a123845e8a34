//! What was typed into a form and not saved, kept in local storage.

use std::fmt::Write;

use domain::records::Field;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use web_sys::Storage;

use super::entry::Entry;
use crate::i18n::new_lead as words;
use crate::views::shell::toasts::{Toast, Toasts};

/// The draft of one form, named after it.
#[derive(Clone, Copy)]
pub struct Kept(pub &'static str);

impl Kept {
    /// What cannot be read, such as the draft of an older version, is no draft.
    pub fn load(self) -> Vec<(Field, Entry)> {
        let text = storage().and_then(|storage| storage.get_item(&self.key()).ok()?);
        text.and_then(|text| bytes(&text)).and_then(|bytes| postcard::from_bytes(&bytes).ok()).unwrap_or_default()
    }

    /// Keeps the draft and says so; `reopen` shows the form again, which then has it.
    /// A draft that can't be kept (blocked storage) is lost with the dialog: nothing better can be done.
    pub fn store(self, entries: &Vec<(Field, Entry)>, toasts: Toasts, reopen: impl Fn() + Send + Sync + 'static) {
        if let (Some(storage), Ok(bytes)) = (storage(), postcard::to_extend(entries, Vec::new())) {
            let _ = storage.set_item(&self.key(), &hex(&bytes));
        }
        toasts.show(Toast::new(words::kept()).action(words::reopen(), reopen));
    }

    pub fn forget(self) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.key());
        }
    }

    fn key(self) -> String {
        format!("kontor.draft.{}", self.0)
    }
}

/// Opens a form again; where it was left for another screen, goes to the page it stands on, which still has what was typed.
/// To be called in a component.
pub fn reopen(
    page: impl Into<String>,
    set_open: impl Fn(bool) -> bool + Send + Sync + Copy + 'static,
) -> impl Fn() + Clone + Send + Sync + 'static {
    let (page, navigate) = (page.into(), use_navigate());
    move || {
        if !set_open(true) {
            navigate(&page, NavigateOptions::default());
        }
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let pairs = (0..hex.len()).step_by(2);
    pairs.map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()).collect()
}
