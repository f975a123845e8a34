//! Whatever stands in a row under whatever mapping: nothing panics, every lead may be stored, no text is lost.

use proptest::prelude::*;

use super::*;
use crate::import::cell_words::{visibility, yes_or_no};
use crate::records::validate;

const SAMPLES: &[&str] = &[
    "Max Moser",
    "Herr Dr. Max von Moser",
    "Moser, Max",
    "Acme S.r.l.",
    "a@b.it",
    "a@b.it, c@d.de",
    "a@b.it / x",
    "+39 045 5550142",
    "045 5550142 / 333 5550117",
    "call me",
    "1.250,50",
    "€ 48k",
    "0,00",
    "0",
    "EUR",
    "$",
    "12/09/2026",
    "12/25/2026",
    "2026-07-20T09:30:00.000Z",
    "5. Nov 2026 14:30",
    "Neu",
    "Converted",
    "true",
    "no",
    "Marta Lindner",
    "everyone",
    "Warm, Hot; Warm",
    "www.firma.it",
    "line one\nline two",
    " ",
    "\u{a0}",
    "=1+1",
    "'x",
];

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        8 => prop::sample::select(SAMPLES).prop_map(str::to_owned),
        4 => "[ -~äöüßèé,;/\n\t]{0,24}",
        2 => "\\PC{0,12}",
        1 => (150_usize..260).prop_map(|n| "x".repeat(n)),
    ]
}

/// Mostly with somebody's name, or most rows would be refused.
fn row() -> impl Strategy<Value = Vec<(Target, String)>> {
    let own = prop::sample::select(&TYPES[..]).prop_map(|holds| Target::Custom(custom(holds)));
    let target = prop_oneof![5 => prop::sample::select(Target::ALL), 1 => own];
    let any = prop::collection::vec((target, cell()), 1..14);
    (any, prop::bool::weighted(0.8)).prop_map(|(mut row, named)| {
        if named {
            row.push((Target::OrganizationName, "Acme".to_owned()));
        }
        row
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_cell_is_in_the_lead_or_in_its_note(row in row(), comma: bool) {
        let decimal = if comma { Decimal::Comma } else { Decimal::Point };
        let formats = Formats { decimal, dates: DateOrder::DayFirst };
        let mapping = Mapping::new(row.iter().map(|(target, _)| ("Column", *target)));
        let cells: Vec<&String> = row.iter().map(|(_, text)| text).collect();
        let outcome = read_row(2, &cells, &mapping, formats, &context());
        if let Some((lead, note)) = split(&outcome) {
            prop_assert_eq!(validate(&lead), []);
            for (target, text) in &row {
                let found = *target == Target::LeaveOut || understood(*target, text, &lead, formats) || is_in(text, &lead, &note);
                prop_assert!(found, "{:?} {:?} is not in {:?} {:?}", target, text, lead, note);
            }
        } else {
            prop_assert!(!outcome.problems().is_empty());
        }
    }

    #[test]
    fn no_text_makes_a_guess_panic(header in prop::collection::vec(cell(), 0..8), rows in prop::collection::vec(prop::collection::vec(cell(), 0..9), 0..6)) {
        let guesses = guess_columns(&header, &rows);
        prop_assert_eq!(guesses.len(), header.len());
        let mapping = Mapping::new(header.iter().map(String::as_str).zip(guesses.iter().map(|guess| guess.target)));
        let twice = mapping_problems(&mapping).into_iter().any(|problem| matches!(problem, MappingProblem::UsedTwice { .. }));
        prop_assert!(!twice);
        guess_formats(&mapping, &rows, Formats::usual("en", false));
    }

    #[test]
    fn no_text_makes_a_parser_panic(text in cell()) {
        for decimal in [Decimal::Comma, Decimal::Point] {
            parse_money(&text, decimal, Currency::EUR);
        }
        for order in [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst] {
            parse_time(&text, order);
        }
        let FullName { salutation, first, last } = split_full_name(&text);
        let parts = [salutation, first, last].join(" ");
        let words = |text: &str| text.split_whitespace().count();
        prop_assert!(words(&parts) <= words(&text));
    }
}

/// Every word of the text stands somewhere.
fn is_in(text: &str, lead: &Record, note: &str) -> bool {
    let mut all = format!("{note}\n");
    for (_, value) in lead.fields() {
        match value {
            Value::Text(text) => all.push_str(text),
            Value::Texts(list) => all.push_str(&list.join("\n")),
            Value::Points(list) => list.iter().for_each(|point| all.push_str(&format!("{}\n", point.value))),
            Value::Address(address) => address.parts().for_each(|part| all.push_str(&format!("{part}\n"))),
            _ => {}
        }
        all.push('\n');
    }
    text.split(|c: char| c.is_whitespace() || ",;/".contains(c)).all(|word| all.contains(word))
}

/// The text became a value of another form, or says that there is none.
fn understood(target: Target, text: &str, lead: &Record, formats: Formats) -> bool {
    let text = text.trim();
    let money = |currency| parse_money(text, formats.decimal, currency);
    match target {
        Target::ValueAmount => money(Currency::EUR).is_some_and(|money| {
            lead.money(Field::Value).is_some_and(|value| value.minor == money.minor || value.currency != money.currency)
        }),
        Target::ValueCurrency => {
            parse_currency(text).is_some_and(|currency| lead.money(Field::Value).is_none_or(|value| value.currency == currency))
        }
        Target::CloseDate => parse_date(text, formats.dates).is_some_and(|date| lead.date(Field::CloseDate) == Some(date)),
        Target::BirthDate => parse_date(text, formats.dates).is_some_and(|date| lead.date(Field::BirthDate) == Some(date)),
        Target::CreatedAt => parse_time(text, formats.dates).is_some_and(|at| lead.time(Field::HappenedAt) == Some(at)),
        Target::Status => context().status(text, StatusMeaning::of(text)).is_some_and(|status| lead.link(Field::Status) == Some(status)),
        Target::Owner => context().members.find(text).is_some_and(|member| lead.link(Field::Owner) == Some(member)),
        Target::Visibility => visibility(text).is_some_and(|visibility| lead.code(Field::Visibility) == Some(visibility)),
        Target::WasConverted => yes_or_no(text) == Some(false),
        Target::Custom(id) => lead.has(Field::Custom(id)),
        _ => false,
    }
}
