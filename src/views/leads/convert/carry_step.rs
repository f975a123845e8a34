//! R68: which of the new records get the lead's custom fields.

use domain::records::{CustomField, Field, Kind};
use leptos::prelude::*;

use super::choices::Choices;
use super::conversion::Conversion;
use crate::i18n::{convert as words, custom_fields, fields};
use crate::views::parts::custom::{defined, definition, label_of};
use crate::views::parts::value::plain;

const TARGETS: [Kind; 3] = [Kind::Organization, Kind::Person, Kind::Deal];

/// Where a field goes as things are chosen; some of its targets may not be made.
pub fn goes_to(conversion: Conversion, choices: &Choices, field: Field) -> Vec<(Kind, Field)> {
    let usual = || definition(conversion.live, field).map(|custom| custom.carried_to).unwrap_or_default();
    let chosen = choices.carried(field).map(<[_]>::to_vec);
    chosen.unwrap_or_else(|| usual().into_iter().map(|kind| (kind, field)).collect())
}

/// The filled fields that can go somewhere, with the records that can have them.
fn offered(conversion: Conversion) -> Vec<(Field, Vec<Kind>)> {
    conversion.live.track(&[Kind::CustomField]);
    let made = |kind: &Kind| conversion.preview.with(|preview| preview.result(*kind).is_some());
    let filled = |custom: &&CustomField| conversion.lead.with(|lead| lead.has(custom.field()));
    let targets = |custom: &CustomField| TARGETS.into_iter().filter(|kind| custom.is_on(*kind) && made(kind)).collect::<Vec<_>>();
    let all = defined(conversion.live);
    let each = all.all().iter().filter(filled).map(|custom| (custom.field(), targets(custom)));
    each.filter(|(_, targets)| !targets.is_empty()).collect()
}

#[component]
pub fn CarryStep() -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let offered = Memo::new(move |_| offered(conversion));
    view! {
        <Show when=move || offered.with(|offered| !offered.is_empty())>
            <section class="step" aria-labelledby="convert-carry">
                <div class="step-head"><h3 id="convert-carry">{custom_fields::title}</h3></div>
                <p class="hint">{words::carry_hint}</p>
                <div class="carries">
                    <For each=move || offered.get() key=Clone::clone let((field, targets))>
                        <CarryRow field targets/>
                    </For>
                </div>
            </section>
        </Show>
    }
    .into_any()
}

#[component]
fn CarryRow(field: Field, targets: Vec<Kind>) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let value = move || {
        let value = conversion.lead.with(|lead| lead.get(field).cloned());
        value.map(|value| plain(field, &value, &|id| conversion.actions.name(id))).unwrap_or_default()
    };
    let on = move |kind: Kind| conversion.choices.with(|choices| goes_to(conversion, choices, field).contains(&(kind, field)));
    let set = move |kind: Kind, on: bool| {
        conversion.choices.update(|choices| {
            let mut to = goes_to(conversion, choices, field);
            to.retain(|target| *target != (kind, field));
            to.extend(on.then_some((kind, field)));
            choices.set_carried(field, Some(to));
        });
    };
    let check = move |kind: Kind| {
        view! {
            <label class="switch">
                <input
                    class="check"
                    type="checkbox"
                    prop:checked=move || on(kind)
                    on:change=move |event| set(kind, event_target_checked(&event))
                />
                <span>{move || fields::kind_name(kind)}</span>
            </label>
        }
    };
    view! {
        <div class="carry" role="group" aria-label=move || label_of(conversion.live, field)>
            <div class="carry__what">
                <span class="medium">{move || label_of(conversion.live, field)}</span>
                <span class="quiet">{value}</span>
            </div>
            <div class="carry__to">{targets.into_iter().map(check).collect_view()}</div>
        </div>
    }
    .into_any()
}
