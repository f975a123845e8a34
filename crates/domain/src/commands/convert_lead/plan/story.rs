//! What follows the lead, what stays on it, and how it is closed.

use super::super::merge::merge;
use super::{Outcome, PlanRow, Planner};
use crate::commands::stories::{belongs_to, is_story};
use crate::facts::Rule;
use crate::records::{Field, Kind, Record, validate};
use crate::values::{Coded, NoteSubject, Value};

impl Planner<'_> {
    /// R76-R78, D3: notes and activities stay one record each and are linked to the results as well.
    pub(super) fn story(&mut self) -> Rule<()> {
        let results = self.plan.results;
        for before in self.facts.linked_to(self.lead.id)? {
            if !is_story(before.kind) {
                continue;
            }
            let belongs = belongs_to(before, &results, self.command.profile);
            if belongs.is_empty() {
                continue;
            }
            let (about, _) = merge(Field::About, &Value::Links(belongs), before.get(Field::About), false, false);
            let mut after = before.clone();
            after.set(Field::About, Some(about));
            self.plan.changes.update(before, &after, self.stamp.touch());
            self.plan.moved += 1;
        }
        Ok(())
    }

    /// B3: a note about the person (else the company) that stands on every card, under an id that repeats.
    pub(super) fn kept_text(&mut self) {
        let texts = self.command.edits.iter().filter(|(field, _)| *field == Field::Text).filter_map(|(_, value)| value.clone());
        for (number, text) in texts.enumerate() {
            let subject = if self.plan.results.person.is_some() { NoteSubject::Person } else { NoteSubject::Company };
            let about = std::iter::once(self.lead.id).chain(self.plan.results.contacts_and_deal()).collect();
            let id = self.lead.id.derive(&format!("conversion/{}/kept/{number}", self.lead.number(Field::Conversions).unwrap_or(0) + 1));
            let note = Record::new(Kind::Note, id, self.stamp.touch())
                .with(Field::Text, text)
                .with(Field::NoteSubject, Value::Code(subject.code()))
                .with(Field::About, Value::Links(about));
            self.plan.blockers.extend(validate(&note));
            self.plan.changes.create(note);
        }
    }

    /// B3: every filled field that found no home is said to stay.
    pub(super) fn leftovers(&mut self) {
        let custom = self.lead.fields().iter().map(|(field, _)| *field).filter(|field| matches!(field, Field::Custom(_)));
        // What another system calls the lead nobody edits, but may want to find again.
        let fields: Vec<Field> = Kind::Lead.editable().iter().copied().chain([Field::ExternalId]).chain(custom).collect();
        for field in fields {
            let Some(value) = self.lead.get(field).cloned() else {
                continue;
            };
            if !self.homes.contains(&field) {
                self.plan.rows.push(PlanRow {
                    target: Kind::Lead,
                    field,
                    from: Some(field),
                    lead: Some(value.clone()),
                    before: Some(value.clone()),
                    after: Some(value),
                    outcome: Outcome::StaysOnLead,
                });
            }
        }
    }

    /// R46, R49: the lead is marked as converted and knows what it became.
    pub(super) fn close_lead(&mut self, stored: &Record) {
        let (results, stamp) = (self.plan.results, self.stamp);
        let mut lead = self.lead.clone();
        lead.set(Field::Status, Some(Value::Link(self.command.status)));
        lead.set(Field::StatusSince, Some(Value::Time(stamp.at)));
        lead.set(Field::ConvertedAt, Some(Value::Time(stamp.at)));
        lead.set(Field::ConvertedBy, Some(Value::Link(stamp.by)));
        lead.set(Field::ConvertedPerson, results.person.map(Value::Link));
        lead.set(Field::ConvertedOrganization, results.organization.map(Value::Link));
        lead.set(Field::ConvertedDeal, results.deal.map(Value::Link));
        lead.set(Field::ConvertedTask, results.task.map(Value::Link));
        lead.set(Field::Conversions, Some(Value::Number(lead.number(Field::Conversions).unwrap_or(0) + 1)));
        self.plan.changes.update(stored, &lead, stamp.touch());
    }
}
