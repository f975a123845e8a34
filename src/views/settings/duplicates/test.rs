//! Any two against each other, line by line: chosen among the records, or typed.

use domain::duplicates::{Band, Settings, Subject};
use domain::records::{Field, Kind, Record};
use domain::values::Date;
use leptos::prelude::*;

use crate::components::choice::Choice;
use crate::components::combobox::Combobox;
use crate::i18n::{Message, basics, duplicate_rules as words, duplicates, fields, likeness, record as record_words};
use crate::store::live_query::Live;
use crate::views::parts::likeness::evidence;
use crate::views::parts::picker::{choices_of, picked};
use crate::views::shell::actions::Actions;

/// Records offered at most.
const SHOWN: usize = 8;

/// What can be typed: name, whether people have it and whether organizations do, and where it stands.
type Input = (Message, bool, bool, fn(&mut Subject) -> Slot);

/// Where a text of a subject stands.
enum Slot<'a> {
    One(&'a mut String),
    Many(&'a mut Vec<String>),
}

const INPUTS: [Input; 11] = [
    (fields::first_name, true, false, |subject| Slot::One(&mut subject.first_name)),
    (fields::last_name, true, false, |subject| Slot::One(&mut subject.last_name)),
    (basics::organization, true, true, |subject| Slot::One(&mut subject.company)),
    (fields::emails, true, true, |subject| Slot::Many(&mut subject.emails)),
    (fields::phones, true, true, |subject| Slot::Many(&mut subject.phones)),
    (fields::website, true, true, |subject| Slot::One(&mut subject.website)),
    (words::street, true, true, |subject| Slot::One(&mut subject.street)),
    (words::postal_code, true, true, |subject| Slot::One(&mut subject.postal_code)),
    (words::city, true, true, |subject| Slot::One(&mut subject.city)),
    (fields::birth_date, true, false, |subject| Slot::One(&mut subject.birth_date)),
    (fields::tax_id, true, true, |subject| Slot::One(&mut subject.tax_id)),
];

impl Slot<'_> {
    fn read(self) -> String {
        match self {
            Self::One(text) => text.clone(),
            Self::Many(list) => list.join(", "),
        }
    }

    fn write(self, text: &str) {
        match self {
            Self::One(slot) => text.trim().clone_into(slot),
            Self::Many(slot) => {
                *slot = text.split([',', ';']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
            }
        }
    }
}

#[derive(Clone, Copy)]
struct Test {
    live: Live,
    settings: Memo<Settings>,
    kind: RwSignal<Kind>,
    subjects: [RwSignal<Subject>; 2],
}

pub fn test_two(actions: Actions, settings: Memo<Settings>) -> AnyView {
    let subject = || RwSignal::new(Subject::default());
    let test = Test { live: actions.live, settings, kind: RwSignal::new(Kind::Person), subjects: [subject(), subject()] };
    let kind = move |(kind, name): (Kind, Message)| {
        view! {
            <button type="button" aria-pressed=move || (test.kind.get() == kind).to_string() on:click=move |_| test.kind.set(kind)>{name}</button>
        }
    };
    view! {
        <div class="setting setting--wide" role="group" aria-labelledby="duplicates-test">
            <h3 class="setting__name" id="duplicates-test">{words::test}</h3>
            <p class="hint">{words::test_hint}</p>
            <div>
                <div class="segmented" role="group" aria-label=words::as_what>
                    {[(Kind::Person, basics::people as Message), (Kind::Organization, basics::organizations)].map(kind).collect_view()}
                </div>
            </div>
            <div class="twins">{side(test, 0, words::first)}{side(test, 1, words::second)}</div>
            <section aria-labelledby="duplicates-sum">
                <h4 class="section__title" id="duplicates-sum">{words::result}</h4>
                {result(test)}
            </section>
        </div>
    }
    .into_any()
}

fn side(test: Test, at: usize, which: Message) -> AnyView {
    let subject = test.subjects[at];
    let text = RwSignal::new(String::new());
    let find = move |typed: String| {
        let is_contact = |record: &Record| matches!(record.kind, Kind::Lead | Kind::Person | Kind::Organization);
        test.live.read(|set| {
            let found: Vec<Record> = match typed.trim() {
                "" => set.latest(test.kind.get_untracked(), SHOWN),
                typed => set.search(typed, SHOWN).into_iter().map(|hit| hit.record).filter(is_contact).collect(),
            };
            choices_of(set, &found)
        })
    };
    let pick = move |choice: Option<Choice>| {
        let chosen = test.live.read(|set| {
            let record = set.get(picked(choice.as_ref())?)?;
            let organization = record.link(Field::Organization).and_then(|id| set.get(id));
            let kind = if record.kind == Kind::Lead { test.kind.get_untracked() } else { record.kind };
            Some((kind, Subject::of(&record, kind, organization.as_ref()), fields::record_name(&record)))
        });
        if let Some((kind, found, name)) = chosen {
            test.kind.set(kind);
            text.set(name);
            subject.set(found);
        } else {
            subject.set(Subject::default());
        }
    };
    let input = move |(place, (name, people, organizations, slot)): (usize, Input)| {
        let id = format!("twin-{at}-{place}");
        let hidden = move || if test.kind.get() == Kind::Person { !people } else { !organizations };
        let value = move || slot(&mut subject.get()).read();
        view! {
            <div hidden=hidden>
                <label class="label" for=id.clone()>{name}</label>
                <input
                    class="input"
                    id=id
                    autocomplete="off"
                    prop:value=value
                    on:change:target=move |event| subject.update(|subject| slot(subject).write(&event.target().value()))
                />
            </div>
        }
    };
    view! {
        <fieldset class="stack stack--2">
            <legend class="section__title">{which}</legend>
            <Combobox
                id=format!("twin-{at}")
                label=Signal::derive(move || words::record_of(which()))
                text
                find
                on_pick=pick
                nothing=Signal::derive(|| basics::nothing_found().to_owned())
            />
            {INPUTS.into_iter().enumerate().map(input).collect_view()}
        </fieldset>
    }
    .into_any()
}

fn result(test: Test) -> AnyView {
    let said = move |kind: Kind| {
        let [one, other] = test.subjects.map(|subject| typed(subject.get(), kind));
        let nothing = one == Subject::default() || other == Subject::default();
        (!nothing).then_some((one, other))
    };
    let sum = move || {
        let kind = test.kind.get();
        if !test.live.finds() {
            return view! { <p class="quiet small">{likeness::looking}</p> }.into_any();
        }
        test.live.track(&[Kind::Person, Kind::Organization]);
        let Some((one, other)) = said(kind) else { return view! { <p class="quiet small">{words::nothing_yet}</p> }.into_any() };
        let bands = test.settings.with(|settings| settings.bands);
        let Some((found, classic)) = test.live.read(|set| set.compare(one, other, kind)) else { return ().into_any() };
        let verdict = words::verdict(record_words::percent(found.percent()), band_name(bands.of(found.probability)));
        view! {
            <p class="strong">{verdict}</p>
            {evidence(found)}
            <p class="small quiet">{if classic { words::classic_yes() } else { words::classic_no() }}</p>
        }
        .into_any()
    };
    view! { <div aria-live="polite">{sum}</div> }.into_any()
}

/// Only what is in view, and a date only where it is one.
fn typed(mut subject: Subject, kind: Kind) -> Subject {
    for (_, people, organizations, slot) in INPUTS {
        if !(if kind == Kind::Person { people } else { organizations }) {
            slot(&mut subject).write("");
        }
    }
    if subject.birth_date.parse::<Date>().is_err() {
        subject.birth_date.clear();
    }
    if kind == Kind::Organization {
        subject.job_title.clear();
    }
    subject
}

fn band_name(band: Band) -> &'static str {
    match band {
        Band::Certain => duplicates::certain(),
        Band::Likely => duplicates::likely(),
        Band::Possible => duplicates::possible(),
        Band::Unlikely => words::unlikely(),
    }
}
