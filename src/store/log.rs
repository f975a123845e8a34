//! The log: one entry per commit, kept until the pages have its effects.

use domain::change_set::ChangeSet;
use domain::commands::{Action, Command, Receipt};
use domain::stamp::Stamp;
use serde::{Deserialize, Serialize};

use super::StoreError;
use super::pages::{decode, encode};

const FORMAT: u8 = 1;

/// A command that took effect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LogEntry {
    pub stamp: Stamp,
    pub action: Action,
    /// None for imports, whose rows are the effects.
    pub command: Option<Command>,
    pub changes: ChangeSet,
    /// Place of each changed record in its book, in the order of the changes: all tabs lay out pages alike.
    pub slots: Vec<u32>,
}

impl LogEntry {
    pub fn encode(&self) -> Vec<u8> {
        encode(FORMAT, self)
    }

    pub fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        decode(FORMAT, bytes, "log entry")
    }

    pub fn receipt(&self) -> Receipt {
        Receipt::of(self.stamp, self.action.clone(), &self.changes)
    }
}

/// Where the log stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Rises with every commit; a commit based on another number is refused.
    pub commit_no: u64,
    /// Number of the next entry; the first is 1.
    pub next_seq: u64,
    /// The pages have the effects of all entries up to this one.
    pub checkpoint: u64,
}

impl Head {
    pub fn encode(&self) -> Vec<u8> {
        encode(FORMAT, self)
    }

    pub fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        let head: Self = decode(FORMAT, bytes, "head")?;
        let sound = head.last_seq() <= u64::from(u32::MAX) && head.checkpoint <= head.last_seq();
        if sound { Ok(head) } else { Err(StoreError::Damaged("head out of range".into())) }
    }

    /// Number of the last entry; 0 when there is none.
    pub fn last_seq(&self) -> u64 {
        self.next_seq.max(1) - 1
    }

    /// After these many more entries of one transaction. To be asked of the head on disk: another tab may have moved the
    /// checkpoint meanwhile.
    pub fn advanced(&self, entries: u64) -> Self {
        Self { commit_no: self.commit_no.wrapping_add(1), next_seq: self.next_seq.max(1) + entries, checkpoint: self.checkpoint }
    }
}
