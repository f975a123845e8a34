//! A choice from a short list: an owner, who may see it, the kind of a contact.

use domain::order::sort_by_key;
use domain::records::{Field, Kind};
use leptos::html;
use leptos::prelude::*;

use super::{InputMark, line, set_line, take_focus};
use crate::components::mounted::when_mounted;
use crate::i18n::{basics, fields, record};
use crate::store::live_query::Live;
use crate::views::parts::entry::Entry;
use crate::views::parts::value::{codes, meaning};

#[component]
pub fn CodeSelect(field: Field, entry: RwSignal<Entry>, mark: InputMark) -> impl IntoView {
    let options = move || codes(field).into_iter().map(|code| (code.to_string(), meaning(field, code).to_owned())).collect();
    view! { <Choice entry mark options=Signal::derive(options)/> }
}

#[component]
pub fn MemberSelect(entry: RwSignal<Entry>, mark: InputMark) -> impl IntoView {
    let live = expect_context::<Live>();
    let members = live.query(&[Kind::Member], |set| {
        let mut members: Vec<(String, String)> =
            set.all(Kind::Member).iter().map(|member| (member.id.to_string(), fields::record_name(member))).collect();
        sort_by_key(&mut members, |(_, name)| name.to_lowercase());
        members
    });
    view! { <Choice entry mark options=members/> }
}

/// Value and words of each option; an empty one while nothing is chosen.
#[component]
pub fn Choice(
    entry: RwSignal<Entry>,
    mark: InputMark,
    #[prop(into)] options: Signal<Vec<(String, String)>>,
    /// What was chosen can be taken back.
    #[prop(optional)]
    clearable: bool,
) -> impl IntoView {
    let node = NodeRef::<html::Select>::new();
    when_mounted(node, move |select| take_focus(&select, mark.autofocus));
    let unset = clearable || untrack(|| line(entry)).is_empty();
    let nothing = move || if clearable { record::not_set() } else { basics::none() };
    view! {
        <select
            node_ref=node
            class="select"
            id=mark.id
            autofocus=mark.autofocus
            on:change=move |event| set_line(entry, event_target_value(&event))
            aria-invalid=move || mark.invalid.get().then_some("true")
            aria-describedby=mark.error_id
        >
            {unset.then(|| view! { <option value="">{nothing}</option> })}
            <For each=move || options.get() key=Clone::clone let((value, words))>
                <option value=value.clone() prop:selected=move || line(entry) == value>{words}</option>
            </For>
        </select>
    }
}
