//! One lead of the plan, opened: its name and company (R54), who it becomes, and what it lacks.

use domain::bulk::{Fate, Row};
use domain::commands::convert_lead::Target;
use domain::duplicates::Candidate;
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::Value;
use leptos::prelude::*;

use super::session::Session;
use crate::i18n::{basics, bulk as words, convert, fields, record};
use crate::views::parts::custom::label_in;
use crate::views::parts::entry::{Entry, said};
use crate::views::parts::input::{FieldInput, labels_itself};

/// Candidates offered in a line; the dialog for one lead has them all.
const OFFERED: usize = 3;

#[component]
pub fn RowEditor(lead: Id, row: Memo<Option<Row>>) -> impl IntoView {
    let session = Session::use_session();
    let stored = session.live.read(|set| set.get(lead));
    let missing = Memo::new(move |before: Option<&Vec<(Kind, Field)>>| {
        let mut asked = before.cloned().unwrap_or_default();
        let lacking = row.with(|row| row.iter().flat_map(Row::missing).collect::<Vec<_>>());
        asked.extend(lacking.into_iter().filter(|lack| !before.is_some_and(|before| before.contains(lack))));
        asked
    });
    let skipped = move || session.choices.with(|choices| choices.get(&lead).is_some_and(|choice| choice.skip));
    let deal_name = move || row.with(|row| row.as_ref().and_then(|row| row.deal_name.clone()));
    let own_name = session.choices.with_untracked(|choices| choices.get(&lead)?.deal_name.clone()).unwrap_or_default();
    let deal_id = format!("bulk-deal-{lead}");
    let names = stored.map(|stored| {
        [Field::FirstName, Field::LastName, Field::OrganizationName]
            .map(|field| view! { <NameField lead field stored=stored.clone()/> })
            .collect_view()
    });
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
    let entry = RwSignal::new(Entry::start(session.live, field, None));
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

/// Which organization or person: one of the candidates, a new one, or none.
#[component]
fn Who(lead: Id, row: Memo<Option<Row>>, kind: Kind) -> impl IntoView {
    let session = Session::use_session();
    let organization = kind == Kind::Organization;
    let candidates = Memo::new(move |_| {
        row.with(|row| {
            let Some(row) = row else { return Vec::new() };
            let found: &[Candidate] = if organization { &row.organizations } else { &row.people };
            let mut offered: Vec<(Id, Option<u32>)> = found.iter().take(OFFERED).map(|found| (found.id, Some(found.percent()))).collect();
            if let Fate::Existing(id) = row.fate(kind)
                && !offered.iter().any(|(found, _)| *found == id)
            {
                offered.insert(0, (id, None));
            }
            offered
        })
    });
    // None while nobody has chosen and the policy asks.
    let chosen = Memo::new(move |_| {
        row.with(|row| match row.as_ref().map(|row| row.fate(kind)) {
            Some(Fate::Existing(id)) => Some(Target::Use(id)),
            Some(Fate::New | Fate::Shared { .. }) => Some(Target::Create),
            Some(Fate::None) => Some(Target::None),
            Some(Fate::Ask) | None => None,
        })
    });
    let pick = move |target: Target| {
        session.choose(lead, |choice| if organization { choice.organization = Some(target) } else { choice.person = Some(target) });
    };
    let new_name = move || {
        row.with(|row| row.as_ref().map(|row| if organization { row.company.clone() } else { row.name.clone() }).unwrap_or_default())
    };
    let group = format!("bulk-{kind:?}-{lead}");
    let radio = move |target: Target, name: Signal<String>| {
        view! {
            <label class="switch">
                <input
                    class="check"
                    type="radio"
                    name=group.clone()
                    prop:checked=move || chosen.get() == Some(target)
                    on:change=move |_| pick(target)
                />
                <span>{name}</span>
            </label>
        }
    };
    let other = radio.clone();
    let card = move |(id, score): (Id, Option<u32>)| {
        let name = Signal::derive(move || {
            let name = session.actions.name(id);
            score.map_or_else(|| name.clone(), |score| words::link_to(&name, record::percent(score)))
        });
        radio(Target::Use(id), name).into_any()
    };
    let create = Signal::derive(move || convert::create(new_name()));
    let none = Signal::derive(move || (if organization { convert::no_organization() } else { convert::no_person() }).to_owned());
    let may_create = move || !new_name().is_empty();
    let make = other.clone();
    view! {
        <fieldset class="col-3">
            <legend class="label">{if organization { basics::organization } else { basics::person }}</legend>
            {move || candidates.get().into_iter().map(&card).collect_view()}
            {move || may_create().then(|| make(Target::Create, create))}
            {other(Target::None, none)}
        </fieldset>
    }
}
