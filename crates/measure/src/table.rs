//! The tables of a data set: leads and contacts as subjects.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result};
use csv::StringRecord;
use domain::duplicates::{Population, Subject};

/// A line: its id as written, what it is (none for a lead), and what it says.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: String,
    pub population: Option<Population>,
    /// The organization a person belongs to, by its id.
    pub employer: String,
    pub subject: Subject,
}

impl Line {
    /// What a lead says about the organization it would become.
    pub fn organization(&self) -> Subject {
        Subject {
            first_name: String::new(),
            last_name: String::new(),
            job_title: String::new(),
            birth_date: String::new(),
            ..self.subject.clone()
        }
    }
}

pub fn read(path: &Path) -> Result<Vec<Line>> {
    let file = std::fs::File::open(path).with_context(|| format!("{} can't be read", path.display()))?;
    read_from(file)
}

pub fn read_from(table: impl std::io::Read) -> Result<Vec<Line>> {
    let mut reader = csv::Reader::from_reader(table);
    let places: HashMap<String, usize> =
        reader.headers()?.iter().enumerate().map(|(at, name)| (name.trim_start_matches('\u{feff}').to_owned(), at)).collect();
    let mut lines = Vec::new();
    for row in reader.records() {
        lines.push(line(&row?, &places));
    }
    introduce_people(&mut lines);
    Ok(lines)
}

/// Organizations learn at which domains their people have mail, as in the app.
fn introduce_people(lines: &mut [Line]) {
    let organizations = lines.iter().enumerate().filter(|(_, line)| line.population == Some(Population::Organizations));
    let by_id: HashMap<String, usize> = organizations.map(|(at, line)| (line.id.clone(), at)).collect();
    for at in 0..lines.len() {
        if let Some(employer) = by_id.get(&lines[at].employer).copied() {
            let emails = lines[at].subject.emails.clone();
            lines[employer].subject.people_emails.extend(emails);
        }
    }
}

fn line(row: &StringRecord, places: &HashMap<String, usize>) -> Line {
    let text = |name: &str| places.get(name).and_then(|at| row.get(*at)).unwrap_or_default().to_owned();
    let list = |name: &str| text(name).split(';').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
    let id = ["contact_id", "lead_id", "id"].into_iter().map(text).find(|id| !id.is_empty()).unwrap_or_default();
    let population = match text("kind").as_str() {
        "person" => Some(Population::Persons),
        "company" | "organization" => Some(Population::Organizations),
        _ => None,
    };
    let subject = Subject {
        first_name: text("first_name"),
        last_name: text("last_name"),
        job_title: text("title"),
        company: text("company_name"),
        emails: list("emails"),
        phones: list("phones"),
        website: text("website"),
        street: text("street"),
        postal_code: text("postal_code"),
        city: text("city"),
        region: text("region"),
        country: text("country"),
        birth_date: text("birth_date"),
        tax_id: text("tax_id"),
        people_emails: Vec::new(),
    };
    Line { id, population, employer: text("organization_id"), subject }
}
