//! Numbers with decimals: whole millionths, as custom fields hold them.

const MILLION: i64 = 1_000_000;

/// Plain form without grouping: `1500000` is `1.5`.
pub fn plain(millionths: i64) -> String {
    let (whole, part) = (millionths / MILLION, (millionths % MILLION).abs());
    let sign = if millionths < 0 && whole == 0 { "-" } else { "" };
    let digits = format!("{part:06}");
    match digits.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        digits => format!("{sign}{whole}.{digits}"),
    }
}

/// Reads the plain form; none if it is no number, too large, or has more than six decimals.
pub fn parse(text: &str) -> Option<i64> {
    let text = text.trim();
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || part.len() > 6 || !all_digits(whole) || !all_digits(part) {
        return None;
    }
    let part: i64 = format!("{part:0<6}").parse().ok()?;
    let amount = whole.parse::<i64>().ok()?.checked_mul(MILLION)?.checked_add(part)?;
    Some(if negative { -amount } else { amount })
}

#[cfg(test)]
mod tests {
    use super::{parse, plain};

    #[test]
    fn written_and_read_back() {
        for (millionths, text) in [(1_500_000, "1.5"), (-1, "-0.000001"), (0, "0"), (-2_000_000, "-2"), (12_345_678, "12.345678")] {
            assert_eq!(plain(millionths), text);
            assert_eq!(parse(text), Some(millionths));
        }
        for text in ["", "1.2345678", "1,5", "-", "x", "1.", "99999999999999"] {
            assert_eq!(parse(text), if text == "1." { Some(1_000_000) } else { None }, "{text}");
        }
    }
}
