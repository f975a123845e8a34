//! Recent changes: what was done on this device in the last 30 days, each with its way back.

use std::collections::HashSet;

use domain::commands::{Action, Receipt};
use domain::ids::Id;
use domain::records::Kind;
use leptos::prelude::*;

use super::actions::Actions;
use super::page::{PageHeading, page_title};
use crate::clock;
use crate::components::{Icon, IconName};
use crate::i18n::{changes as words, common, explain, format, shell};
use crate::routes;

const DAYS: i64 = 30;
const DAY_MS: i64 = 86_400_000;
const AT_MOST: usize = 200;

#[component]
pub fn Changes() -> impl IntoView {
    page_title(|| shell::changes().to_owned());
    let actions = Actions::use_actions();
    let oldest = clock::now() - DAYS * DAY_MS;
    let receipts = actions.live.query(Kind::ALL, move |set| {
        let mut recent = set.recent(AT_MOST);
        recent.retain(|receipt| receipt.stamp.at >= oldest);
        recent
    });
    let undone = Memo::new(move |_| receipts.with(|receipts| receipts.iter().filter_map(Receipt::undoes).collect::<HashSet<Id>>()));
    view! {
        <main class="view" id="main" aria-labelledby="page-title">
            <header class="view__header">
                <PageHeading class="view__title">{shell::changes}</PageHeading>
                <span class="view__count">{words::last_days}</span>
            </header>
            <div class="view__body scroll">
                <Show when=move || receipts.with(Vec::is_empty)>
                    <div class="empty">
                        <Icon name=IconName::Clock large=true/>
                        <p class="empty__title">{words::empty}</p>
                    </div>
                </Show>
                <ol class="rows rows--inset">
                    <For each=move || receipts.get() key=|receipt| receipt.stamp.command let:receipt>
                        <ChangeRow receipt undone/>
                    </For>
                </ol>
            </div>
        </main>
    }
}

#[component]
fn ChangeRow(receipt: Receipt, undone: Memo<HashSet<Id>>) -> impl IntoView {
    let actions = Actions::use_actions();
    let receipt = StoredValue::new(receipt);
    let text = move || receipt.with_value(|receipt| explain::action(&receipt.action, &|id| actions.name(id)));
    let when = move || receipt.with_value(|receipt| format!("{}, {}", format::moment(receipt.stamp.at), actions.name(receipt.stamp.by)));
    let gone = Memo::new(move |_| receipt.with_value(|receipt| undone.with(|undone| undone.contains(&receipt.stamp.command))));
    let is_undo = receipt.with_value(|receipt| receipt.undoes().is_some());
    let href = receipt.with_value(|receipt| place(receipt, actions));
    view! {
        <li>
            <Icon name=receipt.with_value(|receipt| icon(&receipt.action))/>
            <div>
                {match href {
                    Some(href) => view! { <a href=href>{text}</a> }.into_any(),
                    None => view! { <span>{text}</span> }.into_any(),
                }}
                <p>{when}</p>
            </div>
            {move || {
                if gone.get() {
                    view! { <span class="badge">{words::undone}</span> }.into_any()
                } else {
                    view! {
                        <button class="btn btn--sm" type="button" on:click=move |_| actions.undo(receipt.get_value())>
                            <Icon name=IconName::Undo/>
                            {if is_undo { common::redo } else { common::undo }}
                        </button>
                    }
                        .into_any()
                }
            }}
        </li>
    }
}

/// The page of the record the change was about, while it is there.
fn place(receipt: &Receipt, actions: Actions) -> Option<String> {
    let id = match &receipt.action {
        Action::Converted { lead, .. } => *lead,
        Action::DealMoved { deal, .. } | Action::DealWon { deal } | Action::DealLost { deal } | Action::DealReopened { deal } => *deal,
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
        Action::Converted { .. } => IconName::Convert,
        Action::DealWon { .. } | Action::DealReopened { .. } => IconName::Trophy,
        Action::DealLost { .. } => IconName::XCircle,
        Action::Undone { .. } => IconName::Undo,
    }
}
