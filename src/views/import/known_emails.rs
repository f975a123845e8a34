//! How many rows share an e-mail with a lead or a person that is there already.

use std::collections::BTreeSet;
use std::hash::{BuildHasher, BuildHasherDefault};

use domain::import::RowOutcome;
use domain::records::{Field, Kind};
use domain::values::{Value, email};
use rustc_hash::{FxHashMap, FxHasher};

use crate::pace::Pace;
use crate::store::live_query::Live;

/// Records looked at between two looks at the clock.
const PIECE: u32 = 16;

/// The e-mails of a file, by what they are compared by, with the rows they stand in.
#[derive(Default)]
pub struct FileEmails {
    rows: FxHashMap<u64, Vec<u32>>,
    count: u32,
}

fn hash(key: &str) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(key)
}

impl FileEmails {
    pub fn add(&mut self, outcome: &RowOutcome) {
        let RowOutcome::Lead { drafts, .. } = outcome else { return };
        self.count += 1;
        let emails = drafts.iter().flat_map(|draft| &draft.fields).filter_map(|(field, value)| match value {
            Value::Points(points) if *field == Field::Emails => Some(points),
            _ => None,
        });
        for point in emails.flatten() {
            self.rows.entry(hash(&email::key(&point.value))).or_default().push(self.count);
        }
    }

    /// None when `wanted` says no on the way.
    pub async fn count_known(&self, live: Live, wanted: impl Fn() -> bool) -> Option<usize> {
        let (mut known, mut pace) = (BTreeSet::<u32>::new(), Pace::start());
        for kind in [Kind::Lead, Kind::Person] {
            let mut slot = 0;
            while let Some(emails) = live.read(|set| set.emails_at(kind, slot..slot + PIECE)) {
                known.extend(emails.iter().filter_map(|email| self.rows.get(&hash(email))).flatten());
                slot += PIECE;
                pace.breathe().await;
                if !wanted() {
                    return None;
                }
            }
        }
        Some(known.len())
    }
}
