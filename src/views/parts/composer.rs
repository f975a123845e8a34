//! Always open: write a note, log a call or an e-mail, plan a task or a meeting (R22-R25).

mod draft;
mod entering;
mod planned;
mod writing;

use domain::commands::{AddRecords, Command};
use domain::ids::Id;
use domain::records::Field;
use domain::rejection::Rejection;
use domain::values::NoteSubject;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{KeyboardEvent, MouseEvent};

use crate::components::{FieldError, Icon};
use crate::dispatch::Failure;
use crate::i18n::{basics, explain, story as words};
use crate::views::shell::actions::Actions;
use crate::views::shell::shortcuts::cap_line;
use draft::Kept;
use planned::{AboutSwitch, PlannedFields};
use writing::Writing;

pub use entering::Entering;

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
    let busy = StoredValue::new(false);
    let save = move || {
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
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
                // The screen may have been left meanwhile.
                Err(_) if writing.text.try_get_untracked().is_none() => {}
                Err(failure) => refused(actions, writing, &failure),
            }
            busy.try_set_value(false);
        });
    };
    let save = StoredValue::new(save);
    // The second click of a double click would save what is empty by then.
    let click = move |event: MouseEvent| {
        if event.detail() < 2 {
            save.with_value(|save| save());
        }
    };
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
                <button class="btn btn--sm" type="button" aria-keyshortcuts="Control+Enter Meta+Enter" on:click=click>
                    {move || writing.tab.get().save()}
                    " "
                    <kbd class="only-wide" aria-hidden="true">{move || cap_line("Mod+Enter")}</kbd>
                </button>
            </div>
        </div>
    }
}

/// Says what is wrong with the subject beside it, the rest below the text, and goes to where it is to be mended.
fn refused(actions: Actions, writing: Writing, failure: &Failure) {
    let Failure::Rejected(reasons) = failure else { return writing.error.set(Some(actions.explain(failure))) };
    let (subject, rest): (Vec<_>, Vec<_>) =
        reasons.iter().partition(|reason| matches!(reason, Rejection::Field { field: Field::Subject, .. }));
    let said = |reasons: Vec<&Rejection>| {
        let said = reasons.into_iter().map(|reason| match reason {
            Rejection::Field { field, why } => explain::why(*field, why),
            other => actions.explain_one(other),
        });
        let said = said.collect::<Vec<_>>().join("\n");
        (!said.is_empty()).then_some(said)
    };
    focus_id(if subject.is_empty() { "composer-text" } else { "composer-subject" });
    writing.subject_error.set(said(subject));
    writing.error.set(said(rest));
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
                    writing.forget_errors();
                }
            >
                <Icon name=tab.icon()/>
                <span class="tab__word">{move || tab.label()}</span>
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
            aria-label=move || if writing.tab.get() == Entering::Note { basics::note() } else { words::write_details() }
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

/// What is written survives a reload and a look at another record: every letter is kept at once.
fn keep_draft(home: Id, writing: Writing) {
    Effect::new(move |first: Option<()>| {
        let kept = writing.kept();
        if first.is_some() {
            kept.store(home);
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
