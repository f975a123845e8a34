//! Who may be the same. [`Index`] finds, [`compare`] says why; [`Candidate`] is what lists and plans keep of both.

mod bands;
mod bits;
mod candidate;
mod classic;
mod company_key;
mod compare;
mod evidence;
mod few;
mod front_coding;
mod hash;
mod index;
mod keys;
mod lexica;
mod normal;
mod packed;
mod settings;
mod statistics;
mod subject;
mod values;

pub use bands::{Band, Probability, probability};
pub use bits::Points;
pub use candidate::Candidate;
pub use classic::{ClassicField, ClassicRule};
pub use company_key::CompanyKey;
pub use compare::{Comparison, Evidence, LimitFound, Score, compare};
pub use evidence::{Group, Label, Limit, Line};
pub use index::{
    Among, AmongThemselves, Building, Clustering, Ending, Index, Likeness, Loading, Match, Pair, PairSearch, SCHEMA, Saving, Scratch,
    Unreadable, clusters, with_employers,
};
pub use settings::{Bands, ClassicPart, Compared, Settings, settings_of};
pub use statistics::{Nobody, Statistics};
pub use subject::Subject;

/// What an index has records of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Population {
    Persons,
    Organizations,
}
