//! What the row of a field and the form for a new one share.

use domain::records::{CustomField, Field, Kind};
use domain::values::{FieldType, Value};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::FieldError;
use crate::i18n::{Message, basics, custom_fields as words, fields};

/// Kinds of record that a lead's values can be carried to.
const TARGETS: [Kind; 3] = [Kind::Person, Kind::Organization, Kind::Deal];
const ALL: [Kind; 4] = [Kind::Lead, Kind::Person, Kind::Organization, Kind::Deal];

/// The fields of a definition that name kinds of record.
pub const KIND_LISTS: [Field; 3] = [Field::UsedOn, Field::CarriedTo, Field::RequiredOn];

pub fn kinds_in(custom: &CustomField, list: Field) -> &[Kind] {
    match list {
        Field::UsedOn => &custom.used_on,
        Field::CarriedTo => &custom.carried_to,
        _ => &custom.required_on,
    }
}

/// As it is stored, in the usual order.
pub fn stored(kinds: &[Kind]) -> Value {
    Value::Texts(ALL.iter().filter(|kind| kinds.contains(kind)).filter_map(|kind| kind.word()).map(str::to_owned).collect())
}

pub fn has_options(holds: FieldType) -> bool {
    matches!(holds, FieldType::Choice | FieldType::MultipleChoice)
}

/// The options of a text with one on each line.
pub fn options_of(text: &str) -> Vec<String> {
    let mut options: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !options.iter().any(|have| have == line) {
            options.push(line.to_owned());
        }
    }
    options
}

fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Lead => basics::leads(),
        Kind::Person => basics::people(),
        Kind::Organization => basics::organizations(),
        _ => basics::deals(),
    }
}

/// Where a field is, in one line of words.
pub fn summary(custom: &CustomField) -> String {
    let names = |kinds: &[Kind]| ALL.iter().filter(|kind| kinds.contains(kind)).map(|kind| plural(*kind)).collect::<Vec<_>>().join(", ");
    let said = |kinds: &[Kind], say: fn(String) -> String| (!kinds.is_empty()).then(|| say(names(kinds)));
    let parts = [
        said(&custom.used_on, words::said_used)
            .or_else(|| ALL.iter().all(|kind| !custom.is_on(*kind)).then(|| words::nowhere().to_owned())),
        said(&custom.carried_to, words::said_carried),
        said(&custom.required_on, words::said_required),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Check boxes for the kinds of record in one list of a definition.
#[component]
pub fn KindChecks(
    list: Field,
    #[prop(into)] chosen: Signal<Vec<Kind>>,
    /// The new list, and what to do where it is refused.
    choose: Callback<(Vec<Kind>, Callback<()>)>,
) -> impl IntoView {
    let kinds: &[Kind] = if list == Field::CarriedTo { &TARGETS } else { &ALL };
    let legend: Message = match list {
        Field::UsedOn => fields::used_on,
        Field::CarriedTo => fields::carried_to,
        _ => fields::required_on,
    };
    let check = move |kind: Kind| {
        let node = NodeRef::<leptos::html::Input>::new();
        let change = move |event| {
            let on = event_target_checked(&event);
            let mut kinds = chosen.get_untracked();
            kinds.retain(|other| *other != kind);
            kinds.extend(on.then_some(kind));
            let back = move |()| {
                if let Some(input) = node.try_get_untracked().flatten() {
                    input.set_checked(!on);
                }
            };
            choose.run((kinds, Callback::new(back)));
        };
        view! {
            <label class="switch">
                <input
                    node_ref=node
                    class="check"
                    type="checkbox"
                    prop:checked=move || chosen.with(|kinds| kinds.contains(&kind))
                    on:change=change
                />
                <span>{move || plural(kind)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="col-2">
            <legend class="label">{legend}</legend>
            {kinds.iter().copied().map(check).collect_view()}
            {(list == Field::CarriedTo).then(|| view! { <p class="hint">{words::carried_hint}</p> })}
        </fieldset>
    }
}

/// The options, one on each line.
#[component]
pub fn OptionsInput(
    id: String,
    #[prop(into)] text: Signal<String>,
    error: RwSignal<Option<String>>,
    /// Every letter, or the whole when it is left.
    #[prop(optional)]
    typed: Option<Callback<String>>,
    #[prop(optional)] left: Option<Callback<String>>,
    hint: Message,
) -> impl IntoView {
    let (error_id, hint_id) = (format!("{id}-error"), format!("{id}-hint"));
    view! {
        <div class="col-6">
            <label class="label" for=id.clone()>{fields::options}</label>
            <textarea
                class="input"
                id=id
                rows="3"
                prop:value=text
                on:input=move |event| {
                    error.set(None);
                    if let Some(typed) = typed {
                        typed.run(event_target_value(&event));
                    }
                }
                on:change=move |event| if let Some(left) = left { left.run(event_target_value(&event)) }
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=format!("{hint_id} {error_id}")
            ></textarea>
            <p class="hint" id=hint_id>{hint}</p>
            <FieldError id=error_id error/>
        </div>
    }
}

/// When what is drawn has come.
pub fn focus_soon(id: String) {
    request_animation_frame(move || {
        let found = document().get_element_by_id(&id).and_then(|found| found.dyn_into::<HtmlElement>().ok());
        if let Some(found) = found {
            // A control in the page can always take the focus.
            let _ = found.focus();
        }
    });
}
