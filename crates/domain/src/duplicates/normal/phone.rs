//! Phone numbers by the digits that count: without calling code, trunk zero and signs.

/// Calling codes that a number written with `+` or `00` may begin with. One digit, then two, else three (ITU E.164).
const ONE: &[u8] = b"17";
const TWO: &[&str] = &[
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54",
    "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
];

/// Digits fewer than these would agree by chance.
const SHORTEST: usize = 6;
const LONGEST: usize = 15;

/// The national significant number; none for what is too short or only a placeholder.
pub fn read(text: &str) -> Option<String> {
    let text = text.split(['x', 'X']).next().unwrap_or_default();
    let plus = text.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+').starts_with('+');
    let text = text.replace("(0)", "");
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let international = plus || digits.starts_with("00");
    let digits = digits.trim_start_matches('0');
    let national = if international { without_calling_code(digits) } else { digits };
    let national = national.trim_start_matches('0');
    let varied = national.bytes().any(|byte| Some(byte) != national.bytes().next());
    let plausible = (SHORTEST..=LONGEST + 4).contains(&national.len()) && varied && !"12345678901234567890".starts_with(national);
    plausible.then(|| national.chars().take(LONGEST).collect())
}

/// Beginnings of mobile numbers after a calling code: those that people at home do not share.
const MOBILE: &[(&str, &[&str])] = &[
    ("39", &["3"]),
    ("49", &["15", "16", "17"]),
    ("43", &["65", "66", "67", "68", "69"]),
    ("41", &["75", "76", "77", "78", "79"]),
    ("44", &["7"]),
    ("33", &["6", "7"]),
    ("34", &["6", "7"]),
    ("31", &["6"]),
    ("32", &["4"]),
    ("351", &["9"]),
    ("46", &["7"]),
    ("48", &["5", "6", "7", "88"]),
    ("420", &["6", "7"]),
    ("421", &["9"]),
    ("36", &["20", "30", "70"]),
    ("385", &["9"]),
    ("386", &["30", "31", "40", "41", "51", "64", "68", "70"]),
    ("90", &["5"]),
    ("61", &["4"]),
];

/// Surely a mobile number, by its calling code or by how it begins in German, Austrian, Swiss, British and Italian hands.
pub fn is_mobile(text: &str) -> bool {
    let plus = text.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+').starts_with('+');
    let digits: String = text.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let national = |national: &str, starts: &[&str]| starts.iter().any(|start| national.trim_start_matches('0').starts_with(start));
    if plus || digits.starts_with("00") {
        let digits = digits.trim_start_matches('0');
        return MOBILE.iter().any(|(code, starts)| digits.strip_prefix(code).is_some_and(|rest| national(rest, starts)));
    }
    match digits.strip_prefix('0') {
        Some(rest) => {
            rest.len() >= 9
                && ["15", "16", "17", "65", "66", "67", "68", "69", "75", "76", "77", "78", "79"]
                    .iter()
                    .any(|start| rest.starts_with(start))
        }
        None => (9..=10).contains(&digits.len()) && digits.starts_with('3'),
    }
}

fn without_calling_code(digits: &str) -> &str {
    let length = match digits.as_bytes() {
        [first, ..] if ONE.contains(first) => 1,
        _ if digits.get(..2).is_some_and(|code| TWO.contains(&code)) => 2,
        _ => 3,
    };
    digits.get(length..).unwrap_or_default()
}

/// How two numbers relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Equal,
    /// One digit wrong or two swapped.
    Near,
    /// One exchange: an extension on one side, or another one.
    SameExchange,
    Different,
}

/// Digits of an extension at most.
const EXTENSION: usize = 4;
/// Digits of a calling code that was written without a sign for it.
const CODE: usize = 3;

/// Of two national significant numbers. Symmetric.
pub fn relation(a: &[u8], b: &[u8]) -> Relation {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let extra = long.len() - short.len();
    if short == long || (short.len() >= 8 && extra <= CODE && long.ends_with(short)) {
        return Relation::Equal;
    }
    let shared = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    if shared == short.len() && shared >= SHORTEST && extra <= EXTENSION {
        return Relation::SameExchange;
    }
    if extra == 0 && short.len() >= 8 {
        let tail = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
        let middle = short.len() - shared - tail.min(short.len() - shared);
        let swapped = middle == 2 && short[shared] == long[shared + 1] && short[shared + 1] == long[shared];
        // The last two digits tell extensions apart, so a slip there is none.
        if shared + 2 >= short.len() {
            return Relation::SameExchange;
        }
        if middle == 1 || swapped {
            return Relation::Near;
        }
    }
    if shared + EXTENSION >= long.len() && shared >= 7 && extra <= 2 { Relation::SameExchange } else { Relation::Different }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_in_many_forms() {
        for same in ["+39 0471 555010", "0039 0471/555010", "0471 555010", "+39 (0)471 555-010"] {
            assert_eq!(read(same).as_deref(), Some("471555010"), "{same}");
        }
        for nothing in ["", "000000", "12345678", "112", "n/a"] {
            assert_eq!(read(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn mobiles_are_told_from_the_phone_at_home() {
        for mobile in ["+39 348 5550142", "348-5550142", "0171 2345678", "+44 7911 123456", "0664/5550101"] {
            assert!(is_mobile(mobile), "{mobile}");
        }
        for home in ["+39 0471 555010", "0471 555010", "+49 711 5550142", "+1 312 555 0100", "(415) 615-3215"] {
            assert!(!is_mobile(home), "{home}");
        }
    }

    #[test]
    fn numbers_relate() {
        for (a, b, expected) in [
            ("2127151587", "12127151587", Relation::Equal),
            ("3483724185", "3483742185", Relation::Near),
            ("2117622447", "211762244788", Relation::SameExchange),
            ("211762244761", "211762244788", Relation::SameExchange),
            ("3483724185", "3351234567", Relation::Different),
        ] {
            assert_eq!(relation(a.as_bytes(), b.as_bytes()), expected, "{a} {b}");
            assert_eq!(relation(b.as_bytes(), a.as_bytes()), expected, "{b} {a}");
        }
    }
}
