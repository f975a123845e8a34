//! A file with as many leads as wanted: invented, different, and the same in every run.

use std::fmt::Write;
use std::ops::Range;

const FIRST: &[&str] = &[
    "Anna", "Bruno", "Carla", "Dieter", "Elena", "Franz", "Giulia", "Heike", "Ivan", "Jonas", "Katrin", "Luca", "Marta", "Nina", "Oskar",
    "Paola", "Renate", "Stefan", "Teresa", "Ulrich", "Valeria", "Walter", "Xenia", "Yannick", "Zita",
];
const LAST: &[&str] = &[
    "Adler",
    "Bianchi",
    "Cooper",
    "Dorner",
    "Esposito",
    "Fisher",
    "Gruber",
    "Hofer",
    "Innerhofer",
    "Jones",
    "Koller",
    "Lombardi",
    "Mueller",
    "Novak",
    "Oberhofer",
    "Pichler",
    "Quaranta",
    "Rossi",
    "Schneider",
    "Turner",
    "Unterberger",
    "Vogel",
    "Weber",
    "Yates",
    "Zanon",
];
const TRADE: &[&str] = &["Mills", "Logistics", "Foods", "Solar", "Timber", "Software", "Optics", "Printing", "Tools", "Dairy"];
const CITY: &[&str] = &["Verona", "Bolzano", "Munich", "Vienna", "Leeds", "Graz", "Ulm", "Trento", "York", "Innsbruck"];

/// A header and these rows without quotes, so that the plain way can read it with `split`.
pub fn csv(rows: Range<usize>) -> String {
    let mut text = String::from("First name,Last name,Company,E-mail,Phone,City,Value,Source\n");
    for row in rows {
        let pick = |list: &[&'static str], step: usize| list[(row * step + row / 7) % list.len()];
        let (first, last, trade) = (pick(FIRST, 7), pick(LAST, 11), pick(TRADE, 3));
        let mail = format!("{}.{}.{row}@example.com", first.to_lowercase(), last.to_lowercase());
        let city = pick(CITY, 13);
        let value = (row * 37) % 90_000;
        writeln!(text, "{first},{last},{last} {trade} {},{mail},+39 0471 {:06},{city},{value},Trade fair", row / 4, row)
            .expect("a text grows");
    }
    text
}
