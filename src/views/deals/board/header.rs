//! Title, totals, the switch between board and list, filters.

use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::values::{Coded, DealStatus};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::state::BoardState;
use super::sums::Sums;
use crate::components::{Icon, IconName};
use crate::i18n::{board as words, fields};
use crate::views::shell::page::PageHeading;

#[component]
pub fn Header(state: BoardState) -> impl IntoView {
    let sums = Memo::new(move |_| {
        let mut sums = Sums::default();
        state.board.with(|board| {
            for column in &board.columns {
                let probability = column.stage.number(Field::Probability).unwrap_or(100);
                column.deals.iter().for_each(|deal| sums.add(deal, probability));
            }
        });
        sums
    });
    view! {
        <header class="view__header">
            <PageHeading class="view__title visually-hidden">{move || words::pipeline_named(state.pipeline_name())}</PageHeading>
            <PipelineSelect state/>
            <span class="view__count" role="status">
                {move || sums.with(|sums| words::totals(sums.count, sums.total()))}
                <span class="only-wide">{move || sums.with(|sums| format!(", {}", words::weighted(sums.weighted())))}</span>
            </span>
            <div class="view__actions">
                <ViewSwitch state/>
                <button
                    class="btn"
                    type="button"
                    aria-label=words::add
                    aria-keyshortcuts="c"
                    on:click=move |_| state.adding.set(true)
                >
                    <Icon name=IconName::Plus/>
                    <span class="hide-xs">{words::add}</span>
                </button>
            </div>
        </header>
        <div class="view__bar" role="group" aria-label=words::filters>
            <OwnerFilter state/>
            <Show when=move || state.is_list()>
                <StatusFilter state/>
            </Show>
            <MoveHelp state/>
        </div>
    }
}

#[component]
fn PipelineSelect(state: BoardState) -> impl IntoView {
    let pipelines = state.actions.live.query(&[Kind::Pipeline], |set| set.pipelines());
    view! {
        <select class="select select--title" aria-label=words::pipeline on:change=move |event| state.show("pipeline", Some(event_target_value(&event)))>
            <For each=move || pipelines.get() key=|pipeline| pipeline.id let:pipeline>
                <option value=pipeline.id.to_string() selected=move || state.pipeline.get() == pipeline.id>
                    {let pipeline = pipeline.clone(); move || fields::record_name(&pipeline)}
                </option>
            </For>
        </select>
    }
}

#[component]
fn ViewSwitch(state: BoardState) -> impl IntoView {
    let choose = move |list: bool| state.show("view", list.then(|| "list".to_owned()));
    let button = move |list: bool, icon: IconName, label: fn() -> &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=move || (state.is_list() == list).to_string()
                aria-current=move || (state.is_list() == list).then_some("true")
                aria-label=label
                on:click=move |_| choose(list)
            >
                <Icon name=icon/>
                <span class="only-wide">{label}</span>
            </button>
        }
    };
    view! {
        <div class="segmented" role="group" aria-label=words::view>
            {button(false, IconName::Board, words::board)}
            {button(true, IconName::List, words::list)}
        </div>
    }
}

#[component]
fn OwnerFilter(state: BoardState) -> impl IntoView {
    let members = state.actions.live.query(&[Kind::Member], |set| set.members());
    let pick = move |text: String| state.show("owner", text.parse::<Id>().ok().map(|id| id.to_string()));
    view! {
        <label class="chip">
            <span>{words::owner}</span>
            <select class="chip__text" on:change=move |event| pick(event_target_value(&event))>
                <option value="" selected=move || state.owner.get().is_none()>{words::everyone}</option>
                <For each=move || members.get() key=|member| member.clone().id let:member>
                    <option value=member.id.to_string() selected=move || state.owner.get() == Some(member.id)>
                        {let member = member.clone(); move || fields::record_name(&member)}
                    </option>
                </For>
            </select>
        </label>
    }
}

/// The list also has closed deals.
#[component]
fn StatusFilter(state: BoardState) -> impl IntoView {
    let current = chosen_status();
    view! {
        <label class="chip">
            <span>{words::state}</span>
            <select class="chip__text" on:change=move |event| state.show("state", Some(event_target_value(&event)).filter(|key| !key.is_empty()))>
                <option value="" selected=move || current.get().is_none()>{words::all_states}</option>
                {DealStatus::ALL
                    .iter()
                    .map(|status| {
                        let status = *status;
                        view! {
                            <option value=status_key(status) selected=move || current.get() == Some(status)>
                                {move || fields::deal_status(status)}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </label>
    }
}

/// The state in the address.
pub fn chosen_status() -> Memo<Option<DealStatus>> {
    let query = use_query_map();
    Memo::new(move |_| {
        let key = query.with(|query| query.get("state"))?;
        DealStatus::ALL.iter().copied().find(|status| status_key(*status) == key)
    })
}

fn status_key(status: DealStatus) -> &'static str {
    match status {
        DealStatus::Open => "open",
        DealStatus::Won => "won",
        DealStatus::Lost => "lost",
    }
}

/// The keys that move a lifted card.
#[component]
fn MoveHelp(state: BoardState) -> impl IntoView {
    let by_key = move || state.lift.get().filter(|lift| !lift.by_pointer);
    view! {
        <span class="spacer"></span>
        <Show when=move || by_key().is_some()>
            <span class="tiny quiet nowrap only-wide" id="move-help">
                {move || by_key().map(|lift| words::moving(state.actions.name(lift.deal)))} " "
                <kbd>"←"</kbd> <kbd>"→"</kbd> " " {words::key_stage} " "
                <kbd>"↑"</kbd> <kbd>"↓"</kbd> " " {words::key_place} " "
                <kbd>"Enter"</kbd> " " {words::key_drop} " "
                <kbd>"Esc"</kbd> " " {words::key_back}
            </span>
        </Show>
    }
}
