//! What belongs to a record: its story, its deals, its people (R14, R16, R25, R50).

use domain::duplicates::{Band, Candidate};
use domain::ids::Id;
use domain::order::sort_by_key;
use domain::records::{Field, Kind, Record};
use domain::stamp::Millis;
use domain::text::fold;

use super::WorkingSet;

/// Leads of one organization shown at most.
const NAMESAKES: usize = 6;

impl WorkingSet {
    /// Notes and activities of a record, and of its deals when it is a person or an organization, newest first.
    pub fn story(&self, id: Id) -> Vec<Record> {
        let mut ids: Vec<Id> = self.links.to(id).to_vec();
        for deal in self.deals_of(id) {
            ids.extend(self.links.to(deal.id));
        }
        ids.sort_unstable();
        ids.dedup();
        let mut story: Vec<Record> = ids
            .into_iter()
            .filter(|id| matches!(self.places.get(id), Some((Kind::Note | Kind::Activity, _))))
            .filter_map(|id| self.get(id))
            .collect();
        sort_by_key(&mut story, |record| std::cmp::Reverse(Self::happened_at(record)));
        story
    }

    /// When an entry of the story counts: when it happened or was done, else when it was written.
    pub fn happened_at(record: &Record) -> Millis {
        record.time(Field::HappenedAt).or(record.time(Field::DoneAt)).unwrap_or(record.created.at)
    }

    /// Deals of a person or an organization, or made from a lead.
    pub fn deals_of(&self, id: Id) -> Vec<Record> {
        self.linked_kind(id, Kind::Deal)
    }

    /// People of an organization.
    pub fn people_of(&self, organization: Id) -> Vec<Record> {
        let mut people = self.linked_kind(organization, Kind::Person);
        people.retain(|person| person.link(Field::Organization) == Some(organization));
        people
    }

    /// The leads a record was made from.
    pub fn leads_of(&self, id: Id) -> Vec<Record> {
        self.linked_kind(id, Kind::Lead)
    }

    /// Who and what else there is of a lead's organization: its people, its deals, other leads that name it.
    pub fn same_organization(&self, lead: &Record) -> Vec<Record> {
        let same = |candidate: &Candidate| candidate.band() >= Band::Likely;
        let alike = || self.candidates(lead, Kind::Organization).into_iter().find(same).map(|candidate| candidate.id);
        let organization = lead.link(Field::Organization).or_else(alike);
        let mut found: Vec<Record> = organization.map(|id| [self.people_of(id), self.deals_of(id)].concat()).unwrap_or_default();
        found.extend(self.leads_naming(lead.text(Field::OrganizationName), lead.id));
        found
    }

    fn leads_naming(&self, organization: &str, but: Id) -> Vec<Record> {
        if organization.is_empty() {
            return Vec::new();
        }
        let name = fold(organization);
        let hits = self.search(organization, NAMESAKES).into_iter().map(|hit| hit.record);
        hits.filter(|record| record.kind == Kind::Lead && record.id != but && fold(record.text(Field::OrganizationName)) == name).collect()
    }

    /// The records of a kind that were added last.
    pub fn latest(&self, kind: Kind, limit: usize) -> Vec<Record> {
        let Some(table) = self.tables.get(&kind) else { return Vec::new() };
        (0..table.next_slot()).rev().filter_map(|slot| table.get(slot)).take(limit).collect()
    }

    /// Tags to choose from: those in use on leads, the most frequent first, then those the workspace defined.
    pub fn known_tags(&self) -> Vec<String> {
        let mut tags: Vec<String> = self.lead_tags().into_iter().map(|(tag, _)| tag).collect();
        let defined = self.all(Kind::Tag).into_iter().map(|tag| tag.text(Field::Name).to_owned());
        let more: Vec<String> = defined.filter(|tag| !tag.is_empty() && !tags.iter().any(|have| fold(have) == fold(tag))).collect();
        tags.extend(more);
        tags
    }

    fn linked_kind(&self, id: Id, kind: Kind) -> Vec<Record> {
        let linked = self.links.to(id).iter().filter(|id| self.places.get(id).is_some_and(|(found, _)| *found == kind));
        linked.filter_map(|id| self.get(*id)).collect()
    }
}
