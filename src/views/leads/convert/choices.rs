//! What was chosen in the dialog so far, as plain data: kept as a draft, compared, turned into the command.

use domain::commands::ConvertLead;
use domain::commands::convert_lead::{Carry, DealTarget, NewDeal, NewTask, Profile, Target};
use domain::ids::Id;
use domain::records::{CustomFields, Field, Kind, Record, deal_name, person_name};
use domain::values::{Coded, Date, Money, Value, Visibility};
use domain::workspace;
use serde::{Deserialize, Serialize};

use crate::i18n::convert as words;
use crate::store::live_query::Live;
use crate::views::parts::entry::{Entry, said};

/// Which organization or person it shall be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Pick {
    #[default]
    None,
    Create,
    Use(Id),
    /// Somebody else, not found yet.
    Find,
    /// To be answered: somebody like that is there, and the profile asks (D5).
    Ask,
}

impl Pick {
    /// Nobody is chosen yet.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Find | Self::Ask)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// None follows what is proposed.
    pub pick: Option<Pick>,
    /// Found by search: one more card to choose.
    pub found: Option<Id>,
}

/// What is chosen before the user chooses (D5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    pub organization: Pick,
    pub person: Pick,
}

/// What the choices are about.
pub struct Around {
    /// Of the chosen contacts.
    pub open_deals: Vec<Id>,
    pub customs: CustomFields,
}

/// Stored in drafts by position: what is new goes to the end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choices {
    pub organization: Contact,
    pub person: Contact,
    /// D2: on, can be off.
    pub deal: bool,
    /// An open deal to add to, in place of a new one.
    pub into: Option<Id>,
    /// None follows the lead.
    pub name: Option<String>,
    pub pipeline: Id,
    pub stage: Id,
    pub value: Entry,
    pub close_date: Entry,
    pub visibility: Entry,
    pub owner: Entry,
    /// R32: opt-in.
    pub task: bool,
    pub subject: Option<String>,
    pub due: Entry,
    pub status: Id,
    /// R31, as typed.
    pub edits: Vec<(Field, Entry)>,
    pub replace: Vec<(Kind, Field)>,
    /// B3: values without a home that are kept as a note.
    pub noted: Vec<Field>,
    pub profile: Profile,
    /// R68: where fields of the lead go, in place of what is usual.
    pub carry: Vec<Carry>,
    /// R42: what records must have beside the lead's values, as typed.
    pub fill: Vec<(Kind, Field, Entry)>,
}

/// Days until the follow-up is due, unless another day is chosen.
const FOLLOW_UP_DAYS: i32 = 2;

impl Choices {
    pub fn of(lead: &Record, profile: Profile, currency: domain::values::Currency, today: Date, status: Id) -> Self {
        let visible = lead.code(Field::Visibility).unwrap_or(Visibility::Everyone);
        let owner = lead.link(Field::Owner).unwrap_or(workspace::ME);
        Self {
            organization: Contact::default(),
            person: Contact::default(),
            deal: profile.deal_at_first(),
            into: None,
            name: None,
            pipeline: workspace::PIPELINE,
            stage: profile.stage_at_first().unwrap_or_default(),
            value: Entry::of(Field::Value, lead.get(Field::Value), currency),
            close_date: Entry::of(Field::CloseDate, lead.get(Field::CloseDate), currency),
            visibility: Entry::Line(visible.code().to_string()),
            owner: Entry::Line(owner.to_string()),
            task: false,
            subject: None,
            due: Entry::Line(today.plus_days(FOLLOW_UP_DAYS).to_string()),
            status,
            edits: Vec::new(),
            replace: Vec::new(),
            noted: Vec::new(),
            profile,
            carry: Vec::new(),
            fill: Vec::new(),
        }
    }

    /// Begins as another profile does; a stage that was chosen stays.
    pub fn follow(&mut self, profile: Profile) {
        if self.stage == self.profile.stage_at_first().unwrap_or_default() {
            self.pipeline = workspace::PIPELINE;
            self.stage = profile.stage_at_first().unwrap_or_default();
        }
        self.deal = profile.deal_at_first();
        self.profile = profile;
    }

    /// D2: some profiles always make one.
    pub fn makes_deal(&self) -> bool {
        self.deal || self.profile.deal_required()
    }

    pub fn contact(&self, kind: Kind) -> Contact {
        if kind == Kind::Organization { self.organization } else { self.person }
    }

    pub fn contact_mut(&mut self, kind: Kind) -> &mut Contact {
        if kind == Kind::Organization { &mut self.organization } else { &mut self.person }
    }

    pub fn pick(&self, kind: Kind, proposal: Proposal) -> Pick {
        let proposed = if kind == Kind::Organization { proposal.organization } else { proposal.person };
        self.contact(kind).pick.unwrap_or(proposed)
    }

    pub fn replaces(&self, kind: Kind, field: Field) -> bool {
        self.replace.contains(&(kind, field))
    }

    /// The lead with the corrections that can be read.
    pub fn corrections(&self, lead: &Record) -> Vec<(Field, Option<Value>)> {
        let read = |(field, entry): &(Field, Entry)| Some((*field, entry.value(*field).ok()?));
        self.edits.iter().filter_map(read).filter(|(field, value)| value.as_ref() != lead.get(*field)).collect()
    }

    /// The value an entry stands for; what can't be read is left out here and named by [`Self::problems`].
    fn read(entry: &Entry, field: Field) -> Option<Value> {
        entry.value(field).ok().flatten()
    }

    pub fn owner(&self) -> Option<Id> {
        if let Some(Value::Link(id)) = Self::read(&self.owner, Field::Owner) { Some(id) } else { None }
    }

    fn new_deal(&self, lead: &Record) -> NewDeal {
        let value: Option<Money> = if let Some(Value::Money(money)) = Self::read(&self.value, Field::Value) { Some(money) } else { None };
        let date = if let Some(Value::Date(date)) = Self::read(&self.close_date, Field::CloseDate) { Some(date) } else { None };
        let seen_by =
            if let Some(Value::Code(code)) = Self::read(&self.visibility, Field::Visibility) { Visibility::from_code(code) } else { None };
        NewDeal {
            name: self.name.clone().unwrap_or_else(|| deal_name(lead)),
            pipeline: self.pipeline,
            stage: self.stage,
            value,
            close_date: date,
            visibility: seen_by,
        }
    }

    /// R68: the targets of a field; none while nobody has chosen.
    pub fn carried(&self, field: Field) -> Option<&[(Kind, Field)]> {
        self.carry.iter().find(|carry| carry.field == field).map(|carry| carry.to.as_slice())
    }

    /// None follows what is usual.
    pub fn set_carried(&mut self, field: Field, to: Option<Vec<(Kind, Field)>>) {
        self.carry.retain(|carry| carry.field != field);
        self.carry.extend(to.map(|to| Carry { field, to }));
    }

    /// What was chosen, without fields that are gone meanwhile.
    fn carry(&self, customs: &CustomFields) -> Vec<Carry> {
        let there = |(kind, field): &(Kind, Field)| customs.get(*field).is_some_and(|custom| custom.is_on(*kind));
        self.carry.iter().map(|carry| Carry { field: carry.field, to: carry.to.iter().copied().filter(there).collect() }).collect()
    }

    /// Of records that are made.
    fn filled(&self, makes: &dyn Fn(Kind) -> bool) -> Vec<(Kind, Field, Value)> {
        let asked = self.fill.iter().filter(|(kind, ..)| makes(*kind));
        asked.filter_map(|(kind, field, entry)| Some((*kind, *field, Self::read(entry, *field)?))).collect()
    }

    /// The command the button sends. `note` is what [`Self::noted`] says in words.
    pub fn command(&self, stored: &Record, proposal: Proposal, around: &Around, note: Option<String>) -> ConvertLead {
        let target = |kind| match self.pick(kind, proposal) {
            Pick::None | Pick::Find | Pick::Ask => Target::None,
            Pick::Create => Target::Create,
            Pick::Use(id) => Target::Use(id),
        };
        let mut command = ConvertLead { edits: self.corrections(stored), ..ConvertLead::new(stored.id) };
        let lead = command.corrected(stored);
        command.edits.extend(note.map(|note| (Field::Text, Some(Value::Text(note)))));
        let into = self.into.filter(|deal| around.open_deals.contains(deal));
        let makes = |kind| if kind == Kind::Deal { self.makes_deal() && into.is_none() } else { target(kind) == Target::Create };
        let subject = || self.subject.clone().unwrap_or_else(|| follow_up(&lead));
        let due = if let Some(Value::Date(date)) = Self::read(&self.due, Field::DueDate) { Some(date) } else { None };
        ConvertLead {
            seen: Some(stored.version()),
            profile: self.profile,
            organization: target(Kind::Organization),
            person: target(Kind::Person),
            deal: match into {
                _ if !self.makes_deal() => DealTarget::None,
                Some(deal) => DealTarget::Use(deal),
                None => DealTarget::Create(self.new_deal(&lead)),
            },
            task: self.task.then(|| NewTask { subject: subject(), due }),
            status: self.status,
            owner: self.owner().filter(|owner| Some(*owner) != lead.link(Field::Owner)),
            replace: self.replace.clone(),
            carry: self.carry(&around.customs),
            fill: self.filled(&makes),
            ..command
        }
    }

    /// What was typed and is no value: the id of the input, its field and the words.
    pub fn problems(&self, live: Live, makes: &dyn Fn(Kind) -> bool) -> Vec<(String, Field, String)> {
        let of_deal = [(super::DEAL_VALUE, &self.value, Field::Value), (super::DEAL_CLOSE, &self.close_date, Field::CloseDate)];
        let of_task = [(super::TASK_DUE, &self.due, Field::DueDate)];
        let fixed =
            of_deal.into_iter().filter(|_| self.makes_deal() && self.into.is_none()).chain(of_task.into_iter().filter(|_| self.task));
        let fixed = fixed.map(|(id, entry, field)| (id.to_owned(), entry, field));
        let edits = self.edits.iter().map(|(field, entry)| (super::lead_input(*field), entry, *field));
        let fill = self.fill.iter().filter(|(kind, ..)| makes(*kind));
        let fill = fill.map(|(kind, field, entry)| (super::fill_input(*kind, *field), entry, *field));
        let all = fixed.chain(edits).chain(fill);
        all.filter_map(|(id, entry, field)| Some((id, field, said(live, field, &entry.value(field).err()?)))).collect()
    }
}

pub fn follow_up(lead: &Record) -> String {
    let person = person_name(lead);
    words::follow_up(if person.is_empty() { lead.text(Field::OrganizationName).to_owned() } else { person })
}
