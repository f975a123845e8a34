//! The first step: settings for all, and what will happen to each lead.

use domain::bulk::{BulkPlan, Verdict};
use leptos::ev;
use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::lines::sums;
use super::plan_lines::PlanLines;
use super::session::{DRAFT, Session};
use super::settings::SettingsForm;
use crate::components::{Dialog, Icon, IconName, sends};
use crate::i18n::{basics, bulk as words, convert, explain, new_lead};
use crate::views::leads::convert::{is_outside, not_by_slip};
use crate::views::parts::profile_select::profile_select;
use crate::views::shell::shortcuts::cap_line;
use crate::views::shell::toasts::Toast;

#[component]
pub fn PlanDialog() -> impl IntoView {
    let session = Session::use_session();
    let profile = Memo::new(move |_| session.settings.with(|settings| settings.profile));
    DRAFT.follow(
        move || session.draft(),
        move || {
            let leads = session.leads.get_untracked();
            let reopen = move || session.flows.convert_together(leads.to_vec());
            session.actions.toasts.show(Toast::new(convert::draft_kept()).action(new_lead::reopen(), reopen));
        },
    );
    let outside = window_event_listener(ev::keydown, move |event| {
        if sends(&event) && is_outside(&event) {
            event.prevent_default();
            start(session);
        }
    });
    on_cleanup(move || outside.remove());
    let follow = move |profile| session.settings.update(|settings| settings.follow(profile));
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        start(session);
    };
    view! {
        <Dialog labelled_by="bulk-title" on_close=move || session.close_plan()>
            <form class="dialog__form" novalidate=true on:submit=send on:keydown=not_by_slip>
                <header class="dialog__head">
                    <div class="grow">
                        <h2 class="dialog__title" id="bulk-title" tabindex="-1" autofocus=true>
                            {move || words::title(session.leads.with(|leads| leads.len()))}
                        </h2>
                        <p class="small muted">{words::hint}</p>
                    </div>
                    {profile_select("bulk-profile", profile.into(), Callback::new(follow))}
                    <button class="btn btn--ghost btn--icon" type="button" aria-label=convert::close_esc on:click=move |_| session.close_plan()>
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

/// Where nothing is ready, the foot says what to do.
fn start(session: Session) {
    session.attempted.set(true);
    session.start();
}

/// What to do, or why there is nothing to be done.
fn none_ready(session: Session, plan: &BulkPlan) -> String {
    match plan.reason_of_all() {
        Some(reason) => words::none_ever(explain::rejection(reason, &|id| session.actions.name(id))),
        None if plan.is_in_vain() => words::none_ever_listed().to_owned(),
        None => words::none_ready().to_owned(),
    }
}

#[component]
fn Foot() -> impl IntoView {
    let session = Session::use_session();
    let count = move |verdict| session.plan.with(|plan| plan.as_ref().map_or(0, |plan| plan.count(verdict)));
    let is_planned = Memo::new(move |_| session.plan.with(Option::is_some));
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
            <Show when=move || { session.attempted.get() && ready.get() == 0 && is_planned.get() }>
                <span class="error" role="alert">{move || session.plan.with(|plan| plan.as_ref().map(|plan| none_ready(session, plan)))}</span>
            </Show>
            <span class="spacer"></span>
            <button class="btn" type="button" on:click=move |_| session.cancel()>{basics::cancel}</button>
            <button
                class="btn btn--primary"
                type="submit"
                aria-keyshortcuts="Control+Enter Meta+Enter"
                aria-disabled=move || (ready.get() == 0).then_some("true")
            >
                {move || if is_planned.get() { words::convert_n(ready.get()) } else { words::convert().to_owned() }}
                " "
                <kbd class="only-wide" aria-hidden="true">{move || cap_line("Mod+Enter")}</kbd>
            </button>
        </footer>
    }
}
