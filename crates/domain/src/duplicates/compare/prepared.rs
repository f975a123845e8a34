//! A view with how rare its words are: looked up once, compared with many.

use super::super::bits::Points;
use super::super::packed::{Given, View};
use super::super::statistics::{Counted, Statistics, rarity};
use super::names::{Parts, part};

/// Of one side of a comparison.
#[derive(Clone, Copy)]
pub struct Prepared<'a> {
    pub view: View<'a>,
    pub first: Parts<'a>,
    pub last: Parts<'a>,
    /// Points of an agreement on each word of the firm's name.
    pub company: [Points; 7],
}

impl<'a> Prepared<'a> {
    pub fn new(view: View<'a>, statistics: &dyn Statistics) -> Self {
        let (mut first, mut last) = (Parts::default(), Parts::default());
        view.first.iter().for_each(|given| first.push(part(*given, statistics)));
        view.last.iter().for_each(|text| last.push(part(Given { text, ..Given::default() }, statistics)));
        let mut company = [0; 7];
        for (points, word) in company.iter_mut().zip(view.company.iter()) {
            let rare = rarity(statistics.records(), statistics.count(Counted::Company.key(word.text)));
            *points = if word.weak { rare.clamp(2, 12) } else { rare.clamp(5, 110) };
        }
        Self { view, first, last, company }
    }
}
