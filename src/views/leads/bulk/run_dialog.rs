//! The second step: how far the run is, what became of each lead, and the way back.

mod foot;
mod outcomes;
mod said;

use domain::bulk::{Run, Sums};
use leptos::html;
use leptos::prelude::*;

use self::foot::Foot;
use self::outcomes::Outcomes;
pub use self::said::outcome_word;
use super::lines::sums as sums_said;
use super::session::Session;
use crate::clock;
use crate::components::{Dialog, Icon, IconName, ProgressBar};
use crate::i18n::{bulk as words, convert, format};

#[component]
pub fn RunDialog() -> impl IntoView {
    let session = Session::use_session();
    let heading = NodeRef::<html::H2>::new();
    let sums = Memo::new(move |_| session.run.with(|run| run.as_ref().map(Run::sums).unwrap_or_default()));
    let total = move || session.run.with(|run| run.as_ref().map_or(0, |run| run.progress().1));
    let head = move || if session.flows.run_at_work.get() { words::running(total()) } else { words::ended(sums.get().converted) };
    view! {
        <Dialog labelled_by="bulk-run-title" class="dialog--sm dialog--md" on_close=move || session.close_run()>
            <div class="dialog__form">
                <header class="dialog__head">
                    <h2 node_ref=heading class="dialog__title grow" id="bulk-run-title" tabindex="-1" autofocus=true>{head}</h2>
                    <button class="btn btn--ghost btn--icon" type="button" aria-label=convert::close_esc on:click=move |_| session.close_run()>
                        <Icon name=IconName::X/>
                    </button>
                </header>
                <div class="dialog__body">
                    <Show when=move || session.flows.run_at_work.get() fallback=move || view! { <p class="small muted" role="status">{move || all_sums(sums.get())}</p> }>
                        <Progress/>
                    </Show>
                    <Show when=move || session.failed.with(Option::is_some)>
                        <p class="notice notice--danger" role="alert">
                            <Icon name=IconName::Alert/>
                            <span>{move || session.failed.get()}</span>
                        </p>
                    </Show>
                    <Outcomes/>
                </div>
                <Foot sums heading/>
            </div>
        </Dialog>
    }
}

#[component]
fn Progress() -> impl IntoView {
    let session = Session::use_session();
    let progress = Memo::new(move |_| session.run.with(|run| run.as_ref().map(Run::progress).unwrap_or_default()));
    let stopping = Memo::new(move |_| session.run.with(|run| run.as_ref().is_some_and(Run::is_stopped)));
    let text = Signal::derive(move || words::done_of(format::count(progress.get().0), format::count(progress.get().1)));
    let left = Signal::derive(move || {
        let (done, total) = progress.get();
        let spent = clock::elapsed() - session.begun.get();
        // Of the first seconds nothing follows.
        (done > 0 && spent > 1_000.0).then(|| words::seconds_left((spent * (total - done) as f64 / done as f64 / 1_000.0).ceil() as usize))
    });
    view! {
        <p class="small muted">{move || if stopping.get() { words::stopping() } else { words::may_close() }}</p>
        <ProgressBar
            label=Signal::derive(move || words::running(progress.get().1))
            done=Signal::derive(move || progress.get().0)
            total=Signal::derive(move || progress.get().1)
            text
            left
        />
    }
}

/// In words: what became of the leads, and what was made.
fn all_sums(sums: Sums) -> String {
    let leads = sums_said(&[
        (sums.converted, words::sum_converted),
        (sums.needs_choice, words::sum_choose),
        (sums.refused + sums.blocked, words::sum_refused),
        (sums.skipped, words::sum_skipped),
        (sums.waiting, words::sum_waiting),
    ]);
    let made = sums_said(&[
        (sums.organizations, words::made_organizations),
        (sums.people, words::made_people),
        (sums.deals, words::made_deals),
        (sums.tasks, words::made_tasks),
    ]);
    if made.is_empty() { leads } else { format!("{leads}. {}", words::created(made)) }
}
