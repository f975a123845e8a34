//! Single rows.

use super::*;
use crate::rejection::Why;
use crate::values::{ContactPoint, NoteSubject, PointKind, Visibility};

fn read(cells: &[(&str, Target, &str)]) -> RowOutcome {
    let mapping = Mapping::new(cells.iter().map(|(name, target, _)| (*name, *target)));
    let texts: Vec<&str> = cells.iter().map(|(.., text)| *text).collect();
    read_row(7, &texts, &mapping, FORMATS, &context())
}

/// The lead, the note, and what is reported as column and reason.
fn lead(cells: &[(&str, Target, &str)]) -> (Record, String, Vec<(String, Reason)>) {
    let all: Vec<_> = cells.iter().copied().chain([("Company", Target::OrganizationName, "Acme")]).collect();
    let outcome = read(&all);
    let problems = outcome.problems().iter().map(|problem| (problem.column.clone(), problem.reason.clone())).collect();
    let (lead, note) = split(&outcome).expect("a lead");
    assert!(outcome.problems().iter().all(|problem| problem.kept && problem.row == 7));
    (lead, note, problems)
}

fn refusal(cells: &[(&str, Target, &str)]) -> Vec<(String, Reason)> {
    let RowOutcome::Refused { problems } = read(cells) else { panic!("refused") };
    assert!(problems.iter().all(|problem| !problem.kept));
    problems.into_iter().map(|problem| (problem.column, problem.reason)).collect()
}

#[test]
fn a_name_comes_in_parts_or_whole() {
    let (parts, ..) = lead(&[
        ("Anrede", Target::Salutation, "Herr"),
        ("Titel", Target::NameTitle, "Dr."),
        ("Vorname", Target::FirstName, " Max "),
        ("Mitte", Target::MiddleName, "K."),
        ("Name", Target::LastName, "Moser"),
    ]);
    let (whole, note, problems) = lead(&[("Kontakt", Target::FullName, "Herr Dr. Max K. Moser")]);
    for field in [Field::Salutation, Field::FirstName, Field::LastName] {
        assert_eq!(parts.text(field), whole.text(field));
    }
    assert_eq!([whole.text(Field::Salutation), whole.text(Field::FirstName), whole.text(Field::LastName)], ["Herr Dr.", "Max K.", "Moser"]);
    assert!(note.is_empty() && problems.is_empty());
}

#[test]
fn the_same_name_once_more_says_nothing_new_another_is_kept() {
    let parts = [("First", Target::FirstName, "Max"), ("Last", Target::LastName, "Moser")];
    let with = |full| lead(&[parts[0], parts[1], ("Contact", Target::FullName, full)]);
    assert_eq!(with("Max Moser").1, "");
    let (lead, note, problems) = with("Eva Huber");
    assert_eq!((lead.text(Field::LastName), note.as_str()), ("Moser", "Contact: Eva Huber"));
    assert_eq!(problems, [("Contact".to_owned(), Reason::AlreadyFilled)]);
}

#[test]
fn points_have_their_kind() {
    let (lead, note, problems) = lead(&[
        ("E-Mail", Target::EmailWork, "a@b.it, c@d.it"),
        ("Privat", Target::EmailHome, "a@b.it"),
        ("Handy", Target::PhoneMobile, "333 5550117"),
        ("Fax", Target::PhoneFax, "045 5550142"),
        ("LinkedIn", Target::LinkedIn, "max-moser"),
    ]);
    assert_eq!(lead.points(Field::Emails), [ContactPoint::work("a@b.it"), ContactPoint::work("c@d.it")]);
    let phones = [ContactPoint::new(PointKind::Mobile, "333 5550117"), ContactPoint::new(PointKind::Fax, "045 5550142")];
    assert_eq!(lead.points(Field::Phones), phones);
    assert_eq!(lead.points(Field::Social), [ContactPoint::new(PointKind::LinkedIn, "max-moser")]);
    assert!(note.is_empty() && problems.is_empty());
}

#[test]
fn a_bad_optional_cell_is_kept_and_named() {
    let (lead, note, problems) = lead(&[
        ("Note", Target::Note, "Stand B14"),
        ("E-mail", Target::EmailWork, "not an e-mail"),
        ("Tel.", Target::PhoneWork, "call me maybe"),
        ("Sito", Target::Website, "none yet"),
        ("Valore", Target::ValueAmount, "about 5"),
        ("Chiusura", Target::CloseDate, "soon"),
        ("Interesse", Target::KeepAsNote, "insacco"),
    ]);
    let expected =
        "Stand B14\nE-mail: not an e-mail\nTel.: call me maybe\nSito: none yet\nValore: about 5\nChiusura: soon\nInteresse: insacco";
    assert_eq!(note, expected);
    let reasons = [
        ("E-mail", Reason::NotAnEmail),
        ("Tel.", Reason::NotAPhone),
        ("Sito", Reason::NotAWebsite),
        ("Valore", Reason::NotAnAmount),
        ("Chiusura", Reason::NotADate),
    ];
    assert_eq!(problems, reasons.map(|(column, reason)| (column.to_owned(), reason)));
    assert!(!lead.has(Field::Value) && !lead.has(Field::Emails));
}

#[test]
fn a_negative_amount_is_no_value_and_kept() {
    let (lead, note, problems) = lead(&[("Valore", Target::ValueAmount, "-5,50"), ("Valuta", Target::ValueCurrency, "EUR")]);
    assert_eq!((note.as_str(), problems), ("Valore: -5,50\nValuta: EUR", vec![("Valore".to_owned(), Reason::NegativeAmount)]));
    assert!(!lead.has(Field::Value));
}

#[test]
fn an_address_comes_together() {
    let (lead, ..) = lead(&[
        ("Via", Target::Street, "Via Roma\nPalazzo B"),
        ("Civico", Target::HouseNumber, "12"),
        ("Zusatz", Target::StreetMore, "c/o Huber"),
        ("CAP", Target::PostalCode, "39100"),
        ("Ort", Target::City, "Bozen"),
    ]);
    let address = lead.address(Field::Address).expect("an address");
    assert_eq!(address.one_line(), "Via Roma, Palazzo B 12, c/o Huber, 39100 Bozen");
}

#[test]
fn amounts_take_the_currency_of_their_column() {
    let value = |amount, currency| {
        let (lead, note, problems) = lead(&[("Wert", Target::ValueAmount, amount), ("Währung", Target::ValueCurrency, currency)]);
        (lead.money(Field::Value).map(|money| format!("{} {}", money.plain(), money.currency.as_str())), note, problems.len())
    };
    assert_eq!(value("1.250,50", "chf"), (Some("1250.50 CHF".into()), String::new(), 0));
    assert_eq!(value("1.250,50", ""), (Some("1250.50 EUR".into()), String::new(), 0));
    // Nothing is a value too.
    assert_eq!(value("0,00", "EUR"), (Some("0 EUR".into()), String::new(), 0));
    assert_eq!(value("0", "chf"), (Some("0 CHF".into()), String::new(), 0));
    assert_eq!(value("", "EUR"), (None, String::new(), 0));
    assert_eq!(value("$ 5", "EUR"), (Some("5 USD".into()), "Währung: EUR".into(), 1));
    assert_eq!(value("5", "pebbles"), (Some("5 EUR".into()), "Währung: pebbles".into(), 1));
    assert_eq!(value("viel", "EUR"), (None, "Wert: viel\nWährung: EUR".into(), 1));
}

#[test]
fn words_of_other_systems_are_understood_or_kept() {
    let (known, note, problems) = lead(&[
        ("Status", Target::Status, "In Bearbeitung"),
        ("Owner", Target::Owner, "marta lindner"),
        ("Visible to", Target::Visibility, "3"),
        ("Source", Target::Source, "Fiera"),
        ("Tags", Target::Tags, "Warm, Trade fair;Warm"),
        ("IsConverted", Target::WasConverted, "false"),
    ]);
    assert_eq!(known.link(Field::Status), Some(Id::from_u128(StatusMeaning::Working as u128)));
    assert_eq!(known.link(Field::Owner), Some(MARTA));
    assert_eq!(known.code(Field::Visibility), Some(Visibility::Team));
    assert_eq!((known.text(Field::Source), known.texts(Field::Tags).join("|").as_str()), ("Fiera", "Warm|Trade fair"));
    assert!(note.is_empty() && problems.is_empty());
    let (own, ..) = lead(&[("Status", Target::Status, "auf eis")]);
    assert_eq!(own.link(Field::Status), Some(STATUS));
    let (_, note, problems) = lead(&[("Status", Target::Status, "Junk"), ("Owner", Target::Owner, "Bob")]);
    assert_eq!(note, "Status: Junk\nOwner: Bob");
    assert_eq!(problems, [("Status".to_owned(), Reason::UnknownStatus), ("Owner".to_owned(), Reason::UnknownOwner)]);
}

#[test]
fn a_converted_lead_comes_in_open_and_says_so() {
    let (lead, note, problems) = lead(&[("Status", Target::Status, "Closed - Converted"), ("IsConverted", Target::WasConverted, "true")]);
    assert!(lead.is_open_lead() && lead.link(Field::Status) != Some(Id::from_u128(StatusMeaning::Converted as u128)));
    assert_eq!(note, "Status: Closed - Converted\nIsConverted: true");
    assert_eq!(problems, [("Status".to_owned(), Reason::WasConverted)]);
}

#[test]
fn what_every_row_gets() {
    let mapping = Mapping::new([("Name", Target::LastName), ("Tags", Target::Tags), ("Source", Target::Source)]);
    let context = Context { source: "Trade fair".into(), tag: "Verona".into(), owners: vec![MARTA, STATUS], ..context() };
    let read = |cells: &[&str]| split(&read_row(2, cells, &mapping, FORMATS, &context)).expect("a lead").0;
    let lead = read(&["Moser"]);
    assert_eq!((lead.text(Field::Source), lead.texts(Field::Tags).join("|").as_str()), ("Trade fair", "Verona"));
    assert_eq!(lead.link(Field::Owner), Some(MARTA));
    let lead = read(&["Moser", "Warm", "Web"]);
    assert_eq!((lead.text(Field::Source), lead.texts(Field::Tags).join("|").as_str()), ("Web", "Warm|Verona"));
    assert_eq!(lead.id, context.batch.derive("row/2"));
}

#[test]
fn a_note_belongs_to_its_lead_and_to_whom_it_is_about() {
    let about = |target| {
        let RowOutcome::Lead { drafts, .. } = read(&[("Name", target, "Moser"), ("Note", Target::Note, "Stand B14")]) else {
            panic!("a lead")
        };
        let note = record(&drafts[1]);
        assert_eq!((note.id, note.links(Field::About)), (drafts[0].id.derive("note"), [drafts[0].id].as_slice()));
        note.code(Field::NoteSubject)
    };
    assert_eq!(about(Target::LastName), Some(NoteSubject::Person));
    assert_eq!(about(Target::OrganizationName), Some(NoteSubject::Company));
}

#[test]
fn a_row_without_a_name_is_refused() {
    let nobody = [("Email", Target::EmailWork, "nobody@example.com"), ("Phone", Target::PhoneWork, "?")];
    assert_eq!(refusal(&nobody), [("Phone".to_owned(), Reason::NotAPhone), (String::new(), Reason::NameOrOrganization)]);
    assert_eq!(refusal(&[("Name", Target::LastName, " "), ("Id", Target::LeaveOut, "7")]), [(String::new(), Reason::Empty)]);
}

#[test]
fn too_long_is_refused_with_its_column() {
    let long = "x".repeat(201);
    let limit = |limit| Reason::Invalid(Why::TooLong { limit });
    assert_eq!(refusal(&[("First", Target::FirstName, &long), ("Last", Target::LastName, "M")]), [("First".to_owned(), limit(200))]);
    let name = format!("Max {long}");
    assert_eq!(refusal(&[("Contact", Target::FullName, &name)]), [("Contact".to_owned(), limit(200))]);
    let text = "x".repeat(70_000);
    assert_eq!(refusal(&[("Last", Target::LastName, "M"), ("Note", Target::Note, &text)]), [("Note".to_owned(), limit(65_536))]);
    let reasons = [("Mail".to_owned(), Reason::NotAnEmail), ("Mail".to_owned(), limit(65_536))];
    assert_eq!(refusal(&[("Last", Target::LastName, "M"), ("Mail", Target::EmailWork, &text)]), reasons);
    let many = (0..51).map(|n| format!("a{n}@b.it")).collect::<Vec<_>>().join(",");
    let too_many = Reason::Invalid(Why::TooMany { limit: 50 });
    assert_eq!(refusal(&[("Last", Target::LastName, "M"), ("Mail", Target::EmailWork, &many)]), [("Mail".to_owned(), too_many)]);
}

#[test]
fn the_second_column_for_a_field_is_kept() {
    let (lead, note, problems) = lead(&[("Ort", Target::City, "Bozen"), ("City", Target::City, "Meran")]);
    assert_eq!(lead.address(Field::Address).map(|address| address.city.as_str()), Some("Bozen"));
    assert_eq!((note.as_str(), problems), ("City: Meran", vec![("City".to_owned(), Reason::AlreadyFilled)]));
}

#[test]
fn ragged_rows_and_repeats() {
    let mapping = Mapping::new([("Last", Target::LastName), ("City", Target::City)]);
    let mut reader = RowReader::new(mapping, FORMATS, context());
    let reasons = |outcome: RowOutcome| outcome.problems().iter().map(|problem| problem.reason.clone()).collect::<Vec<_>>();
    assert_eq!(reasons(reader.read(2, &["Moser"])), []);
    assert_eq!(reasons(reader.read(3, &["Moser", "Bozen", "", " "])), []);
    assert_eq!(reasons(reader.read(4, &["Moser", "Bozen", "", "x"])), [Reason::ExtraCells { columns: 2, cells: 4 }]);
    assert_eq!(reasons(reader.read(5, &[" Moser ", "", ""])), [Reason::SameAsRow(2)]);
    assert_eq!(reasons(reader.read(6, &["", ""])), [Reason::Empty]);
    assert_eq!(reasons(reader.read(7, &["", ""])), [Reason::Empty]);
    assert_eq!(reader.tally(), Tally { read: 6, imported: 2, kept: 0, refused: 4 });
}

#[test]
fn a_column_goes_to_a_field_of_the_workspace() {
    let own = |holds, text| {
        let target = Target::Custom(custom(holds));
        let (lead, note, problems) = lead(&[("Own", target, text)]);
        let value = lead.get(Field::Custom(custom(holds))).cloned();
        let reason = problems.first().map(|(_, reason)| reason.clone());
        assert_eq!(note, if reason.is_some() { format!("Own: {text}") } else { String::new() });
        value.ok_or(reason)
    };
    assert_eq!(own(FieldType::Text, "Stand B14"), Ok(Value::text("Stand B14")));
    assert_eq!(own(FieldType::Number, "1.250,5"), Ok(Value::Number(1_250_500_000)));
    assert_eq!(own(FieldType::Number, "\u{2212}3"), Ok(Value::Number(-3_000_000)));
    assert_eq!(own(FieldType::Number, "5 t"), Err(Some(Reason::NotANumber)));
    assert_eq!(own(FieldType::Money, "12 CHF").map(|value| matches!(value, Value::Money(_))), Ok(true));
    assert_eq!(own(FieldType::Date, "5.11.2026"), Ok(Value::Date("2026-11-05".parse().expect("a date"))));
    assert_eq!(own(FieldType::Date, "soon"), Err(Some(Reason::NotADate)));
    assert_eq!(own(FieldType::YesNo, "ja"), Ok(Value::Flag(true)));
    assert_eq!(own(FieldType::Choice, "HOT"), Ok(Value::text("Hot")));
    assert_eq!(own(FieldType::Choice, "Cold"), Err(Some(Reason::NotAnOption)));
    assert_eq!(own(FieldType::MultipleChoice, "hot; Warm"), Ok(Value::Texts(vec!["Hot".into(), "Warm".into()])));
    assert_eq!(own(FieldType::Link, "firma.it"), Ok(Value::text("firma.it")));
    assert_eq!(own(FieldType::Person, "Marta"), Err(Some(Reason::NoSuchField)));
    let gone = lead(&[("Own", Target::Custom(Id::from_u128(0x99)), "x")]);
    assert_eq!((gone.1.as_str(), gone.2[0].1.clone()), ("Own: x", Reason::NoSuchField));
}

#[test]
fn a_new_field_holds_what_its_column_has() {
    let of = |values: &[&str]| type_of_values(values.iter().copied(), FORMATS);
    assert_eq!(of(&["1,5", "", "80"]), FieldType::Number);
    assert_eq!(of(&["yes", "no"]), FieldType::YesNo);
    assert_eq!(of(&["5.11.2026", "6.11.2026"]), FieldType::Date);
    for texts in [&["007", "12"][..], &["Mill", "5"], &[], &["", " "], &["1234567890123456"]] {
        assert_eq!(of(texts), FieldType::Text, "{texts:?}");
    }
}
