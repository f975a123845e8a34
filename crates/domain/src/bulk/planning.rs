//! From leads, settings and choices to a row for each lead.

use std::collections::{BTreeMap, BTreeSet};
use std::slice;

use super::agreement::{Offer, agree, offers};
use super::entry::Entry;
use super::fates::fates;
use super::{BulkPlan, Choices, Fate, OwnerRule, Row, Settings, Verdict};
use crate::commands::ConvertLead;
use crate::commands::convert_lead::{self, Outcome, Plan, PlanRow};
use crate::decide;
use crate::duplicates::{Among, Candidate};
use crate::facts::{Answer, Facts, Query, Rule, Stop};
use crate::ids::Id;
use crate::pause::{Cancelled, Pause, Stretch};
use crate::records::{Field, Kind, Record, Separations};
use crate::rejection::{Rejection, Why};
use crate::rights::{Right, Rights};
use crate::stamp::Stamp;
use crate::values::Value;

/// Leads whose questions are asked together.
const TOGETHER: usize = 8;

/// What takes how much of the time, about.
const READING: Stretch = Stretch { from: 0, to: 400 };
pub(super) const COMPARING_PEOPLE: Stretch = Stretch { from: 400, to: 600 };
pub(super) const COMPARING_COMPANIES: Stretch = Stretch { from: 600, to: 700 };
const PLANNING: Stretch = Stretch { from: 700, to: 1_000 };

/// The plan for these leads, in their order. `matches` gives the people or organizations that may be the same as a lead, best
/// first (the working set's `candidates`), `among` finds who of the leads may be; `answer` answers what the rule asks. `stamp` says who
/// converts.
pub async fn plan(
    run: Id,
    leads: &[Id],
    (settings, choices): (&Settings, &Choices),
    stamp: &Stamp,
    (matches, among): (impl Fn(&Record, Kind) -> Vec<Candidate>, impl Fn(Kind) -> Box<dyn Among>),
    mut answer: impl FnMut(&Query) -> Answer,
    pause: &impl Pause,
) -> Result<BulkPlan, Cancelled> {
    let mut entries = Vec::with_capacity(leads.len());
    for (at, lead) in leads.iter().enumerate() {
        let stored = if let Answer::Record(record) = answer(&Query::Record(*lead)) { record } else { None };
        let choice = choices.get(lead).cloned().unwrap_or_default();
        entries.push(Entry::read(*lead, stored.as_ref(), choice, settings, &matches));
        pause.reached(READING.at(at, leads.len()));
        pause.after(1).await?;
    }
    // What one lead becomes depends on all of them.
    let apart = if let Answer::Records(records) = answer(&Query::All(Kind::Separation)) {
        Separations::of(&records)
    } else {
        Separations::default()
    };
    let mut there = |id: Id| matches!(answer(&Query::Record(id)), Answer::Record(Some(_)));
    let fates = fates(run, &mut entries, settings, (among, &apart), &mut there, pause).await?;
    let (mut commands, mut outlines, mut turns) = (Vec::with_capacity(leads.len()), Vec::with_capacity(leads.len()), 0);
    for some in entries.iter().zip(&fates).collect::<Vec<_>>().chunks(TOGETHER) {
        let begin = commands.len();
        for (entry, fates) in some {
            let owner = if entry.choice.skip { None } else { settings.owner.take(&mut turns) };
            commands.push(entry.command(run, settings, fates, owner));
        }
        let plans = plan_some(&mut commands[begin..], settings, stamp, &mut answer);
        outlines.extend(plans.into_iter().zip(&commands[begin..]).map(|(plan, command)| Outline::of(plan, command)));
        pause.reached(PLANNING.at(begin, leads.len()));
        pause.after(some.len()).await?;
    }
    let mut rows = Vec::with_capacity(leads.len());
    for (((entry, fates), command), outline) in entries.into_iter().zip(fates).zip(commands).zip(&mut outlines) {
        rows.push(entry.row(fates, command, std::mem::take(&mut outline.reasons)));
        pause.after(1).await?;
    }
    let rights = decide::run(&mut answer, |facts: &Facts| Rights::of(stamp.by, facts)).unwrap_or_default();
    hold_to_rights(&mut rows, &rights, pause).await?;
    agree(&mut rows, outlines, pause).await?;
    count_shared(&mut rows, pause).await?;
    tell_apart(&mut rows, pause).await?;
    Ok(BulkPlan { run, rows })
}

/// What is needed of a lead's plan when all are made: plans of a hundred thousand leads take more memory than there is.
#[derive(Default)]
pub struct Outline {
    reasons: Vec<Rejection>,
    /// Fields of the lead whose values go nowhere.
    stays: Vec<Field>,
    /// What it brings to a record that is others' too.
    pub offers: Vec<Offer>,
    /// Fields of the lead that others get as well, if there are offers.
    elsewhere: Vec<Field>,
    /// Fields whose values the agreement left out.
    refused: Vec<Field>,
}

impl Outline {
    fn of(plan: Planned, command: &ConvertLead) -> Self {
        match plan {
            Ok(plan) => {
                let stays = homeless(&plan.rows);
                let (offers, elsewhere) = offers(plan.rows, command);
                Self { reasons: plan.blockers, stays, offers, elsewhere, refused: Vec::new() }
            }
            Err(reasons) => Self { reasons, ..Self::default() },
        }
    }

    /// The leads that become one record agreed on this.
    pub fn settle(&mut self, kind: Kind, agreed: &[(Field, Value)]) {
        let refused = self.offers.extract_if(.., |offer| offer.to == kind && !offer.is_taken(agreed));
        self.refused.extend(refused.filter_map(|offer| offer.from));
    }

    /// All fields of the lead whose values go nowhere.
    pub fn into_stays(self) -> Vec<Field> {
        let has_home = |field: &Field| self.elsewhere.contains(field) || self.offers.iter().any(|offer| offer.from == Some(*field));
        let refused = self.refused.iter().copied().filter(|field| *field != Field::Owner && !has_home(field));
        self.stays.iter().copied().chain(refused).collect::<BTreeSet<Field>>().into_iter().collect()
    }
}

/// B3: what stays on the lead, or is kept back because the records say something else. Who owns them, the settings say.
fn homeless(rows: &[PlanRow]) -> Vec<Field> {
    let of_lead = |row: &&PlanRow| row.lead.is_some() && row.from != Some(Field::Owner);
    let goes_nowhere = |row: &&PlanRow| matches!(row.outcome, Outcome::Kept | Outcome::StaysOnLead);
    let has_home = |field: Field| rows.iter().any(|row| row.from == Some(field) && !goes_nowhere(&row));
    let fields = rows.iter().filter(of_lead).filter(goes_nowhere).filter_map(|row| row.from).filter(|field| !has_home(*field));
    fields.collect::<BTreeSet<Field>>().into_iter().collect()
}

/// Plans the commands; where the settings have what a target lacks, once more with it.
fn plan_some(commands: &mut [ConvertLead], settings: &Settings, stamp: &Stamp, answer: &mut impl FnMut(&Query) -> Answer) -> Vec<Planned> {
    let mut plans = plan_all(commands, stamp, answer);
    let short = fill_down(commands, &plans, settings);
    let again: Vec<ConvertLead> = short.iter().map(|at| commands[*at].clone()).collect();
    for (at, plan) in short.into_iter().zip(plan_all(&again, stamp, answer)) {
        plans[at] = plan;
    }
    plans
}

/// R43: of those who share a record the first makes it, the others change it, which a role may not be allowed to.
async fn hold_to_rights(rows: &mut [Row], rights: &Rights, pause: &impl Pause) -> Result<(), Cancelled> {
    let mut made: BTreeSet<Id> = BTreeSet::new();
    for row in rows.iter_mut().filter(|row| row.is_ready()) {
        let shares = [(Kind::Organization, row.organization), (Kind::Person, row.person)];
        let shared = shares.map(|(kind, fate)| if let Fate::Shared { id, .. } = fate { Some((kind, id)) } else { None });
        let changed = shared.iter().flatten().filter(|(_, id)| made.contains(id));
        row.reasons.extend(changed.filter_map(|(kind, _)| rights.lacks(Right::to_edit(*kind))));
        if row.reasons.is_empty() {
            made.extend(shared.iter().flatten().map(|(_, id)| *id));
        } else {
            row.verdict = Verdict::Blocked;
        }
        pause.after(1).await?;
    }
    Ok(())
}

/// A lead that can't be converted is none of those that become one.
async fn count_shared(rows: &mut [Row], pause: &impl Pause) -> Result<(), Cancelled> {
    let mut sharing: BTreeMap<Id, usize> = BTreeMap::new();
    for row in rows.iter().filter(|row| !matches!(row.verdict, Verdict::Blocked | Verdict::Skipped)) {
        for fate in [row.organization, row.person] {
            if let Fate::Shared { id, .. } = fate {
                *sharing.entry(id).or_default() += 1;
            }
        }
        pause.after(1).await?;
    }
    for row in rows {
        for fate in [&mut row.organization, &mut row.person] {
            if let Fate::Shared { id, leads } = fate {
                *leads = sharing.get(id).copied().unwrap_or_default();
            }
        }
        pause.after(1).await?;
    }
    Ok(())
}

/// Marks companies that are called like another new one of the plan.
async fn tell_apart(rows: &mut [Row], pause: &impl Pause) -> Result<(), Cancelled> {
    let name = |row: &Row| {
        let is_new = matches!(row.organization, Fate::New | Fate::Shared { .. }) && row.verdict != Verdict::Skipped;
        let group = row.group.as_ref().filter(|_| is_new)?;
        Some((group.rsplit_once('/')?.0.to_owned(), group.clone()))
    };
    let mut called: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, group) in rows.iter().filter_map(name) {
        called.entry(name).or_default().insert(group);
        pause.after(1).await?;
    }
    for row in rows {
        row.apart = name(row).and_then(|(name, _)| called.get(&name)).is_some_and(|groups| groups.len() > 1);
        pause.after(1).await?;
    }
    Ok(())
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

/// All questions of these rows are asked together: they take a few rounds.
fn plan_all(commands: &[ConvertLead], stamp: &Stamp, answer: &mut impl FnMut(&Query) -> Answer) -> Vec<Planned> {
    let all = |facts: &Facts| -> Rule<Vec<Planned>> {
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
    decide::run(answer, all).unwrap_or_else(|reasons| commands.iter().map(|_| Err(reasons.clone())).collect())
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
