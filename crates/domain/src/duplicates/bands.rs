//! From points to a probability, and from a probability to what a person is told.

use super::Population;
use super::bits::Points;

/// A probability in millionths: whole numbers, the same on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Probability(pub u32);

impl Probability {
    pub fn as_f64(self) -> f64 {
        f64::from(self.0) / 1e6
    }

    /// 0 to 99: 100 would promise what nobody can.
    pub fn percent(self) -> u32 {
        ((self.0 + 5_000) / 10_000).min(99)
    }
}

/// How sure we are. Only `Certain` is ever chosen before anybody has looked (D5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Not worth showing.
    Unlikely,
    /// From 0.05: shown to whoever decides, and never acted upon.
    Possible,
    /// From 0.5.
    Likely,
    /// From 0.95.
    Certain,
}

impl Band {
    pub fn of(probability: Probability) -> Self {
        match probability.0 {
            950_000.. => Self::Certain,
            500_000.. => Self::Likely,
            50_000.. => Self::Possible,
            _ => Self::Unlikely,
        }
    }
}

/// Points (tenths of a bit) and the share of true pairs among those that have them, in millionths; straight lines between.
type Curve = [(Points, u32)];

/// Where the curves begin and end.
const LOWEST: Points = -130;
const HIGHEST: Points = 513;

const PERSONS: &Curve = &[
    (-130, 0),
    (-60, 3_000),
    (-40, 15_000),
    (-25, 40_000),
    (-15, 120_000),
    (0, 500_000),
    (15, 750_000),
    (30, 920_000),
    (43, 951_000),
    (60, 985_000),
    (100, 998_000),
    (200, 999_990),
    (500, 999_999),
];

const ORGANIZATIONS: &Curve = &[
    (-117, 0),
    (-52, 20_000),
    (-37, 80_000),
    (-27, 150_000),
    (-17, 300_000),
    (-7, 430_000),
    (3, 540_000),
    (13, 820_000),
    (28, 925_000),
    (43, 951_000),
    (73, 994_000),
    (113, 998_500),
    (213, 999_990),
    (513, 999_999),
];

/// The probability of a sum, calibrated, not yet limited.
pub fn probability(score: Points, population: Population) -> Probability {
    let curve = if population == Population::Persons { PERSONS } else { ORGANIZATIONS };
    let after = curve.partition_point(|(points, _)| *points <= score);
    let (Some(low), high) = (after.checked_sub(1).map(|at| curve[at]), curve.get(after)) else {
        return Probability(0);
    };
    let Some(high) = high else {
        return Probability(low.1);
    };
    let (span, way) = (i64::from(high.0 - low.0), i64::from(score - low.0));
    let value = i64::from(low.1) + (i64::from(high.1) - i64::from(low.1)) * way / span;
    Probability(u32::try_from(value).unwrap_or(0))
}

/// The least points that come to a probability.
pub fn points_for(wanted: Probability, population: Population) -> Points {
    let (mut low, mut high) = (LOWEST, HIGHEST);
    while low < high {
        let middle = low + (high - low) / 2;
        if probability(middle, population) < wanted { low = middle + 1 } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_points_are_never_less_probable() {
        for population in [Population::Persons, Population::Organizations] {
            let all: Vec<u32> = (-300..600).map(|score| probability(score, population).0).collect();
            assert!(all.is_sorted());
            assert_eq!(Band::of(probability(0, population)), Band::Likely);
        }
        assert_eq!(Band::of(Probability(949_999)), Band::Likely);
    }
}
