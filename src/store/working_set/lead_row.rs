//! What lists need of a lead without unpacking it: filters, sort keys, the next step.

use domain::ids::Id;
use domain::records::{Field, Kind, Record, display_name};
use domain::stamp::Millis;
use domain::text::fold;
use domain::values::{ActivityKind, Coded, Date};

use super::{LeadState, WorkingSet};

#[derive(Clone, Debug)]
pub struct LeadRow {
    pub id: Id,
    pub status: Id,
    pub owner: Id,
    /// Folded, see [`fold`].
    pub tags: Box<[Box<str>]>,
    pub name: Box<str>,
    pub value: i64,
    pub created: Millis,
    pub archived: bool,
    pub converted: bool,
    pub seen: bool,
    pub next: NextStep,
}

/// The nearest open activity of a lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NextStep {
    #[default]
    None,
    /// Without a due date.
    Someday {
        activity: Id,
    },
    Due {
        activity: Id,
        date: Date,
        minutes: u16,
    },
}

impl LeadRow {
    pub fn new(record: &Record, next: NextStep) -> Self {
        Self {
            id: record.id,
            status: record.link(Field::Status).unwrap_or_default(),
            owner: record.link(Field::Owner).unwrap_or_default(),
            tags: record.texts(Field::Tags).iter().map(|tag| fold(tag).into()).collect(),
            name: fold(&display_name(record)).into(),
            value: record.money(Field::Value).map_or(0, |money| money.minor),
            created: record.created.at,
            archived: record.has(Field::ArchivedAt),
            converted: record.has(Field::ConvertedAt),
            seen: record.flag(Field::Seen),
            next,
        }
    }

    /// R46: converted beats archived.
    pub fn state(&self) -> LeadState {
        match (self.converted, self.archived) {
            (true, _) => LeadState::Converted,
            (false, true) => LeadState::Archived,
            (false, false) => LeadState::Open,
        }
    }
}

impl NextStep {
    fn of(activity: &Record) -> Self {
        match activity.date(Field::DueDate) {
            None => Self::Someday { activity: activity.id },
            Some(date) => {
                let minutes = activity.number(Field::DueTime).and_then(|minutes| u16::try_from(minutes).ok()).unwrap_or(u16::MAX);
                Self::Due { activity: activity.id, date, minutes }
            }
        }
    }

    /// Dated steps first, the earliest ahead.
    fn order(&self) -> (u8, i32, u16) {
        match self {
            Self::Due { date, minutes, .. } => (0, date.0, *minutes),
            Self::Someday { .. } => (1, 0, 0),
            Self::None => (2, 0, 0),
        }
    }

    /// How lists sort by it: overdue, today, none, later (R8).
    pub fn urgency(&self, today: Date) -> (u8, i32, u16) {
        match self {
            Self::Due { date, minutes, .. } if *date <= today => (0, date.0, *minutes),
            Self::None => (1, 0, 0),
            Self::Due { date, minutes, .. } => (2, date.0, *minutes),
            Self::Someday { .. } => (3, 0, 0),
        }
    }
}

impl WorkingSet {
    /// The nearest open activity of any record.
    pub fn next_step(&self, id: Id) -> NextStep {
        let open = |record: &Record| record.kind == Kind::Activity && !record.has(Field::DoneAt);
        let linked = self.links.to(id).iter().filter(|id| matches!(self.places.get(id), Some((Kind::Activity, _))));
        let steps = linked.filter_map(|id| self.get(*id)).filter(open).map(|activity| NextStep::of(&activity));
        steps.min_by_key(NextStep::order).unwrap_or_default()
    }

    pub(super) fn refresh_next_steps(&mut self, about: &[Id]) {
        for id in about {
            if let Some((Kind::Lead, slot)) = self.places.get(id).copied() {
                let next = self.next_step(*id);
                if let Some(Some(row)) = self.leads.get_mut(slot as usize) {
                    row.next = next;
                }
            }
        }
    }

    pub(super) fn refresh_all_next_steps(&mut self) {
        let Some(activities) = self.tables.get(&Kind::Activity) else { return };
        let mut about: Vec<Id> = activities.records().flat_map(|activity| activity.links(Field::About).to_vec()).collect();
        about.sort_unstable();
        about.dedup();
        self.refresh_next_steps(&about);
    }

    /// The kind of an activity, for its icon and word.
    pub fn activity_kind(&self, id: Id) -> ActivityKind {
        self.get(id).and_then(|record| record.code(Field::ActivityKind)).unwrap_or(ActivityKind::ALL[0])
    }
}
