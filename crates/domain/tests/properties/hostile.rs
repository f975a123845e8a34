//! Values that nobody may store: too long, too many, malformed, of the wrong shape, links to nothing.

use domain::commands::{AddRecords, Command, ConvertLead, Draft, Edit, EditRecords};
use domain::ids::Id;
use domain::records::{Field, Kind, Shape};
use domain::values::{Address, ContactPoint, Date, Value};
use domain::workspace as w;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::world::{id, world};

const NOBODY: Id = Id::from_u128(404);

/// A value that must not be accepted for the field.
fn hostile(field: Field) -> BoxedStrategy<Value> {
    let own = match field.shape() {
        Shape::Name => select(vec![Value::text("x".repeat(201)), Value::text("ß".repeat(201)), Value::text("two\nlines")]).boxed(),
        Shape::Text => Just(Value::text("x".repeat(64 * 1024 + 1))).boxed(),
        Shape::Website => select(&["hello", "two words.example x", "http://"][..]).prop_map(Value::text).boxed(),
        Shape::Texts => select(vec![Value::Texts(vec!["x".repeat(201)]), Value::Texts(vec!["x".into(); 51])]).boxed(),
        Shape::Emails | Shape::Phones => vec("[a-z ]{0,9}|[0-9]{1,4}|[0-9]{21,30}", 1..3).prop_map(points).boxed(),
        Shape::Social => select(vec![points(vec!["x".repeat(201)]), points(vec!["x".into(); 51])]).boxed(),
        Shape::Address => Just(Value::Address(Address { city: "x".repeat(201), ..Address::default() })).boxed(),
        Shape::Date => select(&[i32::MIN, i32::MAX, 3_000_000][..]).prop_map(|days| Value::Date(Date(days))).boxed(),
        Shape::Code => (7..=u8::MAX).prop_map(Value::Code).boxed(),
        Shape::Link(_) => select(vec![NOBODY, id(Kind::Note, 0), w::STAGE_PROPOSAL, w::WORKSPACE]).prop_map(Value::Link).boxed(),
        Shape::Links => select(vec![Value::Links(vec![NOBODY]), Value::Links(vec![w::ME, NOBODY])]).boxed(),
        Shape::Money | Shape::Time | Shape::Flag | Shape::Number => wrong_shape(field),
    };
    prop_oneof![3 => own, 1 => wrong_shape(field)].boxed()
}

fn points(values: Vec<String>) -> Value {
    Value::Points(values.into_iter().map(ContactPoint::work).collect())
}

/// Something of another type than the field's.
fn wrong_shape(field: Field) -> BoxedStrategy<Value> {
    let all = vec![Value::text("x"), Value::Texts(vec!["x".into()]), Value::Number(1), Value::Flag(true), Value::Links(vec![w::ME])];
    let fits = move |value: &Value| {
        matches!(
            (field.shape(), value),
            (Shape::Name | Shape::Text | Shape::Website, Value::Text(_))
                | (Shape::Texts, Value::Texts(_))
                | (Shape::Number, Value::Number(_))
                | (Shape::Flag, Value::Flag(_))
                | (Shape::Links, Value::Links(_))
        )
    };
    select(all.into_iter().filter(|value| !fits(value)).collect::<Vec<_>>()).boxed()
}

fn field_of(kind: Kind) -> impl Strategy<Value = (Field, Value)> {
    select(kind.editable()).prop_flat_map(|field| (Just(field), hostile(field)))
}

proptest! {
    #[test]
    fn a_hostile_value_is_refused_and_changes_nothing(
        mut store in world(),
        kind in select(&[Kind::Lead, Kind::Person, Kind::Organization, Kind::Deal][..]),
        pick in any::<prop::sample::Index>(),
        values in [Kind::Lead, Kind::Person, Kind::Organization, Kind::Deal].map(field_of),
    ) {
        let at = [Kind::Lead, Kind::Person, Kind::Organization, Kind::Deal].iter().position(|have| *have == kind).expect("listed");
        let (field, value) = values[at].clone();
        let before = store.clone();
        let draft = Draft::new(kind, NOBODY.derive("new")).with(Field::LastName, Value::text("Rossi")).with(Field::Name, Value::text("Rossi"));
        let edit = Edit::Set(field, Some(value.clone()));
        let correct = ConvertLead { edits: vec![(field, Some(value.clone()))], ..ConvertLead::new(id(Kind::Lead, pick.index(2))) };
        let mut commands = vec![
            Command::AddRecords(AddRecords { drafts: vec![draft.with(field, value)], import: None }),
            Command::EditRecords(EditRecords { ids: vec![id(kind, pick.index(2))], edits: vec![edit] }),
        ];
        commands.extend((kind == Kind::Lead).then(|| Command::ConvertLead(Box::new(correct))));
        for command in commands {
            let outcome = store.run(&command);
            prop_assert!(outcome.is_err(), "accepted: {:?}", command);
            prop_assert_eq!(&store, &before);
        }
    }
}
