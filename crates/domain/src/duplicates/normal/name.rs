//! Names of people: titles gone, `jun.` known, particles joined, double names in parts.

use super::super::lexica::lexica;
use super::fold::fold;
use super::{is_placeholder, letters};

/// Younger or elder of several with one name: the class in `generations.txt`, from 1; 0 when it isn't said.
pub type Generation = u8;

/// A name in parts, each in lower case without signs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    pub first: Vec<String>,
    pub last: Vec<String>,
    pub generation: Generation,
}

/// Parts a name has at most: more is no name.
const PARTS: usize = 4;

impl Name {
    /// Of the two fields; one of them may hold the whole name.
    pub fn read(first: &str, last: &str) -> Self {
        let mut name = Self::default();
        let (first, last) = (fold(first), fold(last));
        let (first, last) = (without_firm(&first), without_firm(&last));
        // "Rossi, Anna" in one field.
        let (first, last) = match (first.is_empty(), last.split_once(", "), first.split_once(", ")) {
            (true, Some((surname, given)), _) if !lexica().titles.has(letters(given).as_bytes()) => (given.to_owned(), surname.to_owned()),
            (false, _, Some((surname, given))) if last.is_empty() => (given.to_owned(), surname.to_owned()),
            _ => (first, last),
        };
        // A whole name keeps two words even if one of them is a title too (Conte, Graf).
        let least = if first.is_empty() || last.is_empty() { 2 } else { 1 };
        let given = name.words(&first, least, last.is_empty());
        let family = name.words(&last, least, true);
        (name.first, name.last) = split(given, family);
        name.first.truncate(PARTS);
        name.last.truncate(PARTS);
        name
    }

    /// The words of a field without titles, of which at least so many stay; parts of a word stay joined by `-`.
    fn words(&mut self, folded: &str, least: usize, surname: bool) -> Vec<String> {
        if is_placeholder(folded) {
            return Vec::new();
        }
        // An address among the words is none of them: "Anna Rossi <anna@rossi.it>".
        let raw = folded.split(|c: char| c.is_whitespace() || ",;/()\"&<>".contains(c));
        let raw: Vec<&str> = raw.filter(|raw| !is_placeholder(raw) && !raw.contains('@')).collect();
        let mut words: Vec<(bool, &str)> = Vec::new();
        for word in raw.into_iter().filter(|raw| raw.contains(char::is_alphanumeric)) {
            let bare = letters(word);
            match lexica().generations.of(bare.as_bytes()).first() {
                Some(class) if !words.is_empty() => self.generation = u8::try_from(class + 1).unwrap_or_default(),
                _ => words.push((lexica().titles.has(bare.as_bytes()), word)),
            }
        }
        let names = words.iter().filter(|(title, _)| !title).count();
        // A word that is a title too stays where a name would be missing: Conte, Graf, Don; a Mr. never is one.
        let name_too = |word: &str| surname || lexica().is_given_name(letters(word).as_bytes());
        words.retain(|(title, word)| !title || names < least && name_too(word));
        let parts = words.into_iter().flat_map(|(_, word)| word.split('.').map(|part| part.trim_matches('-').to_owned()));
        parts.filter(|part| part.contains(char::is_alphanumeric)).collect()
    }
}

/// A firm behind a comma is no part of a name ("Dr. Anna Rossi, Rossi GmbH").
fn without_firm(folded: &str) -> String {
    let firm = |text: &str| text.split(' ').any(|word| word.len() > 2 && lexica().legal_forms.has(letters(word).as_bytes()));
    match folded.split_once(',') {
        Some((name, rest)) if firm(rest) => name.to_owned(),
        _ => folded.to_owned(),
    }
}

/// First and last name as lists of parts; a whole name in one field is split before its surname.
fn split(mut given: Vec<String>, mut family: Vec<String>) -> (Vec<String>, Vec<String>) {
    let known = |word: Option<&String>| word.is_some_and(|word| lexica().is_given_name(letters(word).as_bytes()));
    if given.is_empty() && family.len() > 1 {
        given = family;
        family = Vec::new();
    }
    if family.is_empty() && given.len() == 2 && !known(given.first()) && known(given.last()) {
        // "Parmentier Benoît".
        family.push(given.remove(0));
    } else if family.is_empty() && given.len() > 1 {
        let particle = given.iter().skip(1).position(|word| lexica().particles.has(letters(word).as_bytes()));
        family = given.split_off(particle.map_or(given.len() - 1, |at| at + 1));
    }
    (parts(&given, false), parts(&family, true))
}

fn parts(words: &[String], surname: bool) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut particles = String::new();
    for word in words {
        let bare = letters(word);
        if surname && lexica().particles.has(bare.as_bytes()) {
            particles.push_str(&bare);
            continue;
        }
        let pieces: Vec<String> = word.split('-').map(letters).filter(|piece| !piece.is_empty()).collect();
        for piece in pieces {
            found.push(std::mem::take(&mut particles) + &piece);
        }
    }
    if !particles.is_empty() {
        found.push(particles);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(first: &str, last: &str, parts: (&[&str], &[&str], Generation)) {
        let name = Name::read(first, last);
        let seen: (Vec<&str>, Vec<&str>) =
            (name.first.iter().map(String::as_str).collect(), name.last.iter().map(String::as_str).collect());
        assert_eq!((&seen.0[..], &seen.1[..], name.generation), parts);
    }

    #[test]
    fn names_in_parts() {
        check("Dott.ssa Anna-Maria", "De Luca", (&["anna", "maria"], &["deluca"], 0));
        check("", "Rossi, Anna", (&["anna"], &["rossi"], 0));
        check("Anna van der Berg", "", (&["anna"], &["vanderberg"], 0));
        check("Giancarlo", "D'Angelo", (&["giancarlo"], &["dangelo"], 0));
        check("Beth E.", "Huddleston", (&["beth", "e"], &["huddleston"], 0));
        assert_ne!(Name::read("Roland", "Hofer jun.").generation, Name::read("Roland", "Hofer sen.").generation);
        assert_eq!(Name::read("Roland", "Hofer jun."), Name::read("Roland", "Hofer jr"));
        check("n/a", "-", (&[], &[], 0));
    }
}
