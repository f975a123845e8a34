//! Proposes where each column of a file goes: by its name, else by its values.

use super::cell_words::StatusMeaning;
use super::header_words::normal;
use super::synonyms::{Certainty, Synonyms};
use super::{Target, looks_like};

/// What the added columns of an error file begin with: left out when that file comes back.
pub const ERROR_COLUMN: &str = "Kontor: ";

/// How a proposal came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    NameKnown,
    FromValues,
    PleaseCheck,
    NotImported,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    pub target: Target,
    pub how: How,
}

impl Guess {
    const UNKNOWN: Self = Self { target: Target::KeepAsNote, how: How::PleaseCheck };
    const LEFT_OUT: Self = Self { target: Target::LeaveOut, how: How::NotImported };
}

/// A guess for each column of the header. No target that takes one column is guessed twice; what isn't recognized is
/// kept as a note.
pub fn guess_columns(header: &[String], samples: &[Vec<String>]) -> Vec<Guess> {
    let synonyms = Synonyms::new();
    let table = Table { header, samples };
    let mut columns: Vec<Candidate> = (0..header.len()).map(|at| candidate(at, &table, &synonyms)).collect();
    settle_names(&mut columns, &table);
    settle_doubles(&mut columns, &table);
    columns.into_iter().map(|column| column.guess).collect()
}

/// How many of the names are recognized.
pub fn known_headers(names: &[String]) -> usize {
    let synonyms = Synonyms::new();
    names.iter().filter(|name| name.starts_with(ERROR_COLUMN) || synonyms.find(name).is_some()).count()
}

struct Table<'a> {
    header: &'a [String],
    samples: &'a [Vec<String>],
}

impl<'a> Table<'a> {
    fn cell(&self, row: &'a [String], at: usize) -> &'a str {
        row.get(at).map_or("", |cell| cell.trim())
    }

    fn values(&self, at: usize) -> impl Iterator<Item = &'a str> + Clone + use<'a> {
        self.samples.iter().filter_map(move |row| row.get(at)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// Whether a column only repeats what others say.
    fn repeats(&self, at: usize, says: impl Fn(&'a [String]) -> String) -> bool {
        let same = |row: &'a Vec<String>| self.cell(row, at).is_empty() || self.cell(row, at) == says(row);
        self.values(at).next().is_some() && self.samples.iter().all(same)
    }
}

/// `certainty` is none for guesses from values.
struct Candidate {
    guess: Guess,
    certainty: Option<Certainty>,
}

fn candidate(at: usize, table: &Table, synonyms: &Synonyms) -> Candidate {
    let name = table.header[at].trim();
    if name.starts_with(ERROR_COLUMN) {
        return Candidate { guess: Guess::LEFT_OUT, certainty: None };
    }
    let values = table.values(at);
    if let Some((target, certainty)) = synonyms.find(name) {
        let target = by_name_and_values(name, target, values.clone());
        let how = match target {
            Target::LeaveOut => How::NotImported,
            _ if looks_like::fit(target, values) => How::NameKnown,
            _ => How::PleaseCheck,
        };
        return Candidate { guess: Guess { target, how }, certainty: Some(certainty) };
    }
    let from_values = looks_like::by_values(values).map(|target| Guess { target, how: How::FromValues });
    Candidate { guess: from_values.unwrap_or(Guess::UNKNOWN), certainty: None }
}

/// Names that mean different things in different systems and languages.
fn by_name_and_values<'a>(name: &str, target: Target, mut values: impl Iterator<Item = &'a str> + Clone) -> Target {
    let filled = values.clone().next().is_some();
    match normal(name).as_str() {
        // Mr and Dr., or Managing Director.
        "title" | "titel" | "titolo" if looks_like::are_titles(values.clone()) => Target::NameTitle,
        "titel" | "titolo" if filled => Target::JobTitle,
        // Italian for status and for country.
        "stato" if filled && !values.any(|value| StatusMeaning::of(value).is_some()) => Target::Country,
        // The amount in Bitrix24, the name of the lead elsewhere.
        "opportunity" if looks_like::fit(Target::ValueAmount, values) && filled => Target::ValueAmount,
        _ => target,
    }
}

/// What "Name" and "Nome" mean depends on the other columns.
fn settle_names(columns: &mut [Candidate], table: &Table) {
    let find = |columns: &[Candidate], target| columns.iter().position(|column| column.guess.target == target);
    let named = |at: usize, name| normal(&table.header[at]) == name;
    let first = find(columns, Target::FirstName);
    let last = find(columns, Target::LastName);
    let full = find(columns, Target::FullName);
    match (first, last, full) {
        // "Vorname; Name" and the NAME, LAST_NAME of Bitrix24.
        (Some(_), None, Some(full)) if named(full, "name") => columns[full].guess.target = Target::LastName,
        (None, Some(_), Some(full)) if named(full, "name") => columns[full].guess.target = Target::FirstName,
        (Some(first), None, None) if named(first, "nome") => columns[first].guess.target = Target::FullName,
        (Some(first), Some(last), Some(full)) => {
            let both = |row| format!("{} {}", table.cell(row, first), table.cell(row, last)).trim().to_owned();
            // The same once more is passed over row by row; somebody else is kept.
            if !table.repeats(full, both) && table.values(full).next().is_some() {
                columns[full].guess = Guess::UNKNOWN;
            }
        }
        _ => {}
    }
}

/// Of two columns for one target the surer wins, then the earlier. The other is left out if it says the same.
fn settle_doubles(columns: &mut [Candidate], table: &Table) {
    for at in 0..columns.len() {
        let target = columns[at].guess.target;
        if target.takes_many() {
            continue;
        }
        let better = |other: &usize| {
            let (mine, other_one) = (columns[at].certainty, columns[*other].certainty);
            columns[*other].guess.target == target && (other_one > mine || other_one == mine && *other < at)
        };
        if let Some(winner) = (0..columns.len()).filter(|other| *other != at).find(better) {
            let same = table.repeats(at, |row| table.cell(row, winner).to_owned());
            columns[at].guess = if same { Guess::LEFT_OUT } else { Guess::UNKNOWN };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &[&str], rows: &[&[&str]], expected: &[(Target, How)]) {
        let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let rows: Vec<Vec<String>> = rows.iter().map(|row| owned(row)).collect();
        let guesses: Vec<_> = guess_columns(&owned(header), &rows).iter().map(|guess| (guess.target, guess.how)).collect();
        assert_eq!(guesses, expected, "{header:?}");
    }

    const KNOWN: How = How::NameKnown;
    const NOTE: (Target, How) = (Target::KeepAsNote, How::PleaseCheck);
    const OUT: (Target, How) = (Target::LeaveOut, How::NotImported);

    #[test]
    fn a_name_means_what_its_neighbours_leave() {
        use Target as T;
        check(&["Name", "Firma"], &[], &[(T::FullName, KNOWN), (T::OrganizationName, KNOWN)]);
        check(&["Vorname", "Name"], &[], &[(T::FirstName, KNOWN), (T::LastName, KNOWN)]);
        check(&["NAME", "SECOND_NAME", "LAST_NAME"], &[], &[(T::FirstName, KNOWN), (T::MiddleName, KNOWN), (T::LastName, KNOWN)]);
        check(&["Nome", "Azienda"], &[], &[(T::FullName, KNOWN), (T::OrganizationName, KNOWN)]);
        let zoho = ["Lead Name", "First Name", "Last Name", "Name"];
        let expected = [(T::Title, KNOWN), (T::FirstName, KNOWN), (T::LastName, KNOWN), (T::FullName, KNOWN)];
        check(&zoho, &[&["", "Max", "Moser", "Max Moser"], &["", "", "Rossi", "Rossi"]], &expected);
        check(
            &["First Name", "Last Name", "Contact"],
            &[&["Max", "Moser", "Eva Huber"]],
            &[(T::FirstName, KNOWN), (T::LastName, KNOWN), NOTE],
        );
    }

    #[test]
    fn a_title_is_what_its_values_are() {
        use Target as T;
        check(&["Titel"], &[&["Dr."], &["Prof. Dr."], &["Mag."]], &[(T::NameTitle, KNOWN)]);
        check(&["Title"], &[&["Mr"], &["Mrs"]], &[(T::NameTitle, KNOWN)]);
        check(&["Title"], &[&["CEO"], &["Dr."], &["CFO"]], &[(T::JobTitle, KNOWN)]);
        check(&["Titolo"], &[&["Direttore"]], &[(T::JobTitle, KNOWN)]);
        check(&["Stato"], &[&["Italia"]], &[(T::Country, KNOWN)]);
        check(&["Stato"], &[&["Nuovo"]], &[(T::Status, KNOWN)]);
        check(&["OPPORTUNITY"], &[&["1250.50"]], &[(T::ValueAmount, KNOWN)]);
    }

    #[test]
    fn one_column_a_field_and_many_for_phones() {
        use Target as T;
        let hubspot = ["Company Name", "Associated Company", "Phone Number", "Phone 2"];
        let expected = [(T::OrganizationName, KNOWN), OUT, (T::PhoneWork, KNOWN), (T::PhoneWork, KNOWN)];
        check(
            &hubspot,
            &[&["Acme", "Acme", "1", "2"]],
            &[expected[0], OUT, (T::PhoneWork, How::PleaseCheck), (T::PhoneWork, How::PleaseCheck)],
        );
        check(&hubspot, &[&["Acme", "Acme", "045 5550142", ""]], &expected);
        check(&["Organization - Name", "Company"], &[&["Acme", "Umbrella"]], &[(T::OrganizationName, KNOWN), NOTE]);
        check(&["Company - Country", "Country"], &[&["Italy", "Austria"]], &[NOTE, (T::Country, KNOWN)]);
        check(&["Email", "Email"], &[], &[(T::EmailWork, KNOWN), (T::EmailWork, KNOWN)]);
    }

    #[test]
    fn values_speak_where_names_do_not() {
        use Target as T;
        let rows: &[&[&str]] = &[&["a@b.it", "12/09/2026", "VR-1", ""], &["c@d.it", "14/09/2026", "VR-2", ""]];
        check(&["Kanal 7", "Wann", "Ausweis", "?"], rows, &[(T::EmailWork, How::FromValues), (T::CreatedAt, How::FromValues), NOTE, NOTE]);
        check(&["Email"], &[&["Via Roma 1"], &["Via Po 2"]], &[(T::EmailWork, How::PleaseCheck)]);
        check(&["OwnerId", "Kontor: Zeile"], &[&["005", "7"]], &[OUT, OUT]);
    }
}
