//! Recent changes: what was done on this device in the last 30 days, each with its way back.

use domain::commands::{Action, Receipt};
use domain::records::Kind;
use leptos::prelude::*;

use super::actions::Actions;
use super::page::{PageHeading, page_title};
use crate::clock;
use crate::components::{Icon, IconName};
use crate::i18n::{basics, changes as words, explain, format, shell};
use crate::routes;
use crate::store::working_set::RecentChange;
use crate::views::import::Session;

const DAYS: i64 = 30;
const DAY_MS: i64 = 86_400_000;
/// Shown at first, and so many more at a time.
const STEP: usize = 200;

#[component]
pub fn Changes() -> impl IntoView {
    page_title(|| shell::changes().to_owned());
    let actions = Actions::use_actions();
    let oldest = clock::now() - DAYS * DAY_MS;
    let shown = RwSignal::new(STEP);
    // One beyond those shown tells that there are more.
    let found = actions.live.query(Kind::ALL, move |set| set.recent_changes(oldest, shown.get() + 1));
    let changes = Memo::new(move |_| found.with(|found| found.iter().take(shown.get()).cloned().collect::<Vec<_>>()));
    let more = Memo::new(move |_| found.with(Vec::len) > shown.get());
    view! {
        <main class="view" id="main" aria-labelledby="page-title">
            <header class="view__header">
                <PageHeading class="view__title">{shell::changes}</PageHeading>
                <span class="view__count">{words::last_days}</span>
            </header>
            <div class="view__body scroll">
                <Show when=move || changes.with(Vec::is_empty)>
                    <div class="empty">
                        <Icon name=IconName::Clock large=true/>
                        <p class="empty__title">{words::empty}</p>
                    </div>
                </Show>
                <ol class="rows rows--inset">
                    <For each=move || changes.get() key=|change| change.receipt.stamp.command let:change>
                        <ChangeRow changes change/>
                    </For>
                </ol>
                <Show when=move || more.get()>
                    <p class="empty__actions">
                        <button class="btn" type="button" on:click=move |_| shown.update(|shown| *shown += STEP)>{words::show_more}</button>
                    </p>
                </Show>
            </div>
        </main>
    }
}

#[component]
fn ChangeRow(changes: Memo<Vec<RecentChange>>, change: RecentChange) -> impl IntoView {
    let actions = Actions::use_actions();
    let receipt = StoredValue::new(change.receipt.clone());
    let id = change.receipt.stamp.command;
    let run = change.run.is_some() && change.converted > 1;
    let now = move |all: &Vec<RecentChange>| {
        all.iter().find(|change| change.receipt.stamp.command == id).map(|change| (change.undone, change.taken_back))
    };
    let now = Memo::new(move |_| changes.with(now).unwrap_or_default());
    let undone = Memo::new(move |_| now.get().0);
    let takes_back = change.receipt.action.takes_back();
    // How far it is: it may have ended in the middle.
    let so_far = move || match now.get() {
        (false, count @ 1..) if run => format!(" · {}", if takes_back { words::some_redone(count) } else { words::some_undone(count) }),
        _ => String::new(),
    };
    let text = move || match receipt.with_value(|receipt| receipt.action.turns()) {
        turns if run => explain::run(change.converted, turns),
        _ => receipt.with_value(|receipt| explain::action(&receipt.action, &|id| actions.name(id))),
    };
    let when = move || receipt.with_value(|receipt| format!("{}, {}", format::moment(receipt.stamp.at), actions.name(receipt.stamp.by)));
    let href = receipt.with_value(|receipt| place(receipt, actions)).filter(|_| !run);
    view! {
        <li>
            <Icon name=receipt.with_value(|receipt| icon(&receipt.action))/>
            <div>
                {match href {
                    Some(href) => view! { <a href=href>{text}</a> }.into_any(),
                    None => view! { <span>{text}</span> }.into_any(),
                }}
                <p>{when}{so_far}</p>
            </div>
            {move || if undone.get() { taken_back() } else { way_back(change.clone(), actions) }}
        </li>
    }
}

fn taken_back() -> AnyView {
    view! { <span class="badge">{words::undone}</span> }.into_any()
}

fn way_back(change: RecentChange, actions: Actions) -> AnyView {
    let is_undo = change.receipt.action.takes_back();
    if change.receipt.undoes().is_some() && change.import.is_some() {
        // The file can be imported again: that is quicker than taking hundreds of commits forth.
        return ().into_any();
    }
    let session = expect_context::<Session>();
    let undo = move |_| match (change.import, change.run) {
        (Some(batch), _) => session.undo_batch(batch, shell::import().to_owned()),
        (_, Some(_)) => actions.undo_many(actions.live.read(|set| set.run_commits(&change))),
        _ => actions.undo(change.receipt.clone()),
    };
    view! {
        <button class="btn btn--sm" type="button" on:click=undo>
            <Icon name=IconName::Undo/>
            {if is_undo { basics::redo } else { basics::undo }}
        </button>
    }
    .into_any()
}

/// The page of the record the change was about, while it is there.
fn place(receipt: &Receipt, actions: Actions) -> Option<String> {
    let id = match &receipt.action {
        Action::Converted { lead, .. } | Action::ConvertedInRun { lead, .. } => *lead,
        Action::DealMoved { deal, .. } | Action::DealWon { deal } | Action::DealLost { deal } | Action::DealReopened { deal } => *deal,
        Action::Merged { kept: id, .. } | Action::KeptSeparate { one: id, .. } => *id,
        _ if receipt.steps.len() == 1 => receipt.steps[0].id(),
        _ => return None,
    };
    routes::of(&actions.live.read(|set| set.get(id))?)
}

fn icon(action: &Action) -> IconName {
    match action {
        Action::Added { .. } => IconName::Plus,
        Action::Imported { .. } => IconName::Upload,
        Action::Edited { .. } => IconName::Pencil,
        Action::Removed { .. } => IconName::X,
        Action::Archived { .. } | Action::Restored { .. } => IconName::Archive,
        Action::StatusSet { .. } | Action::DealMoved { .. } => IconName::Flow,
        Action::Converted { .. } | Action::ConvertedInRun { .. } => IconName::Convert,
        Action::DealWon { .. } | Action::DealReopened { .. } => IconName::Trophy,
        Action::DealLost { .. } => IconName::XCircle,
        Action::KeptSeparate { .. } => IconName::X,
        Action::Merged { .. } => IconName::Link,
        Action::Undone { .. } => IconName::Undo,
    }
}
