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
use crate::store::working_set::WorkingSet;

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
    let find = move |typed: String| live.read(|set| choices_of(set, &found(set, kind, &typed, SHOWN)));
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

/// What is typed, among the records of a kind; the latest ones while nothing is.
pub fn found(set: &WorkingSet, kind: Kind, typed: &str, most: usize) -> Vec<Record> {
    match typed.trim() {
        "" => set.latest(kind, most),
        typed => set.search(typed, most).into_iter().map(|hit| hit.record).filter(|record| record.kind == kind).collect(),
    }
}

/// No two read alike: where name and hint are the same, they say what tells them apart.
pub fn choices_of(set: &WorkingSet, records: &[Record]) -> Vec<Choice> {
    choices_with(set, records, hint_of)
}

/// As [`choices_of`], with another hint.
pub fn choices_with(set: &WorkingSet, records: &[Record], hint: impl Fn(&Record) -> String) -> Vec<Choice> {
    let ids: Vec<Id> = records.iter().map(|record| record.id).collect();
    let all: Vec<Choice> = records.iter().map(|record| choice_of(record).note(hint(record))).collect();
    let is_alike = |one: &Choice| all.iter().filter(|other| (&other.label, &other.note) == (&one.label, &one.note)).count() > 1;
    let apart = all.iter().zip(set.who_are(&ids)).map(|(one, who)| if is_alike(one) { one.clone().note(who) } else { one.clone() });
    apart.collect()
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
