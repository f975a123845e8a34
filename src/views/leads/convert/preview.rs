//! What the conversion would do right now: the rule's own plan, run on the records of this device.

use domain::change_set::Change;
use domain::commands::ConvertLead;
use domain::commands::convert_lead::{Outcome, Plan, PlanRow, Results, plan};
use domain::decide;
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::rejection::Rejection;
use domain::stamp::Stamp;
use domain::values::Value;

use crate::i18n::fields;
use crate::store::working_set::WorkingSet;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    pub rows: Vec<PlanRow>,
    /// Everything that stands in the way (B11).
    pub blockers: Vec<Rejection>,
    pub results: Results,
    /// Notes and activities that follow.
    pub moved: usize,
    /// Values that somebody changed while the dialog was open.
    pub changed: Vec<(Kind, Field)>,
    /// Names of the records the rows speak of, made or found.
    names: Vec<(Id, String)>,
    created: Vec<Id>,
}

impl Preview {
    /// `seen` keeps each record as the dialog first saw it.
    pub fn of(set: &WorkingSet, command: &ConvertLead, stamp: &Stamp, seen: &mut Vec<Record>) -> Self {
        match decide::run(|query| set.answer(query), |facts| plan(command, stamp, facts)) {
            Ok(plan) => Self::read(set, plan, command, seen),
            Err(blockers) => Self { blockers, ..Self::default() },
        }
    }

    fn read(set: &WorkingSet, plan: Plan, command: &ConvertLead, seen: &mut Vec<Record>) -> Self {
        let created =
            |change: &Change| if let Change::Create(record) = change { Some((record.id, fields::record_name(record))) } else { None };
        let made: Vec<(Id, String)> = plan.changes().changes().iter().filter_map(created).collect();
        let linked = plan.rows.iter().flat_map(|row| [&row.lead, &row.before, &row.after]).filter_map(|value| match value {
            Some(Value::Link(id)) => Some(*id),
            _ => None,
        });
        let found: Vec<Id> = linked.chain(plan.results.contacts_and_deal()).collect();
        let named = found.into_iter().filter_map(|id| Some((id, fields::record_name(&set.get(id)?))));
        let changed = changed_since(set, command, &plan, seen);
        let created = made.iter().map(|(id, _)| *id).collect();
        let names = made.iter().cloned().chain(named).collect();
        Self { rows: plan.rows, blockers: plan.blockers, results: plan.results, moved: plan.moved, changed, names, created }
    }

    /// Neither a contact nor a deal is made or chosen.
    pub fn makes_nothing(&self) -> bool {
        self.results.contacts_and_deal().next().is_none()
    }

    /// There is no plan at all: the lead was converted elsewhere, archived or removed.
    pub fn is_stopped(&self) -> bool {
        self.rows.is_empty() && self.makes_nothing() && self.blockers.iter().any(|reason| !matches!(reason, Rejection::NothingToCreate))
    }

    pub fn name(&self, id: Id) -> String {
        self.names.iter().find(|(named, _)| *named == id).map(|(_, name)| name.clone()).unwrap_or_default()
    }

    pub fn is_new(&self, id: Id) -> bool {
        self.created.contains(&id)
    }

    pub fn result(&self, kind: Kind) -> Option<Id> {
        match kind {
            Kind::Organization => self.results.organization,
            Kind::Person => self.results.person,
            Kind::Deal => self.results.deal,
            Kind::Activity => self.results.task,
            _ => None,
        }
    }

    pub fn rows_of(&self, kind: Kind) -> impl Iterator<Item = &PlanRow> {
        self.rows.iter().filter(move |row| row.target == kind)
    }

    pub fn row(&self, kind: Kind, field: Field) -> Option<&PlanRow> {
        self.rows_of(kind).find(|row| row.field == field)
    }

    pub fn count(&self, kind: Kind, outcome: Outcome) -> usize {
        self.rows_of(kind).filter(|row| row.outcome == outcome).count()
    }
}

/// The rows whose lead or record says something else than when it was first looked at.
fn changed_since(set: &WorkingSet, command: &ConvertLead, plan: &Plan, seen: &mut Vec<Record>) -> Vec<(Kind, Field)> {
    let results = plan.results;
    let involved = [
        (Kind::Lead, Some(command.lead)),
        (Kind::Organization, results.organization),
        (Kind::Person, results.person),
        (Kind::Deal, results.deal),
    ];
    let mut differs = Vec::new();
    for (kind, id) in involved {
        let Some(now) = id.and_then(|id| set.get(id)) else { continue };
        match seen.iter().find(|record| record.id == now.id) {
            Some(first) => differs.extend(plan.rows.iter().filter_map(|row| {
                let of_lead = || row.from.unwrap_or_else(|| of_lead(row.target, row.field));
                let field = if kind == Kind::Lead { of_lead() } else { row.field };
                let concerned = kind == Kind::Lead || kind == row.target;
                (concerned && first.get(field) != now.get(field)).then_some((row.target, row.field))
            })),
            None => seen.push(now),
        }
    }
    differs
}

/// The field of the lead a target's field is filled from.
fn of_lead(target: Kind, field: Field) -> Field {
    match (target, field) {
        (Kind::Organization, Field::Name) => Field::OrganizationName,
        (Kind::Deal, Field::Name) => Field::Title,
        _ => field,
    }
}
