//! Search over everything, and commands by name: one box, from anywhere (Ctrl+K).

mod entries;

use gloo_timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_navigate};
use send_wrapper::SendWrapper;
use web_sys::KeyboardEvent;

use self::entries::{Entry, entries};
use super::actions::Actions;
use super::flows::Flows;
use super::preferences::Preferences;
use super::shortcuts::cap_line;
use crate::components::{Dialog, Icon, IconName};
use crate::i18n::{palette as words, shell};

/// The count is said when typing rests.
const REST_MS: u32 = 300;

#[component]
pub fn PaletteHost() -> impl IntoView {
    let flows = Flows::use_flows();
    view! {
        <Show when=move || flows.palette.get()>
            <Palette/>
        </Show>
    }
}

#[component]
fn Palette() -> impl IntoView {
    let flows = Flows::use_flows();
    let actions = Actions::use_actions();
    let preferences = expect_context::<Preferences>();
    let navigate = SendWrapper::new(use_navigate());
    let path = use_location().pathname;
    let query = RwSignal::new(String::new());
    let active = RwSignal::new(0_usize);
    let found = Memo::new(move |_| entries(&query.get(), &path.get_untracked(), actions, flows));
    let close = move || flows.palette.set(false);
    let run = Callback::new(move |entry: Entry| {
        close();
        if let Some(href) = entry.run(flows, preferences, actions) {
            navigate(&href, Default::default());
        }
    });
    let keys = move |event: KeyboardEvent| {
        let count = found.with(Vec::len).max(1);
        match event.key().as_str() {
            "ArrowDown" => active.update(|at| *at = (*at + 1) % count),
            "ArrowUp" => active.update(|at| *at = (*at + count - 1) % count),
            "Enter" if !event.is_composing() => {
                if let Some(entry) = found.with(|found| found.get(active.get()).cloned()) {
                    run.run(entry);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    Effect::new(move |_| {
        query.track();
        active.set(0);
    });
    view! {
        <Dialog labelled_by="palette-name" class="palette" on_close=close>
            <h2 class="visually-hidden" id="palette-name">{shell::search_hint}</h2>
            <div class="palette__input">
                <Icon name=IconName::Search/>
                <input
                    role="combobox"
                    autofocus=true
                    autocomplete="off"
                    spellcheck="false"
                    aria-label=shell::search_hint
                    placeholder=shell::search_hint
                    aria-expanded=move || (!found.with(Vec::is_empty)).to_string()
                    aria-controls="palette-list"
                    aria-autocomplete="list"
                    aria-activedescendant=move || found.with(|found| found.get(active.get()).map(|_| option_id(active.get())))
                    bind:value=query
                    on:keydown=keys
                />
                <button class="btn btn--ghost btn--sm" type="button" on:click=move |_| close()><kbd>"Esc"</kbd></button>
            </div>
            <Results found active run/>
            <Announcement found/>
            <div class="palette__foot">
                <span><kbd>"↑"</kbd><kbd>"↓"</kbd>{words::choose}</span>
                <span><kbd>{cap_line("Enter")}</kbd>{words::run}</span>
            </div>
        </Dialog>
    }
}

fn option_id(at: usize) -> String {
    format!("palette-{at}")
}

#[component]
fn Results(found: Memo<Vec<Entry>>, active: RwSignal<usize>, run: Callback<Entry>) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let at = active.get();
        let option = list.get().and_then(|list| list.query_selector(&format!("#{}", option_id(at))).ok().flatten());
        if let Some(option) = option {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    let groups = move || {
        let found = found.get().into_iter().enumerate().collect::<Vec<_>>();
        let groups = found.chunk_by(|(_, one), (_, next)| one.section() == next.section());
        groups.enumerate().map(|(number, entries)| group(number, entries, active, run)).collect_view()
    };
    view! {
        <p class="palette__none" hidden=move || found.with(|found| missed(found).is_none())>
            {move || found.with(|found| missed(found).map(words::nothing_for))}
        </p>
        <div node_ref=list class="palette__list" role="listbox" id="palette-list" aria-label=words::results>
            {groups}
        </div>
    }
}

/// The words for which nothing was found.
fn missed(found: &[Entry]) -> Option<&str> {
    match found {
        [Entry::CreateLead(text)] => Some(text),
        _ => None,
    }
}

/// One section with its head; entries know their place in the whole list.
fn group(number: usize, entries: &[(usize, Entry)], active: RwSignal<usize>, run: Callback<Entry>) -> AnyView {
    let head = entries.first().map(|(_, entry)| entry.section());
    let id = format!("palette-group-{number}");
    let labelled_by = id.clone();
    let rows = entries.iter().map(|(at, entry)| view! { <ResultRow at=*at entry=entry.clone() active run/> }).collect_view();
    view! {
        <div role="group" aria-labelledby=labelled_by>
            <p class="menu__head" role="presentation" id=id>{head}</p>
            {rows}
        </div>
    }
    .into_any()
}

#[component]
fn ResultRow(at: usize, entry: Entry, active: RwSignal<usize>, run: Callback<Entry>) -> impl IntoView {
    let (icon, label, note) = (entry.icon(), entry.label(), entry.note());
    view! {
        <div
            class="menu__item"
            class:is-active=move || active.get() == at
            role="option"
            id=option_id(at)
            aria-selected=move || (active.get() == at).to_string()
            on:mousemove=move |_| {
                if active.get_untracked() != at {
                    active.set(at);
                }
            }
            on:click=move |event| {
                event.prevent_default();
                run.run(entry.clone());
            }
        >
            <Icon name=icon/>
            <span>{label}</span>
            {note.map(|note| view! { <span class="menu__note">{note}</span> })}
        </div>
    }
}

/// Says the number of results when typing rests.
#[component]
fn Announcement(found: Memo<Vec<Entry>>) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let timer = StoredValue::new(None::<SendWrapper<Timeout>>);
    Effect::new(move |_| {
        let text = found.with(|found| missed(found).map_or_else(|| words::count(found.len()), words::nothing_for));
        timer.set_value(Some(SendWrapper::new(Timeout::new(REST_MS, move || {
            // The palette may be closed by then.
            let _ = said.try_set(text.clone());
        }))));
    });
    on_cleanup(move || timer.set_value(None));
    view! { <p class="visually-hidden" role="status">{said}</p> }
}
