//! What a person decides about a file: where each column goes, how numbers and dates are read, what every row gets.

use domain::ids::Id;
use domain::import::{Formats, GuessedFormats, How, Mapping, Target, guess_formats, is_importable};
use domain::records::{Field, Kind};
use domain::text::fold;
use domain::values::{Currency, FieldType};
use domain::workspace;

use super::open_file::OpenFile;
use crate::i18n::{self, Lang};
use crate::import::Delimiter;
use crate::store::live_query::Live;
use crate::views::parts::custom::defined;

#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    pub columns: Vec<Column>,
    pub formats: GuessedFormats,
    /// Set by hand: no other column changes it any more.
    pub numbers_chosen: bool,
    pub dates_chosen: bool,
    pub currency: Currency,
    pub source: String,
    pub tag: String,
    pub owner: Owner,
    /// The workspace's own fields.
    pub own: Vec<OwnField>,
}

/// A field of the workspace's own that a column can go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnField {
    /// As names are compared.
    pub name: String,
    pub id: Id,
    pub holds: FieldType,
}

impl OwnField {
    pub fn new(name: &str, id: Id, holds: FieldType) -> Self {
        Self { name: fold(name.trim()), id, holds }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub target: Target,
    /// None when it was chosen by hand.
    pub how: Option<How>,
}

/// Who gets the leads of rows that name nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    One(Id),
    /// All members, one after the other.
    InTurn,
}

impl Default for Choices {
    fn default() -> Self {
        let formats = Formats::usual("en", false);
        Self {
            columns: Vec::new(),
            formats: GuessedFormats { formats, decimal_ambiguous: false, dates_ambiguous: false },
            numbers_chosen: false,
            dates_chosen: false,
            currency: Currency::EUR,
            source: String::new(),
            tag: String::new(),
            owner: Owner::One(workspace::ME),
            own: Vec::new(),
        }
    }
}

impl Choices {
    pub fn guess(file: &OpenFile, live: Live) -> Self {
        let workspace = live.read(|set| set.get(workspace::WORKSPACE));
        let currency = workspace.and_then(|workspace| workspace.text(Field::Currency).parse().ok());
        let customs = defined(live);
        let own = customs
            .on(Kind::Lead)
            .filter(|custom| is_importable(custom))
            .map(|custom| OwnField::new(&custom.name, custom.id, custom.holds))
            .collect();
        let mut choices = Self { currency: currency.unwrap_or(Currency::EUR), own, ..Self::default() };
        choices.guess_again(file);
        choices
    }

    /// After the file was read in another way. What was chosen by hand stays where there are as many columns as before.
    pub fn guess_again(&mut self, file: &OpenFile) {
        let same = self.columns.len() == file.guesses.len();
        let before = std::mem::take(&mut self.columns);
        let mut taken: Vec<Id> = Vec::new();
        let mut columns: Vec<Column> = Vec::new();
        for (at, guess) in file.guesses.iter().enumerate() {
            let name = fold(file.column(at).trim());
            let own = self.own.iter().find(|own| own.name == name && !taken.contains(&own.id)).filter(|_| guess.how != How::NameKnown);
            let guessed = match own {
                Some(own) => Column { target: Target::Custom(own.id), how: Some(How::NameKnown) },
                None => Column { target: guess.target, how: Some(guess.how) },
            };
            let kept = before.get(at).copied().filter(|column| same && column.how.is_none());
            taken.extend(own.map(|own| own.id));
            columns.push(kept.unwrap_or(guessed));
        }
        self.columns = columns;
        self.guess_formats(file);
    }

    /// Looks at the amounts and dates of the columns that have them now.
    pub fn guess_formats(&mut self, file: &OpenFile) {
        let usual = Formats::usual(&region(), file.rows.format.delimiter == Delimiter::Semicolon);
        let mut mapping = self.mapping(file);
        mapping.columns.iter_mut().for_each(|column| column.target = self.read_like(column.target));
        let mut guessed = guess_formats(&mapping, &file.rows.sample_cells(), usual);
        if self.numbers_chosen {
            guessed.formats.decimal = self.formats.formats.decimal;
            guessed.decimal_ambiguous = false;
        }
        if self.dates_chosen {
            guessed.formats.dates = self.formats.formats.dates;
            guessed.dates_ambiguous = false;
        }
        self.formats = guessed;
    }

    pub fn mapping(&self, file: &OpenFile) -> Mapping {
        let names: Vec<String> = (0..self.columns.len()).map(|at| file.column(at)).collect();
        Mapping::new(names.iter().map(String::as_str).zip(self.columns.iter().map(|column| column.target)))
    }

    /// A standard target whose values are read in the same way: an own field may hold numbers, amounts, or dates.
    pub fn read_like(&self, target: Target) -> Target {
        let holds = self.own.iter().find(|own| Target::Custom(own.id) == target).map(|own| own.holds);
        match holds {
            Some(FieldType::Number | FieldType::Money) => Target::ValueAmount,
            Some(FieldType::Date) => Target::CloseDate,
            _ => target,
        }
    }

    pub fn target(&self, at: usize) -> Target {
        self.columns.get(at).map_or(Target::LeaveOut, |column| column.target)
    }

    /// To one that may have been made since the file was opened.
    pub fn send_to_own(&mut self, at: usize, own: OwnField) {
        let id = own.id;
        if !self.own.iter().any(|known| known.id == id) {
            self.own.push(own);
        }
        self.set_target(at, Target::Custom(id));
    }

    pub fn set_target(&mut self, at: usize, target: Target) {
        if let Some(column) = self.columns.get_mut(at) {
            *column = Column { target, how: None };
        }
    }
}

/// The browser's region where it fits the language of the app, else that language.
fn region() -> String {
    let own = web_sys::window().and_then(|window| window.navigator().language());
    own.filter(|tag| Lang::from_tag(tag) == Some(i18n::current())).unwrap_or_else(|| i18n::current().tag().to_owned())
}
