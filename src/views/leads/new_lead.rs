//! A new lead by hand: a name or an organization is enough.

mod form;
mod known;

use leptos::prelude::*;

use self::form::{DRAFT, Form};
use crate::components::{Dialog, Icon, IconName};
use crate::i18n::{basics, new_lead as words};
use crate::views::shell::flows::Flows;

/// Draws the dialog while somebody wants it.
#[component]
pub fn NewLeadHost() -> impl IntoView {
    let flows = Flows::use_flows();
    view! {
        <Show when=move || flows.new_lead.get()>
            <NewLead/>
        </Show>
    }
}

#[component]
fn NewLead() -> impl IntoView {
    let flows = Flows::use_flows();
    let form = Form::load();
    form.keep();
    let close = move || flows.new_lead.set(false);
    view! {
        <Dialog labelled_by="new-lead-title" class="dialog--sm new-lead" on_close=close>
            <form
                class="dialog__form"
                novalidate=true
                on:submit=move |event| {
                    event.prevent_default();
                    form.save(false);
                }
            >
                <div class="dialog__head">
                    <h2 class="dialog__title" id="new-lead-title">{words::title}</h2>
                    <button class="btn btn--ghost btn--icon push" type="button" aria-label=basics::close on:click=move |_| close()>
                        <Icon name=IconName::X/>
                    </button>
                </div>
                <form::Fields form/>
                <div class="dialog__foot">
                    <button class="btn btn--ghost" type="button" on:click=move |_| form.save(true)>{words::save_and_another}</button>
                    <span class="spacer"></span>
                    <button
                        class="btn"
                        type="button"
                        on:click=move |_| {
                            DRAFT.forget();
                            flows.new_lead.set(false);
                        }
                    >
                        {basics::cancel}
                    </button>
                    <button class="btn btn--primary" type="submit" aria-keyshortcuts="Control+Enter Meta+Enter">{words::save}</button>
                </div>
            </form>
        </Dialog>
    }
}
