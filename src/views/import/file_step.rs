//! The first step: a file is dropped, chosen or pasted.

mod drop;

use leptos::prelude::*;

use super::StepHeading;
use super::last_import::LastImportNotice;
use super::session::{Session, Stage};
use crate::components::{Icon, IconName};
use crate::i18n::import as words;

pub use self::drop::PageDrop;

/// What the browser offers to choose. Excel files too: they are refused with the way around.
const ACCEPT: &str = ".csv,.tsv,.tab,.txt,.xlsx,.xls,text/csv,text/tab-separated-values,text/plain";

#[component]
pub fn FileStep() -> impl IntoView {
    let session = expect_context::<Session>();
    let reading = move || match session.stage.get() {
        Stage::Reading { name } => Some(name),
        _ => None,
    };
    view! {
        <div class="view__body scroll">
            <div class="wizard__start">
                <LastImportNotice/>
                <StillOpen/>
                <Refused/>
                <div
                    class="dropzone"
                    aria-busy=move || reading().is_some().then_some("true")
                    data-refused=move || session.refusal.with(Option::is_some).then_some("")
                >
                    <div class="empty">
                        <span class="empty__icon"><Icon name=IconName::Upload large=true/></span>
                        <StepHeading>{move || reading().map_or_else(|| words::drop_here().to_owned(), words::reading)}</StepHeading>
                        <p>{words::drop_more}</p>
                        <ChooseFile primary=true label=words::choose_file/>
                        <p class="wizard__promise">{words::stays_here} " " {words::no_lead_saved}</p>
                    </div>
                </div>
            </div>
        </div>
    }
}

/// A button that is the label of the browser's own file field.
#[component]
pub fn ChooseFile(label: fn() -> &'static str, #[prop(optional)] primary: bool) -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <span class="filebutton">
            <input
                class="filebutton__input"
                id="import-file"
                type="file"
                accept=ACCEPT
                on:change:target=move |event| {
                    let input = event.target();
                    if let Some(file) = input.files().and_then(|files| files.item(0)) {
                        let name = file.name();
                        session.open(file.into(), name);
                    }
                    // So that the same file can be chosen again.
                    input.set_value("");
                }
            />
            <label class="btn" class:btn--primary=primary class:btn--sm=!primary for="import-file">
                {primary.then(|| view! { <Icon name=IconName::Upload/> })}
                {label}
            </label>
        </span>
    }
}

/// The way on with the file that is open.
#[component]
fn StillOpen() -> impl IntoView {
    let session = expect_context::<Session>();
    let name = move || session.file.get().map(|file| file.name.clone());
    view! {
        <Show when=move || name().is_some()>
            <div class="notice notice--actions">
                <Icon name=IconName::File/>
                <p class="grow">{move || words::still_open(name().unwrap_or_default())}</p>
                <button class="btn btn--sm" type="button" on:click=move |_| session.go(Stage::Match)>{words::go_on}</button>
            </div>
        </Show>
    }
}

#[component]
fn Refused() -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <div role="alert">
            {move || {
                let refusal = session.refusal.get()?;
                Some(view! {
                    <div class="notice notice--error">
                        <Icon name=IconName::Alert/>
                        <div>
                            <p class="strong">{move || words::refused(&refusal.name)}</p>
                            <p>{move || refusal.reason.text()}</p>
                        </div>
                    </div>
                })
            }}
        </div>
    }
}
