//! Keeps the parts of the inbox in step: address, list, current row, preview, and the list as it was left.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};
use send_wrapper::SendWrapper;

use super::InboxState;
use crate::routes;
use crate::store::working_set::InboxQuery;
use crate::views::leads::inbox::address;
use crate::views::leads::inbox::selection::Marks;
use crate::views::leads::record::remember_inbox;
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

impl InboxState {
    pub(super) fn stay_in_step(self) {
        self.follow_address();
        self.write_address();
        self.follow_row();
        self.watch_filters();
        self.follow_added();
        self.resume();
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
                if shown {
                    self.rows.focus();
                } else {
                    self.rows.focus_if_idle();
                }
            });
        });
    }
}
