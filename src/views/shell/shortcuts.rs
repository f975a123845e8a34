//! Keys that work on every screen, the keys a screen adds while it is open, and the sheet that lists them all.

mod everywhere;
mod press;
mod sheet;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::KeyboardEvent;

use self::everywhere::Everywhere;
use self::press::{Press, is_single, rests_at};
use self::sheet::{KeyHint, Sheet};
use super::flows::Flows;
use super::preferences::Preferences;

pub use self::press::{cap_line, caps};

/// How long the second key of a pair such as G I may take.
const PAIR_MS: u32 = 1_000;

/// One line of the table: what to press and what it does.
#[derive(Clone, Copy)]
pub struct Shortcut {
    /// As `event.key` writes them, letters small, modifiers in front: `"j"`, `"Shift+v"`, `"Alt+ArrowDown"`,
    /// `"Mod+k"` (Ctrl or ⌘), `"g i"` (one after the other). The first one is the shortcut's name.
    pub keys: &'static [&'static str],
    pub label: fn() -> &'static str,
    /// Handled by the part that has the focus: the sheet lists it, nothing else.
    local: bool,
}

impl Shortcut {
    pub const fn new(keys: &'static [&'static str], label: fn() -> &'static str) -> Self {
        Self { keys, label, local: false }
    }

    pub const fn local(keys: &'static [&'static str], label: fn() -> &'static str) -> Self {
        Self { keys, label, local: true }
    }
}

/// The keys of one screen or part of it.
#[derive(Clone)]
struct Scope {
    number: u32,
    title: fn() -> &'static str,
    table: &'static [Shortcut],
    run: Rc<dyn Fn(&'static str) -> bool>,
}

/// All keys that work now: the newest scope is asked first.
#[derive(Clone, Copy)]
pub struct Scopes {
    list: StoredValue<Vec<Scope>, LocalStorage>,
    count: StoredValue<u32>,
}

impl Default for Scopes {
    fn default() -> Self {
        Self { list: StoredValue::new_local(Vec::new()), count: StoredValue::new(0) }
    }
}

impl Scopes {
    /// The scope that takes the key, asked from the newest back; true when one did.
    fn run(self, keys: &str) -> bool {
        // The list is not borrowed while a handler runs: it may open or close a screen.
        let scopes = self.list.get_value();
        scopes.iter().rev().any(|scope| {
            let found = scope.table.iter().filter(|shortcut| !shortcut.local && shortcut.keys.contains(&keys));
            found.into_iter().any(|shortcut| (scope.run)(shortcut.keys[0]))
        })
    }

    /// True when some pair of keys begins with this one.
    fn begins_pair(self, key: &str) -> bool {
        let begins = |keys: &&str| keys.split_once(' ').is_some_and(|(first, _)| first == key);
        self.list.with_value(|scopes| scopes.iter().flat_map(|scope| scope.table).any(|shortcut| shortcut.keys.iter().any(begins)))
    }
}

/// Adds keys for as long as the calling component lives. `run` gets the first name of the shortcut pressed and says
/// whether it took it; a key that is not taken goes on to the scopes below. Keys are silent in inputs, open menus and dialogs.
pub fn use_shortcuts(title: fn() -> &'static str, table: &'static [Shortcut], run: impl Fn(&'static str) -> bool + 'static) {
    let scopes = expect_context::<Scopes>();
    let number = scopes.count.get_value() + 1;
    scopes.count.set_value(number);
    scopes.list.update_value(|list| list.push(Scope { number, title, table, run: Rc::new(run) }));
    on_cleanup(move || {
        scopes.list.try_update_value(|list| list.retain(|scope| scope.number != number));
    });
}

/// Listens to the keyboard for the whole app.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let flows = Flows::use_flows();
    let scopes = expect_context::<Scopes>();
    let preferences = expect_context::<Preferences>();
    let pair = Pair::new();
    let listener = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        let Some(press) = Press::of(&event) else { return };
        let single = is_single(&press.keys);
        if rests_at(&event, &press) || (single && !preferences.single_keys.get_untracked()) {
            return;
        }
        let started = pair.take();
        let keys = started.map_or_else(|| press.keys.clone(), |first| format!("{first} {}", press.keys));
        if scopes.run(&keys) {
            event.prevent_default();
        } else if single && scopes.begins_pair(&press.keys) {
            pair.start(press.keys);
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
    view! {
        <Everywhere/>
        <KeyHint first=pair.first/>
        <Show when=move || flows.shortcut_sheet.get()>
            <Sheet/>
        </Show>
    }
}

/// The first key of a pair, while the second is awaited.
#[derive(Clone, Copy)]
struct Pair {
    first: RwSignal<Option<String>>,
    timer: StoredValue<Option<SendWrapper<Timeout>>>,
}

impl Pair {
    fn new() -> Self {
        Self { first: RwSignal::new(None), timer: StoredValue::new(None) }
    }

    fn start(self, key: String) {
        self.first.set(Some(key));
        let timer = Timeout::new(PAIR_MS, move || drop(self.first.try_set(None)));
        self.timer.set_value(Some(SendWrapper::new(timer)));
    }

    fn take(self) -> Option<String> {
        self.timer.set_value(None);
        let first = self.first.get_untracked()?;
        self.first.set(None);
        Some(first)
    }
}
