//! Recent changes: what was done on this device in the last 30 days, each with its way back.

mod outcomes;

use domain::commands::{Action, Command, Receipt, Step, Undo};
use domain::decide::decide_with;
use domain::ids::Id;
use domain::records::Kind;
use domain::rejection::Rejection;
use leptos::prelude::*;
use web_sys::MouseEvent;

use self::outcomes::outcomes;
use super::actions::{Actions, removed_name};
use super::flows::Flows;
use super::page::{PageHeading, page_title};
use crate::clock;
use crate::components::{Icon, IconName};
use crate::i18n::{basics, bulk, changes as words, explain, format, shell};
use crate::routes;
use crate::store::working_set::RecentChange;
use crate::views::import::Session;

const DAYS: i64 = 30;
const DAY_MS: i64 = 86_400_000;
/// Shown at first, and so many more at a time.
const STEP: usize = 200;
/// So many records are named in a line, with so many letters each.
const SUBJECTS: usize = 2;
const LONG: usize = 60;
/// After a press the list moves: one that follows at once was meant for what stood there before.
const MOVES_MS: f64 = 700.0;

#[component]
pub fn Changes() -> impl IntoView {
    page_title(|| shell::changes().to_owned());
    let actions = Actions::use_actions();
    let oldest = clock::now() - DAYS * DAY_MS;
    let shown = RwSignal::new(STEP);
    let pressed = StoredValue::new(f64::NEG_INFINITY);
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
                        <ChangeRow changes change pressed/>
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
fn ChangeRow(
    changes: Memo<Vec<RecentChange>>,
    change: RecentChange,
    /// When a way back was last taken, as events say it.
    pressed: StoredValue<f64>,
) -> impl IntoView {
    let actions = Actions::use_actions();
    let receipt = StoredValue::new(change.receipt.clone());
    let id = change.receipt.stamp.command;
    let converted = change.converted;
    let of_run = change.run;
    let run = of_run.is_some() && converted > 1;
    let takes_back = change.receipt.action.takes_back();
    let first = StoredValue::new(change);
    let counts = move |all: &Vec<RecentChange>| {
        let now = all.iter().find(|change| change.receipt.stamp.command == id)?;
        Some((now.taken_back, state(now, actions)))
    };
    let now = Memo::new(move |before: Option<&(usize, State)>| {
        changes.with(counts).unwrap_or_else(|| before.copied().unwrap_or((0, State::Open)))
    });
    let state = Memo::new(move |_| now.get().1);
    // How far it is: it may have ended in the middle.
    let so_far = move || match now.get() {
        (count @ 1.., State::Open) if run => {
            format!(" · {}", if takes_back { words::some_redone(count) } else { words::some_undone(count) })
        }
        _ => String::new(),
    };
    let text = move || match receipt.with_value(|receipt| receipt.action.turns()) {
        turns if run => explain::run(converted, turns),
        _ => receipt.with_value(|receipt| {
            // What an undo removed keeps its name: one act is called the same before and after.
            let gone = |id| changes.with(|all| all.iter().find_map(|change| removed_name(&change.receipt, id)));
            let name = |id| Some(actions.name(id)).filter(|name| !name.is_empty()).or_else(|| gone(id)).unwrap_or_default();
            let said = explain::action(&receipt.action, &name);
            let about = subject(receipt, &name);
            if about.is_empty() { said } else { format!("{said} · {about}") }
        }),
    };
    // Why leads were left is known as long as the page lives; what became of the others, for ever.
    let flows = Flows::use_flows();
    let has_result = move || flows.run.get().is_some_and(|id| of_run == Some(id)) && !takes_back && state.get() != State::Undone;
    let show = move |_| flows.run_shown.set(true);
    let result = move || match of_run.filter(|_| run && !takes_back && state.get() != State::Undone) {
        _ if has_result() => view! { " · " <button class="linkbtn" type="button" on:click=show>{bulk::show_result}</button> }.into_any(),
        Some(run) => outcomes(actions, run),
        None => ().into_any(),
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
                <div class="rows__said">{when}{so_far} {result}</div>
            </div>
            {move || match state.get() {
                State::Open => way_back(first.get_value(), actions, pressed),
                State::Undone => badge(words::undone()),
                State::Again => badge(words::in_effect_again()),
                State::Past => ().into_any(),
            }}
        </li>
    }
}

/// What can be done about a change by now.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Open,
    Undone,
    /// Undone and redone: the redo is what can be undone.
    Again,
    /// An undo whose records were changed since: it can't be taken back.
    Past,
}

fn state(change: &RecentChange, actions: Actions) -> State {
    match change {
        change if change.is_undone() => State::Undone,
        change if change.is_turned() => State::Again,
        change if change.receipt.action.takes_back() && change.commits == 1 && !works(&change.receipt, actions) => State::Past,
        _ => State::Open,
    }
}

/// Whether nothing stands in the way of doing it again; missing rights are said when it is tried.
fn works(receipt: &Receipt, actions: Actions) -> bool {
    let (command, stamp) = (Command::Undo(Undo::of(receipt)), actions.dispatch.stamp());
    let answer = actions.live.read(|set| decide_with(&command, &stamp, |query| set.answer(query)));
    let hinders = |reason: &Rejection| !matches!(reason, Rejection::NotAllowed { .. });
    answer.err().is_none_or(|reasons| !reasons.iter().any(hinders))
}

/// Whom or what a change was about, where its own words don't say so.
fn subject(receipt: &Receipt, name: &dyn Fn(Id) -> String) -> String {
    let silent = matches!(
        receipt.action.turned(),
        Action::Added { .. }
            | Action::Edited { .. }
            | Action::Removed { .. }
            | Action::Archived { .. }
            | Action::Restored { .. }
            | Action::StatusSet { .. }
    );
    let ids: Vec<Id> = receipt.steps.iter().filter(|_| silent).map(Step::id).take(SUBJECTS + 1).collect();
    let gone = |id: Id| {
        let name = removed_name(receipt, id).unwrap_or_else(|| name(id));
        if name.chars().count() > LONG { format!("{} …", name.chars().take(LONG).collect::<String>().trim_end()) } else { name }
    };
    let names: Vec<String> = ids.iter().take(SUBJECTS).map(|id| gone(*id)).filter(|name| !name.is_empty()).collect();
    let more = if ids.len() > SUBJECTS { " …" } else { "" };
    if names.is_empty() { String::new() } else { format!("{}{more}", names.join(", ")) }
}

fn badge(word: &'static str) -> AnyView {
    view! { <span class="badge">{word}</span> }.into_any()
}

fn way_back(change: RecentChange, actions: Actions, pressed: StoredValue<f64>) -> AnyView {
    let is_undo = change.receipt.action.takes_back();
    if change.receipt.undoes().is_some() && change.import.is_some() {
        // The file can be imported again: that is quicker than taking hundreds of commits forth.
        return ().into_any();
    }
    let session = expect_context::<Session>();
    let undo = move |event: MouseEvent| {
        let at = event.time_stamp();
        if at - pressed.get_value() < MOVES_MS {
            return;
        }
        pressed.set_value(at);
        match (change.import, change.run) {
            (Some(batch), _) => session.undo_batch(batch, shell::import().to_owned()),
            (_, Some(_)) => actions.undo_many(actions.live.read(|set| set.run_commits(&change))),
            _ => actions.undo(change.receipt.clone()),
        }
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
