//! The second step: how far the run is, what became of each lead, and the way back.

use domain::bulk::{Column, Made, Outcome, Row, Run, Sums, Verdict, Words, table};
use domain::ids::Id;
use domain::records::Kind;
use leptos::html;
use leptos::prelude::*;

use super::lines::{More, PAGE, SortPicker, sums as sums_said};
use super::plan_lines::title;
use super::session::Session;
use crate::clock;
use crate::components::mounted::when_mounted;
use crate::components::{Dialog, Icon, IconName, ProgressBar};
use crate::i18n::{basics, bulk as words, convert, fields, format};
use crate::import::{Delimiter, write_table};
use crate::routes;
use crate::views::parts::save_file::save_file;

#[component]
pub fn RunDialog() -> impl IntoView {
    let session = Session::use_session();
    let heading = NodeRef::<html::H2>::new();
    when_mounted(heading, |heading| drop(heading.focus()));
    let sums = Memo::new(move |_| session.run.with(|run| run.as_ref().map(Run::sums).unwrap_or_default()));
    let total = move || session.run.with(|run| run.as_ref().map_or(0, |run| run.progress().1));
    let head = move || if session.at_work.get() { words::running(total()) } else { words::ended(sums.get().converted) };
    view! {
        <Dialog labelled_by="bulk-run-title" class="dialog--sm" on_close=move || session.close()>
            <div class="dialog__form">
                <header class="dialog__head">
                    <h2 node_ref=heading class="dialog__title grow" id="bulk-run-title" tabindex="-1">{head}</h2>
                    <button class="btn btn--ghost btn--icon" type="button" aria-label=convert::close_esc on:click=move |_| session.close()>
                        <Icon name=IconName::X/>
                    </button>
                </header>
                <div class="dialog__body">
                    <Show when=move || session.at_work.get() fallback=move || view! { <p class="small muted" role="status">{move || all_sums(sums.get())}</p> }>
                        <Progress/>
                    </Show>
                    <Show when=move || session.failed.with(Option::is_some)>
                        <p class="notice notice--danger" role="alert">
                            <Icon name=IconName::Alert/>
                            <span>{move || session.failed.get()}</span>
                        </p>
                    </Show>
                    <Outcomes/>
                </div>
                <Foot sums/>
            </div>
        </Dialog>
    }
}

#[component]
fn Progress() -> impl IntoView {
    let session = Session::use_session();
    let progress = Memo::new(move |_| session.run.with(|run| run.as_ref().map(Run::progress).unwrap_or_default()));
    let text = Signal::derive(move || words::done_of(format::count(progress.get().0), format::count(progress.get().1)));
    let left = Signal::derive(move || {
        let (done, total) = progress.get();
        let spent = clock::elapsed() - session.begun.get();
        // Of the first seconds nothing follows.
        (done > 0 && spent > 1_000.0).then(|| words::seconds_left((spent * (total - done) as f64 / done as f64 / 1_000.0).ceil() as usize))
    });
    view! {
        <p class="small muted">{words::may_close}</p>
        <ProgressBar
            label=Signal::derive(move || words::running(progress.get().1))
            done=Signal::derive(move || progress.get().0)
            total=Signal::derive(move || progress.get().1)
            text
            left
        />
    }
}

/// In words: what became of the leads, and what was made.
fn all_sums(sums: Sums) -> String {
    let leads = sums_said(&[
        (sums.converted, words::sum_converted),
        (sums.needs_choice, words::sum_choose),
        (sums.refused + sums.blocked, words::sum_refused),
        (sums.skipped, words::sum_skipped),
        (sums.waiting, words::sum_waiting),
    ]);
    let made = sums_said(&[
        (sums.organizations, words::made_organizations),
        (sums.people, words::made_people),
        (sums.deals, words::made_deals),
        (sums.tasks, words::made_tasks),
    ]);
    if made.is_empty() { leads } else { format!("{leads}. {}", words::created(made)) }
}

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
fn Outcomes() -> impl IntoView {
    let session = Session::use_session();
    let (sort, shown) = (RwSignal::new(Sort::All), RwSignal::new(PAGE));
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
            let found = run.as_ref()?.rows().find(|(row, _)| row.lead == lead)?;
            Some((title(found.0), found.1.clone(), sub(session, found.0, found.1)))
        })
    });
    move || {
        let Some((name, outcome, said)) = found.get() else { return ().into_any() };
        let (class, icon) = match &outcome {
            Outcome::Waiting => ("wait", IconName::Clock),
            Outcome::Converted(_) => ("ok", IconName::Check),
            Outcome::Left(Verdict::NeedsChoice) => ("warn", IconName::Alert),
            Outcome::Refused(_) | Outcome::Left(_) => ("bad", IconName::XCircle),
        };
        let way = if let Outcome::Converted(made) = &outcome { way_on(made) } else { routes::record(Kind::Lead, lead) };
        let link = (outcome != Outcome::Waiting).then_some(way).flatten().map(|href| {
            let label = format!("{}: {name}", basics::open());
            view! { <a class="link" href=href aria-label=label on:click=move |_| session.close()>{basics::open}</a> }
        });
        view! {
            <li>
                <span class=class>
                    <Icon name=icon/>
                    <span class="visually-hidden">{outcome_word(&outcome)}</span>
                </span>
                <div>
                    <span>{name}</span>
                    {said.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                </div>
                {link}
            </li>
        }
        .into_any()
    }
}

/// To the deal, else to the person, else to the organization.
fn way_on(made: &[Made]) -> Option<String> {
    let of = |kind| made.iter().find(|made| made.kind == kind);
    let made = of(Kind::Deal).or_else(|| of(Kind::Person)).or_else(|| of(Kind::Organization))?;
    routes::record(made.kind, made.id)
}

fn outcome_word(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Waiting => words::waiting(),
        Outcome::Converted(_) => words::converted(),
        Outcome::Left(Verdict::NeedsChoice) => words::to_choose(),
        Outcome::Left(Verdict::Skipped) => words::left_out(),
        Outcome::Refused(_) | Outcome::Left(_) => words::refused(),
    }
}

fn sub(session: Session, row: &Row, outcome: &Outcome) -> Vec<String> {
    match outcome {
        Outcome::Converted(made) => {
            let said = |made: &Made| {
                let kind = if made.kind == Kind::Activity { basics::task() } else { fields::kind_name(made.kind) };
                format!("{kind} {}", convert::became(made.kind, made.new))
            };
            vec![made.iter().map(said).collect::<Vec<_>>().join(", ")]
        }
        Outcome::Refused(reasons) => reasons.iter().map(|reason| session.actions.explain_one(reason)).collect(),
        Outcome::Left(Verdict::Blocked) => row.reasons.iter().map(|reason| session.actions.explain_one(reason)).collect(),
        _ => vec![outcome_word(outcome).to_owned()],
    }
}

#[component]
fn Foot(sums: Memo<Sums>) -> impl IntoView {
    let session = Session::use_session();
    let stopped = move || !session.at_work.get() && sums.get().waiting > 0;
    let rest = move || {
        let sums = sums.get();
        sums.leads - sums.converted
    };
    view! {
        <footer class="dialog__foot">
            <Show
                when=move || session.at_work.get()
                fallback=move || {
                    view! {
                        <Show when=move || { sums.get().converted > 0 }>
                            <button class="btn" type="button" on:click=move |_| session.undo_all()>
                                <Icon name=IconName::Undo/>
                                {move || words::undo_all(sums.get().converted)}
                            </button>
                        </Show>
                        <button class="btn" type="button" on:click=move |_| download(session)>
                            <Icon name=IconName::File/>
                            {words::download}
                        </button>
                        <span class="spacer"></span>
                        <Show when=stopped>
                            <button class="btn" type="button" on:click=move |_| session.resume()>{words::go_on}</button>
                        </Show>
                        <Show when=move || { !stopped() && rest() > 0 }>
                            <button class="btn" type="button" on:click=move |_| session.go_on_with_rest()>
                                {move || words::go_on_with(rest())}
                            </button>
                        </Show>
                        <button class="btn btn--primary" type="button" on:click=move |_| session.close()>{basics::done}</button>
                    }
                }
            >
                <span class="spacer"></span>
                <button class="btn" type="button" on:click=move |_| session.stop()>{words::stop_after}</button>
            </Show>
        </footer>
    }
}

/// The result as a file.
fn download(session: Session) {
    let words = Words {
        column: &|column| column_name(column).to_owned(),
        outcome: &|outcome| outcome_word(outcome).to_owned(),
        name: &|id| session.actions.name(id),
        reason: &|reason| session.actions.explain_one(reason),
    };
    let Some(rows) = session.run.with_untracked(|run| run.as_ref().map(|run| table(run, &words))) else { return };
    save_file(&write_table(Delimiter::Semicolon, &rows), &words::file_name(clock::today()));
}

fn column_name(column: Column) -> &'static str {
    match column {
        Column::Name => fields::label(domain::records::Field::Name),
        Column::Company => fields::label(domain::records::Field::OrganizationName),
        Column::Outcome => words::outcome(),
        Column::Organization => basics::organization(),
        Column::Person => basics::person(),
        Column::Deal => basics::deal(),
        Column::Task => basics::task(),
        Column::Reasons => words::why(),
    }
}
