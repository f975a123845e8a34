//! What becomes of each lead's organization and person: made, shared with other leads of the run, linked, or asked about.

use std::collections::{BTreeMap, BTreeSet};

use super::alike::{self, Alike, Found};
use super::entry::Entry;
use super::groups::chosen_leads;
use super::{Fate, MatchPolicy, Settings};
use crate::commands::convert_lead::Target;
use crate::duplicates::{Among, Band, Candidate};
use crate::ids::Id;
use crate::pause::{Cancelled, Pause};
use crate::records::{Kind, Separations};

/// What is settled for one lead.
pub struct Settled {
    pub organization: Fate,
    pub person: Fate,
    /// Names its company among those of the leads.
    pub company: Option<String>,
}

/// The organization's and the person's, for each lead. `among` finds who of the leads may be the same, `there` says whether there is
/// a record.
pub async fn fates(
    run: Id,
    entries: &mut [Entry],
    settings: &Settings,
    (among, apart): (impl Fn(Kind) -> Box<dyn Among>, &Separations),
    there: &mut dyn FnMut(Id) -> bool,
    pause: &impl Pause,
) -> Result<Vec<Settled>, Cancelled> {
    let persons = alike::people(entries, settings, (&mut *among(Kind::Person), apart), pause).await?;
    let companies = alike::organizations(entries, settings, &mut *among(Kind::Organization), &persons.groups, pause).await?;
    pool(entries, &companies.groups, Kind::Organization, pause).await?;
    let nowhere = vec![String::new(); entries.len()];
    let organizations = targets(run, Kind::Organization, entries, settings, (&companies, &nowhere), there, pause).await?;
    let places = places(entries, &organizations, &companies.groups, pause).await?;
    pool(entries, &persons.groups, Kind::Person, pause).await?;
    let persons = Alike { groups: by_place(&persons.groups, entries, &places, pause).await?, ..persons };
    let people = targets(run, Kind::Person, entries, settings, (&persons, &places), there, pause).await?;
    for (kind, found) in [(Kind::Organization, companies.found), (Kind::Person, persons.found)] {
        pause.each(found, |Found { at, candidate, .. }| entries[at].add(candidate, kind)).await?;
    }
    let settled = organizations.into_iter().zip(people).zip(companies.groups);
    Ok(settled.map(|((organization, person), company)| Settled { organization, person, company }).collect())
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
    (Alike { groups, found: likely }, places): (&Alike, &[String]),
    there: &mut dyn FnMut(Id) -> bool,
    pause: &impl Pause,
) -> Result<Vec<Fate>, Cancelled> {
    let with = chosen_leads(entries, kind, pause).await?;
    let follows = |at: usize| {
        let entry = &entries[at];
        !entry.choice.skip && matches!(entry.chosen(kind), None | Some(Target::Shared(_))) && entry.wants(kind, settings)
    };
    let mut found: BTreeMap<&String, Vec<Candidate>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate().filter(|(at, _)| follows(*at)) {
        found.entry(group.as_ref().unwrap_or(&places[at])).or_default().extend_from_slice(entries[at].candidates(kind));
        pause.after(1).await?;
    }
    let mut proposals: BTreeMap<&String, Fate> = BTreeMap::new();
    for (group, found) in found {
        let mut made = settings.earlier.iter().map(|run| shared_id(*run, kind, group));
        let made = made.find(|id| there(*id)).map(Fate::Existing);
        proposals.insert(group, made.unwrap_or_else(|| proposed(&found, settings)));
        pause.after(1).await?;
    }
    let mut fates = Vec::with_capacity(entries.len());
    for (at, entry) in entries.iter().enumerate() {
        fates.push(match entry.chosen(kind) {
            Some(Target::None) => Fate::None,
            Some(Target::Use(id)) => Fate::Existing(id),
            Some(Target::Create) => Fate::New,
            _ if follows(at) => groups[at].as_ref().and_then(|group| proposals.get(group)).copied().unwrap_or(Fate::New),
            _ => Fate::None,
        });
        pause.after(1).await?;
    }
    for (at, with) in with.iter().enumerate() {
        if let Some(Fate::Existing(id)) = with.map(|with| fates[with]) {
            fates[at] = Fate::Existing(id);
        }
    }
    if kind == Kind::Person {
        ask_whose_company(&mut fates, entries, places, pause).await?;
    }
    if settings.matches != MatchPolicy::Create {
        ask_among_leads(&mut fates, entries, kind, (groups, likely), settings, pause).await?;
    }
    share(run, kind, &mut fates, groups, entries, pause).await?;
    Ok(fates)
}

/// Who certainly are one person, but at several companies, are one at the first company only, unless somebody said so: of the
/// others it is asked.
async fn by_place(
    groups: &[Option<String>],
    entries: &[Entry],
    places: &[String],
    pause: &impl Pause,
) -> Result<Vec<Option<String>>, Cancelled> {
    let mut first: BTreeMap<&String, &String> = BTreeMap::new();
    let mut all = Vec::with_capacity(groups.len());
    for (at, group) in groups.iter().enumerate() {
        let place = Some(&places[at]).filter(|place| !place.is_empty());
        let own = match (group, place) {
            (Some(group), Some(place)) => *first.entry(group).or_insert(place) == place || entries[at].chosen(Kind::Person).is_some(),
            _ => true,
        };
        all.push(if own { group.clone() } else { group.as_ref().map(|group| format!("{group}/{}", places[at])) });
        pause.after(1).await?;
    }
    Ok(all)
}

/// Asks about a group of which one may be the same as an earlier lead of another group, until something was chosen for one of it.
/// The policy may leave out what is only likely.
async fn ask_among_leads(
    fates: &mut [Fate],
    entries: &[Entry],
    kind: Kind,
    (groups, likely): (&[Option<String>], &[Found]),
    settings: &Settings,
    pause: &impl Pause,
) -> Result<(), Cancelled> {
    let is_new = |at: usize| fates[at] == Fate::New;
    let answered: BTreeSet<&String> =
        groups.iter().zip(entries).filter(|(_, entry)| entry.chosen(kind).is_some()).filter_map(|(group, _)| group.as_ref()).collect();
    let open = |found: &&Found| {
        let certain = settings.profile.links(&found.candidate) || settings.matches == MatchPolicy::AttachOrAsk;
        certain
            && groups[found.at] != groups[found.earlier]
            && is_new(found.at)
            && (is_new(found.earlier) || fates[found.earlier] == Fate::Ask)
    };
    let asked = likely.iter().filter(open).filter_map(|found| groups[found.at].as_ref());
    let asked: BTreeSet<&String> = pause.gather(asked.filter(|group| !answered.contains(group))).await?;
    let asked = (0..fates.len()).map(|at| is_new(at) && groups[at].as_ref().is_some_and(|group| asked.contains(group)));
    let asked: Vec<bool> = pause.gather(asked).await?;
    for (fate, asked) in fates.iter_mut().zip(asked) {
        if asked {
            *fate = Fate::Ask;
        }
    }
    Ok(())
}

/// Tells apart the companies that the leads are at: those they become, else those they name. A company that is new for one lead
/// alone is nobody else's.
async fn places(
    entries: &[Entry],
    organizations: &[Fate],
    companies: &[Option<String>],
    pause: &impl Pause,
) -> Result<Vec<String>, Cancelled> {
    let place = |(entry, (fate, name)): (&Entry, (&Fate, &Option<String>))| match fate {
        Fate::Existing(id) | Fate::Shared { id, .. } => id.to_string(),
        Fate::New => entry.lead.to_string(),
        // Not known yet.
        Fate::Ask => String::new(),
        Fate::None => name.clone().unwrap_or_default(),
    };
    pause.gather(entries.iter().zip(organizations.iter().zip(companies)).map(place)).await
}

/// D5: the only candidate that the profile links is linked; where there are several, or one is only likely, it is asked; else it is
/// somebody new.
fn proposed(candidates: &[Candidate], settings: &Settings) -> Fate {
    let may_be = |candidate: &Candidate| candidate.band() >= Band::Likely || candidate.one_of_several;
    let linked = candidates.iter().filter(|candidate| settings.profile.links(candidate)).map(|candidate| candidate.id);
    let linked: BTreeSet<Id> = linked.collect();
    match (settings.matches, linked.first()) {
        (MatchPolicy::Create, _) => Fate::New,
        (_, Some(certain)) if linked.len() == 1 => Fate::Existing(*certain),
        (_, Some(_)) => Fate::Ask,
        (MatchPolicy::AttachOrAsk, None) if candidates.iter().any(may_be) => Fate::Ask,
        _ => Fate::New,
    }
}

/// One person whom leads of several companies claim: somebody must say who is right.
async fn ask_whose_company(fates: &mut [Fate], entries: &[Entry], places: &[String], pause: &impl Pause) -> Result<(), Cancelled> {
    let mut claims: BTreeMap<Id, BTreeSet<&String>> = BTreeMap::new();
    for (fate, place) in fates.iter().zip(places).filter(|(_, place)| !place.is_empty()) {
        if let Fate::Existing(id) = fate {
            claims.entry(*id).or_default().insert(place);
        }
        pause.after(1).await?;
    }
    for (fate, entry) in fates.iter_mut().zip(entries) {
        if let Fate::Existing(id) = fate
            && entry.choice.person.is_none()
            && claims.get(id).is_some_and(|places| places.len() > 1)
        {
            *fate = Fate::Ask;
        }
        pause.after(1).await?;
    }
    Ok(())
}

/// Those of a group that are new are one.
async fn share(
    run: Id,
    kind: Kind,
    fates: &mut [Fate],
    groups: &[Option<String>],
    entries: &[Entry],
    pause: &impl Pause,
) -> Result<(), Cancelled> {
    let mut members: BTreeMap<&String, Vec<usize>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        if let (Fate::New, Some(group), false) = (fates[at], group, entries[at].choice.skip) {
            members.entry(group).or_default().push(at);
        }
        pause.after(1).await?;
    }
    for (group, members) in members.into_iter().filter(|(_, members)| members.len() > 1) {
        let id = shared_id(run, kind, group);
        members.iter().for_each(|at| fates[*at] = Fate::Shared { id, leads: members.len() });
        pause.after(members.len()).await?;
    }
    Ok(())
}

/// What a run makes of a group.
fn shared_id(run: Id, kind: Kind, group: &str) -> Id {
    let role = if kind == Kind::Organization { "organization" } else { "person" };
    run.derive(&format!("{role}/{group}"))
}
