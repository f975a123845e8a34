//! What is remembered of the last import over a reload or a crash: enough to say how far it came, and to take it back.

use domain::ids::Id;
use domain::stamp::Millis;
use leptos::prelude::*;
use web_sys::{Storage, window};

use super::session::Session;
use super::undoing::is_there;
use crate::clock;
use crate::components::{Icon, IconName};
use crate::i18n::{basics, format, import as words};

const KEY: &str = "kontor.import";
const TAB: &str = "kontor.tab";
/// An import of another tab that was silent for longer has ended.
const SILENCE_MS: Millis = 15_000;

#[derive(Clone, Debug, PartialEq)]
pub struct LastImport {
    pub batch: Id,
    pub name: String,
    /// Rows of the file.
    rows: usize,
    /// Rows that are written or refused.
    done: usize,
    leads: usize,
    pub commits: usize,
    finished: bool,
    /// The tab that imports, and when it last wrote.
    tab: String,
    at: Millis,
}

impl LastImport {
    pub fn begin(batch: Id, name: &str, rows: usize) -> Self {
        let last =
            Self { batch, name: name.to_owned(), rows, done: 0, leads: 0, commits: 0, finished: false, tab: this_tab(), at: clock::now() };
        last.save();
        last
    }

    pub fn wrote(&mut self, done: usize, leads: usize, at: Millis) {
        (self.done, self.leads, self.at) = (done, self.leads + leads, at);
        self.save();
    }

    pub fn finish(&mut self) {
        self.finished = true;
        self.save();
    }

    /// One line a value; the name comes last, as it may have anything in it.
    fn save(&self) {
        let Self { batch, name, rows, done, leads, commits, finished, tab, at } = self;
        let text = format!("{batch}\n{rows}\n{done}\n{leads}\n{commits}\n{finished}\n{tab}\n{at}\n{name}");
        if let Some(storage) = storage() {
            // Without it the import can still be taken back on this screen, and in Recent changes.
            let _ = storage.set_item(KEY, &text);
        }
    }

    pub fn load() -> Option<Self> {
        let text = storage()?.get_item(KEY).ok()??;
        let mut lines = text.splitn(9, '\n');
        let mut next = || lines.next();
        Some(Self {
            batch: next()?.parse().ok()?,
            rows: next()?.parse().ok()?,
            done: next()?.parse().ok()?,
            leads: next()?.parse().ok()?,
            commits: next()?.parse().ok()?,
            finished: next()?.parse().ok()?,
            tab: next()?.to_owned(),
            at: next()?.parse().ok()?,
            name: next()?.to_owned(),
        })
    }

    pub fn forget() {
        if let Some(storage) = storage() {
            // A notice that stays is no harm.
            let _ = storage.remove_item(KEY);
        }
    }

    /// Another tab is at it.
    fn is_elsewhere(&self) -> bool {
        !self.finished && self.tab != this_tab() && clock::now() - self.at < SILENCE_MS
    }
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// The same after a reload.
fn this_tab() -> String {
    let kept = || {
        let storage = window()?.session_storage().ok()??;
        if let Some(tab) = storage.get_item(TAB).ok()? {
            return Some(tab);
        }
        let tab = clock::fresh_id().to_string();
        storage.set_item(TAB, &tab).ok()?;
        Some(tab)
    };
    kept().unwrap_or_default()
}

/// How the last import ended, with its way back.
#[component]
pub fn LastImportNotice() -> impl IntoView {
    let session = expect_context::<Session>();
    let live = session.actions.live;
    let look = move || LastImport::load().filter(|last| last.is_elsewhere() || is_there(live, last.batch));
    let last = RwSignal::new(look());
    let handle = window_event_listener(leptos::ev::storage, move |_| last.set(look()));
    on_cleanup(move || handle.remove());
    let dismiss = move |_| {
        LastImport::forget();
        last.set(None);
    };
    move || {
        let last = last.get()?;
        let LastImport { batch, name, rows, done, leads, finished, .. } = last.clone();
        let elsewhere = last.is_elsewhere();
        let stopped = !finished && !elsewhere;
        let shown = name.clone();
        let text = move || match (elsewhere, finished) {
            (true, _) => words::elsewhere(&shown, format::count(done), format::count(rows)),
            (_, true) => words::last_finished(&shown, basics::n_leads(leads)),
            _ => words::last_stopped(&shown, format::count(done), format::count(rows)),
        };
        let icon = if stopped { IconName::Alert } else { IconName::Info };
        Some(view! {
            <div class="notice notice--actions" class:notice--warn=stopped role="status">
                <Icon name=icon/>
                <div class="grow">
                    <p>{text}</p>
                    <Show when=move || stopped><p>{words::last_stopped_text}</p></Show>
                </div>
                <Show when=move || !elsewhere>
                    <button
                        class="btn btn--sm"
                        type="button"
                        on:click={
                            let name = name.clone();
                            move |_| session.undo_batch(batch, name.clone())
                        }
                    >
                        <Icon name=IconName::Undo/>
                        {words::undo_import}
                    </button>
                    <button class="btn btn--icon btn--ghost btn--sm" type="button" aria-label=basics::dismiss title=basics::dismiss on:click=dismiss>
                        <Icon name=IconName::X/>
                    </button>
                </Show>
            </div>
        })
    }
}
