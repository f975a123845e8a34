//! Many leads at once (R52-R58, B5): a plan with a row for each lead, and the run that carries it out.
//!
//! 1. [`plan`] reads the chosen leads and the [`Settings`] and says per lead what will happen: created, linked to what is there,
//!    a choice is needed, or blocked and why. It changes nothing and can be asked again after every change of the dialog.
//! 2. [`Run::of`] takes the rows that can go ahead. [`Run::next_turns`] hands out one command after the other, each a conversion with
//!    a receipt of its own; [`Run::done`] takes what came of it. A run can be stopped after any lead and taken up again.
//! 3. [`Run::sums`] adds up, [`table`] is the result as rows of text, [`undo_all`] takes the whole run back.
//!
//! **Order makes no difference.** Leads of one company, or of one person, share one new record under an id that derives from run and
//! group: whichever comes first makes it, the others complete it. Who is one with whom the finder says, as it does of records. Where
//! they differ, the plan decides once which value (which spelling) it gets: that of the first lead in the list. The others keep
//! theirs, and the plan says so: [`Row::stays`].

mod agreement;
mod alike;
mod companies;
mod entry;
mod fates;
mod groups;
mod planning;
mod run;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use planning::plan;
pub use run::{Made, Outcome, Run, Sums, Turn, undo_all};
pub use table::{Column, Words, table};

use crate::commands::ConvertLead;
use crate::commands::convert_lead::{NewTask, Profile, Target};
use crate::duplicates::Candidate;
use crate::ids::Id;
use crate::records::{Field, Kind};
use crate::rejection::Rejection;
use crate::rights::Right;
use crate::values::{Date, Value, Visibility};
use crate::workspace;

/// What all leads of the plan share (R56). Drafts keep it by position: what is new goes to the end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    pub profile: Profile,
    pub owner: OwnerRule,
    /// R36: one of the converted statuses.
    pub status: Id,
    /// Leads with a company become (or join) an organization.
    pub organizations: bool,
    /// Leads with a name become (or join) a person.
    pub people: bool,
    /// R57: one deal per lead.
    pub deal: Option<DealSettings>,
    /// R57: one task per lead. `{name}` in the subject stands for the lead's name.
    pub task: Option<NewTask>,
    pub matches: MatchPolicy,
    /// Values filled down: for [`Kind::Lead`] into every lead that has none, for a target where its absence would block.
    pub fill: Vec<(Kind, Field, Value)>,
    /// B3: what stays on a lead becomes a note on its records, too.
    pub notes: bool,
    /// The runs that this one goes on with: what one of them made of leads that are one, the rest of them become, too.
    pub earlier: Vec<Id>,
}

/// R39, R51: where the new deals stand. Value and close date are the lead's, unless a close date is set here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DealSettings {
    pub pipeline: Id,
    pub stage: Id,
    #[serde(with = "crate::commands::convert_lead::visibility")]
    pub visibility: Option<Visibility>,
    pub close_date: Option<Date>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnerRule {
    /// Each lead's own.
    #[default]
    Keep,
    All(Id),
    /// Dealt out in the order of the list.
    InTurn(Vec<Id>),
}

/// What happens to a lead that may be somebody who is there already (D5). Nothing is linked on a name alone (R80).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MatchPolicy {
    /// Link what is certain, ask about what is likely.
    #[default]
    AttachOrAsk,
    /// Link what is certain, create the rest.
    AttachOrCreate,
    /// Link nothing.
    Create,
}

/// What was changed in one row of the plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// R54: corrections of the lead, such as its name and company.
    pub edits: Vec<(Field, Option<Value>)>,
    /// None follows the policy. `Create` makes one organization for all rows of the company that say so, and a person of the row's
    /// own; `Shared` names a lead of the plan to become one with.
    pub organization: Option<Target>,
    pub person: Option<Target>,
    /// D9; none names the deal after its lead (R58).
    pub deal_name: Option<String>,
    /// Values that only this row's records get.
    pub fill: Vec<(Kind, Field, Value)>,
    /// Not this one.
    pub skip: bool,
}

/// By lead; a lead without an entry follows the settings.
pub type Choices = BTreeMap<Id, Choice>;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BulkPlan {
    /// Names the run; all ids that leads share derive from it.
    pub run: Id,
    /// In the order of the list.
    pub rows: Vec<Row>,
}

/// What will happen to one lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub lead: Id,
    /// With the corrections: for editing in place (R54). Empty if the lead has none.
    pub name: String,
    pub company: String,
    /// R58; none without a deal.
    pub deal_name: Option<String>,
    pub verdict: Verdict,
    pub organization: Fate,
    pub person: Fate,
    /// Everything that blocks it, at once (B11).
    pub reasons: Vec<Rejection>,
    /// Names the company among the leads of the plan: those of one company have the same, and the same candidates.
    pub group: Option<String>,
    /// Other leads of the plan name a company like this row's, and theirs is another one: nothing else of the two is the same.
    pub apart: bool,
    /// B3: fields of the lead whose values no record gets: they have no place there, or the record says something else.
    pub stays: Vec<Field>,
    /// Who it may be, best first, for the picker in the row; also earlier leads of the plan, to become one with.
    pub organizations: Vec<Candidate>,
    pub people: Vec<Candidate>,
    /// What is sent. `convert_lead::plan` shows it field by field.
    pub command: ConvertLead,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// All that it becomes is new.
    Create,
    /// At least one existing record takes its data.
    Link,
    /// A match is possible and the policy asks.
    NeedsChoice,
    Blocked,
    Skipped,
}

/// What becomes of the organization or the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    None,
    New,
    /// New, and the same for this many leads of the plan (those that can be converted).
    Shared {
        id: Id,
        leads: usize,
    },
    Existing(Id),
    /// To be chosen among the candidates, or new.
    Ask,
}

impl Settings {
    /// Organizations and people, a deal in the first stage, no task; links what is certain and asks about the rest.
    pub fn new() -> Self {
        Self::of(Profile::Kontor)
    }

    /// What a profile begins with (D1-D8).
    pub fn of(profile: Profile) -> Self {
        let mut settings = Self {
            profile,
            owner: OwnerRule::Keep,
            status: workspace::STATUS_CONVERTED,
            organizations: true,
            people: true,
            deal: None,
            task: None,
            matches: MatchPolicy::AttachOrAsk,
            fill: Vec::new(),
            notes: false,
            earlier: Vec::new(),
        };
        settings.follow(profile);
        settings
    }

    /// Takes over what another profile says; what no profile speaks of stays as it was chosen.
    pub fn follow(&mut self, profile: Profile) {
        self.profile = profile;
        self.deal = profile.deal_at_first().then(|| DealSettings::of(profile));
        self.matches = profile.in_bulk();
        self.organizations |= profile.organization_required();
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self::new()
    }
}

impl DealSettings {
    /// R51: *Incoming* of the standard pipeline.
    pub fn new() -> Self {
        Self::of(Profile::Kontor)
    }

    /// D8: without a stage where the profile leaves that to the user.
    pub fn of(profile: Profile) -> Self {
        let stage = profile.stage_at_first().unwrap_or_default();
        Self { pipeline: workspace::PIPELINE, stage, visibility: None, close_date: None }
    }
}

impl Default for DealSettings {
    fn default() -> Self {
        Self::new()
    }
}

impl Row {
    /// It takes part in the run.
    pub fn is_ready(&self) -> bool {
        matches!(self.verdict, Verdict::Create | Verdict::Link)
    }

    pub fn candidates(&self, kind: Kind) -> &[Candidate] {
        if kind == Kind::Organization { &self.organizations } else { &self.people }
    }

    pub fn fate(&self, kind: Kind) -> Fate {
        if kind == Kind::Organization { self.organization } else { self.person }
    }

    /// What can be filled in so that the row goes ahead: the record and its field.
    pub fn missing(&self) -> impl Iterator<Item = (Kind, Field)> {
        self.reasons.iter().filter_map(|reason| match reason {
            Rejection::Field { field, why: crate::rejection::Why::Missing } => Some((Kind::Lead, *field)),
            Rejection::Target { kind, field, why: crate::rejection::Why::Missing } | Rejection::Required { kind, field, .. } => {
                Some((*kind, *field))
            }
            _ => None,
        })
    }

    /// A reason that no choice and no value in the plan takes away.
    fn lasting_reason(&self) -> Option<&Rejection> {
        self.reasons.iter().find(|reason| match reason {
            Rejection::NotAllowed { right: Right::Convert } | Rejection::AlreadyConverted { .. } | Rejection::Archived { .. } => true,
            Rejection::Gone { id } => *id == self.lead,
            _ => false,
        })
    }
}

impl BulkPlan {
    pub fn row(&self, lead: Id) -> Option<&Row> {
        self.rows.iter().find(|row| row.lead == lead)
    }

    /// The leads of the same company as this one, in the order of the list; the lead alone where it names none. Those that take
    /// no part are not among them.
    pub fn company_of(&self, lead: Id) -> Vec<Id> {
        let group = self.row(lead).and_then(|row| row.group.as_ref());
        let is_of = |row: &&Row| row.lead == lead || group.is_some() && row.group.as_ref() == group && row.verdict != Verdict::Skipped;
        self.rows.iter().filter(is_of).map(|row| row.lead).collect()
    }

    /// Nothing that is chosen or filled in makes any row go ahead.
    pub fn is_in_vain(&self) -> bool {
        let mut taking_part = self.rows.iter().filter(|row| row.verdict != Verdict::Skipped).peekable();
        taking_part.peek().is_some() && taking_part.all(|row| row.lasting_reason().is_some())
    }

    /// Why it [is in vain](Self::is_in_vain), where that is the same for all rows.
    pub fn reason_of_all(&self) -> Option<&Rejection> {
        let mut reasons = self.rows.iter().filter(|row| row.verdict != Verdict::Skipped).map(Row::lasting_reason);
        let first = reasons.next()??;
        reasons.all(|reason| reason == Some(first)).then_some(first)
    }

    /// How many rows have this verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.rows.iter().filter(|row| row.verdict == verdict).count()
    }

    /// What rows lack, with how many of them: a form above the table asks once and fills down.
    pub fn missing(&self) -> BTreeMap<(Kind, Field), usize> {
        let mut missing = BTreeMap::new();
        for lack in self.rows.iter().flat_map(Row::missing) {
            *missing.entry(lack).or_default() += 1;
        }
        missing
    }
}
