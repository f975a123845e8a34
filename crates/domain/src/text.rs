//! Text as people compare it: without case, accents and spelling habits.

/// Lower case, Latin letters without accents (`ß` is `ss`, `ö` is `o`), white space collapsed to single spaces.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

fn fold_into(text: &str, out: &mut String) {
    let start = out.len();
    let mut gap = false;
    let mut push = |c: char| {
        if c.is_whitespace() {
            gap = out.len() > start;
            return;
        }
        if std::mem::take(&mut gap) {
            out.push(' ');
        }
        push_folded(c, out);
    };
    for c in text.chars() {
        // Nearly all of them.
        if c.is_ascii() { push(c.to_ascii_lowercase()) } else { c.to_lowercase().for_each(&mut push) }
    }
}

fn push_folded(c: char, out: &mut String) {
    match c {
        '\u{300}'..='\u{36f}' => {}
        c if c.is_ascii() => out.push(c),
        'à'..='å' | 'ā' | 'ă' | 'ą' => out.push('a'),
        'æ' => out.push_str("ae"),
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => out.push('c'),
        'ď' | 'đ' | 'ð' => out.push('d'),
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => out.push('e'),
        'ğ' | 'ģ' | 'ġ' | 'ĝ' => out.push('g'),
        'ì'..='ï' | 'ī' | 'ĭ' | 'į' | 'ı' => out.push('i'),
        'ķ' => out.push('k'),
        'ł' | 'ĺ' | 'ļ' | 'ľ' => out.push('l'),
        'ñ' | 'ń' | 'ņ' | 'ň' => out.push('n'),
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => out.push('o'),
        'œ' => out.push_str("oe"),
        'ŕ' | 'ř' => out.push('r'),
        'ś' | 'š' | 'ş' | 'ș' | 'ŝ' => out.push('s'),
        'ß' => out.push_str("ss"),
        'ť' | 'ţ' | 'ț' => out.push('t'),
        'þ' => out.push_str("th"),
        'ù'..='ü' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => out.push('u'),
        'ý' | 'ÿ' => out.push('y'),
        'ź' | 'ż' | 'ž' => out.push('z'),
        '’' | '‘' | '´' | '`' => out.push('\''),
        '‐' | '‑' | '–' | '—' => out.push('-'),
        c => out.push(c),
    }
}

/// Words for prefix search, folded, each in the spellings people try: `Müller` gives `muller mueller`, `Mueller` gives
/// `mueller muller`. The result begins with a space and has one between words, so that `" mul"` finds a word's beginning.
pub fn search_text<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for part in parts {
        for word in part.split(|c: char| c.is_whitespace() || ",;/()\"&".contains(c)).filter(|word| !word.is_empty()) {
            push_word(word, &mut out);
        }
    }
    out
}

fn push_word(word: &str, out: &mut String) {
    out.push(' ');
    let start = out.len();
    fold_into(word, out);
    let bytes = &out.as_bytes()[start..];
    let spelled_out = bytes.windows(2).any(|pair| matches!(pair, b"ae" | b"oe" | b"ue"));
    let jointed = bytes.iter().any(|byte| is_joint(*byte));
    let umlauts = !word.is_ascii() && word.chars().any(|c| "äöüÄÖÜ".contains(c));
    if !spelled_out && !jointed && !umlauts {
        return;
    }
    let folded = out[start..].to_owned();
    if umlauts {
        out.push(' ');
        fold_into(&spell_out(word), out);
    }
    if spelled_out {
        out.push(' ');
        out.push_str(&folded.replace("ae", "a").replace("oe", "o").replace("ue", "u"));
    }
    // Parts of a hyphenated or dotted word are words too: "Brüggemann-Lang", "anna.rossi@x.it".
    for (at, _) in folded.bytes().enumerate().filter(|(_, byte)| is_joint(*byte)) {
        if at + 1 < folded.len() {
            out.push(' ');
            out.push_str(&folded[at + 1..]);
        }
    }
}

fn is_joint(byte: u8) -> bool {
    matches!(byte, b'-' | b'.' | b'@' | b'\'')
}

fn spell_out(word: &str) -> String {
    word.chars().fold(String::new(), |mut all, c| {
        match c.to_lowercase().next().unwrap_or(c) {
            'ä' => all.push_str("ae"),
            'ö' => all.push_str("oe"),
            'ü' => all.push_str("ue"),
            c => all.push(c),
        }
        all
    })
}

/// The words a person typed into a search box, folded; every one must begin some word of the record.
pub fn search_terms(query: &str) -> Vec<String> {
    query.split(|c: char| c.is_whitespace() || ",;/()\"&".contains(c)).map(fold).filter(|term| !term.is_empty()).collect()
}

/// True when every term begins a word of `haystack`, which [`search_text`] made.
pub fn search_matches(haystack: &str, terms: &[String]) -> bool {
    terms.iter().all(|term| begins_a_word(haystack, term))
}

fn begins_a_word(haystack: &str, term: &str) -> bool {
    let (bytes, term) = (haystack.as_bytes(), term.as_bytes());
    // Words begin behind spaces; looking only there is several times faster than finding the term anywhere.
    bytes.iter().enumerate().any(|(at, byte)| *byte == b' ' && bytes[at + 1..].starts_with(term))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_find_each_other() {
        for stored in ["Müller GmbH", "Mueller GmbH"] {
            let text = search_text([stored]);
            for typed in ["muller", "mueller", "Müller", "MÜL", "gmbh müll"] {
                assert!(search_matches(&text, &search_terms(typed)), "{typed} in {text}");
            }
        }
        assert!(!search_matches(&search_text(["Muller"]), &search_terms("uller")));
    }

    #[test]
    fn parts_of_words_are_words() {
        let text = search_text(["Anna Brüggemann-Lang", "anna.rossi@acme.it"]);
        for typed in ["lang", "brueggemann-l", "rossi", "acme", "anna.r"] {
            assert!(search_matches(&text, &search_terms(typed)), "{typed}");
        }
    }

    #[test]
    fn every_spelling_stands_once_in_order() {
        for (word, text) in [
            ("Jürg-Mael", " jurg-mael juerg-mael jurg-mal mael"),
            ("a.b@c.it", " a.b@c.it b@c.it c.it it"),
            ("Rossi  (Anna)", " rossi anna"),
            ("-", " -"),
            (" İpek ", " ipek"),
        ] {
            assert_eq!(search_text([word]), text, "{word}");
        }
    }
}
