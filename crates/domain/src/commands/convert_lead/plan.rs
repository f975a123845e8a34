//! What a conversion will do, field by field. The command carries out exactly this plan, so preview equals result.

use super::merge::merge;
use super::{ConvertLead, DealTarget, NewDeal, NewTask, Results, Target};
use crate::change_set::ChangeSet;
use crate::commands::{check, rank};
use crate::facts::{Facts, Rule, Stop};
use crate::ids::Id;
use crate::records::{Field, Kind, Record, validate};
use crate::rejection::{Rejection, Why};
use crate::stamp::Stamp;
use crate::values::{ActivityKind, Coded, ContactKind, DealStatus, NoteSubject, Value};

/// Where one value of the lead goes.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanRow {
    /// The kind of record the row is about; [`Kind::Lead`] for what stays there.
    pub target: Kind,
    /// The target's field.
    pub field: Field,
    pub lead: Option<Value>,
    pub before: Option<Value>,
    pub after: Option<Value>,
    pub outcome: Outcome,
}

/// The seven things that can happen to a value (B3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// On a new record.
    Set,
    Same,
    /// The existing record keeps another value of its own.
    Kept,
    Filled,
    Added,
    Replaced,
    StaysOnLead,
}

#[derive(Debug, Default)]
pub struct Plan {
    pub rows: Vec<PlanRow>,
    /// All reasons at once why it can't be done (B11).
    pub blockers: Vec<Rejection>,
    pub results: Results,
    /// Notes and activities that follow the lead.
    pub moved: usize,
    changes: ChangeSet,
}

impl Plan {
    pub(super) fn into_changes(self) -> ChangeSet {
        self.changes
    }

    pub fn changes(&self) -> &ChangeSet {
        &self.changes
    }
}

/// Also answers when there are blockers, so that the dialog can show both.
pub fn plan(command: &ConvertLead, stamp: &Stamp, facts: &Facts) -> Rule<Plan> {
    let stored = check::open_lead(facts, command.lead)?;
    let lead = command.corrected(stored);
    let plan = Plan { results: Results::of(command, &lead), ..Plan::default() };
    let mut planner = Planner { command, stamp, facts, lead, homes: Vec::new(), plan };
    planner.check_lead(stored)?;
    planner.organization()?;
    planner.person()?;
    planner.deal()?;
    planner.task()?;
    planner.story()?;
    planner.kept_text();
    planner.leftovers();
    planner.close_lead(stored);
    Ok(planner.plan)
}

struct Planner<'a> {
    command: &'a ConvertLead,
    stamp: &'a Stamp,
    facts: &'a Facts,
    /// With the corrections of the dialog.
    lead: Record,
    /// Fields of the lead that some target received.
    homes: Vec<Field>,
    plan: Plan,
}

impl Planner<'_> {
    fn block(&mut self, rejection: Rejection) {
        self.plan.blockers.push(rejection);
    }

    fn check_lead(&mut self, stored: &Record) -> Rule<()> {
        let command = self.command;
        if command.seen.is_some_and(|seen| seen != stored.version()) {
            let touch = stored.last_touch();
            self.block(Rejection::ChangedMeanwhile { id: stored.id, by: touch.by, at: touch.at });
        }
        self.check_choices()?;
        let problems = validate(&self.lead);
        self.plan.blockers.extend(problems);
        let converted = |status: &&Record| status.id == command.status && status.flag(Field::Converted);
        if self.facts.all(Kind::Status)?.iter().find(converted).is_none() {
            self.block(Rejection::Field { field: Field::Status, why: Why::BadLink { id: command.status } });
        }
        if self.plan.results.contacts_and_deal().next().is_none() {
            self.block(Rejection::NothingToCreate);
        }
        Ok(())
    }

    /// Corrections and the owner must be what a person may enter, and lead somewhere.
    fn check_choices(&mut self) -> Rule<()> {
        let corrections = self.command.edits.iter().filter_map(|(field, value)| Some((*field, value.clone()?)));
        let links: Vec<(Field, Value)> = corrections.chain(self.command.owner.map(|owner| (Field::Owner, Value::Link(owner)))).collect();
        let free = self.command.edits.iter().map(|(field, _)| check::free(*field));
        let checks = free.chain(links.iter().map(|link| check::links(self.facts, std::slice::from_ref(link), &[])));
        for checked in checks {
            match checked {
                Err(Stop::Reject(reasons)) => self.plan.blockers.extend(reasons),
                other => other?,
            }
        }
        Ok(())
    }

    fn organization(&mut self) -> Rule<()> {
        let alone = self.command.person == Target::None;
        let fields = self.command.profile.inherits(Kind::Organization, alone);
        match self.command.organization {
            Target::None if self.command.profile.organization_required() => {
                self.block(Rejection::Target { kind: Kind::Organization, field: Field::Name, why: Why::Missing });
                Ok(())
            }
            Target::None => Ok(()),
            target => self.contact(Kind::Organization, target, self.plan.results.organization, &fields),
        }
    }

    fn person(&mut self) -> Rule<()> {
        let fields = self.command.profile.inherits(Kind::Person, false);
        match self.command.person {
            Target::None => Ok(()),
            target => self.contact(Kind::Person, target, self.plan.results.person, &fields),
        }
    }

    /// Creates or completes the organization or the person.
    fn contact(&mut self, kind: Kind, target: Target, id: Option<Id>, fields: &[Field]) -> Rule<()> {
        let Some((before, mut after)) = self.start(kind, target == Target::Create, id)? else {
            return Ok(());
        };
        for field in fields {
            self.inherit(&before, &mut after, *field);
        }
        if kind == Kind::Person
            && let Some(organization) = self.plan.results.organization
        {
            self.give(&before, &mut after, Field::Organization, &Value::Link(organization));
        }
        self.finish(before, after, target == Target::Create);
        Ok(())
    }

    /// The record before (empty for a new one) and its working copy; none if a chosen record is gone.
    fn start(&mut self, kind: Kind, create: bool, id: Option<Id>) -> Rule<Option<(Record, Record)>> {
        let Some(id) = id else { return Ok(None) };
        if !create {
            let Some(there) = self.facts.find(id)?.filter(|record| record.kind == kind) else {
                self.block(Rejection::Gone { id });
                return Ok(None);
            };
            return Ok(Some((there.clone(), there.clone())));
        }
        let empty = Record::new(kind, id, self.stamp.touch());
        let mut after = empty.clone();
        let owner = self.command.owner.or(self.lead.link(Field::Owner)).unwrap_or(self.stamp.by);
        after.set(Field::Owner, Some(Value::Link(owner)));
        after.set(Field::Visibility, self.lead.get(Field::Visibility).cloned());
        if matches!(kind, Kind::Person | Kind::Organization) {
            let contact = if self.command.deal == DealTarget::None { ContactKind::Contact } else { ContactKind::Prospect };
            after.set(Field::ContactKind, Some(Value::Code(contact.code())));
        }
        Ok(Some((empty, after)))
    }

    /// Hands one field of the lead down to the record.
    fn inherit(&mut self, before: &Record, after: &mut Record, field: Field) {
        let Some(value) = self.lead.get(field).cloned() else {
            return;
        };
        self.homes.push(field);
        let target = if field == Field::OrganizationName { Field::Name } else { field };
        self.give(before, after, target, &value);
    }

    fn give(&mut self, before: &Record, after: &mut Record, field: Field, value: &Value) {
        let is_new = before.fields().is_empty();
        let replace = self.command.replace.contains(&(after.kind, field));
        let (merged, outcome) = merge(field, value, before.get(field), is_new, replace);
        let row = PlanRow {
            target: after.kind,
            field,
            lead: Some(value.clone()),
            before: before.get(field).cloned(),
            after: Some(merged.clone()),
            outcome,
        };
        self.plan.rows.push(row);
        after.set(field, Some(merged));
    }

    /// A row for what a new record is given without inheriting it.
    fn tell(&mut self, after: &Record, field: Field) {
        let Some(value) = after.get(field).cloned() else { return };
        let lead = self.lead.get(field).cloned();
        if lead.as_ref() == Some(&value) {
            self.homes.push(field);
        }
        self.plan.rows.push(PlanRow { target: after.kind, field, lead, before: None, after: Some(value), outcome: Outcome::Set });
    }

    /// Whose it is and who sees it: an existing record keeps that as it is, also where it says nothing, unless chosen otherwise.
    fn keep_or_take(&mut self, before: &Record, after: &mut Record, field: Field) {
        let Some(value) = self.lead.get(field).cloned() else { return };
        self.homes.push(field);
        let chosen = self.command.replace.contains(&(after.kind, field));
        if before.has(field) {
            return self.give(before, after, field, &value);
        }
        after.set(field, chosen.then(|| value.clone()));
        let outcome = if chosen { Outcome::Replaced } else { Outcome::Kept };
        let row = PlanRow { target: after.kind, field, lead: Some(value), before: None, after: after.get(field).cloned(), outcome };
        self.plan.rows.push(row);
    }

    fn finish(&mut self, before: Record, mut after: Record, create: bool) {
        for field in [Field::Owner, Field::Visibility, Field::ContactKind] {
            match create {
                true => self.tell(&after, field),
                false => self.keep_or_take(&before, &mut after, field),
            }
        }
        let origin = Value::Links(vec![self.lead.id]);
        let (leads, _) = merge(Field::Leads, &origin, before.get(Field::Leads), create, false);
        after.set(Field::Leads, Some(leads));
        let kind = after.kind;
        let as_target = |problem| match problem {
            Rejection::Field { field, why } => Rejection::Target { kind, field, why },
            other => other,
        };
        // What is wrong in the lead is wrong in every record that would inherit it: said once.
        let fresh: Vec<Rejection> = validate(&after).into_iter().filter(|problem| !self.plan.blockers.contains(problem)).collect();
        self.plan.blockers.extend(fresh.into_iter().map(as_target));
        if create {
            self.plan.changes.create(after);
        } else {
            self.plan.changes.update(&before, &after, self.stamp.touch());
        }
    }

    fn deal(&mut self) -> Rule<()> {
        let create = matches!(self.command.deal, DealTarget::Create(_));
        if self.command.deal == DealTarget::None && self.command.profile.deal_required() {
            self.block(Rejection::Target { kind: Kind::Deal, field: Field::Name, why: Why::Missing });
        }
        let Some((before, mut after)) = self.start(Kind::Deal, create, self.plan.results.deal)? else {
            return Ok(());
        };
        match &self.command.deal {
            DealTarget::Create(deal) => self.new_deal(deal, &before, &mut after)?,
            _ => {
                if before.code(Field::DealStatus) != Some(DealStatus::Open) {
                    self.block(Rejection::DealClosed { deal: before.id });
                }
                for field in [Field::Value, Field::CloseDate] {
                    self.inherit(&before, &mut after, field);
                }
            }
        }
        for field in self.command.profile.inherits(Kind::Deal, false) {
            self.inherit(&before, &mut after, field);
        }
        self.deal_contacts(&before, &mut after);
        self.finish(before, after, create);
        Ok(())
    }

    /// R13: a deal has a person, an organization, or both.
    fn deal_contacts(&mut self, before: &Record, after: &mut Record) {
        let results = self.plan.results;
        for (field, id) in [(Field::Person, results.person), (Field::Organization, results.organization)] {
            if let Some(id) = id {
                self.give(before, after, field, &Value::Link(id));
            }
        }
        if !after.has(Field::Person) && !after.has(Field::Organization) {
            self.block(Rejection::Target { kind: Kind::Deal, field: Field::Person, why: Why::Missing });
        }
    }

    fn new_deal(&mut self, deal: &NewDeal, before: &Record, after: &mut Record) -> Rule<()> {
        let stage = self.facts.all(Kind::Stage)?.iter().find(|stage| stage.id == deal.stage);
        if stage.and_then(|stage| stage.link(Field::Pipeline)) != Some(deal.pipeline) {
            self.block(Rejection::Target { kind: Kind::Deal, field: Field::Stage, why: Why::BadLink { id: deal.stage } });
        }
        let chosen = [
            (Field::Name, Field::Title, Some(Value::text(deal.name.trim()))),
            (Field::Value, Field::Value, deal.value.map(Value::Money)),
            (Field::CloseDate, Field::CloseDate, deal.close_date.map(Value::Date)),
        ];
        for (field, of_lead, value) in chosen {
            let Some(value) = value else { continue };
            if self.lead.get(of_lead) == Some(&value) {
                self.homes.push(of_lead);
            }
            self.give(before, after, field, &value);
        }
        after.set(Field::Pipeline, Some(Value::Link(deal.pipeline)));
        after.set(Field::Stage, Some(Value::Link(deal.stage)));
        after.set(Field::StageSince, Some(Value::Time(self.stamp.at)));
        after.set(Field::Rank, Some(Value::text(rank::fresh(self.stamp.at, after.id))));
        after.set(Field::DealStatus, Some(Value::Code(DealStatus::Open.code())));
        if let Some(visibility) = deal.visibility {
            after.set(Field::Visibility, Some(Value::Code(visibility.code())));
        }
        self.tell(after, Field::Pipeline);
        self.tell(after, Field::Stage);
        Ok(())
    }

    /// R50: the task stands on every card it concerns.
    fn task(&mut self) -> Rule<()> {
        let (Some(task), Some(id)) = (&self.command.task, self.plan.results.task) else {
            return Ok(());
        };
        let NewTask { subject, due } = task;
        let about = self.plan.results.contacts_and_deal().collect();
        let owner = self.command.owner.or(self.lead.link(Field::Owner)).unwrap_or(self.stamp.by);
        let mut record = Record::new(Kind::Activity, id, self.stamp.touch())
            .with(Field::ActivityKind, Value::Code(ActivityKind::Task.code()))
            .with(Field::Subject, Value::text(subject.trim()))
            .with(Field::Owner, Value::Link(owner))
            .with(Field::About, Value::Links(about));
        record.set(Field::DueDate, due.map(Value::Date));
        let as_target = |problem| match problem {
            Rejection::Field { field, why } => Rejection::Target { kind: Kind::Activity, field, why },
            other => other,
        };
        self.plan.blockers.extend(validate(&record).into_iter().map(as_target));
        for field in [Field::Subject, Field::DueDate, Field::Owner] {
            self.tell(&record, field);
        }
        self.plan.changes.create(record);
        Ok(())
    }

    /// R76-R78, D3: notes and activities stay one record each and are linked to the results as well.
    fn story(&mut self) -> Rule<()> {
        let results = self.plan.results;
        for before in self.facts.linked_to(self.lead.id)? {
            let belongs = match before.kind {
                Kind::Activity => results.contacts_and_deal().collect::<Vec<_>>(),
                Kind::Note if self.command.profile.notes_follow_subject() => {
                    let company = before.code(Field::NoteSubject) == Some(NoteSubject::Company);
                    let contact = if company { results.organization } else { results.person };
                    contact.or(results.person).or(results.organization).into_iter().chain(results.deal).collect()
                }
                Kind::Note => results.contacts_and_deal().collect(),
                _ => continue,
            };
            let (about, _) = merge(Field::About, &Value::Links(belongs), before.get(Field::About), false, false);
            let mut after = before.clone();
            after.set(Field::About, Some(about));
            self.plan.changes.update(before, &after, self.stamp.touch());
            self.plan.moved += 1;
        }
        Ok(())
    }

    /// B3: a note about the person (else the company) that stands on every card, under an id that repeats.
    fn kept_text(&mut self) {
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
    fn leftovers(&mut self) {
        let custom = self.lead.fields().iter().map(|(field, _)| *field).filter(|field| matches!(field, Field::Custom(_)));
        let fields: Vec<Field> = Kind::Lead.editable().iter().copied().chain(custom).collect();
        for field in fields {
            let Some(value) = self.lead.get(field).cloned() else {
                continue;
            };
            if !self.homes.contains(&field) {
                self.plan.rows.push(PlanRow {
                    target: Kind::Lead,
                    field,
                    lead: Some(value.clone()),
                    before: Some(value.clone()),
                    after: Some(value),
                    outcome: Outcome::StaysOnLead,
                });
            }
        }
    }

    /// R46, R49: the lead is marked as converted and knows what it became.
    fn close_lead(&mut self, stored: &Record) {
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
