//! Every address of the app, in one place.

use domain::ids::Id;
use domain::records::{Kind, Record};

pub const LEADS: &str = "/leads";
pub const DEALS: &str = "/deals";
pub const PEOPLE: &str = "/people";
pub const ORGANIZATIONS: &str = "/organizations";
pub const ACTIVITIES: &str = "/activities";
pub const IMPORT: &str = "/import";
pub const SETTINGS: &str = "/settings";
pub const CHANGES: &str = "/changes";
pub const DUPLICATES: &str = "/duplicates";

/// The page of a record; none for kinds that have no page of their own.
pub fn record(kind: Kind, id: Id) -> Option<String> {
    let list = match kind {
        Kind::Lead => LEADS,
        Kind::Deal => DEALS,
        Kind::Person => PEOPLE,
        Kind::Organization => ORGANIZATIONS,
        _ => return None,
    };
    Some(format!("{list}/{id}"))
}

/// Whether this screen is shown now.
pub fn is_at(path: &str) -> bool {
    web_sys::window().and_then(|window| window.location().pathname().ok()).is_some_and(|shown| shown == path)
}

pub fn of(record: &Record) -> Option<String> {
    self::record(record.kind, record.id)
}
