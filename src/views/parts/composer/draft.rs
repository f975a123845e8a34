//! What is being written about a record, kept in local storage until it is saved.

use domain::ids::Id;
use web_sys::Storage;

use super::Entering;

/// Stands between the parts; nobody types it.
const BETWEEN: char = '\u{1f}';

#[derive(Clone, Debug)]
pub struct Kept {
    pub tab: Entering,
    pub text: String,
    pub subject: String,
    pub date: String,
    pub time: String,
    pub company: Option<bool>,
}

impl Default for Kept {
    fn default() -> Self {
        let empty = String::new;
        Self { tab: Entering::Note, text: empty(), subject: empty(), date: empty(), time: empty(), company: None }
    }
}

impl Kept {
    pub fn load(home: Id) -> Self {
        storage().and_then(|storage| storage.get_item(&key(home)).ok()?).and_then(|text| Self::read(&text)).unwrap_or_default()
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(6, BETWEEN);
        let mut next = || parts.next().map(str::to_owned);
        let tab: usize = next()?.parse().ok()?;
        let company = next()? == "company";
        let (subject, date, time, text) = (next()?, next()?, next()?, next()?);
        Some(Self { tab: *Entering::ALL.get(tab)?, text, subject, date, time, company: Some(company) })
    }

    /// Drafts that can't be kept (blocked storage) still stand on the screen.
    pub fn store(&self, home: Id) {
        let tab = Entering::ALL.iter().position(|tab| *tab == self.tab).unwrap_or_default().to_string();
        let company = if self.company == Some(true) { "company" } else { "person" };
        let parts = [tab.as_str(), company, &self.subject, &self.date, &self.time, &self.text];
        if self.text.trim().is_empty() && self.subject.trim().is_empty() {
            Self::forget(home);
        } else if let Some(storage) = storage() {
            let _ = storage.set_item(&key(home), &parts.join(&BETWEEN.to_string()));
        }
    }

    pub fn forget(home: Id) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&key(home));
        }
    }
}

fn key(home: Id) -> String {
    format!("kontor.draft.{home}")
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
