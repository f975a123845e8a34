//! A random workspace: people, organizations, deals, leads with their notes and tasks; and random choices for a conversion.

use domain::commands::convert_lead::{Carry, DealTarget, NewDeal, NewTask, Profile, Target};
use domain::commands::{AddRecords, Command, ConvertLead, Draft};
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::testing::MemoryStore;
use domain::values::{Coded, Date, FieldType, Value};
use domain::workspace as w;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::values::{MEMBER, TAGS, fitting, money, name, tag};

const CUSTOM: Field = Field::Custom(Id::from_u128(0xC057));
const CHOICES: Field = Field::Custom(Id::from_u128(0xC058));

/// The id of the nth record of a kind in a random world.
pub fn id(kind: Kind, number: usize) -> Id {
    w::WORKSPACE.derive(&format!("{kind:?} {number}"))
}

/// A store with two of each kind, linked at random.
pub fn world() -> impl Strategy<Value = MemoryStore> {
    let contacts = (two(Kind::Organization), two(Kind::Person), two(Kind::Deal), two(Kind::Lead));
    let stories = (vec(story(Kind::Note), 0..4), vec(story(Kind::Activity), 0..3));
    (contacts, stories).prop_map(|((organizations, people, deals, leads), (notes, activities))| {
        let member = Draft::new(Kind::Member, MEMBER).with(Field::Name, Value::text("Tom Harris"));
        let mut drafts = vec![member, definition(CUSTOM, FieldType::Text), definition(CHOICES, FieldType::MultipleChoice)];
        drafts.extend([organizations, people, deals, leads].into_iter().flatten());
        for (kind, stories) in [(Kind::Note, notes), (Kind::Activity, activities)] {
            drafts.extend(stories.into_iter().enumerate().map(|(number, draft)| Draft { id: id(kind, number), ..draft }));
        }
        let mut store = MemoryStore::default();
        store.run(&Command::AddRecords(AddRecords { drafts, import: None })).expect("a world is valid");
        store
    })
}

fn two(kind: Kind) -> impl Strategy<Value = Vec<Draft>> {
    (draft(kind, id(kind, 0)), draft(kind, id(kind, 1))).prop_map(|(one, other)| vec![one, other])
}

/// A record with a random half of its fields, and a name.
pub fn draft(kind: Kind, id: Id) -> impl Strategy<Value = Draft> {
    let links = [Field::Person, Field::Organization];
    let fields = kind.editable().iter().copied().filter(move |field| !links.contains(field));
    let custom = (kind == Kind::Lead).then_some([CUSTOM, CHOICES]).into_iter().flatten();
    let named = if kind == Kind::Lead || kind == Kind::Person { Field::LastName } else { Field::Name };
    let values: Vec<BoxedStrategy<Option<(Field, Value)>>> = fields
        .chain(custom)
        .map(|field| {
            let value = if field == CHOICES { vec(tag(), 1..4).prop_map(Value::Texts).boxed() } else { fitting(field) };
            let value = value.prop_map(move |value| (field, value));
            if field == named { value.prop_map(Some).boxed() } else { option::of(value).boxed() }
        })
        .collect();
    (values, option::of(0..2_usize), option::of(0..2_usize)).prop_map(move |(values, person, organization)| {
        let mut draft = Draft { id, kind, fields: values.into_iter().flatten().collect() };
        let linked = matches!(kind, Kind::Deal | Kind::Lead);
        draft.fields.extend(person.filter(|_| linked).map(|at| (Field::Person, Value::Link(self::id(Kind::Person, at)))));
        let employed = linked || kind == Kind::Person;
        draft
            .fields
            .extend(organization.filter(|_| employed).map(|at| (Field::Organization, Value::Link(self::id(Kind::Organization, at)))));
        draft
    })
}

/// A field that leads hand on to people and deals.
fn definition(field: Field, holds: FieldType) -> Draft {
    let list = |words: &[&str]| Value::Texts(words.iter().map(|word| (*word).to_owned()).collect());
    let Field::Custom(id) = field else { unreachable!("a custom field") };
    Draft::new(Kind::CustomField, id)
        .with(Field::Name, Value::text("Own"))
        .with(Field::FieldType, Value::Code(holds.code()))
        .with(Field::Options, list(TAGS))
        .with(Field::UsedOn, list(&["lead", "organization"]))
        .with(Field::CarriedTo, list(&["person", "deal"]))
}

/// R68: values sent elsewhere.
fn carried() -> impl Strategy<Value = Carry> {
    let to = vec![(Kind::Person, CUSTOM), (Kind::Deal, CUSTOM), (Kind::Organization, CHOICES), (Kind::Person, Field::Description)];
    let from = select(&[CUSTOM, CHOICES, Field::SourceDetail, Field::Phones, Field::Title][..]);
    (from, subsequence(to, 0..3)).prop_map(|(field, to)| Carry { field, to })
}

/// A note or an activity about some of the others.
fn story(kind: Kind) -> impl Strategy<Value = Draft> {
    let others: Vec<Id> =
        [Kind::Lead, Kind::Person, Kind::Organization, Kind::Deal].into_iter().flat_map(|kind| [id(kind, 0), id(kind, 1)]).collect();
    let text = if kind == Kind::Note { Field::Text } else { Field::Subject };
    (name(), subsequence(others, 1..4)).prop_map(move |(said, about)| {
        Draft::new(kind, Id::default()).with(text, Value::Text(said)).with(Field::About, Value::Links(about))
    })
}

/// Choices of the convert dialog for one of the leads; most of them can be carried out.
pub fn conversion() -> impl Strategy<Value = ConvertLead> {
    let targets = (target(Kind::Organization), target(Kind::Person), deal_target());
    let corrections = vec(select(Kind::Lead.editable()).prop_flat_map(correction), 0..3);
    let replaced: Vec<(Kind, Field)> = [Kind::Person, Kind::Organization, Kind::Deal]
        .into_iter()
        .flat_map(|kind| kind.editable().iter().map(move |field| (kind, *field)))
        .collect();
    let own = (vec(carried(), 0..2), option::weighted(0.2, name()));
    let rest = (option::of(task()), option::of(select(&[w::ME, MEMBER][..])), profile(), subsequence(replaced, 0..6));
    (0..2_usize, targets, corrections, rest, own).prop_map(
        |(lead, (organization, person, deal), edits, (task, owner, profile, replace), (carry, filled))| {
            let fill = filled.map(|text| (Kind::Deal, CUSTOM, Value::Text(text))).into_iter().collect();
            ConvertLead {
                organization,
                person,
                deal,
                edits,
                task,
                owner,
                profile,
                replace,
                carry,
                fill,
                ..ConvertLead::new(id(Kind::Lead, lead))
            }
        },
    )
}

fn target(kind: Kind) -> impl Strategy<Value = Target> {
    prop_oneof![
        1 => Just(Target::None),
        3 => Just(Target::Create),
        2 => (0..2_usize).prop_map(move |at| Target::Use(id(kind, at))),
    ]
}

fn deal_target() -> impl Strategy<Value = DealTarget> {
    let stage = select(&[w::STAGE_INCOMING, w::STAGE_PROPOSAL][..]);
    let new = (name(), stage, option::of(money()), option::of(-9999..9999_i32)).prop_map(|(name, stage, value, days)| NewDeal {
        stage,
        value,
        close_date: days.map(Date),
        ..NewDeal::named(name)
    });
    prop_oneof![
        2 => Just(DealTarget::None),
        4 => new.prop_map(DealTarget::Create),
        1 => (0..2_usize).prop_map(|at| DealTarget::Use(id(Kind::Deal, at))),
    ]
}

fn task() -> impl Strategy<Value = NewTask> {
    (name(), option::of(0..9999_i32)).prop_map(|(subject, days)| NewTask { subject, due: days.map(Date) })
}

fn profile() -> impl Strategy<Value = Profile> {
    select(&[Profile::Kontor, Profile::Kontor, Profile::ZendeskSell, Profile::Salesforce, Profile::Bitrix24, Profile::Pipedrive][..])
}

fn correction(field: Field) -> impl Strategy<Value = (Field, Option<Value>)> {
    option::weighted(0.8, fitting(field)).prop_map(move |value| (field, value))
}

/// The nth of some records, whatever their number; none of none.
pub fn pick<T: Clone>(all: &[T], at: &Index) -> Option<T> {
    (!all.is_empty()).then(|| at.get(all).clone())
}
