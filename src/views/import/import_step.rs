//! The fourth step: leads are written; then the sums, and the way back.

use leptos::prelude::*;
use leptos_router::components::A;

use super::StepHeading;
use super::doubles::Doubles;
use super::problem_table::ProblemTable;
use super::session::{Progress, Session, Stage};
use super::tally::TallyList;
use super::undoing::Undone;
use crate::clock;
use crate::components::{Icon, IconName, ProgressBar};
use crate::i18n::{basics, format, import as words};
use crate::routes;

/// Shorter runs say nothing about the time left.
const LONG_MS: f64 = 5_000.0;

#[component]
pub fn ImportStep() -> impl IntoView {
    let session = expect_context::<Session>();
    move || match session.stage.get() {
        Stage::Importing => view! { <Importing/> }.into_any(),
        Stage::Undoing { name } => view! { <Undoing name/> }.into_any(),
        Stage::Finished(_) => view! { <Finished/> }.into_any(),
        Stage::Failed { reason } => view! { <Failed reason/> }.into_any(),
        Stage::Undone(undone) => view! { <UndoneView undone/> }.into_any(),
        _ => ().into_any(),
    }
}

/// Time left, in words; it comes late and is rounded, so that it does not jump.
fn time_left(Progress { done, total, since }: Progress) -> Option<String> {
    let spent = clock::elapsed() - since;
    let left = spent * (total.saturating_sub(done)) as f64 / done.max(1) as f64;
    if done == 0 || spent < 1_000.0 || spent + left < LONG_MS {
        return None;
    }
    let seconds = (left / 1_000.0).ceil();
    Some(if seconds < 60.0 {
        words::seconds_left(((seconds / 5.0).ceil() * 5.0) as usize)
    } else {
        words::minutes_left((seconds / 60.0).ceil() as usize)
    })
}

#[component]
fn Bar(#[prop(into)] label: Signal<String>, text: fn(String, String) -> String) -> impl IntoView {
    let session = expect_context::<Session>();
    let progress = session.progress;
    view! {
        <ProgressBar
            label
            done=Signal::derive(move || progress.with(|progress| progress.done))
            total=Signal::derive(move || progress.with(|progress| progress.total))
            text=Signal::derive(move || progress.with(|progress| text(format::count(progress.done), format::count(progress.total))))
            left=Signal::derive(move || time_left(progress.get()))
        />
    }
}

#[component]
fn Importing() -> impl IntoView {
    let session = expect_context::<Session>();
    let name = session.file.get_untracked().map(|file| file.name.clone()).unwrap_or_default();
    let heading = Signal::derive(move || words::importing(&name));
    view! {
        <div class="view__body scroll">
            <div class="wizard__run">
                <StepHeading>{heading}</StepHeading>
                <Bar label=heading text=|done, total| words::rows_done(done, total)/>
                <p class="small muted">{words::may_leave}</p>
                <p>
                    <button class="btn btn--danger" type="button" on:click=move |_| session.stop.set_value(true)>
                        {words::stop_and_undo}
                    </button>
                </p>
            </div>
        </div>
    }
}

#[component]
fn Undoing(name: String) -> impl IntoView {
    let heading = Signal::derive(move || words::undoing(&name));
    view! {
        <div class="view__body scroll">
            <div class="wizard__run">
                <StepHeading>{heading}</StepHeading>
                <Bar label=heading text=|done, total| words::leads_left(done, total)/>
            </div>
        </div>
    }
}

#[component]
fn Finished() -> impl IntoView {
    let session = expect_context::<Session>();
    let problems = Memo::new(move |_| session.scan.with(|scan| scan.refused.count + scan.kept.count));
    let imported = move || session.scan.with(|scan| scan.tally.imported).saturating_sub(session.doubles.with(Doubles::skipped));
    let name = session.file.get_untracked().map(|file| file.name.clone()).unwrap_or_default();
    view! {
        <div class="wizard__cols wizard__cols--result">
            <div class="wizard__head">
                <div class="wizard__file">
                    <span class="avatar avatar--lg avatar--org" aria-hidden="true"><Icon name=IconName::Check large=true/></span>
                    <div>
                        <StepHeading>{move || words::finished(imported())}</StepHeading>
                        <p class="small muted">{name}</p>
                    </div>
                </div>
            </div>
            <aside class="wizard__side" aria-label=words::result>
                <h3 class="section__title wizard__title">{words::result}</h3>
                <TallyList done=true/>
            </aside>
            <div class="wizard__main">
                <Show when=move || { problems.get() > 0 }><ProblemTable/></Show>
            </div>
        </div>
        <footer class="view__footer">
            <button class="btn" type="button" on:click=move |_| session.undo()><Icon name=IconName::Undo/>{words::undo_import}</button>
            <span class="spacer"></span>
            // Not by the second half of a double click: what is listed here would be gone.
            <button
                class="btn"
                type="button"
                on:click=move |event| if event.detail() < 2 { session.start_over() }
            >
                {words::import_another}
            </button>
            <A href=routes::LEADS attr:class="btn btn--primary">{words::show_leads}</A>
        </footer>
    }
}

#[component]
fn Failed(reason: String) -> impl IntoView {
    let session = expect_context::<Session>();
    let heading = move || session.progress.with(|progress| words::failed(format::count(progress.done), format::count(progress.total)));
    view! {
        <div class="view__body scroll">
            <div class="wizard__run">
                <StepHeading>{heading}</StepHeading>
                <div class="notice notice--error" role="alert">
                    <Icon name=IconName::Alert/>
                    <div><p>{reason}</p><p>{words::failed_text}</p></div>
                </div>
                <p class="cluster">
                    <button class="btn btn--primary" type="button" on:click=move |_| session.import()>{basics::try_again}</button>
                    <button class="btn" type="button" on:click=move |_| session.undo()><Icon name=IconName::Undo/>{words::undo_import}</button>
                    <A href=routes::LEADS attr:class="btn">{words::show_leads}</A>
                </p>
            </div>
        </div>
    }
}

#[component]
fn UndoneView(undone: Undone) -> impl IntoView {
    let session = expect_context::<Session>();
    let Undone { left, reason } = undone;
    let clean = left == 0 && reason.is_none();
    let open = move || session.file.with(Option::is_some);
    view! {
        <div class="view__body scroll">
            <div class="wizard__run">
                <StepHeading>{words::undone}</StepHeading>
                <Show when=move || clean><p>{words::undone_text}</p></Show>
                <Show when=move || { left > 0 }><p>{move || words::undone_partly(left)}</p></Show>
                {reason
                    .map(|reason| {
                        view! {
                            <div class="notice notice--error" role="alert">
                                <Icon name=IconName::Alert/>
                                <div><p>{words::undo_failed}</p><p>{reason}</p></div>
                            </div>
                        }
                    })}
                <p class="cluster">
                    <button class="btn" type="button" on:click=move |_| session.start_over()>{words::import_another}</button>
                    <Show when=open>
                        <button class="btn" type="button" on:click=move |_| session.go(Stage::Match)>{words::step_match}</button>
                    </Show>
                    <A href=routes::LEADS attr:class="btn">{words::show_leads}</A>
                </p>
            </div>
        </div>
    }
}
