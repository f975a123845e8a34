//! The finder and the records: what changes is told to it.

use std::rc::Rc;

use domain::commands::Step;
use domain::duplicates::{Index, Settings};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::Value;

use super::WorkingSet;
use super::candidates::{Finder, Followed, Words};

impl WorkingSet {
    /// From now on what changes is noted, for the finder that is being built.
    pub fn watch_for_finder(&mut self) {
        self.unfollowed.get_or_insert_default();
    }

    /// False if it was built from records that are not these: nobody took notes since.
    pub fn set_finder(&mut self, finder: Box<dyn Finder>, words: Words) -> bool {
        let fits = self.unfollowed.is_some();
        if fits {
            self.finder = Some(finder);
            self.words = Some(words);
        }
        fits
    }

    /// It may still have to hear of changes: [`Self::is_behind`].
    pub fn has_finder(&self) -> bool {
        self.finder.is_some()
    }

    /// The finder has not heard of all that changed.
    pub fn is_behind(&self) -> bool {
        self.unfollowed.as_ref().is_some_and(|unfollowed| !unfollowed.is_empty()) || self.is_following()
    }

    /// It is being told of many.
    pub fn is_following(&self) -> bool {
        self.following
    }

    /// After a commit: the finder learns what changed.
    pub fn tell_finder(&mut self) {
        while self.tell_finder_some() {}
    }

    /// The same for a few records. True while there are more: an organization of thousands may have another name.
    pub fn tell_finder_some(&mut self) -> bool {
        if !self.is_behind() {
            return false;
        }
        let (Some(mut finder), Some(unfollowed)) = (self.finder.take(), &mut self.unfollowed) else { return false };
        let changed = std::mem::take(unfollowed);
        let followed = finder.follow(self, changed);
        self.following = followed == Followed::Some;
        self.finder = (followed != Followed::Nothing).then_some(finder);
        self.following
    }

    /// Number of the last entry.
    pub fn last_seq(&self) -> u64 {
        self.receipts.len().saturating_sub(1) as u64
    }

    /// Records that the finder must hear of, if it does not know of an entry yet.
    pub fn changed_by(&self, seq: u64) -> Vec<Id> {
        let receipt = u32::try_from(seq).ok().and_then(|slot| self.receipt_at(slot));
        receipt.iter().flat_map(|receipt| &receipt.steps).flat_map(|step| self.concerned(step)).collect()
    }

    fn concerned(&self, step: &Step) -> Vec<Id> {
        let employer = |record: &Record| record.link(Field::Organization);
        let mut all = vec![step.id()];
        match step.kind() {
            Kind::Organization => all.extend_from_slice(self.links.to(step.id())),
            Kind::Person => {
                all.extend(self.get(step.id()).as_ref().and_then(employer));
                match step {
                    Step::Created { .. } => {}
                    Step::Removed(record) => all.extend(employer(record)),
                    Step::Updated(update) => {
                        let fields = update.fields.iter().filter(|change| change.field == Field::Organization);
                        let links = fields.flat_map(|change| [&change.before, &change.after]).flatten();
                        all.extend(links.filter_map(|value| if let Value::Link(id) = value { Some(*id) } else { None }));
                    }
                }
            }
            Kind::Workspace => {}
            _ => all.clear(),
        }
        all
    }

    /// The finder must hear of these, too.
    pub fn tell_finder_of(&mut self, changed: &[Id]) {
        if let Some(unfollowed) = &mut self.unfollowed {
            unfollowed.extend_from_slice(changed);
        }
    }

    /// The command of the last entry, and people and organizations as the finder knows them; none while it is behind.
    pub fn finder_now(&self) -> Option<(Id, [Rc<Index>; 2], &Settings)> {
        let finder = self.finder.as_ref().filter(|_| !self.is_behind())?;
        Some((self.command_at(self.last_seq())?, finder.contacts(), finder.settings()))
    }

    pub(super) fn note_for_finder(&mut self, record: &Record) {
        if let Some(unfollowed) = &mut self.unfollowed {
            match record.kind {
                Kind::Lead | Kind::Workspace => unfollowed.push(record.id),
                // What they say of it changes their organization too.
                Kind::Person => unfollowed.extend([Some(record.id), record.link(Field::Organization)].into_iter().flatten()),
                // What its people leave to it changes them too.
                Kind::Organization => {
                    unfollowed.push(record.id);
                    unfollowed.extend_from_slice(self.links.to(record.id));
                }
                _ => {}
            }
        }
    }
}
