//! Import leads from a file, in four steps: file, columns, check, import.

mod check_step;
mod choices;
mod choose;
mod doubles;
mod doubles_panel;
mod download;
mod file_step;
mod import_step;
mod known_emails;
mod last_import;
mod match_step;
mod open_file;
mod problem_table;
mod running;
mod scan;
mod session;
mod tally;
mod undoing;
mod workspace;

use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use self::check_step::CheckStep;
use self::file_step::{FileStep, PageDrop};
use self::import_step::ImportStep;
use self::match_step::MatchStep;
use self::session::Stage;
use super::shell::page::{PageHeading, page_title};
use crate::components::mounted::when_mounted;
use crate::i18n::import as words;

pub use self::session::{Session, Step};

#[component]
pub fn ImportPage(
    /// Draws what follows the choice of a file: its code comes later.
    later: Callback<Step, AnyView>,
) -> impl IntoView {
    page_title(|| words::title().to_owned());
    let session = expect_context::<Session>();
    let step = Memo::new(move |_| session.stage.with(Stage::step));
    // Not at what is shown first: there the heading of the screen has the focus.
    let moved = StoredValue::new(false);
    Effect::new(move |before: Option<()>| {
        session.stage.track();
        moved.set_value(before.is_some());
    });
    provide_context(StepFocus(moved));
    view! {
        <main class="view" id="main" aria-labelledby="page-title">
            <header class="view__header">
                <PageHeading class="view__title">{words::title}</PageHeading>
                <Steps step/>
            </header>
            {move || match step.get() {
                Step::File => view! { <FileStep/> }.into_any(),
                step => later.run(step),
            }}
            <PageDrop/>
        </main>
    }
}

/// The steps after the first.
pub fn later_step(step: Step) -> AnyView {
    match step {
        Step::File => ().into_any(),
        Step::Match => view! { <MatchStep/> }.into_any(),
        Step::Check => view! { <CheckStep/> }.into_any(),
        Step::Import => view! { <ImportStep/> }.into_any(),
    }
}

/// Where one is. Steps behind are named as done, for those who don't see the tick.
#[component]
fn Steps(step: Memo<Step>) -> impl IntoView {
    view! {
        <ol class="steps push" aria-label=words::steps>
            {Step::ALL
                .map(|one| {
                    let done = move || one < step.get();
                    view! {
                        <li class:is-done=done aria-current=move || (one == step.get()).then_some("step")>
                            <span>{move || one.name()}</span>
                            <Show when=done><span class="visually-hidden">{words::step_done}</span></Show>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}

/// Whether this screen has shown something else before.
#[derive(Clone, Copy)]
struct StepFocus(StoredValue<bool>);

/// The heading of what is shown. It takes the focus when that comes in place of something else.
#[component]
fn StepHeading(#[prop(optional)] class: &'static str, children: Children) -> impl IntoView {
    let moved = expect_context::<StepFocus>();
    let here = use_location().pathname.get_untracked();
    let node = NodeRef::<html::H2>::new();
    when_mounted(node, move |heading| {
        request_animation_frame(move || {
            let still = web_sys::window().and_then(|window| window.location().pathname().ok()) == Some(here);
            if still && moved.0.try_get_value().unwrap_or(false) {
                // A heading with a tabindex can always take the focus.
                let _ = heading.focus();
            }
        });
    });
    view! { <h2 node_ref=node class=class id="step-title" tabindex="-1">{children()}</h2> }
}
