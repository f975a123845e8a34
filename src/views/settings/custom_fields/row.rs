//! One field: what it is, its place, and, opened, everything about it that can change.

use domain::commands::{Command, EditRecords};
use domain::ids::Id;
use domain::records::{CustomField, Field};
use domain::values::Value;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::Defined;
use super::parts::{KIND_LISTS, KindChecks, OptionsInput, has_options, kinds_in, options_of, stored, summary};
use crate::components::{FieldError, Icon, IconName};
use crate::i18n::{custom_fields as words, fields};
use crate::views::settings::edit_button::EditButton;

#[component]
pub fn FieldRow(id: Id) -> impl IntoView {
    let defined: Defined = expect_context();
    let start = defined.list.with_untracked(|list| list.iter().find(|custom| custom.id == id).cloned())?;
    let custom = Memo::new(move |_| defined.list.with(|list| list.iter().find(|custom| custom.id == id).unwrap_or(&start).clone()));
    let name = Memo::new(move |_| custom.with(|custom| custom.name.clone()));
    let retired = Memo::new(move |_| custom.with(|custom| custom.retired));
    let open = RwSignal::new(false);
    let more = format!("custom-more-{id}");
    let more_id = more.clone();
    let options = move || custom.with(|custom| has_options(custom.holds).then(|| custom.options.join(", ")));
    let row = view! {
        <li class:defined--retired=retired>
            <div class="defined__what">
                <div class="cluster">
                    <b class="medium">{name}</b>
                    <span class="badge">{move || custom.with(|custom| fields::field_type_name(custom.holds))}</span>
                    <Show when=move || retired.get()>
                        <span class="badge badge--warning">{words::retired}</span>
                    </Show>
                </div>
                <p>{move || custom.with(summary)}</p>
                <p>{options}</p>
            </div>
            <Show when=move || defined.may.get()>
                <div class="defined__do">
                    <Places id name/>
                    <EditButton name controls=more.clone() open/>
                </div>
            </Show>
            <Show when=move || open.get() && defined.may.get()>
                <FieldEditor id=more_id.clone() custom/>
            </Show>
        </li>
    };
    Some(row)
}

/// Up and down.
#[component]
fn Places(id: Id, name: Memo<String>) -> impl IntoView {
    let defined: Defined = expect_context();
    let at = Memo::new(move |_| defined.list.with(|list| (list.iter().position(|custom| custom.id == id).unwrap_or_default(), list.len())));
    view! {
        <div class="btn-group">
            <button
                class="btn btn--icon btn--sm"
                type="button"
                id=format!("custom-up-{id}")
                aria-label=move || words::up(name.get())
                disabled=move || at.get().0 == 0
                on:click=move |_| defined.shift(id, true)
            >
                <Icon name=IconName::Up/>
            </button>
            <button
                class="btn btn--icon btn--sm"
                type="button"
                id=format!("custom-down-{id}")
                aria-label=move || words::down(name.get())
                disabled=move || { at.get().0 + 1 >= at.get().1 }
                on:click=move |_| defined.shift(id, false)
            >
                <Icon name=IconName::Down/>
            </button>
        </div>
    }
}

/// Every change is saved at once; where it is refused, the reason stands beside it.
#[component]
fn FieldEditor(id: String, custom: Memo<CustomField>) -> impl IntoView {
    let defined: Defined = expect_context();
    let (name_id, options_id) = (format!("{id}-name"), format!("{id}-options"));
    let name_error_id = format!("{name_id}-error");
    let (name_error, options_error) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    let field = custom.with_untracked(|custom| custom.id);
    let save = move |at: Field, value: Value, error: RwSignal<Option<String>>| {
        let command = Command::EditRecords(EditRecords::one(field, at, Some(value)));
        spawn_local(async move {
            if let Err(failure) = defined.actions.submit(command).await {
                let _ = error.try_set(Some(defined.actions.explain(&failure)));
            }
        });
    };
    let rename = move |event| {
        let text = event_target_value(&event).trim().to_owned();
        if custom.with_untracked(|custom| custom.name != text) {
            save(Field::Name, Value::Text(text), name_error);
        }
    };
    let set_options = move |text: String| {
        let options = options_of(&text);
        if custom.with_untracked(|custom| custom.options != options) {
            save(Field::Options, Value::Texts(options), options_error);
        }
    };
    let options = move || custom.with(|custom| custom.options.join("\n"));
    let with_options = custom.with_untracked(|custom| has_options(custom.holds));
    view! {
        <div class="rows__more form-grid" id=id>
            <div class="col-3">
                <label class="label" for=name_id.clone()>{fields::name}</label>
                <input
                    class="input"
                    id=name_id
                    autocomplete="off"
                    prop:value=move || custom.with(|custom| custom.name.clone())
                    on:input=move |_| name_error.set(None)
                    on:change=rename
                    aria-invalid=move || name_error.get().is_some().then_some("true")
                    aria-describedby=name_error_id.clone()
                />
                <FieldError id=name_error_id.clone() error=name_error/>
            </div>
            <div class="col-3">
                <p class="label">{words::kind}</p>
                <p class="defined__type">{move || custom.with(|custom| fields::field_type_name(custom.holds))}</p>
                <p class="hint">{words::kind_fixed}</p>
            </div>
            {with_options
                .then(|| {
                    view! {
                        <OptionsInput
                            id=options_id
                            text=Signal::derive(options)
                            error=options_error
                            left=Callback::new(set_options)
                            hint=words::options_kept
                        />
                    }
                })}
            {KIND_LISTS.map(|list| view! { <SavedKinds list custom/> }).collect_view()}
            <Retire custom/>
        </div>
    }
    .into_any()
}

#[component]
fn SavedKinds(list: Field, custom: Memo<CustomField>) -> impl IntoView {
    let defined: Defined = expect_context();
    let chosen = Signal::derive(move || custom.with(|custom| kinds_in(custom, list).to_vec()));
    let choose = move |(kinds, back): (Vec<_>, Callback<()>)| {
        let id = custom.with_untracked(|custom| custom.id);
        let command = Command::EditRecords(EditRecords::one(id, list, Some(stored(&kinds))));
        spawn_local(async move {
            if let Err(failure) = defined.actions.submit(command).await {
                defined.actions.toasts.error(defined.actions.explain(&failure));
                back.run(());
            }
        });
    };
    view! { <KindChecks list chosen choose=Callback::new(choose)/> }
}

#[component]
fn Retire(custom: Memo<CustomField>) -> impl IntoView {
    let defined: Defined = expect_context();
    let retired = Memo::new(move |_| custom.with(|custom| custom.retired));
    let toggle = move |_| {
        let CustomField { id, name, retired, .. } = custom.get_untracked();
        let value = (!retired).then_some(Value::Flag(true));
        let said = if retired { words::did_bring_back(name) } else { words::did_retire(name) };
        defined.run(Command::EditRecords(EditRecords::one(id, Field::Retired, value)), said, |_| {});
    };
    view! {
        <div class="col-6 cluster">
            <button class="btn btn--sm" type="button" on:click=toggle>
                <Icon name=IconName::Archive/>
                {move || if retired.get() { words::bring_back() } else { words::retire() }}
            </button>
            <span class="hint">{words::retire_hint}</span>
        </div>
    }
}
