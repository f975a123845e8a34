//! One line per item: what is going on, and how long it took.

use std::io::{Write, stdout};
use std::time::Instant;

/// An installation under way.
pub struct Item {
    started: Instant,
}

/// Begins the line.
pub fn start(name: &str, what: &str) -> Item {
    print!("{name}: {what} … ");
    // A terminal that can't be written to is no reason to stop an installation.
    let _ = stdout().flush();
    Item { started: Instant::now() }
}

impl Item {
    /// Adds to the line.
    pub fn say(&self, what: &str) {
        print!("{what} … ");
        let _ = stdout().flush();
    }

    /// Ends the line.
    pub fn done(self) {
        println!("done in {} s", self.started.elapsed().as_secs());
    }
}
