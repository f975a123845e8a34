//! One line per item: what is going on, and how long it took. On standard error: results own the other one.

use std::io::{Write, stderr};
use std::time::Instant;

/// An installation under way. Dropped before it is done, it has failed.
pub struct Item {
    started: Instant,
    is_done: bool,
}

/// Begins the line.
pub fn start(name: &str, what: &str) -> Item {
    eprint!("{name}: {what} … ");
    // A terminal that can't be written to is no reason to stop an installation.
    let _ = stderr().flush();
    Item { started: Instant::now(), is_done: false }
}

impl Item {
    /// Adds to the line.
    pub fn say(&self, what: &str) {
        eprint!("{what} … ");
        let _ = stderr().flush();
    }

    pub fn done(mut self) {
        self.is_done = true;
    }
}

impl Drop for Item {
    fn drop(&mut self) {
        let outcome = if self.is_done { "done in" } else { "failed after" };
        eprintln!("{outcome} {} s", self.started.elapsed().as_secs());
    }
}
