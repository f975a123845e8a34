//! A view with how rare its words are: looked up once, compared with many.

use super::super::bits::Points;
use super::super::few::Few;
use super::super::packed::{Given, View};
use super::super::statistics::{Counted, Statistics, company_key, rarity};
use super::firms;
use super::names::{Parts, part};

/// Of one side of a comparison.
#[derive(Clone, Copy)]
pub struct Prepared<'a> {
    pub view: View<'a>,
    pub first: Parts<'a>,
    pub last: Parts<'a>,
    /// The words of the firm's name run together.
    pub name: Few<u8, 64>,
    /// Points of an agreement on each word of it.
    pub company: [Points; 7],
    /// Points of an agreement on its whole name.
    pub whole: Points,
    /// Points of what one record has.
    pub rarest: Points,
}

impl<'a> Prepared<'a> {
    pub fn new(view: View<'a>, statistics: &dyn Statistics) -> Self {
        let (mut first, mut last) = (Parts::default(), Parts::default());
        view.first.iter().for_each(|given| first.push(part(*given, statistics)));
        view.last.iter().for_each(|text| last.push(part(Given { text, ..Given::default() }, statistics)));
        let mut company = [0; 7];
        for (points, word) in company.iter_mut().zip(view.company.iter()) {
            let rare = rarity(statistics.records(), statistics.count(company_key(word)));
            *points = if word.weak { rare.clamp(2, 12) } else { rare.clamp(5, 110) };
        }
        let name = firms::joined(&view.company);
        let whole = if view.company.is_empty() { 0 } else { statistics.count(Counted::WholeCompany.key(&name)) };
        Self { view, first, last, name, company, whole: rarity(statistics.records(), whole), rarest: rarity(statistics.records(), 1) }
    }

    /// Points of the firm's whole name: of its words, or of all of them together when those are rarer.
    pub fn company_sum(&self) -> Points {
        let words: Points = self.company.iter().sum();
        words.max(self.whole)
    }
}
