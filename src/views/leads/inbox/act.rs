//! What is done to leads from the list: by the toolbar, by keys, by the preview.

use domain::commands::{ArchiveLeads, Command, Edit, EditRecords, SetStatus};
use domain::ids::Id;
use domain::records::Field;
use domain::values::Value;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::state::InboxState;
use crate::i18n::{basics, inbox as words};
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;
use crate::views::shell::toasts::Toast;

/// Leads changed by one command at most, so that the screen keeps answering between two of them.
const AT_ONCE: usize = 2_000;

/// Runs the command for these leads. Afterwards the list has the focus, if what had it is gone.
fn run(state: InboxState, actions: Actions, leads: Vec<Id>, command: impl Fn(Vec<Id>) -> Command + 'static) {
    if leads.len() <= AT_ONCE {
        actions.run_then(command(leads), move |_| settle(state));
    } else {
        spawn_local(run_many(state, actions, leads, command));
    }
}

/// A part after the other, with a bar and a way to stop; at the end one Undo for all of them. It goes on when the screen is left.
async fn run_many(state: InboxState, actions: Actions, leads: Vec<Id>, command: impl Fn(Vec<Id>) -> Command) {
    let total = leads.len();
    let mut done = 0;
    let mut receipts = Vec::new();
    state.stopped.try_set(false);
    for part in leads.chunks(AT_ONCE) {
        state.progress.try_set(Some((done, total)));
        // The bar is drawn before the next part.
        TimeoutFuture::new(0).await;
        match actions.dispatch.run(command(part.to_vec())).await {
            Ok(receipt) => receipts.push(receipt),
            Err(failure) => {
                actions.toasts.error(actions.explain(&failure));
                break;
            }
        }
        done += part.len();
        if state.stopped.try_get_untracked() == Some(true) {
            break;
        }
    }
    state.progress.try_set(None);
    for receipt in &receipts {
        actions.toasts.remember(receipt);
    }
    let undo = move || actions.undo_many(receipts.clone());
    actions.toasts.show(Toast::new(words::changed(done)).action(basics::undo(), undo));
    settle(state);
}

/// Once the page shows what happened.
fn settle(state: InboxState) {
    request_animation_frame(move || state.rows.focus_if_idle());
}

/// One lead in its dialog, several together.
pub fn convert(state: InboxState, flows: Flows) {
    match state.targets().as_slice() {
        [] => {}
        [lead] => flows.convert.set(Some(*lead)),
        leads => flows.convert_together(leads.to_vec()),
    }
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
