//! The workspace's own fields (R67): what they hold, who has them, who gets them at a conversion. Every change holds at once.

mod form;
mod order;
mod parts;
mod row;

use domain::commands::{Command, Receipt};
use domain::records::{CustomField, CustomFields, Field, Kind};
use domain::rights::Right;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use self::form::NewField;
use self::row::FieldRow;
use crate::components::{Icon, IconName};
use crate::i18n::custom_fields as words;
use crate::views::parts::my_rights::my_rights;
use crate::views::shell::actions::Actions;
use crate::views::shell::toasts::Toast;

/// What all of the section looks at.
#[derive(Clone, Copy)]
struct Defined {
    actions: Actions,
    /// In the order they are shown.
    list: Memo<Vec<CustomField>>,
    may: Memo<bool>,
    /// The form for a new one is open.
    adding: RwSignal<bool>,
}

impl Defined {
    /// Carries a change out and says it in these words, with Undo. `then` follows only on success.
    fn run(self, command: Command, said: String, then: impl FnOnce(&Receipt) + 'static) {
        let actions = self.actions;
        spawn_local(async move {
            match actions.dispatch.run(command).await {
                Ok(receipt) => {
                    actions.toasts.remember(&receipt);
                    actions.toasts.show(Toast::new(said).undo(receipt.clone()));
                    then(&receipt);
                }
                Err(failure) => actions.toasts.error(actions.explain(&failure)),
            }
        });
    }

    /// What stands between a field and its neighbours.
    fn places(self) -> Vec<(domain::ids::Id, Option<i64>)> {
        self.actions.live.read(|set| {
            let place = |id| set.get(id).and_then(|record| record.number(Field::Position));
            self.list.with_untracked(|list| list.iter().map(|custom| (custom.id, place(custom.id))).collect())
        })
    }
}

#[component]
pub fn CustomFieldsSection() -> impl IntoView {
    let actions = Actions::use_actions();
    let list = actions.live.query(&[Kind::CustomField], |set| CustomFields::of(&set.all(Kind::CustomField)).all().to_vec());
    let rights = my_rights(actions);
    let may = Memo::new(move |_| rights.with(|rights| rights.may(Right::SetUp)));
    let defined = Defined { actions, list, may, adding: RwSignal::new(false) };
    provide_context(defined);
    let ids = Memo::new(move |_| list.with(|list| list.iter().map(|custom| custom.id).collect::<Vec<_>>()));
    view! {
        <section class="settings__section" id="custom-fields" aria-labelledby="custom-fields-title">
            <h2 class="settings__title" id="custom-fields-title">{words::title}</h2>
            <p class="hint">{words::hint}</p>
            <Show when=move || !defined.may.get()>
                <div class="notice" role="note"><Icon name=IconName::Lock/><p>{words::read_only}</p></div>
            </Show>
            <ul class="rows defined" aria-label=words::title hidden=move || ids.with(Vec::is_empty)>
                <For each=move || ids.get() key=|id| *id let(id)>
                    <FieldRow id/>
                </For>
            </ul>
            <Show when=move || ids.with(Vec::is_empty) && !defined.adding.get()>
                <p class="small quiet defined__none">{words::nothing}</p>
            </Show>
            <Show when=move || defined.may.get()>
                <Adding/>
            </Show>
        </section>
    }
    .into_any()
}

/// The button, or the form in its place.
#[component]
fn Adding() -> impl IntoView {
    let Defined { adding, .. } = expect_context();
    move || {
        if adding.get() {
            return view! { <NewField/> }.into_any();
        }
        view! {
            <button class="btn" type="button" id="custom-field-add" on:click=move |_| adding.set(true)>
                <Icon name=IconName::Plus/>
                {words::add}
            </button>
        }
        .into_any()
    }
}
