//! A deal by hand: a name, who it is with, a value, a stage.

use domain::commands::{AddRecords, Command, Draft};
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::rejection::Why;
use domain::values::{Currency, Value};
use domain::workspace;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::SubmitEvent;

use super::state::BoardState;
use crate::components::choice::Choice;
use crate::components::combobox::Combobox;
use crate::components::{Dialog, TextField};
use crate::dispatch::Failure;
use crate::i18n::{amounts, basics, board as words, explain, fields};
use crate::routes;
use crate::views::parts::custom::required_on;
use crate::views::parts::entry::{Entry, said};
use crate::views::parts::form::{FormField, FormRow};
use crate::views::parts::full_edit::refused;
use crate::views::parts::kept::{Kept, Typed, reopen};
use crate::views::parts::picker::{choice_of, choices_of, found, picked};

const SHOWN: usize = 8;
const DRAFT: Kept = Kept::of("new-deal");

/// What is typed, and what is wrong with it.
#[derive(Clone, Copy)]
struct Form {
    state: BoardState,
    name: RwSignal<String>,
    value: RwSignal<String>,
    organization: RwSignal<Option<Choice>>,
    person: RwSignal<Option<Choice>>,
    stage: RwSignal<String>,
    name_error: RwSignal<Option<String>>,
    value_error: RwSignal<Option<String>>,
    contact_error: RwSignal<Option<String>>,
    /// What the workspace requires of the deal, and of contacts that are new.
    own: StoredValue<Vec<(Kind, FormRow)>>,
}

#[component]
pub fn NewDeal(state: BoardState) -> impl IntoView {
    let form = Form::load(state);
    let set_open = move |on| state.adding.try_set(on).is_none();
    // What was typed waits for another time.
    let typed = move || {
        let entries = form.entries();
        form.is_touched().then_some(entries)
    };
    DRAFT.follow_form(state.actions.toasts, typed, reopen(routes::DEALS, set_open));
    let keep = move || {
        set_open(false);
    };
    let done = move || {
        DRAFT.forget();
        set_open(false);
    };
    let stages = state.stages.get_untracked().into_iter().map(|stage| {
        let id = stage.id.to_string();
        let chosen = id.clone();
        view! { <option value=id prop:selected=move || form.stage.get() == chosen>{move || fields::record_name(&stage)}</option> }
    });
    let stages = stages.collect_view();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(command) = form.command() else { return };
        spawn_local(async move {
            match state.actions.submit(command).await {
                Ok(_) => done(),
                Err(failure) => form.refused(&failure),
            }
        });
    };
    view! {
        <Dialog labelled_by="new-deal-title" class="dialog--sm" on_close=keep>
            <form class="dialog__form" novalidate=true on:submit=submit>
                <div class="dialog__head"><h2 class="dialog__title" id="new-deal-title">{words::add}</h2></div>
                <div class="dialog__body">
                    <TextField id="new-deal-name" label=Signal::derive(|| words::name().to_owned()) value=form.name error=form.name_error autofocus=true/>
                    <Contact form kind=Kind::Organization chosen=form.organization/>
                    <Contact form kind=Kind::Person chosen=form.person/>
                    <TextField id="new-deal-value" label=Signal::derive(|| fields::value().to_owned()) value=form.value error=form.value_error/>
                    <div>
                        <label class="label" for="new-deal-stage">{fields::stage}</label>
                        <select class="select" id="new-deal-stage" on:change=move |event| form.stage.set(event_target_value(&event))>
                            {stages}
                        </select>
                    </div>
                    <Own form/>
                </div>
                <div class="dialog__foot">
                    <span class="spacer"></span>
                    <button class="btn" type="button" on:click=move |_| done()>{basics::cancel}</button>
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
        let found = live.read(|set| choices_of(set, &found(set, kind, &typed, SHOWN)));
        let new = (!typed.trim().is_empty()).then(|| Choice::create(typed.trim(), words::create(typed.trim())));
        found.into_iter().chain(new).collect::<Vec<_>>()
    };
    let pick = move |choice: Option<Choice>| chosen.set(choice);
    let error = Signal::derive(move || form.contact_error.get().filter(|_| is_organization));
    view! {
        <Combobox
            id=if is_organization { "new-deal-organization" } else { "new-deal-person" }
            label=Signal::derive(move || fields::kind_name(kind).to_owned())
            text=RwSignal::new(chosen.with_untracked(|choice| choice.as_ref().map(|choice| choice.text().to_owned())).unwrap_or_default())
            find
            on_pick=pick
            nothing=Signal::derive(|| basics::nothing_found().to_owned())
            error
        />
    }
}

/// Fields of the workspace's own that must be filled in.
#[component]
fn Own(form: Form) -> impl IntoView {
    let asked = Memo::new(move |_| form.own.with_value(|own| own.iter().map(|(kind, _)| form.makes(*kind)).collect::<Vec<_>>()));
    move || {
        let rows = asked.with(|asked| {
            form.own.with_value(|own| own.iter().zip(asked).filter(|(_, asked)| **asked).map(|(own, _)| own.clone()).collect::<Vec<_>>())
        });
        let rows = rows.into_iter().map(|(kind, row)| view! { <FormField row of=(kind != Kind::Deal).then_some(kind)/> });
        (rows.len() > 0).then(|| view! { <div class="form-grid">{rows.collect_view()}</div> })
    }
}

impl Form {
    /// Whether saving adds a record of this kind; tracked.
    fn makes(self, kind: Kind) -> bool {
        let new = |choice: RwSignal<Option<Choice>>| choice.with(|choice| choice.as_ref().is_some_and(|choice| choice.new));
        match kind {
            Kind::Organization => new(self.organization),
            Kind::Person => new(self.person),
            _ => true,
        }
    }

    /// The values of the workspace's own fields, put into the drafts; false when one is none, which then stands beside it.
    fn fill_own(self, drafts: &mut [Draft]) -> bool {
        let mut right = true;
        for (kind, row) in self.own.get_value() {
            let Some(draft) = drafts.iter_mut().find(|draft| draft.kind == kind) else { continue };
            match row.entry.with_untracked(|entry| entry.value(row.field)) {
                Ok(value) => draft.fields.extend(value.map(|value| (row.field, value))),
                Err(problem) => {
                    row.error.set(Some(said(self.state.actions.live, row.field, &problem)));
                    right = false;
                }
            }
        }
        right
    }

    /// Each reason beside its field.
    fn refused(self, failure: &Failure) {
        let asked = |(kind, row): (Kind, FormRow)| untrack(|| self.makes(kind)).then_some(row);
        let rows: Vec<FormRow> = self.own.try_get_value().unwrap_or_default().into_iter().filter_map(asked).collect();
        let _ = self.name_error.try_set(refused(self.state.actions, failure, &rows));
    }

    /// As it was left the last time, else empty.
    fn load(state: BoardState) -> Self {
        let kept = DRAFT.typed();
        let entry = |field: Field| kept.iter().find(|(have, _)| *have == field).map(|(_, entry)| entry.clone());
        let line = |field: Field| if let Some(Entry::Line(text)) = entry(field) { text } else { String::new() };
        // A contact that is gone by now is none.
        let choice = |field: Field| match entry(field)? {
            Entry::Line(name) => Some(Choice::create(&name, words::create(&name))),
            Entry::Link(id) => state.actions.live.read(|set| set.get(id?)).as_ref().map(choice_of),
            _ => None,
        };
        let live = state.actions.live;
        let row = |kind: Kind, field| {
            let id = format!("new-deal-{kind:?}");
            (kind, FormRow::new(&id, field, entry(field).unwrap_or_else(|| Entry::start(live, field, None))).required(true))
        };
        let kinds = [Kind::Deal, Kind::Organization, Kind::Person].into_iter();
        let own = kinds.flat_map(|kind| required_on(live, kind).into_iter().map(move |field| (kind, field)));
        let own = own.map(|(kind, field)| row(kind, field)).collect();
        Self {
            state,
            name: RwSignal::new(line(Field::Name)),
            value: RwSignal::new(line(Field::Value)),
            organization: RwSignal::new(choice(Field::Organization)),
            person: RwSignal::new(choice(Field::Person)),
            stage: RwSignal::new(line(Field::Stage)),
            name_error: RwSignal::new(None),
            value_error: RwSignal::new(None),
            contact_error: RwSignal::new(None),
            own: StoredValue::new(own),
        }
    }

    /// What was typed, to be kept, tracked; contacts that are there as links, new ones by their names.
    fn entries(self) -> Typed {
        let lines = [(Field::Name, self.name), (Field::Value, self.value), (Field::Stage, self.stage)];
        let lines = lines.map(|(field, text)| (field, Entry::Line(text.get())));
        let contacts = [(Field::Organization, self.organization), (Field::Person, self.person)];
        let contacts = contacts.into_iter().filter_map(|(field, choice)| {
            let choice = choice.get()?;
            Some((field, if choice.new { Entry::Line(choice.key) } else { Entry::Link(picked(Some(&choice))) }))
        });
        let own = self.own.with_value(|own| own.iter().map(|(_, row)| row.typed()).collect::<Typed>());
        lines.into_iter().chain(contacts).chain(own).collect()
    }

    fn is_touched(self) -> bool {
        let typed = [self.name, self.value].iter().any(|text| text.with_untracked(|text| !text.trim().is_empty()));
        typed || [self.organization, self.person].iter().any(|choice| choice.with_untracked(Option::is_some))
    }

    /// None when something is missing: it is said beside the field.
    fn command(self) -> Option<Command> {
        let stage = self.stage.with_untracked(|stage| stage.parse()).unwrap_or_else(|_| self.first_stage());
        let name = self.name.get_untracked().trim().to_owned();
        let text = self.value.get_untracked();
        let currency = self.currency();
        let money = amounts::parse(&text, currency);
        let (organization, person) = (self.organization.get_untracked(), self.person.get_untracked());
        self.name_error.set(name.is_empty().then(|| words::name_missing().to_owned()));
        self.value_error.set(match money {
            None => (!text.trim().is_empty()).then(|| explain::bad_number().to_owned()),
            Some(money) => (money.minor < 0).then(|| explain::why(Field::Value, &Why::Negative)),
        });
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
        self.fill_own(&mut drafts).then_some(Command::AddRecords(AddRecords { drafts, import: None }))
    }

    fn first_stage(self) -> Id {
        self.state.stages.with_untracked(|stages| stages.first().map_or(workspace::STAGE_INCOMING, |stage| stage.id))
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
