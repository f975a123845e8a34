//! What all leads share (R56, R57): deals, tasks, owner, and what happens to those who may be there already.

mod deal;
mod fill_down;
mod select;
mod task;
mod whom;

use domain::bulk::{DealSettings, Settings};
use domain::rejection::Rejection;
use leptos::prelude::*;

use self::deal::DealFields;
use self::fill_down::FillDown;
use self::task::{TaskFields, task};
use self::whom::{MatchSelect, OwnerSelect};
use super::session::Session;
use crate::i18n::bulk as words;
use crate::views::parts::my_rights::explain_with_help;

#[component]
pub fn SettingsForm() -> impl IntoView {
    let session = Session::use_session();
    let settings = session.settings;
    view! {
        {missing_rights(session)}
        <h3 class="section__title">{words::for_all}</h3>
        <FillDown/>
        <div class="step">
            <Switch
                label=Signal::derive(|| words::make_organizations().to_owned())
                on=|settings| settings.organizations
                set=|settings, on| settings.organizations = on
                fixed=|settings| settings.profile.organization_required()
            />
            <Switch label=Signal::derive(|| words::make_people().to_owned()) on=|settings| settings.people set=|settings, on| settings.people = on/>
            <Switch
                label=Signal::derive(|| words::make_deals().to_owned())
                on=|settings| settings.deal.is_some()
                set=|settings, on| settings.deal = on.then(|| DealSettings::of(settings.profile))
                fixed=|settings| settings.profile.deal_required()
            />
            <Show when=move || settings.with(|settings| settings.deal.is_some())>
                <DealFields/>
            </Show>
            <Switch label=Signal::derive(|| words::make_tasks().to_owned()) on=|settings| settings.task.is_some() set=|settings, on| settings.task = on.then(task)/>
            <Show when=move || settings.with(|settings| settings.task.is_some())>
                <TaskFields/>
            </Show>
            <Notes/>
        </div>
        <div class="step form-grid">
            <MatchSelect/>
            <OwnerSelect/>
        </div>
    }
}

/// R43, B11: what the role does not allow, once for all leads, and what can be done about it.
fn missing_rights(session: Session) -> AnyView {
    let banned = Memo::new(move |_| {
        let mut banned: Vec<Rejection> = Vec::new();
        session.plan.with(|plan| {
            let reasons = plan.iter().flat_map(|plan| &plan.rows).flat_map(|row| &row.reasons);
            for reason in reasons.filter(|reason| matches!(reason, Rejection::NotAllowed { .. })) {
                if !banned.contains(reason) {
                    banned.push(reason.clone());
                }
            }
        });
        banned
    });
    let line = move |reason: Rejection| view! { <li>{explain_with_help(session.actions, &reason)}</li> };
    let notice = move || {
        let lines = banned.get().into_iter().map(line).collect_view();
        view! { <div class="errsum errsum--form" role="alert"><ul>{lines}</ul></div> }
    };
    (move || banned.with(|banned| !banned.is_empty()).then(notice)).into_any()
}

/// B3: offered where something stays on a lead.
#[component]
fn Notes() -> impl IntoView {
    let session = Session::use_session();
    let leads = Memo::new(move |_| {
        session.plan.with(|plan| plan.iter().flat_map(|plan| &plan.rows).filter(|row| row.is_ready() && !row.stays.is_empty()).count())
    });
    view! {
        <Show when=move || { leads.get() > 0 }>
            <Switch
                label=Signal::derive(move || words::make_notes(leads.get()))
                on=|settings| settings.notes
                set=|settings, on| settings.notes = on
            />
        </Show>
    }
}

#[component]
fn Switch(
    #[prop(into)] label: Signal<String>,
    on: fn(&Settings) -> bool,
    set: fn(&mut Settings, bool),
    /// The profile leaves no choice.
    #[prop(default = |_| false)]
    fixed: fn(&Settings) -> bool,
) -> impl IntoView {
    let settings = Session::use_session().settings;
    view! {
        <label class="switch">
            <input
                class="check"
                type="checkbox"
                prop:checked=move || settings.with(on)
                disabled=move || settings.with(|settings| fixed(settings) && on(settings))
                on:change=move |event| settings.update(|settings| set(settings, event_target_checked(&event)))
            />
            <span>{label}</span>
        </label>
    }
}
