//! R31: the lead can be corrected before it is converted.

use domain::records::Field;
use leptos::prelude::*;

use super::blockers::said_at;
use super::conversion::Conversion;
use super::lead_input;
use crate::i18n::{convert as words, fields};
use crate::views::parts::entry::Entry;
use crate::views::parts::input::FieldInput;

/// What is corrected most; a field with an error joins them.
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
    let shown = Memo::new(move |_| {
        let wrong = conversion.preview.with(|preview| {
            let field = |rejection: &_| match rejection {
                domain::rejection::Rejection::Field { field, .. } if domain::records::Kind::Lead.editable().contains(field) => Some(*field),
                _ => None,
            };
            preview.blockers.iter().filter_map(field).collect::<Vec<_>>()
        });
        let more = drafted.iter().copied().chain(wrong).filter(|field| !OFFERED.contains(field));
        let mut all: Vec<Field> = OFFERED.iter().copied().chain(more).collect();
        all.dedup();
        all
    });
    view! {
        <Show when=move || conversion.details_open.get()>
            <section class="step" id="convert-details" aria-label=words::edit_lead>
                <div class="form-grid">
                    <For each=move || shown.get() key=|field| *field let(field)>
                        <Correction field/>
                    </For>
                </div>
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
        <div class=if matches!(field, Field::Emails | Field::Phones) { "col-6" } else { "col-3" }>
            <label class="label" for=id.clone()>{move || fields::label(field)}</label>
            <FieldInput field id entry error/>
        </div>
    }
}
