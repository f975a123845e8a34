//! The second step: how far the run is, what became of each lead, and the way back.

use domain::bulk::{Fate, Made, Outcome, Row, Run, Sums, Verdict};
use domain::duplicates::Candidate;
use domain::ids::Id;
use domain::records::{Field, Kind};
use leptos::html;
use leptos::prelude::*;

use super::lines::{More, SortPicker, explain_for, first_page, sums as sums_said};
use super::plan_lines::title;
use super::result_file::download;
use super::session::Session;
use super::who::OFFERED;
use crate::clock;
use crate::components::mounted::when_mounted;
use crate::components::{Dialog, Icon, IconName, ProgressBar};
use crate::i18n::{basics, bulk as words, changes, convert, fields, format, record};
use crate::routes;

#[component]
pub fn RunDialog() -> impl IntoView {
    let session = Session::use_session();
    let heading = NodeRef::<html::H2>::new();
    when_mounted(heading, |heading| drop(heading.focus()));
    let sums = Memo::new(move |_| session.run.with(|run| run.as_ref().map(Run::sums).unwrap_or_default()));
    let total = move || session.run.with(|run| run.as_ref().map_or(0, |run| run.progress().1));
    let head = move || if session.flows.run_at_work.get() { words::running(total()) } else { words::ended(sums.get().converted) };
    view! {
        <Dialog labelled_by="bulk-run-title" class="dialog--sm dialog--md" on_close=move || session.close_run()>
            <div class="dialog__form">
                <header class="dialog__head">
                    <h2 node_ref=heading class="dialog__title grow" id="bulk-run-title" tabindex="-1">{head}</h2>
                    <button class="btn btn--ghost btn--icon" type="button" aria-label=convert::close_esc on:click=move |_| session.close_run()>
                        <Icon name=IconName::X/>
                    </button>
                </header>
                <div class="dialog__body">
                    <Show when=move || session.flows.run_at_work.get() fallback=move || view! { <p class="small muted" role="status">{move || all_sums(sums.get())}</p> }>
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
                <Foot sums heading/>
            </div>
        </Dialog>
    }
}

#[component]
fn Progress() -> impl IntoView {
    let session = Session::use_session();
    let progress = Memo::new(move |_| session.run.with(|run| run.as_ref().map(Run::progress).unwrap_or_default()));
    let stopping = Memo::new(move |_| session.run.with(|run| run.as_ref().is_some_and(Run::is_stopped)));
    let text = Signal::derive(move || words::done_of(format::count(progress.get().0), format::count(progress.get().1)));
    let left = Signal::derive(move || {
        let (done, total) = progress.get();
        let spent = clock::elapsed() - session.begun.get();
        // Of the first seconds nothing follows.
        (done > 0 && spent > 1_000.0).then(|| words::seconds_left((spent * (total - done) as f64 / done as f64 / 1_000.0).ceil() as usize))
    });
    view! {
        <p class="small muted">{move || if stopping.get() { words::stopping() } else { words::may_close() }}</p>
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

/// To what the lead became; to the choice that it still needs; else to the lead.
fn way_on(session: Session, lead: Id, name: &str, outcome: &Outcome, since: bool) -> Option<AnyView> {
    let href = match outcome {
        Outcome::Waiting if !since => return None,
        Outcome::Left(Verdict::NeedsChoice) if !since && !session.flows.run_at_work.get() => {
            let label = format!("{}: {name}", words::choose());
            let choose = move |_| session.choose_now(lead);
            return Some(
                view! { <button class="btn btn--sm" type="button" aria-label=label on:click=choose>{words::choose}</button> }.into_any(),
            );
        }
        Outcome::Converted(made) if !since => result(made),
        _ => routes::record(Kind::Lead, lead),
    };
    let label = format!("{}: {name}", basics::open());
    let open = move |_| session.leave_run();
    href.map(|href| view! { <a class="link" href=href aria-label=label on:click=open>{basics::open}</a> }.into_any())
}

/// To the deal, else to the person, else to the organization.
fn result(made: &[Made]) -> Option<String> {
    let of = |kind| made.iter().find(|made| made.kind == kind);
    let made = of(Kind::Deal).or_else(|| of(Kind::Person)).or_else(|| of(Kind::Organization))?;
    routes::record(made.kind, made.id)
}

pub fn outcome_word(outcome: &Outcome) -> &'static str {
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
        Outcome::Refused(reasons) => reasons.iter().map(|reason| explain_for(session, row.lead, reason)).collect(),
        Outcome::Left(Verdict::Blocked) => row.reasons.iter().map(|reason| explain_for(session, row.lead, reason)).collect(),
        Outcome::Left(Verdict::NeedsChoice) => {
            [Kind::Organization, Kind::Person].iter().flat_map(|kind| asked(session, row, *kind)).collect()
        }
        _ => vec![outcome_word(outcome).to_owned()],
    }
}

/// What is to be chosen, and among whom.
fn asked(session: Session, row: &Row, kind: Kind) -> Vec<String> {
    let (question, found) = match kind {
        Kind::Organization => (words::which_organization(), &row.organizations),
        _ => (words::which_person(), &row.people),
    };
    if row.fate(kind) != Fate::Ask {
        return Vec::new();
    }
    let candidate = |found: &Candidate| {
        let name = words::link_to(session.actions.name(found.id), record::percent(found.percent()));
        let why = session.live.read(|set| set.because(found));
        if why.is_empty() { name } else { format!("{name} ({why})") }
    };
    std::iter::once(question.to_owned()).chain(found.iter().take(OFFERED).map(candidate)).collect()
}

#[component]
fn Foot(sums: Memo<Sums>, heading: NodeRef<html::H2>) -> impl IntoView {
    let session = Session::use_session();
    // The buttons that are pressed give way to others.
    let to_heading = move || heading.get_untracked().map(|heading| heading.focus());
    let stopped = move || !session.flows.run_at_work.get() && sums.get().waiting > 0;
    let rest = move || {
        let sums = sums.get();
        sums.leads - sums.converted
    };
    view! {
        <footer class="dialog__foot">
            <Show
                when=move || session.flows.run_at_work.get()
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
                            <button class="btn" type="button" on:click=move |_| { to_heading(); session.resume(); }>{words::go_on}</button>
                        </Show>
                        <Show when=move || { !stopped() && rest() > 0 }>
                            <button class="btn" type="button" on:click=move |_| session.go_on_with_rest()>
                                {move || words::go_on_with(rest())}
                            </button>
                        </Show>
                        <button class="btn btn--primary" type="button" on:click=move |_| session.close_run()>{basics::done}</button>
                    }
                }
            >
                <span class="spacer"></span>
                <button
                    class="btn"
                    type="button"
                    disabled=move || session.run.with(|run| run.as_ref().is_some_and(Run::is_stopped))
                    on:click=move |_| {
                        to_heading();
                        session.stop();
                    }
                >
                    {basics::stop}
                </button>
            </Show>
        </footer>
    }
}
