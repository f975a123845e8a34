//! Back closes the dialog that is open, and nothing else. While dialogs are open the browser's history has an entry for them, with
//! the address of the page below. It goes when the last of them does, and a page that is gone to from a dialog takes its place.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Function, Reflect};
use leptos::prelude::set_timeout;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, History, window};

/// The state of the entry.
const MARK: &str = "dialog";
/// A browser that has not gone back by then never will.
const PATIENCE: Duration = Duration::from_secs(5);

type Close = Rc<dyn Fn()>;

/// State and address, as the history takes them.
type Written = (JsValue, JsValue);

#[derive(Default)]
struct Entry {
    /// The dialogs that are open, the topmost last.
    open: Vec<(u32, Close)>,
    opened: u32,
    /// The address of the page below, when the entry was made.
    below: String,
    /// On the way back to it, and how often that was so.
    leaving: bool,
    ways: u32,
    /// What was written over the address meanwhile is the page's.
    moved: Option<Written>,
    /// Pages that were gone to meanwhile.
    waiting: Vec<Written>,
    /// The browser's own ways to add an entry and to write over one.
    push: Option<Function>,
    replace: Option<Function>,
}

thread_local! {
    static ENTRY: RefCell<Entry> = RefCell::default();
}

fn entry<T>(act: impl FnOnce(&mut Entry) -> T) -> T {
    ENTRY.with_borrow_mut(act)
}

fn history() -> Option<History> {
    window()?.history().ok()
}

fn here() -> String {
    window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

fn is_marked() -> bool {
    history().and_then(|history| history.state().ok()?.as_string()).as_deref() == Some(MARK)
}

/// For the whole page; to be called once, before the router.
pub fn watch_back() {
    let Some(history) = history() else { return };
    let own = |name: &str| Reflect::get(&history, &name.into()).ok()?.dyn_into::<Function>().ok();
    entry(|entry| (entry.push, entry.replace) = (own("pushState"), own("replaceState")));
    put_over(&history, "pushState", pushed);
    put_over(&history, "replaceState", replaced);
    let back = Closure::<dyn Fn(Event)>::new(|event: Event| went(&event));
    if let Some(window) = window() {
        // A window bears any listener.
        let _ = window.add_event_listener_with_callback_and_bool("popstate", back.as_ref().unchecked_ref(), true);
    }
    // As long as the page.
    back.forget();
    if is_marked() {
        // It was loaded anew while a dialog was open.
        entry(|entry| entry.moved = Some((JsValue::NULL, here().into())));
        leave();
    }
}

fn put_over(history: &History, name: &str, act: fn(Written)) {
    let act = Closure::<dyn Fn(JsValue, JsValue, JsValue)>::new(move |state, _title, address| act((state, address)));
    // Every browser lets its own functions be covered.
    let _ = Reflect::set(history, &name.into(), act.as_ref());
    act.forget();
}

pub fn opened(close: Close) -> u32 {
    settle_soon();
    entry(|entry| {
        entry.opened += 1;
        entry.open.push((entry.opened, close));
        entry.opened
    })
}

pub fn closed(dialog: u32) {
    entry(|entry| entry.open.retain(|(open, _)| *open != dialog));
    settle_soon();
}

/// Dialogs that follow one another share the entry.
fn settle_soon() {
    set_timeout(settle, Duration::ZERO);
}

fn settle() {
    let (is_open, leaving) = entry(|entry| (!entry.open.is_empty(), entry.leaving));
    match (is_open, is_marked()) {
        _ if leaving => {}
        (true, false) => {
            entry(|entry| (entry.below, entry.moved) = (here(), None));
            write(false, &(MARK.into(), JsValue::UNDEFINED));
        }
        (false, true) => leave(),
        _ => {}
    }
}

fn write(over: bool, (state, address): &Written) {
    let own = entry(|entry| if over { entry.replace.clone() } else { entry.push.clone() });
    if let (Some(own), Some(history)) = (own, history()) {
        // Refused only to pages that write hundreds of times a second.
        let _ = own.call3(&history, state, &JsValue::from_str(""), address);
    }
}

fn leave() {
    let way = entry(|entry| {
        entry.leaving = true;
        entry.ways += 1;
        entry.ways
    });
    // Answered by an event.
    let _ = history().map(|history| history.back());
    let never = move || {
        // Not a later way back, which may take its time as well.
        if entry(|entry| entry.leaving && entry.ways == way) {
            write(true, &(JsValue::NULL, JsValue::UNDEFINED));
            arrived();
        }
    };
    set_timeout(never, PATIENCE);
}

/// At the page below, without a dialog.
fn arrived() {
    let (moved, waiting) = entry(|entry| {
        entry.leaving = false;
        (entry.moved.take(), std::mem::take(&mut entry.waiting))
    });
    moved.iter().for_each(|moved| write(true, moved));
    waiting.iter().for_each(|page| write(false, page));
    settle_soon();
}

/// Back or Forward.
fn went(event: &Event) {
    if !event.is_trusted() {
        return;
    }
    if entry(|entry| entry.leaving) {
        event.stop_immediate_propagation();
        return arrived();
    }
    if is_marked() {
        // Forward, to where a dialog was.
        event.stop_immediate_propagation();
        return settle_soon();
    }
    let (mut open, moved, below) = entry(|entry| (entry.open.clone(), entry.moved.take(), entry.below == here()));
    if open.is_empty() {
        return;
    }
    if below {
        event.stop_immediate_propagation();
        moved.iter().for_each(|moved| write(true, moved));
        open.reverse();
        open.truncate(1);
    }
    open.iter().rev().for_each(|(_, close)| close());
    settle_soon();
}

fn pushed(page: Written) {
    if entry(|entry| entry.leaving) {
        return entry(|entry| entry.waiting.push(page));
    }
    let from_dialog = is_marked();
    write(from_dialog, &page);
    if from_dialog {
        entry(|entry| entry.moved = None);
        settle_soon();
    }
}

fn replaced(page: Written) {
    if entry(|entry| entry.leaving) {
        entry(|entry| entry.moved = Some(page));
    } else if is_marked() {
        write(true, &(MARK.into(), page.1.clone()));
        entry(|entry| entry.moved = Some(page));
    } else {
        write(true, &page);
    }
}
