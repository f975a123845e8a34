//! What some leads lack, asked for once for all of them.

use domain::bulk::BulkPlan;
use domain::records::{Field, Kind};
use domain::values::Value;
use leptos::prelude::*;

use crate::i18n::{basics, bulk as words};
use crate::views::leads::bulk::asked::{Lack, asked};
use crate::views::leads::bulk::session::Session;
use crate::views::parts::custom::label_in;
use crate::views::parts::entry::{Entry, EntryError, said};
use crate::views::parts::input::{FieldInput, labels_itself};

/// What some leads lack, asked for once. A field stays while it is being filled in.
#[component]
pub fn FillDown() -> impl IntoView {
    let session = Session::use_session();
    let asked = Memo::new(move |before: Option<&Vec<Lack>>| {
        let lacking = session.plan.with(|plan| plan.as_ref().map(BulkPlan::missing));
        // Until there is a plan nobody knows what is needed no more.
        let Some(lacking) = lacking else { return before.cloned().unwrap_or_default() };
        let lacking: Vec<Lack> = lacking.into_keys().collect();
        let filled =
            session.settings.with_untracked(|settings| settings.fill.iter().map(|(kind, field, _)| (*kind, *field)).collect::<Vec<_>>());
        asked(before, &lacking, &filled)
    });
    view! {
        <div class="form-grid">
            <For each=move || asked.get() key=|lack| *lack let((kind, field))>
                <FillField kind field/>
            </For>
        </div>
    }
}

#[component]
fn FillField(kind: Kind, field: Field) -> impl IntoView {
    let session = Session::use_session();
    let is_this = move |(of, filled, _): &&(Kind, Field, Value)| (*of, *filled) == (kind, field);
    let kept = session.settings.with_untracked(|settings| settings.fill.iter().find(is_this).map(|(.., value)| value.clone()));
    let entry = RwSignal::new(Entry::start(session.live, field, kept.as_ref()));
    let error = RwSignal::new(None::<String>);
    let write = move |entry: &Entry, _: Option<&Entry>, _: Option<()>| {
        let value: Result<Option<Value>, EntryError> = entry.value(field);
        error.set(value.as_ref().err().map(|problem| said(session.live, field, problem)));
        session.settings.update(|settings| {
            settings.fill.retain(|(of, filled, _)| (*of, *filled) != (kind, field));
            settings.fill.extend(value.ok().flatten().map(|value| (kind, field, value)));
        });
    };
    Effect::watch(move || entry.get(), write, false);
    let lacking = move || session.plan.with(|plan| plan.as_ref().and_then(|plan| plan.missing().get(&(kind, field)).copied()));
    let label = move || match (label_in(session.live, kind, field), lacking()) {
        (label, Some(leads)) => words::fill_all(label, basics::n_leads(leads)),
        (label, None) => words::filled_all(label),
    };
    let id = format!("bulk-fill-{kind:?}-{field:?}");
    view! {
        <div class="col-6">
            {(!labels_itself(session.live, field)).then(|| view! { <label class="label" for=id.clone()>{label}</label> })}
            <FieldInput field id entry error/>
        </div>
    }
}
