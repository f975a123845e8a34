//! What the inbox shows: the question asked, its answer, the current row, the lead in the preview, the selection.

use std::cell::RefCell;
use std::sync::Arc;

use domain::ids::Id;
use domain::records::Kind;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use send_wrapper::SendWrapper;

use super::address;
use super::selection::{Marks, Selection};
use crate::components::{Rows, media};
use crate::routes;
use crate::store::live_query::Live;
use crate::store::working_set::{InboxQuery, LeadState};
use crate::views::leads::record::remember_inbox;
use crate::views::parts::composer::Entering;
use crate::views::shell::flows::Flows;

/// The preview follows the current row after this time, so that holding an arrow key down stays quick.
const FOLLOW_MS: u32 = 80;
/// Typing and moving are written to the address when they pause: browsers refuse many changes in a row.
const ADDRESS_MS: u32 = 300;

/// The list as it was left for another screen.
#[derive(Clone)]
struct Left {
    address: String,
    offset: f64,
    marks: Marks,
}

thread_local! {
    static LEFT: RefCell<Option<Left>> = const { RefCell::new(None) };
}

type Timer = StoredValue<Option<SendWrapper<Timeout>>>;

#[derive(Clone, Copy)]
pub struct InboxState {
    pub live: Live,
    pub query: RwSignal<InboxQuery>,
    /// Slots of the matching leads, in order.
    pub matching: Memo<Arc<Vec<u32>>>,
    pub rows: Rows<u32>,
    /// The lead in the preview.
    pub lead: RwSignal<Option<Id>>,
    pub selection: Selection,
    /// Selecting by touch: checkboxes show.
    pub selecting: RwSignal<bool>,
    pub preview_wanted: RwSignal<bool>,
    /// The lists that keys open.
    pub filter_open: RwSignal<bool>,
    pub tag_open: RwSignal<bool>,
    pub assign_open: RwSignal<bool>,
    pub status_open: RwSignal<bool>,
    pub archive_open: RwSignal<bool>,
    /// No room for a preview: a lead opens as a page.
    pub narrow: Signal<bool>,
    /// One column: rows are cards.
    pub phone: Signal<bool>,
    /// The composer of the preview is open, and which part of it is wanted.
    pub writing: RwSignal<bool>,
    pub entering: RwSignal<Option<Entering>>,
    /// Somebody uses the list: what stands in the preview is looked at.
    pub touched: RwSignal<bool>,
    /// The lead a list of the toolbar is open for was selected for that only.
    pub borrowed: StoredValue<bool>,
    go: Callback<(String, bool)>,
    written: StoredValue<String>,
    address_timer: Timer,
    follow_timer: Timer,
}

impl InboxState {
    pub fn use_state() -> Self {
        expect_context()
    }

    pub fn provide() -> Self {
        let live = expect_context::<Live>();
        let params = use_query_map();
        let (query, lead) = address::read(&params.read_untracked());
        let written = StoredValue::new(address::write(&query, lead));
        let (query, lead) = (RwSignal::new(query), RwSignal::new(lead));
        let kinds = &[Kind::Lead, Kind::Activity, Kind::Status, Kind::Member];
        let matching = live.query(kinds, move |set| Arc::new(query.with(|query| set.inbox(query))));
        let start = lead.get_untracked().and_then(|id| live.read(|set| set.lead_slot(id)));
        let navigate = use_navigate();
        let go = Callback::new(move |(address, replace): (String, bool)| {
            navigate(&address, NavigateOptions { replace, scroll: !replace, ..NavigateOptions::default() });
        });
        let state = Self {
            live,
            query,
            matching,
            rows: Rows::new(matching, start),
            lead,
            selection: Selection::new(matching),
            selecting: RwSignal::new(false),
            preview_wanted: RwSignal::new(true),
            filter_open: RwSignal::new(false),
            tag_open: RwSignal::new(false),
            assign_open: RwSignal::new(false),
            status_open: RwSignal::new(false),
            archive_open: RwSignal::new(false),
            narrow: media("(max-width: 61.25em)"),
            phone: media("(max-width: 47.5em)"),
            writing: RwSignal::new(false),
            entering: RwSignal::new(None),
            touched: RwSignal::new(false),
            borrowed: StoredValue::new(false),
            go,
            written,
            address_timer: StoredValue::new(None),
            follow_timer: StoredValue::new(None),
        };
        provide_context(state);
        state.follow_address();
        state.write_address();
        state.follow_row();
        state.watch_filters();
        state.follow_added();
        state.resume();
        state
    }

    /// Back, Forward and links to other views.
    fn follow_address(self) {
        let (params, path) = (use_query_map(), use_location().pathname);
        Effect::new(move |_| {
            let (query, lead) = address::read(&params.read());
            let there = address::write(&query, lead);
            if path.with_untracked(|path| path != routes::LEADS) || self.written.get_value() == there {
                return;
            }
            self.address_timer.set_value(None);
            self.written.set_value(there);
            self.query.set(query);
            self.lead.set(lead);
            if let Some(slot) = lead.and_then(|id| self.slot_of(id)) {
                self.rows.choose(slot);
                self.rows.reveal();
            }
        });
    }

    fn write_address(self) {
        Effect::new(move |_| {
            let query = self.query.read();
            let address = address::write(&query, self.lead.get());
            // The way back from a record.
            remember_inbox(address.strip_prefix(routes::LEADS).unwrap_or_default(), &query);
            let timer = Timeout::new(ADDRESS_MS, move || self.flush());
            self.address_timer.set_value(Some(SendWrapper::new(timer)));
        });
        on_cleanup(move || {
            self.address_timer.set_value(None);
            self.follow_timer.set_value(None);
        });
    }

    /// Writes the address now: before another page opens, so that Back leads to what was seen.
    pub fn flush(self) {
        self.address_timer.try_set_value(None);
        let Some(here) = self.query.try_with_untracked(|query| address::write(query, self.lead.get_untracked())) else { return };
        if self.written.get_value() != here {
            self.written.set_value(here.clone());
            self.go.run((here, true));
        }
    }

    /// The preview shows the current row; beside a preview there always is one.
    fn follow_row(self) {
        Effect::new(move |before: Option<()>| {
            let first = self.matching.with(|slots| slots.first().copied());
            let slot = self.rows.current();
            if let (None, Some(first), false) = (slot, first, self.narrow.get()) {
                self.rows.choose(first);
            }
            let show = move || {
                let id = slot.and_then(|slot| self.id_of(slot));
                if self.lead.try_get_untracked().is_some_and(|shown| shown != id) {
                    self.lead.set(id);
                }
            };
            if before.is_none() {
                show();
            } else {
                self.follow_timer.set_value(Some(SendWrapper::new(Timeout::new(FOLLOW_MS, show))));
            }
        });
    }

    /// "All matching" meant the leads that matched then.
    fn watch_filters(self) {
        Effect::new(move |before: Option<InboxQuery>| {
            let mut now = self.query.get();
            (now.sort, now.descending) = Default::default();
            if before.is_some_and(|before| before != now && (before.state != now.state || self.selection.is_all())) {
                self.selection.clear();
            }
            now
        });
    }

    /// Whoever comes back finds the list as it was left: the same rows in sight, the same ones selected, the focus in it.
    fn resume(self) {
        let left = LEFT.with_borrow(Clone::clone).filter(|left| left.address == self.written.get_value());
        if let Some(left) = &left {
            self.selection.resume(left.marks.clone());
        }
        let start = self.rows.current_untracked().is_some();
        // The rows are drawn in a first round of effects.
        request_animation_frame(move || {
            if self.query.try_get_untracked().is_none() {
                return;
            }
            match left {
                Some(left) => {
                    self.rows.scroll_to(left.offset);
                    self.rows.focus();
                }
                None if start => self.rows.reveal(),
                None => {}
            }
        });
        on_cleanup(move || {
            let address = self.query.with_untracked(|query| address::write(query, self.lead.get_untracked()));
            LEFT.set(Some(Left { address, offset: self.rows.offset(), marks: self.selection.marks() }));
        });
    }

    /// A lead that was just written down becomes the current one, if the filters let it show.
    fn follow_added(self) {
        let added = Flows::use_flows().added_lead;
        Effect::new(move |_| {
            let Some(slot) = added.get().and_then(|id| self.slot_of(id)) else { return };
            added.set(None);
            let shown = self.matching.with_untracked(|slots| slots.contains(&slot));
            if shown {
                self.touched.set(true);
                self.rows.choose(slot);
            }
            // Once the dialog is gone.
            request_animation_frame(move || {
                if self.query.try_get_untracked().is_some() {
                    if shown {
                        self.rows.focus();
                    } else {
                        self.rows.focus_if_idle();
                    }
                }
            });
        });
    }

    pub fn id_of(self, slot: u32) -> Option<Id> {
        self.live.read(|set| set.lead_row(slot).map(|row| row.id))
    }

    pub fn slot_of(self, id: Id) -> Option<u32> {
        self.live.read(|set| set.lead_slot(id))
    }

    pub fn state(self) -> LeadState {
        self.query.with(|query| query.state)
    }

    /// Opens the composer beside the list.
    pub fn write(self, what: Entering) {
        self.preview_wanted.set(true);
        self.writing.set(true);
        self.entering.set(Some(what));
    }

    pub fn state_now(self) -> LeadState {
        self.query.with_untracked(|query| query.state)
    }

    /// Checkboxes show: always beside a mouse, on a phone once selecting has begun.
    pub fn is_selecting(self) -> bool {
        self.selecting.get() || self.selection.count() > 0
    }

    pub fn is_selecting_now(self) -> bool {
        self.selecting.get_untracked() || !self.selection.is_empty()
    }

    pub fn toggle_selecting(self) {
        let on = self.is_selecting_now();
        self.selecting.set(!on);
        if on {
            self.selection.clear();
        }
    }

    /// The page of a lead; Back returns to this view.
    pub fn open(self, slot: u32) {
        if let Some(address) = self.id_of(slot).and_then(|id| routes::record(Kind::Lead, id)) {
            self.lead.set(self.id_of(slot));
            self.flush();
            self.go.run((address, false));
        }
    }

    /// What an action is about: the selected leads, else the current one.
    pub fn targets(self) -> Vec<Id> {
        let slots = if self.selection.is_empty() { self.rows.current_untracked().into_iter().collect() } else { self.selection.slots() };
        self.live.read(|set| slots.iter().filter_map(|slot| set.lead_row(*slot).map(|row| row.id)).collect())
    }
}
