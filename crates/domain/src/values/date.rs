//! A civil date without a time or a zone.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::stamp::Millis;

const DAY_MS: i64 = 86_400_000;

/// Days since 1970-01-01; written as ISO 8601 (`2026-11-05`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date(pub i32);

impl Date {
    /// None when there is no such day, such as 30 February.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        let days = NaiveDate::from_ymd_opt(year, month, day)?.signed_duration_since(NaiveDate::default()).num_days();
        i32::try_from(days).ok().map(Self)
    }

    /// The day of a moment in UTC.
    pub fn from_millis(at: Millis) -> Self {
        let days = at.div_euclid(DAY_MS);
        Self(days.clamp(i32::MIN.into(), i32::MAX.into()) as i32)
    }

    /// Midnight UTC at the start of the day.
    pub fn to_millis(self) -> Millis {
        i64::from(self.0) * DAY_MS
    }

    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// From the year 1 to the year 9999: what can be written with four digits.
    pub fn is_on_the_calendar(self) -> bool {
        (1..=9999).contains(&self.ymd().0)
    }

    /// Days beyond any calendar count as its end.
    pub fn ymd(self) -> (i32, u32, u32) {
        let end = if self.0 < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        let date = NaiveDate::default().checked_add_signed(chrono::Duration::days(i64::from(self.0))).unwrap_or(end);
        (date.year(), date.month(), date.day())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// The text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no date")]
pub struct NoDate;

impl FromStr for Date {
    type Err = NoDate;

    /// `2026-11-05`, also with a year of up to six digits and a sign.
    fn from_str(text: &str) -> Result<Self, NoDate> {
        let text = text.trim();
        let (sign, digits) = text.strip_prefix('-').map_or((1, text.strip_prefix('+').unwrap_or(text)), |digits| (-1, digits));
        let mut parts = digits.splitn(3, '-').map(|part| {
            let number = !part.is_empty() && part.len() <= 6 && part.bytes().all(|byte| byte.is_ascii_digit());
            if number { part.parse::<u32>().map_err(|_| NoDate) } else { Err(NoDate) }
        });
        let mut next = || parts.next().unwrap_or(Err(NoDate));
        let (year, month, day) = (next()?, next()?, next()?);
        Self::from_ymd(sign * year as i32, month, day).ok_or(NoDate)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn written_and_read_back() {
        for text in ["1970-01-01", "2026-11-05", "1904-02-29", "1969-12-31"] {
            assert_eq!(text.parse::<Date>().expect("a date").to_string(), text);
        }
        for text in ["", "2026", "2026-11", "2026-11-", "2026-02-30", "2026-11-05-1", "a-1-1", "2026- 1-05", "--1-1-1"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
        assert!(Date::from_ymd(2025, 2, 29).is_none());
        assert!(!Date(i32::MAX).is_on_the_calendar() && !Date(i32::MIN).is_on_the_calendar());
        assert_eq!(Date::from_millis(i64::MAX), Date(i32::MAX));
        assert_eq!(Date::from_millis(-1).to_string(), "1969-12-31");
    }
}
