//! Header, separator, characters, numbers, dates, currency: found out, changeable, each with an example of what it does.

use domain::import::{DateOrder, Decimal, Formats, Target, parse_date, parse_money, reads_either_way};
use domain::values::Currency;
use domain::values::Money;
use leptos::prelude::*;

use crate::i18n::{format, import as words};
use crate::import::{Delimiter, Encoding, FileFormat};
use crate::views::import::choices::Choices;
use crate::views::import::choose::{Choose, Hint};
use crate::views::import::open_file::OpenFile;
use crate::views::import::session::Session;

const CURRENCIES: [&str; 4] = ["EUR", "CHF", "GBP", "USD"];
const AMOUNTS: &[Target] = &[Target::ValueAmount];
const DATES: &[Target] = &[Target::CloseDate, Target::BirthDate, Target::CreatedAt];

#[component]
pub fn FormatSelects() -> impl IntoView {
    let session = expect_context::<Session>();
    let format = Memo::new(move |_| session.file.get().map(|file| file.rows.format));
    let of = move |part: fn(FileFormat) -> u8| Signal::derive(move || format.get().map(part).unwrap_or_default());
    // Places in the lists of choices: a type each would say the same.
    let separator = of(|format| place(Delimiter::ALL, format.delimiter));
    let encoding = of(|format| place(Encoding::ALL, format.encoding));
    let header = of(|format| u8::from(!format.header));
    let hint = move |text: fn(&OpenFile) -> String| {
        Signal::derive(move || session.file.get().map(|file| Hint { text: text(&file), warn: false }).unwrap_or_default())
    };
    view! {
        <div class="parse" role="group" aria-label=words::how_to_read>
            <Choose
                id="read-header"
                label=words::header
                options=vec![0, 1]
                name=|at| if at == 0 { words::header_first() } else { words::header_none() }.to_owned()
                value=header
                hint=hint(|file| file.rows.header.iter().find(|name| !name.is_empty()).cloned().unwrap_or_default())
                on_choose=move |at| session.read_as(|format| format.header = at == 0)
            />
            <Choose
                id="read-separator"
                label=words::separator
                options=places(Delimiter::ALL)
                name=|at| separator_name(Delimiter::ALL[usize::from(at)]).to_owned()
                value=separator
                hint=hint(|file| words::n_columns(file.rows.header.len()))
                on_choose=move |at| session.read_as(|format| format.delimiter = Delimiter::ALL[usize::from(at)])
            />
            <Choose
                id="read-characters"
                label=words::characters
                options=places(Encoding::ALL)
                name=|at| encoding_name(Encoding::ALL[usize::from(at)]).to_owned()
                value=encoding
                hint=hint(foreign_letters)
                on_choose=move |at| session.read_as(|format| format.encoding = Encoding::ALL[usize::from(at)])
            />
            <ValueSelects/>
        </div>
    }
}

/// How amounts and dates are read.
#[component]
fn ValueSelects() -> impl IntoView {
    let session = expect_context::<Session>();
    let formats = Memo::new(move |_| session.choices.with(|choices| choices.formats.formats));
    let currency = Memo::new(move |_| session.choices.with(|choices| choices.currency));
    let currencies = Signal::derive(move || {
        let mut all: Vec<Currency> = CURRENCIES.iter().filter_map(|code| code.parse().ok()).collect();
        if !all.contains(&currency.get()) {
            all.push(currency.get());
        }
        all
    });
    let hint = move |text: fn(&OpenFile, &Choices) -> Hint| {
        Signal::derive(move || {
            let file = session.file.get();
            session.choices.with(|choices| file.map(|file| text(&file, choices)).unwrap_or_default())
        })
    };
    view! {
        <Choose
            id="read-numbers"
            label=words::numbers
            options=vec![Decimal::Comma, Decimal::Point]
            name=|decimal| match decimal { Decimal::Comma => "1.234,56", Decimal::Point => "1,234.56" }.to_owned()
            value=Signal::derive(move || formats.get().decimal)
            hint=hint(amount_hint)
            on_choose=move |decimal| session.choose(|choices| {
                choices.formats.formats.decimal = decimal;
                choices.numbers_chosen = true;
            })
        />
        <Choose
            id="read-dates"
            label=words::dates
            options=vec![DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst]
            name=|order| match order {
                DateOrder::DayFirst => "31.12.2026",
                DateOrder::MonthFirst => "12/31/2026",
                DateOrder::YearFirst => "2026-12-31",
            }.to_owned()
            value=Signal::derive(move || formats.get().dates)
            hint=hint(date_hint)
            on_choose=move |order| session.choose(|choices| {
                choices.formats.formats.dates = order;
                choices.dates_chosen = true;
            })
        />
        <Choose
            id="read-currency"
            label=words::currency
            options=currencies
            name=|currency: Currency| currency.as_str().to_owned()
            value=currency
            hint=Signal::derive(|| Hint { text: words::currency_hint().to_owned(), warn: false })
            on_choose=move |currency| session.choose(|choices| choices.currency = currency)
        />
    }
}

fn place<T: PartialEq>(all: &[T], one: T) -> u8 {
    all.iter().position(|other| *other == one).and_then(|at| u8::try_from(at).ok()).unwrap_or_default()
}

fn places<T>(all: &[T]) -> Vec<u8> {
    (0..).take(all.len()).collect()
}

fn separator_name(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Comma => words::comma(),
        Delimiter::Semicolon => words::semicolon(),
        Delimiter::Tab => words::tab(),
        Delimiter::Pipe => words::pipe(),
    }
}

fn encoding_name(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => words::utf8(),
        Encoding::Utf16Le => words::utf16le(),
        Encoding::Utf16Be => words::utf16be(),
        Encoding::Windows1252 => words::windows(),
    }
}

/// A word by which a person sees whether the characters are right.
fn foreign_letters(file: &OpenFile) -> String {
    let cells = file.rows.header.iter().chain(file.rows.samples.iter().flat_map(|row| &row.cells));
    let mut words = cells.flat_map(|cell| cell.split_whitespace());
    words.find(|word| !word.is_ascii() && word.chars().any(char::is_alphabetic)).unwrap_or_default().to_owned()
}

/// The values of all columns that go to one of the targets.
fn values<'a>(file: &'a OpenFile, choices: &'a Choices, targets: &'a [Target]) -> impl Iterator<Item = &'a str> {
    let columns = choices.columns.iter().enumerate().filter(|(_, column)| targets.contains(&choices.read_like(column.target)));
    columns.flat_map(|(at, _)| file.values(at))
}

fn amount_hint(file: &OpenFile, choices: &Choices) -> Hint {
    hint(amount_read(values(file, choices, AMOUNTS), choices), words::no_amounts(), choices.formats.decimal_ambiguous)
}

/// An amount and how it is read: one that the signs decide about, else any but 0, which shows nothing of them.
pub fn amount_read<'a>(texts: impl Iterator<Item = &'a str>, choices: &Choices) -> Option<String> {
    let decimal = choices.formats.formats.decimal;
    let telling = |text: &str, money: Money| match money.minor {
        0 => 0,
        _ if reads_either_way(text) => 2,
        _ => 1,
    };
    let mut best: Option<(u8, &str, Money)> = None;
    for text in texts {
        let Some(money) = parse_money(text, decimal, choices.currency) else { continue };
        let telling = telling(text, money);
        if best.is_none_or(|(most, ..)| telling > most) {
            best = Some((telling, text, money));
        }
    }
    best.map(|(_, text, money)| words::read_as(text, format::money(money)))
}

fn date_hint(file: &OpenFile, choices: &Choices) -> Hint {
    let Formats { dates, .. } = choices.formats.formats;
    let read = values(file, choices, DATES).find_map(|text| Some(words::read_as(text, format::date(parse_date(text, dates)?))));
    hint(read, words::no_dates(), choices.formats.dates_ambiguous)
}

fn hint(read: Option<String>, nothing: &str, ambiguous: bool) -> Hint {
    Hint { text: read.unwrap_or_else(|| nothing.to_owned()), warn: ambiguous }
}
