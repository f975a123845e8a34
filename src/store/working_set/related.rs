//! What belongs to a record: its story, its deals, its people (R14, R16, R25, R50).

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::stamp::Millis;
use domain::text::fold;

use super::WorkingSet;

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
        story.sort_by_key(|record| std::cmp::Reverse(Self::happened_at(record)));
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
