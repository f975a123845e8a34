//! The cells of one row by target, and what becomes of them: a lead in the making, a note, problems.

use super::problem::{Problem, Reason};
use super::{Context, Formats, Mapping, Target};
use crate::ids::Id;
use crate::order::sort_by_key;
use crate::records::{Field, Kind, Record};
use crate::stamp::Touch;
use crate::values::Value;

/// A filled cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell<'a> {
    pub at: usize,
    pub column: &'a str,
    /// Trimmed, not empty.
    pub text: &'a str,
}

pub(super) struct Row<'a> {
    pub number: usize,
    pub formats: Formats,
    pub context: &'a Context,
    pub lead: Record,
    pub problems: Vec<Problem>,
    cells: Vec<(Target, Cell<'a>)>,
    /// What the note will say, with the position of the column it comes from.
    note: Vec<(usize, String)>,
}

impl<'a> Row<'a> {
    pub fn new<S: AsRef<str>>(number: usize, cells: &'a [S], mapping: &'a Mapping, formats: Formats, context: &'a Context) -> Self {
        let id = context.batch.derive(&format!("row/{number}"));
        let touch = Touch { command: context.batch, by: Id::default(), at: 0 };
        let mut row = Self {
            number,
            formats,
            context,
            lead: Record::new(Kind::Lead, id, touch),
            problems: Vec::new(),
            cells: Vec::new(),
            note: Vec::new(),
        };
        for (at, (column, cell)) in mapping.columns.iter().zip(cells).enumerate() {
            let cell = Cell { at, column: column.name.trim(), text: cell.as_ref().trim() };
            if !cell.text.is_empty() && column.target != Target::LeaveOut {
                row.place(column.target, cell);
            }
        }
        row
    }

    /// The first column wins: a second one for the same field is kept as text.
    fn place(&mut self, target: Target, cell: Cell<'a>) {
        if !target.takes_many() && self.one(target).is_some() {
            self.keep(cell, Reason::AlreadyFilled);
        } else {
            self.cells.push((target, cell));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    pub fn one(&self, target: Target) -> Option<Cell<'a>> {
        self.many(target).next()
    }

    pub fn many(&self, target: Target) -> impl Iterator<Item = Cell<'a>> {
        self.cells.iter().filter(move |(of, _)| *of == target).map(|(_, cell)| *cell)
    }

    /// The texts of all cells for any of the targets, in the order of the targets.
    pub fn texts(&self, targets: &[Target]) -> Vec<&'a str> {
        targets.iter().flat_map(|target| self.many(*target)).map(|cell| cell.text).collect()
    }

    /// One cell after the other, while the row is being changed.
    pub fn cell(&self, at: usize) -> Option<(Target, Cell<'a>)> {
        self.cells.get(at).copied()
    }

    pub fn cells(&self) -> impl Iterator<Item = (Target, Cell<'a>)> {
        self.cells.iter().copied()
    }

    pub fn set(&mut self, field: Field, value: Value) {
        self.lead.set(field, Some(value));
    }

    /// Keeps a text that fits nowhere as a line of the note, and reports it.
    pub fn keep(&mut self, cell: Cell, reason: Reason) {
        self.report(Some(cell), reason);
        self.note_line(cell);
    }

    pub fn note_line(&mut self, cell: Cell) {
        let line = if cell.column.is_empty() { cell.text.to_owned() } else { format!("{}: {}", cell.column, cell.text) };
        self.note.push((cell.at, line));
    }

    pub fn note_text(&mut self, cell: Cell) {
        self.note.push((cell.at, cell.text.to_owned()));
    }

    pub fn report(&mut self, cell: Option<Cell>, reason: Reason) {
        self.problems.push(Problem {
            row: self.number,
            cell: cell.map(|cell| cell.at),
            column: cell.map(|cell| cell.column.to_owned()).unwrap_or_default(),
            value: cell.map(|cell| cell.text.to_owned()).unwrap_or_default(),
            reason,
            kept: true,
        });
    }

    /// The text of the note, in the order of the columns; empty when there is nothing to keep.
    pub fn take_note(&mut self) -> String {
        sort_by_key(&mut self.note, |(at, _)| *at);
        let lines: Vec<String> = self.note.drain(..).map(|(_, line)| line).collect();
        lines.join("\n")
    }
}
