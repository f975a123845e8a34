//! The deal of a conversion (R39, R44, R51) and its follow-up (R4, R50).

use super::super::{DealTarget, NewDeal, NewTask};
use super::Planner;
use crate::commands::{check, rank};
use crate::facts::Rule;
use crate::records::{Field, Kind, Record, validate};
use crate::rejection::{Rejection, Why};
use crate::values::{ActivityKind, Coded, DealStatus, Value};

impl Planner<'_> {
    pub(super) fn deal(&mut self) -> Rule<()> {
        let create = matches!(self.command.deal, DealTarget::Create(_));
        if self.command.deal == DealTarget::None && self.command.profile.deal_required() {
            self.block(Rejection::Target { kind: Kind::Deal, field: Field::Name, why: Why::Missing });
        }
        let Some((before, mut after)) = self.start(Kind::Deal, create, self.plan.results.deal)? else {
            return Ok(());
        };
        self.fill(&before, &mut after)?;
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
        self.custom(&before, &mut after);
        self.deal_contacts(&before, &mut after);
        if create {
            let lacking = check::lacking(self.facts, &after)?;
            self.plan.blockers.extend(lacking);
        }
        self.finish(before, after, create);
        Ok(())
    }

    /// R13: a deal has a person, an organization, or both.
    fn deal_contacts(&mut self, before: &Record, after: &mut Record) {
        let results = self.plan.results;
        for (field, id) in [(Field::Person, results.person), (Field::Organization, results.organization)] {
            if let Some(id) = id {
                self.give(before, after, field, None, &Value::Link(id));
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
            let from = (self.lead.get(of_lead) == Some(&value)).then_some(of_lead);
            self.give(before, after, field, from, &value);
        }
        after.set(Field::Pipeline, Some(Value::Link(deal.pipeline)));
        after.set(Field::Stage, Some(Value::Link(deal.stage)));
        after.set(Field::StageSince, Some(Value::Time(self.stamp.at)));
        after.set(Field::Rank, Some(Value::text(rank::fresh(self.stamp.at, after.id))));
        after.set(Field::DealStatus, Some(Value::Code(DealStatus::Open.code())));
        if let Some(visibility) = deal.visibility {
            after.set(Field::Visibility, Some(Value::Code(visibility.code())));
        }
        // Nothing is said of a stage that is still to be chosen.
        if stage.is_some() {
            self.tell(after, Field::Pipeline);
            self.tell(after, Field::Stage);
        }
        Ok(())
    }

    /// R50: the task stands on every card it concerns.
    pub(super) fn task(&mut self) -> Rule<()> {
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
}
