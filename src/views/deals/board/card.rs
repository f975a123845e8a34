//! One deal on the board.

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use leptos::prelude::*;

use super::state::BoardState;
use crate::clock::days_since;
use crate::components::{IconName, Menu, MenuItem};
use crate::i18n::{board as words, fields, format};
use crate::routes;
use crate::views::parts::member::MemberAvatar;
use crate::views::parts::names::name_of;
use crate::views::parts::next_step::{NextStepView, next_step_of};

#[component]
pub fn Card(state: BoardState, deal: Id, column: usize, stale_days: Option<i64>) -> impl IntoView {
    let record = state.actions.live.record(Kind::Deal, move || Some(deal));
    let is_lifted = move || state.lift.get().is_some_and(|lift| lift.deal == deal);
    let days = Memo::new(move |_| record.with(|record| record.as_ref().map_or(0, days_here)));
    let is_stale = move || stale_days.is_some_and(|usual| days.get() as i64 > usual);
    view! {
        <li class="card" class:is-lifted=is_lifted class:card--stale=is_stale data-deal=deal.to_string()>
            <CardTitle state deal column/>
            <CardFacts record deal days stale_days/>
            <CardMenu state deal column/>
        </li>
    }
}

fn days_here(deal: &Record) -> usize {
    let since = deal.time(Field::StageSince).unwrap_or(deal.created.at);
    days_since(since)
}

/// The link that covers the card. One card of each column can be reached by Tab, arrow keys do the rest.
#[component]
fn CardTitle(state: BoardState, deal: Id, column: usize) -> impl IntoView {
    let name = name_of(move || Some(deal));
    let record = state.actions.live.record(Kind::Deal, move || Some(deal));
    let organization = name_of(move || record.with(|record| record.as_ref().and_then(contact)));
    let is_stop = move || {
        let cards = state.cards(column);
        let current = state.current.get().filter(|current| cards.contains(current));
        current.or(cards.first().copied()) == Some(deal)
    };
    view! {
        <p class="card__title">
            <a
                href=routes::record(Kind::Deal, deal)
                draggable="false"
                tabindex=move || if is_stop() { "0" } else { "-1" }
                aria-describedby=move || state.lift.get().map(|_| "move-help")
                on:focus=move |_| state.current.set(Some(deal))
            >
                {name}
            </a>
            <br/>
            <span class="card__org">{organization}</span>
        </p>
    }
}

fn contact(deal: &Record) -> Option<Id> {
    deal.link(Field::Organization).or(deal.link(Field::Person))
}

#[component]
fn CardFacts(record: Memo<Option<Record>>, deal: Id, days: Memo<usize>, stale_days: Option<i64>) -> impl IntoView {
    let value = move || record.with(|record| record.as_ref().and_then(|record| record.money(Field::Value)).map(format::money));
    let owner = Memo::new(move |_| record.with(|record| record.as_ref().and_then(|record| record.link(Field::Owner))));
    let stay = move || {
        let days = days.get();
        match stale_days.filter(|usual| days as i64 > *usual) {
            Some(usual) => {
                view! { <span class="badge badge--warning" title=words::stale_hint(usual)>{words::days_here(days)}</span> }.into_any()
            }
            None => view! {
                <span class="quiet" title=words::days_here(days)>
                    <span aria-hidden="true">{words::days_short(days)}</span>
                    <span class="visually-hidden">{words::days_here(days)}</span>
                </span>
            }
            .into_any(),
        }
    };
    view! {
        <div class="card__row">
            <span class="card__value">{value}</span>
            {stay}
        </div>
        <div class="card__row">
            <NextStepView next=next_step_of(move || Some(deal))/>
            <MemberAvatar id=owner/>
        </div>
    }
}

/// Every move without dragging.
#[component]
fn CardMenu(state: BoardState, deal: Id, column: usize) -> impl IntoView {
    let name = name_of(move || Some(deal));
    let items = move || {
        let stages = state.stages.get_untracked();
        let moves = stages.iter().enumerate().map(move |(at, stage)| {
            MenuItem::new(words::move_to(fields::record_name(stage)), move || state.move_to_stage(deal, at)).checked(at == column)
        });
        let ends = [
            MenuItem::new(words::won(), move || state.win(deal)).icon(IconName::Trophy),
            MenuItem::new(words::lost(), move || state.lose(deal)).icon(IconName::XCircle),
        ];
        moves.chain(ends).collect::<Vec<_>>()
    };
    view! { <Menu label=Signal::derive(move || words::actions_for(name.get())) class="card__menu" items tabindex="-1"/> }
}
