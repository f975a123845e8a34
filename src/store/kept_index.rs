//! People and organizations as the finder knows them, kept on disk, so that the next start need not work them out from all records: blocks,
//! and a head that says of which records they are. What does not fit is not used, and what is missing only takes longer.

use std::cell::RefCell;
use std::rc::Rc;

use domain::duplicates::{Index, Loading, Population, Saving, Settings, Unreadable};
use domain::ids::Id;
use serde::{Deserialize, Serialize};

use super::StoreError;
use super::pages::{decode, encode};
use super::working_set::WorkingSet;

const FORMAT: u8 = 1;
/// The head's key; those of the blocks follow.
const HEAD: u32 = 0;
/// Bytes of a block, about.
const BLOCK: usize = 256 * 1024;
/// Records read between two looks at the clock.
const TOGETHER: usize = 64;
/// So many records are known sooner than what is kept of them is read.
const FEW: usize = 1_000;
/// What is kept is told of what changed since, up to one record in so many, and written anew from one in so many on.
const TOLD: usize = 3;
const OLD: usize = 16;

/// Where that is kept which can be worked out again. Nobody relies on it.
#[allow(async_fn_in_trait)] // one thread, no trait objects
pub trait Shelf {
    async fn kept(&self, key: u32) -> Result<Option<Vec<u8>>, StoreError>;

    async fn keep(&self, key: u32, bytes: Vec<u8>) -> Result<(), StoreError>;

    /// Takes everything away.
    async fn clear(&self) -> Result<(), StoreError>;
}

/// The records, asked now and then: between two questions they may change.
pub trait Records {
    fn ask<T>(&self, ask: impl FnOnce(&WorkingSet) -> T) -> T;
}

impl Records for Rc<RefCell<WorkingSet>> {
    fn ask<T>(&self, ask: impl FnOnce(&WorkingSet) -> T) -> T {
        ask(&self.borrow())
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    /// It has the effects of all entries up to this one, which was this command's.
    upto: u64,
    command: Id,
    /// What was left out.
    without: Vec<String>,
    blocks: Vec<Block>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Block {
    checksum: u64,
    /// The last one of its index.
    ends: bool,
}

/// What was kept, as it was then.
#[derive(Debug)]
pub struct Kept {
    pub people: Index,
    pub organizations: Index,
    /// Who may have changed since.
    pub changed: Vec<Id>,
}

/// Multiplied and turned, eight bytes at a time: a slip of the disk is found, an enemy would need no slip.
fn checksum(bytes: &[u8]) -> u64 {
    let mix = |state: u64, word: u64| ((state ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)).rotate_left(29);
    let words = bytes.chunks(8).map(|some| some.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)));
    words.fold(bytes.len() as u64, mix)
}

/// What the workspace leaves out.
fn without(settings: &Settings) -> Vec<String> {
    Settings { without: settings.without.clone(), ..Settings::default() }.words()
}

impl Head {
    fn encode(&self) -> Vec<u8> {
        let mut bytes = encode(FORMAT, self);
        bytes.extend_from_slice(&checksum(&bytes).to_le_bytes());
        bytes
    }

    /// None if it was damaged, or written by another version.
    fn decode(bytes: &[u8]) -> Option<Self> {
        let (head, sum) = bytes.split_last_chunk()?;
        (checksum(head).to_le_bytes() == *sum).then(|| decode(FORMAT, head, "kept index").ok())?
    }

    /// It was kept of these records, or of what they were before.
    fn is_of(&self, set: &WorkingSet) -> bool {
        let settings = domain::duplicates::settings_of(|id| set.get(id));
        set.command_at(self.upto) == Some(self.command) && self.without == without(&settings)
    }
}

/// An index being read, block by block.
#[derive(Default)]
struct Reading {
    loading: Option<Loading>,
    done: Vec<Index>,
}

impl Reading {
    async fn read(&mut self, bytes: &[u8], ends: bool, pause: &impl AsyncFn()) -> Result<(), Unreadable> {
        let mut loading = self.loading.take().map_or_else(|| Loading::start(bytes), Ok)?;
        while loading.step(bytes, TOGETHER)? {
            pause().await;
        }
        if ends {
            while loading.settle() {
                pause().await;
            }
            self.done.push(loading.finish()?);
        } else {
            self.loading = Some(loading);
        }
        Ok(())
    }
}

/// What is kept of these records, if it is. `pause` lets others have their turn when it is time for that.
pub async fn read(shelf: &impl Shelf, records: &impl Records, pause: &impl AsyncFn()) -> Option<Kept> {
    let head = Head::decode(&shelf.kept(HEAD).await.ok()??).filter(|head| records.ask(|set| head.is_of(set)))?;
    let mut reading = Reading::default();
    for (key, block) in (HEAD + 1..).zip(&head.blocks) {
        let bytes = shelf.kept(key).await.ok()?.filter(|bytes| checksum(bytes) == block.checksum)?;
        reading.read(&bytes, block.ends, pause).await.ok()?;
    }
    let [people, organizations] = <[Index; 2]>::try_from(reading.done).ok()?;
    let fits = people.population() == Population::Persons && organizations.population() == Population::Organizations;
    let most = FEW + (people.len() + organizations.len()) / TOLD;
    let changed = changed_since(&head, records, most, pause).await?;
    fits.then_some(Kept { people, organizations, changed })
}

/// Who may have changed since; none if they are more than `most`.
async fn changed_since(head: &Head, records: &impl Records, most: usize, pause: &impl AsyncFn()) -> Option<Vec<Id>> {
    let mut changed = Vec::new();
    for seq in head.upto + 1..=records.ask(WorkingSet::last_seq) {
        changed.extend(records.ask(|set| set.changed_by(seq)));
        if changed.len() > most {
            return None;
        }
        pause().await;
    }
    Some(changed)
}

/// So many records are worth being kept, and what is kept of them is not good enough any more.
pub async fn is_worth_it(shelf: &impl Shelf, records: &impl Records, pause: &impl AsyncFn()) -> bool {
    let Some(known) = records.ask(|set| Some(set.finder_now()?.1.iter().map(|index| index.len()).sum::<usize>())) else { return false };
    if known < FEW {
        return false;
    }
    let Ok(Some(head)) = shelf.kept(HEAD).await else { return true };
    match Head::decode(&head).filter(|head| records.ask(|set| head.is_of(set))) {
        Some(head) => changed_since(&head, records, known / OLD, pause).await.is_none(),
        None => true,
    }
}

/// Keeps what the finder knows now. What was kept before is gone, however far this comes.
pub async fn keep(shelf: &impl Shelf, records: &impl Records, pause: &impl AsyncFn()) -> Result<(), StoreError> {
    let now = records.ask(|set| {
        let (command, indexes, settings) = set.finder_now()?;
        Some((Head { upto: set.last_seq(), command, without: without(settings), blocks: Vec::new() }, indexes))
    });
    let Some((mut head, indexes)) = now else { return Ok(()) };
    shelf.clear().await?;
    let kept = put(shelf, &mut head, &indexes, pause).await;
    if kept.is_err() {
        // On a full disk there is more important work for what it has. If it can't be done either, it is found to be damaged.
        drop(shelf.clear().await);
    }
    kept
}

/// The head comes last: before it nothing is kept.
async fn put(shelf: &impl Shelf, head: &mut Head, indexes: &[Rc<Index>], pause: &impl AsyncFn()) -> Result<(), StoreError> {
    for index in indexes {
        let mut saving = Saving::new(index);
        let mut next = saving.block(index, BLOCK);
        while let Some(bytes) = next {
            next = saving.block(index, BLOCK);
            head.blocks.push(Block { checksum: checksum(&bytes), ends: next.is_none() });
            pause().await;
            shelf.keep(HEAD + head.blocks.len() as u32, bytes).await?;
        }
    }
    shelf.keep(HEAD, head.encode()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_head_is_none() {
        let blocks = vec![Block { checksum: 7, ends: true }];
        let head = Head { upto: 300, command: Id::from_u128(5), without: vec!["without phone".into()], blocks };
        let bytes = head.encode();
        assert_eq!(Head::decode(&bytes), Some(head));
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << (at % 8);
            assert_eq!(Head::decode(&damaged), None);
            assert_eq!(Head::decode(&bytes[..at]), None);
        }
    }
}
