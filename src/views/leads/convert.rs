//! Convert lead to deal: decisions on the left, what will happen on the right (R29-R51).

mod blockers;
mod carry_step;
mod choices;
mod contact_card;
mod contact_step;
mod conversion;
mod deal_step;
mod dialog;
mod homes;
mod lead_details;
mod outcomes;
mod preview;
mod propose;
mod required;
mod summary;

use domain::records::{Field, Kind};
use leptos::prelude::*;

pub use self::conversion::{KINDS, kept_note};
use self::dialog::ConvertDialog;
pub use self::dialog::{is_outside, not_by_slip, return_focus};
use crate::views::shell::flows::Flows;

// Ids of inputs: what an error links to.
const DEAL_ON: &str = "convert-deal";
const DEAL_NAME: &str = "convert-deal-name";
const DEAL_PIPELINE: &str = "convert-deal-pipeline";
const DEAL_STAGE: &str = "convert-deal-stage";
const DEAL_VALUE: &str = "convert-deal-value";
const DEAL_CLOSE: &str = "convert-deal-close";
const TASK_SUBJECT: &str = "convert-task-subject";
const TASK_DUE: &str = "convert-task-due";
const STATUS: &str = "convert-status";

fn lead_input(field: Field) -> String {
    format!("convert-lead-{field:?}")
}

fn fill_input(kind: Kind, field: Field) -> String {
    format!("convert-fill-{kind:?}-{field:?}")
}

/// Draws the dialog while a lead is being converted.
#[component]
pub fn ConvertHost() -> impl IntoView {
    let flows = Flows::use_flows();
    move || flows.convert.get().map(|lead| view! { <ConvertDialog lead/> })
}
