//! The cells of one lead.

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::Money;
use leptos::prelude::*;

use super::state::InboxState;
use crate::clock;
use crate::components::{Icon, IconName};
use crate::i18n::{fields, format, inbox as words, when};
use crate::routes;
use crate::store::live_query::Live;
use crate::store::working_set::{NextStep, WorkingSet};
use crate::views::parts::member::MemberAvatar;
use crate::views::parts::next_step::{NextStepView, next_step_words};
use crate::views::parts::status::StatusPie;
use crate::views::parts::tags::TagChip;

/// What a row shows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Line {
    id: Id,
    name: String,
    /// Organization and city, whatever is known and not the name already.
    place: String,
    unseen: bool,
    status: Option<Id>,
    tag: Option<String>,
    more_tags: usize,
    value: Option<Money>,
    owner: Option<Id>,
    next: NextStep,
    /// Instead of the next step, for leads that have none any more.
    ended: Option<String>,
}

impl Line {
    fn of(set: &WorkingSet, slot: u32) -> Option<Self> {
        let lead = set.lead_at(slot)?;
        let name = fields::record_name(&lead);
        let tags = lead.texts(Field::Tags);
        Some(Self {
            id: lead.id,
            place: place(&lead, &name),
            unseen: lead.is_open_lead() && !lead.flag(Field::Seen),
            status: lead.link(Field::Status),
            tag: tags.first().cloned(),
            more_tags: tags.len().saturating_sub(1),
            value: lead.money(Field::Value),
            owner: lead.link(Field::Owner),
            next: set.lead_row(slot).map(|row| row.next).unwrap_or_default(),
            ended: ended(&lead),
            name,
        })
    }
}

fn place(lead: &Record, name: &str) -> String {
    let organization = lead.text(Field::OrganizationName);
    let city = lead.address(Field::Address).map_or("", |address| &address.city);
    let title = lead.text(Field::Title);
    let parts = [organization, city].into_iter().filter(|part| !part.is_empty() && *part != name);
    let place = parts.collect::<Vec<_>>().join(" · ");
    if place.is_empty() && title != name { title.to_owned() } else { place }
}

fn ended(lead: &Record) -> Option<String> {
    if let Some(at) = lead.time(Field::ConvertedAt) {
        return Some(words::converted_on(when::day(clock::day_of(at), clock::today())));
    }
    lead.has(Field::ArchivedAt).then(|| match lead.text(Field::ArchiveReason) {
        "" => words::archived().to_owned(),
        reason => words::archived_because(reason),
    })
}

/// The inside of a row; it follows its lead.
pub fn cells(state: InboxState, slot: u32) -> AnyView {
    let kinds = &[Kind::Lead, Kind::Activity];
    let line = state.live.query(kinds, move |set| Line::of(set, slot).unwrap_or_default());
    view! {
        {check_cell(state, line, slot)}
        {lead_cell(state, line)}
        <div class="grid__cell c-stage" role="gridcell" aria-colindex="3">
            <StatusPie status=Signal::derive(move || line.with(|line| line.status))/>
        </div>
        <div class="grid__cell c-label" role="gridcell" aria-colindex="4">{tags(line)}</div>
        <div class="grid__cell c-next" role="gridcell" aria-colindex="5" title=move || next_words(state.live, line)>{next(line)}</div>
        <div class="grid__cell c-val num" role="gridcell" aria-colindex="6">{value(line)}</div>
        <div class="grid__cell c-owner" role="gridcell" aria-colindex="7">
            <MemberAvatar id=Signal::derive(move || line.with(|line| line.owner))/>
        </div>
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

fn lead_cell(state: InboxState, line: Memo<Line>) -> impl IntoView {
    let href = move || routes::record(Kind::Lead, line.with(|line| line.id));
    let full = move || line.with(|line| if line.place.is_empty() { line.name.clone() } else { format!("{}\n{}", line.name, line.place) });
    view! {
        <div class="grid__cell c-lead" class:is-unseen=move || line.with(|line| line.unseen) role="rowheader" aria-colindex="2" title=full>
            // While selecting by touch, the name selects like the rest of its row.
            <a
                class="lead__name"
                href=href
                tabindex="-1"
                on:click=move |event| {
                    if state.narrow.get_untracked() && state.is_selecting_now() {
                        event.prevent_default();
                        event.stop_propagation();
                        state.slot_of(line.with_untracked(|line| line.id)).into_iter().for_each(|slot| state.selection.toggle(slot));
                    } else {
                        // Back leads to this row.
                        state.lead.set(Some(line.with_untracked(|line| line.id)));
                        state.flush();
                    }
                }
            >
                {move || line.with(|line| line.name.clone())}
            </a>
            <Show when=move || line.with(|line| line.unseen)>
                <span class="visually-hidden">{words::unseen}</span>
            </Show>
            <span class="lead__org">{move || line.with(|line| line.place.clone())}</span>
        </div>
    }
}

/// The first tag and how many more there are.
fn tags(line: Memo<Line>) -> impl IntoView {
    let shown = Memo::new(move |_| line.with(|line| (line.tag.clone(), line.more_tags)));
    move || match shown.get() {
        (Some(tag), 0) => view! { <TagChip tag/> }.into_any(),
        (Some(tag), more) => {
            let title = words::more_tags(more);
            view! {
                <span class="tags-cut">
                    <TagChip tag/>
                    <span class="tiny quiet" title=title.clone() aria-label=title role="img">{format!("+{more}")}</span>
                </span>
            }
            .into_any()
        }
        (None, _) => view! { <span class="quiet" role="img" aria-label=words::no_tag>"–"</span> }.into_any(),
    }
}

/// In full, where the cell is too narrow.
fn next_words(live: Live, line: Memo<Line>) -> String {
    line.with(|line| line.ended.clone().unwrap_or_else(|| next_step_words(live, line.next, clock::today())))
}

fn next(line: Memo<Line>) -> impl IntoView {
    let ended = Memo::new(move |_| line.with(|line| line.ended.clone()));
    move || match ended.get() {
        Some(words) => view! { <span class="next"><Icon name=IconName::Archive/><span class="truncate">{words}</span></span> }.into_any(),
        None => view! { <NextStepView next=Signal::derive(move || line.with(|line| line.next))/> }.into_any(),
    }
}

fn value(line: Memo<Line>) -> impl IntoView {
    let value = Memo::new(move |_| line.with(|line| line.value));
    move || match value.get() {
        Some(money) => format::money(money).into_any(),
        None => view! { <span role="img" aria-label=words::no_value>"–"</span> }.into_any(),
    }
}
