//! What was pressed, by name, and whether shortcuts rest there.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, window};

use crate::i18n::shortcuts as words;

const TEXT_INPUTS: &str = "input:not([type=checkbox], [type=radio], [type=button], [type=file]), textarea, select, [contenteditable]";
const OWN_KEYS: &str = "[role=listbox], [role=menu], [role=combobox], [popover]:popover-open";

/// A key with its modifiers, written as in `Shortcut::keys`.
pub struct Press {
    pub keys: String,
    /// With Ctrl or ⌘.
    pub command: bool,
}

impl Press {
    /// None for what is no shortcut: text being composed, AltGr, a modifier alone, what a part of the page took already.
    pub fn of(event: &KeyboardEvent) -> Option<Self> {
        let alt_gr = event.get_modifier_state("AltGraph") || (event.ctrl_key() && event.alt_key());
        let key = event.key();
        let alone = matches!(key.as_str(), "Control" | "Shift" | "Alt" | "Meta" | "AltGraph" | "Dead" | "Process" | "Unidentified");
        let held = event.repeat() && key.len() == 1 && !is_motion(&key);
        if event.default_prevented() || event.is_composing() || held || alt_gr || alone {
            return None;
        }
        let command = event.ctrl_key() || event.meta_key();
        let mut keys = String::new();
        if command {
            keys.push_str("Mod+");
        }
        if event.alt_key() {
            keys.push_str("Alt+");
        }
        // A sign such as ? says by itself that Shift was held.
        let named = key.chars().count() > 1 || key.chars().all(char::is_alphabetic);
        if event.shift_key() && named {
            keys.push_str("Shift+");
        }
        keys.push_str(&if key.chars().count() == 1 { key.to_lowercase() } else { key });
        Some(Self { keys, command })
    }
}

/// Keys that are held down to move on and on.
fn is_motion(key: &str) -> bool {
    matches!(key, "j" | "k")
}

/// True for a letter or sign without Ctrl, ⌘ or Alt: what a person can turn off.
pub fn is_single(keys: &str) -> bool {
    let key = keys.strip_prefix("Shift+").unwrap_or(keys);
    key.chars().count() == 1
}

/// True where the key belongs to what has the focus: text being typed, an open list or menu, an open dialog.
pub fn rests_at(event: &KeyboardEvent, press: &Press) -> bool {
    let Some(document) = window().and_then(|window| window.document()) else { return true };
    if document.query_selector("dialog:modal").ok().flatten().is_some() {
        return true;
    }
    // The palette opens from anywhere, also while typing.
    if press.keys == "Mod+k" {
        return false;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let inside = |selector| target.as_ref().is_some_and(|target| target.closest(selector).ok().flatten().is_some());
    if press.keys == "F6" || press.keys == "Shift+F6" {
        return false;
    }
    inside(TEXT_INPUTS) || (!press.command && inside(OWN_KEYS))
}

/// A shortcut's keys as they stand on the keyboard: `Mod+k` is `Ctrl`, `K`; `g i` is `G`, `I`.
pub fn caps(keys: &str) -> Vec<String> {
    keys.split(' ').flat_map(|press| if press == "+" { vec![press] } else { press.split('+').collect() }).map(cap).collect()
}

/// The same in one piece, for a hint in a button.
pub fn cap_line(keys: &str) -> String {
    caps(keys).join(" ")
}

fn cap(key: &str) -> String {
    match key {
        "Mod" if is_mac() => "⌘".to_owned(),
        "Mod" => words::control_key().to_owned(),
        "Shift" => "⇧".to_owned(),
        "ArrowDown" => "↓".to_owned(),
        "ArrowUp" => "↑".to_owned(),
        "ArrowLeft" => "←".to_owned(),
        "ArrowRight" => "→".to_owned(),
        "Enter" => "↵".to_owned(),
        "Escape" => "Esc".to_owned(),
        key if key.chars().count() == 1 => key.to_uppercase(),
        key => key.to_owned(),
    }
}

fn is_mac() -> bool {
    window().and_then(|window| window.navigator().user_agent().ok()).is_some_and(|agent| agent.contains("Mac"))
}
