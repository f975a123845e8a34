//! Who of the leads of a plan may be the same: looked for once, as long as the leads say the same.

use std::hash::{DefaultHasher, Hash, Hasher};

use domain::duplicates::{Among, Likeness, Subject};
use domain::ids::Id;
use domain::records::Kind;
use leptos::prelude::*;

use super::Session;

/// What was found, with the mark of those who were compared.
#[derive(Clone, Debug, Default)]
pub struct Compared {
    of: u64,
    pairs: Vec<Likeness>,
}

/// Finds, or remembers.
pub struct Finding {
    session: Session,
    kind: Kind,
    told: Vec<(Id, Subject)>,
    mark: DefaultHasher,
    found: Vec<Likeness>,
    /// How many of those known from before were given out.
    given: Option<usize>,
    at_work: Option<Box<dyn Among>>,
    begun: bool,
}

impl Finding {
    pub fn of(session: Session, kind: Kind) -> Self {
        Self { session, kind, told: Vec::new(), mark: DefaultHasher::new(), found: Vec::new(), given: None, at_work: None, begun: false }
    }

    fn known(&self) -> StoredValue<Compared> {
        let [people, organizations] = self.session.compared;
        if self.kind == Kind::Person { people } else { organizations }
    }

    fn begin(&mut self) {
        self.begun = true;
        let mark = self.mark.finish();
        if self.known().with_value(|known| known.of == mark) {
            self.given = Some(0);
        } else {
            self.at_work = self.session.live.read(|set| set.among(self.kind));
        }
    }
}

impl Among for Finding {
    fn add(&mut self, id: Id, subject: Subject) {
        (id, &subject).hash(&mut self.mark);
        self.told.push((id, subject));
    }

    fn step(&mut self) -> bool {
        if !self.begun {
            self.begin();
        }
        match (self.told.pop(), &mut self.at_work) {
            (Some((id, subject)), Some(finder)) => finder.add(id, subject),
            (Some(_), None) => {}
            (None, Some(finder)) => return finder.step(),
            (None, None) => return false,
        }
        true
    }

    fn next_pair(&mut self, pairs: &mut Vec<Likeness>) -> bool {
        let Some(finder) = &mut self.at_work else {
            let next = self.given.and_then(|given| self.known().with_value(|known| known.pairs.get(given).cloned()));
            self.given = next.as_ref().and(self.given).map(|given| given + 1);
            pairs.extend(next);
            return self.given.is_some();
        };
        let before = self.found.len();
        let more = finder.next_pair(&mut self.found);
        pairs.extend_from_slice(&self.found[before..]);
        if !more {
            let found = Compared { of: self.mark.finish(), pairs: std::mem::take(&mut self.found) };
            self.known().set_value(found);
        }
        more
    }
}
