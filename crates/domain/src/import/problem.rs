//! What was wrong with a row or a cell, as data.

use crate::rejection::Why;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// As a person counts: the header is row 1.
    pub row: usize,
    /// Position of the cell; none when the whole row is meant.
    pub cell: Option<usize>,
    /// Name of the column; empty when the whole row is meant.
    pub column: String,
    /// The text of the cell.
    pub value: String,
    pub reason: Reason,
    /// The lead was imported all the same, and the text stands in its note.
    pub kept: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Every cell of the row is empty.
    Empty,
    /// A lead needs a person or an organization (R7).
    NameOrOrganization,
    /// More cells than columns: the rest would be lost.
    ExtraCells {
        columns: usize,
        cells: usize,
    },
    /// Cell for cell like an earlier row, which was imported.
    SameAsRow(usize),
    /// The field can't hold it: too long, too many.
    Invalid(Why),
    NotAnEmail,
    NotAPhone,
    NotAWebsite,
    NotAnAmount,
    NegativeAmount,
    NotACurrency,
    NotADate,
    NotYesOrNo,
    NotANumber,
    /// A custom field of choices has no such one.
    NotAnOption,
    /// The custom field is gone, or can't be read from a file.
    NoSuchField,
    UnknownStatus,
    UnknownOwner,
    UnknownVisibility,
    /// Another column of the row went there before.
    AlreadyFilled,
    /// The lead was converted in the other system; here it is open.
    WasConverted,
}
