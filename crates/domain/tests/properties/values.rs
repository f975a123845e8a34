//! Random values for every field: ordinary ones that often meet, and ones from the edge of what is allowed.

use domain::ids::Id;
use domain::records::{Field, Shape};
use domain::values::{
    ActivityKind, Address, Coded, ContactKind, ContactPoint, Currency, Date, DealStatus, Money, NoteSubject, PointKind, Value, Visibility,
};
use domain::workspace as w;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

pub const MEMBER: Id = Id::from_u128(0xA11CE);

const NAMES: &[&str] =
    &["Rossi", "rossi", "Müller", "Mueller", "O'Neil", "Ferrandi", "Brüggemann-Lang", "Giulia", "李", "Molino Bassani S.r.l."];
pub const TAGS: &[&str] = &["Hot", "hot", "HÓT", "Warm", "Trade fair", "Müller"];
const EMAILS: &[&str] = &["g@molino.example", "G@Molino.example", "info@molino.example", "büro@müller.example"];
const PHONES: &[&str] = &["+39 045 555 0142", "0039 045/5550142", "045 5550142", "+44 1632 960 001", "12345"];
const SITES: &[&str] = &["molino.example", "https://www.molino.example/", "Other.example", "http://other.example:8080"];
const STAGES: &[Id] = &[w::STAGE_INCOMING, w::STAGE_QUALIFIED, w::STAGE_PROPOSAL, w::STAGE_NEGOTIATION];
const OPEN: &[Id] = &[w::STATUS_NEW, w::STATUS_CONTACTED, w::STATUS_WORKING, w::STATUS_QUALIFIED];

/// A value that fits the field. Links lead to set-up records; those to people and firms are the world's matter.
pub fn fitting(field: Field) -> BoxedStrategy<Value> {
    match field.shape() {
        Shape::Name => name().prop_map(Value::Text).boxed(),
        Shape::Text => prop_oneof![20 => name(), 19 => "[a-z \n€]{1,300}", 1 => Just("ß".repeat(32 * 1024))].prop_map(Value::Text).boxed(),
        Shape::Website => select(SITES).prop_map(Value::text).boxed(),
        Shape::Texts => vec(tag(), 1..5).prop_map(Value::Texts).boxed(),
        Shape::Emails => points(EMAILS, PointKind::EMAIL),
        Shape::Phones => points(PHONES, PointKind::PHONE),
        Shape::Social => points(NAMES, PointKind::SOCIAL),
        Shape::Address => address().prop_map(Value::Address).boxed(),
        Shape::Money => money().prop_map(Value::Money).boxed(),
        Shape::Date => (-700_000..2_900_000).prop_map(|days| Value::Date(Date(days))).boxed(),
        Shape::Time => any::<i64>().prop_map(Value::Time).boxed(),
        Shape::Flag => any::<bool>().prop_map(Value::Flag).boxed(),
        Shape::Number => (0..100_i64).prop_map(Value::Number).boxed(),
        Shape::Code => code(field),
        Shape::Link(_) => link(field),
        Shape::Links => Just(Value::Links(vec![w::ME, MEMBER])).boxed(),
    }
}

pub fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(NAMES).prop_map(str::to_owned),
        1 => "\\PC{1,200}".prop_filter("a name says something", |name| !name.trim().is_empty() && !name.contains('\n')),
    ]
}

pub fn tag() -> impl Strategy<Value = String> {
    select(TAGS).prop_map(str::to_owned)
}

fn points(values: &'static [&'static str], kinds: &'static [PointKind]) -> BoxedStrategy<Value> {
    let point = (select(kinds), select(values)).prop_map(|(kind, value)| ContactPoint::new(kind, value));
    vec(point, 1..4).prop_map(Value::Points).boxed()
}

fn address() -> impl Strategy<Value = Address> {
    let part = || select(&["", "Verona", "VERONA", "Via Roma 1", "37121", "Österreich"][..]).prop_map(str::to_owned);
    (part(), part(), part(), part(), part())
        .prop_map(|(street, postal_code, city, region, country)| Address { street, postal_code, city, region, country })
        .prop_filter("an address says something", |address| !address.is_empty())
}

pub fn money() -> impl Strategy<Value = Money> {
    let currency = select(&["EUR", "USD", "JPY", "KWD"][..]).prop_map(|code| code.parse::<Currency>().expect("a code"));
    (0..=i64::MAX, currency).prop_map(|(minor, currency)| Money { minor, currency })
}

fn code(field: Field) -> BoxedStrategy<Value> {
    fn of<C: Coded>() -> Vec<Value> {
        C::ALL.iter().map(|member| Value::Code(member.code())).collect()
    }
    let all = match field {
        Field::Visibility => of::<Visibility>(),
        Field::ContactKind => of::<ContactKind>(),
        Field::ActivityKind => of::<ActivityKind>(),
        Field::DealStatus => of::<DealStatus>(),
        _ => of::<NoteSubject>(),
    };
    select(all).boxed()
}

fn link(field: Field) -> BoxedStrategy<Value> {
    let ids = match field {
        Field::Status => OPEN,
        Field::Stage => STAGES,
        Field::Pipeline => &[w::PIPELINE],
        _ => &[w::ME, MEMBER],
    };
    select(ids).prop_map(Value::Link).boxed()
}
