//! When something is due or happened, in the words of a person: near days by name, others by date.

use domain::stamp::Millis;
use domain::values::Date;

use super::{common, format, messages};

messages! {
    at(day, time) = "{day} {time}" | "{day} {time}" | "{day} {time}";
    late_since(day) = "Late since {day}" | "Überfällig seit {day}" | "In ritardo da {day}";
    no_date = "no date" | "ohne Datum" | "senza data";
}

/// `today 14:00`, `2 days late`, `Thu 26 Nov`.
pub fn due(date: Date, minutes: Option<i64>, today: Date) -> String {
    let late = today.0.saturating_sub(date.0);
    if late > 0 {
        return common::days_late(late as usize);
    }
    let day = day(date, today);
    minutes.map_or_else(|| day.clone(), |minutes| at(&day, format::time_of_day(minutes)))
}

/// `Late since Tue 17 Nov`, `today 14:00`: as [`due`], but says since when.
pub fn due_since(date: Date, minutes: Option<i64>, today: Date) -> String {
    if date < today { late_since(day(date, today)) } else { due(date, minutes, today) }
}

/// `today`, `yesterday`, `Thu 26 Nov`, `5 Nov 2025` in another year.
pub fn day(date: Date, today: Date) -> String {
    match date.0.saturating_sub(today.0) {
        -1 => common::yesterday().to_owned(),
        0 => common::today().to_owned(),
        1 => common::tomorrow().to_owned(),
        _ if date.ymd().0 == today.ymd().0 => format::weekday(date),
        _ => format::date(date),
    }
}

/// A moment whose local day is `date`: with its time when it is near.
pub fn happened(at: Millis, date: Date, minutes: i64, today: Date) -> String {
    if date.ymd().0 == today.ymd().0 { self::at(day(date, today), format::time_of_day(minutes)) } else { format::moment(at) }
}
