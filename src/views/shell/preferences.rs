//! What a person set for this browser: language, theme, single-key shortcuts. Kept in local storage, applied at once.

use leptos::prelude::*;
use web_sys::{Storage, window};

use crate::i18n::{self, Lang, palette};

const LANG: &str = "kontor.language";
const THEME: &str = "kontor.theme";
const KEYS: &str = "kontor.single-keys";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    pub fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What it is called on screen.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => palette::theme_system(),
            Self::Light => palette::theme_light(),
            Self::Dark => palette::theme_dark(),
        }
    }
}

#[derive(Clone, Copy)]
pub struct Preferences {
    pub theme: RwSignal<Theme>,
    /// Shortcuts that are a single letter (WCAG 2.1.4: they can be turned off).
    pub single_keys: RwSignal<bool>,
}

impl Preferences {
    /// What was set here before, else the browser's language and theme.
    pub fn load() -> Self {
        let wanted = stored(LANG).or_else(|| window().and_then(|window| window.navigator().language()));
        i18n::set(wanted.and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default());
        let theme = stored(THEME).and_then(|key| Theme::ALL.into_iter().find(|theme| theme.key() == key)).unwrap_or_default();
        let preferences = Self { theme: RwSignal::new(theme), single_keys: RwSignal::new(stored(KEYS).as_deref() != Some("off")) };
        preferences.apply();
        preferences
    }

    /// The page follows the signals: `<html lang data-theme>`.
    fn apply(self) {
        Effect::new(move |_| {
            let Some(root) = window().and_then(|window| window.document()).and_then(|document| document.document_element()) else { return };
            // Plain attributes of the root element can't fail.
            let _ = root.set_attribute("lang", i18n::current().tag());
            let _ = match self.theme.get() {
                Theme::System => root.remove_attribute("data-theme"),
                theme => root.set_attribute("data-theme", theme.key()),
            };
        });
    }

    pub fn set_language(self, lang: Lang) {
        i18n::set(lang);
        store(LANG, lang.tag());
    }

    pub fn set_theme(self, theme: Theme) {
        self.theme.set(theme);
        store(THEME, theme.key());
    }

    pub fn set_single_keys(self, on: bool) {
        self.single_keys.set(on);
        store(KEYS, if on { "on" } else { "off" });
    }
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// A preference that can't be kept (blocked storage) still holds for this visit.
fn store(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}
