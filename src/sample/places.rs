//! Towns, streets and phone numbers. The number ranges are kept free for films (Germany, United Kingdom) or invented (Italy).

use domain::values::Address;

use super::Tongue;

/// City, postal code, region, country, and the beginning of its phone numbers.
type Town = (&'static str, &'static str, &'static str, &'static str, &'static str);

const TOWNS: [[Town; 5]; 3] = [
    [
        ("Berlin", "10115", "", "Germany", "+49 30 23125 "),
        ("Hamburg", "20095", "", "Germany", "+49 40 66969 "),
        ("Köln", "50667", "Nordrhein-Westfalen", "Germany", "+49 221 4710 "),
        ("München", "80331", "Bayern", "Germany", "+49 89 99998 "),
        ("Frankfurt am Main", "60311", "Hessen", "Germany", "+49 69 90009 "),
    ],
    [
        ("Verona", "37121", "VR", "Italy", "+39 045 555 0"),
        ("Parma", "43121", "PR", "Italy", "+39 0521 555 0"),
        ("Conegliano", "31015", "TV", "Italy", "+39 0438 555 0"),
        ("Bolzano", "39100", "BZ", "Italy", "+39 0471 555 0"),
        ("Gragnano", "80054", "NA", "Italy", "+39 081 555 0"),
    ],
    [
        ("Bristol", "BS1 4DJ", "", "United Kingdom", "+44 117 496 0"),
        ("Leeds", "LS1 4AP", "", "United Kingdom", "+44 113 496 0"),
        ("Manchester", "M2 5DB", "", "United Kingdom", "+44 161 496 0"),
        ("Edinburgh", "EH1 1YZ", "Scotland", "United Kingdom", "+44 131 496 0"),
        ("Falmouth", "TR11 3JQ", "Cornwall", "United Kingdom", "+44 1632 960 "),
    ],
];

const STREETS: [[&str; 6]; 3] = [
    ["Am Mühlbach", "Lindenweg", "Hafenstraße", "Gewerbering", "Schloßgasse", "An der Waage"],
    ["Via dei Mulini", "Via Garibaldi", "Corso Milano", "Viale della Stazione", "Piazza delle Erbe", "Via Artigianato"],
    ["Mill Lane", "Harbour Street", "Station Road", "Old Dairy Yard", "Bridge Street", "Quay Side"],
];

const MOBILE: [&str; 3] = ["+49 171 39200 ", "+39 320 555 0", "+44 7700 900 "];

fn town(tongue: Tongue, number: usize) -> Town {
    let towns = &TOWNS[tongue as usize];
    towns[number % towns.len()]
}

pub fn address(tongue: Tongue, number: usize) -> Address {
    let (city, postal_code, region, country, _) = town(tongue, number);
    let streets = &STREETS[tongue as usize];
    let (street, house) = (streets[number % streets.len()], number % 80 + 1);
    let street = if tongue == Tongue::English { format!("{house} {street}") } else { format!("{street} {house}") };
    let [postal_code, city, region, country] = [postal_code, city, region, country].map(str::to_owned);
    Address { street, postal_code, city, region, country }
}

/// A number in the town; `line` is below 1000.
pub fn phone(tongue: Tongue, number: usize, line: usize) -> String {
    format!("{}{line:03}", town(tongue, number).4)
}

/// In Germany only lines below 100 are free.
pub fn mobile(tongue: Tongue, line: usize) -> String {
    let width = if tongue == Tongue::German { 2 } else { 3 };
    format!("{}{line:0width$}", MOBILE[tongue as usize])
}

/// The same number as another hand would write it: `0049 30/23125042`.
pub fn other_spelling(phone: &str) -> String {
    let mut parts = phone.splitn(3, ' ');
    let (country, area) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let line: String = parts.next().unwrap_or_default().split(' ').collect();
    format!("{} {area}/{line}", country.replace('+', "00"))
}
