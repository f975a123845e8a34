//! What the address says: filters, order, the lead shown. Defaults are left out.

use std::fmt::Write;

use domain::ids::Id;
use leptos_router::location::Url;
use leptos_router::params::ParamsMap;

use crate::clock;
use crate::routes;
use crate::store::working_set::{InboxQuery, LeadState, Sort};

const SORTS: [(Sort, &str); 6] = [
    (Sort::Next, "next"),
    (Sort::Name, "name"),
    (Sort::Status, "status"),
    (Sort::Value, "value"),
    (Sort::Created, "created"),
    (Sort::Owner, "owner"),
];
const STATES: [(LeadState, &str); 3] = [(LeadState::Open, "open"), (LeadState::Archived, "archived"), (LeadState::Converted, "converted")];

/// What cannot be read counts as not said.
pub fn read(params: &ParamsMap) -> (InboxQuery, Option<Id>) {
    let text = |key: &str| params.get(key).filter(|text| !text.is_empty());
    let id = |key: &str| text(key).and_then(|text| text.parse().ok());
    let query = InboxQuery {
        text: text("q").unwrap_or_default(),
        state: text("state").and_then(|key| value(&STATES, &key)).unwrap_or_default(),
        status: id("status"),
        owner: id("owner"),
        tag: text("tag"),
        sort: text("sort").and_then(|key| value(&SORTS, &key)).unwrap_or_default(),
        descending: text("dir").as_deref() == Some("desc"),
        ..InboxQuery::new(clock::today())
    };
    (query, id("lead"))
}

/// The address of a view of the inbox.
pub fn write(query: &InboxQuery, lead: Option<Id>) -> String {
    let mut address = routes::LEADS.to_owned();
    let mut add = |key: &str, value: String| {
        let sign = if address.contains('?') { '&' } else { '?' };
        // Writing to a string can't fail.
        let _ = write!(address, "{sign}{key}={}", Url::escape(&value));
    };
    let some = |key: &str, value: Option<String>, add: &mut dyn FnMut(&str, String)| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            add(key, value);
        }
    };
    some("state", (query.state != LeadState::Open).then(|| key(&STATES, query.state)), &mut add);
    some("q", Some(query.text.trim().to_owned()), &mut add);
    some("status", query.status.map(|id| id.to_string()), &mut add);
    some("owner", query.owner.map(|id| id.to_string()), &mut add);
    some("tag", query.tag.clone(), &mut add);
    some("sort", (query.sort != Sort::Next).then(|| key(&SORTS, query.sort)), &mut add);
    some("dir", query.descending.then(|| "desc".to_owned()), &mut add);
    some("lead", lead.map(|id| id.to_string()), &mut add);
    address
}

fn value<T: Copy>(table: &[(T, &str)], key: &str) -> Option<T> {
    table.iter().find(|(_, name)| *name == key).map(|(value, _)| *value)
}

fn key<T: PartialEq>(table: &[(T, &str)], value: T) -> String {
    table.iter().find(|(known, _)| *known == value).map_or("", |(_, name)| name).to_owned()
}
