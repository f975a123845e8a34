//! A person's name out of one cell: salutation and titles, first name, last name.

use crate::text::fold;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FullName {
    /// "Herr", "Dr.", "Prof. Dr.": as written.
    pub salutation: String,
    pub first: String,
    pub last: String,
}

/// Folded, without points.
const SALUTATIONS: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mx", "sir", "madam", "herr", "herrn", "hr", "frau", "fr", "fraulein", "familie", "fam", "sig", "signor",
    "signora", "signore", "sigra", "signa", "sig.ra", "sig.na", "spett", "gent", "egr", "monsieur", "madame",
];

const TITLES: &[&str] = &[
    "dr",
    "drs",
    "dr.in",
    "prof",
    "univ-prof",
    "phd",
    "dipl-ing",
    "dipl-kfm",
    "dipl-kffr",
    "ing",
    "fh",
    "mag",
    "mmag",
    "mag.a",
    "msc",
    "bsc",
    "mba",
    "llm",
    "dkfm",
    "kommr",
    "dott",
    "dottssa",
    "dott.ssa",
    "dssa",
    "d.ssa",
    "drssa",
    "dr.ssa",
    "profssa",
    "prof.ssa",
    "avv",
    "avvssa",
    "geom",
    "rag",
    "arch",
    "notaio",
    "cav",
    "comm",
    "rev",
    "h.c",
];

/// Words that belong to the family name behind them.
const PARTICLES: &[&str] = &[
    "von", "vom", "van", "zu", "zum", "zur", "der", "den", "de", "del", "della", "delle", "dello", "dei", "degli", "di", "da", "dal",
    "dalla", "dalle", "du", "la", "le", "lo", "li", "ten", "ter", "st", "mac", "bin", "ibn", "al", "el", "san", "santa",
];

const SUFFIXES: &[&str] = &["jr", "sr", "jun", "sen", "junior", "senior", "ii", "iii", "iv", "phd", "msc", "bsc", "mba", "ma", "ba", "llm"];

/// Nothing is dropped: every word ends up in one of the three parts. `Moser, Max` is read family name first.
pub fn split_full_name(text: &str) -> FullName {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let titles = words.iter().position(|word| !is_title(word)).unwrap_or(0);
    let names = words.split_off(titles);
    let salutation = words.join(" ");
    let (first, last) = match family_name_first(&names) {
        Some(parts) => parts,
        None => {
            let (first, last) = names.split_at(family_name_at(&names));
            (first.join(" "), last.join(" "))
        }
    };
    FullName { salutation, first, last }
}

/// The same for cells with the family name first: "Moser Max", "De Luca Anna Maria".
pub fn split_family_name_first(text: &str) -> FullName {
    let FullName { salutation, .. } = split_full_name(text);
    let mut names = text.split_whitespace().skip(salutation.split_whitespace().count()).collect::<Vec<_>>();
    let particles = names.iter().take_while(|word| is_particle(word)).count();
    if names.len() <= particles + 1 || names.iter().any(|word| word.contains(',')) {
        return split_full_name(text);
    }
    let first = names.split_off(particles + 1);
    FullName { salutation, first: first.join(" "), last: names.join(" ") }
}

/// "Herr", "Dr.", "Sig.ra".
pub(super) fn is_title(word: &str) -> bool {
    // In capitals only: "Di Marco" is a family name.
    if word == "DI" {
        return true;
    }
    let word = fold(word.trim_matches(|c| "().,".contains(c))).replace(".-", "-");
    SALUTATIONS.contains(&word.as_str()) || TITLES.contains(&word.as_str())
}

/// "Moser, Max" is one comma after the family name; "Max Moser, MBA" is not.
fn family_name_first(names: &[&str]) -> Option<(String, String)> {
    let commas = names.iter().filter(|word| word.contains(',')).count();
    let at = names.iter().position(|word| word.ends_with(','))? + 1;
    let first = names.get(at..).filter(|rest| !rest.is_empty())?;
    if commas > 1 || is_suffix(first[0]) {
        return None;
    }
    let last = names[..at].join(" ");
    Some((first.join(" "), last.trim_end_matches(',').to_owned()))
}

/// Where the family name begins. A single word is a family name.
fn family_name_at(names: &[&str]) -> usize {
    let suffixes = names.iter().rev().take_while(|word| is_suffix(word)).count();
    let end = names.len() - suffixes;
    if end < 2 {
        return 0;
    }
    let particle = names[1..end - 1].iter().position(|word| is_particle(word));
    particle.map_or(end - 1, |at| at + 1)
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&fold(word).trim_matches('.'))
}

fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(&fold(&word.replace(['.', ','], "")).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_where_people_split_them() {
        for (text, salutation, first, last) in [
            ("Giacobbe Grimellini", "", "Giacobbe", "Grimellini"),
            ("Bea  Gwligo", "", "Bea", "Gwligo"),
            ("Herr Dr. Max Moser", "Herr Dr.", "Max", "Moser"),
            ("Dipl.-Ing. Wolfgang Lehmann", "Dipl.-Ing.", "Wolfgang", "Lehmann"),
            ("Dott.ssa Giulia De Luca", "Dott.ssa", "Giulia", "De Luca"),
            ("Sig.ra Anna Rossi", "Sig.ra", "Anna", "Rossi"),
            ("DI Thomas Huber", "DI", "Thomas", "Huber"),
            ("Ludwig van Beethoven", "", "Ludwig", "van Beethoven"),
            ("Anna Maria von der Heide", "", "Anna Maria", "von der Heide"),
            ("Di Marco Luca", "", "Di Marco", "Luca"),
            ("Antonio Berozzi jr.", "", "Antonio", "Berozzi jr."),
            ("Moser, Max", "", "Max", "Moser"),
            ("Prof. De Luca, Anna Maria", "Prof.", "Anna Maria", "De Luca"),
            ("Max Moser, MBA", "", "Max", "Moser, MBA"),
            ("Moser", "", "", "Moser"),
            ("Frau Moser", "Frau", "", "Moser"),
            ("Frau", "", "", "Frau"),
            ("", "", "", ""),
        ] {
            let expected = FullName { salutation: salutation.into(), first: first.into(), last: last.into() };
            assert_eq!(split_full_name(text), expected, "{text}");
        }
    }

    #[test]
    fn family_name_first() {
        for (text, first, last) in [
            ("Moser Max", "Max", "Moser"),
            ("De Luca Anna Maria", "Anna Maria", "De Luca"),
            ("Dott. Rossi Mario", "Mario", "Rossi"),
            ("Moser", "", "Moser"),
            ("Moser, Max", "Max", "Moser"),
        ] {
            let name = split_family_name_first(text);
            assert_eq!((name.first.as_str(), name.last.as_str()), (first, last), "{text}");
        }
    }
}
