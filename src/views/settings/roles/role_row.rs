//! One role: what its members may do, as boxes to tick.

use domain::commands::{Command, RemoveRecords};
use domain::ids::Id;
use domain::records::{Field, Record};
use domain::rights::Right;
use domain::values::Value;
use domain::workspace;
use leptos::prelude::*;

use super::{Team, current, may};
use crate::components::{Icon, IconName};
use crate::i18n::{basics, fields, rights as words};
use crate::views::settings::edit_button::EditButton;

/// What it may not do, in one line.
fn summary(role: &Record) -> String {
    let denied: Vec<&str> = Right::ALL.iter().filter(|right| !may(role, **right)).map(|right| words::right(*right)).collect();
    if denied.is_empty() { words::everything().to_owned() } else { words::all_but(denied.join(", ")) }
}

#[component]
pub fn RoleRow(id: Id) -> impl IntoView {
    let team: Team = expect_context();
    let start = team.roles.with_untracked(|roles| roles.iter().find(|role| role.id == id).cloned())?;
    let role = current(team.roles, start);
    let name = Memo::new(move |_| role.with(fields::record_name));
    let open = RwSignal::new(false);
    let more = format!("role-more-{id}");
    let more_id = more.clone();
    let row = view! {
        <li>
            <span class="wait"><Icon name=IconName::Lock/></span>
            <div class="defined__what">
                <b class="medium">{name}</b>
                <p>{move || role.with(summary)}</p>
                <p>{move || if id == workspace::ROLE { words::everybody_hint().to_owned() } else { words::members_with(team.members_with(id)) }}</p>
            </div>
            <div class="defined__do">
                <Show when=move || team.may.get()>
                    <EditButton name controls=more.clone() open/>
                </Show>
            </div>
            {move || (open.get() && team.may.get()).then(|| editor(team, role, more_id.clone()))}
        </li>
    };
    Some(row)
}

fn editor(team: Team, role: Memo<Record>, more: String) -> AnyView {
    let id = role.with_untracked(|role| role.id);
    let name_id = format!("role-name-{id}");
    let rename = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let (text, before) = (input.value().trim().to_owned(), role.with_untracked(|role| role.text(Field::Name).to_owned()));
        if text != before {
            let value = (!text.is_empty()).then(|| Value::text(&text));
            team.edit(id, Field::Name, value, words::did_change(text), move || input.set_value(&before));
        }
    };
    let remove = move |_| {
        let said = words::did_remove(role.with_untracked(fields::record_name));
        team.run(Command::RemoveRecords(RemoveRecords { ids: vec![id] }), said, || {});
    };
    let remove = move || {
        view! { <div class="col-6"><button class="btn btn--sm" type="button" on:click=remove><Icon name=IconName::X/>{basics::remove}</button></div> }
    };
    view! {
        <div class="rows__more form-grid" id=more>
            <div class="col-3">
                <label class="label" for=name_id.clone()>{fields::name}</label>
                <input
                    class="input"
                    id=name_id
                    autocomplete="off"
                    placeholder=move || role.with(fields::record_name)
                    prop:value=move || role.with(|role| role.text(Field::Name).to_owned())
                    on:change=rename
                />
            </div>
            <fieldset class="col-6">
                <legend class="label">{words::may}</legend>
                <div class="rights">{Right::ALL.iter().map(|right| tick(team, role, *right)).collect_view()}</div>
            </fieldset>
            {(id != workspace::ROLE).then(remove)}
        </div>
    }
    .into_any()
}

fn tick(team: Team, role: Memo<Record>, right: Right) -> AnyView {
    let change = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let on = input.checked();
        let (id, name) = role.with_untracked(|role| (role.id, fields::record_name(role)));
        let denied: Vec<String> = role.with_untracked(|role| {
            let kept = Right::ALL.iter().filter(|other| if **other == right { !on } else { !may(role, **other) });
            kept.map(|right| right.name().to_owned()).collect()
        });
        let value = (!denied.is_empty()).then_some(Value::Texts(denied));
        let said = if on { words::did_allow(name, words::right(right)) } else { words::did_deny(name, words::right(right)) };
        team.edit(id, Field::Denied, value, said, move || input.set_checked(!on));
    };
    view! {
        <label class="switch">
            <input class="check" type="checkbox" prop:checked=move || role.with(|role| may(role, right)) on:change=change/>
            <span>{move || words::right(right)}</span>
        </label>
    }
    .into_any()
}
