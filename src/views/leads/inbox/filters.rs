//! The filters in force, each with its own ×, and the list to add one from.

use domain::ids::Id;
use domain::records::Kind;
use domain::text::fold;
use leptos::prelude::*;

use super::Search;
use super::state::InboxState;
use crate::components::{Choice, Icon, IconName, Menu, MenuItem, Picker};
use crate::i18n::{basics, fields, format, inbox as words};
use crate::store::live_query::Live;
use crate::store::working_set::{InboxQuery, Narrowing, Sort};

/// Choices shown at most for one kind of filter.
const SHOWN: usize = 40;
const ORDERS: [Sort; 6] = [Sort::Next, Sort::Created, Sort::Name, Sort::Status, Sort::Value, Sort::Owner];

#[component]
pub fn FilterBar() -> impl IntoView {
    let state = InboxState::use_state();
    let chips = [Narrowing::Status, Narrowing::Owner, Narrowing::Tag].map(|filter| view! { <Chip filter/> });
    let open = state.filter_open;
    view! {
        <div class="view__bar inbox__bar" role="group" aria-label=words::filters>
            <Show when=move || state.phone.get()><Search/></Show>
            <button
                class="btn btn--sm only-small"
                type="button"
                aria-pressed=move || state.is_selecting().to_string()
                on:click=move |_| state.toggle_selecting()
            >
                {move || if state.is_selecting() { words::done_selecting() } else { words::select() }}
            </button>
            {chips.into_iter().collect_view()}
            <Picker
                id="inbox-filter"
                class="chip chip--add"
                label=Signal::derive(|| words::filter().to_owned())
                hint=Signal::derive(|| words::find_filter().to_owned())
                nothing=Signal::derive(|| basics::nothing_found().to_owned())
                find=Callback::new(move |text: String| choices(state, &[Narrowing::Status, Narrowing::Owner, Narrowing::Tag], &text))
                on_pick=Callback::new(move |choice: Choice| pick(state, &choice))
                open
                keyshortcuts="f"
            >
                <Icon name=IconName::Plus small=true/>
                {words::filter}
            </Picker>
            <span class="spacer"></span>
            {order_menu(state)}
        </div>
    }
}

/// All orders, also those without a head of their own; on phones there are no heads.
fn order_menu(state: InboxState) -> impl IntoView {
    let now = Memo::new(move |_| state.query.with(|query| query.sort));
    let label = Signal::derive(move || words::order(order_name(now.get())));
    let item = move |sort| MenuItem::new(order_name(sort), move || state.order_by(sort)).checked(now.get_untracked() == sort);
    view! {
        <Menu class="chip chip--add" label items=move || ORDERS.into_iter().map(item).collect()>
            <span class="hide-xs">{words::order_label}</span>
            {move || order_name(now.get())}
            <Icon name=IconName::Down small=true/>
        </Menu>
    }
}

fn order_name(sort: Sort) -> &'static str {
    match sort {
        Sort::Next => words::column_next(),
        Sort::Name => words::column_lead(),
        Sort::Status => fields::status(),
        Sort::Value => fields::value(),
        Sort::Created => words::date_added(),
        Sort::Owner => fields::owner(),
    }
}

/// A filter in force: its words open the list of others, its × takes it away.
#[component]
fn Chip(filter: Narrowing) -> impl IntoView {
    let state = InboxState::use_state();
    let value = Memo::new(move |_| state.query.with(|query| value(state.live, filter, query)));
    let id = move || format!("inbox-chip-{}", key_of(filter));
    let label = Signal::derive(move || words::change_filter(name(filter), value.get().unwrap_or_default()));
    view! {
        <Show when=move || value.with(Option::is_some)>
            <span class="chip">
                <Picker
                    id=id()
                    class="chip__text"
                    label
                    hint=Signal::derive(move || name(filter).to_owned())
                    nothing=Signal::derive(|| basics::nothing_found().to_owned())
                    find=Callback::new(move |text: String| choices(state, &[filter], &text))
                    on_pick=Callback::new(move |choice: Choice| pick(state, &choice))
                >
                    <span>{move || name(filter)}</span>
                    " "
                    <b>{value}</b>
                </Picker>
                <button
                    class="chip__x"
                    type="button"
                    aria-label=move || words::remove_filter(name(filter))
                    title=move || words::remove_filter(name(filter))
                    on:click=move |_| {
                        state.query.update(|query| *query = filter.taken_from(query));
                        state.rows.focus_if_idle();
                    }
                >
                    <Icon name=IconName::X small=true/>
                </button>
            </span>
        </Show>
    }
}

/// What a filter is called.
pub fn name(filter: Narrowing) -> &'static str {
    match filter {
        Narrowing::Text => words::text(),
        Narrowing::Status => fields::status(),
        Narrowing::Owner => fields::owner(),
        Narrowing::Tag => words::tag(),
    }
}

/// What a filter lets through; none when it is not in force.
pub fn value(live: Live, filter: Narrowing, query: &InboxQuery) -> Option<String> {
    live.track(&[Kind::Status, Kind::Member]);
    let record = |id: Id| live.read(|set| set.get(id)).map(|record| fields::record_name(&record));
    let unknown = || basics::nothing_found().to_owned();
    match filter {
        Narrowing::Text => Some(query.text.trim().to_owned()).filter(|text| !text.is_empty()),
        Narrowing::Status => query.status.map(|id| record(id).unwrap_or_else(unknown)),
        Narrowing::Owner => query.owner.map(|id| record(id).unwrap_or_else(unknown)),
        Narrowing::Tag => query.tag.clone(),
    }
}

fn key_of(filter: Narrowing) -> &'static str {
    match filter {
        Narrowing::Text => "q",
        Narrowing::Status => "status",
        Narrowing::Owner => "owner",
        Narrowing::Tag => "tag",
    }
}

/// What can be filtered by, where name or value fit the text. The key says both: `status:<id>`.
fn choices(state: InboxState, filters: &[Narrowing], text: &str) -> Vec<Choice> {
    let text = fold(text);
    let now = state.query.get();
    let of = |filter: Narrowing| {
        let all = values(state.live, filter, &now);
        let fits = |choice: &Choice| fold(&choice.label).contains(&text) || fold(name(filter)).starts_with(&text);
        all.into_iter().filter(fits).take(SHOWN).collect::<Vec<_>>()
    };
    let several = filters.len() > 1;
    let found = filters.iter().flat_map(|filter| of(*filter).into_iter().map(move |choice| (*filter, choice)));
    found.map(|(filter, choice)| if several { choice.note(name(filter)) } else { choice }).collect()
}

fn values(live: Live, filter: Narrowing, now: &InboxQuery) -> Vec<Choice> {
    live.track(&[Kind::Lead, Kind::Status, Kind::Member]);
    let key = |value: &str| format!("{}:{value}", key_of(filter));
    match filter {
        Narrowing::Text => Vec::new(),
        Narrowing::Status | Narrowing::Owner => {
            let (records, chosen) = match filter {
                Narrowing::Status => (live.read(|set| set.statuses()), now.status),
                _ => (live.read(|set| set.members()), now.owner),
            };
            let choice = |record: domain::records::Record| {
                Choice::new(key(&record.id.to_string()), fields::record_name(&record)).checked(chosen == Some(record.id))
            };
            records.into_iter().map(choice).collect()
        }
        Narrowing::Tag => {
            let chosen = now.tag.as_deref().map(fold);
            let tags = live.read(|set| set.lead_tags());
            let choice = |(tag, count): (String, usize)| {
                let checked = chosen.as_deref() == Some(&*fold(&tag));
                Choice::new(key(&tag), tag).note(format::count(count)).checked(checked)
            };
            tags.into_iter().map(choice).collect()
        }
    }
}

/// Choosing the value in force takes the filter away.
fn pick(state: InboxState, choice: &Choice) {
    let Some((key, value)) = choice.key.split_once(':') else { return };
    let id = || value.parse().ok();
    state.query.update(|query| match key {
        "status" => query.status = id().filter(|_| !choice.checked),
        "owner" => query.owner = id().filter(|_| !choice.checked),
        _ => query.tag = (!choice.checked).then(|| value.to_owned()),
    });
}
