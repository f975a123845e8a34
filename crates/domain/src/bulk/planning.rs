//! From leads, settings and choices to a row for each lead.

use std::collections::{BTreeMap, BTreeSet};

use super::agreement::agree;
use super::companies::groups;
use super::{BulkPlan, Choice, Choices, Fate, MatchPolicy, OwnerRule, Row, Settings, Verdict};
use crate::commands::ConvertLead;
use crate::commands::convert_lead::{self, DealTarget, NewDeal, NewTask, Plan, Target};
use crate::decide::run;
use crate::duplicates::Candidate;
use crate::facts::{Answer, Facts, Query, Rule, Stop};
use crate::ids::Id;
use crate::order::sort_by_key;
use crate::records::{Field, Kind, Record, display_name, person_name};
use crate::rejection::{Rejection, Why};
use crate::stamp::Stamp;
use crate::values::Value;
use crate::workspace;

/// One lead on its way to a row.
struct Entry<'a> {
    lead: Id,
    /// With the corrections; none if it is gone.
    record: Option<Record>,
    choice: &'a Choice,
    edits: Vec<(Field, Option<Value>)>,
    organizations: Vec<Candidate>,
    people: Vec<Candidate>,
}

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
    let untouched = Choice::default();
    let mut entries: Vec<Entry> = leads
        .iter()
        .map(|lead| {
            let stored = if let Answer::Record(record) = answer(&Query::Record(*lead)) { record } else { None };
            Entry::read(*lead, stored.as_ref(), choices.get(lead).unwrap_or(&untouched), settings, &matches)
        })
        .collect();
    let fates = fates(id, &mut entries, settings);
    let mut owners = owners(&settings.owner);
    let command = |(entry, fates): (&Entry, &(Fate, Fate))| {
        let owner = (!entry.choice.skip).then(&mut owners).flatten();
        entry.command(id, settings, *fates, owner)
    };
    let mut commands: Vec<ConvertLead> = entries.iter().zip(&fates).map(command).collect();
    let mut plans = plan_all(&commands, stamp, &mut answer);
    let short = fill_down(&mut commands, &plans, settings);
    let again: Vec<ConvertLead> = short.iter().map(|at| commands[*at].clone()).collect();
    for (at, plan) in short.into_iter().zip(plan_all(&again, stamp, &mut answer)) {
        plans[at] = plan;
    }
    let mut rows: Vec<Row> = entries
        .into_iter()
        .zip(fates)
        .zip(commands)
        .zip(&plans)
        .map(|(((entry, fates), command), plan)| entry.row(fates, command, plan))
        .collect();
    agree(&mut rows, &plans);
    BulkPlan { run: id, rows }
}

impl<'a> Entry<'a> {
    fn read(
        lead: Id,
        stored: Option<&Record>,
        choice: &'a Choice,
        settings: &Settings,
        matches: &impl Fn(&Record, Kind) -> Vec<Candidate>,
    ) -> Self {
        let mut edits = choice.edits.clone();
        let chosen = |field: Field| choice.edits.iter().any(|(edited, value)| *edited == field && value.is_some());
        let of_lead = settings.fill.iter().filter(|(kind, ..)| *kind == Kind::Lead).map(|(_, field, value)| (*field, value));
        let lacking = of_lead.filter(|(field, _)| !chosen(*field) && stored.is_some_and(|lead| !lead.has(*field)));
        edits.extend(lacking.map(|(field, value)| (field, Some(value.clone()))));
        let record = stored.map(|stored| ConvertLead { edits: edits.clone(), ..ConvertLead::new(lead) }.corrected(stored));
        let found = |kind| record.as_ref().filter(|record| named(record, kind)).map(|record| matches(record, kind)).unwrap_or_default();
        Self { lead, organizations: found(Kind::Organization), people: found(Kind::Person), record, choice, edits }
    }

    fn candidates(&self, kind: Kind) -> &[Candidate] {
        if kind == Kind::Organization { &self.organizations } else { &self.people }
    }

    fn chosen(&self, kind: Kind) -> Option<Target> {
        if kind == Kind::Organization { self.choice.organization } else { self.choice.person }
    }

    /// The lead becomes (part of) such a record.
    fn wants(&self, kind: Kind, settings: &Settings) -> bool {
        let allowed = if kind == Kind::Organization { settings.organizations } else { settings.people };
        let asked_for = kind == Kind::Organization && settings.profile.organization_required();
        allowed && (asked_for || self.record.as_ref().is_some_and(|lead| named(lead, kind)))
    }

    fn text(&self, of: fn(&Record) -> String) -> String {
        self.record.as_ref().map(of).unwrap_or_default()
    }

    /// R58, D9.
    fn deal_name(&self, settings: &Settings) -> Option<String> {
        settings.deal.as_ref()?;
        let titled = |lead: &Record| Some(lead.text(Field::Title)).filter(|title| !title.is_empty()).map(str::to_owned);
        let own = || self.record.as_ref().map(|lead| titled(lead).unwrap_or_else(|| display_name(lead)));
        self.choice.deal_name.clone().or_else(own)
    }

    fn command(&self, run: Id, settings: &Settings, (organization, person): (Fate, Fate), owner: Option<Id>) -> ConvertLead {
        let target = |fate| match fate {
            Fate::None => Target::None,
            Fate::New | Fate::Ask => Target::Create,
            Fate::Shared { id, .. } => Target::Shared(id),
            Fate::Existing(id) => Target::Use(id),
        };
        let deal = settings.deal.as_ref().map(|deal| NewDeal {
            name: self.deal_name(settings).unwrap_or_default(),
            pipeline: deal.pipeline,
            stage: deal.stage,
            value: self.record.as_ref().and_then(|lead| lead.money(Field::Value)),
            close_date: deal.close_date.or_else(|| self.record.as_ref()?.date(Field::CloseDate)),
            visibility: deal.visibility,
        });
        let task = settings
            .task
            .as_ref()
            .map(|task| NewTask { subject: task.subject.replace("{name}", &self.text(display_name)), ..task.clone() });
        ConvertLead {
            profile: settings.profile,
            edits: self.edits.clone(),
            organization: target(organization),
            person: target(person),
            deal: deal.map_or(DealTarget::None, DealTarget::Create),
            task,
            status: settings.status,
            owner,
            fill: self.choice.fill.clone(),
            run: Some(run),
            ..ConvertLead::new(self.lead)
        }
    }

    fn row(self, (organization, person): (Fate, Fate), command: ConvertLead, plan: &Planned) -> Row {
        let reasons = match plan {
            _ if self.choice.skip => Vec::new(),
            Ok(plan) => plan.blockers.clone(),
            Err(reasons) => reasons.clone(),
        };
        let is = |fate: fn(&Fate) -> bool| [organization, person].iter().any(fate);
        let verdict = match () {
            () if self.choice.skip => Verdict::Skipped,
            // What blocks a lead blocks it whatever is chosen for it.
            () if !reasons.is_empty() => Verdict::Blocked,
            () if is(|fate| *fate == Fate::Ask) => Verdict::NeedsChoice,
            () if is(|fate| matches!(fate, Fate::Existing(_))) => Verdict::Link,
            () => Verdict::Create,
        };
        let deal_name = if let DealTarget::Create(deal) = &command.deal { Some(deal.name.clone()) } else { None };
        Row {
            lead: self.lead,
            name: self.text(person_name),
            company: self.text(|lead| lead.text(Field::OrganizationName).to_owned()),
            deal_name,
            verdict,
            organization,
            person,
            reasons,
            organizations: self.organizations,
            people: self.people,
            command,
        }
    }
}

fn named(lead: &Record, kind: Kind) -> bool {
    let name = if kind == Kind::Organization { lead.text(Field::OrganizationName).to_owned() } else { person_name(lead) };
    !name.trim().is_empty()
}

fn owners(rule: &OwnerRule) -> impl FnMut() -> Option<Id> + use<> {
    let all = match rule {
        OwnerRule::Keep => Vec::new(),
        OwnerRule::All(owner) => vec![*owner],
        OwnerRule::InTurn(owners) => owners.clone(),
    };
    let mut turn = 0;
    move || {
        turn += 1;
        all.get((turn - 1) % all.len().max(1)).copied()
    }
}

/// What becomes of each lead's organization and person.
fn fates(run: Id, entries: &mut [Entry], settings: &Settings) -> Vec<(Fate, Fate)> {
    let companies = groups(entries.iter().map(|entry| entry.record.as_ref()), Kind::Organization);
    pool(entries, &companies, Kind::Organization);
    let organizations = targets(run, Kind::Organization, entries, settings, &companies, &vec![String::new(); entries.len()]);
    let places = places(entries, &organizations, &companies);
    let same_place = |(name, place): (Option<String>, &String)| Some(format!("{}/{place}", name?));
    let persons = groups(entries.iter().map(|entry| entry.record.as_ref()), Kind::Person);
    let persons: Vec<Option<String>> = persons.into_iter().zip(&places).map(same_place).collect();
    pool(entries, &persons, Kind::Person);
    let people = targets(run, Kind::Person, entries, settings, &persons, &places);
    organizations.into_iter().zip(people).collect()
}

/// Whom one lead of a group may be, the others may be too: all of them show the same candidates, best first.
fn pool(entries: &mut [Entry], groups: &[Option<String>], kind: Kind) {
    let mut pools: BTreeMap<&String, Vec<Candidate>> = BTreeMap::new();
    for (entry, group) in entries.iter().zip(groups).filter(|(entry, _)| !entry.choice.skip) {
        if let Some(group) = group {
            pools.entry(group).or_default().extend_from_slice(entry.candidates(kind));
        }
    }
    for pool in pools.values_mut() {
        pool.sort_by_key(|candidate| (std::cmp::Reverse(candidate.score()), candidate.id));
        let mut seen = BTreeSet::new();
        pool.retain(|candidate| seen.insert(candidate.id));
    }
    for (entry, group) in entries.iter_mut().zip(groups) {
        let Some(pool) = group.as_ref().and_then(|group| pools.get(group)) else { continue };
        match kind {
            Kind::Organization => entry.organizations.clone_from(pool),
            _ => entry.people.clone_from(pool),
        }
    }
}

/// What becomes of each lead's organization, or person. Leads of one group become one; `places` tell companies apart.
fn targets(run: Id, kind: Kind, entries: &[Entry], settings: &Settings, groups: &[Option<String>], places: &[String]) -> Vec<Fate> {
    let follows = |at: usize| !entries[at].choice.skip && entries[at].chosen(kind).is_none() && entries[at].wants(kind, settings);
    let mut found: BTreeMap<&String, Vec<&Candidate>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate().filter(|(at, _)| follows(*at)) {
        found.entry(group.as_ref().unwrap_or(&places[at])).or_default().extend(entries[at].candidates(kind));
    }
    let proposals: BTreeMap<&String, Fate> = found.into_iter().map(|(group, found)| (group, proposed(found, settings))).collect();
    let mut fates: Vec<Fate> = (0..entries.len())
        .map(|at| match entries[at].chosen(kind) {
            Some(Target::None) => Fate::None,
            Some(Target::Use(id)) => Fate::Existing(id),
            Some(Target::Create | Target::Shared(_)) => Fate::New,
            None if follows(at) => groups[at].as_ref().and_then(|group| proposals.get(group)).copied().unwrap_or(Fate::New),
            None => Fate::None,
        })
        .collect();
    if kind == Kind::Person {
        ask_whose_company(&mut fates, entries, places);
    }
    share(run, kind, &mut fates, groups, entries);
    fates
}

/// Tells apart the companies that the leads are at: those they become, else those they name. A company that is new for one lead
/// alone is nobody else's. People are the same only at the same company (R80).
fn places(entries: &[Entry], organizations: &[Fate], companies: &[Option<String>]) -> Vec<String> {
    let place = |(entry, (fate, name)): (&Entry, (&Fate, &Option<String>))| match fate {
        Fate::Existing(id) | Fate::Shared { id, .. } => id.to_string(),
        Fate::New | Fate::Ask => entry.lead.to_string(),
        Fate::None => name.clone().unwrap_or_default(),
    };
    entries.iter().zip(organizations.iter().zip(companies)).map(place).collect()
}

/// D5: the best candidate that the profile links is linked; a merely possible one is asked about, or nobody.
fn proposed(mut candidates: Vec<&Candidate>, settings: &Settings) -> Fate {
    sort_by_key(&mut candidates, |candidate| (std::cmp::Reverse(candidate.score()), candidate.id));
    let certain = candidates.iter().find(|candidate| settings.profile.links(candidate));
    match (settings.matches, certain) {
        (MatchPolicy::Create, _) => Fate::New,
        (_, Some(certain)) => Fate::Existing(certain.id),
        (MatchPolicy::AttachOrAsk, None) if !candidates.is_empty() => Fate::Ask,
        _ => Fate::New,
    }
}

/// One person whom leads of several companies claim: somebody must say who is right.
fn ask_whose_company(fates: &mut [Fate], entries: &[Entry], places: &[String]) {
    let mut claims: BTreeMap<Id, BTreeSet<&String>> = BTreeMap::new();
    for (fate, place) in fates.iter().zip(places).filter(|(_, place)| !place.is_empty()) {
        if let Fate::Existing(id) = fate {
            claims.entry(*id).or_default().insert(place);
        }
    }
    for (fate, entry) in fates.iter_mut().zip(entries) {
        if let Fate::Existing(id) = fate
            && entry.choice.person.is_none()
            && claims.get(id).is_some_and(|places| places.len() > 1)
        {
            *fate = Fate::Ask;
        }
    }
}

/// Those of a group that are new are one.
fn share(run: Id, kind: Kind, fates: &mut [Fate], groups: &[Option<String>], entries: &[Entry]) {
    let mut members: BTreeMap<&String, Vec<usize>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        if let (Fate::New, Some(group), false) = (fates[at], group, entries[at].choice.skip) {
            members.entry(group).or_default().push(at);
        }
    }
    let role = if kind == Kind::Organization { "organization" } else { "person" };
    for (group, members) in members.into_iter().filter(|(_, members)| members.len() > 1) {
        let id = run.derive(&format!("{role}/{group}"));
        members.iter().for_each(|at| fates[*at] = Fate::Shared { id, leads: members.len() });
    }
}

/// A plan, or why there is none.
pub type Planned = Result<Plan, Vec<Rejection>>;

/// All questions of all rows are asked together: a thousand leads take a few rounds.
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
    run(answer, all).unwrap_or_default()
}

/// Puts the values of the settings where a target lacks them; answers which commands changed.
fn fill_down(commands: &mut [ConvertLead], plans: &[Planned], settings: &Settings) -> Vec<usize> {
    let mut changed = Vec::new();
    for (at, (command, plan)) in commands.iter_mut().zip(plans).enumerate() {
        let Ok(plan) = plan else { continue };
        let lacks = |kind: Kind, field: Field| plan.blockers.contains(&Rejection::Target { kind, field, why: Why::Missing });
        let values: Vec<_> = settings.fill.iter().filter(|(kind, field, _)| lacks(*kind, *field)).cloned().collect();
        if !values.is_empty() {
            command.fill.extend(values);
            changed.push(at);
        }
    }
    changed
}
