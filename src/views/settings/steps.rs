//! Statuses of leads and stages of deals: what a record must have to get there (B12).

mod adding;

use domain::commands::{Command, EditRecords, RemoveRecords};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::rights::Right;
use domain::values::Value;
use domain::workspace::is_built_in;
use leptos::prelude::*;

use self::adding::adding;
use super::edit_button::EditButton;
use super::said::run_said;
use crate::components::{Icon, IconName};
use crate::i18n::{basics, fields, steps as words};
use crate::store::live_query::Live;
use crate::views::parts::custom::{label_of, shown_on};
use crate::views::parts::my_rights::{my_rights, whom_to_ask};
use crate::views::shell::actions::Actions;

/// Every record has these already.
const ALWAYS: [Field; 3] = [Field::Name, Field::Owner, Field::Visibility];

/// A status stands for leads, a stage for deals.
fn of_kind(step: &Record) -> Kind {
    if step.kind == Kind::Status { Kind::Lead } else { Kind::Deal }
}

/// What can be asked for, in the order records show it.
fn offered(live: Live, kind: Kind) -> Vec<Field> {
    let own = shown_on(live, kind).into_iter().map(|(field, _)| field);
    kind.editable().iter().copied().filter(|field| !ALWAYS.contains(field)).chain(own).collect()
}

fn required(step: &Record) -> Vec<Field> {
    step.texts(Field::RequiredFields).iter().filter_map(|word| Field::with_word(of_kind(step), word)).collect()
}

#[component]
pub fn StepsSection() -> impl IntoView {
    let actions = Actions::use_actions();
    let live = actions.live;
    let rights = my_rights(actions);
    let may = Memo::new(move |_| rights.with(|rights| rights.may(Right::SetUp)));
    let statuses = live.query(&[Kind::Status], |set| set.statuses());
    let pipelines = live.query(&[Kind::Pipeline], |set| set.pipelines());
    let why = move || {
        let said = format!("{} {}", words::read_only(), whom_to_ask(actions));
        view! { <div class="notice" role="note"><Icon name=IconName::Lock/><p>{said}</p></div> }
    };
    let of_pipeline = move |pipeline: Id| {
        let stages = live.query(&[Kind::Stage], move |set| set.stages(pipeline));
        let name = live.record(Kind::Pipeline, move || Some(pipeline));
        let title = move || name.with(|name| words::stages_of(name.as_ref().map(fields::record_name).unwrap_or_default()));
        group(actions, may, format!("steps-{pipeline}"), Signal::derive(title), stages)
    };
    view! {
        <section class="settings__section" id="steps" aria-labelledby="steps-title">
            <h2 class="settings__title" id="steps-title">{words::title}</h2>
            <p class="hint">{words::hint}</p>
            {move || (!may.get()).then(why)}
            {group(actions, may, "steps-statuses".into(), Signal::derive(|| words::statuses().to_owned()), statuses)}
            {move || may.get().then(|| adding(actions))}
            {move || pipelines.with(|all| all.iter().map(|pipeline| of_pipeline(pipeline.id)).collect_view())}
        </section>
    }
    .into_any()
}

fn group(actions: Actions, may: Memo<bool>, id: String, title: Signal<String>, steps: Memo<Vec<Record>>) -> AnyView {
    let ids = Memo::new(move |_| steps.with(|steps| steps.iter().map(|step| step.id).collect::<Vec<_>>()));
    view! {
        <h3 class="section__title" id=id.clone()>{title}</h3>
        <ul class="rows defined" aria-labelledby=id>
            <For each=move || ids.get() key=|id| *id let(id)>{row(actions, may, steps, id)}</For>
        </ul>
    }
    .into_any()
}

fn row(actions: Actions, may: Memo<bool>, steps: Memo<Vec<Record>>, id: Id) -> Option<AnyView> {
    let start = steps.with_untracked(|steps| steps.iter().find(|step| step.id == id).cloned())?;
    let step = Memo::new(move |_| steps.with(|steps| steps.iter().find(|step| step.id == id).unwrap_or(&start).clone()));
    let name = Memo::new(move |_| step.with(fields::record_name));
    let open = RwSignal::new(false);
    let more = format!("step-more-{id}");
    let more_id = more.clone();
    let said = move || {
        let names: Vec<String> = step.with(required).into_iter().map(|field| label_of(actions.live, field)).collect();
        if names.is_empty() { words::needs_nothing().to_owned() } else { words::needs(names.join(", ")) }
    };
    let edit = move || {
        view! {
            <EditButton name controls=more.clone() open/>
        }
    };
    let row = view! {
        <li>
            <div class="defined__what"><b class="medium">{name}</b><p>{said}</p></div>
            <div class="defined__do">{move || may.get().then(|| edit.clone()())}</div>
            {move || (open.get() && may.get()).then(|| checks(actions, step, more_id.clone()))}
        </li>
    };
    Some(row.into_any())
}

/// A box for each field.
fn checks(actions: Actions, step: Memo<Record>, id: String) -> AnyView {
    let kind = step.with_untracked(of_kind);
    let is_own = step.with_untracked(|step| step.flag(Field::Converted) && !is_built_in(step.id));
    let remove = move |_| {
        let (id, name) = step.with_untracked(|step| (step.id, fields::record_name(step)));
        let command = Command::RemoveRecords(RemoveRecords { ids: vec![id] });
        run_said(actions, command, words::did_remove_status(name), |_| {}, || {});
    };
    let check = move |field: Field| {
        let change = move |event: web_sys::Event| {
            let input: web_sys::HtmlInputElement = event_target(&event);
            let on = input.checked();
            let (id, name, mut all) = step.with_untracked(|step| (step.id, fields::record_name(step), required(step)));
            all.retain(|other| *other != field);
            all.extend(on.then_some(field));
            let value = (!all.is_empty()).then(|| Value::Texts(all.into_iter().map(Field::word).collect()));
            let label = label_of(actions.live, field);
            let said = if on { words::did_need(name, label) } else { words::did_free(name, label) };
            let command = Command::EditRecords(EditRecords::one(id, Field::RequiredFields, value));
            run_said(actions, command, said, |_| {}, move || input.set_checked(!on));
        };
        view! {
            <label class="switch">
                <input class="check" type="checkbox" prop:checked=move || step.with(|step| required(step).contains(&field)) on:change=change/>
                <span>{move || label_of(actions.live, field)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="rows__more" id=id>
            <legend class="label">{if kind == Kind::Lead { words::lead_needs } else { words::deal_needs }}</legend>
            <div class="rights">{offered(actions.live, kind).into_iter().map(check).collect_view()}</div>
            {is_own.then(|| view! { <button class="btn btn--sm" type="button" on:click=remove><Icon name=IconName::X/>{basics::remove}</button> })}
        </fieldset>
    }
    .into_any()
}
