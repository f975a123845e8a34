//! Which decimal sign and which order of dates a file uses: decided once, from all the values.

use super::parse_date::{DateEvidence, DateOrder, date_evidence};
use super::parse_money::{Decimal, DecimalEvidence, decimal_evidence};
use super::{Mapping, Target};

/// How numbers and dates of a file are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Formats {
    pub decimal: Decimal,
    pub dates: DateOrder,
}

impl Formats {
    /// What is usual for a language and region ("de", "it-CH", "en-US"), and in files separated by semicolons: those
    /// come from places where the comma is the decimal sign.
    pub fn usual(language: &str, semicolons: bool) -> Self {
        let swiss = language.ends_with("-CH");
        let comma = !swiss && (semicolons || !language.starts_with("en"));
        let american = language == "en-US" && !semicolons;
        Self {
            decimal: if comma { Decimal::Comma } else { Decimal::Point },
            dates: if american { DateOrder::MonthFirst } else { DateOrder::DayFirst },
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuessedFormats {
    pub formats: Formats,
    /// Some numbers read differently with comma and point, and no other number decides.
    pub decimal_ambiguous: bool,
    /// Some dates read differently with day and month first, and no other date decides.
    pub dates_ambiguous: bool,
}

/// Looks at the columns that go to amounts and dates. `usual` stands where the values leave it open.
pub fn guess_formats(mapping: &Mapping, samples: &[Vec<String>], usual: Formats) -> GuessedFormats {
    let amounts: Vec<DecimalEvidence> = values(mapping, samples, &[Target::ValueAmount]).map(decimal_evidence).collect();
    let decimals = Votes::count(amounts.iter().map(|evidence| match evidence {
        DecimalEvidence::Sure(decimal) => Vote::For(*decimal),
        DecimalEvidence::Open(_) => Vote::Open,
        DecimalEvidence::None => Vote::None,
    }));
    let thousands = Votes::count(amounts.iter().map(|evidence| match evidence {
        DecimalEvidence::Open(decimal) => Vote::For(*decimal),
        _ => Vote::None,
    }));
    let dates = values(mapping, samples, &[Target::CloseDate, Target::BirthDate, Target::CreatedAt]);
    let orders = Votes::count(dates.map(|text| match date_evidence(text) {
        DateEvidence::Sure(order) => Vote::For(order),
        DateEvidence::Open => Vote::Open,
        DateEvidence::None => Vote::None,
    }));
    let both = [Decimal::Comma, Decimal::Point];
    let (decimal, decimal_ambiguous) = decimals.winner(both);
    // Until somebody has looked: nobody writes amounts with three decimals.
    let decimal = if decimal_ambiguous { thousands.winner(both).0 } else { decimal };
    let (order, dates_ambiguous) = orders.winner([DateOrder::DayFirst, DateOrder::MonthFirst]);
    // Dates that begin with the year decide nothing about the others.
    let order = order.or(orders.only(DateOrder::YearFirst));
    let formats = Formats { decimal: decimal.unwrap_or(usual.decimal), dates: order.unwrap_or(usual.dates) };
    GuessedFormats { formats, decimal_ambiguous, dates_ambiguous }
}

fn values<'a>(mapping: &Mapping, samples: &'a [Vec<String>], targets: &[Target]) -> impl Iterator<Item = &'a str> {
    let wanted = |column: &super::Column| targets.contains(&column.target);
    let columns: Vec<usize> = mapping.columns.iter().enumerate().filter(|(_, column)| wanted(column)).map(|(at, _)| at).collect();
    samples.iter().flat_map(move |row| columns.clone().into_iter().filter_map(|at| row.get(at)).map(String::as_str))
}

enum Vote<T> {
    For(T),
    Open,
    None,
}

struct Votes<T> {
    given: Vec<T>,
    open: usize,
}

impl<T: Copy + PartialEq> Votes<T> {
    fn count(votes: impl Iterator<Item = Vote<T>>) -> Self {
        let mut all = Self { given: Vec::new(), open: 0 };
        for vote in votes {
            match vote {
                Vote::For(one) => all.given.push(one),
                Vote::Open => all.open += 1,
                Vote::None => {}
            }
        }
        all
    }

    fn votes(&self, one: T) -> usize {
        self.given.iter().filter(|given| **given == one).count()
    }

    /// The one of two with more votes, and whether open values could be meant otherwise: nobody voted, or both did.
    fn winner(&self, [a, b]: [T; 2]) -> (Option<T>, bool) {
        let (for_a, for_b) = (self.votes(a), self.votes(b));
        let winner = match for_a.cmp(&for_b) {
            std::cmp::Ordering::Greater => Some(a),
            std::cmp::Ordering::Less => Some(b),
            std::cmp::Ordering::Equal => None,
        };
        (winner, self.open > 0 && (for_a > 0) == (for_b > 0))
    }

    fn only(&self, one: T) -> Option<T> {
        (self.open == 0 && !self.given.is_empty() && self.votes(one) == self.given.len()).then_some(one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[(&str, &str)], usual: Formats) -> (Decimal, DateOrder, bool, bool) {
        let mapping = Mapping::new([("Value", Target::ValueAmount), ("Date", Target::CloseDate)]);
        let rows: Vec<Vec<String>> = values.iter().map(|(value, date)| vec![(*value).into(), (*date).into()]).collect();
        let guessed = guess_formats(&mapping, &rows, usual);
        (guessed.formats.decimal, guessed.formats.dates, guessed.decimal_ambiguous, guessed.dates_ambiguous)
    }

    #[test]
    fn other_rows_decide_what_one_leaves_open() {
        let american = Formats::usual("en-US", false);
        let rows = [("1.250", "12/09/2026"), ("1.250,50", "27/02/2025")];
        assert_eq!(check(&rows, american), (Decimal::Comma, DateOrder::DayFirst, false, false));
        assert_eq!(check(&[("1,250", "02/27/2025")], Formats::usual("de", true)), (Decimal::Point, DateOrder::MonthFirst, true, false));
        assert_eq!(check(&[("12.5", "12/09/2026")], american), (Decimal::Point, DateOrder::MonthFirst, false, true));
    }

    #[test]
    fn nothing_is_ambiguous_that_reads_the_same_either_way() {
        let german = Formats::usual("de", true);
        assert_eq!(check(&[("4200", "05.04.2025"), ("", "")], german), (Decimal::Comma, DateOrder::DayFirst, false, false));
        assert_eq!(check(&[("0", "2026-07-20")], german), (Decimal::Comma, DateOrder::YearFirst, false, false));
    }

    #[test]
    fn contradicting_values_are_asked_about() {
        let rows = [("1.250,50", "27/02/2025"), ("1,250.50", "02/27/2025"), ("1.250", "01/02/2025")];
        assert_eq!(check(&rows, Formats::usual("it", true)), (Decimal::Comma, DateOrder::DayFirst, true, true));
    }

    #[test]
    fn of_contradicting_amounts_those_left_open_are_thousands() {
        let rows = [("1,250.50", ""), ("1,300.50", ""), ("1.250,50", ""), ("€ 12.000", "")];
        assert_eq!(check(&rows, Formats::usual("en", false)).0, Decimal::Comma);
    }

    #[test]
    fn usual_formats() {
        let usual = |language, semicolons| {
            let formats = Formats::usual(language, semicolons);
            (formats.decimal, formats.dates)
        };
        assert_eq!(usual("en-US", false), (Decimal::Point, DateOrder::MonthFirst));
        assert_eq!(usual("en-GB", true), (Decimal::Comma, DateOrder::DayFirst));
        assert_eq!(usual("de-CH", true), (Decimal::Point, DateOrder::DayFirst));
        assert_eq!(usual("it", false), (Decimal::Comma, DateOrder::DayFirst));
    }
}
