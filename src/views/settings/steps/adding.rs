//! One more status that ends in conversion (R36): a button, and in its place a form of a line.

use domain::commands::{AddRecords, Command, Draft};
use domain::records::{Field, Kind};
use domain::rejection::Why;
use domain::values::Value;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, SubmitEvent};

use crate::clock;
use crate::components::{Icon, IconName, TextField};
use crate::i18n::{basics, explain, fields, steps as words};
use crate::views::settings::roles::focus_soon;
use crate::views::settings::said::run_said;
use crate::views::shell::actions::Actions;

const BUTTON: &str = "status-add";
const NAME: &str = "status-new-name";

pub fn adding(actions: Actions) -> AnyView {
    let open = RwSignal::new(false);
    let show = move |_| {
        open.set(true);
        focus_soon(NAME.to_owned());
    };
    let button = move || {
        view! { <button class="btn" type="button" id=BUTTON on:click=show><Icon name=IconName::Plus/>{words::add_status}</button> }
            .into_any()
    };
    (move || if open.get() { form(actions, open) } else { button() }).into_any()
}

fn form(actions: Actions, open: RwSignal<bool>) -> AnyView {
    let (name, error) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let close = move || {
        let _ = open.try_set(false);
        focus_soon(BUTTON.to_owned());
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let name = name.get_untracked().trim().to_owned();
        if name.is_empty() {
            error.set(Some(explain::why(Field::Name, &Why::Missing)));
            return focus_soon(NAME.to_owned());
        }
        let last = actions.live.read(|set| set.statuses()).iter().filter_map(|status| status.number(Field::Position)).max();
        let draft = Draft::new(Kind::Status, clock::fresh_id())
            .with(Field::Name, Value::text(&name))
            .with(Field::Converted, Value::Flag(true))
            .with(Field::Position, Value::Number(last.unwrap_or_default() + 1));
        let command = Command::AddRecords(AddRecords { drafts: vec![draft], import: None });
        run_said(actions, command, words::did_add_status(name), move |_| close(), || {});
    };
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.stop_propagation();
            close();
        }
    };
    view! {
        <form class="panel panel__body--even defined__new" novalidate=true aria-label=words::add_status on:submit=submit on:keydown=keys>
            <div class="form-grid">
                <div class="col-3"><TextField id=NAME label=Signal::derive(|| fields::name().to_owned()) value=name error=error/></div>
            </div>
            <div class="cluster">
                <button class="btn btn--primary" type="submit">{words::add_status}</button>
                <button class="btn" type="button" on:click=move |_| close()>{basics::cancel}</button>
            </div>
        </form>
    }
    .into_any()
}
