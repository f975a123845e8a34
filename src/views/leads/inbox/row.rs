//! The cells of one lead. A row is drawn in one piece and again when its lead changes: lists of rows come and go while scrolling.

mod line;

use domain::records::Kind;
use domain::values::Money;
use leptos::prelude::*;

use self::line::{Line, Next};
use super::names::Names;
use super::state::InboxState;
use crate::components::Icon;
use crate::i18n::{format, inbox as words};
use crate::routes;
use crate::views::parts::tags::TagChip;

/// The inside of a row; it follows its lead.
pub fn cells(state: InboxState, slot: u32) -> AnyView {
    let line = state.live.query(&[Kind::Lead, Kind::Activity, Kind::Deal, Kind::Stage], move |set| Line::of(set, slot).unwrap_or_default());
    view! {
        {check_cell(state, line, slot)}
        {move || line.with(|line| state.names.with(|names| content(state, line, names)))}
    }
    .into_any()
}

fn check_cell(state: InboxState, line: Memo<Line>, slot: u32) -> impl IntoView {
    let press = move |event: web_sys::MouseEvent| {
        event.stop_propagation();
        if event.shift_key() {
            state.selection.range_to(slot);
        } else {
            state.selection.toggle(slot);
        }
    };
    view! {
        <div class="grid__cell grid__cell--check" role="gridcell" aria-colindex="1" on:click=press>
            <input
                class="check"
                type="checkbox"
                tabindex="-1"
                aria-label=move || line.with(|line| words::select_one(&line.name))
                prop:checked=move || state.selection.has(slot)
            />
        </div>
    }
}

fn content(state: InboxState, line: &Line, names: &Names) -> impl IntoView + use<> {
    view! {
        {lead_cell(state, line)}
        <div class="grid__cell c-stage" role="gridcell" aria-colindex="3">{stage(line, names)}</div>
        <div class="grid__cell c-tags" role="gridcell" aria-colindex="4">{tags(line)}</div>
        <div class="grid__cell c-next" role="gridcell" aria-colindex="5" title=line.next.full()>{next(&line.next)}</div>
        <div class="grid__cell c-val num" role="gridcell" aria-colindex="6">{value(line.value)}</div>
        <div class="grid__cell c-owner" role="gridcell" aria-colindex="7">{owner(line, names)}</div>
    }
}

fn lead_cell(state: InboxState, line: &Line) -> impl IntoView + use<> {
    let id = line.id;
    let class = if line.unseen { "grid__cell c-lead is-unseen" } else { "grid__cell c-lead" };
    let full = if line.place.is_empty() { line.name.clone() } else { format!("{}\n{}", line.name, line.place) };
    let press = move |event: web_sys::MouseEvent| {
        // While selecting by touch, the name selects like the rest of its row.
        if state.narrow.get_untracked() && state.is_selecting_now() {
            event.prevent_default();
            event.stop_propagation();
            if let Some(slot) = state.slot_of(id) {
                state.selection.toggle(slot);
            }
        } else {
            // Back leads to this row.
            state.lead.set(Some(id));
            state.flush();
        }
    };
    view! {
        <div class=class role="rowheader" aria-colindex="2" title=full>
            <a class="lead__name" href=routes::record(Kind::Lead, id) tabindex="-1" on:click=press>{line.name.clone()}</a>
            {line.unseen.then(|| view! { <span class="visually-hidden">{words::unseen()}</span> })}
            <span class="lead__org">{line.place.clone()}</span>
        </div>
    }
}

fn stage(line: &Line, names: &Names) -> impl IntoView + use<> {
    let status = line.status.and_then(|id| names.status(id));
    status.map(|status| {
        let class = match (status.converted, status.percent) {
            (true, _) => "stage stage--won",
            (false, 0) => "stage stage--idle",
            _ => "stage",
        };
        view! { <span class=class style:--p=status.percent.to_string()><span class="truncate">{status.name.clone()}</span></span> }
    })
}

/// The first tag and how many more there are.
fn tags(line: &Line) -> impl IntoView + use<> {
    let (tag, more) = (line.tag.clone(), line.more_tags);
    match tag {
        Some(tag) if more == 0 => view! { <TagChip tag/> }.into_any(),
        Some(tag) => {
            let title = words::more_tags(more);
            view! {
                <span class="tags-cut">
                    <TagChip tag/>
                    <span class="tiny quiet" title=title.clone() aria-label=title role="img">{format!("+{more}")}</span>
                </span>
            }
            .into_any()
        }
        None => view! { <span class="quiet" role="img" aria-label=words::no_tag()>"–"</span> }.into_any(),
    }
}

fn next(next: &Next) -> impl IntoView + use<> {
    view! {
        <span class=next.class>
            <Icon name=next.icon/>
            <span class="truncate">
                {next.words.clone()}
                {(!next.more.is_empty()).then(|| view! { " " <span class="next__more">{next.more.clone()}</span> })}
            </span>
        </span>
    }
}

fn value(value: Option<Money>) -> impl IntoView + use<> {
    match value {
        Some(money) => format::money(money).into_any(),
        None => view! { <span role="img" aria-label=words::no_value()>"–"</span> }.into_any(),
    }
}

fn owner(line: &Line, names: &Names) -> impl IntoView + use<> {
    line.owner.and_then(|id| names.member(id)).map(|member| {
        let class = if member.me { "avatar avatar--me" } else { "avatar" };
        let name = member.name.clone();
        view! { <span class=class role="img" aria-label=name.clone() title=name>{member.initials.clone()}</span> }
    })
}
