//! The open leads as duplicates are looked for among them: those that name a person as people, the others as organizations.
//! Nobody needs it at the start, so it is read bit by bit once it is wanted.

use std::rc::Rc;

use domain::duplicates::{Building, Index, Population, Settings, Subject};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};

use super::finder::subject;
use super::working_set::{Progress, WorkingSet};

/// Leads read at a time.
const TOGETHER: usize = 8;
/// Of more changes at once the index is not told: it is read anew when it is wanted again.
const MANY: usize = 100;

#[derive(Debug, Default)]
pub enum OpenLeads {
    #[default]
    Unknown,
    Reading(Box<Reading>),
    Known(Known),
}

#[derive(Clone, Debug)]
pub struct Known {
    pub people: Rc<Index>,
    pub organizations: Rc<Index>,
}

#[derive(Debug)]
pub struct Reading {
    ids: Vec<Id>,
    at: usize,
    people: Building,
    organizations: Building,
    /// What was read is in order too.
    is_settled: bool,
    /// What changed since it was read.
    changed: Vec<Id>,
}

/// As what a lead is compared with other leads.
pub fn compared_as(lead: &Record) -> Kind {
    if lead.has(Field::FirstName) || lead.has(Field::LastName) { Kind::Person } else { Kind::Organization }
}

fn open_lead(set: &WorkingSet, settings: &Settings, id: Id) -> Option<(Kind, Subject)> {
    let lead = set.get(id).filter(Record::is_open_lead)?;
    let kind = compared_as(&lead);
    Some((kind, subject(set, settings, &lead, kind)))
}

impl Reading {
    fn begin(set: &WorkingSet) -> Self {
        Self {
            ids: set.ids(Kind::Lead),
            at: 0,
            people: Building::new(Population::Persons),
            organizations: Building::new(Population::Organizations),
            is_settled: false,
            changed: Vec::new(),
        }
    }

    /// Reads a few more, or puts a little more of what was read in order.
    fn go_on(&mut self, set: &WorkingSet, settings: &Settings) {
        if self.at == self.ids.len() {
            self.is_settled = !self.people.step() && !self.organizations.step();
        }
        let end = self.ids.len().min(self.at + TOGETHER);
        for id in &self.ids[self.at..end] {
            match open_lead(set, settings, *id) {
                Some((Kind::Person, lead)) => self.people.add(*id, &lead),
                Some((_, lead)) => self.organizations.add(*id, &lead),
                None => {}
            }
        }
        self.at = end;
    }

    fn finish(self, set: &WorkingSet, settings: &Settings) -> Known {
        let mut known = Known { people: Rc::new(self.people.finish()), organizations: Rc::new(self.organizations.finish()) };
        known.follow(set, settings, &self.changed);
        known
    }
}

impl Known {
    /// A search at work keeps what it began with.
    fn follow(&mut self, set: &WorkingSet, settings: &Settings, changed: &[Id]) {
        for id in changed {
            let now = open_lead(set, settings, *id);
            for (kind, index) in [(Kind::Person, &mut self.people), (Kind::Organization, &mut self.organizations)] {
                match &now {
                    Some((is, lead)) if *is == kind => Rc::make_mut(index).insert(*id, lead),
                    _ if index.contains(*id) => Rc::make_mut(index).remove(*id),
                    _ => {}
                }
            }
        }
    }

    pub fn of(&self, kind: Kind) -> &Rc<Index> {
        if kind == Kind::Person { &self.people } else { &self.organizations }
    }
}

impl OpenLeads {
    pub fn known(&self) -> Option<&Known> {
        if let Self::Known(known) = self { Some(known) } else { None }
    }

    pub fn read_some(&mut self, set: &WorkingSet, settings: &Settings) -> Progress {
        match std::mem::take(self) {
            Self::Unknown => *self = Self::Reading(Box::new(Reading::begin(set))),
            Self::Reading(mut reading) if !reading.is_settled => {
                reading.go_on(set, settings);
                let progress = Progress { done: reading.at, total: reading.ids.len(), is_over: false };
                *self = Self::Reading(reading);
                return progress;
            }
            Self::Reading(reading) => *self = Self::Known(reading.finish(set, settings)),
            Self::Known(known) => {
                *self = Self::Known(known);
                return Progress::OVER;
            }
        }
        Progress::default()
    }

    /// False when it has to be read anew.
    pub fn follow(&mut self, set: &WorkingSet, settings: &Settings, leads: &[Id]) -> bool {
        match self {
            Self::Unknown => {}
            _ if leads.len() > MANY => *self = Self::Unknown,
            Self::Reading(reading) => reading.changed.extend_from_slice(leads),
            Self::Known(known) => {
                known.follow(set, settings, leads);
                return true;
            }
        }
        leads.is_empty()
    }
}
