//! What stands in a field's input before it is a value: kept as typed, turned into a value when saved.

use domain::ids::Id;
use domain::records::{Field, Kind, Record, Shape, validate};
use domain::rejection::{Rejection, Why};
use domain::values::{Address, Coded, ContactPoint, Currency, Date, FieldType, PointKind, Value};
use domain::workspace;
use serde::{Deserialize, Serialize};

use crate::i18n::{self, amounts, explain, record as words};
use crate::store::live_query::Live;
use crate::views::parts::custom::{definition, label_of};
use crate::views::parts::value::plain;

/// Stored in drafts by position: new forms go to the end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Entry {
    /// Text, number, date, time of day, or the value of a `<select>`.
    Line(String),
    Points(Vec<ContactPoint>),
    Address(Address),
    Money {
        amount: String,
        currency: String,
    },
    Tags {
        tags: Vec<String>,
        typed: String,
    },
    Link(Option<Id>),
    /// One line of a custom field that holds this (the code of a `FieldType`).
    Typed {
        holds: u8,
        text: String,
    },
}

/// How yes and no stand in a line.
pub const YES: &str = "yes";
pub const NO: &str = "no";

/// What is wrong with what was typed.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryError {
    Field(Why),
    Words(&'static str),
    /// Not a number; said with the name of the field.
    NoNumber,
}

/// In words.
pub fn said(live: Live, field: Field, problem: &EntryError) -> String {
    match problem {
        EntryError::Field(why) => explain::why_of(field, why, &|_| label_of(live, field)),
        EntryError::Words(words) => (*words).to_owned(),
        EntryError::NoNumber => words::number_bad(label_of(live, field)),
    }
}

impl Entry {
    /// What the input starts with. `currency` is the one a new amount has.
    pub fn of(field: Field, value: Option<&Value>, currency: Currency) -> Self {
        match (field.shape(), value) {
            (Shape::Money, Some(Value::Money(money))) => {
                Self::Money { amount: amounts::plain(*money, i18n::current()), currency: money.currency.as_str().to_owned() }
            }
            (Shape::Money, _) => Self::Money { amount: String::new(), currency: currency.as_str().to_owned() },
            (Shape::Emails | Shape::Phones | Shape::Social, Some(Value::Points(list))) => Self::Points(list.clone()),
            (Shape::Emails | Shape::Phones | Shape::Social, _) => Self::Points(vec![ContactPoint::new(kinds(field)[0], "")]),
            (Shape::Address, Some(Value::Address(address))) => Self::Address(address.clone()),
            (Shape::Address, _) => Self::Address(Address::default()),
            (Shape::Texts, value) => {
                let tags = if let Some(Value::Texts(tags)) = value { tags.clone() } else { Vec::new() };
                Self::Tags { tags, typed: String::new() }
            }
            (Shape::Link(Kind::Person | Kind::Organization), value) => {
                Self::Link(if let Some(Value::Link(id)) = value { Some(*id) } else { None })
            }
            (_, value) => Self::Line(value.map(|value| line(field, value)).unwrap_or_default()),
        }
    }

    /// The value of a record's field as it starts.
    pub fn of_record(live: Live, record: &Record, field: Field) -> Self {
        Self::start(live, field, record.get(field))
    }

    /// What the input of any field starts with, a custom one too.
    pub fn start(live: Live, field: Field, value: Option<&Value>) -> Self {
        let currency = currency_of(live);
        let Some(custom) = definition(live, field) else { return Self::of(field, value, currency) };
        match custom.holds {
            FieldType::Money => Self::of(Field::Value, value, currency),
            FieldType::MultipleChoice => Self::of(Field::Tags, value, currency),
            FieldType::Person => Self::of(Field::Person, value, currency),
            holds => Self::Typed { holds: holds.code(), text: value.map(typed_line).unwrap_or_default() },
        }
    }

    /// The value it stands for; none when it is empty.
    pub fn value(&self, field: Field) -> Result<Option<Value>, EntryError> {
        let value = match self {
            Self::Line(text) => return line_value(field, text.trim()),
            Self::Points(list) => {
                let filled = list.iter().filter(|point| !point.value.trim().is_empty());
                Value::Points(filled.map(|point| ContactPoint::new(point.kind, point.value.trim())).collect())
            }
            Self::Address(address) => {
                let trim = |part: &String| part.trim().to_owned();
                Value::Address(Address {
                    street: trim(&address.street),
                    postal_code: trim(&address.postal_code),
                    city: trim(&address.city),
                    region: trim(&address.region),
                    country: trim(&address.country),
                })
            }
            Self::Money { amount, currency } => return money_value(amount.trim(), currency),
            Self::Tags { tags, typed } => {
                let typed = typed.trim().trim_end_matches(',').to_owned();
                let typed = (!typed.is_empty() && !tags.contains(&typed)).then_some(typed);
                Value::Texts(tags.iter().cloned().chain(typed).collect())
            }
            Self::Link(id) => return Ok(id.map(Value::Link)),
            Self::Typed { holds, text } => return typed_value(FieldType::from_code(*holds), text.trim()),
        };
        Ok((!value.is_empty()).then_some(value))
    }
}

/// What was typed, also where it is no value: to be said back.
pub fn spoken(field: Field, entry: &Entry, name: &dyn Fn(Id) -> String) -> String {
    match (entry.value(field), entry) {
        (Ok(value), _) => value.map_or_else(|| "–".to_owned(), |value| plain(field, &value, name)),
        (_, Entry::Line(text) | Entry::Money { amount: text, .. } | Entry::Typed { text, .. }) => text.trim().to_owned(),
        _ => String::new(),
    }
}

/// The currency of the workspace.
pub fn currency_of(live: Live) -> Currency {
    let code = live.read(|set| set.get(workspace::WORKSPACE)).map(|record| record.text(Field::Currency).to_owned());
    code.and_then(|code| code.parse().ok()).unwrap_or(Currency::EUR)
}

/// The kinds a contact point of this field can have, the usual one first.
pub fn kinds(field: Field) -> &'static [PointKind] {
    match field.shape() {
        Shape::Phones => PointKind::PHONE,
        Shape::Social => PointKind::SOCIAL,
        _ => PointKind::EMAIL,
    }
}

fn line(field: Field, value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Date(date) => date.to_string(),
        Value::Number(minutes) if field == Field::DueTime => format!("{:02}:{:02}", minutes / 60, minutes % 60),
        Value::Number(number) => number.to_string(),
        Value::Link(id) => id.to_string(),
        Value::Code(code) => code.to_string(),
        _ => String::new(),
    }
}

/// What a custom field's input shows for a value.
fn typed_line(value: &Value) -> String {
    match value {
        Value::Number(millionths) => amounts::plain_number(*millionths, i18n::current()),
        Value::Flag(on) => if *on { YES } else { NO }.to_owned(),
        value => line(Field::Name, value),
    }
}

/// The value of a custom field that was typed as one line. Whether an option or an address will do, its rule says.
fn typed_value(holds: Option<FieldType>, text: &str) -> Result<Option<Value>, EntryError> {
    if text.is_empty() {
        return Ok(None);
    }
    Ok(Some(match holds {
        Some(FieldType::Number) => Value::Number(amounts::parse_number(text, i18n::current()).ok_or(EntryError::NoNumber)?),
        Some(FieldType::Date) => return line_value(Field::CloseDate, text),
        Some(FieldType::YesNo) => Value::Flag(text == YES),
        _ => Value::text(text),
    }))
}

/// Within the life of a person and the plans of a company. Other years are half typed.
fn is_near(date: &Date) -> bool {
    (1800..=2999).contains(&date.ymd().0)
}

fn line_value(field: Field, text: &str) -> Result<Option<Value>, EntryError> {
    if text.is_empty() {
        return Ok(None);
    }
    let malformed = || EntryError::Field(Why::Malformed { text: text.to_owned() });
    let value = match field.shape() {
        Shape::Date => {
            let date: Date = text.parse().map_err(|_| malformed())?;
            Value::Date(if is_near(&date) { date } else { return Err(EntryError::Words(words::year_bad())) })
        }
        Shape::Number if field == Field::DueTime => Value::Number(minutes(text).ok_or(EntryError::Words(words::time_bad()))?),
        Shape::Number if field == Field::Probability => {
            let percent = text.trim_end_matches('%').trim().parse().ok().filter(|percent| (0..=100).contains(percent));
            Value::Number(percent.ok_or(EntryError::Words(words::percent_bad()))?)
        }
        Shape::Number => Value::Number(text.parse().map_err(|_| malformed())?),
        Shape::Link(_) => Value::Link(text.parse().map_err(|_| malformed())?),
        Shape::Code => Value::Code(text.parse().map_err(|_| malformed())?),
        _ => Value::text(text),
    };
    Ok(Some(value))
}

/// `14:30` as minutes after midnight.
fn minutes(text: &str) -> Option<i64> {
    let (hours, minutes) = text.split_once([':', '.'])?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.get(..2)?.parse().ok()?);
    ((0..24).contains(&hours) && (0..60).contains(&minutes)).then_some(hours * 60 + minutes)
}

fn money_value(amount: &str, currency: &str) -> Result<Option<Value>, EntryError> {
    if amount.is_empty() {
        return Ok(None);
    }
    let malformed = || EntryError::Field(Why::Malformed { text: amount.to_owned() });
    let currency = currency.parse().map_err(|()| malformed())?;
    amounts::parse(amount, currency).map(|money| Some(Value::Money(money))).ok_or_else(malformed)
}

/// What the rules would say to the record with this value in its field.
pub fn problems(record: &Record, field: Field, value: Option<&Value>) -> Vec<Rejection> {
    // An empty value takes the field away.
    let value = value.cloned().unwrap_or_else(|| Value::text(""));
    validate(&record.clone().with(field, value))
}
