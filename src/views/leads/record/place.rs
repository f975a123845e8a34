//! Where one came from: the inbox as it was left, and the lead's place in it.

use std::cell::RefCell;
use std::rc::Rc;

use domain::ids::Id;

use crate::clock;
use crate::routes;
use crate::store::live_query::Live;
use crate::store::working_set::InboxQuery;

/// The inbox as it was left.
#[derive(Clone)]
struct LastInbox {
    /// Path and query.
    href: String,
    query: InboxQuery,
    /// Its rows when the first of its leads was opened: the way through them stays the same while they change.
    rows: Option<Rc<[u32]>>,
}

thread_local! {
    static LAST: RefCell<Option<LastInbox>> = const { RefCell::new(None) };
}

/// To be called by the inbox whenever what it shows changes: `search` is the query of its address, with the question mark.
pub fn remember_inbox(search: &str, query: &InboxQuery) {
    LAST.set(Some(LastInbox { href: format!("{}{search}", routes::LEADS), query: query.clone(), rows: None }));
}

/// The inbox as it was left.
pub fn inbox_href() -> String {
    LAST.with_borrow(|last| last.as_ref().map_or_else(|| routes::LEADS.to_owned(), |last| last.href.clone()))
}

/// Number of a lead in the list it was opened from, and its neighbours there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// From 1; none when the lead is not in the list.
    pub number: Option<usize>,
    pub count: usize,
    pub previous: Option<Id>,
    pub next: Option<Id>,
}

pub fn place_of(live: Live, id: Id) -> Place {
    let rows = rows(live);
    live.read(|set| {
        let slot = set.lead_slot(id);
        let at = rows.iter().position(|row| Some(*row) == slot);
        // A lead that was removed meanwhile is passed over.
        let there = |row: &u32| set.lead_row(*row).map(|row| row.id);
        let (previous, next) = match at {
            Some(at) => (rows[..at].iter().rev().find_map(there), rows[at + 1..].iter().find_map(there)),
            None => (None, rows.iter().find_map(there)),
        };
        Place { number: at.map(|at| at + 1), count: rows.len(), previous, next }
    })
}

fn rows(live: Live) -> Rc<[u32]> {
    let last = LAST.with_borrow(Clone::clone);
    let mut last = last.unwrap_or_else(|| LastInbox { href: routes::LEADS.to_owned(), query: InboxQuery::new(clock::today()), rows: None });
    let rows = last.rows.take().unwrap_or_else(|| live.read(|set| set.inbox(&last.query)).into());
    last.rows = Some(rows.clone());
    LAST.set(Some(last));
    rows
}
