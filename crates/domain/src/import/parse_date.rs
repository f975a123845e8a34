//! Days and moments as people and systems write them: ISO 8601, `14.04.2025`, `12/09/2026`, `5. November 2026`.

use crate::stamp::Millis;
use crate::text::fold;
use crate::values::Date;

/// The order of day, month and year where the text leaves it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateOrder {
    DayFirst,
    MonthFirst,
    YearFirst,
}

/// English, German, Austrian and Italian names, folded; three letters of any are enough.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "janner", "jaenner", "gennaio"],
    &["february", "februar", "febbraio"],
    &["march", "marz", "maerz", "marzo"],
    &["april", "aprile"],
    &["may", "mai", "maggio"],
    &["june", "juni", "giugno"],
    &["july", "juli", "luglio"],
    &["august", "agosto"],
    &["september", "settembre"],
    &["october", "oktober", "ottobre"],
    &["november", "novembre"],
    &["december", "dezember", "dicembre"],
];

/// `order` decides what the text leaves open: a day that starts with four digits or has points is read as it stands.
/// It never gives way: `12/25/2026` is no day with [`DateOrder::DayFirst`]. A time of day after it is ignored.
pub fn parse_date(text: &str, order: DateOrder) -> Option<Date> {
    let (day, _) = split_time(text.trim());
    let Parts { year, month, day } = match Numbers::of(day)? {
        Numbers::Clear(parts) => parts,
        Numbers::Open { first, second, year } => match order {
            DateOrder::DayFirst => Parts { year, month: second, day: first },
            DateOrder::MonthFirst => Parts { year, month: first, day: second },
            DateOrder::YearFirst if year < 100 => Parts { year: first, month: second, day: year },
            DateOrder::YearFirst if first > 12 || first == second => Parts { year, month: second, day: first },
            DateOrder::YearFirst if second > 12 => Parts { year, month: first, day: second },
            DateOrder::YearFirst => return None,
        },
    };
    Date::from_ymd(full_year(year)?, month, day)
}

/// A moment: a day as in [`parse_date`], perhaps a time, perhaps a zone. Without a zone it is UTC, without a time midnight.
pub fn parse_time(text: &str, order: DateOrder) -> Option<Millis> {
    let date = parse_date(text, order)?;
    let (_, time) = split_time(text.trim());
    Some(date.to_millis() + if time.is_empty() { 0 } else { millis_of_day(time)? })
}

/// What a text says about the order in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateEvidence {
    Sure(DateOrder),
    /// Reads differently with day first and month first.
    Open,
    /// Reads the same in every order, or is no day.
    None,
}

pub(super) fn date_evidence(text: &str) -> DateEvidence {
    let (day, _) = split_time(text.trim());
    match Numbers::of(day) {
        Some(Numbers::Open { first, second, .. }) => match (first > 12, second > 12) {
            (true, false) => DateEvidence::Sure(DateOrder::DayFirst),
            (false, true) => DateEvidence::Sure(DateOrder::MonthFirst),
            (false, false) if first != second => DateEvidence::Open,
            _ => DateEvidence::None,
        },
        Some(Numbers::Clear(parts)) if day.trim().starts_with(&format!("{:04}", parts.year)) => DateEvidence::Sure(DateOrder::YearFirst),
        _ => DateEvidence::None,
    }
}

struct Parts {
    year: u32,
    month: u32,
    day: u32,
}

/// The three numbers of a day.
enum Numbers {
    Clear(Parts),
    /// `12/09/2026`, `12-09-26`.
    Open {
        first: u32,
        second: u32,
        year: u32,
    },
}

impl Numbers {
    fn of(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(['.', '/', '-', ' ', ',']).filter(|part| !part.is_empty()).collect();
        if let [whole] = parts.as_slice() {
            return Self::without_signs(whole);
        }
        let [a, b, c] = parts.as_slice() else { return None };
        let clear = |year, month, day| Some(Self::Clear(Parts { year, month, day }));
        if let Some(month) = month(b) {
            return if a.len() == 4 { clear(number(a)?, month, number(c)?) } else { clear(number(c)?, month, number(a)?) };
        }
        if let Some(month) = month(a) {
            return clear(number(c)?, month, number(b)?);
        }
        let (first, second, third) = (number(a)?, number(b)?, number(c)?);
        match (a.len(), c.len()) {
            (4, 1 | 2) => clear(first, second, third),
            (1 | 2, 2 | 4) if text.contains('.') => clear(third, second, first),
            (1 | 2, 2 | 4) => Some(Self::Open { first, second, year: third }),
            _ => None,
        }
    }

    /// `20261105`.
    fn without_signs(text: &str) -> Option<Self> {
        let all = number(text).filter(|_| text.len() == 8)?;
        let plausible = (1900..2100).contains(&(all / 10_000));
        plausible.then_some(Self::Clear(Parts { year: all / 10_000, month: all / 100 % 100, day: all % 100 }))
    }
}

fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn month(text: &str) -> Option<u32> {
    let word = fold(text);
    let known = |names: &[&str]| names.iter().any(|name| name.starts_with(&word));
    let at = (word.len() >= 3).then(|| MONTHS.iter().position(|names| known(names))).flatten()?;
    u32::try_from(at + 1).ok()
}

/// Two digits mean 1970 to 2069.
fn full_year(year: u32) -> Option<i32> {
    i32::try_from(match year {
        0..70 => year + 2000,
        70..100 => year + 1900,
        1000..=9999 => year,
        _ => return None,
    })
    .ok()
}

/// The day and what follows from the hour on.
fn split_time(text: &str) -> (&str, &str) {
    let Some(colon) = text.find(':') else { return (text, "") };
    let hour = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (text[..hour].trim_end_matches(['T', 't', ' ', ',']), &text[hour..])
}

/// `09:30`, `9:30 PM`, `09:30:00.000Z`, `09:30+02:00`, `14:30 Uhr`.
fn millis_of_day(text: &str) -> Option<Millis> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(text.len());
    let (clock, rest) = text.split_at(end);
    let mut parts = clock.trim_end_matches('.').splitn(3, ':');
    let hour = Millis::from(number(parts.next()?)?);
    let minute = Millis::from(number(parts.next()?)?);
    let seconds = millis_of_seconds(parts.next().unwrap_or("0"))?;
    let rest = fold(rest.trim());
    let (hour, zone) = match rest.as_str() {
        "" | "z" | "utc" | "gmt" | "uhr" | "h" => (hour, 0),
        "am" | "a.m." => (hour % 12, 0),
        "pm" | "p.m." => (hour % 12 + 12, 0),
        zone => (hour, zone_minutes(zone)?),
    };
    let valid = hour < 24 && minute < 60 && seconds < 61_000;
    valid.then_some(((hour * 60 + minute - zone) * 60_000) + seconds)
}

/// `05`, `05.250`.
fn millis_of_seconds(text: &str) -> Option<Millis> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let part = number(part).map(|_| format!("{part:0<3}"))?;
    Some(Millis::from(number(whole)?) * 1000 + Millis::from(number(&part[..3])?))
}

/// `+02:00`, `-0530`, `+01`.
fn zone_minutes(text: &str) -> Option<Millis> {
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let digits: String = text.chars().skip(1).filter(|c| *c != ':').collect();
    let all = Millis::from(number(&digits)?);
    let minutes = match digits.len() {
        2 => all * 60,
        4 => all / 100 * 60 + all % 100,
        _ => return None,
    };
    (minutes <= 14 * 60).then_some(sign * minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_leave_nothing_open() {
        for text in [
            "2026-11-05",
            "2026/11/5",
            "20261105",
            "05.11.2026",
            "5.11.26",
            "5. November 2026",
            "5 Nov 2026",
            "Nov 5, 2026",
            "5 nov. 2026",
            "2026 Nov 5",
            "2026-11-05T09:30:00.000Z",
            "05.11.2026, 14:30 Uhr",
        ] {
            for order in [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst] {
                let date = parse_date(text, order).map(|date| date.to_string());
                assert_eq!(date.as_deref(), Some("2026-11-05"), "{text}");
            }
        }
        let month = |text| parse_date(text, DateOrder::DayFirst).map(|date| date.ymd().1);
        for (text, number) in [("1 Jänner 2026", 1), ("1 mag 2026", 5), ("1. März 2026", 3), ("1 set 2026", 9)] {
            assert_eq!(month(text), Some(number), "{text}");
        }
    }

    #[test]
    fn the_order_decides_and_never_gives_way() {
        let read = |text, order| parse_date(text, order).map(|date| date.to_string());
        assert_eq!(read("12/03/2021", DateOrder::DayFirst).as_deref(), Some("2021-03-12"));
        assert_eq!(read("12/03/2021", DateOrder::MonthFirst).as_deref(), Some("2021-12-03"));
        assert_eq!(read("12/25/2026", DateOrder::DayFirst), None);
        assert_eq!(read("26/11/05", DateOrder::YearFirst).as_deref(), Some("2026-11-05"));
        assert_eq!(read("12/03/2021", DateOrder::YearFirst), None);
        assert_eq!(read("25/12/2026", DateOrder::YearFirst).as_deref(), Some("2026-12-25"));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in ["", "soon", "30.02.2026", "12/2026", "5.11.", "1.2.3.4", "5 Foo 2026", "12345678", "5.11.123"] {
            assert_eq!(parse_date(text, DateOrder::DayFirst), None, "{text}");
        }
    }

    #[test]
    fn moments() {
        let noon = parse_date("2026-07-20", DateOrder::DayFirst).unwrap().to_millis() + 12 * 3_600_000;
        for text in [
            "2026-07-20T12:00:00.000Z",
            "2026-07-20 12:00",
            "2026-07-20T14:00:00+02:00",
            "20.07.2026 12:00:00",
            "20/7/2026 12:00 PM",
            "2026-07-20T06:30:00-0530",
        ] {
            assert_eq!(parse_time(text, DateOrder::DayFirst), Some(noon), "{text}");
        }
        assert_eq!(parse_time("2026-07-20T12:00:00.25Z", DateOrder::DayFirst), Some(noon + 250));
        for text in ["2026-07-20 25:00", "2026-07-20 12:61", "2026-07-20 12:00 CEST", "12:00", "2026-07-20 1:"] {
            assert_eq!(parse_time(text, DateOrder::DayFirst), None, "{text}");
        }
    }

    #[test]
    fn evidence_for_the_file() {
        use DateEvidence as E;
        for (text, expected) in [
            ("27/02/2025", E::Sure(DateOrder::DayFirst)),
            ("02/27/2025", E::Sure(DateOrder::MonthFirst)),
            ("12/09/2026", E::Open),
            ("12/12/2026", E::None),
            ("05.04.2025", E::None),
            ("2026-07-20T09:30:00.000Z", E::Sure(DateOrder::YearFirst)),
            ("soon", E::None),
        ] {
            assert_eq!(date_evidence(text), expected, "{text}");
        }
    }
}
