//! The table of what may be certain: `agreements.txt`, to be read and changed by hand.

use domain::duplicates::{Band, Building, Index, Population, Subject, compare};
use domain::ids::Id;

const TABLE: &str = include_str!("agreements.txt");

/// A fact that both have.
type Fact = (&'static str, fn(&mut Subject));

const FACTS: [Fact; 10] = [
    ("e-mail", |subject| subject.emails.push("ctavernini@mediaplan.it".into())),
    ("nameless", |subject| subject.emails.push("sunny77@gmail.com".into())),
    ("mailbox", |subject| subject.emails.push("info@mediaplan.it".into())),
    ("phone", |subject| subject.phones.push("+39 0461 555010".into())),
    ("mobile", |subject| subject.phones.push("+39 348 5551234".into())),
    ("company", |subject| subject.company = "Mediaplan Trento Srl".into()),
    ("address", |subject| {
        (subject.street, subject.postal_code, subject.city) = ("Via Belenzani 17".into(), "38122".into(), "Trento".into())
    }),
    ("town", |subject| (subject.postal_code, subject.city) = ("38122".into(), "Trento".into())),
    ("birth", |subject| subject.birth_date = "1971-03-09".into()),
    ("tax id", |subject| subject.tax_id = "TVRCRL71C49L378X".into()),
];

/// Facts that organizations have too.
const OF_ORGANIZATIONS: [Fact; 6] = [
    ("website", |subject| subject.website = "mediaplan.it".into()),
    FACTS[2],
    FACTS[3],
    FACTS[6],
    FACTS[7],
    ("tax id", |subject| subject.tax_id = "01234560217".into()),
];

fn word(mut number: u128) -> String {
    let letters = std::iter::repeat_with(|| {
        let letter = b'a' + (number % 26) as u8;
        number /= 26;
        char::from(letter)
    });
    letters.take(5).collect()
}

/// So many others, two of a family at each address, none of whom has anything in common with those in the table.
fn others(population: Population, many: u128) -> Index {
    const NAMES: [(&str, &str); 6] =
        [("Anna", "Rossi"), ("Marco", "Rossi"), ("Peter", "Huber"), ("Karin", "Huber"), ("Hans", "Maier"), ("Sara", "Maier")];
    let mut building = Building::new(population);
    for at in 0..many {
        let ((first, last), name) = (NAMES[at as usize % NAMES.len()], word(at));
        let mut subject = Subject {
            company: format!("{name} Bau GmbH"),
            website: format!("{name}.it"),
            emails: vec![format!("{last}{at}@{name}.it")],
            phones: vec![format!("+39 0471 {:06}", at * 7)],
            street: format!("Via {} {}", word(at / 50), at % 50 / 2 + 1),
            postal_code: "39100".into(),
            city: "Bozen".into(),
            ..Subject::default()
        };
        if population == Population::Persons {
            (subject.first_name, subject.last_name) = (first.into(), last.into());
        }
        building.add(Id::from_u128(at + 1), &subject);
    }
    building.finish()
}

fn letter(band: Band) -> char {
    match band {
        Band::Certain => 'C',
        Band::Likely => 'L',
        Band::Possible => 'p',
        Band::Unlikely => '-',
    }
}

/// One block of the table: a row for each fact, in its columns what it comes to alone and with each fact before it.
fn block(title: &str, one: &Subject, other: &Subject, facts: &[Fact], index: &Index) -> String {
    let mut text = format!("{title}\n           alone");
    facts.iter().for_each(|(name, _)| text.push_str(&format!("{name:>9}")));
    text.push('\n');
    for (at, (name, fact)) in facts.iter().enumerate() {
        let score = |also: Option<&Fact>| {
            let mut sides = [one.clone(), other.clone()];
            for side in &mut sides {
                if let Some((_, also)) = also {
                    also(side);
                }
                fact(side);
            }
            letter(compare(&sides[0], &sides[1], index.population(), index).band)
        };
        text.push_str(&format!("{name:<8}{:>8}", score(None)));
        facts[..at].iter().for_each(|also| text.push_str(&format!("{:>9}", score(Some(also)))));
        text.push('\n');
    }
    text
}

fn person(first: &str, last: &str) -> Subject {
    Subject { first_name: first.into(), last_name: last.into(), ..Subject::default() }
}

fn tables(many: u128) -> String {
    let (people, organizations) = (others(Population::Persons, many), others(Population::Organizations, many));
    let firm = |name: &str| Subject { company: name.into(), ..Subject::default() };
    let carla = person("Carla", "Tavernini");
    let blocks = [
        block("Carla Tavernini and Carla Tavernini", &carla, &carla, &FACTS, &people),
        block("Tavernini and Carla Tavernini", &person("", "Tavernini"), &carla, &FACTS, &people),
        block("C. Tavernini and Carla Tavernini", &person("C.", "Tavernini"), &carla, &FACTS, &people),
        block("Carla and Carla Tavernini", &person("Carla", ""), &carla, &FACTS, &people),
        block("Charlie Tavernini and Carlo Tavernini", &person("Charlie", "Tavernini"), &person("Carlo", "Tavernini"), &FACTS, &people),
        block("Anna Tavernini and Carla Tavernini", &person("Anna", "Tavernini"), &carla, &FACTS, &people),
        block("Carla Tavernini and Carla Conti", &carla, &person("Carla", "Conti"), &FACTS, &people),
        block("no name and Carla Tavernini", &person("", ""), &carla, &FACTS, &people),
        block(
            "Mediaplan Trento and Mediaplan Trento",
            &firm("Mediaplan Trento"),
            &firm("Mediaplan Trento"),
            &OF_ORGANIZATIONS,
            &organizations,
        ),
        block("Mediaplan 1 and Mediaplan 2", &firm("Mediaplan 1"), &firm("Mediaplan 2"), &OF_ORGANIZATIONS, &organizations),
        block(
            "Mediaplan Druck and Mediaplan Trento",
            &firm("Mediaplan Druck"),
            &firm("Mediaplan Trento"),
            &OF_ORGANIZATIONS,
            &organizations,
        ),
        block("no name and Mediaplan Trento", &firm(""), &firm("Mediaplan Trento"), &OF_ORGANIZATIONS, &organizations),
    ];
    blocks.join("\n")
}

fn rank(letter: char) -> Option<usize> {
    "-pLC".find(letter)
}

/// Exactly so with hardly anybody known; with many known nothing is surer.
pub fn check() {
    let wanted: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
    let found = tables(20);
    assert_eq!(found.lines().collect::<Vec<_>>(), wanted, "{found}");
    for (line, most) in tables(3_000).lines().zip(wanted) {
        let surer = |(found, most): (char, char)| found != most && rank(found) > rank(most);
        assert!(!line.chars().zip(most.chars()).any(surer), "{line}\n{most}");
    }
}
