//! What a store must be able to do to run scenarios: answer questions and carry out commands.

use std::rc::Rc;

use super::MemoryStore;
use crate::commands::{Command, Receipt};
use crate::duplicates::{Among, AmongThemselves, Band, Candidate, Index, Population, Subject, settings_of};
use crate::facts::{Answer, Query};
use crate::ids::Id;
use crate::records::{Field, Kind, Record, Separations};
use crate::rejection::Rejection;
use crate::stamp::Touch;
use crate::values::Value;

/// Answers at once, also with all records of a kind that is not set-up.
pub trait Answers {
    fn answer(&self, query: &Query) -> Answer;

    fn find(&self, id: Id) -> Option<Record> {
        if let Answer::Record(record) = self.answer(&Query::Record(id)) { record } else { None }
    }

    fn all(&self, kind: Kind) -> Vec<Record> {
        if let Answer::Records(records) = self.answer(&Query::All(kind)) { records } else { Vec::new() }
    }

    fn linked_to(&self, id: Id) -> Vec<Record> {
        if let Answer::Records(records) = self.answer(&Query::LinkedTo(id)) { records } else { Vec::new() }
    }
}

/// A store that carries out a command while its caller waits. One that can't is driven with [`super::scenario::Play`].
pub trait Store: Answers {
    fn run(&mut self, command: &Command) -> Result<Receipt, Vec<Rejection>>;
}

impl Answers for MemoryStore {
    fn answer(&self, query: &Query) -> Answer {
        let asked = self.ask(|facts| {
            Ok(match query {
                Query::Record(id) => Answer::Record(facts.find(*id)?.cloned()),
                Query::LinkedTo(id) => Answer::Records(facts.linked_to(*id)?.to_vec()),
                Query::All(kind) => Answer::Records(facts.all(*kind)?.to_vec()),
                Query::Receipt(command) => Answer::Receipt(facts.receipt(*command)?.cloned()),
            })
        });
        asked.unwrap_or(Answer::Record(None))
    }
}

impl Store for MemoryStore {
    fn run(&mut self, command: &Command) -> Result<Receipt, Vec<Rejection>> {
        Self::run(self, command)
    }
}

/// Every record, in the order of their ids.
pub fn everything(store: &dyn Answers) -> Vec<Record> {
    let mut all: Vec<Record> = Kind::ALL.iter().flat_map(|kind| store.all(*kind)).collect();
    all.sort_by_key(|record| record.id);
    all
}

/// Every record as a person sees it: without the count of conversions, which only numbers the next one.
pub fn business(store: &dyn Answers) -> Vec<Record> {
    let mut all = everything(store);
    for record in &mut all {
        record.set(Field::Conversions, None::<Value>);
    }
    all
}

/// More than any scenario has.
const ALL: usize = 100;

fn subject(record: &Record, kind: Kind, store: &dyn Answers) -> Subject {
    let organization = record.link(Field::Organization).and_then(|id| store.find(id));
    let subject = Subject::of(record, kind, organization.as_ref());
    let belongs = |person: &Record| person.link(Field::Organization) == Some(record.id);
    let subject = match record.kind {
        Kind::Organization => subject.with_people(store.all(Kind::Person).into_iter().filter(belongs)),
        _ => subject,
    };
    settings_of(|id| store.find(id)).compared(subject, kind)
}

/// Those of a kind whom nobody said to be another than `record`.
fn index(record: &Record, kind: Kind, store: &dyn Answers) -> Index {
    let mut index = Index::new(if kind == Kind::Person { Population::Persons } else { Population::Organizations });
    let separations = Separations::of(&store.all(Kind::Separation));
    for other in store.all(kind).iter().filter(|other| other.id != record.id && !separations.apart(record, other, kind)) {
        index.insert(other.id, &subject(other, kind, store));
    }
    index
}

/// For those who are not among the records yet.
pub fn among(kind: Kind, store: &dyn Answers) -> Box<dyn Among> {
    let nobody = Record::new(Kind::Lead, Id::default(), Touch { command: Id::default(), by: Id::default(), at: 0 });
    Box::new(AmongThemselves::new(kind, settings_of(|id| store.find(id)), Rc::new(index(&nobody, kind, store))))
}

/// R41: the people or organizations that may be the same as a record, best first.
pub fn candidates(record: &Record, kind: Kind, store: &dyn Answers) -> Vec<Candidate> {
    let asked = |kind| subject(record, kind, store);
    let mut employers = Vec::new();
    if kind == Kind::Organization {
        let people = index(record, Kind::Person, store).find(&asked(Kind::Person)).into_iter();
        let certain = people.filter(|found| found.band() == Band::Certain).filter_map(|found| store.find(found.id));
        employers.extend(certain.filter_map(|person| person.link(Field::Organization)));
    }
    let theirs = |id| store.find(id).map(|other| subject(&other, kind, store));
    index(record, kind, store).suggest((record.id, &asked(kind)), &settings_of(|id| store.find(id)), ALL, &employers, theirs)
}
