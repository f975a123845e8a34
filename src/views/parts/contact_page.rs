//! The bar and the keys of a person's or an organization's page.

use domain::commands::{Command, RemoveRecords};
use domain::ids::Id;
use domain::records::{Field, Record};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::composer::Entering;
use super::fact::Editing;
use super::frame::{EditButtons, small_items};
use crate::components::{Icon, IconName, Menu, MenuItem};
use crate::i18n::{basics, record, story};
use crate::views::shell::actions::Actions;
use crate::views::shell::shortcuts::{Shortcut, use_shortcuts};

static KEYS: &[Shortcut] = &[
    Shortcut::new(&["n"], story::write_note),
    Shortcut::new(&["t"], story::add_task),
    Shortcut::new(&["m"], story::add_meeting),
    Shortcut::new(&["y"], story::log_call),
    Shortcut::new(&["l"], record::edit_tags),
    Shortcut::new(&["a"], record::edit_owner),
    Shortcut::local(&["e"], record::edit_focused),
];

/// What is open on the page.
#[derive(Clone, Copy, Default)]
pub struct ContactOpen {
    pub form: RwSignal<bool>,
    pub tags: RwSignal<bool>,
    pub writing: RwSignal<Option<Entering>>,
}

pub fn contact_keys(title: fn() -> &'static str, id: Id, open: ContactOpen, editing: Editing) {
    use_shortcuts(title, KEYS, move |key| {
        match key {
            "n" => open.writing.set(Some(Entering::Note)),
            "t" => open.writing.set(Some(Entering::Task)),
            "m" => open.writing.set(Some(Entering::Meeting)),
            "y" => open.writing.set(Some(Entering::Call)),
            "l" => open.tags.set(true),
            "a" => editing.open(id, Field::Owner),
            _ => return false,
        }
        true
    });
}

#[component]
pub fn ContactHeader(
    id: Id,
    record: Signal<Option<Record>>,
    open: ContactOpen,
    /// Where the list of such records is.
    list: &'static str,
    back: fn() -> &'static str,
    remove: fn() -> &'static str,
) -> impl IntoView {
    let actions = Actions::use_actions();
    let navigate = StoredValue::new_local(use_navigate());
    let run = move || {
        let leave = navigate.get_value();
        let away = move |_: &domain::commands::Receipt| leave(list, NavigateOptions::default());
        actions.run_then(Command::RemoveRecords(RemoveRecords { ids: vec![id] }), away);
    };
    let small = small_items(id, open.form);
    let items = move || [small(), vec![MenuItem::new(remove(), run).icon(IconName::X)]].concat();
    view! {
        <header class="view__header">
            <a class="btn btn--ghost btn--sm" href=list>
                <Icon name=IconName::Left/>
                {back}
            </a>
            <div class="view__actions">
                <EditButtons id record form=open.form tags=open.tags/>
                <Menu label=Signal::derive(|| basics::more().to_owned()) items/>
            </div>
        </header>
    }
}
