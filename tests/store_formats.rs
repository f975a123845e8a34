//! What is on disk stays readable: it comes back as it was, damage is told, and every form ever written still loads.
#![cfg(not(target_arch = "wasm32"))]

#[path = "browser/corpus.rs"]
mod corpus;

use std::path::PathBuf;

use domain::commands::Command;
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::workspace;
use kontor::store::StoreError;
use kontor::store::log::{Head, LogEntry};
use kontor::store::pages::{Packed, Page, Place};
use kontor::store::schema::{Book, PageKey};
use kontor::store::working_set::WorkingSet;
use proptest::prelude::*;

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        Just(Place::Empty),
        prop::collection::vec(any::<u8>(), 0..40).prop_map(|bytes| Place::Taken(Packed(bytes.into()))),
        any::<u128>().prop_map(|id| Place::Removed(Id::from_u128(id))),
    ]
}

/// Bytes of a real entry, page or head, with some of them changed, cut off or put in.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let (set, entries) = corpus::run();
    let pages = set.dirty_pages().map(|key| set.page(key, 9).encode()).collect::<Vec<_>>();
    let all: Vec<Vec<u8>> = entries.iter().map(LogEntry::encode).chain(pages).chain([Head::default().advanced(1).encode()]).collect();
    let harm = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 1..5);
    (prop::sample::select(all), harm).prop_map(|(mut bytes, harm)| {
        for (at, byte, how) in harm.into_iter().filter(|_| !bytes.is_empty()).collect::<Vec<_>>() {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.truncate(at + 1),
                _ => bytes.insert(at, byte),
            }
        }
        bytes
    })
}

fn loads_or_says_why(bytes: &[u8]) -> Result<(), StoreError> {
    let head = Head::decode(bytes).map(|head| head.advanced(1));
    let entry = LogEntry::decode(bytes).map(|entry| WorkingSet::default().apply(1, &entry).map(drop));
    let page = Page::decode(bytes).map(|page| {
        let book = |book| WorkingSet::default().load_page(book, 0, page.clone());
        Book::ALL.into_iter().try_for_each(book)
    });
    for problem in [head.err(), entry.err(), page.err()].into_iter().flatten() {
        if !matches!(problem, StoreError::Damaged(_) | StoreError::Newer) {
            return Err(problem);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn pages_come_back(upto: u64, places in prop::collection::vec(place(), 0..=256)) {
        let page = Page { upto, places };
        prop_assert_eq!(Page::decode(&page.encode()), Ok(page));
    }

    #[test]
    fn heads_come_back(commit_no: u64, next_seq in 1..=1u64 << 32, covered: prop::sample::Index) {
        let head = Head { commit_no, next_seq, checkpoint: covered.index(next_seq as usize) as u64 };
        prop_assert_eq!(Head::decode(&head.encode()), Ok(head));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), format in 0..4u8) {
        prop_assert_eq!(loads_or_says_why(&bytes), Ok(()));
        prop_assert_eq!(loads_or_says_why(&[&[format], &bytes[..]].concat()), Ok(()));
    }

    #[test]
    fn damaged_bytes_are_read_or_refused(bytes in damaged()) {
        prop_assert_eq!(loads_or_says_why(&bytes), Ok(()));
    }
}

#[test]
fn entries_come_back() {
    let (_, entries) = corpus::run();
    assert!(corpus::covers_every_change(&entries));
    for entry in entries {
        assert_eq!(LogEntry::decode(&entry.encode()), Ok(entry));
    }
}

/// The browser test of the same name has the same constant.
#[test]
fn bytes_are_the_same_everywhere() {
    assert_eq!(corpus::fingerprint(), corpus::FINGERPRINT);
}

fn fixture(version: u8, name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/formats/v{version}/{name}.bin"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Writes the fixtures of a new version: `KONTOR_WRITE_FORMATS=2 cargo test --test store_formats`. Old ones are never written again.
#[test]
fn fixtures_of_a_new_version_are_written_on_demand() {
    let Some(version) = std::env::var_os("KONTOR_WRITE_FORMATS") else { return };
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats").join(format!("v{}", version.to_string_lossy()));
    std::fs::create_dir(&folder).expect("a version that has no fixtures yet");
    let (set, entries) = corpus::run();
    let page = |book| set.page(PageKey::new(book, 0), entries.len() as u64).encode();
    let log: Vec<Vec<u8>> = entries.iter().map(LogEntry::encode).collect();
    let files = [
        ("head", Head { commit_no: 300, next_seq: 18, checkpoint: 2 }.encode()),
        ("page", page(Book::Records(Kind::Lead))),
        ("receipts", page(Book::Receipts)),
        ("log_entry", log[8].clone()),
        ("log", postcard::to_stdvec(&log).expect("bytes always encode")),
    ];
    for (name, bytes) in files {
        std::fs::write(folder.join(name).with_extension("bin"), bytes).expect("written");
    }
}

#[test]
fn version_1_still_loads() {
    assert_eq!(Head::decode(&fixture(1, "head")), Ok(Head { commit_no: 300, next_seq: 18, checkpoint: 2 }));

    let entry = LogEntry::decode(&fixture(1, "log_entry")).expect("an entry");
    assert!(matches!(entry.command, Some(Command::ConvertLead(command)) if command.lead == corpus::LEAD));

    let mut set = WorkingSet::default();
    set.load_page(Book::Records(Kind::Lead), 0, Page::decode(&fixture(1, "page")).expect("a page")).expect("leads");
    set.load_page(Book::Receipts, 0, Page::decode(&fixture(1, "receipts")).expect("a page")).expect("receipts");
    set.loaded();
    let lead = set.get(corpus::LEAD).expect("the lead");
    assert_eq!(lead.text(Field::LastName), "Müller-Ångström");
    assert!(lead.has(Field::ConvertedAt));
    assert_eq!((set.count(Kind::Lead), set.recent(99).len()), (5, 18));
}

#[test]
fn a_log_of_version_1_still_replays() {
    let mut set = WorkingSet::default();
    set.loaded();
    let log: Vec<Vec<u8>> = postcard::from_bytes(&fixture(1, "log")).expect("entries");
    for (seq, bytes) in (1..).zip(&log) {
        set.apply(seq, &LogEntry::decode(bytes).expect("an entry")).expect("it fits");
    }
    assert_eq!(set.get(corpus::LEAD).expect("the lead").text(Field::FirstName), "Zoe");
    assert_eq!(set.get(workspace::STATUS_NEW).expect("the status").text(Field::Name), "Eingang");
    assert_eq!((set.count(Kind::Lead), set.count(Kind::Person), set.count(Kind::Deal)), (5, 1, 1));
}
