//! Chooses a record by typing its name: an editable combobox with a list of hits.

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use leptos::html;
use leptos::prelude::*;
use web_sys::{FocusEvent, KeyboardEvent};

use super::entry::Entry;
use super::input::{InputMark, take_focus};
use super::names::name_of;
use crate::components::{Icon, IconName};
use crate::i18n::{fields, record as words};
use crate::store::live_query::Live;

/// Hits shown at most.
const SHOWN: usize = 8;

#[derive(Clone, Copy)]
struct Picking {
    entry: RwSignal<Entry>,
    typed: RwSignal<String>,
    open: RwSignal<bool>,
    active: RwSignal<usize>,
    hits: Memo<Vec<Record>>,
}

impl Picking {
    fn chosen(self) -> Option<Id> {
        self.entry.with(|entry| if let Entry::Link(id) = entry { *id } else { None })
    }

    fn pick(self, record: Option<&Record>) {
        self.entry.set(Entry::Link(record.map(|record| record.id)));
        self.typed.set(record.map(fields::record_name).unwrap_or_default());
        self.open.set(false);
    }

    fn step(self, by: isize) {
        let count = self.hits.with(Vec::len);
        if !self.open.get_untracked() {
            self.open.set(true);
        } else if count > 0 {
            self.active.update(|at| *at = (*at as isize + by).rem_euclid(count as isize) as usize);
        }
    }

    /// An open list takes Enter and Escape; without one they belong to whoever shows the picker.
    fn key(self, event: &KeyboardEvent) {
        let listed = self.open.get_untracked() && self.hits.with_untracked(|hits| !hits.is_empty());
        match event.key().as_str() {
            "ArrowDown" => self.step(1),
            "ArrowUp" => self.step(-1),
            "Enter" if listed && !event.is_composing() => {
                let hits = self.hits.get_untracked();
                self.pick(hits.get(self.active.get_untracked()));
            }
            "Escape" if listed => self.open.set(false),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }
}

#[component]
pub fn RecordPicker(kind: Kind, entry: RwSignal<Entry>, mark: InputMark) -> impl IntoView {
    let live = expect_context::<Live>();
    let node = NodeRef::<html::Input>::new();
    node.on_load(move |input| take_focus(&input, mark.autofocus));
    let typed = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let hits = Memo::new(move |_| {
        let text = typed.get();
        let wanted = open.get() && !text.trim().is_empty();
        let found = if wanted { live.read(|set| set.search(&text, SHOWN)) } else { Vec::new() };
        found.into_iter().map(|hit| hit.record).filter(|record| record.kind == kind).collect::<Vec<_>>()
    });
    let picking = Picking { entry, typed, open, active: RwSignal::new(0), hits };
    let name = name_of(move || picking.chosen());
    Effect::new(move |_| typed.set(name.get()));
    let list_id = format!("{}-list", mark.id);
    let option_id = {
        let list_id = list_id.clone();
        move |at: usize| format!("{list_id}-{at}")
    };
    let active_id = {
        let option_id = option_id.clone();
        move || (!hits.with(Vec::is_empty)).then(|| option_id(picking.active.get()))
    };
    let input = move |event| {
        let text = event_target_value(&event);
        if text.trim().is_empty() {
            entry.set(Entry::Link(None));
        }
        typed.set(text);
        picking.active.set(0);
        open.set(true);
    };
    let leave = move |_: FocusEvent| {
        open.set(false);
        // What was typed and not chosen is no choice.
        typed.set(name.get_untracked());
    };
    view! {
        <div class="combo">
            <input
                node_ref=node
                class="input"
                id=mark.id
                role="combobox"
                aria-expanded=move || (!hits.with(Vec::is_empty)).to_string()
                aria-controls=list_id.clone()
                aria-autocomplete="list"
                aria-activedescendant=active_id
                autocomplete="off"
                autofocus=mark.autofocus
                placeholder=words::find_record
                prop:value=move || typed.get()
                on:input=input
                on:keydown=move |event| picking.key(&event)
                on:blur=leave
                aria-invalid=move || mark.invalid.get().then_some("true")
                aria-describedby=mark.error_id
            />
            <Icon name=IconName::Search/>
            <HitList id=list_id kind picking option_id/>
        </div>
    }
}

#[component]
fn HitList(id: String, kind: Kind, picking: Picking, option_id: impl Fn(usize) -> String + Clone + Send + Sync + 'static) -> impl IntoView {
    let hits = picking.hits;
    let rows = move || {
        let option_id = option_id.clone();
        hits.get().into_iter().enumerate().map(move |(at, record)| {
            let (name, sub) = (fields::record_name(&record), hint_of(&record));
            view! {
                <div
                    class="menu__item"
                    class:is-active=move || picking.active.get() == at
                    role="option"
                    id=option_id(at)
                    aria-selected=move || (picking.active.get() == at).to_string()
                    // The input keeps the focus.
                    on:mousedown=move |event| event.prevent_default()
                    on:click=move |_| picking.pick(Some(&record))
                >
                    <span class="truncate">{name}</span>
                    <span class="menu__note truncate">{sub}</span>
                </div>
            }
        })
    };
    view! {
        <p class="visually-hidden" role="status">
            {move || (picking.open.get() && !picking.typed.with(String::is_empty)).then(|| words::found(hits.with(Vec::len)))}
        </p>
        <div class="menu combo__list" role="listbox" id=id aria-label=move || fields::kind_name(kind) hidden=move || hits.with(Vec::is_empty)>
            {move || rows().collect_view()}
        </div>
    }
}

/// What tells two records of one name apart.
fn hint_of(record: &Record) -> String {
    let city = record.address(Field::Address).map(|address| address.city.clone()).filter(|city| !city.is_empty());
    city.or_else(|| record.points(Field::Emails).first().map(|point| point.value.clone())).unwrap_or_default()
}
