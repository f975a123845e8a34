//! The third step: what an import would bring, and what does not fit, before anything is written.

use leptos::prelude::*;

use super::StepHeading;
use super::doubles::Doubles;
use super::doubles_panel::{DoublesPanel, DoublesTable};
use super::problem_table::ProblemTable;
use super::session::{Session, Stage};
use super::tally::TallyList;
use crate::components::{Icon, IconName, ProgressBar};
use crate::i18n::{basics, import as words};

#[component]
pub fn CheckStep() -> impl IntoView {
    let session = expect_context::<Session>();
    let scan = session.scan;
    let done = Memo::new(move |_| scan.with(|scan| scan.done));
    let problems = Memo::new(move |_| scan.with(|scan| scan.refused.count + scan.kept.count));
    let skipped = Memo::new(move |_| session.doubles.with(Doubles::skipped));
    let imported = Memo::new(move |_| scan.with(|scan| scan.tally.imported).saturating_sub(skipped.get()));
    let name = move || session.file.get().map(|file| file.name.clone()).unwrap_or_default();
    let heading = move || if done.get() { words::checked(scan.with(|scan| scan.tally.read)) } else { words::checking(name()) };
    view! {
        <div class="wizard__cols wizard__cols--result">
            <div class="wizard__head">
                <div class="wizard__file">
                    <div>
                        <StepHeading>{heading}</StepHeading>
                        <p class="small muted">{move || done.get().then(|| format!("{} · ", name()))} {words::no_lead_saved}</p>
                    </div>
                </div>
                <Stopped/>
            </div>
            <aside class="wizard__side" aria-label=words::side>
                <h3 class="section__title wizard__title">{words::what_happens}</h3>
                <TallyList/>
                <DoublesPanel/>
            </aside>
            <div class="wizard__main">
                <Show when=move || done.get() fallback=Checking>
                    <Show when=move || imported.get() == 0>
                        <div class="notice notice--warn"><Icon name=IconName::Alert/><p>{words::nothing_to_import}</p></div>
                    </Show>
                    <DoublesTable/>
                    <Show when=move || { problems.get() > 0 } fallback=AllGood><ProblemTable/></Show>
                </Show>
            </div>
        </div>
        <footer class="view__footer">
            <button class="btn" type="button" on:click=move |_| session.go(Stage::Match)>{basics::back}</button>
            <span class="spacer"></span>
            <Show when=move || done.get()>
                <Show when=move || { imported.get() > 0 }>
                    // The second half of a double click was meant for the button that stood here before.
                    <button
                        class="btn btn--primary"
                        type="button"
                        on:click=move |event| if event.detail() < 2 { session.import() }
                    >
                        {move || words::import_n(imported.get())}
                    </button>
                </Show>
            </Show>
        </footer>
    }
}

/// Rows as they are looked through. It may be stopped, and begun again.
#[component]
fn Checking() -> impl IntoView {
    let session = expect_context::<Session>();
    let scan = session.scan;
    let percent = move || scan.with(|scan| (scan.progress * 100.0) as usize);
    let text = move || words::n_rows(scan.with(|scan| scan.tally.read));
    let stopped = move || scan.with(|scan| scan.stopped);
    view! {
        <div class="wizard__run">
            <Show
                when=stopped
                fallback=move || {
                    view! {
                        <ProgressBar
                            label=Signal::derive(|| words::step_check().to_owned())
                            done=Signal::derive(percent)
                            total=Signal::stored(100)
                            text=Signal::derive(text)
                        />
                        <p><button class="btn btn--sm" type="button" on:click=move |_| session.stop_scan()>{basics::stop}</button></p>
                    }
                }
            >
                <p role="status">{words::check_stopped}</p>
                <p><button class="btn btn--sm" type="button" on:click=move |_| session.scan_anew()>{words::check_again}</button></p>
            </Show>
        </div>
    }
}

#[component]
fn AllGood() -> impl IntoView {
    view! {
        <div class="empty">
            <span class="empty__icon"><Icon name=IconName::Check large=true/></span>
            <h3>{words::all_good}</h3>
            <p>{words::all_good_text}</p>
        </div>
    }
}

/// Said after an import was stopped: the file is as it was, and so is the data.
#[component]
fn Stopped() -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <div role="status">
            <Show when=move || session.stopped.get()>
                <div class="notice"><Icon name=IconName::Info/><p>{words::was_stopped}</p></div>
            </Show>
        </div>
    }
}
