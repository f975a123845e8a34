//! Parks a lead, or gives it up: with a reason either way (R6).

use domain::commands::{ArchiveLeads, Command};
use domain::ids::Id;
use leptos::prelude::*;

use crate::i18n::{basics, fields, record as words};
use crate::views::leads::inbox::archive::reasons;
use crate::views::parts::reason::{Question, ReasonDialog};

#[component]
pub fn ParkDialog(id: Id, disqualify: bool, on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let save = if disqualify { words::disqualify } else { words::archive };
    let question = Question { lead: Some(words::disqualify_lead), reason: fields::archive_reason, note: basics::note, save };
    let command = move |reason: String| {
        let reason = if disqualify { words::disqualified_because(&reason) } else { reason };
        Command::ArchiveLeads(ArchiveLeads { leads: vec![id], reason, restore: false })
    };
    view! { <ReasonDialog question title=Signal::derive(move || save().to_owned()) reasons=reasons().to_vec() command on_close/> }
}
