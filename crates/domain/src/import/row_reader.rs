//! Reads the rows of one file one after the other: finds repeats and counts.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::problem::{Problem, Reason};
use super::read_row::{RowOutcome, read_row};
use super::{Context, Formats, Mapping};

/// **Invariant:** `imported + refused == read`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub read: usize,
    pub imported: usize,
    /// Of the imported: rows with something that fits no field and is kept in a note.
    pub kept: usize,
    pub refused: usize,
}

pub struct RowReader {
    mapping: Mapping,
    formats: Formats,
    context: Context,
    /// Imported rows by a hash of their cells: the rows themselves would be the whole file once more.
    /// In a million rows two different ones meet with a probability of 1 in 30 million.
    seen: HashMap<u64, usize>,
    tally: Tally,
}

impl RowReader {
    pub fn new(mapping: Mapping, formats: Formats, context: Context) -> Self {
        Self { mapping, formats, context, seen: HashMap::new(), tally: Tally::default() }
    }

    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// As [`read_row`]; besides, a row like an earlier one that was imported is refused.
    pub fn read<S: AsRef<str>>(&mut self, number: usize, cells: &[S]) -> RowOutcome {
        let outcome = self.outcome(number, cells);
        self.tally.read += 1;
        match &outcome {
            RowOutcome::Lead { problems, .. } => {
                self.tally.imported += 1;
                self.tally.kept += usize::from(!problems.is_empty());
            }
            RowOutcome::Refused { .. } => self.tally.refused += 1,
        }
        outcome
    }

    fn outcome<S: AsRef<str>>(&mut self, number: usize, cells: &[S]) -> RowOutcome {
        let hash = hash(cells);
        if let Some(earlier) = self.seen.get(&hash) {
            let reason = Reason::SameAsRow(*earlier);
            let problem = Problem { row: number, cell: None, column: String::new(), value: String::new(), reason, kept: false };
            return RowOutcome::Refused { problems: vec![problem] };
        }
        let outcome = read_row(number, cells, &self.mapping, self.formats, &self.context);
        if matches!(outcome, RowOutcome::Lead { .. }) {
            self.seen.insert(hash, number);
        }
        outcome
    }
}

/// Of the cells as they are imported: trimmed, without empty ones at the end.
fn hash<S: AsRef<str>>(cells: &[S]) -> u64 {
    let filled = cells.iter().rposition(|cell| !cell.as_ref().trim().is_empty()).map_or(0, |last| last + 1);
    let mut hasher = DefaultHasher::new();
    cells[..filled].iter().for_each(|cell| cell.as_ref().trim().hash(&mut hasher));
    hasher.finish()
}
