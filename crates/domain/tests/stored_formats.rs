//! This release's formats load for ever: bytes that were stored once are read again and compared with what they meant.
//!
//! `KONTOR_WRITE_FORMATS=1 cargo test -p kontor-domain --test stored_formats` adds what is missing. Nothing that is there is
//! ever written again: a difference is a broken format, not an old fixture.

#[path = "stored_formats/examples.rs"]
mod examples;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use domain::change_set::ChangeSet;
use domain::commands::{Command, Receipt};
use domain::records::{Field, Kind, Record};
use serde::Serialize;
use serde::de::DeserializeOwned;

use examples::{Example, examples};

const VERSIONS: &[&str] = &["v1"];

fn folder(version: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats").join(version)
}

/// What is stored under a name, decoded from its bytes and held against its meaning.
fn load<T: Serialize + DeserializeOwned + PartialEq>(bytes: &Path) -> T {
    let name = bytes.display();
    let stored = fs::read(bytes).expect("a fixture");
    let value: T = postcard::from_bytes(&stored).unwrap_or_else(|error| panic!("{name} can't be read any more: {error}"));
    let meaning = fs::read_to_string(bytes.with_extension("json")).expect("a fixture has its meaning beside it");
    let expected: T = serde_json::from_str(&meaning).unwrap_or_else(|error| panic!("{name}: its meaning can't be read: {error}"));
    assert!(value == expected, "{name} means something else now: {}", as_text(&value));
    value
}

fn as_text<T: Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(value).expect("it is written") + "\n"
}

fn files(version: &str, kind: &str) -> Vec<PathBuf> {
    let folder = fs::read_dir(folder(version)).expect("a folder of fixtures");
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| {
        let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        name.split('-').next() == Some(kind) && file.extension().is_some_and(|ending| ending == "postcard")
    });
    files.sort();
    files
}

fn all<T: Serialize + DeserializeOwned + PartialEq>(version: &str, kind: &str) -> Vec<T> {
    let all: Vec<T> = files(version, kind).iter().map(|file| load(file)).collect();
    assert!(!all.is_empty(), "no {kind} in {version}");
    all
}

fn write_if_missing<T: Serialize>(name: &str, value: &T) {
    let file = folder(VERSIONS[VERSIONS.len() - 1]).join(format!("{name}.postcard"));
    if !file.exists() {
        assert!(std::env::var_os("KONTOR_WRITE_FORMATS").is_some(), "{} is missing, see the top of this file", file.display());
        fs::write(&file, postcard::to_stdvec(value).expect("it encodes")).expect("the folder can be written");
        fs::write(file.with_extension("json"), as_text(value)).expect("the folder can be written");
    }
}

#[test]
fn every_stored_format_still_loads() {
    for (name, example) in examples() {
        match example {
            Example::Record(record) => write_if_missing(&name, &record),
            Example::Command(command) => write_if_missing(&name, &command),
            Example::Receipt(receipt) => write_if_missing(&name, &receipt),
            Example::Changes(changes) => write_if_missing(&name, &changes),
        }
    }
    for version in VERSIONS {
        let records: Vec<Record> = all(version, "record");
        let kinds: BTreeSet<Kind> = records.iter().map(|record| record.kind).collect();
        assert!(Kind::ALL.iter().all(|kind| kinds.contains(kind)), "a kind of record is missing in {version}");
        all::<Command>(version, "command");
        all::<Receipt>(version, "receipt");
        all::<ChangeSet>(version, "changes");
    }
}

/// An encoder that changed is found too: devices of one release must agree on every byte.
#[test]
fn the_newest_format_is_written_as_it_was() {
    let version = VERSIONS[VERSIONS.len() - 1];
    fn check<T: Serialize + DeserializeOwned + PartialEq>(version: &str, kind: &str) {
        for file in files(version, kind) {
            let again = postcard::to_stdvec(&load::<T>(&file)).expect("it encodes");
            assert!(again == fs::read(&file).expect("a fixture"), "{} is written differently now", file.display());
        }
    }
    check::<Record>(version, "record");
    check::<Command>(version, "command");
    check::<Receipt>(version, "receipt");
    check::<ChangeSet>(version, "changes");
}

#[test]
fn every_field_is_in_a_fixture() {
    let records: Vec<Record> = all(VERSIONS[VERSIONS.len() - 1], "record");
    let stored: BTreeSet<Field> = records.iter().flat_map(|record| record.fields()).map(|(field, _)| *field).collect();
    let missing: Vec<Field> = examples::all_fields().into_iter().filter(|field| !stored.contains(field)).collect();
    assert!(missing.is_empty(), "add a record with {missing:?} to the examples, under a new name");
}
