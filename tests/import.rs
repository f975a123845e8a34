//! Lead files as real systems export them, from bytes to leads: every column goes where a person would put it, every row
//! is imported or refused with a reason, and nothing is lost on the way.

use std::collections::HashMap;
use std::path::PathBuf;

use domain::ids::Id;
use domain::import::{
    Context, DateOrder, Decimal, Formats, How, Mapping, Names, Problem, Reason, RowOutcome, RowReader, StatusMeaning, Tally, Target,
    guess_columns, guess_formats, mapping_problems,
};
use domain::records::{Field, Record, validate};
use domain::rejection::Why;
use domain::stamp::Stamp;
use domain::values::Currency;
use domain::workspace;
use kontor::import::{Delimiter, Encoding, FileRows, RefusedRow, open, write_csv};
use serde_json::Value as Json;

const FIXTURES: [&str; 5] =
    ["salesforce-leads-en.csv", "fiera-verona-it.csv", "pipedrive-leads-en.csv", "bitrix24-leads-de.csv", "broken-rows.csv"];

fn bytes(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn file(name: &str) -> FileRows {
    open(&bytes(name)).expect("a file of rows")
}

fn mapping(file: &FileRows) -> Mapping {
    let guesses = guess_columns(&file.header, &file.sample_cells());
    Mapping::new(file.header.iter().map(String::as_str).zip(guesses.iter().map(|guess| guess.target)))
}

fn context() -> Context {
    let mut context = Context::new(Id::from_u128(77), Currency::EUR);
    context.members = Names::from_iter([("Marta Lindner", workspace::ME)]);
    context.meanings = vec![
        (StatusMeaning::New, workspace::STATUS_NEW),
        (StatusMeaning::Contacted, workspace::STATUS_CONTACTED),
        (StatusMeaning::Working, workspace::STATUS_WORKING),
        (StatusMeaning::Qualified, workspace::STATUS_QUALIFIED),
    ];
    context
}

/// What an import of the whole file brings.
struct Import {
    leads: HashMap<usize, Record>,
    notes: HashMap<usize, Record>,
    problems: Vec<Problem>,
    tally: Tally,
}

impl Import {
    fn of(file: &FileRows, language: &str) -> Self {
        let mapping = mapping(file);
        assert_eq!(mapping_problems(&mapping), []);
        let usual = Formats::usual(language, file.format.delimiter == Delimiter::Semicolon);
        let guessed = guess_formats(&mapping, &file.sample_cells(), usual);
        assert!(!guessed.decimal_ambiguous && !guessed.dates_ambiguous);
        let mut reader = RowReader::new(mapping, guessed.formats, context());
        let mut import = Self { leads: HashMap::new(), notes: HashMap::new(), problems: Vec::new(), tally: Tally::default() };
        for row in file.rows() {
            let outcome = reader.read(row.number, &row.cells);
            import.problems.extend_from_slice(outcome.problems());
            if let RowOutcome::Lead { drafts, .. } = outcome {
                let stamp = Stamp { command: Id::from_u128(1), device: Id::from_u128(2), by: workspace::ME, at: 0 };
                let mut records = drafts.iter().map(|draft| draft.record(&stamp));
                import.leads.extend(records.next().map(|lead| (row.number, lead)));
                import.notes.extend(records.next().map(|note| (row.number, note)));
            }
        }
        import.tally = reader.tally();
        import
    }

    fn reasons(&self) -> Vec<(usize, &str, &Reason)> {
        self.problems.iter().map(|problem| (problem.row, problem.column.as_str(), &problem.reason)).collect()
    }

    fn check_sums(&self, rows: usize) {
        let Tally { read, imported, kept, refused } = self.tally;
        assert_eq!((read, imported + refused, self.leads.len()), (rows, rows, imported));
        assert!(kept <= imported);
        for record in self.leads.values().chain(self.notes.values()) {
            assert_eq!(validate(record), []);
        }
    }
}

#[test]
fn every_file_is_what_it_is_said_to_be() {
    let expected: Json = serde_json::from_slice(&bytes("expected.json")).expect("JSON");
    for name in FIXTURES {
        let (file, expected) = (file(name), &expected[name]);
        let encoding = match expected["encoding"].as_str() {
            Some("cp1252") => Encoding::Windows1252,
            _ => Encoding::Utf8,
        };
        assert_eq!(file.format.encoding, encoding, "{name}");
        assert_eq!(Some(char::from(file.format.delimiter.byte()).to_string().as_str()), expected["delimiter"].as_str(), "{name}");
        assert_eq!(Some(file.bom), expected["bom"].as_bool(), "{name}");
        assert!(file.format.header, "{name}");
        assert_eq!(Json::from(file.header.clone()), expected["header"], "{name}");
        assert_eq!(Some(file.rows().count() as u64), expected["rows"].as_u64(), "{name}");
    }
}

fn check_columns(name: &str, expected: &[(&str, Target, How)]) {
    let file = file(name);
    let guesses = guess_columns(&file.header, &file.sample_cells());
    let found: Vec<_> = file.header.iter().zip(guesses).map(|(name, guess)| (name.as_str(), guess.target, guess.how)).collect();
    assert_eq!(found, expected);
}

#[test]
fn columns_of_salesforce() {
    use How::NameKnown;
    use Target as T;
    check_columns(
        "salesforce-leads-en.csv",
        &[
            ("Id", T::ExternalId, NameKnown),
            ("Salutation", T::Salutation, NameKnown),
            ("FirstName", T::FirstName, NameKnown),
            ("LastName", T::LastName, NameKnown),
            ("Title", T::JobTitle, NameKnown),
            ("Company", T::OrganizationName, NameKnown),
            ("Email", T::EmailWork, NameKnown),
            ("Phone", T::PhoneWork, NameKnown),
            ("MobilePhone", T::PhoneMobile, NameKnown),
            ("Street", T::Street, NameKnown),
            ("City", T::City, NameKnown),
            ("State", T::Region, NameKnown),
            ("PostalCode", T::PostalCode, NameKnown),
            ("Country", T::Country, NameKnown),
            ("Website", T::Website, NameKnown),
            ("Industry", T::Industry, NameKnown),
            ("LeadSource", T::Source, NameKnown),
            ("Status", T::Status, NameKnown),
            ("Rating", T::Tags, NameKnown),
            ("OwnerId", T::LeaveOut, How::NotImported),
            ("IsConverted", T::WasConverted, NameKnown),
            ("CreatedDate", T::CreatedAt, NameKnown),
            ("Description", T::Description, NameKnown),
        ],
    );
}

#[test]
fn columns_of_an_italian_fair() {
    use How::NameKnown;
    use Target as T;
    check_columns(
        "fiera-verona-it.csv",
        &[
            ("Nome", T::FirstName, NameKnown),
            ("Cognome", T::LastName, NameKnown),
            ("Ragione sociale", T::OrganizationName, NameKnown),
            ("E-mail", T::EmailWork, NameKnown),
            ("Tel.", T::PhoneWork, NameKnown),
            ("Cellulare", T::PhoneMobile, NameKnown),
            ("Valore stimato", T::ValueAmount, NameKnown),
            ("Data visita", T::CreatedAt, NameKnown),
            ("Interesse", T::Tags, NameKnown),
            ("Note", T::Note, NameKnown),
        ],
    );
}

#[test]
fn columns_of_pipedrive() {
    use How::NameKnown;
    use Target as T;
    check_columns(
        "pipedrive-leads-en.csv",
        &[
            ("Lead - Title", T::Title, NameKnown),
            ("Lead - Labels", T::Tags, NameKnown),
            ("Contact person", T::FullName, NameKnown),
            ("Person - Email", T::EmailWork, NameKnown),
            ("Person - Phone", T::PhoneWork, NameKnown),
            ("Organization", T::OrganizationName, NameKnown),
            ("Lead - Owner", T::Owner, NameKnown),
            ("Lead - Source channel", T::Source, NameKnown),
            ("Lead - Value", T::ValueAmount, NameKnown),
            ("Lead - Currency of value", T::ValueCurrency, NameKnown),
        ],
    );
}

#[test]
fn columns_of_bitrix24_in_german() {
    use How::NameKnown;
    use Target as T;
    check_columns(
        "bitrix24-leads-de.csv",
        &[
            ("ID", T::ExternalId, NameKnown),
            ("Lead-Name", T::Title, NameKnown),
            ("Anrede", T::Salutation, NameKnown),
            ("Vorname", T::FirstName, NameKnown),
            ("Nachname", T::LastName, NameKnown),
            ("Firmenname", T::OrganizationName, NameKnown),
            ("Position", T::JobTitle, NameKnown),
            ("Telefon (geschäftlich)", T::PhoneWork, NameKnown),
            ("Mobiltelefon", T::PhoneMobile, NameKnown),
            ("E-Mail (geschäftlich)", T::EmailWork, NameKnown),
            ("Straße", T::Street, NameKnown),
            ("PLZ", T::PostalCode, NameKnown),
            ("Ort", T::City, NameKnown),
            ("Land", T::Country, NameKnown),
            ("Quelle", T::Source, NameKnown),
            ("Status", T::Status, NameKnown),
            ("Summe", T::ValueAmount, NameKnown),
            ("Währung", T::ValueCurrency, NameKnown),
            ("Erstellt am", T::CreatedAt, NameKnown),
            ("Kommentar", T::Note, NameKnown),
        ],
    );
}

#[test]
fn columns_of_the_broken_file() {
    use How::NameKnown;
    use Target as T;
    check_columns(
        "broken-rows.csv",
        &[
            ("First Name", T::FirstName, NameKnown),
            ("Last Name", T::LastName, NameKnown),
            ("Company", T::OrganizationName, NameKnown),
            ("Email", T::EmailWork, NameKnown),
            ("Phone", T::PhoneWork, NameKnown),
            ("Value", T::ValueAmount, NameKnown),
        ],
    );
}

#[test]
fn salesforce_comes_in_whole() {
    let import = Import::of(&file("salesforce-leads-en.csv"), "en");
    import.check_sums(600);
    assert_eq!((import.reasons(), import.notes.len()), (vec![], 0));
    let lead = &import.leads[&2];
    assert_eq!((lead.text(Field::FirstName), lead.text(Field::LastName), lead.text(Field::JobTitle)), ("Ulrich", "Mayer", "Inhaber"));
    assert_eq!(lead.text(Field::Description), "Line one\nline two, with a comma");
    assert_eq!((lead.text(Field::ExternalId), lead.link(Field::Status)), ("00Q183941945423253", Some(workspace::STATUS_QUALIFIED)));
    assert_eq!(lead.address(Field::Address).map(|address| address.one_line()).as_deref(), Some("8062 Graz, Austria"));
    assert_eq!(import.leads[&6].text(Field::Description), "Asked for a quote, \"urgent\".");
    assert_eq!(import.leads[&6].texts(Field::Tags), ["Hot"]);
}

#[test]
fn the_fair_comes_in_with_accents_and_italian_numbers() {
    let fair = file("fiera-verona-it.csv");
    let guessed = guess_formats(&mapping(&fair), &fair.sample_cells(), Formats::usual("en-US", false));
    assert_eq!(guessed.formats, Formats { decimal: Decimal::Comma, dates: DateOrder::DayFirst });
    let import = Import::of(&fair, "en");
    import.check_sums(500);
    assert_eq!(import.reasons(), []);
    let lead = &import.leads[&2];
    assert_eq!(lead.text(Field::OrganizationName), "Punz Holzbau G.m.b.H.");
    assert_eq!(lead.money(Field::Value).map(|money| money.plain()).as_deref(), Some("1250.50"));
    assert_eq!(lead.time(Field::HappenedAt).map(|at| domain::values::Date::from_millis(at).to_string()).as_deref(), Some("2026-09-12"));
    assert_eq!(lead.texts(Field::Tags), ["insacco"]);
    assert_eq!(import.notes[&2].text(Field::Text), "Stand B14");
    assert_eq!(import.notes[&4].text(Field::Text), "Richiamare; ha fretta");
    let names: Vec<&str> =
        import.leads.values().flat_map(|lead| [lead.text(Field::LastName), lead.text(Field::OrganizationName)]).collect();
    for name in ["Jäger & Söhne", "Schäfer", "Heß", "gamsjäger"] {
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn pipedrive_comes_in_with_several_numbers_in_a_cell() {
    let import = Import::of(&file("pipedrive-leads-en.csv"), "en");
    import.check_sums(400);
    assert_eq!((import.reasons(), import.notes.len()), (vec![], 0));
    let lead = &import.leads[&3];
    assert_eq!((lead.text(Field::FirstName), lead.text(Field::LastName)), ("Giacobbe", "Grimellini"));
    let phones: Vec<&str> = lead.points(Field::Phones).iter().map(|point| point.value.as_str()).collect();
    assert_eq!(phones, ["+39 366 5739063", "0444551865974"]);
    assert_eq!((lead.text(Field::Title), lead.link(Field::Owner)), ("Fal. Grimellini S.p.A. lead", Some(workspace::ME)));
    assert_eq!(import.leads[&4].texts(Field::Tags), ["Warm", "Trade fair"]);
    // Pipedrive writes 0 where nobody entered an amount: nobody here can tell, so it stays what it is.
    assert_eq!(import.leads[&2].money(Field::Value).map(|money| money.minor), Some(0));
}

#[test]
fn bitrix24_comes_in_with_german_words_and_numbers() {
    let import = Import::of(&file("bitrix24-leads-de.csv"), "en");
    import.check_sums(300);
    assert_eq!((import.reasons(), import.notes.len()), (vec![], 0));
    let lead = &import.leads[&5];
    assert_eq!(lead.link(Field::Status), Some(workspace::STATUS_WORKING));
    assert_eq!(lead.address(Field::Address).map(|address| address.one_line()).as_deref(), Some("Mühlweg 43, 86782 Augsburg, Germany"));
    assert_eq!(lead.money(Field::Value).map(|money| money.plain()).as_deref(), Some("12500"));
    assert_eq!((lead.text(Field::Source), lead.text(Field::JobTitle)), ("Webformular", "Einkaufsleiter"));
    assert_eq!(import.leads[&2].text(Field::Salutation), "Herr");
}

#[test]
fn the_broken_rows_are_those_a_person_would_name() {
    let file = file("broken-rows.csv");
    let import = Import::of(&file, "en");
    import.check_sums(40);
    let expected = [
        (7, "", Reason::ExtraCells { columns: 6, cells: 8 }),
        (9, "Email", Reason::NotAnEmail),
        (11, "", Reason::Empty),
        (13, "", Reason::NameOrOrganization),
        (17, "First Name", Reason::Invalid(Why::TooLong { limit: 200 })),
        (21, "Phone", Reason::NotAPhone),
        (23, "", Reason::SameAsRow(22)),
    ];
    let found = import.reasons();
    assert_eq!(found, expected.iter().map(|(row, column, reason)| (*row, *column, reason)).collect::<Vec<_>>());
    assert_eq!(import.tally, Tally { read: 40, imported: 35, kept: 2, refused: 5 });
    assert_eq!(import.notes[&9].text(Field::Text), "Email: not an e-mail");
    // A short row, a formula, quotes in quotes and spaces around names are no reason to refuse anything.
    assert_eq!(import.leads[&5].points(Field::Phones), []);
    assert_eq!(import.leads[&15].text(Field::OrganizationName), "=HYPERLINK(\"http://example.com\")");
    assert_eq!(import.leads[&19].text(Field::OrganizationName), "Queen's \"Univ\", Ltd");
    assert_eq!(import.leads[&21].text(Field::FirstName), "Ramona");
}

#[test]
fn refused_rows_come_back_when_they_are_mended() {
    let broken = file("broken-rows.csv");
    let import = Import::of(&broken, "en");
    let rows: Vec<_> = broken.rows().filter(|row| !import.leads.contains_key(&row.number)).collect();
    let refused: Vec<RefusedRow> =
        rows.iter().map(|row| RefusedRow { number: row.number, cells: &row.cells, columns: "", reason: "see above" }).collect();
    let written = write_csv(broken.format.delimiter, &broken.header, ["row", "column", "reason"], &refused);
    let again = open(&written).expect("our own file");
    for (row, original) in again.rows().zip(&rows) {
        assert_eq!(row.cells[..original.cells.len()], original.cells[..]);
    }
    let text = String::from_utf8(written).expect("UTF-8");
    let mended = text.replace(",,nobody@example.com", "Ada,,nobody@example.com").replace(&"x".repeat(40_000), "Xaver");
    let second = Import::of(&open(mended.as_bytes()).expect("our own file"), "en");
    second.check_sums(5);
    // Mended, or said once more: only the empty row is left.
    assert_eq!(second.reasons(), [(3, "", &Reason::Empty)]);
    assert_eq!(second.leads[&2].text(Field::LastName), "Hinterwieser");
    assert_eq!(second.notes[&2].text(Field::Text), "extra\ncells");
}
