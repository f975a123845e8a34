//! The toolbar for selected leads, docked under the list. What it can do depends on where they are.

use domain::ids::Id;
use domain::records::Kind;
use domain::text::fold;
use leptos::prelude::*;
use rustc_hash::FxHashMap;

use super::act;
use super::archive::ArchivePicker;
use super::state::InboxState;
use crate::components::{Choice, Icon, IconName, Picker, ProgressBar, Toolbar};
use crate::i18n::{basics, bulk, fields, format, inbox as words};
use crate::store::working_set::LeadState;
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;

/// Tags offered at most.
const TAGS_SHOWN: usize = 60;

#[component]
pub fn BulkBar() -> impl IntoView {
    let state = InboxState::use_state();
    let count = Memo::new(move |_| state.selection.count());
    let total = Memo::new(move |_| state.matching.with(|slots| slots.len()));
    view! {
        <Show when=move || { count.get() > 0 }>
            <Toolbar class="bulk" label=Signal::derive(move || words::actions_for(count.get()))>
                <span class="bulk__count" role="status">{move || basics::selected(count.get())}</span>
                <Show when=move || count.get() < total.get()>
                    <button class="linkbtn small nowrap only-wide" type="button" on:click=move |_| state.selection.select_all()>
                        {move || words::select_all(total.get())}
                    </button>
                </Show>
                <span class="spacer"></span>
                {move || actions_for(state.state())}
                <button
                    class="btn btn--ghost btn--icon btn--sm"
                    type="button"
                    aria-label=words::clear_selection
                    title=words::clear_selection
                    on:click=move |_| {
                        state.selecting.set(false);
                        state.selection.clear();
                        state.rows.focus();
                    }
                >
                    <Icon name=IconName::X/>
                </button>
            </Toolbar>
        </Show>
    }
}

/// An action on very many leads, while it runs.
#[component]
pub fn Running() -> impl IntoView {
    let state = InboxState::use_state();
    let flows = Flows::use_flows();
    let done = Signal::derive(move || state.progress.get().map(|(done, _)| done).unwrap_or_default());
    let total = Signal::derive(move || state.progress.get().map(|(_, total)| total).unwrap_or_default());
    let text = Signal::derive(move || words::done_of(format::count(done.get()), format::count(total.get())));
    view! {
        <Show when=move || state.progress.get().is_some()>
            <div class="bulk bulk--running">
                <div class="grow"><ProgressBar label=Signal::derive(|| words::running().to_owned()) done total text/></div>
                <button class="btn btn--sm" type="button" on:click=move |_| state.stopped.set(true)>{basics::stop}</button>
            </div>
        </Show>
        <Show when=move || flows.run_at_work.get()>
            <div class="bulk bulk--running">
                <span class="grow small">{bulk::at_work}</span>
                <button class="btn btn--sm" type="button" on:click=move |_| flows.run_shown.set(true)>{basics::open}</button>
            </div>
        </Show>
    }
}

/// A converted lead can't be changed.
fn actions_for(place: LeadState) -> AnyView {
    match place {
        LeadState::Open => view! { <TagPicker/> <AssignPicker/> <StatusPicker/> <Archive/> <Convert/> }.into_any(),
        LeadState::Archived => view! { <TagPicker/> <AssignPicker/> <Restore/> }.into_any(),
        LeadState::Converted => ().into_any(),
    }
}

fn nothing() -> Signal<String> {
    Signal::derive(|| basics::nothing_found().to_owned())
}

/// Ticked: all selected leads have the tag. The list stays open for more.
#[component]
fn TagPicker() -> impl IntoView {
    let state = InboxState::use_state();
    let actions = Actions::use_actions();
    let pick = move |choice: Choice| act::tag(state, actions, state.targets(), choice.text().to_owned(), choice.checked);
    view! {
        <Picker
            id="bulk-tag"
            label=Signal::derive(|| words::tag_action().to_owned())
            hint=Signal::derive(|| words::find_tag().to_owned())
            nothing=nothing()
            find=Callback::new(move |text: String| tags(state, &text))
            on_pick=Callback::new(pick)
            multiple=true
            open=state.tag_open
            keyshortcuts="l"
        >
            <Icon name=IconName::Tag/>
            <span class="txt">{words::tag_action}</span>
        </Picker>
    }
}

fn tags(state: InboxState, text: &str) -> Vec<Choice> {
    state.live.track(&[Kind::Lead]);
    let selected = state.selection.slots();
    let wanted = fold(text);
    let mut found: Vec<Choice> = state.live.read(|set| {
        let mut worn: FxHashMap<&str, usize> = FxHashMap::default();
        for tag in selected.iter().filter_map(|slot| set.lead_row(*slot)).flat_map(|row| &row.tags) {
            *worn.entry(tag).or_default() += 1;
        }
        let all = |tag: &str| !selected.is_empty() && worn.get(&*fold(tag)) == Some(&selected.len());
        let known = set.lead_tags().into_iter().filter(|(tag, _)| fold(tag).contains(&wanted)).take(TAGS_SHOWN);
        known.map(|(tag, count)| Choice::new(tag.clone(), tag.clone()).note(format::count(count)).checked(all(&tag))).collect()
    });
    let text = text.trim();
    if !text.is_empty() && found.iter().all(|choice| fold(&choice.label) != wanted) {
        found.push(Choice::create(text, words::new_tag(text)));
    }
    found
}

#[component]
fn AssignPicker() -> impl IntoView {
    let state = InboxState::use_state();
    let actions = Actions::use_actions();
    let find = move |text: String| {
        state.live.track(&[Kind::Member]);
        records(state.live.read(|set| set.members()), &text)
    };
    let pick = move |choice: Choice| with_id(&choice, |owner| act::assign(state, actions, state.targets(), owner));
    view! {
        <Picker
            id="bulk-assign"
            label=Signal::derive(|| words::assign().to_owned())
            hint=Signal::derive(|| words::find_owner().to_owned())
            nothing=nothing()
            find=Callback::new(find)
            on_pick=Callback::new(pick)
            open=state.assign_open
            keyshortcuts="a"
        >
            <Icon name=IconName::Person/>
            <span class="txt">{words::assign}</span>
        </Picker>
    }
}

#[component]
fn StatusPicker() -> impl IntoView {
    let state = InboxState::use_state();
    let actions = Actions::use_actions();
    let find = move |text: String| {
        state.live.track(&[Kind::Status]);
        let statuses = state.live.read(|set| set.statuses());
        // The last one is reached by converting only.
        records(statuses.into_iter().filter(|status| !status.flag(domain::records::Field::Converted)).collect(), &text)
    };
    let pick = move |choice: Choice| with_id(&choice, |status| act::set_status(state, actions, state.targets(), status));
    view! {
        <Picker
            id="bulk-status"
            label=Signal::derive(|| words::status_action().to_owned())
            hint=Signal::derive(|| words::find_status().to_owned())
            nothing=nothing()
            find=Callback::new(find)
            on_pick=Callback::new(pick)
            open=state.status_open
            keyshortcuts="s"
        >
            <Icon name=IconName::Flag/>
            <span class="txt">{words::status_action}</span>
        </Picker>
    }
}

fn records(records: Vec<domain::records::Record>, text: &str) -> Vec<Choice> {
    let wanted = fold(text);
    let named = records.into_iter().map(|record| Choice::new(record.id.to_string(), fields::record_name(&record)));
    named.filter(|choice| fold(&choice.label).contains(&wanted)).collect()
}

fn with_id(choice: &Choice, act: impl FnOnce(Id)) {
    if let Ok(id) = choice.key.parse() {
        act(id);
    }
}

#[component]
fn Archive() -> impl IntoView {
    let state = InboxState::use_state();
    let actions = Actions::use_actions();
    let archive = Callback::new(move |reason: String| act::archive(state, actions, state.targets(), reason));
    view! { <ArchivePicker id="bulk-archive" on_reason=archive open=state.archive_open/> }
}

#[component]
fn Restore() -> impl IntoView {
    let state = InboxState::use_state();
    let actions = Actions::use_actions();
    view! {
        <button class="btn btn--sm" type="button" aria-label=words::restore on:click=move |_| act::restore(state, actions, state.targets())>
            <Icon name=IconName::Undo/>
            <span class="txt">{words::restore}</span>
        </button>
    }
}

/// R55: one lead has its dialog, several have another.
#[component]
fn Convert() -> impl IntoView {
    let state = InboxState::use_state();
    let flows = Flows::use_flows();
    let label = move || match state.selection.count() {
        1 => words::convert().to_owned(),
        count => bulk::convert_selected(count),
    };
    view! {
        <button class="btn btn--sm btn--soft" type="button" aria-keyshortcuts="Shift+v" on:click=move |_| act::convert(state, flows)>
            <Icon name=IconName::Convert/>
            {label}
        </button>
    }
}
