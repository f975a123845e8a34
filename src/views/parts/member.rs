//! Who a record belongs to.

use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::workspace;
use leptos::prelude::*;

use super::names::name_of;
use crate::components::Avatar;
use crate::components::avatar::initials_of;
use crate::store::live_query::Live;

/// Initials of a member in a circle; nothing without one.
#[component]
pub fn MemberAvatar(#[prop(into)] id: Signal<Option<Id>>, #[prop(optional)] large: bool) -> impl IntoView {
    let live = expect_context::<Live>();
    let name = name_of(move || id.get());
    let member = live.record(Kind::Member, move || id.get());
    let initials = Memo::new(move |_| {
        let own = member.with(|member| member.as_ref().map(|member| member.text(Field::Initials).to_owned()));
        own.filter(|own| !own.is_empty()).unwrap_or_else(|| initials_of(&name.get()))
    });
    let mine = Memo::new(move |_| id.get() == Some(workspace::ME));
    view! {
        <Show when=move || id.get().is_some()>
            <Avatar name initials mine large/>
        </Show>
    }
}

/// Initials and name.
#[component]
pub fn MemberName(#[prop(into)] id: Signal<Option<Id>>) -> impl IntoView {
    let name = name_of(move || id.get());
    view! {
        <span class="inline">
            <span aria-hidden="true"><MemberAvatar id/></span>
            <span>{name}</span>
        </span>
    }
}
