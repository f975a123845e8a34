//! A new task in one line: what, when, about whom.

use domain::commands::{AddRecords, Command, Draft};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::values::{ActivityKind, Coded, Value};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::SubmitEvent;

use crate::components::{Choice, Combobox, FieldError, Icon, IconName};
use crate::i18n::{agenda as words, basics, fields, story};
use crate::store::live_query::Live;
use crate::views::parts::picker::{choices_of, choices_with, picked};
use crate::views::shell::actions::Actions;

/// Choices shown at most, of each kind.
const SHOWN: usize = 3;

#[component]
pub fn QuickAdd() -> impl IntoView {
    let actions = Actions::use_actions();
    let subject = RwSignal::new(String::new());
    let date = RwSignal::new(String::new());
    let about = RwSignal::new(None::<Id>);
    let about_text = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let stamp = actions.dispatch.stamp();
        let mut draft = Draft::new(Kind::Activity, stamp.command.derive("task"))
            .with(Field::ActivityKind, Value::Code(ActivityKind::Task.code()))
            .with(Field::Subject, Value::text(subject.get_untracked().trim()))
            .with(Field::About, Value::Links(about.get_untracked().into_iter().collect()));
        if let Ok(date) = date.get_untracked().parse() {
            draft = draft.with(Field::DueDate, Value::Date(date));
        }
        spawn_local(async move {
            let added = actions.dispatch.run_as(Command::AddRecords(AddRecords { drafts: vec![draft], import: None }), stamp).await;
            match added {
                Ok(receipt) => {
                    actions.say_done(&receipt);
                    let emptied = [subject, about_text].map(|text| text.try_set(String::new()));
                    drop((emptied, about.try_set(None), error.try_set(None)));
                }
                Err(failure) => drop(error.try_set(Some(actions.explain(&failure)))),
            }
        });
    };
    view! {
        <form class="agenda__add" aria-label=words::new_task on:submit=submit novalidate=true>
            <div class="agenda__field">
                <label class="label" for="task-subject">{words::new_task}</label>
                <input
                    class="input"
                    id="task-subject"
                    autocomplete="off"
                    list="task-subjects"
                    bind:value=subject
                    on:input=move |_| error.set(None)
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby="task-error"
                />
                <datalist id="task-subjects">{usual_subjects()}</datalist>
                <FieldError id="task-error".to_owned() error/>
            </div>
            <div class="agenda__field"><About about text=about_text/></div>
            <div>
                <label class="label" for="task-date">{fields::due_date} " " <span class="opt">{basics::optional}</span></label>
                <input class="input" id="task-date" type="date" bind:value=date/>
            </div>
            <button class="btn" type="submit"><Icon name=IconName::Plus/>{story::add_task}</button>
        </form>
    }
}

fn usual_subjects() -> impl IntoView {
    let subjects = [
        story::subject_call,
        story::subject_email,
        story::subject_quote,
        story::subject_documents,
        story::subject_follow_up,
        story::subject_appointment,
    ];
    subjects.map(|subject| view! { <option value=subject></option> }).collect_view()
}

#[component]
fn About(about: RwSignal<Option<Id>>, text: RwSignal<String>) -> impl IntoView {
    let live = expect_context::<Live>();
    let find = move |typed: String| {
        live.read(|set| {
            if typed.trim().is_empty() {
                return choices_of(set, &set.latest(Kind::Lead, SHOWN));
            }
            let hits: Vec<Record> = set.search(&typed, SHOWN).into_iter().map(|hit| hit.record).collect();
            choices_with(set, &hits, |record| fields::kind_name(record.kind).to_owned())
        })
    };
    let pick = move |choice: Option<Choice>| about.set(picked(choice.as_ref()));
    view! {
        <Combobox
            id="task-about"
            label=Signal::derive(|| words::about_record().to_owned())
            optional=Signal::derive(|| Some(basics::optional().to_owned()))
            text
            find
            on_pick=pick
            nothing=Signal::derive(|| words::find_record().to_owned())
        />
    }
}
