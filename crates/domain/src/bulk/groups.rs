//! Leads in groups that become one record.

use std::collections::BTreeMap;

use super::entry::Entry;
use crate::commands::convert_lead::Target;
use crate::ids::Id;
use crate::pause::{Cancelled, Pause};
use crate::records::Kind;

/// By their places in the plan. Each lead begins alone or with those of its text.
pub struct Groups {
    texts: Vec<Option<String>>,
    /// The place of another lead of the group, or the lead's own.
    towards: Vec<usize>,
    /// Of whom somebody said who they are: none is found for them.
    chosen: Vec<Option<Target>>,
}

impl Groups {
    /// Those of one text are a group; who has none is in none.
    pub async fn of(texts: Vec<Option<String>>, entries: &[Entry], kind: Kind, pause: &impl Pause) -> Result<Self, Cancelled> {
        // All leads of a company go with the one for which it was chosen.
        let chosen = |entry: &Entry| entry.chosen(kind).filter(|_| kind == Kind::Person);
        let mut first: BTreeMap<&String, usize> = BTreeMap::new();
        let towards = texts.iter().enumerate().map(|(at, text)| text.as_ref().map_or(at, |text| *first.entry(text).or_insert(at)));
        let towards = pause.gather(towards).await?;
        Ok(Self { towards, chosen: entries.iter().map(chosen).collect(), texts })
    }

    /// These, and all who are in a group with one of them, are one group.
    pub fn join(&mut self, places: impl Iterator<Item = usize>) {
        let found: Vec<usize> = places.filter(|at| !matches!(self.chosen[*at], Some(Target::Create | Target::Shared(_)))).collect();
        found.windows(2).for_each(|pair| self.link(pair[0], pair[1]));
    }

    fn link(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.towards[one.max(other)] = one.min(other);
    }

    fn root(&self, mut at: usize) -> usize {
        while self.towards[at] != at {
            at = self.towards[at];
        }
        at
    }

    /// With what was chosen: that two leads are one. The text of a group is the first of those of its leads.
    pub async fn named(mut self, entries: &[Entry], kind: Kind, pause: &impl Pause) -> Result<Vec<Option<String>>, Cancelled> {
        for (at, with) in chosen_leads(entries, kind, pause).await?.into_iter().enumerate() {
            if let Some(with) = with {
                self.link(with, at);
            }
        }
        let mut names: BTreeMap<usize, &String> = BTreeMap::new();
        for at in 0..entries.len() {
            if let Some(text) = &self.texts[at] {
                let name = names.entry(self.root(at)).or_insert(text);
                *name = (*name).min(text);
            }
            pause.after(1).await?;
        }
        let name = |at: usize| self.texts[at].as_ref().and_then(|_| names.get(&self.root(at)).copied().cloned());
        pause.gather((0..entries.len()).map(name)).await
    }
}

/// For each lead the place of the one that it was chosen to be one with.
pub async fn chosen_leads(entries: &[Entry], kind: Kind, pause: &impl Pause) -> Result<Vec<Option<usize>>, Cancelled> {
    let places: BTreeMap<Id, usize> = pause.gather(entries.iter().enumerate().map(|(at, entry)| (entry.lead, at))).await?;
    let with = |entry: &Entry| if let Some(Target::Shared(with)) = entry.chosen(kind) { places.get(&with).copied() } else { None };
    pause.gather(entries.iter().map(with)).await
}
