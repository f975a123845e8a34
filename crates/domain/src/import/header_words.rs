//! Column names in a form that can be compared.

use crate::text::fold;

/// Lower case words without accents and signs: `E-Mail (geschäftlich)` is `email geschaftlich`, `MobilePhone` is
/// `mobile phone`, `ADDRESS_CITY` is `address city`.
pub(super) fn normal(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 4);
    let mut before = ' ';
    for c in text.chars() {
        if before.is_lowercase() && (c.is_uppercase() || c.is_ascii_digit()) {
            words.push(' ');
        }
        words.push(if c.is_alphanumeric() { c } else { ' ' });
        before = c;
    }
    let words = fold(words.trim());
    if words.contains("e mail") { format!(" {words}").replace(" e mail", " email").trim().to_owned() } else { words }
}

/// The same with `ä`, `ö`, `ü` read from `ae`, `oe`, `ue`: `waehrung` is `wahrung`.
pub(super) fn without_spelled_umlauts(normal: &str) -> String {
    normal.replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

#[cfg(test)]
mod tests {
    use super::normal;

    #[test]
    fn spellings_of_a_header_meet() {
        for (header, expected) in [
            ("E-Mail (geschäftlich)", "email geschaftlich"),
            ("e-mail", "email"),
            ("MobilePhone", "mobile phone"),
            ("ADDRESS_CITY", "address city"),
            ("Street2", "street 2"),
            ("Lead - Title", "lead title"),
            ("Tel.", "tel"),
            ("Straße", "strasse"),
            ("Person - Email (Work)", "person email work"),
            ("", ""),
        ] {
            assert_eq!(normal(header), expected);
        }
    }
}
