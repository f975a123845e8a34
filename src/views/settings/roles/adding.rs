//! A new member or role: a button, and in its place a form of a line.

use domain::commands::{AddRecords, Command, Draft};
use domain::records::{Field, Kind};
use domain::rejection::Why;
use domain::values::{ContactPoint, Value};
use leptos::prelude::*;
use web_sys::{KeyboardEvent, SubmitEvent};

use super::{Team, focus_soon};
use crate::clock;
use crate::components::{Icon, IconName, TextField};
use crate::i18n::{basics, explain, fields, rights as words};

#[component]
pub fn Adding(kind: Kind) -> impl IntoView {
    let open = RwSignal::new(false);
    let member = kind == Kind::Member;
    let (button, name) = if member { ("member-add", "member-new-name") } else { ("role-add", "role-new-name") };
    let label = if member { words::add_member } else { words::add_role };
    move || {
        if open.get() {
            return form(kind, open, name, button);
        }
        let show = move |_| {
            open.set(true);
            focus_soon(name.to_owned());
        };
        view! { <button class="btn" type="button" id=button on:click=show><Icon name=IconName::Plus/>{label}</button> }.into_any()
    }
}

fn form(kind: Kind, open: RwSignal<bool>, name_id: &'static str, button: &'static str) -> AnyView {
    let team: Team = expect_context();
    let member = kind == Kind::Member;
    let (name, email) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let error = RwSignal::new(None::<String>);
    let close = move || {
        let _ = open.try_set(false);
        focus_soon(button.to_owned());
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (name, email) = (name.get_untracked().trim().to_owned(), email.get_untracked().trim().to_owned());
        if name.is_empty() {
            error.set(Some(explain::why(Field::Name, &Why::Missing)));
            return focus_soon(name_id.to_owned());
        }
        let mut draft = Draft::new(kind, clock::fresh_id()).with(Field::Name, Value::text(&name));
        if !email.is_empty() {
            draft = draft.with(Field::Emails, Value::Points(vec![ContactPoint::work(email)]));
        }
        let said = if member { words::did_add_member(&name) } else { words::did_add_role(&name) };
        team.run_then(Command::AddRecords(AddRecords { drafts: vec![draft], import: None }), said, move |_| close(), || {});
    };
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.stop_propagation();
            close();
        }
    };
    let label = if member { words::add_member } else { words::add_role };
    view! {
        <form class="panel panel__body--even defined__new" novalidate=true aria-label=label on:submit=submit on:keydown=keys>
            <div class="form-grid">
                <div class="col-3">
                    <TextField id=name_id label=Signal::derive(|| fields::name().to_owned()) value=name error=error/>
                </div>
                {member
                    .then(|| {
                        let label = Signal::derive(|| fields::emails().to_owned());
                        let optional = Signal::derive(|| Some(basics::optional().to_owned()));
                        view! { <div class="col-3"><TextField id="member-new-email" label value=email optional/></div> }
                    })}
            </div>
            <div class="cluster">
                <button class="btn btn--primary" type="submit">{label}</button>
                <button class="btn" type="button" on:click=move |_| close()>{basics::cancel}</button>
            </div>
        </form>
    }
    .into_any()
}
