//! A new person or organization by hand; who may be the same is shown while one types.

use domain::commands::{AddRecords, Command, Draft};
use domain::records::{Field, Kind, Record};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen_futures::spawn_local;
use web_sys::SubmitEvent;

use super::ContactKind;
use crate::components::{Dialog, Icon, IconName};
use crate::i18n::basics;
use crate::routes;
use crate::store::live_query::Live;
use crate::views::parts::custom::required_on;
use crate::views::parts::duplicates::Duplicates;
use crate::views::parts::entry::{Entry, said};
use crate::views::parts::form::{ErrorSummary, FormField, FormRow};
use crate::views::parts::full_edit::refused;
use crate::views::parts::kept::{Kept, reopen};
use crate::views::shell::actions::Actions;

static PERSON: &[Field] = &[Field::FirstName, Field::LastName, Field::JobTitle, Field::Organization, Field::Emails, Field::Phones];
static ORGANIZATION: &[Field] = &[Field::Name, Field::Website, Field::Emails, Field::Phones, Field::Address];

fn draft_of(kind: Kind) -> Kept {
    Kept::of(if kind == Kind::Person { "new-person" } else { "new-organization" })
}

/// Open while mounted. `set_open` opens or closes it, and says whether the list it is on is still there.
#[component]
pub fn AddContact(what: ContactKind, set_open: impl Fn(bool) -> bool + Copy + Send + Sync + 'static) -> impl IntoView {
    let live = expect_context::<Live>();
    let actions = Actions::use_actions();
    let navigate = StoredValue::new_local(use_navigate());
    let kind = what.kind;
    let fields = if kind == Kind::Person { PERSON } else { ORGANIZATION };
    let empty = move |field: Field| Entry::start(live, field, None);
    let kept = draft_of(kind).typed();
    let entry = |field| kept.iter().find(|(have, _)| *have == field).map_or_else(|| empty(field), |(_, entry)| entry.clone());
    let own = required_on(live, kind).into_iter().map(|field| (field, true));
    let fields = fields.iter().map(|field| (*field, false)).chain(own);
    let rows: Vec<FormRow> = fields.map(|(field, required)| FormRow::new("add", field, entry(field)).required(required)).collect();
    let form = StoredValue::new(rows.clone());
    let general = RwSignal::new(None::<String>);
    let close = move || {
        set_open(false);
    };
    // What was typed waits for another time.
    let typed = move || {
        let typed = form.with_value(|rows| rows.iter().map(FormRow::typed).collect::<Vec<_>>());
        typed.iter().any(|(field, entry)| *entry != empty(*field)).then_some(typed)
    };
    draft_of(kind).follow_form(actions.toasts, typed, reopen(what.list, set_open));
    let cancel = move |_| {
        draft_of(kind).forget();
        close();
    };
    let likely = Signal::derive(move || form.try_with_value(|rows| so_far(actions, kind, rows)));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let stamp = actions.dispatch.stamp();
        let id = stamp.command.derive("contact");
        let Some(draft) = form.with_value(|rows| draft(live, Draft::new(kind, id), rows)) else { return };
        spawn_local(async move {
            let added = actions.dispatch.run_as(Command::AddRecords(AddRecords { drafts: vec![draft], import: None }), stamp).await;
            match added {
                Ok(receipt) => {
                    draft_of(kind).forget();
                    actions.say_done(&receipt);
                    close();
                    if let (Some(href), Some(navigate)) = (routes::record(kind, id), navigate.try_get_value()) {
                        navigate(&href, NavigateOptions::default());
                    }
                }
                Err(failure) => drop(general.try_set(refused(actions, &failure, &form.try_get_value().unwrap_or_default()))),
            }
        });
    };
    view! {
        <Dialog labelled_by="add-title" class="dialog--sm" on_close=close>
            <form class="dialog__form" novalidate=true on:submit=submit>
                <div class="dialog__head">
                    <h2 class="dialog__title" id="add-title">{what.add}</h2>
                    <button class="btn btn--ghost btn--icon push" type="button" aria-label=basics::close on:click=move |_| close()>
                        <Icon name=IconName::X/>
                    </button>
                </div>
                <div class="dialog__body">
                    <ErrorSummary rows=rows.clone() general/>
                    <div class="form-grid">
                        {rows.into_iter().enumerate().map(|(at, row)| view! { <FormField row autofocus=at == 0/> }).collect_view()}
                    </div>
                    <Duplicates record=likely/>
                </div>
                <div class="dialog__foot">
                    <span class="spacer"></span>
                    <button class="btn" type="button" on:click=cancel>{basics::cancel}</button>
                    <button class="btn btn--primary" type="submit">{what.add}</button>
                </div>
            </form>
        </Dialog>
    }
}

/// None when something typed is no value, which then stands beside its field.
fn draft(live: Live, mut draft: Draft, rows: &[FormRow]) -> Option<Draft> {
    let mut right = true;
    for row in rows {
        match row.entry.with_untracked(|entry| entry.value(row.field)) {
            Ok(Some(value)) => draft = draft.with(row.field, value),
            Ok(None) => {}
            Err(problem) => {
                row.error.set(Some(said(live, row.field, &problem)));
                right = false;
            }
        }
    }
    right.then_some(draft)
}

/// The record as typed so far, to look for others like it.
fn so_far(actions: Actions, kind: Kind, rows: &[FormRow]) -> Record {
    let stamp = actions.dispatch.stamp();
    let values = rows.iter().filter_map(|row| Some((row.field, row.entry.with(|entry| entry.value(row.field).ok().flatten())?)));
    values.fold(Draft::new(kind, stamp.command), |draft, (field, value)| draft.with(field, value)).record(&stamp)
}
