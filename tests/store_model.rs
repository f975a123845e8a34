//! Tabs that commit, follow, checkpoint, fail and come back in random order agree with a model, record for record.
//! `PROPTEST_CASES` and `KONTOR_STEPS` ask for more.
#![cfg(not(target_arch = "wasm32"))]

#[path = "store_model/cases.rs"]
mod cases;
#[path = "store_model/checks.rs"]
mod checks;
#[path = "store_model/scenarios.rs"]
mod scenarios;
#[path = "store_model/simulated_disk.rs"]
mod simulated_disk;
#[path = "store_model/steps.rs"]
mod steps;
#[path = "store_model/world.rs"]
mod world;

use kontor::store::schema::Sizes;
use proptest::prelude::*;
use world::World;

fn number(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// Small, so that few records fill many pages and logs are soon cut.
fn sizes() -> impl Strategy<Value = Sizes> {
    (1..7u32, 1..4usize, 1..6usize, 0..5u64).prop_map(|(page_records, pages_per_read, pages_per_write, keep_entries)| Sizes {
        page_records,
        pages_per_read,
        pages_per_write,
        keep_entries,
    })
}

fn config() -> ProptestConfig {
    let cases = number("PROPTEST_CASES", 64) as u32;
    ProptestConfig { cases, max_shrink_iters: 600, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn tabs_agree_with_the_model(
        tabs in 1..5usize,
        sizes in sizes(),
        steps in prop::collection::vec(steps::step(), number("KONTOR_STEPS", 60)),
    ) {
        let world = World::new(tabs, sizes);
        for (tab, step) in &steps {
            world.run(tab, step);
        }
        world.rest();
    }
}
