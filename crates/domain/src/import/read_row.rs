//! One row of a file: a lead with what it brings along, or why it can't be one.

use super::lead_fields;
use super::problem::{Problem, Reason};
use super::row::{Cell, Row};
use super::{Context, Formats, Mapping, Target};
use crate::commands::add_records::Draft;
use crate::records::{Field, Kind, Record, person_name, validate};
use crate::rejection::{Rejection, Why};
use crate::values::{Coded, NoteSubject, Value};

#[derive(Clone, Debug, PartialEq)]
pub enum RowOutcome {
    /// The lead first, then its note if there is text to keep. Every problem was kept.
    Lead { drafts: Vec<Draft>, problems: Vec<Problem> },
    /// Nothing of the row is imported. The problems are all that must be mended.
    Refused { problems: Vec<Problem> },
}

impl RowOutcome {
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Lead { problems, .. } | Self::Refused { problems } => problems,
        }
    }
}

/// `number` is the row's as a person counts. Cells that are missing at the end are empty.
pub fn read_row<S: AsRef<str>>(number: usize, cells: &[S], mapping: &Mapping, formats: Formats, context: &Context) -> RowOutcome {
    let mut row = Row::new(number, cells, mapping, formats, context);
    let columns = mapping.columns.len();
    let filled = cells.iter().rposition(|cell| !cell.as_ref().trim().is_empty()).map_or(0, |last| last + 1);
    if filled > columns {
        row.report(None, Reason::ExtraCells { columns, cells: filled });
        let extra: Vec<&str> = cells[columns..filled].iter().map(AsRef::as_ref).collect();
        row.problems[0].value = extra.join(", ");
        return refused(row);
    }
    if row.is_empty() {
        row.report(None, Reason::Empty);
        return refused(row);
    }
    lead_fields::fill(&mut row);
    let note = note(&mut row);
    let invalid = [Some(&row.lead), note.as_ref()].into_iter().flatten().flat_map(validate).collect::<Vec<_>>();
    if !invalid.is_empty() {
        invalid.into_iter().for_each(|rejection| explain(&mut row, rejection));
        return refused(row);
    }
    let drafts = std::iter::once(draft(&row.lead)).chain(note.as_ref().map(draft)).collect();
    RowOutcome::Lead { drafts, problems: row.problems }
}

fn refused(row: Row) -> RowOutcome {
    let problems = row.problems.into_iter().map(|problem| Problem { kept: false, ..problem });
    RowOutcome::Refused { problems: problems.collect() }
}

/// What could not go into a field, and what was meant as a note.
fn note(row: &mut Row) -> Option<Record> {
    let text = row.take_note();
    if text.is_empty() {
        return None;
    }
    let subject = if person_name(&row.lead).is_empty() { NoteSubject::Company } else { NoteSubject::Person };
    let note = Record::new(Kind::Note, row.lead.id.derive("note"), row.lead.created);
    let about = Value::Links(vec![row.lead.id]);
    Some(note.with(Field::Text, Value::Text(text)).with(Field::About, about).with(Field::NoteSubject, Value::Code(subject.code())))
}

fn draft(record: &Record) -> Draft {
    Draft { id: record.id, kind: record.kind, fields: record.fields().to_vec() }
}

/// Says which cell broke the rule.
fn explain(row: &mut Row, rejection: Rejection) {
    let Rejection::Field { field, why } = rejection else { return };
    match why {
        Why::Missing => row.report(None, Reason::NameOrOrganization),
        why => {
            let cell = culprit(row, field);
            row.report(cell, Reason::Invalid(why));
        }
    }
}

/// The longest cell of those that went into the field, or into the note.
fn culprit<'a>(row: &Row<'a>, field: Field) -> Option<Cell<'a>> {
    let names = [Field::FirstName, Field::LastName, Field::Salutation];
    let kept = |at| row.problems.iter().any(|problem| problem.cell == Some(at));
    let into_field = |(target, cell): &(Target, Cell)| match target {
        Target::FullName | Target::FamilyNameFirst => names.contains(&field),
        _ if field == Field::Text => target.field().is_none() || kept(cell.at),
        target => target.field() == Some(field),
    };
    row.cells().filter(into_field).map(|(_, cell)| cell).max_by_key(|cell| cell.text.len())
}
