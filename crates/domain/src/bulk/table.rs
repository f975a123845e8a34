//! The result of a run as rows of text, for a file.

use super::{Made, Outcome, Run};
use crate::ids::Id;
use crate::records::Kind;
use crate::rejection::Rejection;

/// What the columns hold, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Name,
    /// As the lead says it.
    Company,
    Email,
    Lead,
    Outcome,
    Organization,
    /// Whether it was made or was there.
    OrganizationIs,
    Person,
    PersonIs,
    Deal,
    Task,
    /// The address of what it became.
    Result,
    Reasons,
}

impl Column {
    pub const ALL: [Self; 13] = [
        Self::Name,
        Self::Company,
        Self::Email,
        Self::Lead,
        Self::Outcome,
        Self::Organization,
        Self::OrganizationIs,
        Self::Person,
        Self::PersonIs,
        Self::Deal,
        Self::Task,
        Self::Result,
        Self::Reasons,
    ];
}

/// The words of the user's language.
pub struct Words<'w> {
    pub column: &'w dyn Fn(Column) -> String,
    pub outcome: &'w dyn Fn(&Outcome) -> String,
    /// Name of a record.
    pub name: &'w dyn Fn(Id) -> String,
    pub email: &'w dyn Fn(Id) -> String,
    /// The address of its page.
    pub place: &'w dyn Fn(Kind, Id) -> String,
    /// Whether it was made or was there.
    pub is: &'w dyn Fn(&Made) -> String,
    pub reason: &'w dyn Fn(&Rejection) -> String,
}

/// A header, then a row for each lead of the list, in its order.
pub fn table(run: &Run, words: &Words) -> Vec<Vec<String>> {
    let header = Column::ALL.iter().map(|column| (words.column)(*column)).collect();
    let row = |(row, outcome): (&super::Row, &Outcome)| Column::ALL.iter().map(|column| cell(*column, row, outcome, words)).collect();
    std::iter::once(header).chain(run.rows().map(row)).collect()
}

fn cell(column: Column, row: &super::Row, outcome: &Outcome, words: &Words) -> String {
    let made = |kind: Kind| match outcome {
        Outcome::Converted(made) => made.iter().find(|made: &&Made| made.kind == kind),
        _ => None,
    };
    let result = |kind| made(kind).map(|made| (words.name)(made.id)).unwrap_or_default();
    let is = |kind| made(kind).map(words.is).unwrap_or_default();
    let best = || [Kind::Deal, Kind::Person, Kind::Organization].into_iter().find_map(made);
    match column {
        Column::Name => row.name.clone(),
        Column::Company => row.company.clone(),
        Column::Email => (words.email)(row.lead),
        Column::Lead => (words.place)(Kind::Lead, row.lead),
        Column::Outcome => (words.outcome)(outcome),
        Column::Organization => result(Kind::Organization),
        Column::OrganizationIs => is(Kind::Organization),
        Column::Person => result(Kind::Person),
        Column::PersonIs => is(Kind::Person),
        Column::Deal => result(Kind::Deal),
        Column::Task => result(Kind::Activity),
        Column::Result => best().map(|made| (words.place)(made.kind, made.id)).unwrap_or_default(),
        Column::Reasons => {
            let reasons = match outcome {
                Outcome::Refused(reasons) => reasons,
                Outcome::Left(_) => &row.reasons,
                _ => return String::new(),
            };
            reasons.iter().map(words.reason).collect::<Vec<_>>().join("\n")
        }
    }
}
