//! All fields of a record in one form, saved by one command (R20).

use domain::commands::{Command, Edit, EditRecords};
use domain::ids::Id;
use domain::records::{Field, Kind, Record, Shape, validate};
use domain::rejection::Rejection;
use domain::values::Value;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::SubmitEvent;

use super::custom::{definition, left_on, shape_of, shown_on};
use super::entry::{Entry, said};
use super::form::{ErrorSummary, FormField, FormRow, needed_at};
use super::input::{Wanted, drawn};
use super::kept::{Kept, Typed, reopen};
use super::meanwhile::tell_replaced;
use crate::components::{Dialog, Icon, IconName};
use crate::dispatch::Failure;
use crate::i18n::{basics, explain, fields, record as words};
use crate::routes;
use crate::store::live_query::Live;
use crate::views::shell::actions::Actions;

/// What opens and closes the form. Plain signals: they outlive the form, which says something when it goes.
#[derive(Clone, Copy)]
pub enum Opening {
    Form(RwSignal<bool>),
    /// Of the one that is edited.
    Edited(RwSignal<Option<Id>>, Id),
}

impl Opening {
    /// Says whether what the form is on is still there.
    fn set(self, open: bool) -> bool {
        match self {
            Self::Form(form) => form.try_set(open).is_none(),
            Self::Edited(edited, id) => edited.try_set(open.then_some(id)).is_none(),
        }
    }
}

/// Open while mounted.
#[component]
pub fn FullEdit(id: Id, opening: Opening) -> impl IntoView {
    drawn(Wanted::Form(id, opening))
}

/// Its code comes with that of the inputs.
pub fn form_of(id: Id, opening: Opening) -> AnyView {
    let set_open = move |open| opening.set(open);
    let live = expect_context::<Live>();
    let actions = Actions::use_actions();
    let Some(record) = live.read(|set| set.get(id)) else { return ().into_any() };
    let name = fields::record_name(&record);
    let fresh = |field: Field| Entry::of_record(live, &record, field);
    let draft = Kept::about("edit", id);
    let kept = draft.typed();
    let entry = |field| kept.iter().find(|(have, _)| *have == field).map_or_else(|| fresh(field), |(_, entry)| entry.clone());
    let rows: Vec<FormRow> = form_fields(live, &record)
        .into_iter()
        .map(|(field, required)| FormRow::new("edit", field, entry(field)).required(required))
        .collect();
    let before = StoredValue::new(rows.iter().map(|row| (row.field, fresh(row.field))).collect::<Vec<_>>());
    let general = RwSignal::new(None::<String>);
    let form = StoredValue::new(rows.clone());
    // Only what differs from the record is worth keeping.
    let typed = move || {
        let typed = form.with_value(|rows| rows.iter().map(FormRow::typed).collect::<Vec<_>>());
        let changed: Vec<_> = before.with_value(|before| typed.into_iter().filter(|entry| !before.contains(entry)).collect());
        (!changed.is_empty()).then_some(changed)
    };
    draft.follow_form(actions.toasts, typed, reopen(routes::record(record.kind, id).unwrap_or_default(), set_open));
    let keep = move || {
        set_open(false);
    };
    let close = move || {
        draft.forget();
        set_open(false);
    };
    let save = move || {
        let Some(edits) = edits(live, &record, &form.get_value(), &before.get_value()) else { return };
        if edits.is_empty() {
            return close();
        }
        let command = Command::EditRecords(EditRecords { ids: vec![id], edits });
        let seen = record.clone();
        spawn_local(async move {
            match actions.dispatch.run(command).await {
                Ok(receipt) => {
                    if !tell_replaced(actions, &seen, &receipt) {
                        actions.say_done(&receipt);
                    }
                    close();
                }
                Err(failure) => drop(general.try_set(refused(actions, &failure, &form.try_get_value().unwrap_or_default()))),
            }
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        save();
    };
    view! {
        <Dialog labelled_by="edit-title" class="dialog--sm" on_close=keep>
            <form class="dialog__form" novalidate=true on:submit=submit>
                <div class="dialog__head">
                    <h2 class="dialog__title" id="edit-title">{move || words::edit_record(&name)}</h2>
                    <button class="btn btn--ghost btn--icon push" type="button" aria-label=basics::close on:click=move |_| keep()>
                        <Icon name=IconName::X/>
                    </button>
                </div>
                <div class="dialog__body">
                    <ErrorSummary rows=rows.clone() general/>
                    <div class="form-grid">
                        {rows.into_iter().enumerate().map(|(at, row)| view! { <FormField row autofocus=at == 0/> }).collect_view()}
                    </div>
                </div>
                <div class="dialog__foot">
                    <span class="spacer"></span>
                    <button class="btn" type="button" on:click=move |_| close()>{basics::cancel}</button>
                    <button class="btn btn--primary" type="submit">{basics::save}</button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}

/// The standard fields, then those of the workspace's own, with whether they must be filled in.
fn form_fields(live: Live, record: &Record) -> Vec<(Field, bool)> {
    let own = shown_on(live, record.kind);
    let known: Vec<Field> = own.iter().map(|(field, _)| *field).collect();
    let left = left_on(record, &known).into_iter().filter(|field| definition(live, *field).is_some());
    let standard = record.kind.editable().iter().copied();
    let step = record.link(if record.kind == Kind::Lead { Field::Status } else { Field::Stage });
    let needed = needed_at(live, record.kind, step);
    let all = standard.map(|field| (field, false)).chain(own).chain(left.map(|field| (field, false)));
    all.map(|(field, required)| (field, required || needed.contains(&field))).collect()
}

/// What changed; none when something is wrong, which then stands beside its field: all of it at once (B11).
fn edits(live: Live, record: &Record, rows: &[FormRow], before: &Typed) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    let mut after = record.clone();
    let mut wrong: Vec<(Field, String)> = Vec::new();
    for row in rows {
        // What nobody touched stays, also where its input can't show it.
        let touched = row.entry.with_untracked(|entry| !before.iter().any(|(field, was)| *field == row.field && was == entry));
        match row.entry.with_untracked(|entry| entry.value(row.field)) {
            _ if !touched => {}
            Ok(value) => {
                // An empty value takes the field away.
                after = after.with(row.field, value.clone().unwrap_or_else(|| Value::text("")));
                if value.as_ref() != record.get(row.field) {
                    edits.push(Edit::Set(row.field, value));
                }
            }
            Err(problem) => wrong.push((row.field, said(live, row.field, &problem))),
        }
    }
    let refused = validate(&after).into_iter().filter_map(|reason| match &reason {
        Rejection::Field { field, .. } => Some((*field, explain::rejection(&reason, &|_| String::new()))),
        _ => None,
    });
    wrong.extend(refused);
    for row in rows {
        row.error.set(wrong.iter().find(|(field, _)| *field == row.field).map(|(_, said)| said.clone()));
    }
    wrong.is_empty().then_some(edits)
}

/// Puts each reason beside its field; what belongs to none comes back.
pub fn refused(actions: Actions, failure: &Failure, rows: &[FormRow]) -> Option<String> {
    let Failure::Rejected(reasons) = failure else { return Some(actions.explain(failure)) };
    let mut rest = Vec::new();
    for reason in reasons {
        let said = actions.explain_one(reason);
        let row = if let Rejection::Field { field, .. } = reason { rows.iter().find(|row| row.field == *field) } else { None };
        match row {
            Some(row) => row.error.set(Some(said)),
            None => rest.push(said),
        }
    }
    (!rest.is_empty()).then(|| rest.join("\n"))
}

/// How much of a row a field takes.
pub fn width(live: Live, field: Field) -> &'static str {
    match shape_of(live, field) {
        Shape::Text | Shape::Address | Shape::Emails | Shape::Phones | Shape::Social | Shape::Texts => "col-6",
        Shape::Link(Kind::Person | Kind::Organization) => "col-3",
        _ => "col-3",
    }
}
