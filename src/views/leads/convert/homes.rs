//! B3: custom fields that can take a value of the lead which has no home, one there is or a new one.

use domain::commands::{AddRecords, Command, Draft, EditRecords};
use domain::ids::Id;
use domain::records::{Field, Kind, type_for};
use domain::rights::Right;
use domain::text::fold;
use domain::values::{Coded, FieldType, Value};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use super::carry_step::goes_to;
use super::conversion::Conversion;
use crate::clock;
use crate::components::{Menu, MenuItem};
use crate::i18n::{convert as words, custom_fields, fields};
use crate::views::parts::custom::{defined, definition, label_of};

/// The column of the preview.
pub const PANE: &str = "convert-preview-pane";
/// The likeliest first.
const TARGETS: [Kind; 3] = [Kind::Deal, Kind::Person, Kind::Organization];

/// A place for a value on one of the new records.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Home {
    /// A field that is there.
    There(Kind, Field),
    /// The lead's own field, which this kind of record gets as well.
    Widened(Kind, Id),
    /// A field made for it.
    New(Kind, FieldType),
}

/// All places, the best first: a field of the same name, a new one, then other fields that can hold the value.
fn homes(conversion: Conversion, field: Field) -> Vec<Home> {
    let live = conversion.live;
    let Some(value) = conversion.lead.with(|lead| lead.get(field).cloned()) else { return Vec::new() };
    let made = |kind: &Kind| conversion.preview.with(|preview| preview.result(*kind).is_some());
    let targets: Vec<Kind> = TARGETS.into_iter().filter(made).collect();
    let customs = defined(live);
    let label = fold(&label_of(live, field));
    // Into one field goes one value.
    let taken = |kind, to| conversion.preview.with(|preview| preview.row(kind, to).is_some());
    let takers = targets.iter().flat_map(|kind| customs.takers(*kind, &value).map(move |custom| (*kind, custom)));
    let takers = takers.filter(|(kind, custom)| !taken(*kind, custom.field()));
    let (same, others): (Vec<_>, Vec<_>) = takers.partition(|(_, custom)| custom.field() == field || fold(&custom.name) == label);
    let there = |(kind, custom): (Kind, &domain::records::CustomField)| Home::There(kind, custom.field());
    let own = definition(live, field).filter(|custom| !custom.retired);
    let make = |kind: &Kind| match &own {
        Some(custom) => (!custom.is_on(*kind)).then_some(Home::Widened(*kind, custom.id)),
        None if customs.on(*kind).any(|custom| fold(&custom.name) == label) => None,
        None => type_for(&value).map(|holds| Home::New(*kind, holds)),
    };
    let may_set_up = conversion.rights.with(|rights| rights.may(Right::SetUp));
    let new = targets.iter().filter(|_| may_set_up).filter_map(make);
    same.into_iter().map(there).chain(new).chain(others.into_iter().map(there)).collect()
}

fn words_of(conversion: Conversion, home: Home) -> String {
    match home {
        Home::There(kind, to) => words::keep_in(label_of(conversion.live, to), fields::kind_name(kind)),
        Home::Widened(kind, _) => words::keep_widened(fields::kind_name(kind)),
        Home::New(kind, _) => words::keep_new(fields::kind_name(kind)),
    }
}

/// One click to the best place, and a menu of the others.
#[component]
pub fn KeepInField(field: Field) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let all = Memo::new(move |_| {
        conversion.live.track(&[Kind::CustomField]);
        homes(conversion, field)
    });
    let first = move || all.with(|all| all.first().copied());
    let name = move || first().map(|home| words::keep_for(words_of(conversion, home), label_of(conversion.live, field)));
    let items = move || {
        let rest = all.get_untracked().into_iter().skip(1);
        rest.map(|home| MenuItem::new(words_of(conversion, home), move || keep(conversion, field, home))).collect()
    };
    view! {
        <Show when=move || first().is_some()>
            <button
                class="linkbtn"
                type="button"
                aria-label=name
                on:click=move |_| if let Some(home) = untrack(first) { keep(conversion, field, home) }
            >
                {move || first().map(|home| words_of(conversion, home))}
            </button>
        </Show>
        <Show when=move || all.with(|all| all.len() > 1)>
            " "
            <Menu
                class="linkbtn"
                label=Signal::derive(move || words::other_places_for(label_of(conversion.live, field)))
                items
            >
                {words::other_places}
            </Menu>
        </Show>
    }
    .into_any()
}

/// Sends the value there. A field that is made for it, or widened, is a change of its own: it is
/// said in the preview, and taken back with the conversion or with Cancel.
fn keep(conversion: Conversion, field: Field, home: Home) {
    let (kind, to) = match home {
        Home::There(kind, to) => return send(conversion, field, kind, to),
        Home::Widened(kind, id) => (kind, id),
        Home::New(kind, _) => (kind, clock::fresh_id()),
    };
    let name = label_of(conversion.live, field);
    let (command, said) = match home {
        Home::New(_, holds) => (new_field(conversion, to, kind, holds, &name), custom_fields::did_add(&name)),
        _ => (widen(conversion, to, kind), words::did_widen(&name, fields::kind_name(kind))),
    };
    let actions = conversion.actions;
    spawn_local(async move {
        match actions.dispatch.run(command).await {
            Ok(receipt) => {
                actions.toasts.remember(&receipt);
                // A notice would lie beneath the dialog.
                let _ = conversion.set_up.try_update(|all| all.push((said, receipt)));
                send(conversion, field, kind, Field::Custom(to));
            }
            Err(failure) => actions.toasts.error(actions.explain(&failure)),
        }
    });
}

fn new_field(conversion: Conversion, id: Id, kind: Kind, holds: FieldType, name: &str) -> Command {
    let places = conversion.live.read(|set| set.all(Kind::CustomField));
    let last = places.iter().filter_map(|record| record.number(Field::Position)).max().unwrap_or_default();
    let draft = Draft::new(Kind::CustomField, id)
        .with(Field::Name, Value::text(name))
        .with(Field::FieldType, Value::Code(holds.code()))
        .with(Field::Position, Value::Number(last + (1 << 20)))
        .with(Field::UsedOn, Value::Texts(kind.word().map(str::to_owned).into_iter().collect()));
    Command::AddRecords(AddRecords { drafts: vec![draft], import: None })
}

fn widen(conversion: Conversion, id: Id, kind: Kind) -> Command {
    let mut used = conversion.live.read(|set| set.get(id)).map(|record| record.texts(Field::UsedOn).to_vec()).unwrap_or_default();
    used.extend(kind.word().map(str::to_owned));
    Command::EditRecords(EditRecords::one(id, Field::UsedOn, Some(Value::Texts(used))))
}

/// The value goes to this field of the record as well; the way back has the focus.
fn send(conversion: Conversion, field: Field, kind: Kind, to: Field) {
    let from_elsewhere = to != field;
    let sent = conversion.choices.try_update(|choices| {
        choices.noted.retain(|noted| *noted != field);
        let mut all = goes_to(conversion, choices, field);
        all.retain(|(of, _)| *of != kind);
        all.push((kind, to));
        choices.set_carried(field, Some(all));
    });
    if sent.is_some() {
        focus_soon(if from_elsewhere { back_id(kind, to) } else { PANE.to_owned() });
    }
}

fn back_id(kind: Kind, to: Field) -> String {
    format!("convert-back-{kind:?}-{to:?}")
}

/// Where a value stands that was sent to a field: the way back to the lead.
#[component]
pub fn LeaveOnLead(kind: Kind, to: Field, from: Field) -> impl IntoView {
    let conversion = Conversion::of_dialog();
    let leave = move |_| {
        conversion.choices.update(|choices| {
            let rest: Vec<(Kind, Field)> =
                choices.carried(from).unwrap_or_default().iter().copied().filter(|target| *target != (kind, to)).collect();
            // Of a custom field, nowhere is a choice too.
            let custom = matches!(from, Field::Custom(_));
            choices.set_carried(from, (custom || !rest.is_empty()).then_some(rest));
        });
        focus_soon(PANE.to_owned());
    };
    let name = move || words::leave_it_for(label_of(conversion.live, from));
    view! { <button class="linkbtn" type="button" id=back_id(kind, to) aria-label=name on:click=leave>{words::leave_it}</button> }
        .into_any()
}

/// When the preview has changed.
fn focus_soon(id: String) {
    request_animation_frame(move || {
        let found = document().get_element_by_id(&id).and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(found) = found {
            // It stands in the page and can take the focus.
            let _ = found.focus();
        }
    });
}
