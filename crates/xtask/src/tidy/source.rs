//! A Rust file seen with its comments and texts blanked out, and what can be said about it then: lengths and `unwrap`.

use super::Finding;

const LONGEST_IN_RULES: usize = 70;
const LONGEST: usize = 90;

pub struct Source<'a> {
    pub path: &'a str,
    /// As written.
    pub text: &'a str,
    /// As long as `text`, with blanks in place of comments and the insides of texts.
    pub code: String,
    tests_from: Vec<(usize, usize)>,
}

impl<'a> Source<'a> {
    pub fn new(path: &'a str, text: &'a str) -> Self {
        let code = blanked(text);
        let tests_from = test_ranges(&code);
        Self { path, text, code, tests_from }
    }

    pub fn line_at(&self, at: usize) -> usize {
        1 + self.code.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count()
    }

    pub fn finding(&self, at: usize, rule: &'static str, mend: impl Into<String>) -> Finding {
        Finding { file: self.path.to_owned(), line: self.line_at(at), rule, mend: mend.into() }
    }

    /// Whether the whole file is for tests only.
    pub fn is_test_file(&self) -> bool {
        self.path.starts_with("tests/") || self.path.contains("/tests/") || self.path.ends_with("/testing.rs")
    }

    pub fn is_test(&self, at: usize) -> bool {
        self.is_test_file() || self.tests_from.iter().any(|(from, to)| (*from..=*to).contains(&at))
    }

    /// Where a text stands in the code, as a whole word where it begins or ends with a letter.
    pub fn places(&self, needle: &str) -> Vec<usize> {
        let bytes = self.code.as_bytes();
        let part_of_word =
            |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
        let (first, last) = (needle.as_bytes()[0], needle.as_bytes()[needle.len() - 1]);
        self.code
            .match_indices(needle)
            .map(|(at, _)| at)
            .filter(|at| !(first.is_ascii_alphanumeric() && part_of_word(at.checked_sub(1))))
            .filter(|at| !(last.is_ascii_alphanumeric() && part_of_word(Some(at + needle.len()))))
            .collect()
    }

    pub fn check(&self) -> Vec<Finding> {
        let mut findings = self.long_functions();
        for at in self.places(".unwrap()") {
            if !self.is_test(at) {
                findings.push(self.finding(at, "unwrap", "pass the error on, or `expect(\"the invariant\")`"));
            }
        }
        findings
    }

    fn long_functions(&self) -> Vec<Finding> {
        let in_rules = ["crates/domain/", "crates/protocol/"].iter().any(|rules| self.path.starts_with(rules));
        let limit = if in_rules { LONGEST_IN_RULES } else { LONGEST };
        let mut findings = Vec::new();
        for at in self.places("fn") {
            let Some(end) = function_end(&self.code, at) else {
                continue;
            };
            let lines = self.line_at(end) - self.line_at(at) + 1;
            if lines > limit && !self.is_test(at) {
                let mend = format!("{lines} lines, at most {limit}: give its steps names of their own");
                findings.push(self.finding(at, "function size", mend));
            }
        }
        findings
    }
}

/// The closing brace of the function whose `fn` is here; nothing for a declaration or a type.
fn function_end(code: &str, at: usize) -> Option<usize> {
    let mut depth = 0_i32;
    for (offset, byte) in code.as_bytes()[at..].iter().enumerate() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b'{' if depth == 0 => return closing(code, at + offset),
            b';' | b'}' if depth == 0 => return None,
            _ => {}
        }
        if depth < 0 {
            return None;
        }
    }
    None
}

/// The brace that closes the one here.
fn closing(code: &str, at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (offset, byte) in code.as_bytes()[at..].iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + offset);
        }
    }
    None
}

/// What `#[cfg(test)]` stands before.
fn test_ranges(code: &str) -> Vec<(usize, usize)> {
    let ranges = code.match_indices("#[cfg(test)]").filter_map(|(at, _)| {
        let open = at + code[at..].find(['{', ';'])?;
        let end = if code.as_bytes()[open] == b';' { open } else { closing(code, open)? };
        Some((at, end))
    });
    ranges.collect()
}

/// Blanks comments and the insides of texts and characters; lines stay where they are.
fn blanked(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let end = literal_end(text, at);
        for byte in &mut code[at..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        at = end.max(at + 1);
    }
    // Only whole literals were replaced, by ASCII.
    String::from_utf8(code).expect("blanking keeps UTF-8")
}

/// The end of the comment, text or character that begins here; here itself, if none does.
fn literal_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let rest = &bytes[at..];
    let line_end = || at + rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    match rest {
        [b'/', b'/', ..] => line_end(),
        [b'/', b'*', ..] => block_comment_end(bytes, at),
        [b'"', ..] => text_end(bytes, at + 1),
        [b'\'', b'\\', ..] => at + 3 + rest[3..].iter().position(|byte| *byte == b'\'').unwrap_or(0) + 1,
        [b'\'', ..] => character_end(text, at),
        [b'r', next, ..] if matches!(next, b'"' | b'#') && !follows_word(bytes, at) => raw_text_end(text, at),
        _ => at,
    }
}

/// `br"..."` is a text too; `for"` can't be.
fn follows_word(bytes: &[u8], at: usize) -> bool {
    let before = |distance: usize| at.checked_sub(distance).map(|at| bytes[at]);
    let word = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    word(before(1)) && (before(1) != Some(b'b') || word(before(2)))
}

fn block_comment_end(bytes: &[u8], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0);
    while at + 1 < bytes.len() {
        match &bytes[at..at + 2] {
            b"/*" => depth += 1,
            b"*/" => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    bytes.len()
}

fn text_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn raw_text_end(text: &str, at: usize) -> usize {
    let hashes = text[at + 1..].bytes().take_while(|byte| *byte == b'#').count();
    let open = at + 1 + hashes;
    if text.as_bytes().get(open) != Some(&b'"') {
        return at;
    }
    let close = format!("\"{}", "#".repeat(hashes));
    text[open + 1..].find(&close).map_or(text.len(), |offset| open + 1 + offset + close.len())
}

/// A character ends after one; a lifetime isn't one.
fn character_end(text: &str, at: usize) -> usize {
    let mut rest = text[at + 1..].char_indices();
    match (rest.next(), rest.next()) {
        (Some(_), Some((offset, '\''))) => at + 1 + offset + 1,
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::super::broken;
    use super::*;

    #[test]
    fn comments_and_texts_are_blanked() {
        for (text, code) in [
            ("a // b\nc", "a     \nc"),
            ("a /* { /* } */ */ b", "a                 b"),
            ("f(\"{\\\"\") }", "f(     ) }"),
            ("r#\"\"{\"# }", "        }"),
            ("'{' 'x '\\'' }", "    'x      }"),
            ("fn a<'a>() {}", "fn a<'a>() {}"),
            ("br\"{\" x", "b     x"),
        ] {
            assert_eq!(blanked(text), code, "{text}");
        }
    }

    #[test]
    fn a_long_function_is_found_where_it_begins() {
        let function = |lines: usize| format!("//! a\npub fn a(b: [u8; 3]) {{\n{}}}\n", "    b();\n".repeat(lines - 2));
        assert_eq!(broken("crates/domain/src/a.rs", &function(71)), ["2 function size"]);
        assert_eq!(broken("crates/domain/src/a.rs", &function(70)), Vec::<String>::new());
        assert_eq!(broken("src/views/a.rs", &function(91)), ["2 function size"]);
        assert_eq!(broken("src/views/a.rs", &function(90)), Vec::<String>::new());
        assert_eq!(broken("tests/a.rs", &function(200)), Vec::<String>::new());
    }

    #[test]
    fn declarations_and_function_types_have_no_length() {
        let text = format!("//! a\ntrait A {{\n    fn a(&self) -> u8;\n    const B: fn(u8) = c;\n{}}}\n", "\n".repeat(100));
        assert_eq!(broken("src/views/a.rs", &text), Vec::<String>::new());
    }

    #[test]
    fn unwrap_is_for_tests() {
        let call = concat!("    a.unw", "rap();\n");
        let text = format!("//! a\nfn a() {{\n{call}}}\n#[cfg(test)]\nmod tests {{\n    fn b() {{\n{call}    }}\n}}\n");
        assert_eq!(broken("src/store.rs", &text), ["3 unwrap"]);
        assert_eq!(broken("tests/scenarios.rs", &text), Vec::<String>::new());
    }
}
