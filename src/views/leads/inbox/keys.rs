//! The keys of the inbox.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::SEARCH;
use super::act;
use super::state::InboxState;
use crate::components::Go;
use crate::i18n::inbox as words;
use crate::store::working_set::LeadState;
use crate::views::parts::composer::Entering;
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;
use crate::views::shell::shortcuts::{Shortcut, use_shortcuts};

static KEYS: &[Shortcut] = &[
    Shortcut::new(&["j", "Alt+ArrowDown"], words::key_next),
    Shortcut::new(&["k", "Alt+ArrowUp"], words::key_previous),
    Shortcut::local(&["PageDown", "PageUp"], words::key_page),
    Shortcut::local(&["Home", "End"], words::key_ends),
    Shortcut::local(&["ArrowRight", "ArrowLeft"], words::key_cells),
    Shortcut::new(&["o"], words::key_open),
    Shortcut::local(&["Enter"], words::key_open),
    Shortcut::new(&["x"], words::key_select),
    Shortcut::local(&["Space"], words::key_select),
    Shortcut::local(&["Shift+ArrowDown", "Shift+ArrowUp"], words::key_extend),
    Shortcut::new(&["Mod+a"], words::key_select_all),
    Shortcut::new(&["v", "Shift+v"], words::key_convert),
    Shortcut::new(&["l"], words::tag_action),
    Shortcut::new(&["a"], words::assign),
    Shortcut::new(&["s"], words::status_action),
    Shortcut::new(&["e"], words::archive),
    Shortcut::new(&["n"], words::key_note),
    Shortcut::new(&["t"], words::key_task),
    Shortcut::new(&["f"], words::key_filter),
    Shortcut::new(&["/"], words::key_search),
    Shortcut::new(&["p"], words::key_preview),
    Shortcut::new(&["Escape"], words::clear_selection),
];

pub fn listen(state: InboxState) {
    let actions = Actions::use_actions();
    let flows = Flows::use_flows();
    watch_lists(state);
    use_shortcuts(words::title, KEYS, move |key| {
        match key {
            "j" => return state.rows.go(Go::By(1)).is_some(),
            "k" => return state.rows.go(Go::By(-1)).is_some(),
            "o" => with_current(state, |slot| state.open(slot)),
            "x" => with_current(state, |slot| state.selection.toggle(slot)),
            "Mod+a" => state.selection.select_all(),
            "v" => return convert(state, flows, actions),
            "l" => return open_for(state, state.tag_open),
            "a" => return open_for(state, state.assign_open),
            "s" => return state.state_now() == LeadState::Open && open_for(state, state.status_open),
            "e" if state.state_now() == LeadState::Archived => act::restore(state, actions, state.targets()),
            "e" => return state.state_now() == LeadState::Open && open_for(state, state.archive_open),
            "f" => state.filter_open.set(true),
            "/" => focus(SEARCH),
            "p" => state.preview_wanted.update(|wanted| *wanted = !*wanted),
            "n" => return write(state, Entering::Note),
            "t" => return write(state, Entering::Task),
            "Escape" => return close_topmost(state),
            _ => return false,
        }
        true
    });
}

/// First the selection goes, then the preview.
fn close_topmost(state: InboxState) -> bool {
    let selecting = state.is_selecting_now();
    let previewed = state.preview_wanted.get_untracked() && !state.narrow.get_untracked();
    if selecting {
        state.selecting.set(false);
        state.selection.clear();
    } else if previewed {
        state.preview_wanted.set(false);
    }
    request_animation_frame(move || state.rows.focus_if_idle());
    selecting || previewed
}

/// In the preview; without room for one the keys do nothing.
fn write(state: InboxState, what: Entering) -> bool {
    let can = !state.narrow.get_untracked() && state.lead.get_untracked().is_some();
    if can {
        state.write(what);
    }
    can
}

fn with_current(state: InboxState, act: impl FnOnce(u32)) {
    if let Some(slot) = state.rows.current_untracked() {
        act(slot);
    }
}

fn convert(state: InboxState, flows: Flows, actions: Actions) -> bool {
    let any = !state.targets().is_empty();
    match state.state_now() {
        _ if !any => {}
        LeadState::Open => act::convert(state, flows),
        LeadState::Archived => actions.toasts.error(words::not_archived()),
        LeadState::Converted => actions.toasts.error(words::not_again()),
    }
    any
}

/// Opens a list of the toolbar. With nothing selected it is about the current lead: that one gets selected until the list closes.
fn open_for(state: InboxState, open: RwSignal<bool>) -> bool {
    let Some(slot) = state.rows.current_untracked() else { return false };
    state.borrowed.set_value(state.selection.is_empty());
    if !state.borrowed.get_value() {
        // At once: the next key is for the list.
        open.set(true);
        return true;
    }
    state.selection.only(slot);
    // The toolbar has to be there first.
    request_animation_frame(move || {
        open.try_set(true);
    });
    true
}

/// Gives back a selection that was made for a list of the toolbar.
fn watch_lists(state: InboxState) {
    let lists = [state.tag_open, state.assign_open, state.status_open, state.archive_open];
    Effect::new(move |before: Option<bool>| {
        let any = lists.iter().filter(|open| open.get()).count() > 0;
        if before == Some(true) && !any && state.borrowed.get_value() {
            state.borrowed.set_value(false);
            state.selection.clear();
            request_animation_frame(move || {
                if state.query.try_get_untracked().is_some() {
                    state.rows.focus_if_idle();
                }
            });
        }
        any
    });
}

fn focus(id: &str) {
    if let Some(field) = document().get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // An input in the page can always take the focus.
        let _ = field.focus();
    }
}
