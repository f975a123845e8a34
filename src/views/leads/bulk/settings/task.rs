//! The task that each lead leaves behind.

use domain::commands::convert_lead::NewTask;
use domain::records::Field;
use domain::values::Value;
use leptos::prelude::*;

use crate::clock;
use crate::components::FieldError;
use crate::i18n::{bulk as words, convert};
use crate::views::leads::bulk::session::Session;
use crate::views::parts::entry::{Entry, said};
use crate::views::parts::input::FieldInput;

/// Stands for the lead's name in the subject of the tasks.
const NAME_MARK: &str = "{name}";
/// Days until the follow-ups are due, unless another day is chosen.
const FOLLOW_UP_DAYS: i32 = 2;

pub fn task() -> NewTask {
    NewTask { subject: words::subject_of(NAME_MARK), due: Some(clock::today().plus_days(FOLLOW_UP_DAYS)) }
}

#[component]
pub fn TaskFields() -> impl IntoView {
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
