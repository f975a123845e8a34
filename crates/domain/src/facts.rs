//! What a rule looks at. A rule asks; whoever runs it answers and starts it again, until it has all it needs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::commands::Receipt;
use crate::ids::Id;
use crate::records::{Kind, Record};
use crate::rejection::Rejection;

/// One question to the records. What a command asked is its read set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Query {
    /// The record with this id, of any kind.
    Record(Id),
    /// All records that link to this one.
    LinkedTo(Id),
    /// All records of a set-up kind, such as statuses or stages.
    All(Kind),
    /// The receipt of a command.
    Receipt(Id),
}

/// Stored by position in the corpus of decisions (`tests/decisions.rs`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    Record(Option<Record>),
    Records(Vec<Record>),
    Receipt(Option<Receipt>),
}

/// The answers so far.
#[derive(Debug, Default)]
pub struct Facts {
    answers: BTreeMap<Query, Answer>,
}

/// Why a rule stops before its end.
#[derive(Debug)]
pub enum Stop {
    Needs(Vec<Query>),
    Reject(Vec<Rejection>),
}

impl From<Rejection> for Stop {
    fn from(rejection: Rejection) -> Self {
        Self::Reject(vec![rejection])
    }
}

pub type Rule<T> = Result<T, Stop>;

impl Facts {
    pub fn insert(&mut self, query: Query, answer: Answer) {
        self.answers.insert(query, answer);
    }

    /// Everything the rule asked.
    pub fn read_set(&self) -> impl Iterator<Item = &Query> {
        self.answers.keys()
    }

    /// Asks for all of these at once: a rule over a thousand records starts again once, not a thousand times.
    pub fn prepare(&self, queries: impl IntoIterator<Item = Query>) -> Rule<()> {
        let missing: Vec<Query> = queries.into_iter().filter(|query| !self.answers.contains_key(query)).collect();
        if missing.is_empty() { Ok(()) } else { Err(Stop::Needs(missing)) }
    }

    pub fn find(&self, id: Id) -> Rule<Option<&Record>> {
        let query = Query::Record(id);
        match self.answers.get(&query) {
            Some(Answer::Record(record)) => Ok(record.as_ref()),
            _ => Err(Stop::Needs(vec![query])),
        }
    }

    /// The record, or a rejection that says it is gone.
    pub fn record(&self, id: Id) -> Rule<&Record> {
        self.find(id)?.ok_or_else(|| Rejection::Gone { id }.into())
    }

    pub fn linked_to(&self, id: Id) -> Rule<&[Record]> {
        self.records(Query::LinkedTo(id))
    }

    pub fn all(&self, kind: Kind) -> Rule<&[Record]> {
        self.records(Query::All(kind))
    }

    pub fn receipt(&self, command: Id) -> Rule<Option<&Receipt>> {
        let query = Query::Receipt(command);
        match self.answers.get(&query) {
            Some(Answer::Receipt(receipt)) => Ok(receipt.as_ref()),
            _ => Err(Stop::Needs(vec![query])),
        }
    }

    fn records(&self, query: Query) -> Rule<&[Record]> {
        match self.answers.get(&query) {
            Some(Answer::Records(records)) => Ok(records),
            _ => Err(Stop::Needs(vec![query])),
        }
    }
}
