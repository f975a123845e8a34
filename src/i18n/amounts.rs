//! Amounts of money as people type them: `48000`, `48.000,00`, `48,000.00`, `€ 48k`.

use domain::values::{Currency, Money, decimal};

use super::Lang;

/// What was typed, as money; none when it is no amount. A currency in the text wins over `currency`.
pub fn parse(text: &str, currency: Currency) -> Option<Money> {
    let (digits, named) = split(text)?;
    let currency = match named.as_deref() {
        None => currency,
        Some(named) => named.parse().ok()?,
    };
    let (digits, thousands) = strip_unit(&digits)?;
    let (whole, part) = decimal(&digits, currency.digits() as usize, thousands > 0)?;
    let exponent = currency.digits() as usize + thousands;
    let mut minor: i64 = whole.parse().ok()?;
    let mut part = part.bytes();
    for _ in 0..exponent {
        let digit = part.next().map_or(0, |byte| i64::from(byte - b'0'));
        minor = minor.checked_mul(10)?.checked_add(digit)?;
    }
    let rest_is_zero = part.all(|byte| byte == b'0');
    let negative = digits.starts_with('-');
    rest_is_zero.then_some(Money { minor: if negative { -minor } else { minor }, currency })
}

/// As it stands in an input: without grouping, with the decimal sign of the language.
pub fn plain(money: Money, lang: Lang) -> String {
    let text = money.plain();
    if lang == Lang::En { text } else { text.replace('.', ",") }
}

/// A number with decimals as a custom field holds it, in millionths. The decimal sign is the one of the language; the other one groups.
pub fn parse_number(text: &str, lang: Lang) -> Option<i64> {
    let (point, group) = if lang == Lang::En { ('.', ',') } else { (',', '.') };
    let text: String = text.chars().filter(|c| !c.is_whitespace() && !"'’".contains(*c)).collect();
    let text = text.replace(['–', '−'], "-");
    let (whole, part) = text.split_once(point).map_or((text.as_str(), None), |(whole, part)| (whole, Some(part)));
    let groups: Vec<&str> = whole.split(group).collect();
    let grouped = groups.iter().skip(1).all(|digits| digits.len() == 3);
    match part {
        // One such sign that can't group is a decimal sign of another language.
        None if groups.len() == 2 && !grouped => decimal::parse(&groups.join(".")),
        _ if !grouped => None,
        None => decimal::parse(&groups.concat()),
        Some(part) => decimal::parse(&format!("{}.{part}", groups.concat())),
    }
}

/// Such a number as it stands in an input.
pub fn plain_number(millionths: i64, lang: Lang) -> String {
    let text = decimal::plain(millionths);
    if lang == Lang::En { text } else { text.replace('.', ",") }
}

/// The amount with its unit, lower case and without spaces, apart from the currency named beside it.
fn split(text: &str) -> Option<(String, Option<String>)> {
    let clean: String = text.chars().filter(|c| !c.is_whitespace() && !"'’".contains(*c)).collect();
    let (mut amount, mut named) = (String::new(), String::new());
    let mut letters = String::new();
    for c in clean.chars().chain([' ']) {
        if c.is_alphabetic() {
            letters.push(c);
            continue;
        }
        match letters.to_lowercase().as_str() {
            "" => {}
            unit @ ("k" | "m" | "mio" | "mln" | "mio." | "tsd") => amount.push_str(unit),
            _ => named.push_str(&letters),
        }
        letters.clear();
        match c {
            '€' | '$' | '£' => named.push(c),
            ' ' => {}
            '–' | '−' => amount.push('-'),
            c => amount.push(c),
        }
    }
    Some((amount, (!named.is_empty()).then_some(named)))
}

/// Zeros that a unit behind the figure stands for.
fn strip_unit(amount: &str) -> Option<(String, usize)> {
    let amount = amount.trim_end_matches('.');
    let units = [("mio", 6), ("mln", 6), ("tsd", 3), ("k", 3), ("m", 6)];
    match units.iter().find_map(|(unit, zeros)| amount.strip_suffix(unit).map(|rest| (rest.to_owned(), *zeros))) {
        Some((rest, _)) if rest.is_empty() => None,
        Some(found) => Some(found),
        None => Some((amount.to_owned(), 0)),
    }
}

/// Digits before and after the decimal sign. One sign with three digits behind it groups, where money has fewer decimals.
fn decimal(amount: &str, decimals: usize, scaled: bool) -> Option<(String, String)> {
    let amount = amount.strip_prefix(['-', '+']).unwrap_or(amount);
    let signs: Vec<(usize, char)> = amount.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    if !amount.chars().any(|c| c.is_ascii_digit()) || signs.iter().any(|(_, c)| !",.".contains(*c)) {
        return None;
    }
    let Some(&(at, last)) = signs.last() else { return Some((amount.to_owned(), String::new())) };
    let mixed = signs.iter().any(|(_, c)| *c != last);
    let behind = amount.len() - at - 1;
    let grouping = !mixed && (signs.len() > 1 || (behind == 3 && decimals != 3 && !scaled));
    let only_digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    match grouping {
        true => Some((only_digits(amount), String::new())),
        false if signs.iter().filter(|(_, c)| *c == last).count() > 1 => None,
        false => {
            let whole = only_digits(&amount[..at]);
            Some((if whole.is_empty() { "0".to_owned() } else { whole }, amount[at + 1..].to_owned()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minor(text: &str) -> Option<i64> {
        parse(text, Currency::EUR).map(|money| money.minor)
    }

    #[test]
    fn generous_with_grouping_and_units() {
        for same in
            ["48000", "48.000,00", "48,000.00", "48 000", "48'000", "€ 48k", "48k €", "EUR 48.000", "48.000", "48,000", "0,048m", "48 Tsd."]
        {
            assert_eq!(minor(same), Some(4_800_000), "{same}");
        }
        assert_eq!(minor("1.5"), Some(150));
        assert_eq!(minor("1,5"), Some(150));
        assert_eq!(minor(",5"), Some(50));
        assert_eq!(minor("-12,30"), Some(-1230));
        assert_eq!(minor("1,2 Mio"), Some(120_000_000));
        assert_eq!(minor("1.234.567,89"), Some(123_456_789));
    }

    #[test]
    fn refuses_what_is_no_amount() {
        for bad in ["", "k", "a lot", "1,2,3.4.5", "48k?", "1.2345", "99999999999999999999"] {
            assert_eq!(minor(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_named_currency_wins() {
        let francs = parse("CHF 1'200.50", Currency::EUR).expect("an amount");
        assert_eq!((francs.minor, francs.currency.as_str()), (120_050, "CHF"));
        let yen = parse("1.250", "JPY".parse().expect("a code")).expect("an amount");
        assert_eq!(yen.minor, 1250);
    }

    #[test]
    fn numbers_are_read_as_the_language_writes_them() {
        for (text, lang, millionths) in [
            ("1,250.5", Lang::En, Some(1_250_500_000)),
            ("1.250,5", Lang::De, Some(1_250_500_000)),
            ("1.250", Lang::De, Some(1_250_000_000)),
            ("1.250", Lang::En, Some(1_250_000)),
            ("12,5", Lang::En, Some(12_500_000)),
            ("12.5", Lang::It, Some(12_500_000)),
            ("-3", Lang::It, Some(-3_000_000)),
            ("1.2,3.4", Lang::De, None),
            ("many", Lang::En, None),
        ] {
            assert_eq!(parse_number(text, lang), millionths, "{text}");
        }
        for lang in Lang::ALL {
            assert_eq!(parse_number(&plain_number(-1_500_000, lang), lang), Some(-1_500_000));
        }
    }

    #[test]
    fn what_stands_in_the_input_reads_back() {
        for lang in Lang::ALL {
            for minor in [0, 5, 120, 4_800_075, -105] {
                let money = Money { minor, currency: Currency::EUR };
                assert_eq!(parse(&plain(money, lang), Currency::EUR), Some(money));
            }
        }
    }
}
