//! Invented data for a first look: a team, contacts, leads and deals in three languages, with some duplicates among them.
//!
//! Always the same: only the ids depend on the batch and only the dates on today. Mail goes to `.example`, phone numbers are
//! those kept free for films, and nobody in here exists.

mod chance;
mod contacts;
mod deals;
mod leads;
mod names;
mod places;
mod stories;
mod team;

use domain::commands::Draft;
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::stamp::Millis;
use domain::values::{ContactPoint, Date, PointKind, Value};

use chance::Chance;

const LEADS: usize = 300;
const PEOPLE: usize = 200;
const ORGANIZATIONS: usize = 120;
const DEALS: usize = 60;
/// In milliseconds.
const DAY: Millis = 24 * 60 * 60 * 1_000;

/// The invented records of an empty workspace: most people never ask for them, so their names and stories come when they do.
#[cfg(feature = "parts")]
#[leptos::wasm_split::wasm_split(sample, wasm_split_path = ::leptos::wasm_split, fallible)]
fn sample_drafts(batch: Id, today: Date) -> Result<Vec<Draft>, leptos::wasm_split::SplitLoaderError> {
    Ok(drafts(batch, today))
}
#[cfg(not(feature = "parts"))]
async fn sample_drafts(batch: Id, today: Date) -> Result<Vec<Draft>, ()> {
    Ok(drafts(batch, today))
}

/// None when they can't be fetched now.
pub async fn invented(batch: Id, today: Date) -> Option<Vec<Draft>> {
    sample_drafts(batch, today).await.ok()
}

/// About a thousand valid records, those that others link to first.
pub fn drafts(batch: Id, today: Date) -> Vec<Draft> {
    let mut maker = Maker { batch, today, chance: Chance::new(), lines: 0, people: [0; 3], firms: [0; 3] };
    let firms = contacts::firms(&mut maker);
    let people = contacts::people(&mut maker, &firms);
    let leads = leads::leads(&mut maker, &people, &firms);
    let deals = deals::deals(&mut maker, &people, &firms);
    let stories = stories::stories(&mut maker, &leads, &deals);
    let mut all = team::members(batch);
    all.extend(firms.iter().map(|firm| firm.draft.clone()));
    all.extend(people.iter().map(|someone| someone.draft.clone()));
    all.extend(leads.into_iter().map(|lead| lead.draft));
    all.extend(deals.into_iter().map(|deal| deal.draft));
    all.extend(stories);
    all
}

/// The languages of the sample, in the order of its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tongue {
    German,
    Italian,
    English,
}

impl Tongue {
    const ALL: [Self; 3] = [Self::German, Self::Italian, Self::English];

    /// Languages take turns.
    fn of(number: usize) -> Self {
        Self::ALL[number % 3]
    }
}

/// What is being made, and what was given away already.
struct Maker {
    batch: Id,
    today: Date,
    chance: Chance,
    /// Phone lines in use: everybody has a number of their own.
    lines: usize,
    /// Names in use, by language.
    people: [usize; 3],
    firms: [usize; 3],
}

impl Maker {
    fn draft(&self, kind: Kind, number: usize) -> Draft {
        Draft::new(kind, self.batch.derive(&format!("sample {kind:?} {number}")))
    }

    fn line(&mut self) -> usize {
        self.lines += 1;
        self.lines
    }

    fn day(&self, days_from_today: i32) -> Date {
        self.today.plus_days(days_from_today)
    }

    /// A day at least `from` days ahead, and less than `span` days after that.
    fn day_within(&mut self, from: i32, span: usize) -> Date {
        let days = from + self.chance.below(span) as i32;
        self.day(days)
    }

    /// A moment in the working hours of a day.
    fn moment(&mut self, days_from_today: i32) -> Millis {
        self.day(days_from_today).to_millis() + 1_000 * 60 * (8 * 60 + self.chance.below(9 * 60) as Millis)
    }
}

fn text(field: Field, text: &str) -> (Field, Value) {
    (field, Value::text(text))
}

fn points(field: Field, points: impl IntoIterator<Item = (PointKind, String)>) -> (Field, Value) {
    (field, Value::Points(points.into_iter().map(|(kind, value)| ContactPoint::new(kind, value)).collect()))
}

#[cfg(test)]
mod tests;
