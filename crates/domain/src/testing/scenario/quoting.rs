//! Cutting lines into parts. Quotes keep a part together: `person "Rossi, Anna"`.

/// The parts between separators that stand outside quotes, trimmed, without empty ones.
pub fn split(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut quoted) = (0, false);
    for (at, c) in text.char_indices() {
        if c == '"' {
            quoted = !quoted;
        } else if c == separator && !quoted {
            parts.push(&text[start..at]);
            start = at + c.len_utf8();
        }
    }
    parts.push(&text[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Cuts at the first separator outside quotes.
pub fn cut<'a>(text: &'a str, separator: &str) -> Option<(&'a str, &'a str)> {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        if !quoted && text[at..].starts_with(separator) {
            return Some((text[..at].trim(), text[at + separator.len()..].trim()));
        }
        quoted ^= c == '"';
    }
    None
}

/// The text inside quotes, or the text itself.
pub fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}

/// The rest of a line that begins with these words.
pub fn after<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(words)?;
    (rest.is_empty() || rest.starts_with([' ', ':', ','])).then(|| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_keep_together() {
        assert_eq!(split("a; \"b; c\" ;; d", ';'), ["a", "\"b; c\"", "d"]);
        assert_eq!(cut("person \"a: b\": c", ":"), Some(("person \"a: b\"", "c")));
        assert_eq!(unquoted("\"Rossi, Anna\""), "Rossi, Anna");
    }

    #[test]
    fn words_end_where_words_end() {
        assert_eq!(after("undo again", "undo"), Some("again"));
        assert_eq!(after("undoing", "undo"), None);
    }
}
