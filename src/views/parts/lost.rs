//! Asks why a deal is lost: without a reason nobody learns from it (R12).

use domain::commands::Command;
use domain::commands::close_deal::{CloseDeal, Outcome};
use domain::ids::Id;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::SubmitEvent;

use super::names::name_of;
use crate::components::{Dialog, FieldError};
use crate::i18n::{common, deal as words, fields};
use crate::views::shell::actions::Actions;

const REASONS: [fn() -> &'static str; 6] = [
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
    let actions = Actions::use_actions();
    let name = name_of(move || Some(deal));
    let select = NodeRef::<html::Select>::new();
    let note = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let reason = select.get_untracked().map(|select| select.value()).unwrap_or_default();
        let note = note.get_untracked();
        let reason = if note.trim().is_empty() { reason } else { format!("{reason}: {}", note.trim()) };
        spawn_local(async move {
            match actions.submit(Command::CloseDeal(CloseDeal { deal, outcome: Outcome::Lost { reason } })).await {
                Ok(_) => on_close(),
                Err(failure) => drop(error.try_set(Some(actions.explain(&failure)))),
            }
        });
    };
    view! {
        <Dialog labelled_by="lost-title" class="dialog--sm" on_close>
            <form class="dialog__form" on:submit=submit>
                <div class="dialog__head"><h2 class="dialog__title" id="lost-title">{move || words::mark_named_lost(name.get())}</h2></div>
                <div class="dialog__body">
                    <div>
                        <label class="label" for="lost-reason">{fields::lost_reason}</label>
                        <select node_ref=select class="select" id="lost-reason" autofocus=true>
                            {REASONS.map(|reason| view! { <option>{reason}</option> }).collect_view()}
                        </select>
                    </div>
                    <div>
                        <label class="label" for="lost-note">{words::what_happened} " " <span class="opt">{common::optional}</span></label>
                        <input class="input" id="lost-note" autocomplete="off" bind:value=note aria-describedby="lost-error"/>
                        <FieldError id="lost-error".to_owned() error/>
                    </div>
                </div>
                <div class="dialog__foot">
                    <span class="spacer"></span>
                    <button class="btn" type="button" on:click=move |_| on_close()>{common::cancel}</button>
                    <button class="btn btn--primary" type="submit">{words::mark_lost}</button>
                </div>
            </form>
        </Dialog>
    }
}
