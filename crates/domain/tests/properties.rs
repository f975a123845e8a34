//! What holds whatever the data: random worlds, conversions, sequences of commands, hostile values.
//! 256 cases each, 2,000 for what a conversion promises; `PROPTEST_CASES` says otherwise. What failed once is kept in
//! `properties/seeds.txt` and tried first.

#[path = "properties/bulk.rs"]
mod bulk;
#[path = "properties/conversion.rs"]
mod conversion;
#[path = "properties/duplicates.rs"]
mod duplicates;
#[path = "properties/formats.rs"]
mod formats;
#[path = "properties/hostile.rs"]
mod hostile;
#[path = "properties/merging.rs"]
mod merging;
#[path = "properties/sequences.rs"]
mod sequences;
#[path = "properties/values.rs"]
mod values;
#[path = "properties/world.rs"]
mod world;

use proptest::test_runner::{Config, FileFailurePersistence};

/// For the promises of a conversion.
fn thorough() -> Config {
    let seeds = FileFailurePersistence::Direct("tests/properties/seeds.txt");
    let chosen = std::env::var_os("PROPTEST_CASES").is_some();
    let config = Config { failure_persistence: Some(Box::new(seeds)), ..Config::default() };
    if chosen { config } else { Config { cases: 2_000, ..config } }
}
