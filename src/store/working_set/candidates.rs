//! Who a person or an organization is to us, and who may be the same as a record.

use std::rc::Rc;

use domain::duplicates::{Among, Band, Bands, Candidate, Comparison, Index, Probability, Settings, Subject};
use domain::ids::Id;
use domain::order::sort_by_key;
use domain::records::{Field, Kind, Record};
use domain::stamp::Millis;
use domain::values::DealStatus;

use super::WorkingSet;

/// Finds who may be the same. Made and built after the start, when its code is there.
pub trait Finder: std::fmt::Debug {
    /// These records may have come, changed or gone. It looks at a few of them, and of those it was told of before.
    fn follow(&mut self, set: &WorkingSet, changed: Vec<Id>) -> Followed;

    /// For leads that are to become people or organizations: finds who of them may be the same.
    fn among(&self, kind: Kind) -> Box<dyn Among>;

    /// R41: people or organizations that may be the same as `record`, best first; open leads once they are known.
    fn candidates(&self, set: &WorkingSet, record: &Record, kind: Kind) -> Vec<Candidate>;

    /// B4: what speaks for and against, and the sum.
    fn comparison(&self, set: &WorkingSet, record: &Record, other: &Record) -> Comparison;

    /// The same for two who need not be among the records; and whether the classic rule says yes.
    fn compare(&self, one: Subject, other: Subject, kind: Kind) -> (Comparison, bool);

    /// Where the workspace draws the lines.
    fn bands(&self) -> Bands;

    /// From now on rows of a file are compared with each other too; no longer.
    fn begin_rows(&mut self);
    fn end_rows(&mut self);

    /// Who a row of a file most probably is: a record, or an earlier row.
    fn check_row(&mut self, set: &WorkingSet, row: &Record) -> Option<RowMatch>;

    /// A little more of a task, and how far it is then.
    fn go_on(&mut self, set: &WorkingSet, task: Task) -> Progress;

    /// A little more of who may be the same among all records of a kind, as far as they were compared; all of it, the most probable
    /// first, when it is done.
    fn group(&mut self, set: &WorkingSet, kind: Kind, least: Band) -> Option<Vec<Group>>;

    /// People and organizations, to be kept for the next start.
    fn contacts(&self) -> [Rc<Index>; 2];

    /// What it was built by.
    fn settings(&self) -> &Settings;
}

/// How far the finder has come with what changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Followed {
    All,
    /// It has to look at more: to be called again, with what changed since.
    Some,
    /// It has to be built anew.
    Nothing,
}

/// What is said of candidates. It comes with the finder.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// The strongest reasons of a candidate.
    pub because: fn(&Candidate) -> String,
    /// Who several records are, a line each, such that they don't read alike.
    pub who: fn(&WorkingSet, &[Id]) -> Vec<String>,
}

/// What takes so long that it is done bit by bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// To know the open leads, so that they can be candidates.
    KnowLeads,
    /// To compare all records of a kind with each other.
    CompareAll(Kind),
}

/// How far a task is, in records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub done: usize,
    pub total: usize,
    pub is_over: bool,
}

impl Progress {
    pub const OVER: Self = Self { done: 0, total: 0, is_over: true };
}

/// Who a row of a file may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowMatch {
    pub id: Id,
    pub kind: Kind,
    /// The lead of an earlier row.
    pub in_file: bool,
    pub probability: Probability,
    pub band: Band,
}

/// Records that may all be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub ids: Vec<Id>,
    /// That of the least probable pair among them.
    pub probability: Probability,
    pub band: Band,
}

/// When a note was written or an activity took place; none while it lies ahead.
fn past(record: &Record) -> Option<Millis> {
    (record.kind == Kind::Note || record.has(Field::DoneAt)).then(|| WorkingSet::happened_at(record))
}

/// What tells a candidate from another: never an id (B4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Acquaintance {
    /// People of an organization.
    pub people: usize,
    pub open_deals: usize,
    pub won_deals: usize,
    /// When something last happened with it.
    pub last: Option<Millis>,
}

impl WorkingSet {
    /// Who a person or an organization is to us.
    pub fn acquaintance(&self, id: Id) -> Acquaintance {
        let mut known = Acquaintance::default();
        for linked in self.links.to(id) {
            match self.places.get(linked).map(|(kind, _)| *kind) {
                Some(Kind::Person) => known.people += 1,
                Some(Kind::Deal) => match self.get(*linked).and_then(|deal| deal.code(Field::DealStatus)) {
                    Some(DealStatus::Won) => known.won_deals += 1,
                    Some(DealStatus::Lost) => {}
                    _ => known.open_deals += 1,
                },
                Some(Kind::Note | Kind::Activity) => known.last = known.last.max(self.get(*linked).and_then(|record| past(&record))),
                _ => {}
            }
        }
        known
    }

    /// Deals that can still be won, of any of these people and organizations.
    pub fn open_deals_of(&self, ids: &[Id]) -> Vec<Record> {
        let mut deals: Vec<Record> = ids.iter().flat_map(|id| self.deals_of(*id)).collect();
        deals.retain(|deal| deal.code(Field::DealStatus) == Some(DealStatus::Open));
        sort_by_key(&mut deals, |deal| (std::cmp::Reverse(deal.time(Field::StageSince)), deal.id));
        deals.dedup_by_key(|deal| deal.id);
        deals
    }

    /// People who belong to an organization, in the order of their ids.
    pub fn employed_by(&self, organization: Id) -> impl Iterator<Item = Record> {
        let people = self.links.to(organization).iter().filter(|id| self.places.get(id).is_some_and(|(kind, _)| *kind == Kind::Person));
        people.filter_map(|id| self.get(*id)).filter(move |person| person.link(Field::Organization) == Some(organization))
    }

    /// R41: people or organizations that may be the same as `record`, best first; nobody before the finder is there.
    pub fn candidates(&self, record: &Record, kind: Kind) -> Vec<Candidate> {
        self.finder.as_ref().map(|finder| finder.candidates(self, record, kind)).unwrap_or_default()
    }

    /// Finds who of some leads may be the same person or organization; none before the finder is there.
    pub fn among(&self, kind: Kind) -> Option<Box<dyn Among>> {
        self.finder.as_ref().map(|finder| finder.among(kind))
    }

    /// The strongest reasons, in words.
    pub fn because(&self, candidate: &Candidate) -> String {
        self.words.map(|words| (words.because)(candidate)).unwrap_or_default()
    }

    /// Who these are, a line each, such that no two read alike (B4); empty lines before the finder is there.
    pub fn who_are(&self, ids: &[Id]) -> Vec<String> {
        self.words.map_or_else(|| vec![String::new(); ids.len()], |words| (words.who)(self, ids))
    }

    /// What a record is, or was before it was removed.
    pub fn kind_of(&self, id: Id) -> Option<Kind> {
        self.places.get(&id).map(|(kind, _)| *kind)
    }

    /// Somebody said that they are not the same.
    pub fn apart(&self, record: &Record, other: &Record, kind: Kind) -> bool {
        self.separations.apart(record, other, kind)
    }

    /// B4: what speaks for and against `other` being the same.
    pub fn comparison(&self, record: &Record, other: &Record) -> Option<Comparison> {
        self.finder.as_ref().map(|finder| finder.comparison(self, record, other))
    }

    /// The same of two records, from the side that it is less probable from: others may be the one, but not the other.
    pub fn comparison_of(&self, one: Id, other: Id) -> Option<Comparison> {
        let (one, other) = (self.get(one)?, self.get(other)?);
        let (from_one, from_other) = (self.comparison(&one, &other)?, self.comparison(&other, &one)?);
        Some(if from_other.probability < from_one.probability { from_other.turned() } else { from_one })
    }

    /// What speaks for and against two being the same who need not be among the records; and whether the classic rule says yes.
    pub fn compare(&self, one: Subject, other: Subject, kind: Kind) -> Option<(Comparison, bool)> {
        self.finder.as_ref().map(|finder| finder.compare(one, other, kind))
    }

    /// Where the workspace draws the lines between certain, likely and possible.
    pub fn bands(&self) -> Bands {
        self.finder.as_ref().map(|finder| finder.bands()).unwrap_or_default()
    }

    /// The finder, for what changes it; it must not ask for itself.
    pub fn with_finder<T>(&mut self, act: impl FnOnce(&mut dyn Finder, &Self) -> T) -> Option<T> {
        let mut finder = self.finder.take()?;
        let done = act(&mut *finder, self);
        self.finder = Some(finder);
        Some(done)
    }

    /// A little more of a task; none while there is no finder.
    pub fn go_on(&mut self, task: Task) -> Option<Progress> {
        if self.tell_finder_some() {
            return Some(Progress::default());
        }
        self.with_finder(|finder, set| finder.go_on(set, task))
    }

    /// A little more of who may be the same among all records of a kind, as far as [`Task::CompareAll`] is; all of it when it is done.
    pub fn group(&mut self, kind: Kind, least: Band) -> Option<Vec<Group>> {
        if self.tell_finder_some() {
            return None;
        }
        self.with_finder(|finder, set| finder.group(set, kind, least)).unwrap_or_else(|| Some(Vec::new()))
    }
}
