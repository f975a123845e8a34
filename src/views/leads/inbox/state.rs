//! What the inbox shows: the question asked, its answer, the current row, the lead in the preview, the selection.

mod in_step;

use std::sync::Arc;

use domain::ids::Id;
use domain::records::Kind;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use send_wrapper::SendWrapper;

use super::address;
use super::names::Names;
use super::selection::Selection;
use crate::components::{Rows, media};
use crate::routes;
use crate::store::live_query::Live;
use crate::store::working_set::{InboxQuery, LeadState, Sort};
use crate::views::parts::composer::Entering;

type Timer = StoredValue<Option<SendWrapper<Timeout>>>;

#[derive(Clone, Copy)]
pub struct InboxState {
    pub live: Live,
    pub query: RwSignal<InboxQuery>,
    /// Slots of the matching leads, in order.
    pub matching: Memo<Arc<Vec<u32>>>,
    pub rows: Rows<u32>,
    /// Of statuses and members, for the rows.
    pub names: Memo<Names>,
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
    /// How many of how many leads an action has changed, while it runs; and whether it is to stop.
    pub progress: RwSignal<Option<(usize, usize)>>,
    pub stopped: RwSignal<bool>,
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
            names: Names::live(live),
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
            progress: RwSignal::new(None),
            stopped: RwSignal::new(false),
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
        state.stay_in_step();
        state
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

    /// Orders the list; the same order once more turns it round.
    pub fn order_by(self, sort: Sort) {
        self.query.update(|query| {
            // High values and new leads are looked for first; everything else begins at its beginning.
            query.descending = if query.sort == sort { !query.descending } else { matches!(sort, Sort::Value | Sort::Created) };
            query.sort = sort;
        });
        self.rows.scroll_to(0.0);
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
