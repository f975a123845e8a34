//! R42: what the workspace requires of a new record and the lead does not know, asked for where the record is chosen.

use domain::records::{Field, Kind};
use domain::rejection::Rejection;
use leptos::prelude::*;

use super::blockers::said_at;
use super::choices::Choices;
use super::conversion::Conversion;

use super::preview::Preview;
use super::{DEAL_CLOSE, DEAL_NAME, DEAL_PIPELINE, DEAL_STAGE, DEAL_VALUE, fill_input};
use crate::views::parts::custom::{definition, label_of};
use crate::views::parts::entry::Entry;
use crate::views::parts::full_edit::width;
use crate::views::parts::input::{FieldInput, labels_itself};

/// The input that the form for a deal has for a field.
pub fn deal_input(field: Field) -> Option<&'static str> {
    match field {
        Field::Name => Some(DEAL_NAME),
        Field::Value => Some(DEAL_VALUE),
        Field::CloseDate => Some(DEAL_CLOSE),
        Field::Stage => Some(DEAL_STAGE),
        Field::Pipeline => Some(DEAL_PIPELINE),
        _ => None,
    }
}

/// What is missing now, and what was asked for before: a field stays while it is being filled in.
pub fn asked(choices: RwSignal<Choices>, preview: Memo<Preview>) -> Memo<Vec<(Kind, Field)>> {
    Memo::new(move |before: Option<&Vec<(Kind, Field)>>| {
        let mut asked = before.cloned().unwrap_or_default();
        let filled = choices.with(|choices| choices.fill.iter().map(|(kind, field, _)| (*kind, *field)).collect::<Vec<_>>());
        let missing = preview.with(|preview| {
            let lack = |reason: &_| match reason {
                Rejection::Target { kind, field: field @ Field::Custom(_), why: domain::rejection::Why::Missing } => Some((*kind, *field)),
                // B12: what the deal's stage needs and the form for the deal has no input for.
                Rejection::Required { kind: Kind::Deal, field, .. } if deal_input(*field).is_none() => Some((Kind::Deal, *field)),
                _ => None,
            };
            preview.blockers.iter().filter_map(lack).collect::<Vec<_>>()
        });
        for lack in filled.into_iter().chain(missing) {
            if !asked.contains(&lack) {
                asked.push(lack);
            }
        }
        asked
    })
}

/// Inputs for a new record of this kind.
#[component]
pub fn RequiredFields(kind: Kind) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let fields = Memo::new(move |_| {
        let made = conversion.preview.with(|preview| preview.result(kind).is_some_and(|id| preview.is_new(id)));
        let wanted = |(of, field): &&(Kind, Field)| {
            let is_there = !matches!(field, Field::Custom(_)) || definition(conversion.live, *field).is_some();
            made && *of == kind && is_there
        };
        conversion.asked.with(|asked| asked.iter().filter(wanted).map(|(_, field)| *field).collect::<Vec<_>>())
    });
    view! {
        <Show when=move || fields.with(|fields| !fields.is_empty())>
            <div class="form-grid step__required">
                <For each=move || fields.get() key=|field| *field let(field)>
                    <RequiredField kind field/>
                </For>
            </div>
        </Show>
    }
    .into_any()
}

#[component]
fn RequiredField(kind: Kind, field: Field) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let (live, choices) = (conversion.live, conversion.choices);
    let find = move |choices: &Choices| choices.fill.iter().position(|(of, filled, _)| (*of, *filled) == (kind, field));
    let kept = choices.with_untracked(|choices| Some(choices.fill.get(find(choices)?)?.2.clone()));
    let fresh = Entry::start(live, field, None);
    let entry = RwSignal::new(kept.unwrap_or_else(|| fresh.clone()));
    let write = move |entry: Entry| {
        choices.update(|choices| {
            choices.fill.retain(|(of, filled, _)| (*of, *filled) != (kind, field));
            choices.fill.extend((entry != fresh).then_some((kind, field, entry)));
        });
    };
    Effect::watch(move || entry.get(), move |entry, _, _| write(entry.clone()), false);
    let id = fill_input(kind, field);
    let error = said_at(conversion, id.clone());
    view! {
        <div class=width(live, field)>
            {(!labels_itself(live, field))
                .then(|| view! { <label class="label" for=id.clone()>{move || label_of(live, field)}</label> })}
            <FieldInput field id entry error/>
        </div>
    }
    .into_any()
}
