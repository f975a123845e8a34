//! What tabs are made to do, and which commands that means in the state a tab sees.

use domain::commands::close_deal::Outcome;
use domain::commands::convert_lead::{DealTarget, NewDeal, NewTask, Target};
use domain::commands::{
    AddRecords, ArchiveLeads, CloseDeal, Command, ConvertLead, Draft, Edit, EditRecords, KeepSeparate, MergeRecords, MoveDeal,
    RemoveRecords, SetStatus, Undo,
};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::{ContactPoint, Date, Value};
use domain::workspace;
use kontor::store::working_set::WorkingSet;
use proptest::prelude::*;
use proptest::sample::Index;

use super::simulated_disk::Fault;

#[derive(Clone, Debug)]
pub enum Step {
    Commit(Act),
    /// Several commands in one transaction.
    Together(Vec<Act>),
    CatchUp,
    Checkpoint,
    /// The tab is closed and opened. Its finder begins with what was kept of one, if that is of these records.
    Reopen,
    /// What the tab's finder knows is kept for the next start.
    Keep,
    /// One byte of what is kept is another one.
    Spoil(Index, Index),
    /// The second tab acts in the middle of the first one's work, before its n-th call to the disk.
    During {
        calls: usize,
        first: Box<Self>,
        other: Index,
        second: Vec<Self>,
    },
    /// The n-th call to the disk from now fails.
    Fail(usize, Fault),
}

/// A person's doing; places choose among the records the tab shows.
#[derive(Clone, Debug)]
pub enum Act {
    Add(Kind, Words),
    Import(u8, Words),
    Edit(Kind, Index, Words),
    Archive(Index, bool),
    Status(Index, Index),
    Convert(Index, Index, Words),
    Move(Index, Index, Index),
    Close(Index, u8),
    Remove(Kind, Index),
    /// Changes a record every workspace has from the start.
    SetUp(Index, Words),
    RemoveSetUp(Index),
    Undo(Index),
    Merge(Kind, Index, Index),
    Separate(Index, Index),
    /// Sends an earlier command once more, under its old stamp.
    Again(Index),
}

/// Few, so that records share them.
#[derive(Clone, Debug)]
pub struct Words {
    name: u8,
    other: u8,
}

const NAMES: &[&str] = &["Rossi", "Müller", "Anna Lang", "Bassani", "O'Neill", "Ferrandi"];

impl Words {
    fn name(&self) -> Value {
        Value::text(NAMES[usize::from(self.name) % NAMES.len()])
    }

    fn other(&self) -> Value {
        Value::text(NAMES[usize::from(self.other) % NAMES.len()])
    }

    fn emails(&self) -> Value {
        Value::Points(vec![ContactPoint::work(format!("person{}@firm{}.example", self.other % 3, self.name % 3))])
    }

    fn due(&self) -> Value {
        Value::Date(Date(20_000 + i32::from(self.other % 5)))
    }
}

fn words() -> impl Strategy<Value = Words> {
    (0..6u8, 0..6u8).prop_map(|(name, other)| Words { name, other })
}

fn act() -> impl Strategy<Value = Act> {
    use Kind as K;
    let place = any::<Index>;
    let business = vec![K::Lead, K::Lead, K::Person, K::Organization, K::Deal, K::Deal, K::Activity, K::Activity, K::Note];
    let business = || prop::sample::select(business.clone());
    let kinds = prop_oneof![9 => business(), 2 => prop::sample::select(vec![K::Status, K::Tag])];
    prop_oneof![
        8 => (kinds, words()).prop_map(|(kind, words)| Act::Add(kind, words)),
        1 => (1..30u8, words()).prop_map(|(rows, words)| Act::Import(rows, words)),
        6 => (business(), place(), words()).prop_map(|(kind, at, words)| Act::Edit(kind, at, words)),
        2 => (place(), any::<bool>()).prop_map(|(at, restore)| Act::Archive(at, restore)),
        2 => (place(), place()).prop_map(|(at, status)| Act::Status(at, status)),
        5 => (place(), place(), words()).prop_map(|(at, with, words)| Act::Convert(at, with, words)),
        3 => (place(), place(), place()).prop_map(|(at, stage, above)| Act::Move(at, stage, above)),
        1 => (place(), 0..3u8).prop_map(|(at, outcome)| Act::Close(at, outcome)),
        4 => (business(), place()).prop_map(|(kind, at)| Act::Remove(kind, at)),
        2 => (place(), words()).prop_map(|(at, words)| Act::SetUp(at, words)),
        1 => place().prop_map(Act::RemoveSetUp),
        6 => place().prop_map(Act::Undo),
        2 => (prop::sample::select(vec![K::Person, K::Organization]), place(), place()).prop_map(|(kind, kept, gone)| Act::Merge(kind, kept, gone)),
        1 => (place(), place()).prop_map(|(one, other)| Act::Separate(one, other)),
        1 => place().prop_map(Act::Again),
    ]
}

fn plain() -> impl Strategy<Value = Step> {
    prop_oneof![
        16 => act().prop_map(Step::Commit),
        4 => prop::collection::vec(act(), 2..6).prop_map(Step::Together),
        3 => Just(Step::CatchUp),
        4 => Just(Step::Checkpoint),
        3 => Just(Step::Reopen),
        2 => Just(Step::Keep),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(block, byte)| Step::Spoil(block, byte)),
    ]
}

/// One step of one tab.
pub fn step() -> impl Strategy<Value = (Index, Step)> {
    let fault = prop::sample::select(vec![Fault::LostBefore, Fault::LostAfter, Fault::Full]);
    let second = prop::collection::vec(plain(), 1..6);
    let during = (0..8usize, plain(), any::<Index>(), second).prop_map(|(calls, first, other, second)| Step::During {
        calls,
        first: Box::new(first),
        other,
        second,
    });
    let step = prop_oneof![10 => plain(), 4 => during, 2 => (0..4usize, fault).prop_map(|(calls, fault)| Step::Fail(calls, fault))];
    (any::<Index>(), step)
}

fn pick<'a>(records: &'a [Record], at: &Index) -> Option<&'a Record> {
    (!records.is_empty()).then(|| at.get(records))
}

/// The command a person who looks at `set` would send; none where there is nothing to do it with.
pub fn command(act: &Act, set: &WorkingSet, new: Id) -> Option<Command> {
    let id = |kind, at: &Index| pick(&set.all(kind), at).map(|record| record.id);
    Some(match act {
        Act::Add(kind, words) => Command::AddRecords(AddRecords { drafts: vec![draft(*kind, new, words, set)], import: None }),
        Act::Import(rows, words) => {
            let row = |row: u8| draft(Kind::Lead, new.derive(&row.to_string()), &Words { name: words.name + row, other: row }, set);
            Command::AddRecords(AddRecords { drafts: (0..*rows).map(row).collect(), import: Some(new) })
        }
        Act::Edit(kind, at, words) => edit(pick(&set.all(*kind), at)?, words),
        Act::Archive(at, restore) => {
            Command::ArchiveLeads(ArchiveLeads { leads: vec![id(Kind::Lead, at)?], reason: "later".into(), restore: *restore })
        }
        Act::Status(at, status) => Command::SetStatus(SetStatus { leads: vec![id(Kind::Lead, at)?], status: id(Kind::Status, status)? }),
        Act::Convert(at, with, words) => Command::ConvertLead(Box::new(convert(id(Kind::Lead, at)?, id(Kind::Person, with), words))),
        Act::Move(at, stage, above) => Command::MoveDeal(MoveDeal {
            deal: id(Kind::Deal, at)?,
            stage: id(Kind::Stage, stage)?,
            above: id(Kind::Deal, above),
            below: None,
        }),
        Act::Close(at, outcome) => {
            let outcome = [Outcome::Won, Outcome::Lost { reason: "price".into() }, Outcome::Reopen][usize::from(*outcome)].clone();
            Command::CloseDeal(CloseDeal { deal: id(Kind::Deal, at)?, outcome })
        }
        Act::Remove(kind, at) => Command::RemoveRecords(RemoveRecords { ids: vec![id(*kind, at)?] }),
        Act::SetUp(at, words) => Command::EditRecords(EditRecords::one(pick(&set_up(set), at)?.id, Field::Name, Some(words.name()))),
        Act::RemoveSetUp(at) => Command::RemoveRecords(RemoveRecords { ids: vec![pick(&set_up(set), at)?.id] }),
        Act::Merge(kind, kept, gone) => Command::MergeRecords(MergeRecords::new(id(*kind, kept)?, [id(*kind, gone)?])),
        Act::Separate(one, other) => {
            Command::KeepSeparate(KeepSeparate::pair(pick(&business(set), one)?.id, pick(&business(set), other)?.id))
        }
        Act::Undo(at) => {
            let receipts = set.recent(12);
            Command::Undo(Undo::of((!receipts.is_empty()).then(|| at.get(&receipts))?))
        }
        Act::Again(_) => return None,
    })
}

fn business(set: &WorkingSet) -> Vec<Record> {
    let kinds = [Kind::Lead, Kind::Person, Kind::Organization, Kind::Deal, Kind::Activity, Kind::Note];
    kinds.into_iter().flat_map(|kind| set.all(kind)).collect()
}

fn set_up(set: &WorkingSet) -> Vec<Record> {
    let kinds = [Kind::Member, Kind::Role, Kind::Status, Kind::Pipeline, Kind::Stage, Kind::Tag, Kind::Workspace, Kind::CustomField];
    kinds.into_iter().flat_map(|kind| set.all(kind)).collect()
}

fn draft(kind: Kind, id: Id, words: &Words, set: &WorkingSet) -> Draft {
    let about = || {
        let leads = set.all(Kind::Lead);
        let all = if leads.is_empty() { business(set) } else { leads };
        let one = all.get(usize::from(words.other) % all.len().max(1));
        Value::Links(one.map(|record| record.id).into_iter().collect())
    };
    let draft = Draft::new(kind, id);
    match kind {
        Kind::Lead => draft
            .with(Field::LastName, words.name())
            .with(Field::OrganizationName, words.other())
            .with(Field::Emails, words.emails())
            .with(Field::Tags, Value::Texts(vec![NAMES[usize::from(words.other) % 3].to_owned()])),
        Kind::Person => draft.with(Field::LastName, words.name()).with(Field::Emails, words.emails()),
        Kind::Activity => draft.with(Field::Subject, words.name()).with(Field::DueDate, words.due()).with(Field::About, about()),
        Kind::Note => draft.with(Field::Text, words.name()).with(Field::About, about()),
        _ => draft.with(Field::Name, words.name()),
    }
}

fn edit(record: &Record, words: &Words) -> Command {
    let set = |field, value| Command::EditRecords(EditRecords::one(record.id, field, value));
    match (record.kind, words.other % 3) {
        (Kind::Activity, 0) => set(Field::DoneAt, Some(Value::Time(1_700_000_000_000 + i64::from(words.name)))),
        (Kind::Activity, 1) => set(Field::About, None),
        (Kind::Activity, _) => set(Field::DueDate, Some(words.due())),
        (Kind::Note, _) => set(Field::Text, Some(words.name())),
        (Kind::Lead | Kind::Person, 0) => set(Field::LastName, Some(words.name())),
        (Kind::Lead | Kind::Person, 1) => set(Field::Emails, (words.name > 1).then(|| words.emails())),
        (Kind::Lead, _) => {
            Command::EditRecords(EditRecords { ids: vec![record.id], edits: vec![Edit::AddTag(NAMES[usize::from(words.name)].into())] })
        }
        (Kind::Person, _) => set(Field::JobTitle, Some(words.name())),
        _ => set(Field::Name, Some(words.name())),
    }
}

fn convert(lead: Id, person: Option<Id>, words: &Words) -> ConvertLead {
    let mut command = ConvertLead::new(lead);
    command.organization = if words.name.is_multiple_of(2) { Target::Create } else { Target::None };
    command.person = match (words.name, person) {
        (0..=2, _) => Target::Create,
        (3..=4, Some(person)) => Target::Use(person),
        _ => Target::None,
    };
    if words.other > 1 {
        command.deal = DealTarget::Create(NewDeal::named("Bagging line"));
    }
    command.task = (words.other % 2 == 1).then(|| NewTask { subject: "Call".into(), due: Some(Date(20_001)) });
    command.status = workspace::STATUS_CONVERTED;
    command
}
