//! A form of fields: each with its label, its input and its error; above them what is wrong.

use domain::ids::Id;
use domain::records::{Field, Kind, Shape};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent};

use super::custom::label_of;
use super::entry::Entry;
use super::full_edit::width;
use super::input::{FieldInput, labels_itself};
use crate::components::{Icon, IconName};
use crate::i18n::{basics, fields, record as words};
use crate::store::live_query::Live;

/// One field of a form.
#[derive(Clone)]
pub struct FormRow {
    pub field: Field,
    pub entry: RwSignal<Entry>,
    pub error: RwSignal<Option<String>>,
    id: String,
    optional: bool,
}

impl FormRow {
    /// `form` tells this form from others on the page. To be called in the form's component.
    pub fn new(form: &str, field: Field, entry: Entry) -> Self {
        Self {
            field,
            entry: RwSignal::new(entry),
            error: RwSignal::new(None),
            id: format!("{form}-{field:?}"),
            optional: is_optional(field),
        }
    }

    /// A field that this kind of record needs.
    pub fn required(self, required: bool) -> Self {
        Self { optional: self.optional && !required, ..self }
    }

    pub fn is_optional(&self) -> bool {
        self.optional
    }

    /// Tracked.
    pub fn typed(&self) -> (Field, Entry) {
        (self.field, self.entry.get())
    }
}

#[component]
pub fn FormField(
    row: FormRow,
    #[prop(optional)] autofocus: bool,
    /// Whose field it is, where a form is about several records.
    #[prop(optional_no_strip)]
    of: Option<Kind>,
) -> impl IntoView {
    let live = expect_context::<Live>();
    let FormRow { field, entry, error, id, optional } = row;
    // Typing takes the error away. Where there is none, nothing is said: the summary hears every word about errors.
    let typed = move |(): &(), _: Option<&()>, _| {
        if error.with_untracked(Option::is_some) {
            error.set(None);
        }
    };
    Effect::watch(move || entry.track(), typed, false);
    view! {
        <div class=width(live, field)>
            {(!labels_itself(live, field))
                .then(|| {
                    view! {
                        <label class="label" for=id.clone()>
                            {of.map(|kind| move || format!("{}: ", fields::kind_name(kind)))}
                            {move || label_of(live, field)}
                            {optional.then(|| view! { " " <span class="opt">{basics::optional}</span> })}
                        </label>
                    }
                })}
            <FieldInput field id entry error autofocus/>
        </div>
    }
}

/// True for fields that no kind of record needs, and that are empty by themselves.
fn is_optional(field: Field) -> bool {
    let naming = [Field::FirstName, Field::LastName, Field::OrganizationName, Field::Name, Field::Subject, Field::Text];
    !naming.contains(&field) && !matches!(field.shape(), Shape::Code | Shape::Link(_))
}

/// B12: what a lead needs at its status, or a deal at its stage.
pub fn needed_at(live: Live, kind: Kind, step: Option<Id>) -> Vec<Field> {
    let step = step.and_then(|step| live.read(|set| set.get(step)));
    let words = step.map(|step| step.texts(Field::RequiredFields).to_vec()).unwrap_or_default();
    words.iter().filter_map(|word| Field::with_word(kind, word)).collect()
}

/// The same words as beside the fields, as links to them. Whenever a save is refused, also for the same mistakes again,
/// it takes the focus when there are several, else the field does.
#[component]
pub fn ErrorSummary(rows: Vec<FormRow>, #[prop(into)] general: Signal<Option<String>>) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let rows = StoredValue::new(rows);
    let wrong = move || {
        let rows = rows.get_value();
        rows.into_iter().filter_map(|row| row.error.get().map(|said| (row.id, said))).collect::<Vec<_>>()
    };
    let count = Memo::new(move |_| wrong().len() + usize::from(general.get().is_some()));
    Effect::new(move |before: Option<usize>| {
        let now = wrong().len() + usize::from(general.get().is_some());
        if now > 0 && now >= before.unwrap_or_default() {
            match (now, wrong().first()) {
                (1, Some((id, _))) => focus(id),
                _ => drop(node.get_untracked().map(|node| node.focus())),
            }
        }
        now
    });
    view! {
        <div node_ref=node class="errsum" role="alert" tabindex="-1" hidden=move || count.get() == 0>
            <h3><Icon name=IconName::Alert/>{move || words::to_fix(count.get())}</h3>
            <ul>
                {move || general.get().map(|said| view! { <li>{said}</li> })}
                {move || {
                    wrong()
                        .into_iter()
                        .map(|(id, said)| {
                            let href = format!("#{id}");
                            let go = move |event: MouseEvent| {
                                event.prevent_default();
                                focus(&id);
                            };
                            view! { <li><a href=href on:click=go>{said}</a></li> }
                        })
                        .collect_view()
                }}
            </ul>
        </div>
    }
}

fn focus(id: &str) {
    let found = web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id(id));
    if let Some(input) = found.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
        // An input in the page can always take the focus.
        let _ = input.focus();
    }
}
