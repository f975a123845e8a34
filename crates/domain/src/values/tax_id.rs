//! Tax ids: codice fiscale and partita IVA, USt-IdNr., UID and the VAT numbers of other countries. What was typed is kept as it
//! is, also when its check digits are wrong; compared is the [key](key).

/// What is known of a tax id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxId {
    /// The same for all ways to write it: capitals and digits, with the country where that is known.
    pub key: String,
    /// It names a natural person: an Italian codice fiscale, a German Steuer-IdNr.
    pub of_person: bool,
    pub check: Check,
}

/// Whether the check digits are those of the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    Right,
    Wrong,
    /// Nothing is known about the check digits of such a number.
    Unknown,
}

/// Words people write before the number, without blanks and points.
const WORDS: &[&str] = &[
    "CODICEFISCALE",
    "CODFISC",
    "CF",
    "PARTITAIVA",
    "PARTIVA",
    "PIVA",
    "USTIDNR",
    "USTID",
    "STEUERIDNR",
    "STEUERID",
    "VATNO",
    "VAT",
    "UID",
];
/// Shorter texts name nobody.
const SHORTEST: usize = 5;

/// Reads what stands in a field; none where no number can be seen.
pub fn read(text: &str) -> Option<TaxId> {
    let compact: String = text.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect();
    let without_word = WORDS.iter().find_map(|word| compact.strip_prefix(word)).and_then(known);
    if let Some(found) = known(&compact).or(without_word) {
        return Some(found);
    }
    let names_somebody = compact.len() >= SHORTEST && compact.bytes().any(|byte| byte.is_ascii_digit());
    names_somebody.then_some(TaxId { key: compact, of_person: false, check: Check::Unknown })
}

/// What two tax ids are compared by.
pub fn key(text: &str) -> Option<String> {
    read(text).map(|id| id.key)
}

/// The check digits say that something was typed wrong.
pub fn is_wrong(text: &str) -> bool {
    read(text).is_some_and(|id| id.check == Check::Wrong)
}

/// The numbers whose form and check digits are known.
fn known(text: &str) -> Option<TaxId> {
    let found = |key: String, of_person, right| {
        let check = if right { Check::Right } else { Check::Wrong };
        Some(TaxId { key, of_person, check })
    };
    if is_codice_fiscale(text.as_bytes()) {
        return found(text.into(), true, codice_fiscale_letter(text.as_bytes()) == text.as_bytes()[15]);
    }
    if let Some(digits) = number(text.strip_prefix("IT").unwrap_or(text), 11) {
        // The German number of a person has eleven digits too.
        let steuer_id = !text.starts_with("IT") && !luhn(&digits) && mod_11_10(&digits);
        let country = if steuer_id { "" } else { "IT" };
        return found(format!("{country}{}", text.trim_start_matches("IT")), steuer_id, steuer_id || luhn(&digits));
    }
    if let Some(digits) = text.strip_prefix("DE").and_then(|rest| number(rest, 9)) {
        return found(text.into(), false, mod_11_10(&digits));
    }
    if let Some(digits) = text.strip_prefix("ATU").and_then(|rest| number(rest, 8)) {
        return found(text.into(), false, austrian(&digits));
    }
    if let Some(rest) = text.strip_prefix("CHE") {
        let rest = ["MWST", "TVA", "IVA", "HR"].iter().fold(rest, |rest, word| rest.strip_suffix(word).unwrap_or(rest));
        let digits = number(rest, 9)?;
        return found(format!("CHE{rest}"), false, swiss(&digits));
    }
    None
}

fn number(text: &str, length: usize) -> Option<Vec<u32>> {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(10)).collect();
    digits.filter(|digits| digits.len() == length)
}

/// Six letters of the name, then birth date and place; digits may be written as letters where two people would share a code.
fn is_codice_fiscale(text: &[u8]) -> bool {
    let fits = |(at, byte): (usize, &u8)| match at {
        0..6 | 11 | 15 => byte.is_ascii_uppercase(),
        8 => b"ABCDEHLMPRST".contains(byte),
        _ => byte.is_ascii_digit() || b"LMNPQRSTUV".contains(byte),
    };
    text.len() == 16 && text.iter().enumerate().all(fits)
}

fn codice_fiscale_letter(text: &[u8]) -> u8 {
    /// What a digit or a letter counts at an odd place.
    const ODD: [u32; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let place = |byte: u8| usize::from(if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' });
    let count = |(at, byte): (usize, &u8)| if at % 2 == 0 { ODD[place(*byte)] } else { place(*byte) as u32 };
    let sum: u32 = text[..15].iter().enumerate().map(count).sum();
    b'A' + (sum % 26) as u8
}

fn luhn(digits: &[u32]) -> bool {
    let count = |(at, digit): (usize, &u32)| if at % 2 == 0 { *digit } else { digit * 2 / 10 + digit * 2 % 10 };
    digits.iter().rev().enumerate().map(count).sum::<u32>() % 10 == 0
}

/// ISO 7064, of the German numbers.
fn mod_11_10(digits: &[u32]) -> bool {
    let (last, rest) = digits.split_last().unwrap_or((&0, &[]));
    let product = rest.iter().fold(10, |product, digit| {
        let sum = (product + digit) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - product) % 10 == *last
}

fn austrian(digits: &[u32]) -> bool {
    let (last, rest) = digits.split_last().unwrap_or((&0, &[]));
    let count = |(at, digit): (usize, &u32)| if at % 2 == 0 { *digit } else { digit * 2 / 10 + digit * 2 % 10 };
    let sum: u32 = rest.iter().enumerate().map(count).sum();
    (10 - (sum + 4) % 10) % 10 == *last
}

fn swiss(digits: &[u32]) -> bool {
    let sum: u32 = digits.iter().zip([5, 4, 3, 2, 7, 6, 5, 4]).map(|(digit, weight)| digit * weight).sum();
    (11 - sum % 11) % 11 == digits[8]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_ways_to_write_a_number_have_one_key() {
        for (text, expected) in [
            ("P. IVA 0074 3110 157", "IT00743110157"),
            ("it 00743110157", "IT00743110157"),
            ("00743110157", "IT00743110157"),
            ("rss mra 80a01 h501 u", "RSSMRA80A01H501U"),
            ("C.F.: RSSMRA80A01H501U", "RSSMRA80A01H501U"),
            ("USt-IdNr. DE 136 695 976", "DE136695976"),
            ("UID: ATU13585627", "ATU13585627"),
            ("CHE-116.281.710 MWST", "CHE116281710"),
            ("CHE116281710", "CHE116281710"),
            ("GB 123 4567 82", "GB123456782"),
            ("86 095 742 719", "86095742719"),
        ] {
            assert_eq!(key(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "n/a", "123", "keine", "-----"] {
            assert_eq!(key(text), None, "{text}");
        }
    }

    #[test]
    fn check_digits_tell_what_was_typed_wrong() {
        for right in ["00743110157", "RSSMRA80A01H501U", "DE136695976", "ATU13585627", "CHE-116.281.710", "86095742719"] {
            assert_eq!(read(right).map(|id| id.check), Some(Check::Right), "{right}");
        }
        for wrong in ["IT00743110158", "RSSMRA80A01H501X", "DE136695977", "ATU13585628", "CHE-116.281.711"] {
            assert!(is_wrong(wrong), "{wrong}");
        }
        for unknown in ["GB123456782", "12-3456789", "NL123456789B01"] {
            assert_eq!(read(unknown).map(|id| id.check), Some(Check::Unknown), "{unknown}");
        }
    }

    #[test]
    fn the_number_of_a_person_is_told_from_that_of_a_firm() {
        let of_person = |text| read(text).map(|id| id.of_person);
        assert_eq!([of_person("RSSMRA80A01H501U"), of_person("86095742719")], [Some(true); 2]);
        assert_eq!([of_person("00743110157"), of_person("DE136695976")], [Some(false); 2]);
    }
}
