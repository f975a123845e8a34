//! Fills an empty workspace with invented records, to try things out.

use domain::commands::{AddRecords, Command, Draft};
use domain::ids::Id;
use domain::records::Kind;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::clock;
use crate::i18n::{basics, format, inbox as words, shell};
use crate::sample::invented;
use crate::views::import::Session;
use crate::views::shell::actions::Actions;
use crate::views::shell::toasts::Toast;

/// Records added by one command.
const AT_ONCE: usize = 500;

#[component]
pub fn SampleButton() -> impl IntoView {
    let actions = Actions::use_actions();
    let session = expect_context::<Session>();
    // How many of how many are there; none while nothing runs.
    let progress = RwSignal::new(None::<(usize, usize)>);
    let start = move |_| {
        if progress.get_untracked().is_none() {
            spawn_local(add(actions, session, progress));
        }
    };
    view! {
        <button class="btn btn--ghost" type="button" aria-disabled=move || progress.get().is_some().then_some("true") on:click=start>
            {words::sample}
        </button>
        <p class="small quiet" role="status">
            {move || progress.get().map(|(done, total)| words::sample_progress(format::count(done), format::count(total)))}
        </p>
    }
}

/// Goes on when the screen is left: the button may be gone after the first part.
async fn add(actions: Actions, session: Session, progress: RwSignal<Option<(usize, usize)>>) {
    let batch = actions.dispatch.stamp().command;
    let Some(drafts) = invented(batch, clock::today()).await else {
        return actions.toasts.error(shell::part_missing());
    };
    let total = drafts.len();
    let leads = drafts.iter().filter(|draft| draft.kind == Kind::Lead).count();
    let mut done = 0;
    for part in drafts.chunks(AT_ONCE) {
        progress.try_set(Some((done, total)));
        if let Err(failure) = actions.dispatch.run(command(part, batch)).await {
            actions.toasts.error(actions.explain(&failure));
            progress.try_set(None);
            return;
        }
        done += part.len();
    }
    progress.try_set(None);
    let undo = move || session.undo_batch(batch, words::sample().to_owned());
    actions.toasts.show(Toast::new(words::sample_done(leads)).action(basics::undo(), undo));
}

fn command(part: &[Draft], batch: Id) -> Command {
    Command::AddRecords(AddRecords { drafts: part.to_vec(), import: Some(batch) })
}
