//! A line for each lead: what becomes of it, and what stands in the way.

use domain::bulk::{Fate, Row, Verdict};
use domain::ids::Id;
use domain::records::Kind;
use leptos::prelude::*;

use super::lines::{More, PAGE, SortPicker, explain_for, first_page};
use super::row_editor::RowEditor;
use super::session::Session;
use crate::components::{Icon, IconName, ProgressBar};
use crate::i18n::{basics, bulk as words, convert, record};
use crate::views::parts::custom::label_of;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    All,
    Choose,
    Blocked,
    Ready,
    Out,
}

impl Sort {
    const ALL: &'static [Self] = &[Self::All, Self::Choose, Self::Blocked, Self::Ready, Self::Out];

    fn name(self) -> &'static str {
        match self {
            Self::All => words::all(),
            Self::Choose => words::to_choose(),
            Self::Blocked => words::blocked(),
            Self::Ready => words::ready(),
            Self::Out => words::left_out(),
        }
    }

    fn has(self, verdict: Verdict) -> bool {
        match self {
            Self::All => true,
            Self::Choose => verdict == Verdict::NeedsChoice,
            Self::Blocked => verdict == Verdict::Blocked,
            Self::Ready => matches!(verdict, Verdict::Create | Verdict::Link),
            Self::Out => verdict == Verdict::Skipped,
        }
    }
}

#[component]
pub fn PlanLines() -> impl IntoView {
    let session = Session::use_session();
    let (sort, shown) = (RwSignal::new(Sort::All), first_page());
    // One lead is open at a time; it stays in the list while its verdict changes.
    let open = RwSignal::new(session.first_open.try_update_value(Option::take).flatten());
    let begin_anew = move |_: &Sort, _: Option<&Sort>, _: Option<()>| {
        open.set(None);
        shown.set(PAGE);
    };
    Effect::watch(move || sort.get(), begin_anew, false);
    let leads = Memo::new(move |_| {
        let (sort, open) = (sort.get(), open.get());
        session.plan.with(|plan| {
            let rows = plan.iter().flat_map(|plan| &plan.rows);
            rows.filter(|row| sort.has(row.verdict) || open == Some(row.lead)).map(|row| row.lead).collect::<Vec<_>>()
        })
    });
    let count = Signal::derive(move || {
        session.plan.with(|plan| {
            let rows = plan.as_ref().map_or(&[][..], |plan| &plan.rows);
            Sort::ALL.iter().map(|sort| rows.iter().filter(|row| sort.has(row.verdict)).count()).collect::<Vec<_>>()
        })
    });
    let takes_long = Memo::new(move |_| session.progress.with(Option::is_some));
    let percent = Signal::derive(move || session.progress.get().unwrap_or_default());
    let first = move || leads.with(|leads| leads.iter().take(shown.get()).copied().collect::<Vec<_>>());
    view! {
        <div class="inline lines__head">
            <h3 class="section__title" id="bulk-plan">{words::plan}</h3>
            <span class="spacer"></span>
            <Show when=move || session.plan.with(Option::is_some)>
                <SortPicker sorts=Sort::ALL name=Sort::name count chosen=sort/>
            </Show>
        </div>
        <Show when=move || { session.plan.with(Option::is_none) && !takes_long.get() }>
            <p class="small muted" role="status">{words::planning}</p>
        </Show>
        <Show when=move || takes_long.get()>
            <ProgressBar
                label=Signal::derive(|| words::planning().to_owned())
                done=percent
                total=Signal::stored(100)
                text=Signal::derive(move || format!("{}: {}", words::planning(), record::percent(percent.get())))
            />
        </Show>
        <ul class="rows">
            <For each=first key=|lead| *lead let(lead)>
                <PlanLine lead open/>
            </For>
        </ul>
        <More total=Signal::derive(move || leads.with(Vec::len)) shown/>
    }
}

#[component]
fn PlanLine(lead: Id, open: RwSignal<Option<Id>>) -> impl IntoView {
    let session = Session::use_session();
    let row = Memo::new(move |_| session.plan.with(|plan| plan.as_ref().and_then(|plan| plan.row(lead)).cloned()));
    let name = move || row.with(|row| row.as_ref().map(title).unwrap_or_default());
    let verdict = Memo::new(move |_| row.with(|row| row.as_ref().map_or(Verdict::Skipped, |row| row.verdict)));
    let said = move || row.with(|row| row.as_ref().map(|row| sub(session, row)).unwrap_or_default());
    let is_open = Memo::new(move |_| open.get() == Some(lead));
    let label = move || match (is_open.get(), verdict.get()) {
        (true, _) => basics::done(),
        (_, Verdict::NeedsChoice) => words::choose(),
        _ => words::change(),
    };
    view! {
        <li>
            {move || sign(verdict.get())}
            <div>
                <span>{name}</span>
                {move || said().into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            </div>
            <button
                class="btn btn--sm"
                type="button"
                aria-expanded=move || is_open.get().to_string()
                aria-label=move || format!("{}: {}", label(), name())
                on:click=move |_| open.update(|open| *open = (*open != Some(lead)).then_some(lead))
            >
                {label}
            </button>
            <Show when=move || is_open.get()>
                <RowEditor lead row/>
            </Show>
        </li>
    }
}

pub fn title(row: &Row) -> String {
    match (row.name.is_empty(), row.company.is_empty()) {
        (false, false) => convert::who(&row.name, &row.company),
        (true, true) => basics::unnamed().to_owned(),
        (true, false) => row.company.clone(),
        (false, true) => row.name.clone(),
    }
}

fn sign(verdict: Verdict) -> AnyView {
    let (class, icon, word) = match verdict {
        Verdict::Create | Verdict::Link => ("ok", IconName::Check, words::ready()),
        Verdict::NeedsChoice => ("warn", IconName::Alert, words::to_choose()),
        Verdict::Blocked => ("bad", IconName::XCircle, words::blocked()),
        Verdict::Skipped => ("wait", IconName::X, words::left_out()),
    };
    view! { <span class=class><Icon name=icon/><span class="visually-hidden">{word}</span></span> }.into_any()
}

/// What becomes of it; or what is asked, or why it is not possible: all of it at once (B11).
fn sub(session: Session, row: &Row) -> Vec<String> {
    match row.verdict {
        Verdict::Skipped => vec![words::left_out().to_owned()],
        Verdict::Blocked => row.reasons.iter().map(|reason| explain_for(session, row.lead, reason)).collect(),
        _ => {
            let fates = [Kind::Organization, Kind::Person].into_iter().filter_map(|kind| fate(session, kind, row.fate(kind)));
            let deal = row.deal_name.as_ref().map(words::deal_named);
            let becomes = fates.chain(deal).collect::<Vec<_>>().join(" · ");
            let lines = std::iter::once(becomes).chain(row.apart.then(|| words::apart(&row.company)));
            lines.chain((!row.stays.is_empty()).then(|| stays(session, row))).collect()
        }
    }
}

/// B3.
fn stays(session: Session, row: &Row) -> String {
    let fields: Vec<String> = row.stays.iter().map(|field| label_of(session.live, *field)).collect();
    let noted = session.settings.with(|settings| settings.notes);
    let word = if noted { words::stays_noted } else { words::stays };
    word(fields.join(", "))
}

fn fate(session: Session, kind: Kind, fate: Fate) -> Option<String> {
    let organization = kind == Kind::Organization;
    Some(match fate {
        Fate::None => return None,
        Fate::New if organization => words::new_organization().to_owned(),
        Fate::New => words::new_person().to_owned(),
        Fate::Shared { leads: 0 | 1, .. } if organization => words::new_organization().to_owned(),
        Fate::Shared { leads: 0 | 1, .. } => words::new_person().to_owned(),
        Fate::Shared { leads, .. } if organization => words::shared(basics::n_leads(leads)),
        Fate::Shared { leads, .. } => words::shared_person(basics::n_leads(leads)),
        Fate::Existing(id) => words::linked_to(session.actions.name(id)),
        Fate::Ask if organization => words::which_organization().to_owned(),
        Fate::Ask => words::which_person().to_owned(),
    })
}
