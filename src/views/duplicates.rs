//! Possible duplicates: everybody compared with everybody, in groups, the most probable first.

mod group;
mod search;

use domain::records::Kind;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use self::group::group_card;
use self::search::Search;
use super::shell::page::{PageHeading, page_title};
use crate::components::{Icon, IconName, ProgressBar};
use crate::i18n::{Message, basics, duplicates as words, format, likeness, record};
use crate::routes;

/// What is compared, with the word for it in the address.
const KINDS: [(Kind, &str, Message); 3] = [
    (Kind::Person, "people", basics::people),
    (Kind::Organization, "organizations", basics::organizations),
    (Kind::Lead, "leads", basics::leads),
];
/// Shown at first, and so many more at a time.
const STEP: usize = 50;

#[component]
pub fn DuplicatesPage() -> impl IntoView {
    page_title(|| record::possible_duplicates().to_owned());
    let query = use_query_map();
    // Where the address does not say it, the first kind that has any.
    let first = RwSignal::new(Kind::Person);
    let kind = Memo::new(move |_| {
        let of = query.with(|query| query.get("of")).unwrap_or_default();
        KINDS.into_iter().find(|(_, word, _)| *word == of).map_or_else(|| first.get(), |(kind, ..)| kind)
    });
    let search = Search::begin(kind);
    find_first(search, first);
    let count = move || if search.is_known(kind.get()) { words::groups(search.count(kind.get())) } else { String::new() };
    view! {
        <main class="view" id="main" aria-labelledby="page-title">
            <header class="view__header">
                <PageHeading class="view__title">{record::possible_duplicates}</PageHeading>
                <span class="view__count" role="status">{count}</span>
                <div class="view__actions">
                    <label class="switch">
                        <input
                            class="check"
                            type="checkbox"
                            prop:checked=search.with_possible
                            on:change:target=move |event| search.with_possible.set(event.target().checked())
                        />
                        <span>{words::with_possible}</span>
                    </label>
                </div>
            </header>
            {tabs(search)}
            {progress(search)}
            <div class="view__body scroll">{groups(search)}</div>
        </main>
    }
}

/// Once found it stays, also when its last group is dealt with.
fn find_first(search: Search, first: RwSignal<Kind>) {
    let found = StoredValue::new(false);
    Effect::new(move || {
        if found.get_value() {
            return;
        }
        let open = KINDS.into_iter().map(|(kind, ..)| kind).find(|kind| !search.is_known(*kind) || search.count(*kind) > 0);
        found.set_value(open.is_some_and(|kind| search.count(kind) > 0));
        first.set(open.unwrap_or(Kind::Person));
    });
}

fn tabs(search: Search) -> AnyView {
    let tab = move |(kind, word, label): (Kind, &'static str, Message)| {
        let count = move || if search.is_known(kind) { format::count(search.count(kind)) } else { "…".to_owned() };
        view! {
            <a class="tab" href=format!("{}?of={word}", routes::DUPLICATES) aria-current=move || (search.kind.get() == kind).then_some("page")>
                {label} " " <small>{count}</small>
            </a>
        }
    };
    view! { <nav class="tabs" aria-label=words::kinds>{KINDS.into_iter().map(tab).collect_view()}</nav> }.into_any()
}

/// How far the search is, once it takes longer than a moment.
fn progress(search: Search) -> AnyView {
    let shown = move || search.is_late();
    let at = move || search.progress(search.kind.get());
    let text = move || match at() {
        progress if progress.total == 0 => likeness::looking().to_owned(),
        progress => words::compared(format::count(progress.done), format::count(progress.total)),
    };
    let bar = move || {
        view! {
            <div class="dups__progress">
                <div class="grow">
                    <ProgressBar
                        label=Signal::derive(|| words::looking().to_owned())
                        done=Signal::derive(move || at().done)
                        total=Signal::derive(move || at().total)
                        text=Signal::derive(text)
                    />
                </div>
                <button class="btn btn--sm" type="button" on:click=move |_| search.stop()>{basics::stop}</button>
            </div>
        }
    };
    let stopped = move || {
        view! {
            <div class="notice notice--bar" role="status">
                <Icon name=IconName::Info/>
                <p class="grow">{words::stopped}</p>
                <button class="btn btn--sm" type="button" on:click=move |_| search.go_on()>{words::go_on}</button>
            </div>
        }
    };
    view! {
        <Show when=shown>{bar()}</Show>
        <Show when=move || search.stopped.get()>{stopped()}</Show>
    }
    .into_any()
}

fn groups(search: Search) -> AnyView {
    let shown = RwSignal::new(STEP);
    Effect::watch(move || search.kind.get(), move |_, _, _| shown.set(STEP), false);
    let first = move || {
        let found = search.groups(search.kind.get());
        found.iter().take(shown.get()).cloned().collect::<Vec<_>>()
    };
    let more = move || search.count(search.kind.get()) > shown.get();
    let none = move || search.is_known(search.kind.get()) && search.count(search.kind.get()) == 0;
    view! {
        <Show when=none>
            <div class="empty">
                <span class="empty__icon"><Icon name=IconName::Check large=true/></span>
                <h2>{words::none}</h2>
                <p>{words::none_text}</p>
            </div>
        </Show>
        <div class="dups">
            <Show when=move || { search.kind.get() == Kind::Lead && search.count(Kind::Lead) > 0 }><p class="hint">{words::leads_hint}</p></Show>
            <ol class="dups__groups">
                <For each=first key=|group| (group.ids.clone(), group.probability.percent()) let(group)>{group_card(search, group)}</For>
            </ol>
            <Show when=more>
                <p class="empty__actions">
                    <button class="btn" type="button" on:click=move |_| shown.update(|shown| *shown += STEP)>{words::show_more}</button>
                </p>
            </Show>
        </div>
    }
    .into_any()
}
