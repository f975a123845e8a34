//! Phone numbers: kept as written, compared by their significant digits.

/// Calling codes we meet most, longest first so that +1 does not swallow others.
const CALLING_CODES: &[&str] = &[
    "423", "420", "421", "386", "385", "378", "377", "353", "352", "351", "49", "39", "43", "41", "44", "33", "34", "31", "32", "45", "46",
    "47", "48", "1",
];

/// True when it has 5 to 20 digits (an extension included) and nothing but digits, signs and `ext`.
pub fn is_valid(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let sign = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-/().x:\u{2010}\u{2011}\u{2013}".contains(c);
    let with_words = || text.to_lowercase().replace("ext", "").replace("int", "").replace("tel", "").replace("dw", "").chars().all(sign);
    (5..=20).contains(&digits) && (text.chars().all(sign) || with_words())
}

/// What two numbers are compared by: the national number without calling code, trunk zero or punctuation.
/// None for fewer than 6 digits, which would match by chance.
pub fn key(text: &str) -> Option<String> {
    let international = text.trim_start().starts_with('+') || text.trim_start().starts_with("00");
    let text = text.replace("(0)", "");
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    let national = match CALLING_CODES.iter().find_map(|code| digits.strip_prefix(code)) {
        Some(rest) if international => rest.trim_start_matches('0'),
        _ => digits,
    };
    (national.len() >= 6).then(|| national.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        for same in ["+39 045 555 0142", "0039 045/5550142", "045 5550142", "+39 (0)45 555-0142", "+390455550142"] {
            assert_eq!(key(same).as_deref(), Some("455550142"), "{same}");
        }
        assert_eq!(key("112"), None);
    }

    #[test]
    fn words_are_no_number() {
        assert!(is_valid("+43 (0)316 62 69 01 7-39"));
        assert!(is_valid("857.479.8340"));
        assert!(is_valid("+1 312 555 0100 x12"));
        assert!(is_valid("Tel. 0471 555010 int. 3"));
        assert!(!is_valid("call me maybe"));
        assert!(!is_valid("12"));
    }
}
