//! The only reader of time and randomness.

use domain::ids::Id;
use domain::stamp::{Millis, Stamp};
use domain::values::Date;
use domain::workspace;

/// Milliseconds since 1970 UTC.
pub fn now() -> Millis {
    js_sys::Date::now() as Millis
}

/// The user's civil day.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let day = Date::from_ymd(now.get_full_year() as i32, now.get_month() + 1, now.get_date());
    day.unwrap_or_else(|| Date::from_millis(self::now()))
}

/// The civil day of a moment where the user is.
pub fn day_of(at: Millis) -> Date {
    let date = js_sys::Date::new(&(at as f64).into());
    Date::from_ymd(date.get_full_year() as i32, date.get_month() + 1, date.get_date()).unwrap_or_else(|| Date::from_millis(at))
}

/// Whole days since a moment, by the calendar.
pub fn days_since(at: Millis) -> usize {
    usize::try_from(today().0 - day_of(at).0).unwrap_or_default()
}

/// A new id: ordered by time, random otherwise (UUID version 7).
pub fn fresh_id() -> Id {
    Id::from_u128(uuid::Uuid::now_v7().as_u128())
}

/// The stamp of a new command of the local user.
pub fn stamp(device: Id) -> Stamp {
    Stamp { command: fresh_id(), device, by: workspace::ME, at: now() }
}

/// Milliseconds since the page was opened, for measuring.
pub fn elapsed() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}
