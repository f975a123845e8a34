//! Always open: write a note, log a call or an e-mail, plan a task or a meeting (R22-R25).

mod draft;
mod planned;

use domain::commands::{AddRecords, Command, Draft};
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::values::{ActivityKind, Coded, Date, NoteSubject, Value};
use gloo_timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::spawn_local;
use web_sys::KeyboardEvent;

use crate::clock;
use crate::components::{FieldError, Icon, IconName};
use crate::dispatch::Failure;
use crate::i18n::{common, explain, fields, story as words, when};
use crate::views::shell::actions::Actions;
use domain::rejection::Rejection;
use draft::Kept;
use planned::{AboutSwitch, PlannedFields};

const KEEP_MS: u32 = 500;

/// What the composer writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entering {
    Note,
    Call,
    Email,
    Task,
    Meeting,
}

impl Entering {
    const ALL: [Self; 5] = [Self::Note, Self::Call, Self::Email, Self::Task, Self::Meeting];

    fn label(self) -> &'static str {
        match self {
            Self::Note => common::note(),
            Self::Call => words::log_call(),
            Self::Email => words::log_email(),
            Self::Task => common::task(),
            Self::Meeting => common::meeting(),
        }
    }

    fn icon(self) -> IconName {
        match self {
            Self::Note => IconName::Note,
            Self::Call => IconName::Phone,
            Self::Email => IconName::Mail,
            Self::Task => IconName::CheckSquare,
            Self::Meeting => IconName::Calendar,
        }
    }

    fn save(self) -> &'static str {
        match self {
            Self::Note => words::save_note(),
            Self::Call => words::log_call(),
            Self::Email => words::log_email(),
            Self::Task => words::add_task(),
            Self::Meeting => words::add_meeting(),
        }
    }

    fn prompt(self) -> &'static str {
        match self {
            Self::Note => words::write_note(),
            Self::Call => words::write_call(),
            Self::Email => words::write_email(),
            Self::Task | Self::Meeting => words::write_details(),
        }
    }

    fn activity(self) -> Option<ActivityKind> {
        match self {
            Self::Note => None,
            Self::Call => Some(ActivityKind::Call),
            Self::Email => Some(ActivityKind::Email),
            Self::Task => Some(ActivityKind::Task),
            Self::Meeting => Some(ActivityKind::Meeting),
        }
    }

    /// What has happened is logged, the rest is planned.
    fn is_log(self) -> bool {
        matches!(self, Self::Call | Self::Email)
    }
}

/// Everything that is being written.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    tab: RwSignal<Entering>,
    text: RwSignal<String>,
    subject: RwSignal<String>,
    date: RwSignal<String>,
    time: RwSignal<String>,
    owner: RwSignal<Id>,
    company: RwSignal<bool>,
    error: RwSignal<Option<String>>,
}

impl Writing {
    fn new(kept: Kept, company: bool) -> Self {
        Self {
            tab: RwSignal::new(kept.tab),
            text: RwSignal::new(kept.text),
            subject: RwSignal::new(kept.subject),
            date: RwSignal::new(kept.date),
            time: RwSignal::new(kept.time),
            owner: RwSignal::new(domain::workspace::ME),
            company: RwSignal::new(kept.company.unwrap_or(company)),
            error: RwSignal::new(None),
        }
    }

    fn kept(self) -> Kept {
        Kept {
            tab: self.tab.get(),
            text: self.text.get(),
            subject: self.subject.get(),
            date: self.date.get(),
            time: self.time.get(),
            company: Some(self.company.get()),
        }
    }

    fn clear(self) {
        for text in [self.text, self.subject, self.date, self.time] {
            text.set(String::new());
        }
        self.error.set(None);
    }

    fn minutes(self) -> Option<i64> {
        let time = self.time.get_untracked();
        let (hours, minutes) = time.split_once(':')?;
        Some(hours.parse::<i64>().ok()? * 60 + minutes.get(..2)?.parse::<i64>().ok()?)
    }

    fn draft(self, id: Id, about: Vec<Id>) -> Draft {
        let tab = self.tab.get_untracked();
        let text = self.text.get_untracked().trim().to_owned();
        let Some(kind) = tab.activity() else {
            let subject = if self.company.get_untracked() { NoteSubject::Company } else { NoteSubject::Person };
            return Draft::new(Kind::Note, id)
                .with(Field::Text, Value::text(text))
                .with(Field::NoteSubject, Value::Code(subject.code()))
                .with(Field::About, Value::Links(about));
        };
        let typed = self.subject.get_untracked().trim().to_owned();
        let subject = if typed.is_empty() && tab.is_log() { fields::activity_kind(kind).to_owned() } else { typed };
        let draft = Draft::new(Kind::Activity, id)
            .with(Field::ActivityKind, Value::Code(kind.code()))
            .with(Field::Subject, Value::text(subject))
            .with(Field::Text, Value::text(text))
            .with(Field::Owner, Value::Link(self.owner.get_untracked()))
            .with(Field::About, Value::Links(about));
        self.dated(draft, tab)
    }

    fn dated(self, draft: Draft, tab: Entering) -> Draft {
        let date: Option<Date> = self.date.get_untracked().parse().ok();
        if tab.is_log() {
            let (today, now) = when::local(clock::now());
            let at = match (date, self.minutes()) {
                (None, None) => clock::now(),
                (date, minutes) => when::moment_of(date.unwrap_or(today), minutes.unwrap_or(now)),
            };
            return draft.with(Field::HappenedAt, Value::Time(at)).with(Field::DoneAt, Value::Time(at));
        }
        let draft = if let Some(date) = date { draft.with(Field::DueDate, Value::Date(date)) } else { draft };
        match self.minutes() {
            Some(minutes) if date.is_some() => draft.with(Field::DueTime, Value::Number(minutes)),
            _ => draft,
        }
    }
}

/// `about`: the records the entry belongs to; the first one keeps the draft.
#[component]
pub fn Composer(
    about: Vec<Id>,
    /// Notes can be about the person or the company (R76, R77); none when there is no choice.
    #[prop(default = NoteSubject::Person)]
    subject: NoteSubject,
    #[prop(optional)] both: bool,
    /// Set by the screen to open a tab and put the cursor into it.
    #[prop(optional)]
    wanted: Option<RwSignal<Option<Entering>>>,
) -> impl IntoView {
    let actions = Actions::use_actions();
    let home = about.first().copied().unwrap_or_default();
    let writing = Writing::new(Kept::load(home), subject == NoteSubject::Company);
    let root = NodeRef::<html::Div>::new();
    keep_draft(home, writing);
    let save = move || {
        let stamp = actions.dispatch.stamp();
        let draft = writing.draft(stamp.command.derive("entry"), about.clone());
        let command = Command::AddRecords(AddRecords { drafts: vec![draft], import: None });
        spawn_local(async move {
            match actions.dispatch.run_as(command, stamp).await {
                Ok(receipt) => {
                    actions.toasts.remember(&receipt);
                    Kept::forget(home);
                    if writing.text.try_get_untracked().is_some() {
                        writing.clear();
                    }
                }
                Err(failure) => drop(writing.error.try_set(Some(explained(actions, &failure)))),
            }
        });
    };
    let save = StoredValue::new(save);
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing() {
            event.prevent_default();
            event.stop_propagation();
            save.with_value(|save| save());
        }
    };
    if let Some(wanted) = wanted {
        Effect::new(move |_| {
            if let Some(tab) = wanted.get() {
                writing.tab.set(tab);
                wanted.set(None);
                focus_first(root);
            }
        });
    }
    view! {
        <div node_ref=root class="composer" role="group" aria-label=words::add_to_timeline on:keydown=keys>
            <Tabs writing/>
            <div role="tabpanel" id="composer-panel" aria-labelledby=move || tab_id(writing.tab.get())>
                <Show when=move || writing.tab.get() != Entering::Note>
                    <PlannedFields writing/>
                </Show>
                <Text writing/>
                <FieldError id="composer-error".to_owned() error=writing.error/>
            </div>
            <div class="composer__foot">
                <Show when=move || both && writing.tab.get() == Entering::Note fallback=|| view! { <span class="only-wide">{words::draft_kept}</span> }>
                    <AboutSwitch writing/>
                </Show>
                <span class="spacer"></span>
                <button class="btn btn--sm" type="button" on:click=move |_| save.with_value(|save| save())>
                    {move || writing.tab.get().save()}
                    " "
                    <kbd>"Ctrl ↵"</kbd>
                </button>
            </div>
        </div>
    }
}

fn explained(actions: Actions, failure: &Failure) -> String {
    match failure {
        Failure::Rejected(reasons) => {
            let said = reasons.iter().map(|reason| match reason {
                Rejection::Field { field, why } => explain::why(*field, why),
                other => actions.explain_one(other),
            });
            said.collect::<Vec<_>>().join("\n")
        }
        other => actions.explain(other),
    }
}

fn tab_id(tab: Entering) -> String {
    format!("composer-{tab:?}")
}

#[component]
fn Tabs(writing: Writing) -> impl IntoView {
    let keys = move |event: KeyboardEvent| {
        let at = Entering::ALL.iter().position(|tab| *tab == writing.tab.get_untracked()).unwrap_or_default();
        let last = Entering::ALL.len() - 1;
        let to = match event.key().as_str() {
            "ArrowRight" => (at + 1) % (last + 1),
            "ArrowLeft" => at.checked_sub(1).unwrap_or(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        writing.tab.set(Entering::ALL[to]);
        focus_id(&tab_id(Entering::ALL[to]));
    };
    let tabs = Entering::ALL.map(|tab| {
        let chosen = move || writing.tab.get() == tab;
        view! {
            <button
                class="tab"
                type="button"
                role="tab"
                id=tab_id(tab)
                aria-selected=move || chosen().to_string()
                aria-controls="composer-panel"
                tabindex=move || if chosen() { "0" } else { "-1" }
                on:click=move |_| {
                    writing.tab.set(tab);
                    writing.error.set(None);
                }
            >
                <Icon name=tab.icon()/>
                {move || tab.label()}
            </button>
        }
    });
    view! { <div class="composer__tabs" role="tablist" aria-label=words::kind_of_entry on:keydown=keys>{tabs.into_iter().collect_view()}</div> }
}

#[component]
fn Text(writing: Writing) -> impl IntoView {
    view! {
        <textarea
            id="composer-text"
            rows="2"
            aria-label=move || if writing.tab.get() == Entering::Note { common::note() } else { words::write_details() }
            placeholder=move || writing.tab.get().prompt()
            prop:value=move || writing.text.get()
            on:input=move |event| {
                writing.text.set(event_target_value(&event));
                writing.error.set(None);
            }
            aria-invalid=move || writing.error.with(Option::is_some).then_some("true")
            aria-describedby="composer-error"
        ></textarea>
    }
}

/// What is written survives a reload and a look at another record.
fn keep_draft(home: Id, writing: Writing) {
    let timer = StoredValue::new(None::<SendWrapper<Timeout>>);
    Effect::new(move |first: Option<()>| {
        let kept = writing.kept();
        if first.is_some() {
            timer.set_value(Some(SendWrapper::new(Timeout::new(KEEP_MS, move || kept.store(home)))));
        }
    });
    // Leaving earlier than that must not lose the last letters.
    on_cleanup(move || {
        if timer.try_update_value(Option::take).flatten().is_some()
            && let Some(text) = writing.text.try_get_untracked()
        {
            let _ = text;
            untrack(|| writing.kept()).store(home);
        }
    });
}

fn focus_first(root: NodeRef<html::Div>) {
    // The fields of the tab are drawn first.
    request_animation_frame(move || {
        let Some(root) = root.get_untracked() else { return };
        let found = root.query_selector("[role=tabpanel] input, [role=tabpanel] textarea").ok().flatten();
        if let Some(input) = found.and_then(|input| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(input).ok()) {
            // An input in the page can always take the focus.
            let _ = input.focus();
        }
    });
}

fn focus_id(id: &str) {
    let found = web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id(id));
    if let Some(element) = found.and_then(|element| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(element).ok()) {
        let _ = element.focus();
    }
}
