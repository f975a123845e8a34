//! What was typed and not saved, kept in local storage.

use std::fmt::Write;

use domain::records::Field;
use web_sys::Storage;

use crate::views::parts::entry::Entry;

const KEY: &str = "kontor.draft.new-lead";

pub struct Kept;

impl Kept {
    /// What cannot be read, such as the draft of an older version, is no draft.
    pub fn load() -> Vec<(Field, Entry)> {
        let text = storage().and_then(|storage| storage.get_item(KEY).ok()?);
        text.and_then(|text| bytes(&text)).and_then(|bytes| postcard::from_bytes(&bytes).ok()).unwrap_or_default()
    }

    /// A draft that can't be kept (blocked storage) is lost with the dialog: nothing better can be done.
    pub fn store(entries: &Vec<(Field, Entry)>) {
        if let (Some(storage), Ok(bytes)) = (storage(), postcard::to_stdvec(entries)) {
            let _ = storage.set_item(KEY, &hex(&bytes));
        }
    }

    pub fn forget() {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(KEY);
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
