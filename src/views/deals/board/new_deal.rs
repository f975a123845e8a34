//! A deal by hand: a name, who it is with, a value, a stage.

use domain::commands::{AddRecords, Command, Draft};
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::values::{Currency, Value};
use domain::workspace;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::SubmitEvent;

use super::state::BoardState;
use crate::components::choice::Choice;
use crate::components::combobox::Combobox;
use crate::components::{Dialog, TextField};
use crate::i18n::{amounts, board as words, common, explain, fields};
use crate::views::parts::picker::{choice_of, picked};

const SHOWN: usize = 8;

/// What is typed, and what is wrong with it.
#[derive(Clone, Copy)]
struct Form {
    state: BoardState,
    name: RwSignal<String>,
    value: RwSignal<String>,
    organization: RwSignal<Option<Choice>>,
    person: RwSignal<Option<Choice>>,
    name_error: RwSignal<Option<String>>,
    value_error: RwSignal<Option<String>>,
    contact_error: RwSignal<Option<String>>,
}

#[component]
pub fn NewDeal(state: BoardState, on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let form = Form {
        state,
        name: RwSignal::new(String::new()),
        value: RwSignal::new(String::new()),
        organization: RwSignal::new(None),
        person: RwSignal::new(None),
        name_error: RwSignal::new(None),
        value_error: RwSignal::new(None),
        contact_error: RwSignal::new(None),
    };
    let stage = NodeRef::<html::Select>::new();
    let stages = state.stages.get_untracked().into_iter().map(|stage| {
        let id = stage.id.to_string();
        view! { <option value=id>{move || fields::record_name(&stage)}</option> }
    });
    let stages = stages.collect_view();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let stage = stage.get_untracked().and_then(|select| select.value().parse().ok()).unwrap_or(workspace::STAGE_INCOMING);
        let Some(command) = form.command(stage) else { return };
        spawn_local(async move {
            match state.actions.submit(command).await {
                Ok(_) => on_close(),
                Err(failure) => drop(form.name_error.try_set(Some(state.actions.explain(&failure)))),
            }
        });
    };
    view! {
        <Dialog labelled_by="new-deal-title" class="dialog--sm" on_close>
            <form class="dialog__form" novalidate=true on:submit=submit>
                <div class="dialog__head"><h2 class="dialog__title" id="new-deal-title">{words::add}</h2></div>
                <div class="dialog__body">
                    <TextField id="new-deal-name" label=Signal::derive(|| words::name().to_owned()) value=form.name error=form.name_error autofocus=true/>
                    <Contact form kind=Kind::Organization chosen=form.organization/>
                    <Contact form kind=Kind::Person chosen=form.person/>
                    <TextField id="new-deal-value" label=Signal::derive(|| fields::value().to_owned()) value=form.value error=form.value_error/>
                    <div>
                        <label class="label" for="new-deal-stage">{fields::stage}</label>
                        <select node_ref=stage class="select" id="new-deal-stage">
                            {stages}
                        </select>
                    </div>
                </div>
                <div class="dialog__foot">
                    <span class="spacer"></span>
                    <button class="btn" type="button" on:click=move |_| on_close()>{common::cancel}</button>
                    <button class="btn btn--primary" type="submit">{words::add}</button>
                </div>
            </form>
        </Dialog>
    }
}

/// An organization or a person: one that is there, or a new one of that name.
#[component]
fn Contact(form: Form, kind: Kind, chosen: RwSignal<Option<Choice>>) -> impl IntoView {
    let live = form.state.actions.live;
    let is_organization = kind == Kind::Organization;
    let find = move |typed: String| {
        let found = live.read(|set| match typed.trim() {
            "" => set.latest(kind, SHOWN),
            typed => set.search(typed, SHOWN).into_iter().map(|hit| hit.record).filter(|record| record.kind == kind).collect(),
        });
        let new = (!typed.trim().is_empty()).then(|| Choice::create(typed.trim(), words::create(typed.trim())));
        found.iter().map(choice_of).chain(new).collect::<Vec<_>>()
    };
    let pick = move |choice: Option<Choice>| chosen.set(choice);
    let error = Signal::derive(move || form.contact_error.get().filter(|_| is_organization));
    view! {
        <Combobox
            id=if is_organization { "new-deal-organization" } else { "new-deal-person" }
            label=Signal::derive(move || fields::kind_name(kind).to_owned())
            text=RwSignal::new(String::new())
            find
            on_pick=pick
            nothing=Signal::derive(|| common::nothing_found().to_owned())
            error
        />
    }
}

impl Form {
    /// None when something is missing: it is said beside the field.
    fn command(self, stage: Id) -> Option<Command> {
        let name = self.name.get_untracked().trim().to_owned();
        let text = self.value.get_untracked();
        let currency = self.currency();
        let money = amounts::parse(&text, currency);
        let (organization, person) = (self.organization.get_untracked(), self.person.get_untracked());
        self.name_error.set(name.is_empty().then(|| words::name_missing().to_owned()));
        self.value_error.set((!text.trim().is_empty() && money.is_none()).then(|| explain::bad_number().to_owned()));
        self.contact_error.set((organization.is_none() && person.is_none()).then(|| words::contact_missing().to_owned()));
        let wrong = [self.name_error, self.value_error, self.contact_error].iter().any(|error| error.with_untracked(Option::is_some));
        if wrong {
            return None;
        }
        let base = self.state.actions.dispatch.stamp().command;
        let mut drafts = Vec::new();
        let organization = contact(&mut drafts, organization, base.derive("organization"), Kind::Organization);
        let person = contact(&mut drafts, person, base.derive("person"), Kind::Person);
        let mut deal =
            Draft::new(Kind::Deal, base.derive("deal")).with(Field::Name, Value::text(name)).with(Field::Stage, Value::Link(stage));
        let links = [(Field::Organization, organization), (Field::Person, person)];
        deal.fields.extend(links.into_iter().filter_map(|(field, id)| Some((field, Value::Link(id?)))));
        deal.fields.extend(money.map(|money| (Field::Value, Value::Money(money))));
        deal.fields.push((Field::Pipeline, Value::Link(self.state.pipeline.get_untracked())));
        // The deal first: the change is named after it.
        drafts.insert(0, deal);
        Some(Command::AddRecords(AddRecords { drafts, import: None }))
    }

    fn currency(self) -> Currency {
        let workspace = self.state.actions.live.read(|set| set.get(workspace::WORKSPACE));
        workspace.and_then(|workspace| workspace.text(Field::Currency).parse().ok()).unwrap_or(Currency::EUR)
    }
}

/// The id of the chosen contact; a new one is added to the drafts.
fn contact(drafts: &mut Vec<Draft>, choice: Option<Choice>, id: Id, kind: Kind) -> Option<Id> {
    let choice = choice?;
    if !choice.new {
        return picked(Some(&choice));
    }
    let draft = Draft::new(kind, id);
    drafts.push(match (kind, choice.key.rsplit_once(' ')) {
        (Kind::Organization, _) => draft.with(Field::Name, Value::text(choice.key)),
        (_, Some((first, last))) => draft.with(Field::FirstName, Value::text(first)).with(Field::LastName, Value::text(last)),
        (_, None) => draft.with(Field::LastName, Value::text(choice.key)),
    });
    Some(id)
}
