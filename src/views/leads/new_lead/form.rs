//! The fields of a new lead: kept as typed, checked when saved, errors beside the fields.

use domain::commands::{AddRecords, Command, Draft, Receipt};
use domain::ids::Id;
use domain::records::{Field, Kind, Record, validate};
use domain::rejection::Rejection;
use domain::stamp::Stamp;
use domain::values::Value;
use domain::workspace;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::known::Known;
use crate::components::{Icon, IconName};
use crate::dispatch::Failure;
use crate::i18n::{basics, new_lead as words, record};
use crate::routes;
use crate::views::parts::custom::shown_on;
use crate::views::parts::entry::{Entry, said};
use crate::views::parts::form::{ErrorSummary, FormField, FormRow};
use crate::views::parts::full_edit::refused;
use crate::views::parts::input::FieldInput;
use crate::views::parts::kept::{Kept, Typed};
use crate::views::shell::actions::Actions;
use crate::views::shell::flows::Flows;
use crate::views::shell::toasts::Toast;

const FORM: &str = "new-lead";
pub const DRAFT: Kept = Kept::of(FORM);
/// The text of a note that is added with the lead.
const NOTE: Field = Field::Text;
const FIELDS: [Field; 11] = [
    Field::FirstName,
    Field::LastName,
    Field::OrganizationName,
    Field::JobTitle,
    Field::Emails,
    Field::Phones,
    Field::Website,
    Field::Value,
    Field::Source,
    Field::Owner,
    Field::Tags,
];

/// The last word is the family name.
fn name_entries(name: &str) -> Vec<(Field, Entry)> {
    let (first, last) = name.rsplit_once(' ').unwrap_or(("", name));
    vec![(Field::FirstName, Entry::Line(first.trim().to_owned())), (Field::LastName, Entry::Line(last.to_owned()))]
}

#[derive(Clone, Copy)]
pub struct Form {
    rows: StoredValue<Vec<FormRow>>,
    note: RwSignal<Entry>,
    general: RwSignal<Option<String>>,
    saving: StoredValue<bool>,
    /// What the lead was to be called when the form was opened, if a draft stands in it instead.
    named: RwSignal<Option<String>>,
    actions: Actions,
    flows: Flows,
}

impl Form {
    /// As it was left the last time, else with the name it was opened for, else empty.
    pub fn load() -> Self {
        let (actions, flows) = (Actions::use_actions(), Flows::use_flows());
        let named = flows.new_lead_name.try_update(Option::take).flatten();
        let draft = DRAFT.typed();
        let (kept, named) = match named {
            Some(name) if draft.is_empty() => (name_entries(&name), None),
            named => (draft, named),
        };
        let entry = |field: Field| {
            let known = kept.iter().find(|(have, _)| *have == field).map(|(_, entry)| entry.clone());
            known.unwrap_or_else(|| empty(actions, field))
        };
        let own = shown_on(actions.live, Kind::Lead);
        let fields = FIELDS.into_iter().map(|field| (field, false)).chain(own);
        let rows = fields.map(|(field, required)| FormRow::new(FORM, field, entry(field)).required(required)).collect();
        Self {
            rows: StoredValue::new(rows),
            note: RwSignal::new(entry(NOTE)),
            general: RwSignal::new(None),
            saving: StoredValue::new(false),
            named: RwSignal::new(named),
            actions,
            flows,
        }
    }

    /// What was typed waits for another time. To be called in the dialog's component.
    pub fn keep(self) {
        let typed = move || {
            let entries = self.entries();
            entries.iter().any(|(field, entry)| *entry != empty(self.actions, *field)).then_some(entries)
        };
        DRAFT.follow_form(self.actions.toasts, typed, move || self.flows.new_lead.set(true));
    }

    /// Gives the draft up for a lead of that name.
    fn start_as(self, name: &str) {
        DRAFT.forget();
        self.clear();
        for (field, entry) in name_entries(name) {
            self.rows.with_value(|rows| rows.iter().filter(|row| row.field == field).for_each(|row| row.entry.set(entry.clone())));
        }
        focus(&format!("{FORM}-{:?}", FIELDS[0]));
    }

    /// Tracked.
    fn entries(self) -> Typed {
        let rows = self.rows.get_value();
        let note = (NOTE, self.note.get());
        rows.iter().map(FormRow::typed).chain([note]).collect()
    }

    fn clear(self) {
        for row in self.rows.get_value() {
            row.entry.set(empty(self.actions, row.field));
            row.error.set(None);
        }
        self.note.set(empty(self.actions, NOTE));
        self.general.set(None);
        self.named.set(None);
    }

    /// What was typed, as values; tracked. What is none is left out.
    pub fn lead(self) -> Record {
        let stamp = Stamp { command: Id::default(), device: Id::default(), by: workspace::ME, at: 0 };
        let rows = self.rows.get_value();
        let values =
            rows.iter().filter_map(|row| row.entry.with(|entry| entry.value(row.field)).ok().flatten().map(|value| (row.field, value)));
        let draft = values.fold(Draft::new(Kind::Lead, Id::default()), |draft, (field, value)| draft.with(field, value));
        draft.record(&stamp)
    }

    /// The lead and its note; none when something typed is no value: that and all else that is wrong then stands beside its field (B11).
    fn drafts(self, stamp: &Stamp) -> Option<Vec<Draft>> {
        // Whoever writes a lead down has seen it.
        let mut lead = Draft::new(Kind::Lead, stamp.command.derive("lead")).with(Field::Seen, Value::Flag(true));
        let mut unread = Vec::new();
        let rows = self.rows.get_value();
        for row in &rows {
            let value = row.entry.with_untracked(|entry| entry.value(row.field));
            row.error.set(value.as_ref().err().map(|problem| said(self.actions.live, row.field, problem)));
            match value {
                Ok(Some(value)) => lead = lead.with(row.field, value),
                Ok(None) => {}
                Err(_) => unread.push(row.field),
            }
        }
        if !unread.is_empty() {
            let mut reasons = validate(&lead.record(stamp));
            reasons.retain(|reason| !matches!(reason, Rejection::Field { field, .. } if unread.contains(field)));
            self.general.set(refused(self.actions, &Failure::Rejected(reasons), &rows));
            return None;
        }
        let about = Value::Links(vec![lead.id]);
        let note = self.note.with_untracked(|entry| entry.value(NOTE)).ok().flatten();
        let note = note.map(|text| Draft::new(Kind::Note, stamp.command.derive("note")).with(NOTE, text).with(Field::About, about));
        Some([lead].into_iter().chain(note).collect())
    }

    /// Saves; `another` leaves an empty form open.
    pub fn save(self, another: bool) {
        if self.saving.get_value() {
            return;
        }
        let stamp = self.actions.dispatch.stamp();
        let Some(drafts) = self.drafts(&stamp) else { return };
        self.saving.set_value(true);
        let lead = stamp.command.derive("lead");
        let command = Command::AddRecords(AddRecords { drafts, import: None });
        spawn_local(async move {
            let result = self.actions.dispatch.run_as(command, stamp).await;
            // The dialog may have been closed meanwhile.
            self.saving.try_set_value(false);
            match result {
                Ok(receipt) => self.saved(lead, &receipt, another),
                Err(failure) => self.refused(&failure),
            }
        });
    }

    fn saved(self, lead: Id, receipt: &Receipt, another: bool) {
        DRAFT.forget();
        self.actions.toasts.remember(receipt);
        let toast = Toast::new(words::added(self.actions.name(lead))).undo(receipt.clone());
        let href = routes::record(Kind::Lead, lead).unwrap_or_default();
        self.actions.toasts.show(toast.link(basics::open(), href));
        self.flows.added_lead.set(Some(lead));
        match another {
            true if self.rows.try_get_value().is_some() => {
                self.clear();
                focus(&format!("{FORM}-{:?}", FIELDS[0]));
            }
            _ => self.flows.new_lead.set(false),
        }
    }

    /// Each reason beside its field, the rest above.
    fn refused(self, failure: &Failure) {
        let Some(rows) = self.rows.try_get_value() else {
            return self.actions.toasts.error(self.actions.explain(failure));
        };
        self.general.set(refused(self.actions, failure, &rows));
    }
}

fn empty(actions: Actions, field: Field) -> Entry {
    let me = Value::Link(workspace::ME);
    Entry::start(actions.live, field, (field == Field::Owner).then_some(&me))
}

fn focus(id: &str) {
    if let Some(input) = document().get_element_by_id(id).and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
        // An input in the page can always take the focus.
        let _ = input.focus();
    }
}

/// In a draft that was opened in place of a new lead of a name: says so, and offers that lead.
fn drafted(form: Form, name: String) -> AnyView {
    let label = words::instead(&name);
    view! {
        <div class="notice" role="note">
            <Icon name=IconName::Pencil/>
            <div>
                <p>{words::drafted}</p>
                <button class="linkbtn" type="button" on:click=move |_| form.start_as(&name)>{label}</button>
            </div>
        </div>
    }
    .into_any()
}

#[component]
pub fn Fields(form: Form) -> impl IntoView {
    let rows = form.rows.get_value();
    let (more, always): (Vec<FormRow>, Vec<FormRow>) =
        rows.iter().cloned().partition(|row| matches!(row.field, Field::Custom(_)) && row.is_optional());
    let note_id = format!("{FORM}-note");
    view! {
        <div class="dialog__body">
            <p class="dialog__lead">{words::enough}</p>
            {move || form.named.get().map(|name| drafted(form, name))}
            <ErrorSummary rows=rows.clone() general=form.general/>
            <div class="form-grid">
                {always.into_iter().enumerate().map(|(at, row)| view! { <FormField row autofocus=at == 0/> }).collect_view()}
                <div class="col-6">
                    <label class="label" for=note_id.clone()>{basics::note}</label>
                    <FieldInput field=NOTE id=note_id entry=form.note error=Signal::stored(None::<String>)/>
                </div>
                <MoreFields form rows=more/>
            </div>
            <Known form/>
        </div>
    }
}

/// The workspace's own fields that may stay empty: on request, or where one is filled or wrong.
#[component]
fn MoreFields(form: Form, rows: Vec<FormRow>) -> impl IntoView {
    let open = RwSignal::new(rows.iter().any(|row| row.entry.get_untracked() != empty(form.actions, row.field)));
    let wrong = rows.clone();
    Effect::new(move |_| {
        if wrong.iter().any(|row| row.error.get().is_some()) {
            open.set(true);
        }
    });
    let count = rows.len();
    (count > 0).then(|| {
        view! {
            <div class="col-6">
                <button
                    class="linkbtn small"
                    type="button"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {move || if open.get() { record::fewer_fields().to_owned() } else { record::more_fields(count) }}
                </button>
            </div>
            {move || open.get().then(|| rows.iter().cloned().map(|row| view! { <FormField row/> }).collect_view())}
        }
    })
}
