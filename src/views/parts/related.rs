//! Records that belong to the one on screen, each with a word about it (R16, R50).

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::DealStatus;
use leptos::prelude::*;

use super::picker::hint_of;
use crate::clock;
use crate::i18n::{fields, format, record as words, when};
use crate::routes;
use crate::store::live_query::Live;
use crate::store::working_set::WorkingSet;

/// What a related record may be, or take its words from.
const KINDS: &[Kind] = &[Kind::Lead, Kind::Person, Kind::Organization, Kind::Deal, Kind::Stage, Kind::Status];

#[derive(Clone, Debug, PartialEq)]
struct RelatedRow {
    id: Id,
    name: String,
    sub: String,
    href: Option<String>,
}

/// A panel of links. Without records it says `nothing`, or is not there at all.
#[component]
pub fn Related(
    /// Unique on the page.
    id: &'static str,
    title: fn() -> &'static str,
    find: impl Fn(&WorkingSet) -> Vec<Record> + Send + Sync + 'static,
    #[prop(optional)] nothing: Option<fn() -> &'static str>,
    /// Stands at the end of the heading, such as a button to add one.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let rows = live.query(KINDS, move |set| find(set).iter().map(|record| row_of(set, record)).collect::<Vec<_>>());
    let children = StoredValue::new(children);
    view! {
        <Show when=move || nothing.is_some() || rows.with(|rows| !rows.is_empty())>
            <section class="panel" aria-labelledby=id>
                <div class="panel__head">
                    <h2 class="panel__title" id=id>{title}</h2>
                    <span class="spacer"></span>
                    {children.with_value(|children| children.as_ref().map(|children| children()))}
                </div>
                <ul class="panel__body stack stack--2 small">
                    <For each=move || rows.get() key=|row| (row.id, row.name.clone(), row.sub.clone()) let(row)>
                        <li class="related">
                            <a href=row.href>{row.name}</a>
                            <span class="tiny quiet">{row.sub}</span>
                        </li>
                    </For>
                    {move || {
                        nothing
                            .filter(|_| rows.with(Vec::is_empty))
                            .map(|nothing| view! { <li class="quiet">{nothing}</li> })
                    }}
                </ul>
            </section>
        </Show>
    }
}

fn row_of(set: &WorkingSet, record: &Record) -> RelatedRow {
    RelatedRow { id: record.id, name: fields::record_name(record), sub: sub_of(set, record), href: routes::of(record) }
}

/// What a record is, in half a line: `Deal, Proposal · €61,000`, `Head of production`, `Lead, New`.
pub fn sub_of(set: &WorkingSet, record: &Record) -> String {
    let named = |id: Option<Id>| id.and_then(|id| set.get(id)).map(|record| fields::record_name(&record)).unwrap_or_default();
    match record.kind {
        Kind::Deal => {
            let standing = standing(record, named(record.link(Field::Stage)));
            let value = record.money(Field::Value).map(format::money).unwrap_or_default();
            joined(" · ", [words::next_when(fields::kind_name(Kind::Deal), standing), value])
        }
        Kind::Lead => {
            let state = if record.has(Field::ArchivedAt) { words::archived_state().to_owned() } else { named(record.link(Field::Status)) };
            words::next_when(fields::kind_name(Kind::Lead), state)
        }
        Kind::Person => match record.text(Field::JobTitle) {
            "" => fields::kind_name(Kind::Person).to_owned(),
            job => job.to_owned(),
        },
        _ => joined(" · ", [fields::kind_name(record.kind).to_owned(), hint_of(record)]),
    }
}

/// B9: won or lost and when, else the stage.
pub fn standing(deal: &Record, stage: String) -> String {
    match deal.code(Field::DealStatus) {
        Some(status @ (DealStatus::Won | DealStatus::Lost)) => {
            let day = deal.time(Field::ClosedAt).map(|at| when::day(when::local(at).0, clock::today())).unwrap_or_default();
            words::closed_on(fields::deal_status(status), day).trim().to_owned()
        }
        _ => stage,
    }
}

fn joined<const N: usize>(between: &str, parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}
