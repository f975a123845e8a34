//! Many leads at once (R52-R58, B5): a plan with a line for each, then the run, which goes on when its dialog is closed.

mod lines;
mod plan_dialog;
mod plan_lines;
mod row_editor;
mod run_dialog;
mod session;
mod settings;

use leptos::prelude::*;

use self::plan_dialog::PlanDialog;
use self::run_dialog::RunDialog;
use self::session::Session;
use crate::views::shell::flows::Flows;

/// Draws the plan or the run while leads are being converted together.
#[component]
pub fn BulkHost() -> impl IntoView {
    let flows = Flows::use_flows();
    move || flows.convert_many.get().map(|leads| view! { <Bulk leads=leads.to_vec()/> })
}

#[component]
fn Bulk(leads: Vec<domain::ids::Id>) -> impl IntoView {
    let session = Session::open(leads);
    provide_context(session);
    let shown = session.flows.convert_many_shown;
    let running = Memo::new(move |_| session.run.with(Option::is_some));
    // Each at a place of its own: one dialog never becomes the other, which would inherit its end.
    view! {
        {move || (shown.get() && !running.get()).then(|| view! { <PlanDialog/> })}
        {move || (shown.get() && running.get()).then(|| view! { <RunDialog/> })}
    }
}
