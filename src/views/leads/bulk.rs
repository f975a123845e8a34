//! Many leads at once (R52-R58, B5): a plan with a line for each, then the run, which goes on when its dialog is closed.

mod asked;
mod lines;
mod plan_dialog;
mod plan_lines;
mod result_file;
mod row_editor;
mod run_dialog;
mod session;
mod settings;
mod who;

use leptos::prelude::*;

use self::plan_dialog::PlanDialog;
use self::run_dialog::RunDialog;
use self::session::{Session, watch_left};
use super::convert::return_focus;

/// Draws the plan or the run while leads are being converted together.
#[component]
pub fn BulkHost() -> impl IntoView {
    let session = Session::open();
    provide_context(session);
    watch_left(session);
    let shown = session.flows.run_shown;
    // From the plan to its run and on to the next plan it is one dialog, which gives the focus back at its end.
    let any = Memo::new(move |_| session.planning.get() || shown.get());
    move || any.get().then(|| view! { <Dialogs/> })
}

#[component]
fn Dialogs() -> impl IntoView {
    let session = Session::use_session();
    let planning = Memo::new(move |_| session.planning.get());
    let shown = Memo::new(move |_| session.flows.run_shown.get() && !session.planning.get());
    return_focus();
    // Each at a place of its own: one dialog never becomes the other, which would inherit its end.
    view! {
        {move || planning.get().then(|| view! { <PlanDialog/> })}
        {move || shown.get().then(|| view! { <RunDialog/> })}
    }
}
