//! Settings of this browser and of the workspace. Every change holds at once; there is no Save button.

mod custom_fields;
mod duplicates;
mod edit_button;
mod profile;
mod roles;
pub mod said;
mod steps;
pub(crate) mod storage;

use domain::commands::{Command, EditRecords};
use domain::records::{Field, Kind};
use domain::values::{Currency, Value};
use domain::workspace;
use leptos::prelude::*;

use self::custom_fields::CustomFieldsSection;
use self::duplicates::DuplicatesSection;
use self::profile::ProfileChoice;
use self::roles::RolesSection;
use self::steps::StepsSection;
use self::storage::StorageSection;
use super::shell::actions::Actions;
use super::shell::page::{PageHeading, page_title};
use super::shell::preferences::{Preferences, Theme};
use crate::i18n::{self, Lang, palette, settings as words, shell};

#[component]
pub fn SettingsPage() -> impl IntoView {
    page_title(|| shell::settings().to_owned());
    view! {
        <main class="view" id="main" aria-labelledby="page-title">
            <header class="view__header"><PageHeading class="view__title">{shell::settings}</PageHeading></header>
            <div class="view__body scroll">
                <div class="settings">
                    <nav class="settings__nav" aria-label=words::sections>
                        <a class="nav__item" href="#me">{words::me}</a>
                        <a class="nav__item" href="#workspace">{words::workspace}</a>
                        <a class="nav__item" href="#roles">{i18n::rights::title}</a>
                        <a class="nav__item" href="#steps">{i18n::steps::title}</a>
                        <a class="nav__item" href="#custom-fields">{i18n::custom_fields::title}</a>
                        <a class="nav__item" href="#duplicates">{i18n::duplicate_rules::title}</a>
                        <a class="nav__item" href="#data">{words::data}</a>
                    </nav>
                    <div>
                        <MeSection/>
                        <WorkspaceSection/>
                        <RolesSection/>
                        <StepsSection/>
                        <CustomFieldsSection/>
                        <DuplicatesSection/>
                        <StorageSection/>
                    </div>
                </div>
            </div>
        </main>
    }
}

#[component]
fn MeSection() -> impl IntoView {
    let preferences = expect_context::<Preferences>();
    view! {
        <section class="settings__section" id="me" aria-labelledby="me-title">
            <h2 class="settings__title" id="me-title">{words::me}</h2>
            <RecordText kind=Kind::Member id=workspace::ME field=Field::Name label=words::my_name/>
            <Setting id="language" name=words::language>
                <select
                    class="select"
                    id="language"
                    prop:value=move || i18n::current().tag()
                    on:change:target=move |event| {
                        if let Some(lang) = Lang::from_tag(&event.target().value()) {
                            preferences.set_language(lang);
                        }
                    }
                >
                    {Lang::ALL
                        .map(|lang| {
                            view! {
                                <option value=lang.tag() lang=lang.tag() selected=move || i18n::current() == lang>
                                    {palette::own_name(lang)}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            </Setting>
            <Setting id="theme" name=words::theme>
                <select
                    class="select"
                    id="theme"
                    on:change:target=move |event| {
                        let key = event.target().value();
                        if let Some(theme) = Theme::ALL.into_iter().find(|theme| theme.key() == key) {
                            preferences.set_theme(theme);
                        }
                    }
                >
                    {Theme::ALL
                        .map(|theme| {
                            view! {
                                <option value=theme.key() selected=move || preferences.theme.get() == theme>
                                    {move || theme.name()}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
            </Setting>
            <Setting id="single-keys" name=words::single_keys>
                <input
                    class="check"
                    type="checkbox"
                    id="single-keys"
                    prop:checked=move || preferences.single_keys.get()
                    on:change:target=move |event| preferences.set_single_keys(event.target().checked())
                />
            </Setting>
        </section>
    }
}

#[component]
fn WorkspaceSection() -> impl IntoView {
    let actions = Actions::use_actions();
    let record = actions.live.record(Kind::Workspace, || Some(workspace::WORKSPACE));
    let currency = move || record.with(|record| record.as_ref().map(|record| record.text(Field::Currency).to_owned()).unwrap_or_default());
    view! {
        <section class="settings__section" id="workspace" aria-labelledby="workspace-title">
            <h2 class="settings__title" id="workspace-title">{words::workspace}</h2>
            <RecordText kind=Kind::Workspace id=workspace::WORKSPACE field=Field::Name label=words::workspace_name/>
            <Setting id="currency" name=words::currency>
                <select
                    class="select"
                    id="currency"
                    on:change:target=move |event| {
                        if let Ok(code) = event.target().value().parse::<Currency>() {
                            let value = Value::text(code.as_str());
                            actions.run(Command::EditRecords(EditRecords::one(workspace::WORKSPACE, Field::Currency, Some(value))));
                        }
                    }
                >
                    {["EUR", "CHF", "GBP", "USD"]
                        .map(|code| view! { <option value=code selected=move || currency() == code>{code}</option> })
                        .collect_view()}
                </select>
            </Setting>
            <ProfileChoice/>
        </section>
    }
}

/// One setting: its name, and the control with that id.
#[component]
fn Setting(id: &'static str, name: fn() -> &'static str, children: Children) -> impl IntoView {
    view! {
        <div class="setting">
            <label class="setting__name" for=id>{name}</label>
            <div class="setting__control">{children()}</div>
        </div>
    }
}

/// A text of a record, saved when the field is left or Enter is pressed.
#[component]
fn RecordText(kind: Kind, id: domain::ids::Id, field: Field, label: fn() -> &'static str) -> impl IntoView {
    let actions = Actions::use_actions();
    let record = actions.live.record(kind, move || Some(id));
    let value = move || record.with(|record| record.as_ref().map(|record| record.text(field).to_owned()).unwrap_or_default());
    let input_id = if kind == Kind::Member { "my-name" } else { "workspace-name" };
    view! {
        <Setting id=input_id name=label>
            <input
                class="input"
                id=input_id
                autocomplete="off"
                prop:value=value
                on:change:target=move |event| {
                    let text = event.target().value().trim().to_owned();
                    if text != value() {
                        actions.run(Command::EditRecords(EditRecords::one(id, field, Some(Value::Text(text)))));
                    }
                }
            />
        </Setting>
    }
}
