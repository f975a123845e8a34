//! How a column was matched, in a word, and what comes of its values, with an example.

use domain::import::{How, Target, parse_date};
use leptos::prelude::*;

use super::format_selects::amount_read;
use crate::components::IconName;
use crate::i18n::{format, import as words};
use crate::views::import::choices::Choices;
use crate::views::import::open_file::OpenFile;
use crate::views::import::scan::ColumnCount;
use crate::views::import::session::Session;

pub struct Effect {
    pub tone: Tone,
    pub badge: String,
    pub text: String,
}

#[derive(Clone, Copy)]
pub enum Tone {
    Good,
    Doubt,
    Wrong,
    Plain,
}

impl Tone {
    pub fn class(self) -> &'static str {
        match self {
            Self::Good => "badge--success",
            Self::Doubt => "badge--warning",
            Self::Wrong => "badge--danger",
            Self::Plain => "",
        }
    }

    pub fn icon(self) -> IconName {
        match self {
            Self::Good => IconName::Check,
            Self::Doubt | Self::Wrong => IconName::Alert,
            Self::Plain => IconName::Info,
        }
    }
}

/// Follows the choices and the counts.
pub fn effect(session: Session, at: usize, twice: bool) -> Effect {
    let Some(file) = session.file.get() else { return plain(String::new(), String::new()) };
    let (count, rows) = session.scan.with(|scan| (scan.columns.get(at).copied().unwrap_or_default(), scan.done.then_some(scan.tally.read)));
    session.choices.with(|choices| {
        let Some(column) = choices.columns.get(at) else { return plain(String::new(), String::new()) };
        if twice {
            return Effect { tone: Tone::Wrong, badge: words::how_twice().to_owned(), text: String::new() };
        }
        match column.target {
            Target::LeaveOut => plain(words::how_left_out().to_owned(), String::new()),
            Target::KeepAsNote if column.how.is_none() => plain(words::columns_noted().to_owned(), note(&file, at)),
            Target::KeepAsNote => doubt(words::how_check().to_owned(), note(&file, at)),
            _ if count.refused > 0 => doubt(words::n_doubtful(count.refused + count.invalid), words::keeps_row_out(count.refused)),
            _ if count.invalid > 0 => doubt(words::n_doubtful(count.invalid), words::kept_as_note().to_owned()),
            _ if count.unknown > 0 => doubt(words::n_unknown(count.unknown), words::kept_as_note().to_owned()),
            target => {
                known(column.how, example(&file, at, target, choices).unwrap_or_else(|| filled(count, rows)), ambiguous(target, choices))
            }
        }
    })
}

fn known(how: Option<How>, text: String, ambiguous: bool) -> Effect {
    match how {
        _ if ambiguous => doubt(words::how_check().to_owned(), format!("{text} {}", words::ambiguous())),
        None => Effect { tone: Tone::Good, badge: words::how_chosen().to_owned(), text },
        Some(How::NameKnown) => Effect { tone: Tone::Good, badge: words::how_known().to_owned(), text },
        Some(How::FromValues) => Effect { tone: Tone::Good, badge: words::how_values().to_owned(), text },
        Some(How::PleaseCheck | How::NotImported) => doubt(words::how_check().to_owned(), text),
    }
}

fn plain(badge: String, text: String) -> Effect {
    Effect { tone: Tone::Plain, badge, text }
}

fn doubt(badge: String, text: String) -> Effect {
    Effect { tone: Tone::Doubt, badge, text }
}

fn ambiguous(target: Target, choices: &Choices) -> bool {
    match choices.read_like(target) {
        Target::ValueAmount => choices.formats.decimal_ambiguous,
        Target::CloseDate | Target::BirthDate | Target::CreatedAt => choices.formats.dates_ambiguous,
        _ => false,
    }
}

fn filled(count: ColumnCount, rows: Option<usize>) -> String {
    match rows {
        None => String::new(),
        Some(_) if count.filled == 0 => words::all_empty().to_owned(),
        Some(rows) if rows > count.filled => words::n_filled_empty(words::n_filled(count.filled), format::count(rows - count.filled)),
        Some(_) => words::n_filled(count.filled),
    }
}

fn note(file: &OpenFile, at: usize) -> String {
    file.values(at).next().map(|value| words::goes_to_note(format!("{}: {value}", file.column(at)))).unwrap_or_default()
}

/// A value that can be read in more than one way, and how it is read.
fn example(file: &OpenFile, at: usize, target: Target, choices: &Choices) -> Option<String> {
    let formats = choices.formats.formats;
    match choices.read_like(target) {
        // A number of an own field has no currency.
        Target::ValueAmount if !matches!(target, Target::Custom(_)) => amount_read(file.values(at), choices),
        Target::CloseDate | Target::BirthDate | Target::CreatedAt => file.values(at).find_map(|text| {
            let date = parse_date(text, formats.dates)?;
            Some(words::read_as(text, format::date(date)))
        }),
        _ => None,
    }
}
