//! The grid of leads: heads that sort, rows in sight, and below what the keys do.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::row::cells;
use super::state::InboxState;
use crate::components::{Icon, IconName, RowAct, VirtualRows};
use crate::i18n::{fields, format, inbox as words};
use crate::store::working_set::Sort;

/// Scrolling is over after this time.
const STILL_MS: u32 = 700;

#[component]
pub fn Table() -> impl IntoView {
    let state = InboxState::use_state();
    let count = move || state.matching.with(|slots| slots.len());
    let shown = Memo::new(move |_| state.lead.get().and_then(|id| state.slot_of(id)));
    view! {
        <div
            class="grid"
            role="grid"
            aria-label=words::list
            aria-rowcount=move || (count() + 1).to_string()
            aria-colcount="7"
            aria-multiselectable="true"
        >
            <Head/>
            <VirtualRows
                rows=state.rows
                cells=move |slot| cells(state, slot)
                selected=move |slot| state.selection.has(slot)
                shown
                on_act=Callback::new(move |act| on_act(state, act))
            />
        </div>
        <Foot/>
        <Whereabouts/>
    }
}

/// Says where one is after scrolling: not while rows take the focus, which speak for themselves.
#[component]
fn Whereabouts() -> impl IntoView {
    let state = InboxState::use_state();
    let said = RwSignal::new(String::new());
    let timer = StoredValue::new(None::<SendWrapper<Timeout>>);
    Effect::new(move |before: Option<()>| {
        let (first, _) = state.rows.in_sight();
        let say = move || {
            let on_row = document().active_element().is_some_and(|active| active.get_attribute("role").as_deref() == Some("row"));
            let total = state.matching.try_with_untracked(|slots| slots.len()).unwrap_or_default();
            said.try_set(if on_row || first == 0 { String::new() } else { words::row_of(format::count(first), format::count(total)) });
        };
        if before.is_some() {
            timer.set_value(Some(SendWrapper::new(Timeout::new(STILL_MS, say))));
        }
    });
    on_cleanup(move || timer.set_value(None));
    view! { <p class="visually-hidden" role="status">{said}</p> }
}

fn on_act(state: InboxState, act: RowAct<u32>) {
    let selecting = state.is_selecting_now();
    match act {
        RowAct::Click { key, shift: true, .. } => state.selection.range_to(key),
        RowAct::Click { key, ctrl: true, .. } | RowAct::Toggle(key) => state.selection.toggle(key),
        // Without a preview a tap opens the lead, or selects once selecting has begun.
        RowAct::Click { key, .. } if state.narrow.get_untracked() && selecting => state.selection.toggle(key),
        RowAct::Click { key, .. } if state.narrow.get_untracked() => state.open(key),
        RowAct::Click { key, .. } => state.rows.choose(key),
        RowAct::Open(key) => state.open(key),
        RowAct::Extend { from, to } => state.selection.extend(from, to),
        RowAct::LongPress(key) => {
            state.selecting.set(true);
            state.selection.toggle(key);
        }
        RowAct::Above => focus_head(0),
    }
}

fn heads() -> Option<Vec<HtmlElement>> {
    let found = document().query_selector_all(".grid__head input, .grid__head button").ok()?;
    Some((0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect())
}

fn focus_head(at: usize) {
    if let Some(head) = heads().unwrap_or_default().get(at) {
        // A control in the page can always take the focus.
        let _ = head.focus();
    }
}

#[component]
fn Head() -> impl IntoView {
    let state = InboxState::use_state();
    let keys = move |event: KeyboardEvent| {
        let active = document().active_element();
        let at = heads().unwrap_or_default().iter().position(|head| active.as_ref().is_some_and(|active| head.is_same_node(Some(active))));
        match (event.key().as_str(), at) {
            ("ArrowDown", _) => state.rows.focus(),
            ("ArrowRight", Some(at)) => focus_head(at + 1),
            ("ArrowLeft", Some(at)) => focus_head(at.saturating_sub(1)),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <div class="grid__row grid__head" role="row" aria-rowindex="1" on:keydown=keys>
            <CheckAll/>
            <SortHead class="grid__cell" at="2" sort=Sort::Name label=words::column_lead/>
            <SortHead class="grid__cell" at="3" sort=Sort::Status label=fields::status/>
            <div class="grid__cell c-tags" role="columnheader" aria-colindex="4">{words::tag}</div>
            <SortHead class="grid__cell" at="5" sort=Sort::Next label=words::column_next/>
            <SortHead class="grid__cell num" at="6" sort=Sort::Value label=fields::value/>
            <SortHead class="grid__cell c-owner" at="7" sort=Sort::Owner label=fields::owner icon=IconName::Person/>
        </div>
    }
}

/// All matching, or none; a dash when some are selected.
#[component]
fn CheckAll() -> impl IntoView {
    let state = InboxState::use_state();
    let total = Memo::new(move |_| state.matching.with(|slots| slots.len()));
    let count = move || state.selection.count();
    let all = move || count() > 0 && count() == total.get();
    let some = move || count() > 0 && count() < total.get();
    let toggle = move |_| {
        if state.selection.is_empty() {
            state.selection.select_all();
        } else {
            state.selection.clear();
        }
    };
    view! {
        <div class="grid__cell grid__cell--check" role="columnheader" aria-colindex="1">
            <input
                class="check"
                type="checkbox"
                tabindex="-1"
                aria-label=move || words::select_matching(total.get())
                prop:checked=all
                prop:indeterminate=some
                on:change=toggle
            />
        </div>
    }
}

#[component]
fn SortHead(
    class: &'static str,
    at: &'static str,
    sort: Sort,
    label: fn() -> &'static str,
    #[prop(optional)] icon: Option<IconName>,
) -> impl IntoView {
    let state = InboxState::use_state();
    let direction = Memo::new(move |_| state.query.with(|query| (query.sort == sort).then_some(query.descending)));
    let press = move |_| state.order_by(sort);
    let face = match icon {
        Some(name) => view! { <span class="visually-hidden">{label}</span> <Icon name small=true/> }.into_any(),
        None => label.into_any(),
    };
    let arrow = move || match direction.get() {
        Some(true) => Some(view! { <Icon name=IconName::Down small=true/> }),
        Some(false) => Some(view! { <Icon name=IconName::Up small=true/> }),
        None => None,
    };
    view! {
        <div
            class=class
            role="columnheader"
            aria-colindex=at
            aria-sort=move || direction.get().map(|descending| if descending { "descending" } else { "ascending" })
        >
            <button type="button" tabindex="-1" title=label on:click=press>
                {face}
                {arrow}
            </button>
        </div>
    }
}

/// Which rows are in sight, and the keys that matter most.
#[component]
fn Foot() -> impl IntoView {
    let state = InboxState::use_state();
    let total = move || state.matching.with(|slots| slots.len());
    let range = move || {
        let (from, to) = state.rows.in_sight();
        words::rows_of(format::count(from), format::count(to), format::count(total()))
    };
    view! {
        <Show when=move || state.selection.count() == 0>
            <div class="grid__foot">
                <span>{range}</span>
                <span class="hints" aria-hidden="true">
                    <span><kbd>"J"</kbd><kbd>"K"</kbd> {words::hint_move}</span>
                    <span><kbd>"X"</kbd> {words::hint_select}</span>
                    <span><kbd>"V"</kbd> {words::hint_convert}</span>
                    <span><kbd>"?"</kbd> {words::hint_keys}</span>
                </span>
            </div>
        </Show>
    }
}
