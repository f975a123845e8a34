//! One lead of the plan, opened: its name and company (R54), who it becomes, and what it lacks.

use domain::bulk::{Choice, Row};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::Value;
use leptos::prelude::*;

use super::asked::{Lack, asked};
use super::session::Session;
use super::who::Who;
use crate::i18n::{bulk as words, convert, fields};
use crate::views::parts::custom::label_in;
use crate::views::parts::entry::{Entry, said};
use crate::views::parts::input::{FieldInput, labels_itself};

#[component]
pub fn RowEditor(lead: Id, row: Memo<Option<Row>>) -> impl IntoView {
    let session = Session::use_session();
    let stored = session.live.read(|set| set.get(lead));
    let missing = Memo::new(move |before: Option<&Vec<Lack>>| {
        let lacking: Vec<_> = row.with(|row| row.iter().flat_map(Row::missing).filter(|lack| !has_control(*lack)).collect());
        // Not followed: what is emptied stays until the plan says whether it is needed.
        let filled = session.choices.with_untracked(|choices| choices.get(&lead).map(filled).unwrap_or_default());
        asked(before, &lacking, &filled)
    });
    let skipped = move || session.choices.with(|choices| choices.get(&lead).is_some_and(|choice| choice.skip));
    let deal_name = move || row.with(|row| row.as_ref().and_then(|row| row.deal_name.clone()));
    let own_name = session.choices.with_untracked(|choices| choices.get(&lead)?.deal_name.clone()).unwrap_or_default();
    let deal_id = format!("bulk-deal-{lead}");
    let names = stored.map(|stored| NAMES.map(|field| view! { <NameField lead field stored=stored.clone()/> }).collect_view());
    view! {
        <div class="rows__more form-grid">
            {names}
            <For each=move || missing.get() key=|lack| *lack let((kind, field))>
                <MissingField lead kind field/>
            </For>
            <Who lead row kind=Kind::Organization/>
            <Who lead row kind=Kind::Person/>
            <Show when=move || deal_name().is_some()>
                <div class="col-6">
                    <label class="label" for=deal_id.clone()>{convert::deal_name}</label>
                    <input
                        class="input"
                        id=deal_id.clone()
                        autocomplete="off"
                        placeholder=move || deal_name().unwrap_or_default()
                        prop:value=own_name.clone()
                        on:input=move |event| {
                            let text = event_target_value(&event).trim().to_owned();
                            session.choose(lead, |choice| choice.deal_name = (!text.is_empty()).then_some(text));
                        }
                    />
                </div>
            </Show>
            <label class="switch col-6">
                <input
                    class="check"
                    type="checkbox"
                    prop:checked=skipped
                    on:change=move |event| session.choose(lead, |choice| choice.skip = event_target_checked(&event))
                />
                <span>{words::leave_out}</span>
            </label>
        </div>
    }
}

/// Asked for in any case.
const NAMES: [Field; 3] = [Field::FirstName, Field::LastName, Field::OrganizationName];

/// It has an input of its own. A new organization is called as the lead says; whose a deal is, is chosen as who the lead becomes.
fn has_control((kind, field): Lack) -> bool {
    match kind {
        Kind::Lead => NAMES.contains(&field),
        Kind::Organization => field == Field::Name,
        Kind::Deal => matches!(field, Field::Name | Field::Person | Field::Organization),
        _ => false,
    }
}

/// What was filled in for this lead, its names apart.
fn filled(choice: &Choice) -> Vec<Lack> {
    let of_lead = choice.edits.iter().filter(|(_, value)| value.is_some()).map(|(field, _)| (Kind::Lead, *field));
    let all = of_lead.chain(choice.fill.iter().map(|(kind, field, _)| (*kind, *field)));
    all.filter(|lack| !has_control(*lack)).collect()
}

/// R54: a correction of the lead itself.
#[component]
fn NameField(lead: Id, field: Field, stored: Record) -> impl IntoView {
    let session = Session::use_session();
    let id = format!("bulk-{field:?}-{lead}");
    let old = stored.text(field).to_owned();
    let chosen = session.choices.with_untracked(|choices| {
        let edits = choices.get(&lead).map(|choice| choice.edits.as_slice()).unwrap_or_default();
        let edit = edits.iter().find(|(edited, _)| *edited == field);
        edit.map(|(_, value)| if let Some(Value::Text(text)) = value { text.clone() } else { String::new() })
    });
    let start = chosen.unwrap_or_else(|| old.clone());
    let change = move |event| {
        let text = event_target_value(&event).trim().to_owned();
        let differs = text != old;
        session.choose(lead, |choice| {
            choice.edits.retain(|(edited, _)| *edited != field);
            choice.edits.extend(differs.then(|| (field, (!text.is_empty()).then(|| Value::text(text)))));
        });
    };
    view! {
        <div class="col-2">
            <label class="label" for=id.clone()>{move || fields::label(field)}</label>
            <input class="input" id=id autocomplete="off" prop:value=start on:input=change/>
        </div>
    }
}

/// What this lead, or what it becomes, can't do without.
#[component]
fn MissingField(lead: Id, kind: Kind, field: Field) -> impl IntoView {
    let session = Session::use_session();
    let kept = session.choices.with_untracked(|choices| {
        let choice = choices.get(&lead)?;
        let of_lead = choice.edits.iter().find(|(edited, _)| kind == Kind::Lead && *edited == field).and_then(|(_, value)| value.clone());
        let of_target = choice.fill.iter().find(|(of, filled, _)| (*of, *filled) == (kind, field)).map(|(.., value)| value.clone());
        of_lead.or(of_target)
    });
    let entry = RwSignal::new(Entry::start(session.live, field, kept.as_ref()));
    let error = RwSignal::new(None::<String>);
    let write = move |entry: &Entry, _: Option<&Entry>, _: Option<()>| {
        let value = entry.value(field);
        error.set(value.as_ref().err().map(|problem| said(session.live, field, problem)));
        let value = value.ok().flatten();
        session.choose(lead, |choice| {
            if kind == Kind::Lead {
                choice.edits.retain(|(edited, _)| *edited != field);
                choice.edits.extend(value.map(|value| (field, Some(value))));
            } else {
                choice.fill.retain(|(of, filled, _)| (*of, *filled) != (kind, field));
                choice.fill.extend(value.map(|value| (kind, field, value)));
            }
        });
    };
    Effect::watch(move || entry.get(), write, false);
    let id = format!("bulk-{kind:?}-{field:?}-{lead}");
    view! {
        <div class="col-3">
            {(!labels_itself(session.live, field))
                .then(|| view! { <label class="label" for=id.clone()>{move || label_in(session.live, kind, field)}</label> })}
            <FieldInput field id entry error/>
        </div>
    }
}
