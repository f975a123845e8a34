//! The language in use. Reading it in a view makes the view follow it.

/// Languages of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    En,
    De,
    It,
}

impl Lang {
    pub const ALL: [Self; 3] = [Self::En, Self::De, Self::It];

    /// BCP 47, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        self.choose("en", "de", "it")
    }

    /// The language of a browser's tag such as `de-AT`; none when we do not speak it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| tag.to_lowercase().starts_with(lang.tag()))
    }

    pub(super) fn choose(self, en: &'static str, de: &'static str, it: &'static str) -> &'static str {
        match self {
            Self::En => en,
            Self::De => de,
            Self::It => it,
        }
    }
}

#[cfg(target_arch = "wasm32")]
mod state {
    use leptos::prelude::{ArcRwSignal, Get, GetUntracked, Set};
    use leptos::reactive::graph::Observer;

    use super::Lang;

    thread_local! {
        // Not owned by a component: it lives as long as the page.
        static LANG: ArcRwSignal<Lang> = ArcRwSignal::new(Lang::default());
    }

    pub fn current() -> Lang {
        let lang = LANG.with(Clone::clone);
        // Event handlers ask for words too: there is nothing to follow then.
        if Observer::get().is_some() { lang.get() } else { lang.get_untracked() }
    }

    pub fn set(lang: Lang) {
        LANG.with(Clone::clone).set(lang);
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod state {
    use std::cell::Cell;

    use super::Lang;

    thread_local! {
        static LANG: Cell<Lang> = const { Cell::new(Lang::En) };
    }

    pub fn current() -> Lang {
        LANG.get()
    }

    pub fn set(lang: Lang) {
        LANG.set(lang);
    }
}

pub use state::{current, set};
