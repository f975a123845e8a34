//! Connections: how they are opened, given up and lost, and what transactions they make.

use domain::ids::Id;
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use kontor::clock;
use kontor::store::StoreError;
use kontor::store::disk::Disk;
use kontor::store::indexed_db::IndexedDb;
use kontor::store::log::{Head, LogEntry};
use kontor::store::schema::VERSION;
use wasm_bindgen_test::wasm_bindgen_test as test;

use super::tab::{self, Tab, add, lead, new_name, rename, within};

const LEAD: Id = Id::from_u128(77);

/// Leaves the tab with a connection that is closed, as browsers sometimes do by themselves.
pub async fn cut(tab: &mut Tab, name: &str) {
    js_sys::eval(
        "globalThis.kontorOpened = [];
         globalThis.kontorOpen = IDBFactory.prototype.open;
         IDBFactory.prototype.open = function (...args) {
             const request = globalThis.kontorOpen.apply(this, args);
             request.addEventListener('success', () => globalThis.kontorOpened.push(request.result));
             return request;
         };",
    )
    .expect("it runs");
    let disk = IndexedDb::open(name).await.expect("it opens");
    js_sys::eval("IDBFactory.prototype.open = globalThis.kontorOpen; globalThis.kontorOpened.forEach(db => db.close());").expect("it runs");
    tab.engine.replace_disk(disk);
}

#[test]
async fn a_database_of_a_newer_app_is_left_untouched() {
    let name = new_name();
    let mut tab = tab::open(&name).await;
    tab.run(&add(lead(LEAD, "Lang"))).await.expect("added");
    drop(tab);
    let newer = Database::open(&name).with_version(VERSION + 1).with_on_upgrade_needed(|_, _| Ok(())).await.expect("it opens");
    let failed = tab::try_open(&name).await.err();
    assert_eq!(failed, Some(StoreError::Newer));
    assert_eq!(newer.version(), f64::from(VERSION + 1));
    let stored = newer.transaction("log").build().expect("a transaction");
    let count = stored.object_store("log").expect("the log").count().primitive().expect("a request").await.expect("a number");
    assert_eq!(count, 1);
    drop(stored);
    newer.close();
    tab::clear(&name, []).await;
}

#[test]
async fn a_record_of_a_newer_app_is_not_read() {
    let name = new_name();
    let mut tab = tab::open(&name).await;
    tab.run(&add(lead(LEAD, "Lang"))).await.expect("added");
    let disk = IndexedDb::open(&name).await.expect("it opens");
    disk.append(1, |_| vec![vec![9, 1, 2, 3]]).await.expect("written");
    assert_eq!(tab.engine.catch_up().await, Err(StoreError::Newer));
    let failed = tab::try_open(&name).await.err();
    assert_eq!(failed, Some(StoreError::Newer));
    drop(disk);
    tab::clear(&name, [tab]).await;
}

#[test]
async fn a_tab_hears_that_another_wants_to_change_the_database() {
    let name = new_name();
    let disk = IndexedDb::open(&name).await.expect("it opens");
    let closing = disk.closing();
    let upgrade = async {
        let opened = Database::open(&name).with_version(VERSION + 1).with_on_upgrade_needed(|_, _| Ok(())).await;
        opened.expect("it opens once the other has closed").close();
    };
    let give_way = async {
        within(1_000, closing).await.expect("it hears");
        // Dropping closes.
        drop(disk);
    };
    within(5_000, async { futures::join!(upgrade, give_way) }).await.expect("the upgrade has its way");
    tab::clear(&name, []).await;
}

#[test]
async fn a_tab_that_closes_its_own_connection_hears_nothing() {
    let name = new_name();
    let disk = IndexedDb::open(&name).await.expect("it opens");
    let closing = disk.closing();
    drop(disk);
    assert_eq!(within(500, closing).await, None);
    tab::clear(&name, []).await;
}

#[test]
async fn a_tab_that_finds_the_database_emptied_starts_over() {
    let name = new_name();
    let mut tab = tab::open(&name).await;
    tab.run(&add(lead(LEAD, "Lang"))).await.expect("added");
    cut(&mut tab, &name).await;
    IndexedDb::delete(&name).await.expect("deleted");
    let mut other = tab::open(&name).await;
    other.run(&add(lead(Id::from_u128(5), "Rossi"))).await.expect("added");
    tab.engine.replace_disk(IndexedDb::open(&name).await.expect("it opens"));
    tab.run(&rename(Id::from_u128(5), "Russo")).await.expect("edited");
    assert_eq!(tab.get(LEAD), None);
    other.engine.catch_up().await.expect("it reads");
    assert_eq!(tab.everything(), other.everything());
    tab::clear(&name, [tab, other]).await;
}

#[test]
async fn a_commit_is_one_strict_transaction() {
    let name = new_name();
    let mut tab = tab::open(&name).await;
    js_sys::eval(
        "globalThis.kontorSeen = [];
         globalThis.kontorBegin = IDBDatabase.prototype.transaction;
         IDBDatabase.prototype.transaction = function (stores, mode, options) {
             const begun = globalThis.kontorBegin.call(this, stores, mode, options);
             globalThis.kontorSeen.push(`${Array.from(begun.objectStoreNames)} ${begun.mode} ${options?.durability} ${begun.durability}`);
             return begun;
         };",
    )
    .expect("it runs");
    let committed = tab.run(&add(lead(LEAD, "Lang"))).await;
    let seen =
        js_sys::eval("IDBDatabase.prototype.transaction = globalThis.kontorBegin; globalThis.kontorSeen.join(';')").expect("it runs");
    committed.expect("added");
    let seen = seen.as_string().expect("a text");
    // Where a browser has no such property, it says undefined.
    let durable = ["log,meta readwrite strict strict", "log,meta readwrite strict undefined"];
    assert!(durable.contains(&seen.as_str()), "{seen}");
    tab::clear(&name, [tab]).await;
}

#[test]
async fn an_entry_is_never_written_over() {
    let name = new_name();
    let mut tab = tab::open(&name).await;
    tab.run(&add(lead(LEAD, "Lang"))).await.expect("added");
    let disk = IndexedDb::open(&name).await.expect("it opens");
    // A head that has lost count, as a fault in the app might leave it.
    let head = disk.tail(0).await.expect("it reads").head;
    disk.checkpoint(head, &[], Head { commit_no: 1, next_seq: 1, checkpoint: 0 }, 0).await.expect("written");
    let refused = disk.append(0, |_| vec![vec![1]]).await;
    assert!(matches!(&refused, Err(StoreError::Other(text)) if text.contains("ConstraintError")), "{refused:?}");
    let kept = disk.tail(0).await.expect("it reads");
    assert_eq!((kept.head.next_seq, kept.head.commit_no), (1, 1));
    drop(disk);
    tab::clear(&name, [tab]).await;
}

#[test]
async fn the_device_has_one_name() {
    let name = new_name();
    let disk = IndexedDb::open(&name).await.expect("it opens");
    let first = disk.device(clock::fresh_id()).await.expect("a name");
    assert_eq!(disk.device(clock::fresh_id()).await, Ok(first));
    let reopened = IndexedDb::open(&name).await.expect("it opens");
    assert_eq!(reopened.device(clock::fresh_id()).await, Ok(first));
    drop((disk, reopened));
    tab::clear(&name, []).await;
}

/// The entry that is on disk is the one the engine made.
#[test]
async fn an_entry_on_disk_is_what_was_decided() {
    let name = new_name();
    let mut tab = tab::open(&name).await;
    let receipt = tab.run(&add(lead(LEAD, "Lang"))).await.expect("added");
    let disk = IndexedDb::open(&name).await.expect("it opens");
    let tail = disk.tail(0).await.expect("it reads");
    assert_eq!(tail.head, Head { commit_no: 1, next_seq: 2, checkpoint: 0 });
    assert_eq!(LogEntry::decode(&tail.entries[0].1).expect("an entry").receipt(), receipt);
    drop(disk);
    tab::clear(&name, [tab]).await;
}
