//! Sums of deals, by currency: amounts of different money are never added up.

use domain::records::{Field, Record};
use domain::values::{Currency, Money};

use crate::i18n::format;

/// Value and weighted value of some deals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sums {
    pub count: usize,
    total: Vec<Money>,
    weighted: Vec<Money>,
}

impl Sums {
    /// `probability` is the stage's, in percent; a deal's own takes its place.
    pub fn add(&mut self, deal: &Record, probability: i64) {
        self.count += 1;
        let Some(value) = deal.money(Field::Value) else { return };
        let percent = deal.number(Field::Probability).unwrap_or(probability).clamp(0, 100);
        add(&mut self.total, value);
        add(&mut self.weighted, Money { minor: value.minor * percent / 100, ..value });
    }

    pub fn total(&self) -> String {
        words(&self.total)
    }

    pub fn weighted(&self) -> String {
        words(&self.weighted)
    }
}

/// `6 this month, €84,200`; only the count where nothing has a value.
pub fn counted(count: String, amounts: &[Money]) -> String {
    let mut total = Vec::new();
    amounts.iter().for_each(|amount| add(&mut total, *amount));
    if total.is_empty() { count } else { format!("{count}, {}", words(&total)) }
}

fn add(sums: &mut Vec<Money>, value: Money) {
    match sums.iter_mut().find(|sum| sum.currency == value.currency) {
        Some(sum) => sum.minor = sum.minor.saturating_add(value.minor),
        None => sums.push(value),
    }
}

/// Whole units, as sums are read: `€941,900 + CHF 12,000`.
fn words(sums: &[Money]) -> String {
    let whole = |money: &Money| {
        let unit = 10_i64.pow(money.currency.digits());
        format::money(Money { minor: (money.minor + unit / 2).div_euclid(unit) * unit, ..*money })
    };
    if sums.is_empty() {
        format::money(Money { minor: 0, currency: Currency::EUR })
    } else {
        sums.iter().map(whole).collect::<Vec<_>>().join(" + ")
    }
}
