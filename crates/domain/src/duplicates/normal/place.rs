//! Addresses: the street without its kind, the number apart, places and countries by one name.

use super::super::lexica::lexica;
use super::fold::fold;
use super::{is_placeholder, letters};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Words of the street without `via`, `road`; endings like `-strasse` cut.
    pub street: Vec<String>,
    /// House number with its letter.
    pub number: String,
    pub postal_code: String,
    pub city: String,
    pub region: String,
    /// Two letters where the country is known.
    pub country: String,
}

const STREET_WORDS: usize = 6;
/// Endings that are words of their own elsewhere.
const ENDINGS: &[&str] = &[
    "strasse", "straat", "gasse", "platz", "allee", "street", "crescent", "avenue", "circuit", "place", "close", "court", "drive", "road",
    "str", "weg", "pl",
];
/// Classes of street words (by their first member) that only say what kind of street or part of a house it is.
const KINDS: &[&str] = &[
    "allee",
    "apartment",
    "boulevard",
    "building",
    "circuit",
    "close",
    "contrada",
    "corso",
    "court",
    "crescent",
    "drive",
    "expressway",
    "floor",
    "freeway",
    "gasse",
    "grove",
    "hausnummer",
    "highway",
    "largo",
    "parade",
    "parkway",
    "place",
    "platz",
    "plaza",
    "promenade",
    "ring",
    "rise",
    "road",
    "square",
    "staircase",
    "strada",
    "strasse",
    "suite",
    "terrace",
    "trail",
    "turnpike",
    "walk",
    "weg",
    "mews",
];

impl Place {
    pub fn read(street: &str, postal_code: &str, city: &str, region: &str, country: &str) -> Self {
        let (street, postal_code, city) =
            if postal_code.trim().is_empty() && city.trim().is_empty() { all_in_one(street) } else { (street, postal_code, city) };
        let (street, number) = read_street(street);
        Self {
            street,
            number,
            postal_code: letters(&fold(postal_code)),
            city: read_city(city),
            region: letters(&fold(region)),
            country: read_country(country),
        }
    }
}

/// A whole address in the field of the street: `Via Roma 1, 39100 Bozen`, `43 Main Street, Boston`.
fn all_in_one(text: &str) -> (&str, &str, &str) {
    let Some((street, place)) = text.split_once(',').map(|(street, place)| (street, place.split(',').next().unwrap_or_default().trim()))
    else {
        return (text, "", "");
    };
    let has_digit = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    match place.split_once(' ') {
        Some((code, city)) if code.len() >= 4 && has_digit(code) => (street, code, city),
        // A house number behind a comma belongs to the street.
        _ if has_digit(place) || place.is_empty() => (text, "", ""),
        _ => (street, "", place),
    }
}

fn read_street(text: &str) -> (Vec<String>, String) {
    let folded = fold(text);
    if is_placeholder(&folded) {
        return Default::default();
    }
    let words: Vec<String> = folded.split(|c: char| !(c.is_alphanumeric() || c == '/' || c == '.' || c == '\'')).map(letters).collect();
    let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&String| word.starts_with(|c: char| c.is_ascii_digit());
    let at = if words.first().as_ref().is_some_and(is_number) { Some(0) } else { words.iter().rposition(|word| is_number(&word)) };
    let number = at.map(|at| words[at].clone()).unwrap_or_default();
    let rest: Vec<String> = words.into_iter().enumerate().filter(|(place, _)| Some(*place) != at).map(|(_, word)| word).collect();
    let known = |word: &str| lexica().street_words.of(word.as_bytes());
    // A whole name that another language has another one for.
    if let Some(name) = known(&rest.join("_")).filter(|name| !KINDS.contains(name)) {
        return (vec![stem(name).to_owned()], number);
    }
    let named: Vec<&str> = rest.iter().map(|word| known(word).unwrap_or(word)).collect();
    let mut street: Vec<String> = named.iter().filter(|word| !KINDS.contains(word)).map(|word| stem(word).to_owned()).collect();
    if street.is_empty() {
        // The Ring, the Parade.
        street.extend(named.last().map(|word| (*word).to_owned()));
    }
    street.truncate(STREET_WORDS);
    (street, number)
}

/// `dorfstrasse`, `dorfstr` and `dorf` are one.
fn stem(word: &str) -> &str {
    let cut = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() >= 3));
    cut.unwrap_or(word)
}

fn read_city(text: &str) -> String {
    let folded = fold(text);
    if is_placeholder(&folded) {
        return String::new();
    }
    let text = folded.split(['(', '/', ',']).next().unwrap_or_default();
    let words: Vec<String> =
        text.split(|c: char| !(c.is_alphanumeric() || c == '\'')).map(letters).filter(|word| !word.is_empty()).collect();
    let known = lexica().places.of(words.join("_").as_bytes());
    known.map_or_else(|| words.concat(), str::to_owned)
}

fn read_country(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<String> = folded.split(' ').map(letters).filter(|word| !word.is_empty()).collect();
    lexica().countries.of(words.join("_").as_bytes()).map_or_else(|| words.concat(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_in_many_forms() {
        let place = Place::read("Dorfstraße 176", "40610", "München", "", "Germany");
        for (street, city) in [("Dorfstr. 176", "Muenchen"), ("DORFSTRASSE 176", "Munich")] {
            assert_eq!(Place::read(street, "40610", city, "", "DE"), place, "{street}");
        }
        assert_eq!(Place::read("7A Church Ln", "", "", "", ""), Place::read("7a Church Lane", "", "", "", ""));
        assert_eq!(Place::read("Via Roma 1, 39100 Bozen", "", "", "", ""), Place::read("Via Roma 1", "39100", "Bolzano", "", ""));
        assert_eq!(Place::read("Via 4 Novembre, 129", "", "", "", "").number, "129");
    }
}
