//! Birth dates and tax numbers against each other.

use super::super::bits::Points;
use super::super::evidence::Label;
use super::super::packed::View;
use super::likeness::distance;
use super::weights::*;

/// How two numbers of the state relate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Number {
    #[default]
    Unknown,
    Equal,
    Near,
    Different,
}

impl Number {
    pub fn agrees(self) -> bool {
        matches!(self, Self::Equal | Self::Near)
    }

    pub fn birth(self) -> Option<(Label, Points)> {
        match self {
            Self::Unknown => None,
            Self::Equal => Some((Label::BirthDateEqual, BIRTH_EQUAL)),
            Self::Near => Some((Label::BirthDateNear, BIRTH_NEAR)),
            Self::Different => Some((Label::BirthDateDifferent, BIRTH_DIFFERENT)),
        }
    }

    pub fn tax(self) -> Option<(Label, Points)> {
        match self {
            Self::Unknown => None,
            Self::Equal => Some((Label::TaxIdEqual, TAX_EQUAL)),
            Self::Near => Some((Label::TaxIdNear, TAX_NEAR)),
            Self::Different => Some((Label::TaxIdDifferent, TAX_DIFFERENT)),
        }
    }
}

pub fn birth(a: &View, b: &View) -> Number {
    let (x, y) = (a.birth, b.birth);
    if x.is_empty() || y.is_empty() {
        return Number::Unknown;
    }
    let turned = x.len() == 8 && y.len() == 8 && x[..4] == y[..4] && x[4..6] == y[6..] && x[6..] == y[4..6];
    // The first of January often stands for a year alone.
    let year_only = x.ends_with(b"0101") && y.ends_with(b"0101");
    match distance(x, y) {
        0 if year_only => Number::Near,
        0 => Number::Equal,
        1 if !year_only => Number::Near,
        _ if turned => Number::Near,
        _ => Number::Different,
    }
}

pub fn tax(a: &View, b: &View) -> Number {
    let (x, y) = (a.tax, b.tax);
    if x.is_empty() || y.is_empty() {
        return Number::Unknown;
    }
    match distance(x, y) {
        0 => Number::Equal,
        1 => Number::Near,
        _ => Number::Different,
    }
}
