//! The first step: settings for all, and what will happen to each lead.

use domain::bulk::Verdict;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, SubmitEvent};

use super::lines::sums;
use super::plan_lines::PlanLines;
use super::session::Session;
use super::settings::SettingsForm;
use crate::components::mounted::when_mounted;
use crate::components::{Dialog, Icon, IconName};
use crate::i18n::{basics, bulk as words, convert};
use crate::views::parts::profile_select::profile_select;
use crate::views::shell::shortcuts::cap_line;

#[component]
pub fn PlanDialog() -> impl IntoView {
    let session = Session::use_session();
    let heading = NodeRef::<html::H2>::new();
    when_mounted(heading, |heading| drop(heading.focus()));
    let profile = Memo::new(move |_| session.settings.with(|settings| settings.profile));
    let follow = move |profile| session.settings.update(|settings| settings.follow(profile));
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        session.start();
    };
    view! {
        <Dialog labelled_by="bulk-title" on_close=move || session.close()>
            <form class="dialog__form" novalidate=true on:submit=send on:keydown=move |event| keys(session, &event)>
                <header class="dialog__head">
                    <div class="grow">
                        <h2 node_ref=heading class="dialog__title" id="bulk-title" tabindex="-1">
                            {move || words::title(session.leads.with(|leads| leads.len()))}
                        </h2>
                        <p class="small muted">{words::hint}</p>
                    </div>
                    {profile_select("bulk-profile", profile.into(), Callback::new(follow))}
                    <button class="btn btn--ghost btn--icon" type="button" aria-label=convert::close_esc on:click=move |_| session.close()>
                        <Icon name=IconName::X/>
                    </button>
                </header>
                <div class="dialog__cols dialog__cols--list">
                    <div class="dialog__col"><SettingsForm/></div>
                    <section class="dialog__col" aria-labelledby="bulk-plan" tabindex="0"><PlanLines/></section>
                </div>
                <Foot/>
            </form>
        </Dialog>
    }
}

/// Ctrl+Enter converts from anywhere; Enter alone never does.
fn keys(session: Session, event: &KeyboardEvent) {
    if event.key() != "Enter" || event.is_composing() {
        return;
    }
    if event.ctrl_key() || event.meta_key() {
        event.prevent_default();
        return session.start();
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if target.is_some_and(|target| target.tag_name() == "INPUT") {
        event.prevent_default();
    }
}

#[component]
fn Foot() -> impl IntoView {
    let session = Session::use_session();
    let count = move |verdict| session.plan.with(|plan| plan.as_ref().map_or(0, |plan| plan.count(verdict)));
    let ready = Memo::new(move |_| count(Verdict::Create) + count(Verdict::Link));
    let sums = move || {
        sums(&[
            (ready.get(), words::sum_ready),
            (count(Verdict::NeedsChoice), words::sum_choose),
            (count(Verdict::Blocked), words::sum_blocked),
            (count(Verdict::Skipped), words::sum_skipped),
        ])
    };
    view! {
        <footer class="dialog__foot">
            <span class="small muted" role="status">{sums}</span>
            <span class="spacer"></span>
            <button class="btn" type="button" on:click=move |_| session.close()>{basics::cancel}</button>
            <button
                class="btn btn--primary"
                type="submit"
                aria-keyshortcuts="Control+Enter Meta+Enter"
                aria-disabled=move || (ready.get() == 0).then_some("true")
            >
                {move || words::convert_n(ready.get())}
                " "
                <kbd class="only-wide" aria-hidden="true">{move || cap_line("Mod+Enter")}</kbd>
            </button>
        </footer>
    }
}
