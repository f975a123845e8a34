//! How conversions of this workspace begin (B7): one of the profiles, and what each of them changes.

use domain::commands::convert_lead::Profile;
use domain::commands::{Command, EditRecords};
use domain::records::{Field, Kind};
use domain::rights::Right;
use domain::values::Value;
use domain::workspace;
use leptos::prelude::*;

use crate::i18n::{explain, profiles as words};
use crate::views::parts::my_rights::{my_rights, whom_to_ask};
use crate::views::shell::actions::Actions;

#[component]
pub fn ProfileChoice() -> impl IntoView {
    let actions = Actions::use_actions();
    let record = actions.live.record(Kind::Workspace, || Some(workspace::WORKSPACE));
    let chosen = Memo::new(move |_| record.with(|record| record.as_ref().map(Profile::of).unwrap_or_default()));
    let rights = my_rights(actions);
    let may = Memo::new(move |_| rights.with(|rights| rights.may(Right::SetUp)));
    let choice = move |profile: &Profile| {
        let profile = *profile;
        let id = format!("profile-{}", profile.name());
        let choose = move |_| {
            let value = Some(Value::text(profile.name()));
            actions.run(Command::EditRecords(EditRecords::one(workspace::WORKSPACE, Field::Profile, value)));
        };
        view! {
            <div class="pick">
                <input
                    class="check"
                    type="radio"
                    name="profile"
                    id=id.clone()
                    prop:checked=move || chosen.get() == profile
                    disabled=move || !may.get()
                    on:change=choose
                />
                <label for=id>
                    <span class="pick__name">{words::name(profile)}</span>
                    <span class="pick__sub">{move || words::what(profile)}</span>
                </label>
            </div>
        }
    };
    view! {
        <fieldset class="setting setting--wide" id="profile">
            <legend class="setting__name setting__legend">{words::title}</legend>
            <p class="hint">{words::hint}</p>
            <p class="hint" hidden=may>{move || format!("{} {}", explain::may_not(Right::SetUp), whom_to_ask(actions))}</p>
            <div class="picks">{Profile::ALL.iter().map(choice).collect_view()}</div>
        </fieldset>
    }
}
