//! The name of a record as it is now, and a link to it.

use domain::ids::Id;
use domain::records::Kind;
use domain::workspace;
use leptos::prelude::*;

use crate::i18n::{fields, story};
use crate::routes;
use crate::store::live_query::Live;

/// Kinds that are named on screens of other records.
const NAMED: &[Kind] = &[Kind::Lead, Kind::Person, Kind::Organization, Kind::Deal, Kind::Member, Kind::Status, Kind::Pipeline, Kind::Stage];

/// Follows changes of the record, of the id and of the language; empty without a record.
pub fn name_of(id: impl Fn() -> Option<Id> + Send + Sync + 'static) -> Memo<String> {
    let live = expect_context::<Live>();
    live.query(NAMED, move |set| id().and_then(|id| set.get(id)).map(|record| fields::record_name(&record)).unwrap_or_default())
}

/// `by Paolo Serafin`, `by you`. `name` is the name of the member.
pub fn by_words(by: Id, name: String) -> String {
    if by == workspace::ME { story::by_you().to_owned() } else { story::by(name) }
}

/// The name, as a link where the record has a page.
#[component]
pub fn RecordLink(#[prop(into)] id: Signal<Option<Id>>) -> impl IntoView {
    let live = expect_context::<Live>();
    let name = name_of(move || id.get());
    let href = live.query(NAMED, move |set| id.get().and_then(|id| set.get(id)).and_then(|record| routes::of(&record)));
    move || match href.get() {
        Some(href) => view! { <a href=href>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    }
}
