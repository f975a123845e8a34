//! Amounts of money as people write them: `48000`, `48.000,00`, `48,000.00`, `€ 48k`, `1,2 Mio. CHF`, `CHF 1'200.-`.

use super::currencies::parse_currency;
use crate::text::fold;
use crate::values::{Currency, Money};

/// The sign before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decimal {
    Comma,
    Point,
}

impl Decimal {
    fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }
}

/// Words after a number that make it larger, with their power of ten.
const SCALES: &[(u32, &[&str])] = &[
    (3, &["k", "tsd", "tausend", "thousand", "mila"]),
    (6, &["m", "mn", "mio", "mln", "million", "millions", "millionen", "milione", "milioni"]),
];

/// `decimal` decides only what the text leaves open: `1.250` is 1250 with [`Decimal::Comma`] and 1.25 with
/// [`Decimal::Point`]. A currency in the text comes before `default`. None when this is no amount, or has more
/// decimals than its currency.
pub fn parse_money(text: &str, decimal: Decimal, default: Currency) -> Option<Money> {
    let parts = Parts::of(text)?;
    let mut currency = None;
    let mut power = 0;
    let mut negative = false;
    for word in words(parts.before) {
        match word {
            "-" | "−" if !negative => negative = true,
            "+" => {}
            _ if currency.is_none() => currency = Some(parse_currency(word)?),
            _ => return None,
        }
    }
    for word in words(parts.after) {
        match scale(word) {
            Some(scale) if power == 0 => power = scale,
            _ if currency.is_none() => currency = Some(parse_currency(word)?),
            _ => return None,
        }
    }
    let currency = currency.unwrap_or(default);
    let (whole, fraction) = parts.split(decimal)?;
    let minor = minor_units(whole, fraction, power + currency.digits())?;
    let minor = if negative { -minor } else { minor };
    Some(Money { minor, currency })
}

/// A number without a currency or a word, in millionths; none if it has more than six decimals.
pub(super) fn parse_number(text: &str, decimal: Decimal) -> Option<i64> {
    let parts = Parts::of(text)?;
    let negative = match words(parts.before).collect::<Vec<_>>().as_slice() {
        [] | ["+"] => false,
        ["-" | "−"] => true,
        _ => return None,
    };
    let (whole, fraction) = parts.split(decimal).filter(|_| words(parts.after).next().is_none())?;
    let number = minor_units(whole, fraction, 6)?;
    Some(if negative { -number } else { number })
}

/// Comma and point decide what it is: `1.250`.
pub fn reads_either_way(text: &str) -> bool {
    matches!(decimal_evidence(text), DecimalEvidence::Open(_))
}

/// What a text says about the decimal sign of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DecimalEvidence {
    Sure(Decimal),
    /// Reads differently with comma and point (`1.250`): with this one as thousands, as amounts mostly are.
    Open(Decimal),
    /// Reads the same either way, or is no number.
    None,
}

pub(super) fn decimal_evidence(text: &str) -> DecimalEvidence {
    let Some(parts) = Parts::of(text) else {
        return DecimalEvidence::None;
    };
    let last = parts.number.chars().rfind(|c| ".,".contains(*c));
    let Some(sign) = parts.dash.or(last) else {
        return DecimalEvidence::None;
    };
    let (this, other) = match sign {
        '.' => (Decimal::Point, Decimal::Comma),
        _ => (Decimal::Comma, Decimal::Point),
    };
    let signs = parts.number.matches(['.', ',']).count();
    let same = parts.number.matches(sign).count();
    match (signs, same) {
        _ if parts.dash.is_some() => DecimalEvidence::Sure(this),
        (1, _) if separates_thousands(parts.number, sign) => DecimalEvidence::Open(other),
        (_, 1) => DecimalEvidence::Sure(this),
        _ => DecimalEvidence::Sure(other),
    }
}

/// A text around its number: `€ ` `48` `k`.
struct Parts<'a> {
    before: &'a str,
    number: &'a str,
    /// The sign of "48.000,-": the number has no decimals.
    dash: Option<char>,
    after: &'a str,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let text = text.trim();
        let from = text.find(|c: char| c.is_ascii_digit())?;
        let to = text.rfind(|c: char| c.is_ascii_digit())? + 1;
        let (before, number) = (&text[..from], &text[from..to]);
        let after = text[to..].trim_start();
        let dashes = ['-', '–', '—'];
        let dash = after.chars().next().filter(|sign| ".,".contains(*sign) && after[1..].starts_with(dashes));
        let after = dash.map_or(after, |_| after[1..].trim_start_matches(dashes));
        Some(Self { before, number, dash, after })
    }

    /// What stands before and after the decimal sign.
    fn split(&self, decimal: Decimal) -> Option<(&'a str, &'a str)> {
        let Some(at) = self.number.rfind(['.', ',']).filter(|_| self.dash.is_none()) else {
            return Some((self.number, ""));
        };
        let sign = char::from(self.number.as_bytes()[at]);
        let signs = self.number.matches(['.', ',']).count();
        let same = self.number.matches(sign).count();
        let thousands = match signs {
            1 => separates_thousands(self.number, sign) && sign != decimal.sign(),
            _ if same == 1 => false,
            // "1.250.000", but not "1,250.000.000".
            _ if same == signs => true,
            _ => return None,
        };
        Some(match thousands {
            true => (self.number, ""),
            false => (&self.number[..at], &self.number[at + 1..]),
        })
    }
}

/// Runs of letters (with a `$`: "US$"), and every other sign alone. Points only end abbreviations.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '.');
        let first = rest.chars().next()?;
        let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let end = match letters {
            0 => first.len_utf8(),
            _ if rest[..letters].eq_ignore_ascii_case("us") && rest[letters..].starts_with('$') => letters + 1,
            _ => letters,
        };
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

fn scale(word: &str) -> Option<u32> {
    let word = fold(word);
    SCALES.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(power, _)| *power)
}

/// The number times ten to the `power`, if that is whole.
fn minor_units(whole: &str, fraction: &str, power: u32) -> Option<i64> {
    let whole = without_groups(whole)?;
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let fraction = fraction.trim_end_matches('0');
    let zeros = (power as usize).checked_sub(fraction.len())?;
    format!("{whole}{fraction}{}", "0".repeat(zeros)).parse().ok()
}

/// True for the only sign of a number that stands where a sign between thousands stands: `1.250`, not `0.250`.
fn separates_thousands(number: &str, sign: char) -> bool {
    number.split_once(sign).is_some_and(|(before, after)| {
        after.len() == 3
            && after.bytes().all(|b| b.is_ascii_digit())
            && (1..=3).contains(&before.len())
            && before.bytes().all(|b| b.is_ascii_digit())
            && !before.starts_with('0')
    })
}

/// Digits only. Groups must have three digits each: "12 34" is not one number.
fn without_groups(whole: &str) -> Option<String> {
    let mut groups = whole.split(|c: char| c.is_whitespace() || ".,'’".contains(c));
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let grouped = rest.iter().all(|group| group.len() == 3 && digits(group)) && first.len() <= 3;
    (digits(first) && (rest.is_empty() || grouped)).then(|| format!("{first}{}", rest.concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, decimal: Decimal) -> Option<String> {
        let money = parse_money(text, decimal, Currency::EUR)?;
        Some(format!("{} {}", money.plain(), money.currency.as_str()))
    }

    #[test]
    fn amounts_as_people_write_them() {
        for (text, plain) in [
            ("48000", "48000 EUR"),
            ("48.000,00", "48000 EUR"),
            ("48,000.00", "48000 EUR"),
            ("€ 48k", "48000 EUR"),
            ("48k€", "48000 EUR"),
            ("$1,250.50", "1250.50 USD"),
            ("US$ 5", "5 USD"),
            ("1,2 Mio. CHF", "1200000 CHF"),
            ("CHF 1'200.-", "1200 CHF"),
            ("48.000,– €", "48000 EUR"),
            ("Fr. 12.50", "12.50 CHF"),
            ("-5,5", "-5.50 EUR"),
            ("€ -0,05", "-0.05 EUR"),
            ("12 500,00 Euro", "12500 EUR"),
            ("12\u{a0}500,00", "12500 EUR"),
            ("1.250.000", "1250000 EUR"),
            ("1250 JPY", "1250 JPY"),
            ("0,00", "0 EUR"),
            ("3 mila", "3000 EUR"),
        ] {
            for decimal in [Decimal::Comma, Decimal::Point] {
                assert_eq!(check(text, decimal).as_deref(), Some(plain), "{text}");
            }
        }
    }

    #[test]
    fn the_setting_decides_what_the_text_leaves_open() {
        assert_eq!(check("1.250", Decimal::Comma).as_deref(), Some("1250 EUR"));
        assert_eq!(check("1.250", Decimal::Point).as_deref(), Some("1.25 EUR"));
        assert_eq!(check("1,12", Decimal::Comma).as_deref(), Some("1.12 EUR"));
        assert_eq!(check("0.250", Decimal::Comma).as_deref(), Some("0.25 EUR"));
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in [
            "",
            "about 5",
            "5 net",
            "12 34",
            "12.34.56",
            "1,2,3",
            "5%",
            "€ 5 $",
            "1.25.000,0",
            "1,250.000.000",
            "5.001",
            "12345678901234567890",
            "--5",
            "5 k k",
        ] {
            assert_eq!(check(text, Decimal::Point), None, "{text}");
        }
    }

    #[test]
    fn evidence_for_the_file() {
        use DecimalEvidence as E;
        for (text, expected) in [
            ("1.250,50", E::Sure(Decimal::Comma)),
            ("1,250.50", E::Sure(Decimal::Point)),
            ("1.250.000", E::Sure(Decimal::Comma)),
            ("12.5", E::Sure(Decimal::Point)),
            ("1.250", E::Open(Decimal::Comma)),
            ("1,250 €", E::Open(Decimal::Point)),
            ("48.000,-", E::Sure(Decimal::Comma)),
            ("4200", E::None),
            ("none", E::None),
        ] {
            assert_eq!(decimal_evidence(text), expected, "{text}");
        }
    }
}
