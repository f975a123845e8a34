//! Parks a lead, or gives it up: with a reason either way (R6).

use domain::commands::{ArchiveLeads, Command};
use domain::ids::Id;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::SubmitEvent;

use crate::components::{Dialog, FieldError};
use crate::i18n::{common, fields, record as words};
use crate::views::leads::inbox::archive::reasons;
use crate::views::shell::actions::Actions;

#[component]
pub fn ParkDialog(id: Id, disqualify: bool, on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let actions = Actions::use_actions();
    let title = if disqualify { words::disqualify } else { words::archive };
    let select = NodeRef::<html::Select>::new();
    let note = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let reason = select.get_untracked().map(|select| select.value()).unwrap_or_default();
        let note = note.get_untracked();
        let reason = if note.trim().is_empty() { reason } else { format!("{reason}: {}", note.trim()) };
        let reason = if disqualify { words::disqualified_because(&reason) } else { reason };
        let command = Command::ArchiveLeads(ArchiveLeads { leads: vec![id], reason, restore: false });
        spawn_local(async move {
            match actions.submit(command).await {
                Ok(_) => on_close(),
                Err(failure) => drop(error.try_set(Some(actions.explain(&failure)))),
            }
        });
    };
    view! {
        <Dialog labelled_by="disqualify-title" class="dialog--sm" on_close>
            <form class="dialog__form" on:submit=submit>
                <div class="dialog__head"><h2 class="dialog__title" id="disqualify-title">{title}</h2></div>
                <div class="dialog__body">
                    <p class="dialog__lead">{words::disqualify_lead}</p>
                    <div>
                        <label class="label" for="disqualify-reason">{fields::archive_reason}</label>
                        <select node_ref=select class="select" id="disqualify-reason" autofocus=true>
                            {reasons().map(|reason| view! { <option>{reason}</option> }).collect_view()}
                        </select>
                    </div>
                    <div>
                        <label class="label" for="disqualify-note">{common::note} " " <span class="opt">{common::optional}</span></label>
                        <input class="input" id="disqualify-note" autocomplete="off" bind:value=note aria-describedby="disqualify-error"/>
                        <FieldError id="disqualify-error".to_owned() error/>
                    </div>
                </div>
                <div class="dialog__foot">
                    <span class="spacer"></span>
                    <button class="btn" type="button" on:click=move |_| on_close()>{common::cancel}</button>
                    <button class="btn btn--primary" type="submit">{title}</button>
                </div>
            </form>
        </Dialog>
    }
}
