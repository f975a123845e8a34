//! The bar above a deal: back to the pipeline, won, lost, and what else can be done with it.

use domain::commands::close_deal::{CloseDeal, Outcome};
use domain::commands::{Command, RemoveRecords};
use domain::ids::Id;
use domain::records::{Field, Record};
use domain::values::DealStatus;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::{Open, status_of};
use crate::clock;
use crate::components::{Icon, IconName, Menu, MenuItem};
use crate::i18n::{basics, deal as words, record, shell, story, when};
use crate::routes;
use crate::views::parts::composer::Entering;
use crate::views::parts::fact::Editing;
use crate::views::parts::frame::{EditButtons, small_items};
use crate::views::shell::actions::Actions;
use crate::views::shell::shortcuts::{Shortcut, use_shortcuts};

static KEYS: &[Shortcut] = &[
    Shortcut::new(&["n"], story::write_note),
    Shortcut::new(&["t"], story::add_task),
    Shortcut::new(&["m"], story::add_meeting),
    Shortcut::new(&["y"], story::log_call),
    Shortcut::new(&["w"], words::mark_won),
    Shortcut::new(&["l"], words::mark_lost),
    Shortcut::new(&["a"], record::edit_owner),
    Shortcut::local(&["e"], record::edit_focused),
];

fn close(deal: Id, outcome: Outcome) -> Command {
    Command::CloseDeal(CloseDeal { deal, outcome })
}

/// The keys of the page.
pub fn keys(id: Id, deal: Signal<Option<Record>>, open: Open, editing: Editing) {
    let actions = Actions::use_actions();
    use_shortcuts(words::deal_record, KEYS, move |key| {
        let is_open = deal.with_untracked(|deal| deal.as_ref().is_some_and(|deal| status_of(deal) == DealStatus::Open));
        match key {
            "n" => open.writing.set(Some(Entering::Note)),
            "t" => open.writing.set(Some(Entering::Task)),
            "m" => open.writing.set(Some(Entering::Meeting)),
            "y" => open.writing.set(Some(Entering::Call)),
            "w" if is_open => actions.run(close(id, Outcome::Won)),
            "l" if is_open => open.lost.set(true),
            "a" => editing.open(id, Field::Owner),
            _ => return false,
        }
        true
    });
}

#[component]
pub fn Header(id: Id, deal: Signal<Option<Record>>, open: Open) -> impl IntoView {
    let actions = Actions::use_actions();
    let is_open = Memo::new(move |_| deal.with(|deal| deal.as_ref().is_some_and(|deal| status_of(deal) == DealStatus::Open)));
    view! {
        <header class="view__header">
            <a class="btn btn--ghost btn--sm" href=routes::DEALS>
                <Icon name=IconName::Left/>
                {shell::pipeline}
            </a>
            <div class="view__actions">
                <EditButtons id record=deal form=open.form tags=open.tags/>
                <MoreMenu id open/>
                <Show
                    when=move || is_open.get()
                    fallback=move || view! {
                        <button class="btn btn--sm" type="button" on:click=move |_| actions.run(close(id, Outcome::Reopen))>
                            <Icon name=IconName::Undo/>
                            {words::reopen}
                        </button>
                    }
                >
                    <button class="btn btn--sm" type="button" aria-keyshortcuts="l" on:click=move |_| open.lost.set(true)>
                        <Icon name=IconName::XCircle/>
                        {words::lost_more}
                    </button>
                    <button class="btn btn--primary btn--sm" type="button" aria-keyshortcuts="w" on:click=move |_| actions.run(close(id, Outcome::Won))>
                        <Icon name=IconName::Trophy/>
                        {words::mark_won}
                    </button>
                </Show>
            </div>
        </header>
    }
}

#[component]
fn MoreMenu(id: Id, open: Open) -> impl IntoView {
    let actions = Actions::use_actions();
    let navigate = StoredValue::new_local(use_navigate());
    let remove = move || {
        let leave = navigate.get_value();
        let away = move |_: &domain::commands::Receipt| leave(routes::DEALS, NavigateOptions::default());
        actions.run_then(Command::RemoveRecords(RemoveRecords { ids: vec![id] }), away);
    };
    let small = small_items(id, open.form);
    let items = move || [small(), vec![MenuItem::new(words::remove_deal(), remove).icon(IconName::X)]].concat();
    view! { <Menu label=Signal::derive(|| basics::more().to_owned()) items/> }
}

/// How a closed deal ended.
#[component]
pub fn ClosedBanner(deal: Signal<Option<Record>>) -> impl IntoView {
    let ended = move || {
        let deal = deal.get()?;
        let day = deal.time(Field::ClosedAt).map(|at| when::day(when::local(at).0, clock::today())).unwrap_or_default();
        let reason = deal.text(Field::LostReason).to_owned();
        match status_of(&deal) {
            DealStatus::Open => None,
            DealStatus::Won => Some((words::won_banner(day), String::new(), IconName::Trophy)),
            DealStatus::Lost => Some((words::lost_banner(day), reason, IconName::XCircle)),
        }
    };
    move || {
        ended().map(|(said, reason, icon)| {
            view! {
                <div class="notice notice--bar" class:notice--error=icon == IconName::XCircle role="note">
                    <Icon name=icon/>
                    <div class="grow">
                        <p class="medium">{said}</p>
                        {(!reason.is_empty()).then(|| view! { <p>{reason}</p> })}
                    </div>
                </div>
            }
        })
    }
}
