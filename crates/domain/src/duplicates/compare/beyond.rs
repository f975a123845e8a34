//! What others among the records change about a sum: lines and limits of its own, so that what is shown adds up to what was found.

use super::super::Population;
use super::super::bands::{Band, Probability, points_for, probability};
use super::super::evidence::{Group, Label, Limit, Line};
use super::{Comparison, Evidence, LimitFound};

impl Comparison {
    /// As it was found among all: raised by somebody who works there, or held down by others who fit as well.
    pub fn beyond_the_pair(mut self, found: Probability, population: Population) -> Self {
        if found > self.probability {
            // They speak louder than what would limit the names alone.
            let points = (points_for(found, population) - self.points).max(0);
            let line = Line { group: Group::Employee, label: Label::WorksThere, points };
            self.evidence.push(Evidence { line, values: Default::default() });
            self.points += points;
            self.limits.clear();
        } else if found < self.probability {
            let limit = if population == Population::Organizations { Limit::Rivals } else { Limit::AnotherCertain };
            self.limits.push(LimitFound { limit, most: found, values: Default::default() });
        }
        Self { probability: found, band: Band::of(found), ..self }
    }

    /// Without its rivals it would be likely.
    pub fn is_one_of_several(&self) -> bool {
        let others = self.limits.iter().filter(|found| found.limit != Limit::Rivals).map(|found| found.most);
        let alone = others.chain([probability(self.points, Population::Organizations)]).min().unwrap_or_default();
        self.limits.iter().any(|found| found.limit == Limit::Rivals) && Band::of(alone) >= Band::Likely
    }

    /// Who works there, where somebody raised the sum.
    pub fn name_employee(&mut self, name: &str) {
        for evidence in self.evidence.iter_mut().filter(|evidence| evidence.line.group == Group::Employee) {
            evidence.values = (name.to_owned(), name.to_owned());
        }
    }
}
