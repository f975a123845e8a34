//! How duplicates are found: what is compared, where the lines are drawn, the classic rule; and a try with any two.

mod test;

use domain::commands::{Command, EditRecords};
use domain::duplicates::{Band, Bands, ClassicField, ClassicPart, Compared, Settings};
use domain::records::{Field, Kind};
use domain::rights::Right;
use domain::values::Value;
use domain::workspace;
use leptos::prelude::*;

use self::test::test_two;
use crate::i18n::{Message, duplicate_rules as words, explain, record as record_words};
use crate::views::parts::my_rights::{my_rights, whom_to_ask};
use crate::views::shell::actions::Actions;

/// The rules as they are now, and whether they may be changed.
#[derive(Clone, Copy)]
struct Rules {
    actions: Actions,
    now: Memo<Settings>,
    may: Memo<bool>,
}

/// A line that can be drawn: its id, its words, what is offered.
type LineOf = (Band, &'static str, Message, Message, [u32; 5]);

const LINES: [LineOf; 3] = [
    (Band::Certain, "certain", words::certain_from, words::certain_hint, [85, 90, 95, 98, 99]),
    (Band::Likely, "likely", words::likely_from, words::likely_hint, [30, 40, 50, 60, 75]),
    (Band::Possible, "possible", words::possible_from, words::possible_hint, [5, 10, 15, 20, 25]),
];

impl Rules {
    fn save(self, settings: &Settings) {
        let value = Some(Value::Texts(settings.words())).filter(|value| !value.is_empty());
        self.actions.run(Command::EditRecords(EditRecords::one(workspace::WORKSPACE, Field::DuplicateRules, value)));
    }

    fn change(self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.now.get_untracked();
        change(&mut settings);
        self.save(&settings);
    }
}

#[component]
pub fn DuplicatesSection() -> impl IntoView {
    let actions = Actions::use_actions();
    let record = actions.live.record(Kind::Workspace, || Some(workspace::WORKSPACE));
    let rights = my_rights(actions);
    let rules = Rules {
        actions,
        now: Memo::new(move |_| record.with(|record| record.as_ref().map(Settings::of).unwrap_or_default())),
        may: Memo::new(move |_| rights.with(|rights| rights.may(Right::SetUp))),
    };
    view! {
        <section class="settings__section" id="duplicates" aria-labelledby="duplicates-title">
            <h2 class="settings__title" id="duplicates-title">{words::title}</h2>
            <p class="hint">{words::hint}</p>
            <p class="hint" hidden=rules.may>{move || format!("{} {}", explain::may_not(Right::SetUp), whom_to_ask(actions))}</p>
            {compared(rules)}
            {LINES.into_iter().map(|line| band_line(rules, line)).collect_view()}
            {classic(rules)}
            {test_two(actions, rules.now)}
        </section>
    }
    .into_any()
}

fn compared(rules: Rules) -> AnyView {
    let one = move |compared: Compared| {
        let used = move || rules.now.with(|settings| !settings.without.contains(&compared));
        let change = move |event: web_sys::Event| {
            let uses = event_target_checked(&event);
            rules.change(|settings| {
                settings.without.retain(|left_out| *left_out != compared);
                settings.without.extend((!uses).then_some(compared));
            });
        };
        view! {
            <label class="switch">
                <input class="check" type="checkbox" prop:checked=used disabled=move || !rules.may.get() on:change=change/>
                <span>{move || words::compared_name(compared)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="setting setting--wide">
            <legend class="setting__name setting__legend">{words::compared}</legend>
            <div class="checks">{Compared::ALL.into_iter().map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn percent_of(bands: Bands, band: Band) -> u32 {
    bands.least(band).0 / 10_000
}

fn band_line(rules: Rules, (band, id, name, hint, offered): LineOf) -> AnyView {
    let now = move || rules.now.with(|settings| percent_of(settings.bands, band));
    let hint_id = format!("{id}-hint");
    let change = move |event: web_sys::Event| {
        if let Ok(percent) = event_target_value(&event).parse() {
            rules.change(|settings| match band {
                Band::Certain => settings.bands.certain = percent,
                Band::Likely => settings.bands.likely = percent,
                _ => settings.bands.possible = percent,
            });
        }
    };
    let options = move || {
        let now = now();
        let mut all: Vec<u32> = offered.into_iter().chain([now]).collect();
        all.sort_unstable();
        all.dedup();
        let option =
            |percent: u32| view! { <option value=percent.to_string() selected=percent == now>{record_words::percent(percent)}</option> };
        all.into_iter().map(option).collect_view()
    };
    view! {
        <div class="setting">
            <div>
                <label class="setting__name" for=format!("duplicates-{id}")>{name}</label>
                <p class="hint" id=hint_id.clone()>{hint}</p>
            </div>
            <div class="setting__control">
                <select
                    class="select"
                    id=format!("duplicates-{id}")
                    aria-describedby=hint_id
                    disabled=move || !rules.may.get()
                    on:change=change
                >
                    {options}
                </select>
            </div>
        </div>
    }
    .into_any()
}

/// R80: the fields of the classic rule, and what it asks of each.
fn classic(rules: Rules) -> AnyView {
    const PARTS: [(&str, ClassicPart); 3] = [("must", ClassicPart::Must), ("one", ClassicPart::OneOf), ("not", ClassicPart::Not)];
    let one = move |field: ClassicField| {
        let now = move || rules.now.with(|settings| settings.classic_asks(field));
        let change = move |event: web_sys::Event| {
            let chosen = event_target_value(&event);
            if let Some((_, part)) = PARTS.into_iter().find(|(word, _)| *word == chosen) {
                rules.save(&rules.now.get_untracked().with_classic(field, part));
            }
        };
        let option = move |(word, part): (&'static str, ClassicPart)| {
            view! { <option value=word selected=move || now() == part>{move || words::part_name(part)}</option> }
        };
        view! {
            <label class="switch classic__part">
                <span class="grow">{move || words::classic_name(field)}</span>
                <select class="select" disabled=move || !rules.may.get() on:change=change>{PARTS.map(option).collect_view()}</select>
            </label>
        }
    };
    view! {
        <fieldset class="setting setting--wide">
            <legend class="setting__name setting__legend">{words::classic}</legend>
            <p class="hint">{words::classic_hint}</p>
            <div class="stack stack--2">{ClassicField::ALL.into_iter().map(one).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
