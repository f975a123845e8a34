//! When something is due or happened, in the words of a person: near days by name, others by date.

use domain::stamp::Millis;
use domain::values::Date;

use super::{basics, format, messages};

messages! {
    at(day, time) = "{day} {time}" | "{day} {time}" | "{day} {time}";
    late_since(day) = "Late since {day}" | "Überfällig seit {day}" | "In ritardo da {day}";
    no_date = "no date" | "ohne Datum" | "senza data";
}

/// `today 14:00`, `2 days late`, `Thu 26 Nov`.
pub fn due(date: Date, minutes: Option<i64>, today: Date) -> String {
    let late = today.0.saturating_sub(date.0);
    if late > 0 {
        return basics::days_late(late as usize);
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
        -1 => basics::yesterday().to_owned(),
        0 => basics::today().to_owned(),
        1 => basics::tomorrow().to_owned(),
        _ if date.ymd().0 == today.ymd().0 => format::weekday(date),
        _ => format::date(date),
    }
}

/// A moment of the past in local time: `today 09:05`, `Mon 16 Nov 09:12`, `5 Nov 2025, 14:00` in another year.
pub fn happened(at: Millis, today: Date) -> String {
    let (date, minutes) = local(at);
    if date.ymd().0 == today.ymd().0 { self::at(day(date, today), format::time_of_day(minutes)) } else { format::moment(at) }
}

/// Local day and minutes after midnight of a moment.
pub fn local(at: Millis) -> (Date, i64) {
    let moment = js_sys::Date::new(&(at as f64).into());
    let date = Date::from_ymd(moment.get_full_year() as i32, moment.get_month() + 1, moment.get_date());
    let minutes = i64::from(moment.get_hours() * 60 + moment.get_minutes());
    (date.unwrap_or_else(|| Date::from_millis(at)), minutes)
}

/// The moment of a local day and time.
pub fn moment_of(date: Date, minutes: i64) -> Millis {
    let (year, month, day) = date.ymd();
    let (hours, minutes) = ((minutes / 60) as i32, (minutes % 60) as i32);
    let moment = js_sys::Date::new_with_year_month_day_hr_min(year as u32, month as i32 - 1, day as i32, hours, minutes);
    moment.get_time() as Millis
}
