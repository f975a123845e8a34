//! Two subjects against each other: evidence, its sum, what limits it.

mod beyond;
mod contact;
mod domains;
mod firms;
mod hopeless;
mod likeness;
mod names;
mod numbers;
mod organization;
mod person;
mod place;
mod prepared;
mod weights;

pub use firms::joined;
pub use prepared::Prepared;

use super::Population;
use super::bands::{Band, Probability, probability};
use super::bits::Points;
use super::evidence::{Limit, Line, Sheet};
use super::packed::{View, pack};
use super::statistics::Statistics;
use super::subject::Subject;

/// What a comparison comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    pub points: Points,
    pub probability: Probability,
    /// See [`Sheet::open_to_rivals`].
    pub(super) open_to_rivals: bool,
    /// See [`Sheet::contradicted`].
    pub(super) contradicted: bool,
    /// See [`Sheet::vetoed`].
    pub(super) vetoed: bool,
    /// See [`Sheet::half`].
    pub(super) half: bool,
}

impl Score {
    fn of(sheet: &Sheet, population: Population) -> Self {
        let points = sheet.score();
        let probability = Probability(probability(points, population).0.min(sheet.most()));
        Self {
            points,
            probability,
            open_to_rivals: sheet.open_to_rivals,
            contradicted: sheet.contradicted,
            vetoed: sheet.vetoed,
            half: sheet.half,
        }
    }
}

/// Of two packed subjects: symmetric, as they are always taken in one order.
pub fn sheet(a: (&Prepared, &[u8]), b: (&Prepared, &[u8]), population: Population, statistics: &dyn Statistics) -> Sheet {
    let (a, b) = if a.1 <= b.1 { (a.0, b.0) } else { (b.0, a.0) };
    match population {
        Population::Persons => person::compare(a, b, statistics),
        Population::Organizations => organization::compare(a, b, statistics),
    }
}

/// Two of which it is clear without a sum that they are two.
pub fn is_hopeless(a: &View, b: &View, population: Population) -> bool {
    population == Population::Persons && hopeless::people(a, b)
}

pub fn score(a: (&Prepared, &[u8]), b: (&Prepared, &[u8]), population: Population, statistics: &dyn Statistics) -> Score {
    Score::of(&sheet(a, b, population, statistics), population)
}

/// A piece of evidence with what it is about on both sides, as written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub line: Line,
    pub values: (String, String),
}

/// A limit with the values that set it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitFound {
    pub limit: Limit,
    pub most: Probability,
    pub values: (String, String),
}

/// The whole sum: the points of the evidence add up to `points`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    pub evidence: Vec<Evidence>,
    pub limits: Vec<LimitFound>,
    pub points: Points,
    pub probability: Probability,
    pub band: Band,
}

impl Comparison {
    pub fn percent(&self) -> u32 {
        self.probability.percent()
    }

    /// As seen from the other side: values change places.
    pub fn turned(mut self) -> Self {
        let values = self.evidence.iter_mut().map(|evidence| &mut evidence.values);
        for (one, other) in values.chain(self.limits.iter_mut().map(|found| &mut found.values)) {
            std::mem::swap(one, other);
        }
        self
    }
}

/// The same score as [`super::Index::find`] gives, with all that led to it.
pub fn compare(a: &Subject, b: &Subject, population: Population, statistics: &dyn Statistics) -> Comparison {
    let (x, y) = (pack(a), pack(b));
    let (p, q) = (Prepared::new(View::read(&x), statistics), Prepared::new(View::read(&y), statistics));
    let sheet = sheet((&p, &x), (&q, &y), population, statistics);
    let score = Score::of(&sheet, population);
    let most = |limit: &(Limit, u32)| limit.1 < probability(score.points, population).0;
    Comparison {
        evidence: sheet.lines.iter().map(|line| Evidence { line: *line, values: super::values::of_line(line, a, b) }).collect(),
        limits: sheet
            .limits
            .iter()
            .filter(|limit| most(limit))
            .map(|(limit, most)| LimitFound { limit: *limit, most: Probability(*most), values: super::values::of_limit(*limit, a, b) })
            .collect(),
        points: score.points,
        probability: score.probability,
        band: Band::of(score.probability),
    }
}
