//! Members and roles (R43): who works here, and what each role may do. Every change holds at once, with Undo.

mod adding;
mod member_row;
mod role_row;

use domain::commands::{Command, EditRecords, Receipt};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::rights::{Right, Rights};
use domain::values::Value;
use domain::workspace;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use self::adding::Adding;
use self::member_row::MemberRow;
use self::role_row::RoleRow;
use super::said::run_said;
use crate::components::{Icon, IconName};
use crate::i18n::{Message, rights as words};
use crate::views::parts::my_rights::{my_rights, whom_to_ask};
use crate::views::shell::actions::Actions;

/// What all of the section looks at.
#[derive(Clone, Copy)]
struct Team {
    actions: Actions,
    members: Memo<Vec<Record>>,
    /// The role of everybody first.
    roles: Memo<Vec<Record>>,
    may: Memo<bool>,
}

impl Team {
    fn run(self, command: Command, said: String, refused: impl FnOnce() + 'static) {
        self.run_then(command, said, |_| {}, refused);
    }

    fn run_then(self, command: Command, said: String, then: impl FnOnce(&Receipt) + 'static, refused: impl FnOnce() + 'static) {
        run_said(self.actions, command, said, then, refused);
    }

    fn edit(self, id: Id, field: Field, value: Option<Value>, said: String, refused: impl FnOnce() + 'static) {
        self.run(Command::EditRecords(EditRecords::one(id, field, value)), said, refused);
    }

    fn members_with(self, role: Id) -> usize {
        self.members.with(|members| members.iter().filter(|member| role_of(member) == role).count())
    }
}

/// A member's own role, else everybody's.
fn role_of(member: &Record) -> Id {
    member.link(Field::Role).unwrap_or(workspace::ROLE)
}

fn may(role: &Record, right: Right) -> bool {
    Rights::of_role(role).may(right)
}

fn ids(records: Memo<Vec<Record>>) -> Memo<Vec<Id>> {
    Memo::new(move |_| records.with(|records| records.iter().map(|record| record.id).collect()))
}

/// The record of a row as it is now; `start` once it is gone.
fn current(records: Memo<Vec<Record>>, start: Record) -> Memo<Record> {
    Memo::new(move |_| records.with(|records| records.iter().find(|record| record.id == start.id).unwrap_or(&start).clone()))
}

/// In the next frame, when the control is there.
pub(super) fn focus_soon(id: String) {
    request_animation_frame(move || {
        if let Some(found) = document().get_element_by_id(&id).and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            // A control in the page can always take the focus.
            let _ = found.focus();
        }
    });
}

#[component]
pub fn RolesSection() -> impl IntoView {
    let actions = Actions::use_actions();
    let live = actions.live;
    let members = live.query(&[Kind::Member], |set| set.members());
    let roles = live.query(&[Kind::Role], |set| {
        let mut roles = set.all(Kind::Role);
        if let Some(at) = roles.iter().position(|role| role.id == workspace::ROLE) {
            roles[..=at].rotate_right(1);
        }
        roles
    });
    let rights = my_rights(actions);
    let team = Team { actions, members, roles, may: Memo::new(move |_| rights.with(|rights| rights.may(Right::SetUp))) };
    provide_context(team);
    let why = move || {
        let said = format!("{} {}", words::read_only(), whom_to_ask(actions));
        view! { <div class="notice" role="note"><Icon name=IconName::Lock/><p>{said}</p></div> }
    };
    view! {
        <section class="settings__section" id="roles" aria-labelledby="roles-title">
            <h2 class="settings__title" id="roles-title">{words::title}</h2>
            <p class="hint">{words::hint}</p>
            {move || (!team.may.get()).then(why)}
            {group(words::members, "roles-members", ids(members), |id| view! { <MemberRow id/> }.into_any())}
            {adding(team, Kind::Member)}
            {group(words::roles, "roles-roles", ids(roles), |id| view! { <RoleRow id/> }.into_any())}
            {adding(team, Kind::Role)}
        </section>
    }
    .into_any()
}

fn group(title: Message, id: &'static str, ids: Memo<Vec<Id>>, row: fn(Id) -> AnyView) -> AnyView {
    view! {
        <h3 class="section__title" id=id>{title}</h3>
        <ul class="rows defined team" aria-labelledby=id>
            <For each=move || ids.get() key=|id| *id let(id)>{row(id)}</For>
        </ul>
    }
    .into_any()
}

fn adding(team: Team, kind: Kind) -> AnyView {
    (move || team.may.get().then(|| view! { <Adding kind/> })).into_any()
}
