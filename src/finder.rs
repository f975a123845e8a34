//! The finder is built after the start, in slices, by code that is fetched then: from what was kept of it, or from all records.

use std::cell::{Cell, OnceCell};
use std::pin::Pin;

use domain::duplicates::{Index, Settings, settings_of};
use domain::ids::Id;
use domain::records::Kind;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::dispatch::follow;
use crate::pace::{Pace, next_task};
use crate::store::finder::{Indexes, Reading};
use crate::store::indexed_db::IndexedDb;
use crate::store::kept_index;
use crate::store::live_query::Live;
use crate::store::schema::DATABASE;
use crate::views::parts::who::WORDS;

/// Records read between two looks at the clock.
const TOGETHER: usize = 16;
/// Quiet time after which it is seen whether the finder is worth keeping: pages are written sooner.
const IDLE_MS: u32 = 10_000;

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

/// Hands the finder over when it knows all people and organizations.
async fn build(live: Live) {
    loop {
        live.expect_finder();
        let settings = live.read(|set| settings_of(|id| set.get(id)));
        let (people, organizations, changed) = match read_kept(live).await {
            Some(kept) => kept,
            None => {
                let people = read_all(live, Kind::Person, settings.clone()).await;
                (people, read_all(live, Kind::Organization, settings.clone()).await, Vec::new())
            }
        };
        if live.set_finder(Box::new(Indexes::new(people, organizations, settings)), &changed, WORDS) {
            follow(live);
            // Other settings may have come meanwhile.
            if live.has_finder() {
                return keep_when_idle(live);
            }
        }
    }
}

async fn read_kept(live: Live) -> Option<(Index, Index, Vec<Id>)> {
    let (disk, pace) = (IndexedDb::open(DATABASE).await.ok()?, Cell::new(Pace::start()));
    let kept = kept_index::read(&disk, &live, &async || pause(&pace).await).await?;
    Some((kept.people, kept.organizations, kept.changed))
}

/// What it knows is kept for the next start when nobody has changed it for a while. From the first time on, as long as the page lives.
fn keep_when_idle(live: Live) {
    thread_local! {
        static OWNER: OnceCell<Owner> = const { OnceCell::new() };
    }
    OWNER.with(|owner| {
        let watch = || {
            let idle = StoredValue::new_local(None);
            Effect::new(move || {
                live.track(&[Kind::Person, Kind::Organization, Kind::Workspace]);
                if live.finds() {
                    idle.set_value(Some(Timeout::new(IDLE_MS, move || spawn_local(keep(live)))));
                }
            });
        };
        if let Ok(()) = owner.set(Owner::new()) {
            owner.get().into_iter().for_each(|owner| owner.with(watch));
        }
    });
}

async fn keep(live: Live) {
    let Ok(disk) = IndexedDb::open(DATABASE).await else { return };
    let pace = Cell::new(Pace::start());
    let pause = async || pause(&pace).await;
    if kept_index::is_worth_it(&disk, &live, &pause).await {
        // Without it the next start takes longer.
        drop(kept_index::keep(&disk, &live, &pause).await);
    }
}

async fn read_all(live: Live, kind: Kind, settings: Settings) -> Index {
    let mut reading = Reading::of(kind, settings);
    let pace = Cell::new(Pace::start());
    for some in live.read(|set| set.ids(kind)).chunks(TOGETHER) {
        live.read(|set| reading.read(set, some));
        pause(&pace).await;
    }
    while reading.step() {
        pause(&pace).await;
    }
    reading.finish()
}

/// When it is time for that.
async fn pause(pace: &Cell<Pace>) {
    if pace.get().is_over() {
        next_task().await;
        pace.set(Pace::start());
    }
}
