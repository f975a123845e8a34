//! What was typed into a form and not saved: written to local storage with every letter, so that neither a reload nor leaving loses it.

use domain::ids::Id;
use domain::records::Field;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::Storage;

use super::entry::Entry;
use crate::i18n::new_lead as words;
use crate::views::shell::toasts::{Toast, Toasts};

/// Fields and what stands in their inputs.
pub type Typed = Vec<(Field, Entry)>;

/// The draft of one form, named after it, and after the record the form is about.
#[derive(Clone, Copy)]
pub struct Kept {
    form: &'static str,
    about: Option<Id>,
}

impl Kept {
    pub const fn of(form: &'static str) -> Self {
        Self { form, about: None }
    }

    pub const fn about(form: &'static str, id: Id) -> Self {
        Self { form, about: Some(id) }
    }

    /// What cannot be read, such as the draft of an older version, is no draft.
    pub fn load<T: DeserializeOwned>(self) -> Option<T> {
        postcard::from_bytes(&self.bytes()?).ok()
    }

    pub fn typed(self) -> Typed {
        self.load().unwrap_or_default()
    }

    /// Keeps what `typed` says as long as the form is there, none being nothing worth keeping.
    /// What is left when the form goes is told by `left`: saving and giving up call [`Self::forget`] before.
    /// To be called in the form's component.
    pub fn follow<T: Serialize + 'static>(self, typed: impl Fn() -> Option<T> + 'static, left: impl Fn() + Send + Sync + 'static) {
        self.follow_bytes(Box::new(move || typed().and_then(|typed| postcard::to_extend(&typed, Vec::new()).ok())), Box::new(left));
    }

    /// The same for a form that says "Draft kept"; `reopen` shows it again, which then has the draft.
    pub fn follow_form(
        self,
        toasts: Toasts,
        typed: impl Fn() -> Option<Typed> + 'static,
        reopen: impl Fn() + Clone + Send + Sync + 'static,
    ) {
        self.follow(typed, move || toasts.show(Toast::new(words::kept()).action(words::reopen(), reopen.clone())));
    }

    fn follow_bytes(self, typed: Box<dyn Fn() -> Option<Vec<u8>>>, left: Box<dyn Fn() + Send + Sync>) {
        Effect::new(move |first: Option<()>| {
            let typed = typed();
            if first.is_some() {
                self.put(typed.as_deref());
            }
        });
        on_cleanup(move || {
            if self.bytes().is_some() {
                left();
            }
        });
    }

    /// Keeps this until it is forgotten.
    pub fn keep<T: Serialize>(self, what: &T) {
        self.put(postcard::to_extend(what, Vec::new()).ok().as_deref());
    }

    /// A draft that can't be kept (blocked storage) is lost with the form: nothing better can be done.
    fn put(self, bytes: Option<&[u8]>) {
        let Some(bytes) = bytes else { return self.forget() };
        if let Some(storage) = storage() {
            let _ = storage.set_item(&self.key(), &hex(bytes));
        }
    }

    pub fn forget(self) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&self.key());
        }
    }

    fn bytes(self) -> Option<Vec<u8>> {
        bytes(&storage()?.get_item(&self.key()).ok()??)
    }

    fn key(self) -> String {
        let about = self.about.map(|id| format!(".{id}")).unwrap_or_default();
        format!("kontor.draft.{}{about}", self.form)
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

/// By hand: a hundred thousand leads of a run are kept in one piece, and formatting each byte took most of the time.
fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    let mut text = String::with_capacity(2 * bytes.len());
    text.extend(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 0xf)]));
    text
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let pairs = (0..hex.len()).step_by(2);
    pairs.map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()).collect()
}
