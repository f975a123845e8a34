//! One lead on its way to a row of the plan.

use super::fates::Settled;
use super::{Choice, Fate, Row, Settings, Verdict};
use crate::commands::ConvertLead;
use crate::commands::convert_lead::{DealTarget, NewDeal, NewTask, Target};
use crate::duplicates::{Candidate, CompanyKey};
use crate::ids::Id;
use crate::records::{Field, Kind, Record, deal_name, display_name, person_name};
use crate::rejection::Rejection;
use crate::values::Value;

pub struct Entry {
    pub lead: Id,
    /// With the corrections; none if it is gone.
    pub record: Option<Record>,
    pub choice: Choice,
    pub organizations: Vec<Candidate>,
    pub people: Vec<Candidate>,
    /// By which its company is known among the leads of a plan.
    pub company: CompanyKey,
    /// Names the lead on every device.
    pub mark: String,
    edits: Vec<(Field, Option<Value>)>,
}

impl Entry {
    pub fn read(
        lead: Id,
        stored: Option<&Record>,
        choice: Choice,
        settings: &Settings,
        matches: &impl Fn(&Record, Kind) -> Vec<Candidate>,
    ) -> Self {
        let mut edits = choice.edits.clone();
        let chosen = |field: Field| choice.edits.iter().any(|(edited, value)| *edited == field && value.is_some());
        let of_lead = settings.fill.iter().filter(|(kind, ..)| *kind == Kind::Lead).map(|(_, field, value)| (*field, value));
        let lacking = of_lead.filter(|(field, _)| !chosen(*field) && stored.is_some_and(|lead| !lead.has(*field)));
        edits.extend(lacking.map(|(field, value)| (field, Some(value.clone()))));
        let record = stored.map(|stored| ConvertLead { edits: edits.clone(), ..ConvertLead::new(lead) }.corrected(stored));
        let found = |kind| record.as_ref().filter(|record| named(record, kind)).map(|record| matches(record, kind)).unwrap_or_default();
        Self {
            lead,
            organizations: found(Kind::Organization),
            people: found(Kind::Person),
            company: record.as_ref().map(CompanyKey::of).unwrap_or_default(),
            mark: lead.to_string(),
            record,
            choice,
            edits,
        }
    }

    /// It names a person or a company.
    pub fn names(&self, kind: Kind) -> bool {
        self.record.as_ref().is_some_and(|lead| named(lead, kind))
    }

    /// Its own mark, where it names one.
    pub fn mark_of(&self, kind: Kind) -> Option<String> {
        self.names(kind).then(|| self.mark.clone())
    }

    pub fn candidates(&self, kind: Kind) -> &[Candidate] {
        if kind == Kind::Organization { &self.organizations } else { &self.people }
    }

    /// One more whom it may be.
    pub fn add(&mut self, candidate: Candidate, kind: Kind) {
        let candidates = if kind == Kind::Organization { &mut self.organizations } else { &mut self.people };
        let at = candidates.partition_point(|other| other.probability >= candidate.probability);
        candidates.insert(at, candidate);
    }

    pub fn chosen(&self, kind: Kind) -> Option<Target> {
        if kind == Kind::Organization { self.choice.organization } else { self.choice.person }
    }

    /// The lead becomes (part of) such a record.
    pub fn wants(&self, kind: Kind, settings: &Settings) -> bool {
        let allowed = if kind == Kind::Organization { settings.organizations } else { settings.people };
        let asked_for = kind == Kind::Organization && settings.profile.organization_required();
        allowed && (asked_for || self.names(kind))
    }

    fn text(&self, of: fn(&Record) -> String) -> String {
        self.record.as_ref().map(of).unwrap_or_default()
    }

    /// R58, D9.
    fn deal_name(&self, settings: &Settings) -> Option<String> {
        settings.deal.as_ref()?;
        self.choice.deal_name.clone().or_else(|| self.record.as_ref().map(deal_name))
    }

    pub fn command(&self, run: Id, settings: &Settings, settled: &Settled, owner: Option<Id>) -> ConvertLead {
        let target = |fate| match fate {
            Fate::None => Target::None,
            Fate::New | Fate::Ask => Target::Create,
            Fate::Shared { id, .. } => Target::Shared(id),
            Fate::Existing(id) => Target::Use(id),
        };
        let deal = settings.deal.as_ref().map(|deal| NewDeal {
            name: self.deal_name(settings).unwrap_or_default(),
            pipeline: deal.pipeline,
            stage: deal.stage,
            value: self.record.as_ref().and_then(|lead| lead.money(Field::Value)),
            close_date: deal.close_date.or_else(|| self.record.as_ref()?.date(Field::CloseDate)),
            visibility: deal.visibility,
        });
        let task = settings
            .task
            .as_ref()
            .map(|task| NewTask { subject: task.subject.replace("{name}", &self.text(display_name)), ..task.clone() });
        ConvertLead {
            profile: settings.profile,
            edits: self.edits.clone(),
            organization: target(settled.organization),
            person: target(settled.person),
            deal: deal.map_or(DealTarget::None, DealTarget::Create),
            task,
            status: settings.status,
            owner,
            fill: self.choice.fill.clone(),
            run: Some(run),
            ..ConvertLead::new(self.lead)
        }
    }

    /// `reasons` stand in the way.
    pub fn row(self, Settled { organization, person, company: group }: Settled, command: ConvertLead, reasons: Vec<Rejection>) -> Row {
        let reasons = if self.choice.skip { Vec::new() } else { reasons };
        let is = |fate: fn(&Fate) -> bool| [organization, person].iter().any(fate);
        let verdict = match () {
            () if self.choice.skip => Verdict::Skipped,
            // What blocks a lead blocks it whatever is chosen for it.
            () if !reasons.is_empty() => Verdict::Blocked,
            () if is(|fate| *fate == Fate::Ask) => Verdict::NeedsChoice,
            () if is(|fate| matches!(fate, Fate::Existing(_))) => Verdict::Link,
            () => Verdict::Create,
        };
        let deal_name = if let DealTarget::Create(deal) = &command.deal { Some(deal.name.clone()) } else { None };
        Row {
            lead: self.lead,
            name: self.text(person_name),
            company: self.text(|lead| lead.text(Field::OrganizationName).to_owned()),
            deal_name,
            verdict,
            organization,
            person,
            reasons,
            group,
            apart: false,
            stays: Vec::new(),
            organizations: self.organizations,
            people: self.people,
            command,
        }
    }
}

fn named(lead: &Record, kind: Kind) -> bool {
    let name = if kind == Kind::Organization { lead.text(Field::OrganizationName).to_owned() } else { person_name(lead) };
    !name.trim().is_empty()
}
