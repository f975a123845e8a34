//! What is kept of the finder: read by the next tab, of no use when it is damaged, gone with the data; and databases of before it.

use domain::commands::{AddRecords, Command, Draft, EditRecords};
use domain::duplicates::settings_of;
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::values::{ContactPoint, Value};
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::TransactionMode;
use indexed_db_futures::typed_array::Uint8Array;
use kontor::store::disk::Disk;
use kontor::store::finder::Indexes;
use kontor::store::indexed_db::IndexedDb;
use kontor::store::kept_index::{self, Shelf};
use kontor::store::schema::{HEAD, LOG, META, PAGES, VERSION};
use kontor::store::working_set::Words;
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::tab::{self, Tab, add, lead, new_name};

const NO_WORDS: Words = Words { because: |_| String::new(), who: |_, ids| vec![String::new(); ids.len()] };
const FIRM: Id = Id::from_u128(77);
/// More than fit into a block.
const PEOPLE: usize = 5_000;

fn person_id(number: usize) -> Id {
    Id::from_u128(1_000 + number as u128)
}

fn person(number: usize) -> Draft {
    let names = ["Rossi", "Müller", "Lang", "Bassani", "Ferrandi", "Hofer", "Kofler"];
    let email = ContactPoint::work(format!("mail{}@firm{}.example", number % 900, number % 40));
    Draft::new(Kind::Person, person_id(number))
        .with(Field::FirstName, Value::text(format!("Anna {}", number % 11)))
        .with(Field::LastName, Value::text(names[number % names.len()]))
        .with(Field::Emails, Value::Points(vec![email]))
        .with(Field::Organization, Value::Link(FIRM))
}

async fn filled(name: &str) -> Tab {
    let mut tab = tab::open(name).await;
    tab.run(&add(Draft::new(Kind::Organization, FIRM).with(Field::Name, Value::text("Molino Bassani")))).await.expect("added");
    let drafts = (0..PEOPLE).map(person).collect();
    tab.run(&Command::AddRecords(AddRecords { drafts, import: Some(Id::from_u128(5)) })).await.expect("imported");
    build(&tab);
    tab
}

fn build(tab: &Tab) {
    let mut set = tab.set.borrow_mut();
    set.watch_for_finder();
    let finder = Indexes::read(&set);
    assert!(set.set_finder(Box::new(finder), NO_WORDS));
}

/// False if what is kept is not of the tab's records.
async fn take_up(tab: &Tab, name: &str) -> bool {
    let disk = IndexedDb::open(name).await.expect("it opens");
    tab.set.borrow_mut().watch_for_finder();
    let Some(kept) = kept_index::read(&disk, &tab.set, &async || ()).await else { return false };
    let mut set = tab.set.borrow_mut();
    let settings = settings_of(|id| set.get(id));
    set.tell_finder_of(&kept.changed);
    assert!(set.set_finder(Box::new(Indexes::new(kept.people, kept.organizations, settings)), NO_WORDS));
    set.tell_finder();
    true
}

fn assert_alike(one: &Tab, other: &Tab) {
    let (one, other) = (one.set.borrow(), other.set.borrow());
    let mut found = 0;
    for number in (0..PEOPLE).step_by(17) {
        let record = one.get(person_id(number)).expect("the person");
        let candidates = one.candidates(&record, Kind::Person);
        found += candidates.len();
        assert_eq!(candidates, other.candidates(&record, Kind::Person));
    }
    assert!(found > 0);
}

#[test]
async fn the_next_tab_begins_with_what_was_kept() {
    let name = new_name();
    let mut tab = filled(&name).await;
    let disk = IndexedDb::open(&name).await.expect("it opens");
    assert!(kept_index::is_worth_it(&disk, &tab.set, &async || ()).await);
    kept_index::keep(&disk, &tab.set, &async || ()).await.expect("kept");
    assert!(!kept_index::is_worth_it(&disk, &tab.set, &async || ()).await);
    assert!(disk.kept(3).await.expect("it reads").is_some(), "people in two blocks, and organizations");
    // What comes afterwards is told to it.
    let renamed = EditRecords::one(Id::from_u128(1_017), Field::LastName, Some(Value::text("Ferrandi")));
    tab.run(&Command::EditRecords(renamed)).await.expect("edited");
    tab.set.borrow_mut().tell_finder();
    let next = tab::open(&name).await;
    assert!(take_up(&next, &name).await);
    assert_alike(&next, &tab);
    drop(disk);
    tab::clear(&name, [tab, next]).await;
}

#[test]
async fn what_is_damaged_is_not_used_and_what_is_wiped_is_gone() {
    let name = new_name();
    let tab = filled(&name).await;
    let disk = IndexedDb::open(&name).await.expect("it opens");
    kept_index::keep(&disk, &tab.set, &async || ()).await.expect("kept");
    assert!(take_up(&tab, &name).await);
    let mut block = disk.kept(2).await.expect("it reads").expect("a block");
    block[1_000] ^= 1;
    disk.keep(2, block).await.expect("written");
    assert!(!take_up(&tab, &name).await);
    kept_index::keep(&disk, &tab.set, &async || ()).await.expect("kept");
    assert!(take_up(&tab, &name).await);
    drop((disk, tab));
    IndexedDb::delete(&name).await.expect("deleted");
    let fresh = filled(&name).await;
    let disk = IndexedDb::open(&name).await.expect("it opens");
    assert_eq!(disk.kept(0).await, Ok(None));
    drop(disk);
    tab::clear(&name, [fresh]).await;
}

#[test]
async fn a_database_of_the_first_version_opens_with_all_it_has() {
    let (older, name) = (new_name(), new_name());
    let mut source = tab::open(&older).await;
    source.run(&add(lead(FIRM, "Lang"))).await.expect("added");
    let disk = IndexedDb::open(&older).await.expect("it opens");
    let tail = disk.tail(0).await.expect("it reads");
    let create = |_, db: Database| {
        for store in [LOG, PAGES, META] {
            db.create_object_store(store).build()?;
        }
        Ok(())
    };
    let first = Database::open(&name).with_version(1_u32).with_on_upgrade_needed(create).await.expect("it opens");
    let tx = first.transaction([LOG, META]).with_mode(TransactionMode::Readwrite).build().expect("a transaction");
    for (seq, entry) in tail.entries {
        tx.object_store(LOG).expect("the log").put(Uint8Array::from(entry)).with_key(seq as f64).primitive().expect("a request");
    }
    tx.object_store(META).expect("the head").put(Uint8Array::from(tail.head.encode())).with_key(HEAD).primitive().expect("a request");
    tx.commit().await.expect("written");
    first.close();
    let mut tab = tab::open(&name).await;
    assert_eq!(tab.everything(), source.everything());
    tab.run(&add(lead(Id::from_u128(5), "Rossi"))).await.expect("added");
    let newer = IndexedDb::open(&name).await.expect("it opens");
    newer.keep(1, vec![7]).await.expect("there is a place for what is kept");
    assert_eq!((newer.kept(1).await, VERSION), (Ok(Some(vec![7])), 2));
    drop((disk, newer));
    tab::clear(&older, [source]).await;
    tab::clear(&name, [tab]).await;
}
