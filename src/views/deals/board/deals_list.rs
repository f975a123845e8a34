//! All deals as a table, the closed ones too.

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::DealStatus;
use leptos::prelude::*;

use super::header::chosen_status;
use super::state::BoardState;
use crate::i18n::{basics, board as words, fields, format};
use crate::views::parts::member::MemberAvatar;
use crate::views::parts::names::{RecordLink, name_of};
use crate::views::parts::status::StatusPie;

/// Rows drawn at first, and added by each *Show more*.
const STEP: usize = 200;

#[component]
pub fn DealsList(state: BoardState) -> impl IntoView {
    let status = chosen_status();
    let limit = RwSignal::new(STEP);
    let deals = state.actions.live.query(&[Kind::Deal], move |set| {
        let (status, owner, pipeline) = (status.get(), state.owner.get(), state.pipeline.get());
        let mut deals = set.all(Kind::Deal);
        deals.retain(|deal| {
            deal.link(Field::Pipeline) == Some(pipeline)
                && status.is_none_or(|status| deal.code(Field::DealStatus) == Some(status))
                && owner.is_none_or(|owner| deal.link(Field::Owner) == Some(owner))
        });
        deals.sort_by_cached_key(|deal| {
            (deal.code::<DealStatus>(Field::DealStatus) != Some(DealStatus::Open), deal.text(Field::Name).to_lowercase())
        });
        deals.iter().map(|deal| deal.id).collect::<Vec<Id>>()
    });
    let shown = move || deals.with(|deals| deals.iter().take(limit.get()).copied().collect::<Vec<_>>());
    let rest = move || deals.with(Vec::len).saturating_sub(limit.get());
    view! {
        <div class="view__body scroll table__scroll">
            <Show when=move || deals.with(Vec::is_empty)>
                <div class="empty"><p class="empty__title">{words::empty_list}</p></div>
            </Show>
            <table class="table" aria-label=basics::deals hidden=move || deals.with(Vec::is_empty)>
                <thead>
                    <tr>
                        <th scope="col">{words::deal_column}</th>
                        <th scope="col" class="only-wide">{basics::organization}</th>
                        <th scope="col">{fields::stage}</th>
                        <th scope="col" class="num">{fields::value}</th>
                        <th scope="col" class="only-wide">{fields::close_date}</th>
                        <th scope="col" class="only-wide">{fields::owner}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=shown key=|deal| *deal let:deal>
                        <DealRow state deal/>
                    </For>
                </tbody>
            </table>
            <Show when=move || { rest() > 0 }>
                <p class="empty__actions">
                    <button class="btn" type="button" on:click=move |_| limit.update(|limit| *limit += STEP)>{move || words::more(rest().min(STEP))}</button>
                </p>
            </Show>
        </div>
    }
}

#[component]
fn DealRow(state: BoardState, deal: Id) -> impl IntoView {
    let record = state.actions.live.record(Kind::Deal, move || Some(deal));
    let of = move |ask: fn(&Record) -> Option<Id>| Memo::new(move |_| record.with(|record| record.as_ref().and_then(ask)));
    let organization = of(|deal| deal.link(Field::Organization).or(deal.link(Field::Person)));
    let stage = of(|deal| deal.link(Field::Stage));
    let owner = of(|deal| deal.link(Field::Owner));
    let closed = Memo::new(move |_| record.with(|record| record.as_ref().and_then(|deal| deal.code::<DealStatus>(Field::DealStatus))));
    let value = move || record.with(|record| record.as_ref().and_then(|deal| deal.money(Field::Value)).map(format::money));
    let date = move || record.with(|record| record.as_ref().and_then(|deal| deal.date(Field::CloseDate)).map(format::date));
    view! {
        <tr>
            <th scope="row">
                <RecordLink id=Signal::derive(move || Some(deal))/>
                <p class="small quiet only-small">{name_of(move || organization.get())}</p>
            </th>
            <td class="only-wide"><RecordLink id=organization/></td>
            <td><StatusPie status=stage closed/></td>
            <td class="num">{value}</td>
            <td class="nowrap only-wide">{date}</td>
            <td class="only-wide"><MemberAvatar id=owner/></td>
        </tr>
    }
}
