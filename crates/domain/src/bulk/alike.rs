//! Which leads of a plan become one organization or one person, and which may: as the finder says it of records (R41), by the
//! profile's rule (D5). What is one company by its name is put together before.

use std::collections::{BTreeMap, BTreeSet};

use super::Settings;
use super::companies::companies;
use super::entry::Entry;
use super::groups::Groups;
use super::planning::{COMPARING_COMPANIES, COMPARING_PEOPLE};
use crate::duplicates::{Among, Band, Candidate, Likeness, MatchKey, Pair, Probability, Subject, clusters};
use crate::ids::Id;
use crate::pause::{Cancelled, Pause, Stretch};
use crate::records::{Kind, Record, Separations};

pub struct Alike {
    /// For each lead the text that names its group on every device; none for a lead that is gone or names nobody.
    pub groups: Vec<Option<String>>,
    /// A lead, and an earlier one that it certainly or likely is the same as.
    pub found: Vec<Found>,
}

pub struct Found {
    pub at: usize,
    pub earlier: usize,
    pub candidate: Candidate,
}

/// Leads that are compared as one, by the first of them.
type Node = Vec<usize>;

/// Companies of one person that speak for each other, at most.
const EMPLOYERS: usize = 12;

/// Leads of one name and web domain are one company without a question; the companies are compared. `people` are the groups of
/// those who certainly are one person.
pub async fn organizations(
    entries: &[Entry],
    settings: &Settings,
    among: &mut dyn Among,
    people: &[Option<String>],
    pause: &impl Pause,
) -> Result<Alike, Cancelled> {
    let keys: Vec<&[MatchKey]> = entries.iter().map(|entry| entry.keys.as_slice()).collect();
    let texts = companies(&keys, pause).await?;
    let mut nodes: BTreeMap<&String, Node> = BTreeMap::new();
    for at in taking_part(entries, Kind::Organization) {
        nodes.entry(texts[at].as_ref().unwrap_or(&entries[at].mark)).or_default().push(at);
    }
    let nodes: Vec<Node> = nodes.into_values().collect();
    for node in &nodes {
        let mut records = node.iter().filter_map(|at| entries[*at].record.as_ref());
        if let Some(first) = records.next() {
            among.add(entries[node[0]].lead, Subject::of(first, Kind::Organization, None).with_people(records.cloned()));
        }
        pause.after(1).await?;
    }
    let sharing = sharing(entries, &nodes, people);
    let found = compare(among, nodes.len(), COMPARING_COMPANIES, pause).await?.into_iter();
    let raised = |found: Likeness| if sharing.contains(&(found.pair.id, found.pair.other.id)) { found.with_common_person() } else { found };
    let likenesses = found.map(raised).collect();
    let texts = entries.iter().zip(texts).map(|(entry, text)| text.or_else(|| entry.mark_of(Kind::Organization))).collect();
    let mut groups = Groups::of(texts, entries, Kind::Organization);
    let found = settle(entries, &nodes, likenesses, settings, &mut groups);
    Ok(Alike { groups: groups.named(entries, Kind::Organization), found })
}

/// All who do not say exactly the same are compared; of those who do, two.
pub async fn people(
    entries: &[Entry],
    settings: &Settings,
    (among, apart): (&mut dyn Among, &Separations),
    pause: &impl Pause,
) -> Result<Alike, Cancelled> {
    let mut nodes: BTreeMap<(Subject, Option<Id>), Node> = BTreeMap::new();
    for at in taking_part(entries, Kind::Person) {
        if let Some(record) = &entries[at].record {
            // Whom somebody kept apart from another is compared alone.
            let alone = apart.from(record.id).next().map(|_| record.id);
            nodes.entry((Subject::of(record, Kind::Person, None), alone)).or_default().push(at);
        }
        pause.after(1).await?;
    }
    for ((subject, _), node) in &nodes {
        node.iter().take(2).for_each(|at| among.add(entries[*at].lead, subject.clone()));
        pause.after(1).await?;
    }
    let nodes: Vec<Node> = nodes.into_values().collect();
    let mut likenesses = compare(among, nodes.len(), COMPARING_PEOPLE, pause).await?;
    likenesses.retain(|Likeness { pair, .. }| !apart.hold(pair.id, pair.other.id));
    let mut groups = Groups::of(entries.iter().map(|entry| entry.mark_of(Kind::Person)).collect(), entries, Kind::Person);
    let found = settle(entries, &nodes, likenesses, settings, &mut groups);
    Ok(Alike { groups: groups.named(entries, Kind::Person), found })
}

/// Leads that can become such a record.
fn taking_part(entries: &[Entry], kind: Kind) -> impl Iterator<Item = usize> {
    let takes_part =
        move |entry: &Entry| !entry.choice.skip && entry.names(kind) && entry.record.as_ref().is_some_and(Record::is_open_lead);
    (0..entries.len()).filter(move |at| takes_part(&entries[*at]))
}

async fn compare(among: &mut dyn Among, nodes: usize, stretch: Stretch, pause: &impl Pause) -> Result<Vec<Likeness>, Cancelled> {
    let mut steps = 0;
    while among.step() {
        steps += 1;
        pause.reached(stretch.at(steps, nodes));
        pause.after(1).await?;
    }
    let mut likenesses = Vec::new();
    while among.next_pair(&mut likenesses) {
        pause.after(1).await?;
    }
    Ok(likenesses)
}

/// Companies with certainly the same person, as pairs of the leads they are known by, the lower id first.
fn sharing(entries: &[Entry], nodes: &[Node], people: &[Option<String>]) -> BTreeSet<(Id, Id)> {
    let mut companies: BTreeMap<&String, BTreeSet<Id>> = BTreeMap::new();
    for (node, at) in nodes.iter().flat_map(|node| node.iter().map(move |at| (node, *at))) {
        if let Some(person) = &people[at] {
            companies.entry(person).or_default().insert(entries[node[0]].lead);
        }
    }
    let pairs = |ids: &BTreeSet<Id>| {
        let some: Vec<Id> = ids.iter().copied().take(EMPLOYERS).collect();
        some.iter().enumerate().flat_map(|(at, a)| some[at + 1..].iter().map(move |b| (*a, *b))).collect::<Vec<_>>()
    };
    companies.values().flat_map(pairs).collect()
}

/// By the leads that were compared: the first, and of those that say the same the second.
fn node_of(entries: &[Entry], nodes: &[Node]) -> BTreeMap<Id, usize> {
    let known = |(number, node): (usize, &Node)| node.iter().take(2).map(|at| (entries[*at].lead, number)).collect::<Vec<_>>();
    nodes.iter().enumerate().flat_map(known).collect()
}

/// Those whom the profile links are one: all of a group with all others in it. Answers who is like an earlier lead.
fn settle(entries: &[Entry], nodes: &[Node], likenesses: Vec<Likeness>, settings: &Settings, groups: &mut Groups) -> Vec<Found> {
    let node_of = node_of(entries, nodes);
    let node = |id: Id| node_of.get(&id).map_or(&[][..], |number| &nodes[*number]);
    let is_first = |id: Id| node(id).first().is_some_and(|at| entries[*at].lead == id);
    let (twins, pairs): (Vec<Likeness>, Vec<Likeness>) =
        likenesses.into_iter().partition(|likeness| node_of.get(&likeness.pair.id) == node_of.get(&likeness.pair.other.id));
    let linked = |likeness: &&Likeness| settings.profile.links(&likeness.candidate);
    let pairs: Vec<Likeness> = pairs.into_iter().filter(|found| is_first(found.pair.id) && is_first(found.pair.other.id)).collect();
    let links: Vec<Pair> = pairs.iter().filter(linked).map(|likeness| likeness.pair).collect();
    let one: BTreeSet<Option<&usize>> = twins.iter().filter(linked).map(|twin| node_of.get(&twin.pair.id)).collect();
    // Those who say the same may all the same be two: by a name alone.
    let members = |id: &Id| if one.contains(&node_of.get(id)) { node(*id) } else { node(*id).get(..1).unwrap_or_default() };
    for cluster in twins.iter().filter(linked).map(|twin| vec![twin.pair.id]).chain(clusters(&links, Probability::default())) {
        groups.join(cluster.iter().flat_map(members).copied());
    }
    let mut found = Vec::new();
    for Likeness { pair, candidate, .. } in twins.iter().chain(&pairs) {
        let (one, other) = (node(pair.id), node(pair.other.id));
        let (earlier, later) = if one.first() < other.first() { (one, other) } else { (other, one) };
        if let Some(earlier) = earlier.first().copied().filter(|_| settings.profile.links(candidate) || candidate.band() >= Band::Likely) {
            let mut candidate = candidate.clone();
            candidate.id = entries[earlier].lead;
            found.extend(later.iter().filter(|at| **at > earlier).map(|at| Found { at: *at, earlier, candidate: candidate.clone() }));
        }
    }
    found
}
