//! *Keep separate*: somebody has looked at two records and said that they are not the same. Counts wherever duplicates are looked
//! for. A record of its own under an id that derives from the two, so that two devices which say the same make the same record.

use std::collections::BTreeSet;

use super::{Field, Kind, Record};
use crate::ids::Id;
use crate::stamp::{Millis, Stamp, Touch};
use crate::values::Value;

/// A decision, read from its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Separation {
    /// The smaller id first.
    pub pair: (Id, Id),
    pub by: Id,
    pub at: Millis,
}

fn ordered(a: Id, b: Id) -> (Id, Id) {
    if a < b { (a, b) } else { (b, a) }
}

impl Separation {
    /// The id of the record that keeps two apart, in whatever order they are named.
    pub fn id_of(a: Id, b: Id) -> Id {
        let (first, second) = ordered(a, b);
        first.derive(&format!("separate from {second}"))
    }

    /// None for a record that keeps nobody apart.
    pub fn of(record: &Record) -> Option<Self> {
        let [a, b] = *record.links(Field::About) else { return None };
        let by = record.link(Field::Owner).unwrap_or(record.created.by);
        let at = record.time(Field::HappenedAt).unwrap_or(record.created.at);
        (record.kind == Kind::Separation).then_some(Self { pair: ordered(a, b), by, at })
    }

    /// As it is said now.
    pub(crate) fn new(a: Id, b: Id, stamp: &Stamp) -> Self {
        Self { pair: ordered(a, b), by: stamp.by, at: stamp.at }
    }

    /// Who said it and when stays the same when it is carried over to another record.
    pub(crate) fn record(&self, made: Touch) -> Record {
        let (a, b) = self.pair;
        Record::new(Kind::Separation, Self::id_of(a, b), made)
            .with(Field::About, Value::Links(vec![a, b]))
            .with(Field::Owner, Value::Link(self.by))
            .with(Field::HappenedAt, Value::Time(self.at))
    }

    /// Whom it keeps apart from this one.
    pub fn other(&self, id: Id) -> Option<Id> {
        match self.pair {
            (a, b) if a == id => Some(b),
            (a, b) if b == id => Some(a),
            _ => None,
        }
    }
}

/// All decisions, as a set of pairs that can't be one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Separations {
    /// In both orders.
    pairs: BTreeSet<(Id, Id)>,
}

impl Separations {
    /// From the records of the kind.
    pub fn of<'a>(records: impl IntoIterator<Item = &'a Record>) -> Self {
        let mut all = Self::default();
        records.into_iter().for_each(|record| all.add(record));
        all
    }

    /// Nothing happens with a record that keeps nobody apart.
    pub fn add(&mut self, record: &Record) {
        if let Some(Separation { pair: (a, b), .. }) = Separation::of(record) {
            self.pairs.extend([(a, b), (b, a)]);
        }
    }

    pub fn remove(&mut self, record: &Record) {
        if let Some(Separation { pair: (a, b), .. }) = Separation::of(record) {
            self.pairs.remove(&(a, b));
            self.pairs.remove(&(b, a));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Each pair once, the smaller id first.
    pub fn pairs(&self) -> impl Iterator<Item = (Id, Id)> {
        self.pairs.iter().copied().filter(|(a, b)| a < b)
    }

    /// Whom this record itself was kept separate from.
    pub fn from(&self, id: Id) -> impl Iterator<Item = Id> {
        let (first, last) = (Id::from_u128(0), Id::from_u128(u128::MAX));
        self.pairs.range((id, first)..=(id, last)).map(|(_, other)| *other)
    }

    /// These two themselves were kept separate.
    pub fn hold(&self, a: Id, b: Id) -> bool {
        self.pairs.contains(&(a, b))
    }

    /// Two records can't be the same `kind` of record: they were kept separate themselves, or the leads they were made from were.
    /// Two leads that are not the same may still be two people of one organization.
    pub fn apart(&self, a: &Record, b: &Record, kind: Kind) -> bool {
        let origins = |record: &Record| std::iter::once(record.id).chain(record.links(Field::Leads).iter().copied()).collect::<Vec<_>>();
        let is_lead = |record: &Record, id: Id| record.kind == Kind::Lead || id != record.id;
        let counts = |of_a: Id, of_b: Id| kind != Kind::Organization || !(is_lead(a, of_a) && is_lead(b, of_b));
        let of_b = origins(b);
        !self.is_empty() && origins(a).into_iter().any(|one| of_b.iter().any(|other| self.hold(one, *other) && counts(one, *other)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOUCH: Touch = Touch { command: Id::from_u128(9), by: Id::from_u128(8), at: 5 };

    fn apart(one: Id, other: Id) -> Record {
        Separation { pair: ordered(one, other), by: TOUCH.by, at: TOUCH.at }.record(TOUCH)
    }

    #[test]
    fn the_order_makes_no_difference() {
        let (a, b) = (Id::from_u128(1), Id::from_u128(2));
        assert_eq!(apart(a, b), apart(b, a));
        assert_eq!(
            Separation::of(&apart(b, a)).map(|found| (found.pair, found.other(a), found.other(TOUCH.by))),
            Some(((a, b), Some(b), None))
        );
    }

    #[test]
    fn what_was_said_of_a_lead_holds_for_what_it_became() {
        let [lead, other, person, firm] = [1, 2, 3, 4].map(Id::from_u128);
        let record = |kind, id| Record::new(kind, id, TOUCH);
        let made = |kind, id| record(kind, id).with(Field::Leads, Value::Links(vec![lead]));
        let said = Separations::of(&[apart(lead, person), apart(lead, firm), apart(lead, other)]);
        assert_eq!(said.from(lead).collect::<Vec<_>>(), [other, person, firm]);
        assert_eq!(said.pairs().count(), 3);
        let new = Id::from_u128(7);
        assert!(said.apart(&made(Kind::Person, new), &record(Kind::Person, person), Kind::Person));
        assert!(said.apart(&record(Kind::Organization, firm), &made(Kind::Organization, new), Kind::Organization));
        assert!(said.apart(&record(Kind::Lead, lead), &record(Kind::Lead, other), Kind::Lead));
        assert!(said.apart(&made(Kind::Person, new), &record(Kind::Lead, other), Kind::Person));
        assert!(!said.apart(&made(Kind::Organization, new), &record(Kind::Lead, other), Kind::Organization));
    }
}
