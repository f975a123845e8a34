//! Names of people and firms. The lengths have no common divisor, so walking two lists at once repeats late.

use super::Tongue;

type Names = [[&'static str; 21]; 3];

const FIRST: Names = [
    [
        "Annika",
        "Jonas",
        "Katharina",
        "Sebastian",
        "Friederike",
        "Tilman",
        "Jürgen",
        "Käthe",
        "Lorenz",
        "Mareike",
        "Niklas",
        "Ottilie",
        "Ruprecht",
        "Sönke",
        "Theresa",
        "Ulrike",
        "Veit",
        "Wiebke",
        "Björn",
        "Clara",
        "Götz",
    ],
    [
        "Giulia",
        "Matteo",
        "Chiara",
        "Davide",
        "Benedetta",
        "Luca",
        "Niccolò",
        "Ornella",
        "Pietro",
        "Rosalba",
        "Silvano",
        "Tecla",
        "Ugo",
        "Virginia",
        "Zeno",
        "Agnese",
        "Bruno",
        "Costanza",
        "Desirée",
        "Ettore",
        "Fiammetta",
    ],
    [
        "Harriet", "Owen", "Imogen", "Edward", "Beatrice", "Callum", "Daphne", "Ewan", "Florence", "Gareth", "Hester", "Isaac", "Jemima",
        "Kit", "Lydia", "Morgan", "Nerys", "Oliver", "Philippa", "Rhys", "Tabitha",
    ],
];

const FAMILY: [[&str; 32]; 3] = [
    [
        "Falkenrieder",
        "Brüggenau",
        "Kühnlein",
        "Voßberger",
        "Rauschel",
        "Hohenwald",
        "Weihenauer",
        "Tanneggl",
        "Steinbrinck",
        "Lohmöller",
        "Dornwalder",
        "Eschbrück",
        "Quellmann",
        "Hagedoorn",
        "Mühlstädt",
        "Wiesengrund",
        "Nordhauser",
        "Ackerhöfer",
        "Birkenfels",
        "Grünspanner",
        "Jägerhain",
        "Krähwinkel",
        "Lindenschmied",
        "Morgentaler",
        "Ölschlegel",
        "Pfaffenroth",
        "Rabenfurt",
        "Sägebrecht",
        "Tiefenbach",
        "Uhlenhoff",
        "von Winterfels",
        "Zirbelmann",
    ],
    [
        "Ferrandelli",
        "Corsignani",
        "Lombrasco",
        "Marchesotti",
        "Rinaldesi",
        "Tonelvardi",
        "Bassanuto",
        "Valdombra",
        "Cerratello",
        "Montegrini",
        "Brusadelio",
        "Castelvari",
        "D'Allarosa",
        "Fontebassi",
        "Gallivardi",
        "Lunadoro",
        "Malvestrin",
        "Nardovino",
        "Orsagrande",
        "Pellicanti",
        "Quarantin",
        "Ravazzello",
        "Salvadego",
        "Terracieli",
        "Ubaldeschi",
        "Vescovato",
        "Zambrusco",
        "Acquaviola",
        "Bellavigna",
        "De Montalto",
        "Campodoro",
        "Tonelli-Grassi",
    ],
    [
        "Ollerwood",
        "Pritchley",
        "Penhallam",
        "Larkmeade",
        "Sandrith",
        "Thornaby",
        "Wexcombe",
        "Hartlow",
        "Brackenby",
        "Cauldwick",
        "Dunmarrow",
        "Elderfield",
        "Fennimoor",
        "Gladstoke",
        "Hollinshade",
        "Inglethorpe",
        "O'Shaughlin",
        "Kestrelby",
        "Lofthaven",
        "Marlingdon",
        "Netherwell",
        "Oakhanger",
        "Pemberlow",
        "Quillcross",
        "Ravensholt",
        "Stanforth-Hale",
        "Tillingborne",
        "Underhay",
        "Vickermoor",
        "Wychcombe",
        "Yarrowby",
        "Ashgrove",
    ],
];

/// What a firm is called after its family, its legal form and its trade.
type Trade = (&'static str, &'static str, &'static str);

const TRADES: [[Trade; 9]; 3] = [
    [
        ("{} Verpackung GmbH", "GmbH", "Packaging"),
        ("{} Feinmechanik KG", "KG", "Mechanical engineering"),
        ("Mühle {} GmbH", "GmbH", "Food"),
        ("{} Kältetechnik GmbH & Co. KG", "GmbH & Co. KG", "Refrigeration"),
        ("{} Saatgut eG", "eG", "Agriculture"),
        ("{} Logistik GmbH", "GmbH", "Logistics"),
        ("Molkerei {} eG", "eG", "Dairy"),
        ("{} Maschinenbau AG", "AG", "Mechanical engineering"),
        ("Institut {} für Lebensmitteltechnologie e. V.", "e. V.", "Research"),
    ],
    [
        ("Molino {} S.r.l.", "S.r.l.", "Food"),
        ("Officine {} S.p.A.", "S.p.A.", "Mechanical engineering"),
        ("Cantine {} S.a.s.", "S.a.s.", "Wine"),
        ("Pastificio {} & Figli S.n.c.", "S.n.c.", "Food"),
        ("{} Imballaggi S.r.l.", "S.r.l.", "Packaging"),
        ("Caseificio {} S.c.a.r.l.", "S.c.a.r.l.", "Dairy"),
        ("{} Macchine S.n.c.", "S.n.c.", "Mechanical engineering"),
        ("Oleificio {} S.a.s.", "S.a.s.", "Food"),
        ("Studio {} Associati", "", "Consulting"),
    ],
    [
        ("{} Dairy Co-operative Ltd", "Ltd", "Dairy"),
        ("{} Mills Ltd", "Ltd", "Food"),
        ("{} & Sons Ltd", "Ltd", "Wholesale"),
        ("{} Sea Salt Ltd", "Ltd", "Food"),
        ("{} Packaging plc", "plc", "Packaging"),
        ("{} Brewing Company Ltd", "Ltd", "Beverages"),
        ("{} Orchards LLP", "LLP", "Agriculture"),
        ("{} Cold Storage Ltd", "Ltd", "Logistics"),
        ("{} Machinery Ltd", "Ltd", "Mechanical engineering"),
    ],
];

const JOBS: [[&str; 5]; 3] = [
    ["Produktionsleitung", "Einkauf", "Geschäftsführung", "Technische Leitung", ""],
    ["Responsabile produzione", "Ufficio acquisti", "Titolare", "Direzione tecnica", ""],
    ["Head of production", "Buyer", "Managing director", "Plant engineer", ""],
];

/// First and family name of the nth person of a language.
pub fn person(tongue: Tongue, number: usize) -> (&'static str, &'static str) {
    let (first, family) = (&FIRST[tongue as usize], &FAMILY[tongue as usize]);
    (first[number % first.len()], family[(number + 5) % family.len()])
}

/// Name, legal form and trade of the nth firm of a language.
pub fn firm(tongue: Tongue, number: usize) -> (String, &'static str, &'static str) {
    let (families, trades) = (&FAMILY[tongue as usize], &TRADES[tongue as usize]);
    let (name, form, industry) = trades[number % trades.len()];
    (name.replace("{}", families[number % families.len()]), form, industry)
}

pub fn job(tongue: Tongue, number: usize) -> &'static str {
    let jobs = &JOBS[tongue as usize];
    jobs[number % jobs.len()]
}
