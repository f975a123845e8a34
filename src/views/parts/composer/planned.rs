//! Subject, day, time and owner of an activity; for a note, whether it is about the person or the company.

use domain::ids::Id;
use domain::records::Kind;
use leptos::prelude::*;

use super::{Entering, Writing};
use crate::components::FieldError;
use crate::i18n::{basics, fields, story as words};
use crate::store::live_query::Live;

/// R23: a task's subject is typed or chosen from these.
fn usual_subjects(tab: Entering) -> Vec<&'static str> {
    match tab {
        Entering::Task => vec![
            words::subject_call(),
            words::subject_email(),
            words::subject_quote(),
            words::subject_documents(),
            words::subject_follow_up(),
            words::subject_appointment(),
        ],
        Entering::Meeting => {
            vec![words::subject_first_meeting(), words::subject_demo(), words::subject_visit(), words::subject_negotiation()]
        }
        Entering::Call => vec![words::call_reached(), words::call_not_reached(), words::call_voicemail()],
        Entering::Note | Entering::Email => Vec::new(),
    }
}

#[component]
pub fn PlannedFields(writing: Writing) -> impl IntoView {
    let tab = writing.tab;
    let is_log = move || tab.get().is_log();
    let subjects = move || usual_subjects(tab.get()).into_iter().map(|subject| view! { <option value=subject></option> }).collect_view();
    let date_label = move || if is_log() { fields::happened_at() } else { fields::due_date() };
    let bound = |signal: RwSignal<String>| {
        move |event| {
            signal.set(event_target_value(&event));
            writing.forget_errors();
        }
    };
    view! {
        <div class="composer__fields form-grid">
            <div class="col-6">
                <label class="label" for="composer-subject">
                    {fields::subject}
                    {move || is_log().then(|| view! { " " <span class="opt">{basics::optional}</span> })}
                </label>
                <input
                    class="input"
                    id="composer-subject"
                    list="composer-subjects"
                    autocomplete="off"
                    prop:value=move || writing.subject.get()
                    on:input=bound(writing.subject)
                    aria-invalid=move || writing.subject_error.with(Option::is_some).then_some("true")
                    aria-describedby="composer-subject-error"
                />
                <datalist id="composer-subjects">{subjects}</datalist>
                <FieldError id="composer-subject-error".to_owned() error=writing.subject_error/>
            </div>
            <div class="col-2">
                <label class="label" for="composer-date">{date_label} " " <span class="opt">{basics::optional}</span></label>
                <input class="input" id="composer-date" type="date" prop:value=move || writing.date.get() on:input=bound(writing.date)/>
            </div>
            <div class="col-2">
                <label class="label" for="composer-time">{fields::due_time} " " <span class="opt">{basics::optional}</span></label>
                <input class="input" id="composer-time" type="time" prop:value=move || writing.time.get() on:input=bound(writing.time)/>
            </div>
            <div class="col-2"><OwnerSelect owner=writing.owner/></div>
        </div>
    }
}

#[component]
fn OwnerSelect(owner: RwSignal<Id>) -> impl IntoView {
    let live = expect_context::<Live>();
    let members =
        live.query(&[Kind::Member], |set| set.members().iter().map(|member| (member.id, fields::record_name(member))).collect::<Vec<_>>());
    view! {
        <label class="label" for="composer-owner">{fields::owner}</label>
        <select
            class="select"
            id="composer-owner"
            on:change=move |event| {
                if let Ok(id) = event_target_value(&event).parse() {
                    owner.set(id);
                }
            }
        >
            <For each=move || members.get() key=Clone::clone let((id, name))>
                <option value=id.to_string() prop:selected=move || owner.get() == id>{name}</option>
            </For>
        </select>
    }
}

#[component]
pub fn AboutSwitch(writing: Writing) -> impl IntoView {
    let choice = move |company: bool, label: fn() -> &'static str| {
        view! {
            <button
                type="button"
                aria-pressed=move || (writing.company.get() == company).to_string()
                on:click=move |_| writing.company.set(company)
            >
                {label}
            </button>
        }
    };
    view! {
        <span class="only-wide">{fields::note_subject}</span>
        <span class="segmented" role="group" aria-label=fields::note_subject>
            {choice(false, basics::person)}
            {choice(true, basics::organization)}
        </span>
    }
}
