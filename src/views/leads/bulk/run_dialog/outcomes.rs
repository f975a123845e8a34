//! The leads of a run by what became of them.

use domain::bulk::{Outcome, Run, Sums, Verdict};
use domain::ids::Id;
use domain::records::{Field, Kind};
use leptos::prelude::*;

use super::said::{outcome_word, sub, way_on};
use crate::components::{Icon, IconName};
use crate::i18n::{bulk as words, changes};
use crate::views::leads::bulk::lines::{More, SortPicker, first_page};
use crate::views::leads::bulk::plan_lines::title;
use crate::views::leads::bulk::session::Session;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    All,
    Converted,
    Choose,
    Refused,
    Waiting,
}

impl Sort {
    const ALL: &'static [Self] = &[Self::All, Self::Converted, Self::Choose, Self::Refused, Self::Waiting];

    fn name(self) -> &'static str {
        match self {
            Self::All => words::all(),
            Self::Converted => words::converted(),
            Self::Choose => words::to_choose(),
            Self::Refused => words::refused(),
            Self::Waiting => words::waiting(),
        }
    }

    fn count(self, sums: Sums) -> usize {
        match self {
            Self::All => sums.leads,
            Self::Converted => sums.converted,
            Self::Choose => sums.needs_choice,
            Self::Refused => sums.refused + sums.blocked + sums.skipped,
            Self::Waiting => sums.waiting,
        }
    }

    fn has(self, outcome: &Outcome) -> bool {
        match self {
            Self::All => true,
            Self::Converted => matches!(outcome, Outcome::Converted(_)),
            Self::Choose => *outcome == Outcome::Left(Verdict::NeedsChoice),
            Self::Refused => matches!(outcome, Outcome::Refused(_) | Outcome::Left(Verdict::Blocked | Verdict::Skipped)),
            Self::Waiting => *outcome == Outcome::Waiting,
        }
    }
}

#[component]
pub fn Outcomes() -> impl IntoView {
    let session = Session::use_session();
    let (sort, shown) = (RwSignal::new(Sort::All), first_page());
    let rows = move |run: &Option<Run>, sort: Sort| -> Vec<Id> {
        run.iter().flat_map(Run::rows).filter(|(_, outcome)| sort.has(outcome)).map(|(row, _)| row.lead).collect()
    };
    let leads = Memo::new(move |_| session.run.with(|run| rows(run, sort.get())));
    let sums = move || session.run.with(|run| run.as_ref().map(Run::sums).unwrap_or_default());
    let count = Signal::derive(move || Sort::ALL.iter().map(|sort| sort.count(sums())).collect::<Vec<_>>());
    let first = move || leads.with(|leads| leads.iter().take(shown.get()).copied().collect::<Vec<_>>());
    view! {
        <SortPicker sorts=Sort::ALL name=Sort::name count chosen=sort/>
        <ul class="rows">
            <For each=first key=|lead| *lead let(lead)>
                <OutcomeLine lead/>
            </For>
        </ul>
        <More total=Signal::derive(move || leads.with(Vec::len)) shown/>
    }
}

#[component]
fn OutcomeLine(lead: Id) -> impl IntoView {
    let session = Session::use_session();
    let found = Memo::new(move |_| {
        session.run.with(|run| {
            let (row, outcome) = run.as_ref()?.rows().find(|(row, _)| row.lead == lead)?;
            Some((title(row), outcome.clone(), sub(session, row, outcome)))
        })
    });
    // The result may be looked at long afterwards; and it is there before the views hear of it.
    let converted = Memo::new(move |_| {
        found.track();
        session.live.track(&[Kind::Lead]);
        session.live.read(|set| set.get(lead)).is_some_and(|lead| lead.has(Field::ConvertedAt))
    });
    move || {
        let Some((name, outcome, said)) = found.get() else { return ().into_any() };
        let (class, icon) = match &outcome {
            Outcome::Waiting => ("wait", IconName::Clock),
            Outcome::Converted(_) => ("ok", IconName::Check),
            Outcome::Left(Verdict::NeedsChoice) => ("warn", IconName::Alert),
            Outcome::Refused(_) | Outcome::Left(_) => ("bad", IconName::XCircle),
        };
        let since = match (&outcome, converted.get()) {
            (Outcome::Converted(_), false) => Some(changes::undone()),
            (Outcome::Waiting | Outcome::Left(_), true) => Some(words::converted_since()),
            _ => None,
        };
        view! {
            <li>
                <span class=class>
                    <Icon name=icon/>
                    <span class="visually-hidden">{outcome_word(&outcome)}</span>
                </span>
                <div>
                    <span>{name.clone()}</span>
                    {said.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                    {since.map(|since| view! { <p>{since}</p> })}
                </div>
                {way_on(session, lead, &name, &outcome, since.is_some())}
            </li>
        }
        .into_any()
    }
}
