//! Chooses a record by typing its name.

use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use leptos::prelude::*;

use super::custom::label_of;
use super::entry::Entry;
use super::input::InputMark;
use super::names::name_of;
use crate::components::choice::Choice;
use crate::components::combobox::Combobox;
use crate::i18n::{basics, fields};
use crate::store::live_query::Live;

/// Choices shown at most.
const SHOWN: usize = 8;

/// With its own label and error, which the list under the input needs too.
#[component]
pub fn RecordPicker(field: Field, kind: Kind, entry: RwSignal<Entry>, mark: InputMark, error: Signal<Option<String>>) -> impl IntoView {
    let live = expect_context::<Live>();
    let chosen = move || entry.with(|entry| if let Entry::Link(id) = entry { *id } else { None });
    let name = name_of(chosen);
    let text = RwSignal::new(name.get_untracked());
    Effect::new(move |_| text.set(name.get()));
    let find = move |typed: String| {
        let found = live.read(|set| match typed.trim() {
            "" => set.latest(kind, SHOWN),
            typed => set.search(typed, SHOWN).into_iter().map(|hit| hit.record).filter(|record| record.kind == kind).collect(),
        });
        found.iter().map(choice_of).collect()
    };
    let pick = move |choice: Option<Choice>| entry.set(Entry::Link(picked(choice.as_ref())));
    view! {
        <Combobox
            id=mark.id
            label=Signal::derive(move || label_of(live, field))
            text
            find
            on_pick=pick
            nothing=Signal::derive(|| basics::nothing_found().to_owned())
            error
            autofocus=mark.autofocus
        />
    }
}

pub fn choice_of(record: &Record) -> Choice {
    Choice::new(record.id.to_string(), fields::record_name(record)).note(hint_of(record))
}

/// What tells two records of one name apart.
pub fn hint_of(record: &Record) -> String {
    let city = record.address(Field::Address).map(|address| address.city.clone()).filter(|city| !city.is_empty());
    city.or_else(|| record.points(Field::Emails).first().map(|point| point.value.clone())).unwrap_or_default()
}

/// The id that stands for a choice.
pub fn picked(choice: Option<&Choice>) -> Option<Id> {
    choice?.key.parse().ok()
}
