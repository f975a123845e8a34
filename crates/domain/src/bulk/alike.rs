//! Which leads of a plan become one organization or one person, and which may: as the finder says it of records (R41), by the
//! profile's rule (D5). What is one company by its name is put together before.

use std::collections::{BTreeMap, BTreeSet};

use super::Settings;
use super::companies::companies;
use super::entry::Entry;
use super::groups::Groups;
use super::planning::{COMPARING_COMPANIES, COMPARING_PEOPLE};
use crate::duplicates::{Among, Band, Candidate, Likeness, Pair, Probability, Subject, clusters};
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
    let texts = companies(entries.iter().map(|entry| &entry.company), pause).await?;
    let mut nodes: BTreeMap<&String, Node> = BTreeMap::new();
    for at in taking_part(entries, Kind::Organization) {
        nodes.entry(texts[at].as_ref().unwrap_or(&entries[at].mark)).or_default().push(at);
        pause.after(1).await?;
    }
    let nodes: Vec<Node> = nodes.into_values().collect();
    for node in &nodes {
        let mut records = node.iter().filter_map(|at| entries[*at].record.as_ref());
        if let Some(first) = records.next() {
            among.add(entries[node[0]].lead, Subject::of(first, Kind::Organization, None).with_people(records.cloned()));
        }
        pause.after(1).await?;
    }
    let sharing = sharing(entries, &nodes, people, pause).await?;
    let found = compare(among, nodes.len(), COMPARING_COMPANIES, pause).await?;
    let raised = |found: Likeness| if sharing.contains(&(found.pair.id, found.pair.other.id)) { found.with_common_person() } else { found };
    let likenesses = pause.gather(found.into_iter().map(raised)).await?;
    let texts = entries.iter().zip(texts).map(|(entry, text)| text.or_else(|| entry.mark_of(Kind::Organization)));
    let mut groups = Groups::of(pause.gather(texts).await?, entries, Kind::Organization, pause).await?;
    let found = settle(entries, &nodes, likenesses, settings, &mut groups, pause).await?;
    Ok(Alike { groups: groups.named(entries, Kind::Organization, pause).await?, found })
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
    // What is not needed any more goes bit by bit, too.
    let nodes: Vec<Node> = pause.gather(nodes.into_values()).await?;
    let mut likenesses = compare(among, nodes.len(), COMPARING_PEOPLE, pause).await?;
    likenesses.retain(|Likeness { pair, .. }| !apart.hold(pair.id, pair.other.id));
    let texts = pause.gather(entries.iter().map(|entry| entry.mark_of(Kind::Person))).await?;
    let mut groups = Groups::of(texts, entries, Kind::Person, pause).await?;
    let found = settle(entries, &nodes, likenesses, settings, &mut groups, pause).await?;
    Ok(Alike { groups: groups.named(entries, Kind::Person, pause).await?, found })
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
async fn sharing(
    entries: &[Entry],
    nodes: &[Node],
    people: &[Option<String>],
    pause: &impl Pause,
) -> Result<BTreeSet<(Id, Id)>, Cancelled> {
    let mut companies: BTreeMap<&String, BTreeSet<Id>> = BTreeMap::new();
    for (node, at) in nodes.iter().flat_map(|node| node.iter().map(move |at| (node, *at))) {
        if let Some(person) = &people[at] {
            companies.entry(person).or_default().insert(entries[node[0]].lead);
        }
        pause.after(1).await?;
    }
    let pairs = |ids: &BTreeSet<Id>| {
        let some: Vec<Id> = ids.iter().copied().take(EMPLOYERS).collect();
        some.iter().enumerate().flat_map(|(at, a)| some[at + 1..].iter().map(move |b| (*a, *b))).collect::<Vec<_>>()
    };
    let mut sharing = BTreeSet::new();
    pause.each(companies.values(), |companies| sharing.extend(pairs(companies))).await?;
    Ok(sharing)
}

/// Those whom the profile links are one: all of a group with all others in it. Answers who is like an earlier lead.
async fn settle(
    entries: &[Entry],
    nodes: &[Node],
    likenesses: Vec<Likeness>,
    settings: &Settings,
    groups: &mut Groups,
    pause: &impl Pause,
) -> Result<Vec<Found>, Cancelled> {
    // By the leads that were compared: the first, and of those that say the same the second.
    let mut node_of: BTreeMap<Id, usize> = BTreeMap::new();
    let compared = |node: &Node| node.iter().take(2).map(|at| entries[*at].lead).collect::<Vec<_>>();
    pause.each(nodes.iter().enumerate(), |(number, node)| node_of.extend(compared(node).into_iter().map(|lead| (lead, number)))).await?;
    let node = |id: Id| node_of.get(&id).map_or(&[][..], |number| &nodes[*number]);
    let is_first = |id: Id| node(id).first().is_some_and(|at| entries[*at].lead == id);
    let linked = |likeness: &&Likeness| settings.profile.links(&likeness.candidate);
    let (mut twins, mut pairs): (Vec<Likeness>, Vec<Likeness>) = Default::default();
    let sort_out = |likeness: Likeness| {
        let (id, other) = (likeness.pair.id, likeness.pair.other.id);
        if node_of.get(&id) == node_of.get(&other) {
            twins.push(likeness);
        } else if is_first(id) && is_first(other) {
            pairs.push(likeness);
        }
    };
    pause.each(likenesses, sort_out).await?;
    let links: Vec<Pair> = pairs.iter().filter(linked).map(|likeness| likeness.pair).collect();
    let one: BTreeSet<Option<&usize>> = twins.iter().filter(linked).map(|twin| node_of.get(&twin.pair.id)).collect();
    // Those who say the same may all the same be two: by a name alone.
    let members = |id: &Id| if one.contains(&node_of.get(id)) { node(*id) } else { node(*id).get(..1).unwrap_or_default() };
    pause.after(links.len()).await?;
    let clusters = twins.iter().filter(linked).map(|twin| vec![twin.pair.id]).chain(clusters(&links, Probability::default()));
    pause.each(clusters, |cluster| groups.join(cluster.iter().flat_map(members).copied())).await?;
    let mut found = Vec::new();
    for Likeness { pair, candidate, .. } in twins.iter().chain(&pairs) {
        let (one, other) = (node(pair.id), node(pair.other.id));
        let (earlier, later) = if one.first() < other.first() { (one, other) } else { (other, one) };
        if let Some(earlier) = earlier.first().copied().filter(|_| settings.profile.links(candidate) || candidate.band() >= Band::Likely) {
            let mut candidate = candidate.clone();
            candidate.id = entries[earlier].lead;
            found.extend(later.iter().filter(|at| **at > earlier).map(|at| Found { at: *at, earlier, candidate: candidate.clone() }));
        }
        pause.after(1).await?;
    }
    Ok(found)
}
