//! What is done to leads from the list: by the toolbar, by keys, by the preview.

use domain::commands::{ArchiveLeads, Command, Edit, EditRecords, SetStatus};
use domain::ids::Id;
use domain::records::Field;
use domain::values::Value;
use leptos::prelude::*;

use super::state::InboxState;
use crate::i18n::inbox as words;
use crate::views::shell::actions::Actions;

/// Leads changed by one command at most, so that the screen keeps answering between two of them.
const AT_ONCE: usize = 2_000;

/// Runs one command for every part of the leads. Afterwards the list has the focus, if what had it is gone.
pub fn run(state: InboxState, actions: Actions, leads: Vec<Id>, command: impl Fn(Vec<Id>) -> Command) {
    for part in leads.chunks(AT_ONCE) {
        actions.run_then(command(part.to_vec()), move |_| settle(state));
    }
}

/// Once the page shows what happened.
fn settle(state: InboxState) {
    request_animation_frame(move || {
        if state.query.try_get_untracked().is_some() {
            state.rows.focus_if_idle();
        }
    });
}

pub fn archive(state: InboxState, actions: Actions, leads: Vec<Id>, reason: String) {
    state.selection.clear();
    run(state, actions, leads, move |leads| Command::ArchiveLeads(ArchiveLeads { leads, reason: reason.clone(), restore: false }));
}

pub fn restore(state: InboxState, actions: Actions, leads: Vec<Id>) {
    state.selection.clear();
    run(state, actions, leads, |leads| Command::ArchiveLeads(ArchiveLeads { leads, reason: String::new(), restore: true }));
}

pub fn set_status(state: InboxState, actions: Actions, leads: Vec<Id>, status: Id) {
    run(state, actions, leads, move |leads| Command::SetStatus(SetStatus { leads, status }));
}

pub fn assign(state: InboxState, actions: Actions, leads: Vec<Id>, owner: Id) {
    edit(state, actions, leads, Edit::Set(Field::Owner, Some(Value::Link(owner))));
}

/// Adds the tag to all, or takes it from all.
pub fn tag(state: InboxState, actions: Actions, leads: Vec<Id>, tag: String, remove: bool) {
    edit(state, actions, leads, if remove { Edit::RemoveTag(tag) } else { Edit::AddTag(tag) });
}

fn edit(state: InboxState, actions: Actions, leads: Vec<Id>, edit: Edit) {
    run(state, actions, leads, move |ids| Command::EditRecords(EditRecords { ids, edits: vec![edit.clone()] }));
}

/// The reasons offered for archiving, in the user's language.
pub fn reasons() -> [&'static str; 7] {
    [
        words::reason_no_interest(),
        words::reason_no_answer(),
        words::reason_no_fit(),
        words::reason_budget(),
        words::reason_later(),
        words::reason_duplicate(),
        words::reason_wrong_data(),
    ]
}
