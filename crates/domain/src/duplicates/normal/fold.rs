//! Letters as they are compared: lower case, umlauts written out, other accents stripped, mojibake repaired.

use super::super::few::Few;

/// What Windows-1252 has at 0x80..0xA0.
const WINDOWS: [u16; 32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018,
    0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
];

const CYRILLIC: [&str; 32] = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh",
    "shch", "", "y", "", "e", "yu", "ya",
];

const GREEK: [&str; 25] =
    ["a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "y", "f", "ch", "ps", "o"];

/// `"MÜLLER Ã¼ber"` gives `"mueller ueber"`. Signs stay; white space becomes single blanks.
pub fn fold(text: &str) -> String {
    let repaired = if text.is_ascii() { None } else { repair(text) };
    let text = repaired.as_deref().unwrap_or(text);
    let mut out = String::with_capacity(text.len() + 4);
    for c in text.chars() {
        if c.is_ascii() {
            push(c.to_ascii_lowercase(), &mut out);
        } else {
            c.to_lowercase().for_each(|c| push(c, &mut out));
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

fn push(c: char, out: &mut String) {
    match c {
        c if c.is_whitespace() || c.is_control() => {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        }
        c if c.is_ascii() => out.push(c),
        '\u{300}'..='\u{36f}' if c == '\u{308}' && out.ends_with(['a', 'o', 'u']) => out.push('e'),
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => {}
        c => push_letter(c, out),
    }
}

fn push_letter(c: char, out: &mut String) {
    out.push_str(match c {
        'ä' | 'æ' => "ae",
        'ö' | 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'þ' => "th",
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' => "e",
        'ğ' | 'ģ' | 'ġ' | 'ĝ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ĩ' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ł' | 'ĺ' | 'ļ' | 'ľ' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='õ' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'ŕ' | 'ř' | 'ŗ' => "r",
        'ś' | 'š' | 'ş' | 'ș' | 'ŝ' => "s",
        'ť' | 'ţ' | 'ț' | 'ŧ' => "t",
        'ù'..='û' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ũ' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'а'..='я' => CYRILLIC[c as usize - 'а' as usize],
        'ё' => "e",
        'і' | 'ї' => "i",
        'є' => "ie",
        'ґ' => "g",
        'α'..='ω' => GREEK[c as usize - 'α' as usize],
        'ά' => "a",
        'έ' => "e",
        'ή' | 'ί' | 'ϊ' => "i",
        'ό' | 'ώ' => "o",
        'ύ' => "y",
        '’' | '‘' | '´' | '`' => "'",
        '‐' | '‑' | '–' | '—' => "-",
        c if c.is_alphanumeric() => return out.push(c),
        // Emoji and signs part words.
        _ if out.is_empty() || out.ends_with(' ') => return,
        _ => " ",
    });
}

/// UTF-8 that was read as Windows-1252 (`Ã¼` for `ü`), once or twice; none when nothing was wrong.
fn repair(text: &str) -> Option<String> {
    let mut found: Option<String> = None;
    for _ in 0..2 {
        let now = found.as_deref().unwrap_or(text);
        if !now.contains(['Ã', 'Â', 'Å', 'Ä', 'Ð', 'Ñ', 'â']) {
            break;
        }
        let bytes: Option<Vec<u8>> = now.chars().map(windows_byte).collect();
        let Some(better) = bytes.and_then(|bytes| String::from_utf8(bytes).ok()) else {
            break;
        };
        found = Some(better);
    }
    found
}

fn windows_byte(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ (0..0x80 | 0xa0..0x100) => u8::try_from(code).ok(),
        code => WINDOWS.iter().position(|known| u32::from(*known) == code).and_then(|at| u8::try_from(at + 0x80).ok()),
    }
}

/// `Müller`, `Mueller` and `Muller` in one form: written-out umlauts back to one letter, doubled letters single.
pub fn collapse(text: &[u8]) -> Few<u8, 40> {
    let mut out = Few::default();
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        let umlaut = matches!(byte, b'a' | b'o' | b'u') && text.get(at + 1) == Some(&b'e');
        if out.last() != Some(byte) {
            out.push(*byte);
        }
        at += 1 + usize::from(umlaut);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        for (text, folded) in [
            ("  MÜLLER  Straße ", "mueller strasse"),
            ("MÃ¼ller", "mueller"),
            ("Łukasz Žižek", "lukasz zizek"),
            ("Ольга", "olga"),
            ("Mu\u{308}ller", "mueller"),
            ("Anna 😀 Rossi", "anna rossi"),
        ] {
            assert_eq!(fold(text), folded);
        }
        let collapsed = |text: &str| collapse(text.as_bytes());
        assert_eq!(collapsed("mueller"), collapsed("muller"));
        assert_ne!(collapsed("manuel"), collapsed("marcel"));
    }
}
