//! Somebody who may be the same, as lists, pickers and plans need it.

use super::{Band, Comparison, Group, Index, Label, Limit, Match, Probability, Settings, Subject, compare, with_employers};
use crate::ids::Id;

/// A record that may be the same as the one looked at, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub id: Id,
    pub probability: Probability,
    /// As the workspace draws the lines.
    band: Band,
    /// R80: the classic rule says yes.
    pub classic: bool,
    /// It would be likely if others did not fit as well: one of them it probably is.
    pub one_of_several: bool,
    /// What speaks for it, the strongest first.
    pub because: Vec<(Group, Label)>,
    /// What holds it down the most, and to how much.
    pub limit: Option<(Limit, Probability)>,
}

impl Candidate {
    pub fn of(id: Id, comparison: &Comparison, classic: bool) -> Self {
        let mut lines: Vec<_> = comparison.evidence.iter().map(|evidence| evidence.line).filter(|line| line.points > 0).collect();
        crate::order::sort_by(&mut lines, |a, b| (b.points, a.group).cmp(&(a.points, b.group)));
        let because = lines.into_iter().map(|line| (line.group, line.label)).collect();
        Self {
            id,
            probability: comparison.probability,
            band: comparison.band,
            classic,
            one_of_several: comparison.is_one_of_several(),
            because,
            limit: comparison.limits.iter().map(|found| (found.limit, found.most)).min_by_key(|(_, most)| *most),
        }
    }

    /// As it is among others.
    pub(super) fn with(self, probability: Probability, band: Band) -> Self {
        // What others raised is not held down any more.
        let limit = self.limit.filter(|(_, most)| probability <= *most);
        Self { probability, band, limit, ..self }
    }

    pub fn band(&self) -> Band {
        self.band
    }

    pub fn percent(&self) -> u32 {
        self.probability.percent()
    }

    pub fn is_certain(&self) -> bool {
        self.band() == Band::Certain
    }
}

impl Index {
    /// At most so many who may be the same as a subject, best first; `employers` as in [`with_employers`]. `asking` is the record
    /// that the subject is, which is nobody else and no rival. `theirs` is what the index has of a record, as a subject.
    pub fn suggest(
        &self,
        (asking, subject): (Id, &Subject),
        settings: &Settings,
        most: usize,
        employers: &[Id],
        theirs: impl Fn(Id) -> Option<Subject>,
    ) -> Vec<Candidate> {
        let band = |found: &Match| settings.bands.of(found.score.probability);
        let worth_showing = |found: &Match| band(found) > Band::Unlikely;
        let candidate = |found: Match| {
            let other = theirs(found.id)?;
            let comparison = self.explained(subject, &other, found.score.probability);
            let candidate = Candidate::of(found.id, &comparison, settings.classic.matches(subject, &other));
            // What rivals leave of it.
            Some(candidate.with(found.score.probability, band(&found)))
        };
        self.find_among((asking, subject), employers).into_iter().filter(worth_showing).filter_map(candidate).take(most).collect()
    }

    /// Why a record of the index comes to what [`Index::suggest`] says of it; of somebody it does not name, what the two say alone.
    pub fn explain(&self, (asking, subject): (Id, &Subject), (id, other): (Id, &Subject), employers: &[Id]) -> Comparison {
        let found = self.find_among((asking, subject), employers).into_iter().find(|found| found.id == id);
        match found {
            Some(found) => self.explained(subject, other, found.score.probability),
            None => compare(subject, other, self.population(), self),
        }
    }

    fn find_among(&self, (asking, subject): (Id, &Subject), employers: &[Id]) -> Vec<Match> {
        let mut found = self.find_beside(asking, subject);
        with_employers(&mut found, employers);
        found
    }

    fn explained(&self, subject: &Subject, other: &Subject, found: Probability) -> Comparison {
        compare(subject, other, self.population(), self).beyond_the_pair(found, self.population())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Building, Population};
    use super::*;

    #[test]
    fn what_holds_it_down_the_most_is_kept() {
        let anna =
            Subject { first_name: "Anna".into(), last_name: "Tavernini".into(), company: "Mediaplan Srl".into(), ..Subject::default() };
        let elsewhere = Subject { company: "Molino Bassani".into(), ..anna.clone() };
        let comparison = compare(&anna, &elsewhere, Population::Persons, &Building::new(Population::Persons).finish());
        let found = Candidate::of(Id::from_u128(1), &comparison, false);
        assert_eq!(found.limit, Some((Limit::NameAtOtherCompany, found.probability)));
        let (limit, most) = (found.limit, found.probability);
        let among_rivals = found.clone().with(Probability(most.0 - 1), Band::Possible);
        assert_eq!(among_rivals.limit, limit);
        // Somebody who works there speaks louder.
        assert_eq!(found.with(Probability(most.0 + 1), Band::Likely).limit, None);
    }
}
