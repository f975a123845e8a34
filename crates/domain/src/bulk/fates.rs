//! What becomes of each lead's organization and person: made, shared with other leads of the run, linked, or asked about.

use std::collections::{BTreeMap, BTreeSet};

use super::companies::groups;
use super::entry::Entry;
use super::{Fate, MatchPolicy, Settings};
use crate::commands::convert_lead::Target;
use crate::duplicates::{Band, Candidate, MatchKey};
use crate::ids::Id;
use crate::pause::{Cancelled, Pause};
use crate::records::Kind;

/// What is settled for one lead.
pub struct Settled {
    pub organization: Fate,
    pub person: Fate,
    /// Names its company among those of the leads.
    pub company: Option<String>,
}

/// The organization's and the person's, for each lead.
pub async fn fates(run: Id, entries: &mut [Entry], settings: &Settings, pause: &impl Pause) -> Result<Vec<Settled>, Cancelled> {
    let companies = grouped(entries, Kind::Organization, pause).await?;
    pool(entries, &companies, Kind::Organization, pause).await?;
    let nowhere = vec![String::new(); entries.len()];
    let organizations = targets(run, Kind::Organization, entries, settings, (&companies, &nowhere), pause).await?;
    let places = places(entries, &organizations, &companies);
    pause.after(entries.len()).await?;
    let same_place = |(name, place): (Option<String>, &String)| Some(format!("{}/{place}", name?));
    let persons = grouped(entries, Kind::Person, pause).await?;
    let persons: Vec<Option<String>> = persons.into_iter().zip(&places).map(same_place).collect();
    pool(entries, &persons, Kind::Person, pause).await?;
    let people = targets(run, Kind::Person, entries, settings, (&persons, &places), pause).await?;
    let settled = organizations.into_iter().zip(people).zip(companies);
    Ok(settled.map(|((organization, person), company)| Settled { organization, person, company }).collect())
}

async fn grouped(entries: &[Entry], kind: Kind, pause: &impl Pause) -> Result<Vec<Option<String>>, Cancelled> {
    let keys: Vec<&[MatchKey]> = entries.iter().map(|entry| entry.keys(kind)).collect();
    groups(&keys, kind, pause).await
}

/// Whom one lead of a group may be, the others may be too: all of them show the same candidates, best first.
async fn pool(entries: &mut [Entry], groups: &[Option<String>], kind: Kind, pause: &impl Pause) -> Result<(), Cancelled> {
    let mut pools: BTreeMap<&String, Vec<Candidate>> = BTreeMap::new();
    for (entry, group) in entries.iter().zip(groups).filter(|(entry, _)| !entry.choice.skip) {
        if let Some(group) = group {
            pools.entry(group).or_default().extend_from_slice(entry.candidates(kind));
        }
        pause.after(1).await?;
    }
    for pool in pools.values_mut() {
        pool.sort_by_key(|candidate| (std::cmp::Reverse(candidate.probability), candidate.id));
        let mut seen = BTreeSet::new();
        pool.retain(|candidate| seen.insert(candidate.id));
        pause.after(1).await?;
    }
    for (entry, group) in entries.iter_mut().zip(groups) {
        let Some(pool) = group.as_ref().and_then(|group| pools.get(group)) else { continue };
        match kind {
            Kind::Organization => entry.organizations.clone_from(pool),
            _ => entry.people.clone_from(pool),
        }
        pause.after(1).await?;
    }
    Ok(())
}

/// What becomes of each lead's organization, or person. Leads of one group become one; `places` tell companies apart.
async fn targets(
    run: Id,
    kind: Kind,
    entries: &[Entry],
    settings: &Settings,
    (groups, places): (&[Option<String>], &[String]),
    pause: &impl Pause,
) -> Result<Vec<Fate>, Cancelled> {
    let follows = |at: usize| !entries[at].choice.skip && entries[at].chosen(kind).is_none() && entries[at].wants(kind, settings);
    let mut found: BTreeMap<&String, Vec<Candidate>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate().filter(|(at, _)| follows(*at)) {
        found.entry(group.as_ref().unwrap_or(&places[at])).or_default().extend_from_slice(entries[at].candidates(kind));
        pause.after(1).await?;
    }
    let mut proposals: BTreeMap<&String, Fate> = BTreeMap::new();
    for (group, found) in found {
        proposals.insert(group, proposed(&found, settings));
        pause.after(1).await?;
    }
    let mut fates = Vec::with_capacity(entries.len());
    for (at, entry) in entries.iter().enumerate() {
        fates.push(match entry.chosen(kind) {
            Some(Target::None) => Fate::None,
            Some(Target::Use(id)) => Fate::Existing(id),
            Some(Target::Create | Target::Shared(_)) => Fate::New,
            None if follows(at) => groups[at].as_ref().and_then(|group| proposals.get(group)).copied().unwrap_or(Fate::New),
            None => Fate::None,
        });
        pause.after(1).await?;
    }
    if kind == Kind::Person {
        ask_whose_company(&mut fates, entries, places);
        pause.after(entries.len()).await?;
    }
    share(run, kind, &mut fates, groups, entries);
    pause.after(entries.len()).await?;
    Ok(fates)
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

/// D5: the only candidate that the profile links is linked; where there are several, or one is only likely, it is asked; else it is
/// somebody new.
fn proposed(candidates: &[Candidate], settings: &Settings) -> Fate {
    let linked = candidates.iter().filter(|candidate| settings.profile.links(candidate)).map(|candidate| candidate.id);
    let linked: BTreeSet<Id> = linked.collect();
    match (settings.matches, linked.first()) {
        (MatchPolicy::Create, _) => Fate::New,
        (_, Some(certain)) if linked.len() == 1 => Fate::Existing(*certain),
        (_, Some(_)) => Fate::Ask,
        (MatchPolicy::AttachOrAsk, None) if candidates.iter().any(|candidate| candidate.band() >= Band::Likely) => Fate::Ask,
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
