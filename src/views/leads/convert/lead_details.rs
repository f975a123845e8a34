//! R31: the lead can be corrected before it is converted.

use domain::records::{Field, Kind};
use domain::rejection::Rejection;
use leptos::prelude::*;

use super::blockers::said_at;
use super::conversion::Conversion;
use super::lead_input;
use crate::i18n::{convert as words, record};
use crate::views::parts::custom::{label_of, shown_on};
use crate::views::parts::entry::Entry;
use crate::views::parts::full_edit::width;
use crate::views::parts::input::{FieldInput, labels_itself};

/// What is corrected most; a field with an error joins them, the others on request.
const OFFERED: &[Field] =
    &[Field::FirstName, Field::LastName, Field::JobTitle, Field::OrganizationName, Field::Emails, Field::Phones, Field::Website];

#[component]
pub fn DetailsButton() -> impl IntoView {
    let open = Conversion::of_dialog().details_open;
    view! {
        <button
            class="linkbtn"
            type="button"
            aria-expanded=move || open.get().to_string()
            aria-controls="convert-details"
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {words::edit_lead}
        </button>
    }
}

#[component]
pub fn LeadDetails() -> impl IntoView {
    let conversion = Conversion::of_dialog();
    // Whatever was corrected in a kept draft stays in sight.
    let drafted = conversion.choices.with_untracked(|choices| choices.edits.iter().map(|(field, _)| *field).collect::<Vec<_>>());
    if !drafted.is_empty() {
        conversion.details_open.set(true);
    }
    let all = RwSignal::new(false);
    let own = shown_on(conversion.live, Kind::Lead).into_iter().map(|(field, _)| field);
    let offered: Vec<Field> = Kind::Lead.editable().iter().copied().chain(own).collect();
    let hidden = offered.len() - OFFERED.len();
    let shown = Memo::new(move |_| {
        let wrong = conversion.preview.with(|preview| {
            let field = |rejection: &_| match rejection {
                Rejection::Field { field, .. } | Rejection::Required { kind: Kind::Lead, field, .. } if offered.contains(field) => {
                    Some(*field)
                }
                _ => None,
            };
            preview.blockers.iter().filter_map(field).collect::<Vec<_>>()
        });
        let asked = offered.iter().copied().filter(|_| all.get());
        let mut shown = OFFERED.to_vec();
        for field in drafted.iter().copied().chain(wrong).chain(asked) {
            if !shown.contains(&field) {
                shown.push(field);
            }
        }
        shown
    });
    view! {
        <Show when=move || conversion.details_open.get()>
            <section class="step" id="convert-details" aria-label=words::edit_lead>
                <div class="form-grid">
                    <For each=move || shown.get() key=|field| *field let(field)>
                        <Correction field/>
                    </For>
                </div>
                <button
                    class="linkbtn small"
                    type="button"
                    aria-expanded=move || all.get().to_string()
                    on:click=move |_| all.update(|all| *all = !*all)
                >
                    {move || if all.get() { record::fewer_fields().to_owned() } else { record::more_fields(hidden) }}
                </button>
                <p class="hint">{words::edit_lead_hint}</p>
            </section>
        </Show>
    }
}

#[component]
fn Correction(field: Field) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let kept = conversion
        .choices
        .with_untracked(|choices| choices.edits.iter().find(|(edited, _)| *edited == field).map(|(_, entry)| entry.clone()));
    let stored = || conversion.stored.with_untracked(|lead| Entry::of_record(conversion.live, lead, field));
    let entry = RwSignal::new(kept.unwrap_or_else(stored));
    let write = move |entry: Entry| {
        conversion.choices.update(|choices| match choices.edits.iter_mut().find(|(edited, _)| *edited == field) {
            Some((_, have)) => *have = entry,
            None => choices.edits.push((field, entry)),
        });
    };
    Effect::watch(move || entry.get(), move |entry, _, _| write(entry.clone()), false);
    let id = lead_input(field);
    let error = said_at(conversion, id.clone());
    view! {
        <div class=width(conversion.live, field)>
            {(!labels_itself(conversion.live, field))
                .then(|| view! { <label class="label" for=id.clone()>{move || label_of(conversion.live, field)}</label> })}
            <FieldInput field id entry error/>
        </div>
    }
}
