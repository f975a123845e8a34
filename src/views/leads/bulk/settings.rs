//! What all leads share (R56, R57): deals, tasks, owner, and what happens to those who may be there already.

use domain::bulk::{DealSettings, MatchPolicy, OwnerRule, Settings};
use domain::commands::convert_lead::NewTask;
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::rejection::Rejection;
use domain::values::{Coded, Value, Visibility};
use leptos::prelude::*;

use super::session::Session;
use crate::clock;
use crate::components::FieldError;
use crate::i18n::{Message, basics, bulk as words, convert, fields};
use crate::views::parts::custom::label_in;
use crate::views::parts::entry::{Entry, EntryError, said};
use crate::views::parts::input::{FieldInput, labels_itself};
use crate::views::parts::my_rights::explain_with_help;

/// Stands for the lead's name in the subject of the tasks.
const NAME_MARK: &str = "{name}";
/// Days until the follow-ups are due, unless another day is chosen.
const FOLLOW_UP_DAYS: i32 = 2;

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
                label=words::make_organizations
                on=|settings| settings.organizations
                set=|settings, on| settings.organizations = on
                fixed=|settings| settings.profile.organization_required()
            />
            <Switch label=words::make_people on=|settings| settings.people set=|settings, on| settings.people = on/>
            <Switch
                label=words::make_deals
                on=|settings| settings.deal.is_some()
                set=|settings, on| settings.deal = on.then(|| DealSettings::of(settings.profile))
                fixed=|settings| settings.profile.deal_required()
            />
            <Show when=move || settings.with(|settings| settings.deal.is_some())>
                <DealFields/>
            </Show>
            <Switch label=words::make_tasks on=|settings| settings.task.is_some() set=|settings, on| settings.task = on.then(task)/>
            <Show when=move || settings.with(|settings| settings.task.is_some())>
                <TaskFields/>
            </Show>
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

fn task() -> NewTask {
    NewTask { subject: words::subject_of(NAME_MARK), due: Some(clock::today().plus_days(FOLLOW_UP_DAYS)) }
}

#[component]
fn Switch(
    label: fn() -> &'static str,
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

/// A list to choose from; values are texts, as the browser has them.
#[component]
fn Select(
    id: &'static str,
    label: fn() -> &'static str,
    #[prop(default = "col-3")] class: &'static str,
    options: Signal<Vec<(String, String)>>,
    chosen: Signal<String>,
    choose: Callback<String>,
) -> impl IntoView {
    view! {
        <div class=class>
            <label class="label" for=id>{label}</label>
            <select class="select" id=id on:change=move |event| choose.run(event_target_value(&event))>
                {move || (!options.with(|options| options.iter().any(|(value, _)| *value == chosen.get()))).then(unchosen)}
                <For each=move || options.get() key=Clone::clone let((value, words))>
                    {
                        let this = value.clone();
                        view! { <option value=value prop:selected=move || chosen.with(|chosen| *chosen == this)>{words}</option> }
                    }
                </For>
            </select>
        </div>
    }
}

/// Stands first where nothing is chosen (D8).
fn unchosen() -> AnyView {
    view! { <option value="" selected=true disabled=true>{convert::choose}</option> }.into_any()
}

fn named(records: &[Record]) -> Vec<(String, String)> {
    records.iter().map(|record| (record.id.to_string(), fields::record_name(record))).collect()
}

#[component]
fn DealFields() -> impl IntoView {
    let session = Session::use_session();
    let (live, settings) = (session.live, session.settings);
    let deal = move |read: fn(&DealSettings) -> String| {
        Signal::derive(move || settings.with(|settings| settings.deal.as_ref().map(read).unwrap_or_default()))
    };
    let change = move |change: &dyn Fn(&mut DealSettings)| settings.update(|settings| settings.deal.iter_mut().for_each(change));
    let pipeline = Memo::new(move |_| settings.with(|settings| settings.deal.as_ref().map(|deal| deal.pipeline)));
    let stages = Signal::derive(move || {
        live.track(&[Kind::Stage]);
        live.read(|set| pipeline.get().map(|pipeline| named(&set.stages(pipeline))).unwrap_or_default())
    });
    let pipelines = Signal::derive(move || {
        live.track(&[Kind::Pipeline]);
        live.read(|set| named(&set.pipelines()))
    });
    // R44: the first stage of a pipeline is preselected.
    let choose_pipeline = move |value: String| {
        let Ok(pipeline) = value.parse::<Id>() else { return };
        let first = live.read(|set| set.stages(pipeline)).first().map(|stage| stage.id);
        change(&|deal| {
            deal.pipeline = pipeline;
            deal.stage = first.unwrap_or(deal.stage);
        });
    };
    let choose_stage = move |value: String| {
        if let Ok(stage) = value.parse::<Id>() {
            change(&|deal| deal.stage = stage);
        }
    };
    let visibilities = Signal::derive(|| {
        Visibility::ALL.iter().map(|seen_by| (seen_by.code().to_string(), fields::visibility_name(*seen_by).to_owned())).collect()
    });
    let choose_visibility = move |value: String| {
        let code = value.parse().ok().and_then(Visibility::from_code);
        change(&|deal| deal.visibility = code);
    };
    let visibility = deal(|deal| deal.visibility.unwrap_or(Visibility::Everyone).code().to_string());
    view! {
        <div class="form-grid">
            <Select
                id="bulk-pipeline"
                label=fields::pipeline
                options=pipelines
                chosen=deal(|deal| deal.pipeline.to_string())
                choose=Callback::new(choose_pipeline)
            />
            <Select
                id="bulk-stage"
                label=fields::stage
                options=stages
                chosen=deal(|deal| deal.stage.to_string())
                choose=Callback::new(choose_stage)
            />
            <Select
                id="bulk-visibility"
                label=convert::who_sees
                class="col-6"
                options=visibilities
                chosen=visibility
                choose=Callback::new(choose_visibility)
            />
        </div>
    }
}

#[component]
fn TaskFields() -> impl IntoView {
    let session = Session::use_session();
    let settings = session.settings;
    let subject = move || settings.with(|settings| settings.task.as_ref().map(|task| task.subject.clone()).unwrap_or_default());
    let set_subject = move |text: String| settings.update(|settings| settings.task.iter_mut().for_each(|task| task.subject = text.clone()));
    let day = settings.with_untracked(|settings| settings.task.as_ref().and_then(|task| task.due)).map(Value::Date);
    let due = RwSignal::new(Entry::start(session.live, Field::DueDate, day.as_ref()));
    let error = RwSignal::new(None::<String>);
    let write = move |entry: &Entry, _: Option<&Entry>, _: Option<()>| match entry.value(Field::DueDate) {
        Ok(value) => {
            error.set(None);
            let day = if let Some(Value::Date(day)) = value { Some(day) } else { None };
            settings.update(|settings| settings.task.iter_mut().for_each(|task| task.due = day));
        }
        Err(problem) => error.set(Some(said(session.live, Field::DueDate, &problem))),
    };
    Effect::watch(move || due.get(), write, false);
    let missing = Signal::derive(move || subject().trim().is_empty().then(|| convert::task_needs_name().to_owned()));
    view! {
        <div class="form-grid">
            <div class="col-4">
                <label class="label" for="bulk-subject">{words::subject}</label>
                <input
                    class="input"
                    id="bulk-subject"
                    autocomplete="off"
                    prop:value=subject
                    on:input=move |event| set_subject(event_target_value(&event))
                    aria-invalid=move || missing.get().is_some().then_some("true")
                    aria-describedby="bulk-subject-hint bulk-subject-error"
                />
                <p class="small muted" id="bulk-subject-hint">{move || words::subject_hint(NAME_MARK)}</p>
                <FieldError id="bulk-subject-error".to_owned() error=missing/>
            </div>
            <div class="col-2">
                <label class="label" for="bulk-due">{convert::due}</label>
                <FieldInput field=Field::DueDate id="bulk-due".to_owned() entry=due error/>
            </div>
        </div>
    }
}

const POLICIES: [(MatchPolicy, Message); 3] = [
    (MatchPolicy::AttachOrAsk, words::attach_or_ask),
    (MatchPolicy::AttachOrCreate, words::attach_or_create),
    (MatchPolicy::Create, words::always_create),
];

/// D5.
#[component]
fn MatchSelect() -> impl IntoView {
    let settings = Session::use_session().settings;
    let chosen = move || settings.with(|settings| POLICIES.iter().position(|(policy, _)| *policy == settings.matches));
    let choose = move |value: String| {
        let policy = value.parse::<usize>().ok().and_then(|at| POLICIES.get(at));
        if let Some((policy, _)) = policy {
            settings.update(|settings| settings.matches = *policy);
        }
    };
    view! {
        <Select
            id="bulk-matches"
            label=words::matches
            class="col-6"
            options=Signal::derive(|| POLICIES.iter().enumerate().map(|(at, (_, words))| (at.to_string(), words().to_owned())).collect())
            chosen=Signal::derive(move || chosen().unwrap_or_default().to_string())
            choose=Callback::new(choose)
        />
    }
}

const KEEP: &str = "keep";
const IN_TURN: &str = "turn";

#[component]
fn OwnerSelect() -> impl IntoView {
    let session = Session::use_session();
    let (live, settings) = (session.live, session.settings);
    let members = Memo::new(move |_| {
        live.track(&[Kind::Member]);
        live.read(|set| set.members())
    });
    let options = Signal::derive(move || {
        let rules = [(KEEP.to_owned(), words::owner_keep().to_owned()), (IN_TURN.to_owned(), words::owner_in_turn().to_owned())];
        let rules = rules.into_iter().take(if members.with(Vec::len) > 1 { 2 } else { 1 });
        rules.chain(members.with(|members| named(members))).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        settings.with(|settings| match &settings.owner {
            OwnerRule::Keep => KEEP.to_owned(),
            OwnerRule::InTurn(_) => IN_TURN.to_owned(),
            OwnerRule::All(id) => id.to_string(),
        })
    });
    let choose = move |value: String| {
        let rule = match (value.as_str(), value.parse()) {
            (IN_TURN, _) => OwnerRule::InTurn(members.with_untracked(|members| members.iter().map(|member| member.id).collect())),
            (_, Ok(id)) => OwnerRule::All(id),
            _ => OwnerRule::Keep,
        };
        settings.update(|settings| settings.owner = rule);
    };
    view! { <Select id="bulk-owner" label=fields::owner class="col-6" options chosen choose=Callback::new(choose)/> }
}

/// What some leads lack, asked for once. A field stays while it is being filled in.
#[component]
fn FillDown() -> impl IntoView {
    let session = Session::use_session();
    let asked = Memo::new(move |before: Option<&Vec<(Kind, Field)>>| {
        let filled = || session.settings.with_untracked(|settings| settings.fill.iter().map(|(kind, field, _)| (*kind, *field)).collect());
        let mut asked = before.cloned().unwrap_or_else(filled);
        let lacking = session.plan.with(|plan| plan.as_ref().map(domain::bulk::BulkPlan::missing).unwrap_or_default());
        let new: Vec<_> = lacking.into_keys().filter(|lack| !asked.contains(lack)).collect();
        asked.extend(new);
        asked
    });
    view! {
        <div class="form-grid">
            <For each=move || asked.get() key=|lack| *lack let((kind, field))>
                <FillField kind field/>
            </For>
        </div>
    }
}

#[component]
fn FillField(kind: Kind, field: Field) -> impl IntoView {
    let session = Session::use_session();
    let is_this = move |(of, filled, _): &&(Kind, Field, Value)| (*of, *filled) == (kind, field);
    let kept = session.settings.with_untracked(|settings| settings.fill.iter().find(is_this).map(|(.., value)| value.clone()));
    let entry = RwSignal::new(Entry::start(session.live, field, kept.as_ref()));
    let error = RwSignal::new(None::<String>);
    let write = move |entry: &Entry, _: Option<&Entry>, _: Option<()>| {
        let value: Result<Option<Value>, EntryError> = entry.value(field);
        error.set(value.as_ref().err().map(|problem| said(session.live, field, problem)));
        session.settings.update(|settings| {
            settings.fill.retain(|(of, filled, _)| (*of, *filled) != (kind, field));
            settings.fill.extend(value.ok().flatten().map(|value| (kind, field, value)));
        });
    };
    Effect::watch(move || entry.get(), write, false);
    let lacking = move || session.plan.with(|plan| plan.as_ref().and_then(|plan| plan.missing().get(&(kind, field)).copied()));
    let label = move || match (label_in(session.live, kind, field), lacking()) {
        (label, Some(leads)) => words::fill_all(label, basics::n_leads(leads)),
        (label, None) => words::filled_all(label),
    };
    let id = format!("bulk-fill-{kind:?}-{field:?}");
    view! {
        <div class="col-6">
            {(!labels_itself(session.live, field)).then(|| view! { <label class="label" for=id.clone()>{label}</label> })}
            <FieldInput field id entry error/>
        </div>
    }
}
