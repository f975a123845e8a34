//! The deal (R39), the follow-up task (R32) and the converted status (R36).

use domain::ids::Id;
use domain::records::{Field, Kind, deal_name};
use domain::rights::Right;
use leptos::prelude::*;

use super::blockers::said_at;
use super::choices::{Choices, follow_up};
use super::conversion::Conversion;
use super::required::RequiredFields;
use super::{DEAL_CLOSE, DEAL_NAME, DEAL_ON, DEAL_PIPELINE, DEAL_STAGE, DEAL_VALUE, STATUS, TASK_DUE, TASK_SUBJECT};
use crate::components::FieldError;
use crate::i18n::{basics, convert as words, explain, fields, profiles};
use crate::views::parts::entry::Entry;
use crate::views::parts::form::needed_at;
use crate::views::parts::input::FieldInput;
use crate::views::parts::names::name_of;

#[component]
pub fn DealStep() -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let choices = conversion.choices;
    let on = Memo::new(move |_| choices.with(Choices::makes_deal));
    let into = Memo::new(move |_| {
        let chosen = choices.with(|choices| choices.into);
        chosen.filter(|deal| conversion.open_deals.with(|deals| deals.contains(deal)))
    });
    view! {
        <fieldset class="step">
            <legend class="visually-hidden">{basics::deal}</legend>
            <label class="switch">
                <input
                    class="check"
                    type="checkbox"
                    id=DEAL_ON
                    prop:checked=on
                    disabled=move || fixed(conversion, on)
                    aria-describedby="convert-deal-why"
                    on:change=move |event| choices.update(|choices| choices.deal = event_target_checked(&event))
                />
                <b class="step__title">{words::make_deal}</b>
            </label>
            <p class="hint step__hint" id="convert-deal-why" hidden=move || why_fixed(conversion).is_none()>
                {move || why_fixed(conversion)}
            </p>
            <Show when=move || on.get() && conversion.open_deals.with(|deals| !deals.is_empty())>
                <div class="picks step__picks">
                    <DealCard deal=None into/>
                    <For each=move || conversion.open_deals.get() key=|deal| *deal let(deal)>
                        <DealCard deal=Some(deal) into/>
                    </For>
                </div>
            </Show>
            <Show when=move || on.get() && into.get().is_none()>
                <NewDealForm/>
            </Show>
            <RequiredFields kind=Kind::Deal/>
            <Show when=move || !(on.get() && into.get().is_none())>
                <div class="form-grid"><OwnerField/></div>
            </Show>
        </fieldset>
    }
}

/// R43: the right that is missing for any deal at all.
fn no_deal(conversion: Conversion) -> Option<Right> {
    let no_other = conversion.open_deals.with(Vec::is_empty) || conversion.rights.with(|rights| !rights.may(Right::EditDeal));
    Some(Right::CreateDeal).filter(|right| no_other && conversion.rights.with(|rights| !rights.may(*right)))
}

/// D2, R43: there is no choice. A deal that may not be made can still be left out.
fn fixed(conversion: Conversion, on: Memo<bool>) -> bool {
    conversion.choices.with(|choices| choices.profile.deal_required()) || (!on.get() && no_deal(conversion).is_some())
}

fn why_fixed(conversion: Conversion) -> Option<String> {
    let profile = conversion.choices.with(|choices| choices.profile);
    let always = profile.deal_required().then(|| words::always_deal(profiles::name(profile)));
    always.or_else(|| no_deal(conversion).map(|right| explain::may_not(right).to_owned()))
}

/// A new deal, or an open one of the chosen person or organization.
#[component]
fn DealCard(deal: Option<Id>, into: Memo<Option<Id>>) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let name = name_of(move || deal);
    let label = move || if deal.is_some() { words::add_to_deal(name.get()) } else { words::new_deal().to_owned() };
    let sub = conversion.live.query(&[Kind::Deal, Kind::Stage], move |set| {
        let record = deal.and_then(|deal| set.get(deal));
        record.map(|record| crate::views::parts::related::sub_of(set, &record)).unwrap_or_default()
    });
    let right = if deal.is_some() { Right::EditDeal } else { Right::CreateDeal };
    let banned = move || conversion.rights.with(|rights| !rights.may(right));
    let id = deal.map_or_else(|| "convert-deal-new".to_owned(), |deal| format!("convert-deal-{deal}"));
    view! {
        <div class="pick">
            <input
                class="check"
                type="radio"
                name="convert-deal"
                id=id.clone()
                prop:checked=move || into.get() == deal
                disabled=move || into.get() != deal && banned()
                on:change=move |_| conversion.choices.update(|choices| choices.into = deal)
            />
            <label for=id>
                <span class="pick__name">{label}</span>
                <span class="pick__sub">{sub}</span>
                {move || banned().then(|| view! { <span class="pick__no">{explain::may_not(right)}</span> })}
            </label>
        </div>
    }
}

#[component]
fn NewDealForm() -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let choices = conversion.choices;
    let name = move || choices.with(|choices| choices.name.clone()).unwrap_or_else(|| conversion.lead.with(deal_name));
    let error = said_at(conversion, DEAL_NAME);
    let error_id = format!("{DEAL_NAME}-error");
    let needed = Memo::new(move |_| {
        conversion.live.track(&[Kind::Stage]);
        needed_at(conversion.live, Kind::Deal, Some(choices.with(|choices| choices.stage)))
    });
    let optional = move |field: Field| Signal::derive(move || needed.with(|needed| !needed.contains(&field)));
    view! {
        <div class="form-grid">
            <div class="col-6">
                <label class="label" for=DEAL_NAME>{words::deal_name}</label>
                <input
                    class="input"
                    id=DEAL_NAME
                    autocomplete="off"
                    prop:value=name
                    on:input=move |event| choices.update(|choices| choices.name = Some(event_target_value(&event)))
                    aria-invalid=move || error.get().is_some().then_some("true")
                    aria-describedby=error_id.clone()
                />
                <FieldError id=error_id.clone() error/>
            </div>
            <PipelineAndStage/>
            <EntryField id="convert-deal-visibility" field=Field::Visibility label=words::who_sees entry=|choices| &mut choices.visibility/>
            <EntryField id=DEAL_VALUE field=Field::Value label=fields::value optional=optional(Field::Value) entry=|choices| &mut choices.value/>
            <EntryField id=DEAL_CLOSE field=Field::CloseDate label=fields::close_date optional=optional(Field::CloseDate) entry=|choices| &mut choices.close_date/>
            <OwnerField/>
        </div>
    }
}

#[component]
fn OwnerField() -> impl IntoView {
    view! { <EntryField id="convert-owner" field=Field::Owner label=fields::owner entry=|choices| &mut choices.owner/> }
}

/// R44, R51: the first stage of a pipeline is preselected.
#[component]
fn PipelineAndStage() -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let (live, choices) = (conversion.live, conversion.choices);
    let pipelines = live.query(&[Kind::Pipeline], |set| set.pipelines());
    let pipeline = Memo::new(move |_| choices.with(|choices| choices.pipeline));
    let stages = Memo::new(move |_| {
        live.track(&[Kind::Stage]);
        live.read(|set| set.stages(pipeline.get()))
    });
    let options = move |records: Vec<domain::records::Record>| {
        records.iter().map(|record| (record.id, fields::record_name(record))).collect::<Vec<_>>()
    };
    let choose = move |id: Id| {
        let first = live.read(|set| set.stages(id)).first().map(|stage| stage.id);
        choices.update(|choices| {
            choices.pipeline = id;
            choices.stage = first.unwrap_or(choices.stage);
        });
    };
    view! {
        <IdSelect
            id=DEAL_PIPELINE
            label=fields::pipeline
            options=Signal::derive(move || options(pipelines.get()))
            chosen=pipeline
            choose=Callback::new(choose)
        />
        <IdSelect
            id=DEAL_STAGE
            label=fields::stage
            options=Signal::derive(move || options(stages.get()))
            chosen=Signal::derive(move || choices.with(|choices| choices.stage))
            choose=Callback::new(move |id| choices.update(|choices| choices.stage = id))
        />
    }
}

#[component]
fn IdSelect(
    id: &'static str,
    label: fn() -> &'static str,
    options: Signal<Vec<(Id, String)>>,
    #[prop(into)] chosen: Signal<Id>,
    choose: Callback<Id>,
) -> impl IntoView {
    let error = said_at(Conversion::of_dialog(), id);
    let error_id = format!("{id}-error");
    let change = move |event| {
        if let Ok(id) = event_target_value(&event).parse() {
            choose.run(id);
        }
    };
    view! {
        <div class="col-2">
            <label class="label" for=id>{label}</label>
            <select
                class="select"
                id=id
                on:change=change
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=error_id.clone()
            >
                {move || (!options.with(|options| options.iter().any(|(id, _)| *id == chosen.get()))).then(unchosen)}
                <For each=move || options.get() key=Clone::clone let((value, words))>
                    <option value=value.to_string() prop:selected=move || chosen.get() == value>{words}</option>
                </For>
            </select>
            <FieldError id=error_id.clone() error/>
        </div>
    }
}

/// Stands first where nothing is chosen (D8).
fn unchosen() -> AnyView {
    view! { <option value="" selected=true disabled=true>{words::choose}</option> }.into_any()
}

/// An input whose entry is one of the choices.
#[component]
fn EntryField(
    id: &'static str,
    field: Field,
    label: fn() -> &'static str,
    entry: fn(&mut Choices) -> &mut Entry,
    #[prop(optional, into)] optional: Signal<bool>,
    #[prop(default = "col-2")] class: &'static str,
) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let value = RwSignal::new(entry(&mut conversion.choices.get_untracked()).clone());
    let write = move |value: &Entry, _: Option<&Entry>, _: Option<()>| {
        conversion.choices.update(|choices| *entry(choices) = value.clone());
    };
    Effect::watch(move || value.get(), write, false);
    let error = said_at(conversion, id);
    view! {
        <div class=class>
            <label class="label" for=id>
                {label}
                {move || optional.get().then(|| view! { " " <span class="opt">{basics::optional}</span> })}
            </label>
            <FieldInput field id=id.to_owned() entry=value error/>
        </div>
    }
}

#[component]
pub fn TaskStep() -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let choices = conversion.choices;
    let on = Memo::new(move |_| choices.with(|choices| choices.task));
    view! {
        <fieldset class="step">
            <legend class="visually-hidden">{basics::task}</legend>
            <label class="switch">
                <input
                    class="check"
                    type="checkbox"
                    prop:checked=on
                    on:change=move |event| choices.update(|choices| choices.task = event_target_checked(&event))
                />
                <b class="step__title">{words::make_task}</b>
            </label>
            <Show when=move || on.get()>
                <TaskForm/>
            </Show>
        </fieldset>
    }
}

#[component]
fn TaskForm() -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let choices = conversion.choices;
    let subject = move || choices.with(|choices| choices.subject.clone()).unwrap_or_else(|| conversion.lead.with(follow_up));
    let error = said_at(conversion, TASK_SUBJECT);
    let error_id = format!("{TASK_SUBJECT}-error");
    view! {
        <div class="form-grid">
            <div class="col-4">
                <label class="label" for=TASK_SUBJECT>{basics::task}</label>
                <input
                    class="input"
                    id=TASK_SUBJECT
                    autocomplete="off"
                    prop:value=subject
                    on:input=move |event| choices.update(|choices| choices.subject = Some(event_target_value(&event)))
                    aria-invalid=move || error.get().is_some().then_some("true")
                    aria-describedby=error_id.clone()
                />
                <FieldError id=error_id.clone() error/>
            </div>
            <EntryField id=TASK_DUE field=Field::DueDate label=words::due entry=|choices| &mut choices.due/>
        </div>
    }
}

/// R29, R36: how the lead ends.
#[component]
pub fn StatusStep() -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let statuses = conversion.live.query(&[Kind::Status], |set| {
        let ends = set.statuses().into_iter().filter(|status| status.flag(Field::Converted));
        ends.map(|status| (status.id, fields::record_name(&status))).collect::<Vec<_>>()
    });
    view! {
        <div class="step form-grid">
            <IdSelect
                id=STATUS
                label=words::status
                options=statuses.into()
                chosen=Signal::derive(move || conversion.choices.with(|choices| choices.status))
                choose=Callback::new(move |id| conversion.choices.update(|choices| choices.status = id))
            />
        </div>
    }
}
