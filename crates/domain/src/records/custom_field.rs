//! Fields of the workspace's own (R67): what a definition says, which values fit it, and how one value becomes another's.
//!
//! The value stands in the record under [`Field::Custom`] with the definition's id, like any other field: edit, merge,
//! preview, undo and history need nothing special. A value whose definition is gone stays readable and stays on the lead.

use super::{Field, Kind, Record, Shape};
use crate::facts::{Facts, Rule};
use crate::ids::Id;
use crate::rejection::{Rejection, Why};
use crate::text::fold;
use crate::values::{FieldType, Value, decimal, web_domain};

const TEXT_BYTES: usize = 64 * 1024;
const LINK_CHARS: usize = 2_000;

/// A definition, read from its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomField {
    pub id: Id,
    pub name: String,
    pub holds: FieldType,
    /// What can be chosen, in the order it is offered.
    pub options: Vec<String>,
    pub used_on: Vec<Kind>,
    /// R67: who gets the lead's value, unless the command says otherwise (R68).
    pub carried_to: Vec<Kind>,
    pub required_on: Vec<Kind>,
    /// Offered no more.
    pub retired: bool,
}

impl CustomField {
    /// None for a record that defines no field.
    pub fn of(record: &Record) -> Option<Self> {
        let kinds = |field| record.texts(field).iter().filter_map(|word| Kind::with_word(word)).collect();
        let holds = record.code(Field::FieldType).unwrap_or(FieldType::Text);
        (record.kind == Kind::CustomField).then(|| Self {
            id: record.id,
            name: record.text(Field::Name).to_owned(),
            holds,
            options: record.texts(Field::Options).to_vec(),
            used_on: kinds(Field::UsedOn),
            carried_to: kinds(Field::CarriedTo),
            required_on: kinds(Field::RequiredOn),
            retired: record.flag(Field::Retired),
        })
    }

    /// Where the values stand.
    pub fn field(&self) -> Field {
        Field::Custom(self.id)
    }

    /// What the editor shows. A number is in millionths, a link a text.
    pub fn shape(&self) -> Shape {
        match self.holds {
            FieldType::Text => Shape::Text,
            FieldType::Number => Shape::Number,
            FieldType::Money => Shape::Money,
            FieldType::Date => Shape::Date,
            FieldType::Choice | FieldType::Link => Shape::Name,
            FieldType::MultipleChoice => Shape::Texts,
            FieldType::YesNo => Shape::Flag,
            FieldType::Person => Shape::Link(Kind::Person),
        }
    }

    /// A record of this kind can have a value: because the field is shown there, carried there or required there.
    pub fn is_on(&self, kind: Kind) -> bool {
        [&self.used_on, &self.carried_to, &self.required_on].iter().any(|kinds| kinds.contains(&kind))
    }

    /// Two of one name could not be told apart where a record has both.
    fn is_mistaken_for(&self, other: &Self) -> bool {
        let shared = [&self.used_on, &self.carried_to, &self.required_on].iter().any(|kinds| kinds.iter().any(|kind| other.is_on(*kind)));
        self.id != other.id && !other.retired && shared && fold(&self.name) == fold(&other.name)
    }

    pub fn is_required_on(&self, kind: Kind) -> bool {
        !self.retired && self.required_on.contains(&kind)
    }

    /// What is wrong with a value. Whether a person is there is the command's to find out.
    pub fn check(&self, value: &Value) -> Option<Why> {
        let unknown = |text: &String| !self.options.contains(text);
        match (self.holds, value) {
            (FieldType::Text, Value::Text(text)) => (text.len() > TEXT_BYTES).then_some(Why::TooLong { limit: TEXT_BYTES }),
            (FieldType::Link, Value::Text(text)) if text.chars().count() > LINK_CHARS => Some(Why::TooLong { limit: LINK_CHARS }),
            (FieldType::Link, Value::Text(text)) => {
                let address = !text.contains(char::is_whitespace) && web_domain::key(text).is_some();
                (!address).then(|| Why::Malformed { text: text.clone() })
            }
            (FieldType::Choice, Value::Text(text)) => unknown(text).then(|| Why::Malformed { text: text.clone() }),
            (FieldType::MultipleChoice, Value::Texts(list)) => {
                list.iter().find(|text| unknown(text)).map(|text| Why::Malformed { text: text.clone() })
            }
            (FieldType::Date, Value::Date(date)) => (!date.is_on_the_calendar()).then(|| Why::Malformed { text: date.to_string() }),
            (FieldType::Number, Value::Number(_))
            | (FieldType::Money, Value::Money(_))
            | (FieldType::YesNo, Value::Flag(_))
            | (FieldType::Person, Value::Link(_)) => None,
            _ => Some(Why::WrongShape),
        }
    }

    /// The value as this field holds it: as it is, else written out, else found among the options. None if it can't be kept here.
    pub fn fit(&self, value: &Value) -> Option<Value> {
        if self.check(value).is_none() {
            return Some(value.clone());
        }
        let option = |text: &str| self.options.iter().find(|option| fold(option) == fold(text)).cloned();
        let fitted = match (self.holds, value) {
            (FieldType::Text | FieldType::Link, value) => Value::Text(as_text(value)?),
            (FieldType::Choice, Value::Text(text)) => Value::Text(option(text)?),
            (FieldType::Choice, Value::Texts(list)) => match list.as_slice() {
                [one] => Value::Text(option(one)?),
                _ => return None,
            },
            (FieldType::MultipleChoice, Value::Text(text)) => Value::Texts(vec![option(text)?]),
            (FieldType::MultipleChoice, Value::Texts(list)) => Value::Texts(list.iter().map(|one| option(one)).collect::<Option<_>>()?),
            _ => return None,
        };
        self.check(&fitted).is_none().then_some(fitted)
    }
}

/// B3: what a new custom field must hold to take a value; none if no field can.
pub fn type_for(value: &Value) -> Option<FieldType> {
    Some(match value {
        Value::Money(_) => FieldType::Money,
        Value::Date(_) => FieldType::Date,
        Value::Flag(_) => FieldType::YesNo,
        value => return as_text(value).map(|_| FieldType::Text),
    })
}

/// A value written out without words of any language; none for what has no such form.
pub fn as_text(value: &Value) -> Option<String> {
    Some(match value {
        Value::Text(text) => text.clone(),
        Value::Texts(list) => list.join(", "),
        Value::Points(list) => list.iter().map(|point| point.value.as_str()).collect::<Vec<_>>().join(", "),
        Value::Address(address) => address.one_line(),
        Value::Money(money) => format!("{} {}", money.plain(), money.currency.as_str()),
        Value::Date(date) => date.to_string(),
        Value::Number(millionths) => decimal::plain(*millionths),
        Value::Time(_) | Value::Flag(_) | Value::Link(_) | Value::Links(_) | Value::Code(_) => return None,
    })
}

/// All definitions, in the order they are shown.
#[derive(Clone, Debug, Default)]
pub struct CustomFields {
    all: Vec<CustomField>,
}

impl CustomFields {
    pub fn read(facts: &Facts) -> Rule<Self> {
        Ok(Self::of(facts.all(Kind::CustomField)?))
    }

    pub fn of(records: &[Record]) -> Self {
        let place = |record: &Record| (record.number(Field::Position).unwrap_or(i64::MAX), record.id);
        let mut sorted: Vec<&Record> = Vec::with_capacity(records.len());
        // There are a few: the code of a sort would be larger than all of them.
        for record in records {
            let at = sorted.iter().position(|other| place(other) > place(record)).unwrap_or(sorted.len());
            sorted.insert(at, record);
        }
        Self { all: sorted.into_iter().filter_map(CustomField::of).collect() }
    }

    /// In the order they are shown, those that are offered no more included.
    pub fn all(&self) -> &[CustomField] {
        &self.all
    }

    pub fn get(&self, field: Field) -> Option<&CustomField> {
        self.all.iter().find(|custom| custom.field() == field)
    }

    /// Refuses a definition whose name another one has on the same kind of record.
    pub fn name_is_free(facts: &Facts, record: &Record) -> Rule<()> {
        let Some(custom) = CustomField::of(record) else { return Ok(()) };
        let taken = Self::read(facts)?.all.iter().any(|other| custom.is_mistaken_for(other));
        if taken { Err(Rejection::Field { field: Field::Name, why: Why::Taken }.into()) } else { Ok(()) }
    }

    /// Those that forms of this kind of record show.
    pub fn on(&self, kind: Kind) -> impl Iterator<Item = &CustomField> {
        self.all.iter().filter(move |custom| !custom.retired && custom.is_on(kind))
    }

    /// B3: the fields of a kind of record that can take a value of the lead which has no home: one click away.
    pub fn takers(&self, kind: Kind, value: &Value) -> impl Iterator<Item = &CustomField> {
        self.on(kind).filter(|custom| custom.fit(value).is_some())
    }

    /// The custom fields that a record of this kind needs and doesn't have.
    pub fn missing(&self, record: &Record) -> impl Iterator<Item = Field> {
        self.all.iter().filter(|custom| custom.is_required_on(record.kind) && !record.has(custom.field())).map(CustomField::field)
    }

    /// What is wrong with a value that a record of this kind is to get. Without a definition any text will do: it may come later.
    pub fn check(&self, kind: Kind, field: Field, value: &Value) -> Option<Why> {
        let Field::Custom(id) = field else { return None };
        match self.get(field) {
            None => (!matches!(value, Value::Text(_))).then_some(Why::WrongShape),
            Some(custom) if !custom.is_on(kind) => Some(Why::BadLink { id }),
            Some(custom) => custom.check(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{Coded, ContactPoint, Currency, Date, Money};

    fn field(holds: FieldType) -> CustomField {
        CustomField {
            id: Id::from_u128(1),
            name: "Machine".into(),
            holds,
            options: vec!["Mill".into(), "Bagging line".into()],
            used_on: vec![Kind::Lead],
            carried_to: Vec::new(),
            required_on: Vec::new(),
            retired: false,
        }
    }

    #[track_caller]
    fn check(holds: FieldType, value: Value, fits: Option<Value>) {
        assert_eq!(field(holds).fit(&value), fits, "{value:?}");
    }

    #[test]
    fn every_type_takes_its_own_values() {
        let money = Value::Money(Money { minor: 100, currency: Currency::EUR });
        let own = [
            (FieldType::Text, Value::text("x\ny")),
            (FieldType::Number, Value::Number(1_500_000)),
            (FieldType::Money, money),
            (FieldType::Date, Value::Date(Date(0))),
            (FieldType::Choice, Value::text("Mill")),
            (FieldType::MultipleChoice, Value::Texts(vec!["Mill".into()])),
            (FieldType::YesNo, Value::Flag(false)),
            (FieldType::Person, Value::Link(Id::from_u128(7))),
            (FieldType::Link, Value::text("https://a.example/b?c=d")),
        ];
        for (holds, value) in &own {
            assert_eq!(field(*holds).check(value), None, "{holds:?}");
            let others = own.iter().filter(|(other, _)| other != holds && field(*other).check(value).is_none());
            let texts = [FieldType::Text, FieldType::Choice, FieldType::Link];
            assert!(others.into_iter().all(|(other, _)| texts.contains(other) && texts.contains(holds)), "{holds:?}");
        }
        assert_eq!(FieldType::ALL.len(), own.len());
    }

    #[test]
    fn a_value_without_a_home_finds_the_fields_that_take_it() {
        let on_deal = |holds| CustomField { used_on: vec![Kind::Deal], ..field(holds) };
        let all = CustomFields { all: vec![field(FieldType::Text), on_deal(FieldType::Money), on_deal(FieldType::Text)] };
        let found: Vec<FieldType> = all.takers(Kind::Deal, &Value::text("Stand B14")).map(|custom| custom.holds).collect();
        assert_eq!(found, [FieldType::Text]);
        assert_eq!(type_for(&Value::Texts(vec!["a".into()])), Some(FieldType::Text));
        assert_eq!(type_for(&Value::Link(Id::from_u128(1))), None);
    }

    #[test]
    fn options_are_found_whatever_their_case() {
        check(FieldType::Choice, Value::text("bagging LINE"), Some(Value::text("Bagging line")));
        check(FieldType::Choice, Value::text("Oven"), None);
        check(FieldType::MultipleChoice, Value::text("mill"), Some(Value::Texts(vec!["Mill".into()])));
        check(FieldType::MultipleChoice, Value::Texts(vec!["mill".into(), "Oven".into()]), None);
    }

    #[test]
    fn what_has_a_written_form_fits_a_text() {
        let points = Value::Points(vec![ContactPoint::work("a@b.example"), ContactPoint::work("c@d.example")]);
        check(FieldType::Text, points, Some(Value::text("a@b.example, c@d.example")));
        check(FieldType::Text, Value::Money(Money { minor: 150, currency: Currency::EUR }), Some(Value::text("1.50 EUR")));
        check(FieldType::Text, Value::Link(Id::from_u128(1)), None);
        check(FieldType::Link, Value::text("no address"), None);
        check(FieldType::Number, Value::text("12"), None);
    }
}
