//! A file with as many leads as wanted: invented, the same in every run, and as different from each other as people are: four of a
//! company, each full name about once in a hundred thousand.

use std::fmt::Write;
use std::ops::Range;

const FIRST: &[&str] = &[
    "Anna", "Bruno", "Carla", "Dieter", "Elena", "Franz", "Giulia", "Heike", "Ivan", "Jonas", "Katrin", "Luca", "Marta", "Nina", "Oskar",
    "Paola", "Renate", "Stefan", "Teresa", "Ulrich", "Valeria", "Walter", "Xenia", "Yannick", "Zita", "Alberto", "Beate", "Cesare",
    "Doris", "Emil", "Fabio", "Gerda", "Hugo", "Ilaria", "Jakob", "Karin", "Lorenz", "Monika", "Norbert", "Olga", "Pietro", "Quentin",
    "Rosa", "Sven", "Tina", "Ugo", "Verena", "Wilma", "Ximena", "Yvonne", "Zoe", "Andrew", "Bettina", "Charles", "Debora", "Edgar",
    "Frida", "Gavin", "Helga", "Ingrid", "Joseph", "Kevin", "Laura", "Martin", "Nadia", "Otto", "Petra", "Ralf", "Sandra", "Thomas",
    "Ursula", "Viktor", "Wanda", "Arno", "Birgit", "Claudio", "Dagmar", "Enzo", "Felix", "Greta", "Harald", "Irene", "Julia", "Konrad",
    "Linda", "Mario", "Natalie", "Oliver", "Patrizia", "Roman", "Silvia", "Tobias", "Ulla", "Vincent", "Wolfgang", "Agnes", "Boris",
    "Cornelia", "Daniel", "Eva",
];
const LAST: &[&str] = &[
    "Adler", "Bianch", "Cooper", "Dorner", "Esposit", "Fisher", "Gruber", "Hofer", "Inner", "Jones", "Koller", "Lombard", "Mueller",
    "Novak", "Ober", "Pichler", "Quarant", "Ross", "Schneid", "Turner", "Unter", "Vogel", "Weber", "Yates", "Zanon",
];
const ENDING: &[&str] = &[
    "", "mann", "hofer", "bacher", "ini", "etti", "son", "wood", "berger", "egger", "auer", "ella", "ardi", "stein", "feld", "ton", "ley",
    "moser", "kofler", "thaler", "brunner", "huber", "acci", "oni", "ucci", "field", "ham", "worth", "reiter", "wieser", "lechner",
    "steiner", "ato", "ese", "igo", "aldo", "ridge", "more", "graf", "vogt",
];
const TRADE: &[&str] = &["Mills", "Logistics", "Foods", "Solar", "Timber", "Software", "Optics", "Printing", "Tools", "Dairy"];
const CITY: &[&str] = &["Verona", "Bolzano", "Munich", "Vienna", "Leeds", "Graz", "Ulm", "Trento", "York", "Innsbruck"];
const LEADS_OF_A_COMPANY: usize = 4;

/// Every hundred rows each first name is there once.
fn first(row: usize) -> &'static str {
    FIRST[(row * 37 + row / 100) % FIRST.len()]
}

fn last(row: usize) -> String {
    format!("{}{}", LAST[(row * 11 + row / 7) % LAST.len()], ENDING[(row * 17 + row / 90) % ENDING.len()])
}

/// A header and these rows without quotes, so that the plain way can read it with `split`.
pub fn csv(rows: Range<usize>) -> String {
    let mut text = String::from("First name,Last name,Company,E-mail,Phone,City,Value,Source\n");
    for row in rows {
        let company = row / LEADS_OF_A_COMPANY;
        let (trade, city) = (TRADE[(company * 3 + company / 10) % TRADE.len()], CITY[(company * 7 + company / 31) % CITY.len()]);
        let (first, last, founder) = (first(row), last(row), last(company * 13 + 5));
        let domain = format!("{founder}-{trade}-{city}").to_lowercase();
        let mail = format!("{first}.{last}").to_lowercase();
        let (phone, value) = (100_000 + row * 7_919 % 900_000, (row * 37) % 90_000);
        writeln!(
            text,
            "{first},{last},{founder} {trade} {city},{mail}@{domain}.example,+39 04{:02} {phone},{city},{value},Trade fair",
            company % 73
        )
        .expect("a text grows");
    }
    text
}
