//! A new field: its name, what it holds and where it is, added by one command.

use domain::commands::{AddRecords, Command, Draft};
use domain::records::{Field, Kind};
use domain::rejection::Rejection;
use domain::values::{Coded, FieldType, Value};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{KeyboardEvent, SubmitEvent};

use super::Defined;
use super::order::last;
use super::parts::{KIND_LISTS, KindChecks, OptionsInput, focus_soon, has_options, options_of, stored};
use crate::clock;
use crate::components::{FieldError, TextField};
use crate::dispatch::Failure;
use crate::i18n::{basics, custom_fields as words, fields};
use crate::views::shell::toasts::Toast;

const NAME: &str = "custom-new-name";
const OPTIONS: &str = "custom-new-options";

/// What was entered so far.
#[derive(Clone, Copy)]
struct Entered {
    name: RwSignal<String>,
    holds: RwSignal<FieldType>,
    options: RwSignal<String>,
    /// In the order of [`KIND_LISTS`].
    kinds: [RwSignal<Vec<Kind>>; 3],
    name_error: RwSignal<Option<String>>,
    options_error: RwSignal<Option<String>>,
    general: RwSignal<Option<String>>,
    saving: StoredValue<bool>,
}

impl Entered {
    fn new() -> Self {
        let none = || RwSignal::new(None::<String>);
        Self {
            name: RwSignal::new(String::new()),
            holds: RwSignal::new(FieldType::Text),
            options: RwSignal::new(String::new()),
            kinds: [vec![Kind::Lead], Vec::new(), Vec::new()].map(RwSignal::new),
            name_error: none(),
            options_error: none(),
            general: none(),
            saving: StoredValue::new(false),
        }
    }

    fn draft(self, place: i64) -> Draft {
        let holds = self.holds.get_untracked();
        let options = if has_options(holds) { options_of(&self.options.get_untracked()) } else { Vec::new() };
        let draft = Draft::new(Kind::CustomField, clock::fresh_id())
            .with(Field::Name, Value::text(self.name.get_untracked().trim()))
            .with(Field::FieldType, Value::Code(holds.code()))
            .with(Field::Options, Value::Texts(options))
            .with(Field::Position, Value::Number(place));
        KIND_LISTS.iter().zip(self.kinds).fold(draft, |draft, (list, kinds)| draft.with(*list, stored(&kinds.get_untracked())))
    }

    /// Each reason beside its input, the first of which takes the focus.
    fn refused(self, defined: Defined, failure: &Failure) {
        let reasons = if let Failure::Rejected(reasons) = failure { reasons.as_slice() } else { &[] };
        let about = |wanted| {
            let reason = reasons.iter().find(|reason| matches!(reason, Rejection::Field { field, .. } if *field == wanted));
            reason.map(|reason| defined.actions.explain_one(reason))
        };
        let (name, options) = (about(Field::Name), about(Field::Options));
        let other = (name.is_none() && options.is_none()).then(|| defined.actions.explain(failure));
        if name.is_some() || options.is_some() {
            focus_soon(if name.is_some() { NAME } else { OPTIONS }.to_owned());
        }
        let _ = (self.name_error.try_set(name), self.options_error.try_set(options), self.general.try_set(other));
    }

    fn save(self, defined: Defined) {
        if self.saving.get_value() {
            return;
        }
        self.saving.set_value(true);
        let draft = self.draft(last(&defined.places()));
        let said = words::did_add(self.name.get_untracked().trim());
        let command = Command::AddRecords(AddRecords { drafts: vec![draft], import: None });
        spawn_local(async move {
            let actions = defined.actions;
            match actions.dispatch.run(command).await {
                Ok(receipt) => {
                    actions.toasts.remember(&receipt);
                    actions.toasts.show(Toast::new(said).undo(receipt));
                    close(defined);
                }
                Err(failure) => self.refused(defined, &failure),
            }
            self.saving.try_set_value(false);
        });
    }
}

/// The button that opened the form has the focus again.
fn close(defined: Defined) {
    let _ = defined.adding.try_set(false);
    focus_soon("custom-field-add".to_owned());
}

#[component]
pub fn NewField() -> impl IntoView {
    let defined: Defined = expect_context();
    let entered = Entered::new();
    Effect::watch(move || entered.name.track(), move |(), _, _| entered.name_error.set(None), false);
    focus_soon(NAME.to_owned());
    let with_options = Memo::new(move |_| has_options(entered.holds.get()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        entered.save(defined);
    };
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.stop_propagation();
            close(defined);
        }
    };
    view! {
        <form class="panel panel__body--even defined__new" novalidate=true aria-labelledby="custom-new" on:submit=submit on:keydown=keys>
            <h3 class="section__title" id="custom-new">{words::new}</h3>
            <div class="form-grid">
                <div class="col-3">
                    <TextField id=NAME label=Signal::derive(|| fields::name().to_owned()) value=entered.name error=entered.name_error/>
                </div>
                <TypeSelect holds=entered.holds/>
                <Show when=move || with_options.get()>
                    <OptionsInput
                        id=OPTIONS.to_owned()
                        text=entered.options
                        error=entered.options_error
                        typed=Callback::new(move |text| entered.options.set(text))
                        hint=words::options_hint
                    />
                </Show>
                {KIND_LISTS
                    .into_iter()
                    .zip(entered.kinds)
                    .map(|(list, kinds)| {
                        let choose = Callback::new(move |(chosen, _): (Vec<Kind>, Callback<()>)| kinds.set(chosen));
                        view! { <KindChecks list chosen=kinds choose/> }
                    })
                    .collect_view()}
            </div>
            <FieldError id="custom-new-error".to_owned() error=entered.general/>
            <div class="cluster">
                <button class="btn btn--primary" type="submit">{words::add}</button>
                <button class="btn" type="button" on:click=move |_| close(defined)>{basics::cancel}</button>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn TypeSelect(holds: RwSignal<FieldType>) -> impl IntoView {
    let choose = move |event| {
        if let Some(chosen) = event_target_value(&event).parse().ok().and_then(FieldType::from_code) {
            holds.set(chosen);
        }
    };
    let option = |holds: FieldType| view! { <option value=holds.code().to_string()>{move || fields::field_type_name(holds)}</option> };
    view! {
        <div class="col-3">
            <label class="label" for="custom-new-type">{words::kind}</label>
            <select class="select" id="custom-new-type" on:change=choose>{FieldType::ALL.iter().copied().map(option).collect_view()}</select>
        </div>
    }
}
