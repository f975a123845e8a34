//! Asks why a deal is lost: without a reason nobody learns from it (R12).

use domain::commands::Command;
use domain::commands::close_deal::{CloseDeal, Outcome};
use domain::ids::Id;
use leptos::prelude::*;

use super::names::name_of;
use super::reason::{Question, ReasonDialog};
use crate::i18n::{Message, deal as words, fields};

const REASONS: [Message; 6] = [
    words::reason_competitor,
    words::reason_price,
    words::reason_budget,
    words::reason_no_answer,
    words::reason_need_gone,
    words::reason_no_fit,
];

/// Open while mounted.
#[component]
pub fn LostDialog(deal: Id, on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let name = name_of(move || Some(deal));
    let question = Question { lead: None, reason: fields::lost_reason, note: words::what_happened, save: words::mark_lost };
    let command = move |reason: String| Command::CloseDeal(CloseDeal { deal, outcome: Outcome::Lost { reason } });
    let title = Signal::derive(move || words::mark_named_lost(name.get()));
    view! { <ReasonDialog question title reasons=REASONS.map(|reason| reason()).to_vec() command on_close/> }
}
