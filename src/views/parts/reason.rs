//! Asks why something is given up: a reason from a list, and a note. Without a reason nobody learns from it (R6, R12).

use domain::commands::Command;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::SubmitEvent;

use crate::components::{Dialog, FieldError};
use crate::i18n::{Message, basics};
use crate::views::shell::actions::Actions;

/// The words of one such question.
#[derive(Clone, Copy)]
pub struct Question {
    /// What follows, above the fields.
    pub lead: Option<Message>,
    pub reason: Message,
    pub note: Message,
    /// The button that does it.
    pub save: Message,
}

/// Open while mounted. `command` makes of the reason and the note what is to be done.
#[component]
pub fn ReasonDialog(
    question: Question,
    #[prop(into)] title: Signal<String>,
    reasons: Vec<&'static str>,
    command: impl Fn(String) -> Command + Send + Sync + 'static,
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let actions = Actions::use_actions();
    let select = NodeRef::<html::Select>::new();
    let note = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let reason = select.get_untracked().map(|select| select.value()).unwrap_or_default();
        if reason.is_empty() {
            error.set(Some(basics::choose_reason().to_owned()));
            // A list in the page can always take the focus.
            return drop(select.get_untracked().map(|select| select.focus()));
        }
        let note = note.get_untracked();
        let command = command(if note.trim().is_empty() { reason } else { format!("{reason}: {}", note.trim()) });
        spawn_local(async move {
            match actions.submit(command).await {
                Ok(_) => on_close(),
                Err(failure) => drop(error.try_set(Some(actions.explain(&failure)))),
            }
        });
    };
    view! {
        <Dialog labelled_by="reason-title" class="dialog--sm" on_close>
            <form class="dialog__form" on:submit=submit>
                <div class="dialog__head"><h2 class="dialog__title" id="reason-title">{title}</h2></div>
                <div class="dialog__body">
                    {question.lead.map(|lead| view! { <p class="dialog__lead">{lead}</p> })}
                    <div>
                        <label class="label" for="reason">{question.reason}</label>
                        <select
                            node_ref=select
                            class="select"
                            id="reason"
                            autofocus=true
                            aria-invalid=move || error.get().is_some().then_some("true")
                            aria-describedby="reason-error"
                            on:change=move |_| error.set(None)
                        >
                            // Whoever is in a hurry names no reason, rather than the first one.
                            <option value="">{basics::choose_reason}</option>
                            {reasons.into_iter().map(|reason| view! { <option>{reason}</option> }).collect_view()}
                        </select>
                        <FieldError id="reason-error".to_owned() error/>
                    </div>
                    <div>
                        <label class="label" for="reason-note">{question.note} " " <span class="opt">{basics::optional}</span></label>
                        <input class="input" id="reason-note" autocomplete="off" bind:value=note/>
                    </div>
                </div>
                <div class="dialog__foot">
                    <span class="spacer"></span>
                    <button class="btn" type="button" on:click=move |_| on_close()>{basics::cancel}</button>
                    <button class="btn btn--primary" type="submit">{question.save}</button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}
