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
    Shortcut::new(&["f"], words::key_filter),
    Shortcut::new(&["/"], words::key_search),
    Shortcut::new(&["p"], words::key_preview),
    Shortcut::new(&["Escape"], words::clear_selection),
];

pub fn listen(state: InboxState) {
    let actions = Actions::use_actions();
    let flows = Flows::use_flows();
    use_shortcuts(words::title, KEYS, move |key| {
        match key {
            "j" => return state.rows.go(Go::By(1)).is_some(),
            "k" => return state.rows.go(Go::By(-1)).is_some(),
            "o" => with_current(state, |slot| state.open(slot)),
            "x" => with_current(state, |slot| state.selection.toggle(slot)),
            "Mod+a" => state.selection.select_all(),
            "v" => return convert(state, flows),
            "l" => return open_for(state, state.tag_open),
            "a" => return open_for(state, state.assign_open),
            "s" => return state.state_now() == LeadState::Open && open_for(state, state.status_open),
            "e" if state.state_now() == LeadState::Archived => act::restore(state, actions, state.targets()),
            "e" => return state.state_now() == LeadState::Open && open_for(state, state.archive_open),
            "f" => state.filter_open.set(true),
            "/" => focus(SEARCH),
            "p" => state.preview_wanted.update(|wanted| *wanted = !*wanted),
            "Escape" => {
                state.selecting.set(false);
                return state.selection.clear();
            }
            _ => return false,
        }
        true
    });
}

fn with_current(state: InboxState, act: impl FnOnce(u32)) {
    state.rows.current_untracked().into_iter().for_each(act);
}

fn convert(state: InboxState, flows: Flows) -> bool {
    let targets = state.targets();
    let can = state.state_now() == LeadState::Open && targets.len() == 1;
    if can {
        flows.convert.set(targets.first().copied());
    }
    can
}

/// Opens a list of the toolbar. With nothing selected it is about the current lead: that one gets selected until the list closes.
fn open_for(state: InboxState, open: RwSignal<bool>) -> bool {
    let Some(slot) = state.rows.current_untracked() else { return false };
    let borrowed = state.selection.is_empty();
    if borrowed {
        state.selection.only(slot);
    }
    // The toolbar has to be there first.
    request_animation_frame(move || {
        if open.try_set(true).is_none() && borrowed {
            give_back(state, open);
        }
    });
    true
}

fn give_back(state: InboxState, open: RwSignal<bool>) {
    let watch = StoredValue::new(None::<Effect<LocalStorage>>);
    watch.set_value(Some(Effect::new(move |_| {
        if !open.get() {
            state.selection.clear();
            state.rows.focus();
            watch.update_value(|watch| {
                if let Some(effect) = watch.take() {
                    effect.stop();
                }
            });
        }
    })));
}

fn focus(id: &str) {
    if let Some(field) = document().get_element_by_id(id).and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // An input in the page can always take the focus.
        let _ = field.focus();
    }
}
