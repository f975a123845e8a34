//! As many contacts as are asked for, made from those of a data set: names, places and trades keep their frequencies; firms, domains,
//! numbers and addresses are new in each round.

use domain::duplicates::{Population, Subject};

use crate::table::Line;

/// A small generator of its own: the same numbers everywhere.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides.max(1)
    }
}

const SYLLABLES: &[&str] = &[
    "ka", "lo", "mi", "ren", "tor", "vel", "nex", "bra", "dun", "fos", "gil", "hex", "jun", "pol", "qua", "sil", "tre", "umb", "wex", "zan",
];

fn invented(dice: &mut Dice) -> String {
    (0..3).map(|_| SYLLABLES[dice.roll(SYLLABLES.len())]).collect()
}

/// `records` lines: the given ones, then variations of them.
pub fn multiplied(lines: &[Line], records: usize) -> Vec<Line> {
    let mut dice = Dice::new(7);
    let mut all: Vec<Line> = lines.iter().take(records).cloned().collect();
    while all.len() < records {
        let line = &lines[all.len() % lines.len()];
        let subject = varied(&line.subject, lines, &mut dice);
        all.push(Line { id: format!("X{:07}", all.len()), population: line.population, employer: String::new(), subject });
    }
    all
}

fn varied(subject: &Subject, lines: &[Line], dice: &mut Dice) -> Subject {
    let mut other = subject.clone();
    let mut somebody = |pick: fn(&Subject) -> &String| {
        let from = (0..20).map(|_| pick(&lines[dice.roll(lines.len())].subject)).find(|text| !text.is_empty());
        from.cloned().unwrap_or_default()
    };
    if !subject.last_name.is_empty() {
        (other.first_name, other.last_name) = (somebody(|subject| &subject.first_name), somebody(|subject| &subject.last_name));
    }
    let name = invented(dice);
    if !subject.company.is_empty() {
        let rest: Vec<&str> = subject.company.split(' ').skip(1).collect();
        other.company = format!("{}{} {}", name[..1].to_uppercase(), &name[1..], rest.join(" "));
    }
    let local = |text: &str| text.split('@').next().unwrap_or_default().to_owned();
    let end = |text: &str| text.rsplit('.').next().unwrap_or_default().to_owned();
    let personal = format!("{}.{}", other.first_name, other.last_name).to_lowercase().replace(' ', "");
    for email in &mut other.emails {
        let at = if subject.last_name.is_empty() { local(email) } else { personal.clone() };
        *email = format!("{at}@{name}.{}", end(email));
    }
    if !other.website.is_empty() {
        other.website = format!("www.{name}.{}", end(subject.website.trim_end_matches('/')));
    }
    for phone in &mut other.phones {
        let prefix = phone.len().min(7);
        let digits = |c: char| if c.is_ascii_digit() { char::from(b'0' + dice.roll(10) as u8) } else { c };
        *phone = phone.chars().take(prefix).chain(phone.clone().chars().skip(prefix).map(digits)).collect();
    }
    if !other.street.is_empty() {
        let word: String = other.street.chars().filter(|c| !c.is_ascii_digit()).collect();
        other.street = format!("{} {}", word.trim(), 1 + dice.roll(200));
    }
    other
}

/// Every person among them as a lead: half as written, half with a slip, another number or without the firm.
pub fn leads(lines: &[Line], many: usize) -> Vec<Line> {
    let mut dice = Dice::new(11);
    let step = (lines.len() / many).max(1);
    let people = lines.iter().step_by(step).filter(|line| line.population == Some(Population::Persons));
    people.map(|line| Line { population: None, subject: slipped(&line.subject, &mut dice), ..line.clone() }).take(many).collect()
}

fn slipped(subject: &Subject, dice: &mut Dice) -> Subject {
    let mut lead = subject.clone();
    match dice.roll(6) {
        0 => lead.phones.clear(),
        1 => lead.emails.clear(),
        2 => lead.company.clear(),
        3 if lead.last_name.is_ascii() && lead.last_name.len() > 4 => {
            lead.last_name.remove(dice.roll(3) + 1);
        }
        _ => {}
    }
    lead
}
