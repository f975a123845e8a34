//! The lead inbox: list, filters, preview.

mod act;
mod address;
pub(super) mod archive;
mod bulk;
mod empty;
mod filters;
mod keys;
mod names;
mod preview;
mod row;
mod selection;
mod state;
mod table;
mod tabs;

use domain::records::Kind;
use leptos::prelude::*;

use crate::components::{Icon, IconName};
use crate::i18n::{format, inbox as words};
use crate::routes;
use crate::store::live_query::Live;
use crate::views::shell::flows::Flows;
use crate::views::shell::page::{PageHeading, page_title};

use self::bulk::{BulkBar, Running};
use self::empty::Empty;
use self::filters::FilterBar;
use self::preview::Preview;
use self::state::InboxState;
use self::table::Table;
use self::tabs::Tabs;

/// The id of the search field, for the key that goes there.
const SEARCH: &str = "inbox-search";

#[component]
pub fn Inbox() -> impl IntoView {
    let state = InboxState::provide();
    page_title(|| words::title().to_owned());
    keys::listen(state);
    let empty = Memo::new(move |_| state.matching.with(|slots| slots.is_empty()));
    let preview = move || state.preview_wanted.get() && !state.narrow.get() && !empty.get();
    view! {
        <main class="view" id="main" aria-labelledby="page-title">
            <Header/>
            <Tabs/>
            <FilterBar/>
            <div class="split">
                <section
                    class="split__list"
                    class:is-selecting=move || state.is_selecting()
                    aria-label=words::list
                    on:focusin=move |_| state.touched.set(true)
                >
                    {move || if empty.get() { view! { <Empty/> }.into_any() } else { view! { <Table/> }.into_any() }}
                    <Running/>
                    <BulkBar/>
                </section>
                <Show when=preview>
                    <Preview/>
                </Show>
            </div>
        </main>
    }
}

#[component]
fn Header() -> impl IntoView {
    let state = InboxState::use_state();
    let live = expect_context::<Live>();
    let flows = Flows::use_flows();
    let total = live.query(&[Kind::Lead], |set| set.lead_counts().total());
    let count = move || words::count(format::count(state.matching.with(|slots| slots.len())), format::count(total.get()));
    view! {
        <header class="view__header">
            <PageHeading class="view__title">{words::title}</PageHeading>
            <span class="view__count" role="status">{count}</span>
            <div class="view__actions">
                <Show when=move || !state.phone.get()><Search/></Show>
                <a class="btn hide-xs" href=routes::IMPORT>
                    <Icon name=IconName::Upload/>
                    {words::import}
                </a>
                <button class="btn" type="button" aria-keyshortcuts="c" on:click=move |_| flows.new_lead.set(true)>
                    <Icon name=IconName::Plus/>
                    <span>{words::add}</span>
                </button>
            </div>
        </header>
    }
}

/// Finds while one types. Down goes to the list, Esc empties.
#[component]
pub fn Search() -> impl IntoView {
    let state = InboxState::use_state();
    let set = move |text: String| {
        if state.query.with_untracked(|query| query.text != text) {
            state.query.update(|query| query.text = text);
        }
    };
    let keys = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "ArrowDown" | "Enter" if !event.is_composing() => {
            event.prevent_default();
            state.rows.focus();
        }
        "Escape" if !event.is_composing() => {
            event.prevent_default();
            if state.query.with_untracked(|query| query.text.is_empty()) {
                state.rows.focus();
            }
            set(String::new());
        }
        _ => {}
    };
    view! {
        <div class="search" role="search">
            <Icon name=IconName::Search/>
            <input
                class="input"
                id=SEARCH
                type="search"
                autocomplete="off"
                spellcheck="false"
                placeholder=words::search
                aria-label=words::search
                aria-keyshortcuts="/"
                prop:value=move || state.query.with(|query| query.text.clone())
                on:input=move |event| set(event_target_value(&event))
                on:keydown=keys
            />
        </div>
    }
}
