//! Statuses and members by id: a few records that every row names.

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::workspace;
use leptos::prelude::*;
use rustc_hash::FxHashMap;

use crate::components::avatar::initials_of;
use crate::i18n::fields;
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    statuses: FxHashMap<Id, Status>,
    members: FxHashMap<Id, Member>,
}

/// How far along the path a status is.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    pub name: String,
    pub percent: usize,
    pub converted: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub name: String,
    pub initials: String,
    pub me: bool,
}

impl Names {
    /// Follows renamed statuses and members, and the language.
    pub fn live(live: Live) -> Memo<Self> {
        live.query(&[Kind::Status, Kind::Member], Self::of)
    }

    fn of(set: &WorkingSet) -> Self {
        let (ends, path): (Vec<Record>, Vec<Record>) = set.statuses().into_iter().partition(|status| status.flag(Field::Converted));
        let status = |record: &Record, percent, converted| (record.id, Status { name: fields::record_name(record), percent, converted });
        // The first step is empty, the successful end is full.
        let steps = path.iter().enumerate().map(|(at, record)| status(record, at * 100 / path.len(), false));
        let ends = ends.iter().map(|record| status(record, 100, true));
        let members = set.all(Kind::Member);
        Self { statuses: steps.chain(ends).collect(), members: members.iter().map(|record| (record.id, Member::of(record))).collect() }
    }

    pub fn status(&self, id: Id) -> Option<&Status> {
        self.statuses.get(&id)
    }

    pub fn member(&self, id: Id) -> Option<&Member> {
        self.members.get(&id)
    }
}

impl Member {
    fn of(record: &Record) -> Self {
        let name = fields::record_name(record);
        let own = record.text(Field::Initials);
        let initials = if own.is_empty() { initials_of(&name) } else { own.to_owned() };
        Self { name, initials, me: record.id == workspace::ME }
    }
}
