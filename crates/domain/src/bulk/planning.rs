//! From leads, settings and choices to a row for each lead.

use std::collections::{BTreeMap, BTreeSet};
use std::slice;

use super::agreement::agree;
use super::entry::Entry;
use super::fates::{Settled, fates};
use super::{BulkPlan, Choices, Fate, OwnerRule, Row, Settings, Verdict};
use crate::commands::ConvertLead;
use crate::commands::convert_lead::{self, Plan};
use crate::decide::run;
use crate::duplicates::Candidate;
use crate::facts::{Answer, Facts, Query, Rule, Stop};
use crate::ids::Id;
use crate::records::{Field, Kind, Record};
use crate::rejection::{Rejection, Why};
use crate::stamp::Stamp;
use crate::workspace;

/// Leads whose questions are asked together.
const TOGETHER: usize = 100;

/// The plan for these leads, in their order. `matches` gives the people or organizations that may be the same as a lead, best
/// first (the working set's `candidates`); `answer` answers what the rule asks. `stamp` says who converts.
pub fn plan(
    id: Id,
    leads: &[Id],
    (settings, choices): (&Settings, &Choices),
    stamp: &Stamp,
    matches: impl Fn(&Record, Kind) -> Vec<Candidate>,
    mut answer: impl FnMut(&Query) -> Answer,
) -> BulkPlan {
    let mut planning = Planning::new(id, leads.to_vec(), settings.clone(), choices.clone(), *stamp);
    while planning.go_on(TOGETHER, &matches, &mut answer) {}
    planning.finish()
}

/// A [`plan`] that is made a few leads at a time, so that a page can draw in between.
pub struct Planning {
    run: Id,
    leads: Vec<Id>,
    settings: Settings,
    choices: Choices,
    stamp: Stamp,
    /// Filled one after the other: the leads with their candidates, what becomes of them, how each would be converted.
    entries: Vec<Entry>,
    fates: Vec<Settled>,
    commands: Vec<ConvertLead>,
    plans: Vec<Planned>,
    /// Leads that were dealt out to an owner.
    turns: usize,
}

impl Planning {
    pub fn new(run: Id, leads: Vec<Id>, settings: Settings, choices: Choices, stamp: Stamp) -> Self {
        let (entries, fates, commands, plans) = Default::default();
        Self { run, leads, settings, choices, stamp, entries, fates, commands, plans, turns: 0 }
    }

    /// Takes the next step, for at most so many leads. False when nothing is left but to [`Self::finish`].
    pub fn go_on(
        &mut self,
        at_most: usize,
        matches: impl Fn(&Record, Kind) -> Vec<Candidate>,
        mut answer: impl FnMut(&Query) -> Answer,
    ) -> bool {
        if self.entries.len() < self.leads.len() {
            self.read(at_most, matches, answer);
        } else if self.fates.len() < self.leads.len() {
            self.settle();
        } else {
            self.plan_next(at_most, &mut answer);
        }
        self.plans.len() < self.leads.len()
    }

    fn read(&mut self, at_most: usize, matches: impl Fn(&Record, Kind) -> Vec<Candidate>, mut answer: impl FnMut(&Query) -> Answer) {
        for lead in self.leads.iter().skip(self.entries.len()).take(at_most) {
            let stored = if let Answer::Record(record) = answer(&Query::Record(*lead)) { record } else { None };
            let choice = self.choices.get(lead).cloned().unwrap_or_default();
            self.entries.push(Entry::read(*lead, stored.as_ref(), choice, &self.settings, &matches));
        }
    }

    /// What one lead becomes depends on all of them.
    fn settle(&mut self) {
        self.fates = fates(self.run, &mut self.entries, &self.settings);
    }

    fn plan_next(&mut self, at_most: usize, answer: &mut impl FnMut(&Query) -> Answer) {
        let begin = self.plans.len();
        for (entry, fates) in self.entries.iter().zip(&self.fates).skip(begin).take(at_most) {
            let owner = if entry.choice.skip { None } else { self.settings.owner.take(&mut self.turns) };
            self.commands.push(entry.command(self.run, &self.settings, fates, owner));
        }
        let commands = &mut self.commands[begin..];
        let mut plans = plan_all(commands, &self.stamp, answer);
        let short = fill_down(commands, &plans, &self.settings);
        let again: Vec<ConvertLead> = short.iter().map(|at| commands[*at].clone()).collect();
        for (at, plan) in short.into_iter().zip(plan_all(&again, &self.stamp, answer)) {
            plans[at] = plan;
        }
        self.plans.append(&mut plans);
    }

    pub fn finish(self) -> BulkPlan {
        let planned = self.entries.into_iter().zip(self.fates).zip(self.commands).zip(&self.plans);
        let mut rows = planned.map(|(((entry, fates), command), plan)| entry.row(fates, command, plan)).collect::<Vec<_>>();
        agree(&mut rows, &self.plans);
        count_shared(&mut rows);
        BulkPlan { run: self.run, rows }
    }
}

/// A lead that can't be converted is none of those that become one.
fn count_shared(rows: &mut [Row]) {
    let mut sharing: BTreeMap<Id, usize> = BTreeMap::new();
    let counts = |row: &&mut Row| !matches!(row.verdict, Verdict::Blocked | Verdict::Skipped);
    for row in rows.iter_mut().filter(counts) {
        for fate in [row.organization, row.person] {
            if let Fate::Shared { id, .. } = fate {
                *sharing.entry(id).or_default() += 1;
            }
        }
    }
    for fate in rows.iter_mut().flat_map(|row| [&mut row.organization, &mut row.person]) {
        if let Fate::Shared { id, leads } = fate {
            *leads = sharing.get(id).copied().unwrap_or_default();
        }
    }
}

impl OwnerRule {
    /// Whose the next lead becomes; none leaves it to whom it is.
    fn take(&self, turns: &mut usize) -> Option<Id> {
        let owners = match self {
            Self::Keep => &[],
            Self::All(owner) => slice::from_ref(owner),
            Self::InTurn(owners) => owners.as_slice(),
        };
        let owner = owners.get(*turns % owners.len().max(1)).copied();
        *turns += 1;
        owner
    }
}

/// A plan, or why there is none.
pub type Planned = Result<Plan, Vec<Rejection>>;

/// All questions of these rows are asked together: a hundred leads take a few rounds.
fn plan_all(commands: &[ConvertLead], stamp: &Stamp, answer: &mut impl FnMut(&Query) -> Answer) -> Vec<Planned> {
    let of_all = [Kind::Status, Kind::Stage, Kind::CustomField].map(Query::All);
    let of_each = |command: &ConvertLead| [Query::Record(command.lead), Query::LinkedTo(command.lead)];
    let known: Vec<Query> =
        of_all.into_iter().chain([stamp.by, workspace::ROLE].map(Query::Record)).chain(commands.iter().flat_map(of_each)).collect();
    let all = |facts: &Facts| -> Rule<Vec<Planned>> {
        facts.prepare(known.iter().copied())?;
        let mut needs = BTreeSet::new();
        let mut plans = Vec::with_capacity(commands.len());
        for command in commands {
            match convert_lead::plan(command, stamp, facts) {
                Ok(plan) => plans.push(Ok(plan)),
                Err(Stop::Reject(reasons)) => plans.push(Err(reasons)),
                Err(Stop::Needs(queries)) => needs.extend(queries),
            }
        }
        facts.prepare(needs).map(|()| plans)
    };
    run(answer, all).unwrap_or_else(|reasons| commands.iter().map(|_| Err(reasons.clone())).collect())
}

/// Puts the values of the settings where a target lacks them; answers which commands changed.
fn fill_down(commands: &mut [ConvertLead], plans: &[Planned], settings: &Settings) -> Vec<usize> {
    let mut changed = Vec::new();
    for (at, (command, plan)) in commands.iter_mut().zip(plans).enumerate() {
        let Ok(plan) = plan else { continue };
        let lacks = |kind: Kind, field: Field| {
            plan.blockers.iter().any(|reason| match reason {
                Rejection::Target { kind: of, field: at, why: Why::Missing } | Rejection::Required { kind: of, field: at, .. } => {
                    (*of, *at) == (kind, field)
                }
                _ => false,
            })
        };
        let values: Vec<_> = settings.fill.iter().filter(|(kind, field, _)| lacks(*kind, *field)).cloned().collect();
        if !values.is_empty() {
            command.fill.extend(values);
            changed.push(at);
        }
    }
    changed
}
