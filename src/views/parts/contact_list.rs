//! The list of people or of organizations: searched while one types, as long as it may be.

mod add;
mod left;
mod row;

use std::sync::Arc;

use domain::ids::Id;
use domain::records::Kind;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use crate::components::virtual_list::Rows;
use crate::components::{Icon, IconName, RowAct, VirtualRows};
use crate::i18n::{contacts as words, duplicates, fields, format};
use crate::routes;
use crate::store::live_query::Live;
use crate::store::working_set::ListQuery;
use crate::views::shell::page::{PageHeading, page_title};
use crate::views::shell::shortcuts::{Shortcut, use_shortcuts};
use add::AddContact;
use row::cells;

const SEARCH: &str = "contact-search";

static KEYS: &[Shortcut] = &[Shortcut::new(&["/"], words::to_search), Shortcut::local(&["Enter"], words::open_record)];

/// What differs between the two lists.
#[derive(Clone, Copy)]
pub struct ContactKind {
    pub kind: Kind,
    pub title: fn() -> &'static str,
    pub search: fn() -> &'static str,
    pub add: fn() -> &'static str,
    pub none: fn() -> &'static str,
    pub none_text: fn() -> &'static str,
    pub list: &'static str,
    /// Head of the second column.
    pub second: fn() -> &'static str,
}

/// The list as it is on screen.
#[derive(Clone, Copy)]
struct Listing {
    what: ContactKind,
    text: Memo<String>,
    rows: Rows<Id>,
    total: Memo<usize>,
    adding: RwSignal<bool>,
}

#[component]
pub fn ContactList(what: ContactKind) -> impl IntoView {
    let live = expect_context::<Live>();
    page_title(move || (what.title)().to_owned());
    let query = use_query_map();
    let text = Memo::new(move |_| query.with(|query| query.get("q")).unwrap_or_default());
    let kinds: &'static [Kind] = if what.kind == Kind::Person { &[Kind::Person] } else { &[Kind::Organization] };
    let found = live.query(kinds, move |set| Arc::new(set.list(&ListQuery { kind: what.kind, text: text.get() })));
    let total = live.query(kinds, move |set| set.count(what.kind));
    let left = left::at(&address(what.list, &text.get_untracked()));
    let rows = Rows::new(found, left.and_then(|left| left.current));
    left::keep(rows, left, what.list, text);
    let listing = Listing { what, text, rows, total, adding: RwSignal::new(false) };
    let empty = Memo::new(move |_| found.with(|found| found.is_empty()));
    use_shortcuts(what.title, KEYS, move |_| {
        let input = document().get_element_by_id(SEARCH);
        input
            .and_then(|input| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(input).ok())
            .is_some_and(|input| input.focus().is_ok())
    });
    view! {
        <main class="view" id="main" aria-labelledby="page-title">
            <Header listing/>
            <div class="split">
                <section class="split__list" aria-labelledby="page-title">
                    {move || if empty.get() { view! { <Nothing listing/> }.into_any() } else { view! { <Table listing/> }.into_any() }}
                </section>
            </div>
        </main>
        <Show when=move || listing.adding.get()>
            <AddContact what set_open=move |on| listing.adding.try_set(on).is_none()/>
        </Show>
    }
}

fn address(list: &str, text: &str) -> String {
    let query = String::from(js_sys::encode_uri_component(text));
    if text.is_empty() { list.to_owned() } else { format!("{list}?q={query}") }
}

/// The words searched for stand in the address.
fn search(listing: Listing) -> impl Fn(String) + Clone + 'static {
    let navigate = use_navigate();
    move |text: String| {
        navigate(&address(listing.what.list, &text), NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
    }
}

#[component]
fn Header(listing: Listing) -> impl IntoView {
    let set = search(listing);
    let clear = set.clone();
    let found = move || listing.rows.keys().len();
    // The list's address is the word for its kind.
    let doubles = format!("{}?of={}", routes::DUPLICATES, listing.what.list.trim_start_matches('/'));
    let count = move || match (found(), listing.total.get()) {
        (found, total) if found == total => format::count(total),
        (found, total) => words::count_of(format::count(found), format::count(total)),
    };
    let keys = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "ArrowDown" | "Enter" if !event.is_composing() => {
            event.prevent_default();
            listing.rows.focus();
        }
        "Escape" if !event.is_composing() => {
            event.prevent_default();
            clear(String::new());
        }
        _ => {}
    };
    view! {
        <header class="view__header">
            <PageHeading class="view__title">{listing.what.title}</PageHeading>
            <span class="view__count" role="status">{count}</span>
            <div class="view__actions">
                <div class="search" role="search">
                    <Icon name=IconName::Search/>
                    <input
                        class="input"
                        id=SEARCH
                        type="search"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder=listing.what.search
                        aria-label=listing.what.search
                        aria-keyshortcuts="/"
                        prop:value=move || listing.text.get()
                        on:input=move |event| set(event_target_value(&event))
                        on:keydown=keys
                    />
                </div>
                <a class="btn btn--ghost only-wide" href=doubles aria-label=duplicates::find title=duplicates::find>
                    <Icon name=IconName::Copy/>
                    <span class="only-xwide">{duplicates::find}</span>
                </a>
                <button class="btn" type="button" aria-label=listing.what.add on:click=move |_| listing.adding.set(true)>
                    <Icon name=IconName::Plus/>
                    <span class="only-wide">{listing.what.add}</span>
                </button>
            </div>
        </header>
    }
}

#[component]
fn Table(listing: Listing) -> impl IntoView {
    let what = listing.what;
    let navigate = use_navigate();
    let open = move |id: Id| {
        if let Some(href) = routes::record(what.kind, id) {
            navigate(&href, NavigateOptions::default());
        }
    };
    let open = StoredValue::new_local(open);
    let act = move |act: RowAct<Id>| match act {
        RowAct::Click { key, .. } | RowAct::Open(key) => open.with_value(|open| open(key)),
        _ => {}
    };
    view! {
        <div
            class="grid grid--contacts"
            role="grid"
            aria-label=what.title
            aria-rowcount=move || (listing.rows.keys().len() + 1).to_string()
            aria-colcount="5"
        >
            <div class="grid__row grid__head" role="row" aria-rowindex="1">
                <div class="grid__cell" role="columnheader">{fields::name}</div>
                <div class="grid__cell c-second" role="columnheader">{what.second}</div>
                <div class="grid__cell c-email" role="columnheader">{fields::emails}</div>
                <div class="grid__cell c-phone" role="columnheader">{fields::phones}</div>
                <div class="grid__cell c-owner" role="columnheader">{fields::owner}</div>
            </div>
            <VirtualRows
                rows=listing.rows
                cells=move |id| cells(what.kind, id)
                selected=|_| false
                shown=Signal::stored(None)
                on_act=Callback::new(act)
            />
        </div>
    }
}

#[component]
fn Nothing(listing: Listing) -> impl IntoView {
    let set = search(listing);
    let set = StoredValue::new_local(set);
    let what = listing.what;
    let searched = move || !listing.text.with(String::is_empty);
    let add = move || {
        view! {
            <button class="btn btn--primary" type="button" on:click=move |_| listing.adding.set(true)>
                <Icon name=IconName::Plus/>
                {what.add}
            </button>
        }
    };
    let icon = if what.kind == Kind::Person { IconName::Person } else { IconName::Building };
    view! {
        <div class="empty">
            <span class="empty__icon"><Icon name=icon large=true/></span>
            <h2>{move || if searched() { words::nothing_for(listing.text.get()) } else { (what.none)().to_owned() }}</h2>
            <Show when=move || !searched()><p>{what.none_text}</p></Show>
            <div class="empty__actions">
                <Show when=searched>
                    <button class="btn" type="button" on:click=move |_| set.with_value(|set| set(String::new()))>{words::clear_search}</button>
                </Show>
                {add}
            </div>
        </div>
    }
}
