//! The finder hears of every commit: of a few records at once, of many between what else the page does.

use wasm_bindgen_futures::spawn_local;

use crate::pace::{Pace, next_task};
use crate::store::live_query::Live;

/// Portions that nobody waits for longer than for a frame.
const AT_ONCE: usize = 4;

/// Tells it what changed; true if that takes longer: who may be the same can be asked again when it is done.
pub fn follow(live: Live) -> bool {
    let more = (0..AT_ONCE).all(|_| live.tell_finder());
    live.look_for_finder();
    if more && live.begin_following() {
        spawn_local(async move {
            let mut pace = Pace::start();
            while live.tell_finder() {
                if pace.is_over() {
                    next_task().await;
                    pace = Pace::start();
                }
            }
            live.end_following();
            live.look_for_finder();
        });
    }
    more
}
