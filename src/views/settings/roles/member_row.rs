//! One member: who it is, with which role.

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::{ContactPoint, Value};
use domain::workspace;
use leptos::prelude::*;

use super::{Team, current, role_of};
use crate::components::avatar::initials_of;
use crate::i18n::{fields, rights as words};
use crate::views::parts::member::MemberAvatar;
use crate::views::settings::edit_button::EditButton;

fn email_of(member: &Record) -> String {
    member.points(Field::Emails).first().map(|point| point.value.clone()).unwrap_or_default()
}

#[component]
pub fn MemberRow(id: Id) -> impl IntoView {
    let team: Team = expect_context();
    let start = team.members.with_untracked(|members| members.iter().find(|member| member.id == id).cloned())?;
    let member = current(team.members, start);
    let name = Memo::new(move |_| member.with(fields::record_name));
    let open = RwSignal::new(false);
    let more = format!("member-more-{id}");
    let more_id = more.clone();
    let row = view! {
        <li>
            <span aria-hidden="true"><MemberAvatar id=Signal::derive(move || Some(id))/></span>
            <div class="defined__what">
                <b class="medium">{name}</b>
                <p>{move || member.with(email_of)}</p>
            </div>
            <div class="defined__do">
                {role_select(team, member)}
                <Show when=move || team.may.get()>
                    <EditButton name controls=more.clone() open/>
                </Show>
            </div>
            {move || (open.get() && team.may.get()).then(|| editor(team, member, more_id.clone()))}
        </li>
    };
    Some(row)
}

fn role_select(team: Team, member: Memo<Record>) -> AnyView {
    let id = member.with_untracked(|member| member.id);
    let name = move || member.with(fields::record_name);
    let role = Memo::new(move |_| member.with(role_of));
    let role_name =
        move |id: Id| team.roles.with(|roles| roles.iter().find(|role| role.id == id).map(fields::record_name)).unwrap_or_default();
    let change = move |event: web_sys::Event| {
        let select: web_sys::HtmlSelectElement = event_target(&event);
        let Ok(chosen) = select.value().parse::<Id>() else { return };
        let value = (chosen != workspace::ROLE).then_some(Value::Link(chosen));
        let before = role.get_untracked().to_string();
        team.edit(id, Field::Role, value, words::did_give(name(), role_name(chosen)), move || select.set_value(&before));
    };
    let options = move || {
        let option = |record: &Record| {
            let id = record.id;
            view! { <option value=id.to_string() prop:selected=move || role.get() == id>{fields::record_name(record)}</option> }
        };
        team.roles.with(|roles| roles.iter().map(option).collect_view())
    };
    view! {
        <select class="select" aria-label=move || words::role_of(name()) disabled=move || !team.may.get() on:change=change>
            {options}
        </select>
    }
    .into_any()
}

/// Each is saved when it is left or Enter is pressed.
fn editor(team: Team, member: Memo<Record>, id: String) -> AnyView {
    let record = member.with_untracked(|member| member.id);
    let line = move |field: Field, label: fn() -> &'static str, read: fn(&Record) -> String| {
        let input_id = format!("member-{field:?}-{record}");
        let value = move || member.with(read);
        let save = move |event: web_sys::Event| {
            let input: web_sys::HtmlInputElement = event_target(&event);
            let (text, before) = (input.value().trim().to_owned(), member.with_untracked(read));
            if text == before {
                return;
            }
            let value = if field == Field::Emails { Value::Points(vec![ContactPoint::work(&text)]) } else { Value::text(&text) };
            let value = (!text.is_empty()).then_some(value);
            let name = member.with_untracked(fields::record_name);
            team.edit(record, field, value, words::did_change(name), move || input.set_value(&before));
        };
        view! {
            <div class="col-2">
                <label class="label" for=input_id.clone()>{label}</label>
                <input class="input" id=input_id autocomplete="off" prop:value=value on:change=save/>
            </div>
        }
    };
    view! {
        <div class="rows__more form-grid" id=id>
            {line(Field::Name, fields::name, |member| member.text(Field::Name).to_owned())}
            {line(Field::Initials, fields::initials, initials)}
            {line(Field::Emails, fields::emails, email_of)}
        </div>
    }
    .into_any()
}

fn initials(member: &Record) -> String {
    let own = member.text(Field::Initials);
    if own.is_empty() && member.kind == Kind::Member { initials_of(&fields::record_name(member)) } else { own.to_owned() }
}
