//! Which column goes where, and what is wrong with that.

use super::Target;

/// A column of the file and its destination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// As in the header; the app gives a name to a column without one.
    pub name: String,
    pub target: Target,
}

/// One entry for each column of the file, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    pub columns: Vec<Column>,
}

impl Mapping {
    pub fn new<'a>(columns: impl IntoIterator<Item = (&'a str, Target)>) -> Self {
        let columns = columns.into_iter().map(|(name, target)| Column { name: name.to_owned(), target });
        Self { columns: columns.collect() }
    }

    pub(super) fn has(&self, target: Target) -> bool {
        self.columns.iter().any(|column| column.target == target)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MappingProblem {
    /// Two columns (by position and name) go to a target that takes only one.
    UsedTwice { target: Target, first: (usize, String), second: (usize, String) },
    /// No column says who the lead is.
    NoNameOrOrganization,
}

/// Everything that must be decided before rows are read; empty when nothing must.
pub fn mapping_problems(mapping: &Mapping) -> Vec<MappingProblem> {
    let mut problems = Vec::new();
    let at = |at: usize| (at, mapping.columns[at].name.clone());
    for (second, column) in mapping.columns.iter().enumerate() {
        let target = column.target;
        let first = mapping.columns[..second].iter().position(|earlier| earlier.target == target);
        if let Some(first) = first.filter(|_| !target.takes_many()) {
            problems.push(MappingProblem::UsedTwice { target, first: at(first), second: at(second) });
        }
    }
    let names =
        [Target::FullName, Target::FamilyNameFirst, Target::FirstName, Target::MiddleName, Target::LastName, Target::OrganizationName];
    if !names.iter().any(|target| mapping.has(*target)) {
        problems.push(MappingProblem::NoNameOrOrganization);
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_columns_are_named_when_two_go_to_one_field() {
        let mapping = Mapping::new([("Firma", Target::OrganizationName), ("Kunde", Target::OrganizationName), ("Ort", Target::City)]);
        let expected =
            MappingProblem::UsedTwice { target: Target::OrganizationName, first: (0, "Firma".into()), second: (1, "Kunde".into()) };
        assert_eq!(mapping_problems(&mapping), [expected]);
    }

    #[test]
    fn emails_phones_tags_and_notes_may_repeat() {
        let many =
            [Target::EmailWork, Target::PhoneWork, Target::PhoneMobile, Target::Tags, Target::Note, Target::KeepAsNote, Target::LeaveOut];
        let twice = many.iter().chain(&many).map(|target| ("x", *target));
        assert_eq!(mapping_problems(&Mapping::new(twice.chain([("Name", Target::LastName)]))), []);
        assert_eq!(mapping_problems(&Mapping::new([("Ort", Target::City)])), [MappingProblem::NoNameOrOrganization]);
    }
}
