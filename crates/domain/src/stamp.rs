//! Who sent a command, from where and when. Time is for people to read: nothing is ordered by it.

use serde::{Deserialize, Serialize};

use crate::ids::Id;

/// Milliseconds since 1970-01-01 UTC.
pub type Millis = i64;

/// Given to every command by the device that sends it; all new ids derive from `command`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    pub command: Id,
    pub device: Id,
    pub by: Id,
    pub at: Millis,
}

impl Stamp {
    pub fn touch(&self) -> Touch {
        Touch { command: self.command, by: self.by, at: self.at }
    }
}

/// The mark a command leaves on the records it creates or changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touch {
    pub command: Id,
    pub by: Id,
    pub at: Millis,
}
