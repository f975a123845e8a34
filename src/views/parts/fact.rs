//! One field of a record: name, value, pencil. It is edited where it stands (R19).

mod editor;
pub mod panel;

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::custom::{definition, in_sentence_of, label_of};
use super::kept::Kept;
use super::value::ValueView;
use crate::components::mounted::when_mounted;
use crate::components::{Icon, IconName};
use crate::i18n::{basics, fields, record as words};
use crate::store::live_query::Live;
use crate::views::shell::preferences::Preferences;
use editor::FactEditor;

/// What stands in the open field of a record.
const DRAFT: &str = "fact";

/// Which field of the screen is open: one at a time.
#[derive(Clone, Copy, Default)]
pub struct Editing {
    open: RwSignal<Option<(Id, Field)>>,
    /// The open field can't be left as it is: it has an error.
    stuck: RwSignal<bool>,
    /// Counts the tries to leave it: it takes the focus again.
    recalled: RwSignal<u32>,
}

impl Editing {
    /// To be called by the screen, above its facts.
    pub fn provide() -> Self {
        let editing = Self::default();
        provide_context(editing);
        editing
    }

    /// Opens a field, unless another waits to be put right.
    pub fn open(self, id: Id, field: Field) {
        if self.stuck.get_untracked() {
            self.recalled.update(|times| *times += 1);
        } else {
            self.open.set(Some((id, field)));
        }
    }

    /// Opens the field again that was left unsaved, if it is one of these.
    fn resume(self, id: Id, fields: &[Field]) {
        let left = Kept::about(DRAFT, id).typed().into_iter().map(|(field, _)| field).find(|field| fields.contains(field));
        if let Some(field) = left
            && self.open.get_untracked().is_none()
        {
            self.open.set(Some((id, field)));
        }
    }

    /// Also when the screen goes, and all this with it.
    fn close(self, id: Id, field: Field) {
        if self.open.try_get_untracked() == Some(Some((id, field))) {
            let _ = (self.open.try_set(None), self.stuck.try_set(false));
        }
    }
}

/// A term and its value in a `dl.facts`. Read-only while the record is a converted lead.
#[component]
pub fn Fact(#[prop(into)] record: Signal<Option<Record>>, field: Field) -> impl IntoView {
    let editing = use_context::<Editing>().unwrap_or_default();
    let id = Memo::new(move |_| record.with(|record| record.as_ref().map(|record| record.id)));
    let open = Memo::new(move |_| id.get().is_some_and(|id| editing.open.get() == Some((id, field))));
    // Set when the editor closes by key or button: the pencil takes the focus back.
    let refocus = StoredValue::new(false);
    let close = Callback::new(move |focus: bool| {
        refocus.set_value(focus);
        if let Some(id) = id.get_untracked() {
            editing.close(id, field);
        }
    });
    move || {
        if open.get() {
            view! { <FactEditor record field close editing/> }.into_any()
        } else {
            view! { <FactView record field refocus start=Callback::new(move |()| {
                if let Some(id) = id.get_untracked() {
                    editing.open(id, field);
                }
            })/> }
            .into_any()
        }
    }
}

#[component]
fn FactView(record: Signal<Option<Record>>, field: Field, refocus: StoredValue<bool>, start: Callback<()>) -> impl IntoView {
    let (live, preferences) = (expect_context::<Live>(), expect_context::<Preferences>());
    let pencil = NodeRef::<html::Button>::new();
    when_mounted(pencil, move |pencil| {
        if refocus.get_value() {
            refocus.set_value(false);
            // A button in the page can always take the focus.
            let _ = pencil.focus();
        }
    });
    let value = Memo::new(move |_| record.with(|record| record.as_ref().and_then(|record| record.get(field).cloned())));
    // Of a field that is gone nobody knows what it may hold.
    let gone = move || {
        live.track(&[Kind::CustomField]);
        definition(live, field).is_none()
    };
    let closed = move || record.with(|record| record.as_ref().is_none_or(|record| record.has(Field::ConvertedAt)));
    let locked = Memo::new(move |_| closed() || (matches!(field, Field::Custom(_)) && gone()));
    let keys = move |event: KeyboardEvent| {
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
        if event.key() == "e" && plain && preferences.single_keys.get_untracked() && !locked.get_untracked() {
            event.prevent_default();
            event.stop_propagation();
            start.run(());
        }
    };
    let shown = move || match value.get() {
        Some(value) => view! { <ValueView field value/> }.into_any(),
        None if locked.get() => view! { <span class="fact__empty" aria-hidden="true">"–"</span> }.into_any(),
        // A name of somebody's own may be long: it stands beside it already.
        None if matches!(field, Field::Custom(_)) => view! { <span class="fact__empty">{basics::add}</span> }.into_any(),
        None => view! { <span class="fact__empty">{move || words::add_field(fields::in_sentence(field))}</span> }.into_any(),
    };
    view! {
        <div class="fact" on:keydown=keys>
            <dt>{move || label_of(live, field)}</dt>
            <dd on:dblclick=move |_| if !locked.get_untracked() { start.run(()) }>
                <span class="fact__value">{shown}</span>
                <Show when=move || !locked.get()>
                    <button
                        node_ref=pencil
                        class="fact__edit"
                        type="button"
                        aria-label=move || basics::edit_field(in_sentence_of(live, field))
                        title=move || basics::edit_field(in_sentence_of(live, field))
                        on:click=move |_| start.run(())
                    >
                        <Icon name=IconName::Pencil/>
                    </button>
                </Show>
            </dd>
        </div>
    }
}
