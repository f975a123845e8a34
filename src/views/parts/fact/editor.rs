//! The open field: input, Save, Cancel. Enter saves, Escape restores, leaving saves what is right and changed.

use std::sync::Arc;

use domain::commands::{Command, EditRecords};
use domain::records::{Field, Record, Shape};
use domain::rejection::Rejection;
use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{FocusEvent, HtmlElement, KeyboardEvent, Node};

use super::{DRAFT, Editing};
use crate::i18n::{basics, new_lead, record as words};
use crate::routes;
use crate::store::live_query::Live;
use crate::views::parts::custom::{label_of, shape_of};
use crate::views::parts::entry::{Entry, problems, said, spoken};
use crate::views::parts::input::{FieldInput, labels_itself};
use crate::views::parts::kept::{Kept, Typed};
use crate::views::parts::meanwhile::tell_replaced;
use crate::views::shell::actions::Actions;
use crate::views::shell::shortcuts::cap_line;
use crate::views::shell::toasts::Toast;

/// The open editor; the record it began with decides whether anything changed.
#[derive(Clone, Copy)]
struct Editor {
    record: StoredValue<Record>,
    field: Field,
    entry: RwSignal<Entry>,
    /// What it began with.
    fresh: StoredValue<Entry>,
    error: RwSignal<Option<String>>,
    saving: StoredValue<bool>,
    close: Callback<bool>,
    /// Follows what is typed, so that neither a reload nor leaving loses it.
    draft: Kept,
    editing: Editing,
    actions: Actions,
}

impl Editor {
    fn fail(self, message: String) {
        // The field may be gone by the time the answer comes.
        let _ = self.error.try_set(Some(message));
        self.editing.stuck.try_set(true);
    }

    /// Nothing is left to be kept. `focus`: the pencil takes the focus.
    fn finish(self, focus: bool) {
        self.draft.forget();
        self.close.try_run(focus);
    }

    /// What is worth keeping, tracked.
    fn typed(self) -> Option<Typed> {
        let entry = self.entry.get();
        self.fresh.with_value(|fresh| entry != *fresh).then(|| vec![(self.field, entry)])
    }

    fn explain(self, reasons: &[Rejection]) -> String {
        reasons.iter().map(|reason| self.actions.explain_one(reason)).collect::<Vec<_>>().join("\n")
    }

    /// `focus`: the pencil takes the focus afterwards.
    fn save(self, focus: bool) {
        if self.saving.get_value() {
            return;
        }
        let record = self.record.get_value();
        if self.entry.with_untracked(|entry| self.fresh.with_value(|fresh| fresh == entry)) {
            return self.finish(focus);
        }
        let live = self.actions.live;
        let value = match self.entry.with_untracked(|entry| entry.value(self.field)) {
            Ok(value) => value,
            Err(problem) => return self.fail(said(live, self.field, &problem)),
        };
        if value.as_ref() == record.get(self.field) {
            return self.finish(focus);
        }
        let reasons = problems(&record, self.field, value.as_ref());
        if !reasons.is_empty() {
            return self.fail(self.explain(&reasons));
        }
        self.saving.set_value(true);
        let command = Command::EditRecords(EditRecords::one(record.id, self.field, value));
        spawn_local(async move {
            match self.actions.dispatch.run(command).await {
                Ok(receipt) => {
                    if !tell_replaced(self.actions, &record, &receipt) {
                        self.actions.toasts.remember(&receipt);
                    }
                    self.finish(focus);
                }
                Err(failure) => {
                    let _ = self.saving.try_update_value(|saving| *saving = false);
                    self.fail(self.actions.explain(&failure));
                }
            }
        });
    }

    fn key(self, event: &KeyboardEvent) {
        let long = shape_of(self.actions.live, self.field) == Shape::Text;
        let on_button = event.target().is_some_and(|target| target.dyn_into::<web_sys::HtmlButtonElement>().is_ok());
        let strong = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            "Enter" if event.is_composing() || (on_button && !strong) || (long && !strong) => return,
            "Enter" => self.save(true),
            "Escape" => self.finish(true),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Says what was left unsaved, and leads back to the record, which then has the field open. To be called in the editor's component.
fn tell_left(editor: Editor, page: Option<String>) -> impl Fn() + Send + Sync + 'static {
    let navigate = use_navigate();
    let back = Arc::new(move || {
        if let Some(page) = &page {
            navigate(page, NavigateOptions::default());
        }
    });
    let Editor { draft, actions, saving, .. } = editor;
    move || {
        // On its way.
        if saving.try_get_value() == Some(true) {
            return;
        }
        let what = |(field, entry): &(Field, Entry)| {
            words::field_was(label_of(actions.live, *field), spoken(*field, entry, &|id| actions.name(id)))
        };
        let Some(what) = draft.typed().first().map(what) else { return };
        let back = back.clone();
        actions.toasts.show(Toast::new(words::not_saved(what)).action(new_lead::reopen(), move || back()));
    }
}

#[component]
pub fn FactEditor(record: Signal<Option<Record>>, field: Field, close: Callback<bool>, editing: Editing) -> impl IntoView {
    let actions = Actions::use_actions();
    let live = expect_context::<Live>();
    let root = NodeRef::<html::Div>::new();
    let start = record.get_untracked()?;
    let (id, kind) = (start.id, start.kind);
    let draft = Kept::about(DRAFT, id);
    let fresh = Entry::of_record(live, &start, field);
    let kept = draft.typed().into_iter().find(|(have, _)| *have == field).map(|(_, entry)| entry);
    if kept.as_ref() == Some(&fresh) {
        // It was saved while the page went.
        draft.forget();
    }
    let entry = RwSignal::new(kept.unwrap_or_else(|| fresh.clone()));
    let error = RwSignal::new(None);
    let (record, fresh, saving) = (StoredValue::new(start), StoredValue::new(fresh), StoredValue::new(false));
    let editor = Editor { record, field, entry, fresh, error, saving, close, draft, editing, actions };
    draft.follow(move || editor.typed(), tell_left(editor, routes::record(kind, id)));
    on_cleanup(move || editing.close(id, field));
    // Typing takes the error away.
    Effect::watch(
        move || entry.track(),
        move |(), _, _| {
            error.set(None);
            editing.stuck.set(false);
        },
        false,
    );
    // Another field was to be opened: first this one.
    Effect::watch(
        move || editing.recalled.track(),
        move |(), _, _| {
            let input = root.get_untracked().and_then(|root| root.query_selector("[aria-invalid]").ok().flatten());
            if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
                // An input in the page can always take the focus.
                let _ = input.focus();
            }
        },
        false,
    );
    let left = move |event: FocusEvent| {
        // A field that closes loses the focus too.
        let Some(root) = root.try_get_untracked() else { return };
        let inside = root.zip(event.related_target()).is_some_and(|(root, to)| root.contains(to.dyn_ref::<Node>()));
        let page_left = web_sys::window().and_then(|window| window.document()).is_some_and(|page| !page.has_focus().unwrap_or(true));
        if !inside && !page_left {
            editor.save(false);
        }
    };
    let id = format!("fact-{field:?}");
    let is_text = shape_of(live, field) == Shape::Text;
    let hint = move || if is_text { words::edit_hint_text(cap_line("Mod+Enter")) } else { words::edit_hint().to_owned() };
    let editor_view = view! {
        <div node_ref=root class="fact fact--editing" tabindex="-1" on:keydown=move |event| editor.key(&event) on:focusout=left>
            <dt>{(!labels_itself(live, field)).then(|| view! { <label class="label" for=id.clone()>{move || label_of(live, field)}</label> })}</dt>
            <dd>
                <FieldInput field id entry error autofocus=true/>
                <div class="fact__actions">
                    <button class="btn btn--primary btn--sm" type="button" on:click=move |_| editor.save(true)>{basics::save}</button>
                    <button class="btn btn--ghost btn--sm" type="button" on:click=move |_| editor.finish(true)>{basics::cancel}</button>
                    <span class="fact__hint">{hint}</span>
                </div>
            </dd>
        </div>
    };
    Some(editor_view)
}
