//! The finder is built after the start, in slices, by code that is fetched then.

use std::pin::Pin;

use domain::duplicates::{Index, Settings, settings_of};
use domain::records::Kind;

use crate::pace::{Pace, next_task};
use crate::store::finder::{Indexes, Reading};
use crate::store::live_query::Live;
use crate::views::parts::likeness::reasons;

/// Records read between two looks at the clock.
const TOGETHER: usize = 16;

/// Reads all people and organizations, in slices, and hands the finder over.
async fn build(live: Live) {
    loop {
        live.expect_finder();
        let settings = live.read(|set| settings_of(|id| set.get(id)));
        let people = read_all(live, Kind::Person, settings.clone()).await;
        let organizations = read_all(live, Kind::Organization, settings.clone()).await;
        if live.set_finder(Box::new(Indexes::new(people, organizations, settings)), reasons) {
            return;
        }
    }
}

type Work = Pin<Box<dyn Future<Output = ()>>>;

/// The engine is a part of the app of its own: nothing that is drawn first asks it.
#[cfg(feature = "parts")]
#[leptos::wasm_split::wasm_split(finder, wasm_split_path = ::leptos::wasm_split, fallible, preload(fetch_finder))]
pub fn build_finder(live: Live) -> Result<Work, leptos::wasm_split::SplitLoaderError> {
    Ok(Box::pin(build(live)))
}

#[cfg(not(feature = "parts"))]
pub async fn fetch_finder() -> Result<(), ()> {
    Ok(())
}

#[cfg(not(feature = "parts"))]
pub async fn build_finder(live: Live) -> Result<Work, ()> {
    Ok(Box::pin(build(live)))
}

async fn read_all(live: Live, kind: Kind, settings: Settings) -> Index {
    let mut reading = Reading::of(kind, settings);
    let mut pace = Pace::start();
    for some in live.read(|set| set.ids(kind)).chunks(TOGETHER) {
        live.read(|set| reading.read(set, some));
        if pace.is_over() {
            next_task().await;
            pace = Pace::start();
        }
    }
    reading.finish()
}
