//! The bar above a lead: back to the list, on to its neighbours, what can be done with it.

use domain::commands::{ArchiveLeads, Command, Edit, EditRecords, RemoveRecords};
use domain::ids::Id;
use domain::records::{Field, Record};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::Open;
use super::place::{Place, inbox_href, place_of};
use crate::components::{Icon, IconName, Menu, MenuItem};
use crate::i18n::{basics, format, record as words, shell, story};
use crate::routes;
use crate::store::live_query::Live;
use crate::views::leads::inbox::archive::ArchivePicker;
use crate::views::parts::composer::Entering;
use crate::views::parts::fact::Editing;
use crate::views::parts::frame::{EditButtons, small_items};
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;
use crate::views::shell::shortcuts::{Shortcut, use_shortcuts};

static KEYS: &[Shortcut] = &[
    Shortcut::new(&["j", "Alt+ArrowDown"], words::next_lead),
    Shortcut::new(&["k", "Alt+ArrowUp"], words::previous_lead),
    Shortcut::new(&["v"], words::convert_to_deal),
    Shortcut::new(&["n"], story::write_note),
    Shortcut::new(&["t"], story::add_task),
    Shortcut::new(&["m"], story::add_meeting),
    Shortcut::new(&["y"], story::log_call),
    Shortcut::new(&["l"], words::edit_tags),
    Shortcut::new(&["a"], words::edit_owner),
    Shortcut::new(&["s"], words::disqualify),
    Shortcut::new(&["."], basics::more),
    Shortcut::local(&["e"], words::edit_focused),
];

/// The keys of the page.
pub fn keys(id: Id, lead: Signal<Option<Record>>, open: Open, editing: Editing) {
    let (live, flows) = (expect_context::<Live>(), Flows::use_flows());
    let go = visit();
    use_shortcuts(words::lead_record, KEYS, move |key| {
        let (is_open, converted) = lead.with_untracked(|lead| {
            let lead = lead.as_ref();
            (lead.is_some_and(Record::is_open_lead), lead.is_some_and(|lead| lead.has(Field::ConvertedAt)))
        });
        match key {
            "j" => go(place_of(live, id).next),
            "k" => go(place_of(live, id).previous),
            "v" if is_open => flows.convert.set(Some(id)),
            "n" => open.writing.set(Some(Entering::Note)),
            "t" => open.writing.set(Some(Entering::Task)),
            "m" => open.writing.set(Some(Entering::Meeting)),
            "y" => open.writing.set(Some(Entering::Call)),
            "l" if !converted => open.tags.set(true),
            "a" if !converted => editing.open(id, Field::Owner),
            "s" if is_open => open.disqualify.set(true),
            "." => return open_menu(),
            _ => return false,
        }
        true
    });
}

/// Presses the button of the menu in the bar.
fn open_menu() -> bool {
    let button = document().query_selector(".view__actions [aria-haspopup=menu]").ok().flatten();
    let button = button.and_then(|button| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(button).ok());
    if let Some(button) = &button {
        button.click();
    }
    button.is_some()
}

/// Goes to a neighbour; Back still leads to the list.
fn visit() -> impl Fn(Option<Id>) + Clone + 'static {
    let navigate = use_navigate();
    move |id| {
        if let Some(id) = id {
            navigate(&format!("{}/{id}", routes::LEADS), NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    }
}

#[component]
pub fn Header(id: Id, lead: Signal<Option<Record>>, open: Open) -> impl IntoView {
    let flows = Flows::use_flows();
    let place = place_of(expect_context::<Live>(), id);
    let is_open = Memo::new(move |_| lead.with(|lead| lead.as_ref().is_some_and(Record::is_open_lead)));
    let converted = Memo::new(move |_| lead.with(|lead| lead.as_ref().is_some_and(|lead| lead.has(Field::ConvertedAt))));
    view! {
        <header class="view__header">
            <a class="btn btn--ghost btn--sm" href=inbox_href()>
                <Icon name=IconName::Left/>
                {shell::inbox}
            </a>
            <Neighbours place/>
            <div class="view__actions">
                <Show when=move || !converted.get()>
                    <EditButtons id record=lead form=open.form tags=open.tags><ArchiveButton id lead/></EditButtons>
                </Show>
                <MoreMenu id lead open/>
                <Show when=move || is_open.get()>
                    <button
                        class="btn btn--primary btn--sm"
                        type="button"
                        aria-keyshortcuts="v"
                        on:click=move |_| flows.convert.set(Some(id))
                    >
                        <Icon name=IconName::Convert/>
                        {words::convert_to_deal}
                    </button>
                </Show>
            </div>
        </header>
    }
}

#[component]
fn Neighbours(place: Place) -> impl IntoView {
    let go = StoredValue::new_local(visit());
    let step = move |to: Option<Id>, label: fn() -> &'static str, key: &'static str, keys: &'static str, icon: IconName| {
        let name = move || format!("{} ({key})", label());
        view! {
            <button
                class="btn btn--icon btn--sm"
                type="button"
                aria-label=name
                title=name
                aria-keyshortcuts=keys
                aria-disabled=to.is_none().then_some("true")
                on:click=move |_| go.with_value(|go| go(to))
            >
                <Icon name=icon/>
            </button>
        }
    };
    let position = move || place.number.map(|number| words::position(format::count(number), format::count(place.count)));
    view! {
        <span class="view__count only-wide">{position}</span>
        <span class="btn-group only-wide">
            {step(place.previous, words::previous_lead, "K", "k Alt+ArrowUp", IconName::Up)}
            {step(place.next, words::next_lead, "J", "j Alt+ArrowDown", IconName::Down)}
        </span>
    }
}

/// Archives for a reason, or brings back.
#[component]
fn ArchiveButton(id: Id, lead: Signal<Option<Record>>) -> impl IntoView {
    let actions = Actions::use_actions();
    let archived = Memo::new(move |_| lead.with(|lead| lead.as_ref().is_some_and(|lead| lead.has(Field::ArchivedAt))));
    let on_reason = Callback::new(move |reason| {
        actions.run(Command::ArchiveLeads(ArchiveLeads { leads: vec![id], reason, restore: false }));
    });
    view! {
        <Show
            when=move || archived.get()
            fallback=move || view! { <ArchivePicker id="record-archive" keyshortcuts="" on_reason/> }
        >
            <button class="btn btn--sm" type="button" on:click=move |_| actions.run(restore(id))>
                <Icon name=IconName::Archive/>
                {words::restore}
            </button>
        </Show>
    }
}

pub fn restore(id: Id) -> Command {
    Command::ArchiveLeads(ArchiveLeads { leads: vec![id], reason: String::new(), restore: true })
}

#[component]
fn MoreMenu(id: Id, lead: Signal<Option<Record>>, open: Open) -> impl IntoView {
    let actions = Actions::use_actions();
    let navigate = StoredValue::new_local(use_navigate());
    let small = small_items(id, open.form);
    let items = move || {
        let Some(lead) = lead.get_untracked() else { return Vec::new() };
        let (archived, converted) = (lead.has(Field::ArchivedAt), lead.has(Field::ConvertedAt));
        let unseen = MenuItem::new(words::mark_unseen(), move || {
            let edits = vec![Edit::Set(Field::Seen, None)];
            actions.run_quietly(Command::EditRecords(EditRecords { ids: vec![id], edits }));
        });
        let mut items = if converted { Vec::new() } else { small() };
        items.push(unseen.icon(IconName::Eye));
        if !converted {
            let item = match archived {
                true => MenuItem::new(words::restore(), move || actions.run(restore(id))),
                false => MenuItem::new(words::archive_more(), move || open.archive.set(true)),
            };
            items.push(item.icon(IconName::Archive));
        }
        if lead.is_open_lead() {
            items.push(MenuItem::new(words::disqualify_more(), move || open.disqualify.set(true)).icon(IconName::XCircle));
        }
        if !converted {
            let remove = move || {
                let leave = navigate.get_value();
                let away = move |_: &domain::commands::Receipt| leave(&inbox_href(), NavigateOptions::default());
                actions.run_then(Command::RemoveRecords(RemoveRecords { ids: vec![id] }), away);
            };
            items.push(MenuItem::new(words::remove_lead(), remove).icon(IconName::X));
        }
        items
    };
    view! { <Menu label=Signal::derive(|| basics::more().to_owned()) items/> }
}
