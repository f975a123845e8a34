//! One row of the file as the lead it would be, with the rows before and after it.

use domain::import::{Problem, RowOutcome, read_row};
use domain::records::{Field, Kind, Record, person_name};
use domain::stamp::{Millis, Stamp};
use domain::values::{Date, Value};
use leptos::prelude::*;

use crate::components::avatar::initials_of;
use crate::components::{Icon, IconName};
use crate::i18n::import::{self as words, reasons};
use crate::i18n::{basics, format};
use crate::views::import::session::Session;
use crate::views::import::workspace::context;
use crate::views::parts::custom::label_of;
use crate::views::parts::value::plain;

/// What a row would become.
#[derive(Clone, PartialEq)]
struct Seen {
    number: usize,
    lead: Option<Record>,
    note: String,
    problems: Vec<Problem>,
}

/// A moment without a time of day is a day.
const DAY_MS: Millis = 86_400_000;

/// Fields that say nothing about the row.
const SILENT: &[Field] =
    &[Field::FirstName, Field::LastName, Field::Salutation, Field::OrganizationName, Field::StatusSince, Field::Import];

#[component]
pub fn RowPreview() -> impl IntoView {
    let session = expect_context::<Session>();
    let at = RwSignal::new(0_usize);
    let count = move || session.file.get().map_or(0, |file| file.rows.samples.len());
    let seen = Memo::new(move |_| see(session, at.get()));
    let title = move || match seen.get() {
        Some(Seen { number, lead: None, .. }) => words::row_not_imported(format::count(number)),
        Some(Seen { number, .. }) => words::row_as_lead(format::count(number)),
        None => String::new(),
    };
    view! {
        <section aria-labelledby="preview-title">
            <div class="section__head">
                <h3 class="section__title" id="preview-title" aria-live="polite">{title}</h3>
                <span class="btn-group">
                    <button
                        class="btn btn--icon btn--sm"
                        type="button"
                        aria-label=words::previous_row
                        title=words::previous_row
                        aria-disabled=move || (at.get() == 0).then_some("true")
                        on:click=move |_| at.update(|at| *at = at.saturating_sub(1))
                    >
                        <Icon name=IconName::Left/>
                    </button>
                    <button
                        class="btn btn--icon btn--sm"
                        type="button"
                        aria-label=words::next_row
                        title=words::next_row
                        aria-disabled=move || (at.get() + 1 >= count()).then_some("true")
                        on:click=move |_| at.update(|at| *at = (*at + 1).min(count().saturating_sub(1)))
                    >
                        <Icon name=IconName::Right/>
                    </button>
                </span>
            </div>
            <div class="sheet">{move || seen.get().map(|seen| sheet(session, seen))}</div>
        </section>
    }
}

fn see(session: Session, at: usize) -> Option<Seen> {
    let file = session.file.get()?;
    let row = file.rows.samples.get(at).or(file.rows.samples.first())?;
    let mapping = session.mapping();
    let formats = session.choices.with(|choices| choices.formats.formats);
    let (drafts, problems) = match read_row(row.number, &row.cells, &mapping, formats, &context(session)) {
        RowOutcome::Lead { drafts, problems } => (drafts, problems),
        RowOutcome::Refused { problems } => (Vec::new(), problems),
    };
    let stamp = Stamp { command: session.batch.get_value(), device: session.batch.get_value(), by: domain::workspace::ME, at: 0 };
    let find = |kind| drafts.iter().find(|draft| draft.kind == kind).map(|draft| draft.record(&stamp));
    let note = find(Kind::Note).map(|note| note.text(Field::Text).to_owned()).unwrap_or_default();
    Some(Seen { number: row.number, lead: find(Kind::Lead), note, problems })
}

fn sheet(session: Session, seen: Seen) -> impl IntoView {
    let Seen { lead, note, problems, .. } = seen;
    let reasons = problems.into_iter().map(|problem| {
        view! {
            <p class="error">
                <Icon name=IconName::Alert small=true/>
                <span>{move || problem_line(&problem)}</span>
            </p>
        }
    });
    view! {
        {lead.map(|lead| lead_view(session, lead, note))}
        {reasons.collect_view()}
    }
}

fn problem_line(problem: &Problem) -> String {
    let reason = reasons::reason(&problem.reason);
    if problem.column.is_empty() { reason } else { format!("{}: {reason}", problem.column) }
}

fn lead_view(session: Session, lead: Record, note: String) -> impl IntoView {
    let person = person_name(&lead);
    let organization = lead.text(Field::OrganizationName).to_owned();
    let (name, below) = if person.is_empty() { (organization, String::new()) } else { (person, organization) };
    let facts: Vec<(Field, Value)> = lead.fields().iter().filter(|(field, _)| !SILENT.contains(field)).cloned().collect();
    let fact = move |(field, value): (Field, Value)| {
        let text = move || match &value {
            Value::Time(at) if at % DAY_MS == 0 => format::date(Date::from_millis(*at)),
            value => plain(field, value, &|id| session.actions.name(id)),
        };
        view! { <div class="fact"><dt>{move || fact_name(session, field)}</dt><dd>{text}</dd></div> }
    };
    view! {
        <div class="sheet__head">
            <span class="avatar avatar--lg" aria-hidden="true">{initials_of(&name)}</span>
            <div class="grow">
                <p class="strong">{name}</p>
                <p class="tiny quiet">{below}</p>
            </div>
        </div>
        <dl class="facts">
            {facts.into_iter().map(fact).collect_view()}
            {(!note.is_empty()).then(|| view! { <div class="fact"><dt>{basics::note}</dt><dd class="fact__text">{note}</dd></div> })}
        </dl>
    }
}

fn fact_name(session: Session, field: Field) -> String {
    match field {
        Field::HappenedAt => words::targets::created_at().to_owned(),
        field => label_of(session.actions.live, field),
    }
}
