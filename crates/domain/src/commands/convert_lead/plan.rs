//! What a conversion will do, field by field. The command carries out exactly this plan, so preview equals result.

mod custom;
mod deal;
mod story;

use super::merge::{agree, covers, merge};
use super::{ConvertLead, DealTarget, Results, Target};
use crate::change_set::ChangeSet;
use crate::commands::check;
use crate::facts::{Facts, Query, Rule, Stop};
use crate::ids::Id;
use crate::records::{CustomFields, Field, Forwarding, Kind, Record, validate};
use crate::rejection::{Rejection, Why};
use crate::rights::{Right, Rights};
use crate::stamp::Stamp;
use crate::values::{Coded, ContactKind, Value, tax_id};
use crate::workspace;

/// Where one value of the lead goes.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanRow {
    /// The kind of record the row is about; [`Kind::Lead`] for what stays there.
    pub target: Kind,
    /// The target's field.
    pub field: Field,
    /// The lead's field, if the value is the lead's: another one where a value was sent elsewhere (R68).
    pub from: Option<Field>,
    pub lead: Option<Value>,
    pub before: Option<Value>,
    pub after: Option<Value>,
    pub outcome: Outcome,
}

/// The eight things that can happen to a value (B3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// On a new record.
    Set,
    Same,
    /// The record has another value: its own, or the one that several leads which become this record agreed on.
    Kept,
    Filled,
    Added,
    Replaced,
    /// R64: the deal makes a contact a prospect; nobody chose it, and the lead says nothing of it.
    Promoted,
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
    facts.prepare(questions(command, stamp))?;
    let stored = check::open_lead(facts, command.lead)?;
    let command = &following(command, facts)?;
    let lead = command.corrected(stored);
    let plan = Plan { results: Results::of(command, &lead), ..Plan::default() };
    let (rights, customs) = (Rights::of(stamp.by, facts)?, CustomFields::read(facts)?);
    let mut planner = Planner { command, stamp, facts, rights, customs, lead, homes: Vec::new(), plan };
    planner.needs(Some(Right::Convert));
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

/// What is asked of nearly every conversion, at once: else it would start again for each of these.
fn questions(command: &ConvertLead, stamp: &Stamp) -> impl Iterator<Item = Query> {
    let id = |target| if let Target::Use(id) | Target::Shared(id) = target { Some(id) } else { None };
    let records = [Some(command.lead), Some(stamp.by), Some(workspace::ROLE), id(command.organization), id(command.person)];
    let stages = matches!(command.deal, DealTarget::Create(_)).then_some(Kind::Stage);
    let all = [Kind::Status, Kind::CustomField].into_iter().chain(stages);
    records.into_iter().flatten().map(Query::Record).chain(all.map(Query::All)).chain([Query::LinkedTo(command.lead)])
}

/// A chosen record that was merged into another one meanwhile: that one is meant.
fn following(command: &ConvertLead, facts: &Facts) -> Rule<ConvertLead> {
    let mut command = command.clone();
    for target in [&mut command.organization, &mut command.person] {
        if let Target::Use(id) | Target::Shared(id) = *target
            && facts.find(id)?.is_none()
            && let Some(forwarding) = facts.find(Forwarding::id_of(id))?.and_then(Forwarding::of)
        {
            *target = Target::Use(forwarding.survivor);
        }
    }
    Ok(command)
}

struct Planner<'a> {
    command: &'a ConvertLead,
    stamp: &'a Stamp,
    facts: &'a Facts,
    rights: Rights,
    customs: CustomFields,
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

    /// R43: no right to a target, no conversion into it.
    fn needs(&mut self, right: Option<Right>) {
        self.plan.blockers.extend(self.rights.lacks(right));
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
        } else {
            // B12: as any other status, the one at the end may need fields.
            let ended = self.lead.clone().with(Field::Status, Value::Link(command.status));
            let lacking = check::lacking(self.facts, &ended)?;
            self.plan.blockers.extend(lacking);
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
        for (field, value) in &links {
            if let Some(why) = check::custom_value(self.facts, &self.customs, Kind::Lead, *field, value)? {
                self.block(Rejection::Field { field: *field, why });
            }
        }
        Ok(())
    }

    fn organization(&mut self) -> Rule<()> {
        let alone = self.command.person == Target::None;
        let mut fields = self.command.profile.inherits(Kind::Organization, alone);
        fields.retain(|field| *field != Field::TaxId || alone || !self.tax_id_of_person());
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
        let mut fields = self.command.profile.inherits(Kind::Person, false);
        let alone = self.command.organization == Target::None && !self.lead.has(Field::OrganizationName);
        fields.retain(|field| *field != Field::TaxId || alone || self.tax_id_of_person());
        match self.command.person {
            Target::None => Ok(()),
            target => self.contact(Kind::Person, target, self.plan.results.person, &fields),
        }
    }

    /// A tax id goes to the company, unless it can only be a person's or there is none.
    fn tax_id_of_person(&self) -> bool {
        tax_id::read(self.lead.text(Field::TaxId)).is_some_and(|id| id.of_person)
    }

    /// Creates or completes the organization or the person.
    fn contact(&mut self, kind: Kind, target: Target, id: Option<Id>, fields: &[Field]) -> Rule<()> {
        let create = match target {
            Target::Shared(id) => self.facts.find(id)?.is_none(),
            target => target == Target::Create,
        };
        let Some((before, mut after)) = self.start(kind, create, id)? else {
            return Ok(());
        };
        self.fill(&before, &mut after)?;
        for field in fields {
            self.inherit(&before, &mut after, *field);
        }
        if kind == Kind::Person
            && let Some(organization) = self.plan.results.organization
        {
            self.give(&before, &mut after, Field::Organization, None, &Value::Link(organization));
        }
        self.custom(&before, &mut after);
        self.finish(before, after, create);
        Ok(())
    }

    /// The record before (empty for a new one) and its working copy; none if a chosen record is gone.
    fn start(&mut self, kind: Kind, create: bool, id: Option<Id>) -> Rule<Option<(Record, Record)>> {
        let Some(id) = id else { return Ok(None) };
        self.needs(if create { Right::to_create(kind) } else { Right::to_edit(kind) });
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
        after.set(Field::Owner, Some(self.agreed(kind, Field::Owner, &Value::Link(owner))));
        // Only who makes a record says who sees it: what was agreed on holds also for a lead that says nothing.
        let visibility = self.agreed_on(kind, Field::Visibility).or(self.lead.get(Field::Visibility));
        after.set(Field::Visibility, visibility.cloned());
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
        let target = if field == Field::OrganizationName { Field::Name } else { field };
        self.give(before, after, target, Some(field), &value);
    }

    /// Hands a value to the record. `from` is the lead's field it comes from, if it is the lead's. Into one field goes one value:
    /// a second one has no home there.
    fn give(&mut self, before: &Record, after: &mut Record, field: Field, from: Option<Field>, value: &Value) {
        if self.plan.rows.iter().any(|row| (row.target, row.field) == (after.kind, field)) {
            return;
        }
        self.homes.extend(from);
        let is_new = before.fields().is_empty();
        let replace = self.command.replace.contains(&(after.kind, field));
        let agreed = if replace { value.clone() } else { self.agreed(after.kind, field, value) };
        let (mut merged, mut outcome) = merge(field, &agreed, before.get(field), is_new, replace);
        if let (Outcome::Added, Some(own)) = (outcome, before.get(field))
            && self.command.profile.only_fills()
            && !replace
        {
            (merged, outcome) = (own.clone(), Outcome::Kept);
        }
        let row = PlanRow {
            target: after.kind,
            field,
            from,
            lead: from.and_then(|from| self.lead.get(from)).or(Some(value)).cloned(),
            before: before.get(field).cloned(),
            after: Some(merged.clone()),
            outcome: if covers(field, &agreed, value) { outcome } else { Outcome::Kept },
        };
        self.plan.rows.push(row);
        after.set(field, Some(merged));
    }

    /// What the record gets in place of this value, where several leads become one record and differ.
    fn agreed(&self, kind: Kind, field: Field, value: &Value) -> Value {
        self.agreed_on(kind, field).map_or_else(|| value.clone(), |agreed| agree(field, value, agreed))
    }

    fn agreed_on(&self, kind: Kind, field: Field) -> Option<&Value> {
        self.command.agreed.iter().find(|(of, at, _)| (*of, *at) == (kind, field)).map(|(.., agreed)| agreed)
    }

    /// A row for what a new record is given without inheriting it.
    fn tell(&mut self, after: &Record, field: Field) {
        let Some(value) = after.get(field).cloned() else { return };
        let lead = self.lead.get(field).cloned();
        let from = (lead.as_ref() == Some(&value)).then_some(field);
        self.homes.extend(from);
        self.plan.rows.push(PlanRow { target: after.kind, field, from, lead, before: None, after: Some(value), outcome: Outcome::Set });
    }

    /// Whose it is and who sees it: an existing record keeps that as it is, also where it says nothing, unless chosen otherwise.
    fn keep_or_take(&mut self, before: &Record, after: &mut Record, field: Field) {
        let Some(value) = self.lead.get(field).cloned() else { return };
        let chosen = self.command.replace.contains(&(after.kind, field));
        if before.has(field) {
            return self.give(before, after, field, Some(field), &value);
        }
        self.homes.push(field);
        after.set(field, chosen.then(|| value.clone()));
        let outcome = if chosen { Outcome::Replaced } else { Outcome::Kept };
        let after = after.get(field).cloned();
        let row = PlanRow { target: before.kind, field, from: Some(field), lead: Some(value), before: None, after, outcome };
        self.plan.rows.push(row);
    }

    /// R64: a contact that a deal is made with is a prospect from then on; a customer stays one.
    fn promote(&mut self, before: &Record, after: &mut Record) {
        let contact = matches!(after.kind, Kind::Person | Kind::Organization);
        let more = matches!(before.code(Field::ContactKind), Some(ContactKind::Prospect | ContactKind::Customer));
        // Who only fills what is empty leaves a kind of contact that is there.
        let stays = before.has(Field::ContactKind) && self.command.profile.only_fills();
        if !contact || more || stays || self.command.deal == DealTarget::None {
            return;
        }
        let prospect = Some(Value::Code(ContactKind::Prospect.code()));
        let outcome = if before.has(Field::ContactKind) { Outcome::Promoted } else { Outcome::Filled };
        let was = before.get(Field::ContactKind).cloned();
        let field = Field::ContactKind;
        self.plan.rows.push(PlanRow { target: after.kind, field, from: None, lead: None, before: was, after: prospect.clone(), outcome });
        after.set(Field::ContactKind, prospect);
    }

    fn finish(&mut self, before: Record, mut after: Record, create: bool) {
        if create {
            [Field::Owner, Field::Visibility, Field::ContactKind].into_iter().for_each(|field| self.tell(&after, field));
        } else {
            [Field::Owner, Field::Visibility].into_iter().for_each(|field| self.keep_or_take(&before, &mut after, field));
            self.promote(&before, &mut after);
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
            // R42: what the workspace requires of a new record.
            let missing = self.customs.missing(&after).map(|field| Rejection::Target { kind, field, why: Why::Missing });
            self.plan.blockers.extend(missing);
            self.plan.changes.create(after);
        } else {
            self.plan.changes.update(&before, &after, self.stamp.touch());
        }
    }
}
