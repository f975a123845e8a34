//! What the user of this device may do, and whom to ask for more (R43).

use domain::decide;
use domain::ids::Id;
use domain::records::{Kind, Record};
use domain::rejection::Rejection;
use domain::rights::{Right, Rights};
use leptos::prelude::*;

use crate::i18n::{fields, format, rights as words};
use crate::store::working_set::WorkingSet;
use crate::views::shell::actions::Actions;

pub fn rights_of(set: &WorkingSet, member: Id) -> Rights {
    decide::run(|query| set.answer(query), |facts| Rights::of(member, facts)).unwrap_or_default()
}

pub fn my_rights(actions: Actions) -> Memo<Rights> {
    let me = actions.dispatch.stamp().by;
    Memo::new(move |_| {
        actions.live.track(&[Kind::Member, Kind::Role]);
        actions.live.read(|set| rights_of(set, me))
    })
}

/// Who can lift a ban, in words: in Settings oneself, or these members.
pub fn whom_to_ask(actions: Actions) -> String {
    let me = actions.dispatch.stamp().by;
    let can: Vec<Record> = actions.live.read(|set| {
        let all = set.all(Kind::Member).into_iter();
        all.filter(|member| rights_of(set, member.id).may(Right::SetUp)).collect()
    });
    if can.iter().any(|member| member.id == me) {
        return words::change_in_settings().to_owned();
    }
    let names: Vec<String> = can.iter().map(fields::record_name).collect();
    if names.is_empty() { words::ask_somebody().to_owned() } else { format::sentence(words::ask(names.join(", "))) }
}

/// A reason as it is shown where something is about to be done: for a missing right also what to do.
pub fn explain_with_help(actions: Actions, reason: &Rejection) -> String {
    let said = actions.explain_one(reason);
    match reason {
        Rejection::NotAllowed { right } => {
            [&said, words::instead(*right), &whom_to_ask(actions)].map(str::trim).join(" ").replace("  ", " ")
        }
        _ => said,
    }
}
