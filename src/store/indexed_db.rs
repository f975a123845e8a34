//! The disk of the browser. One transaction per call; between its first and last request nothing else is awaited,
//! because the browser would end the transaction and keep what was written so far.

use domain::ids::Id;
use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{DomException, Error, OpenDbError};
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionFinishKind, TransactionMode, TransactionOptions};
use indexed_db_futures::typed_array::Uint8Array;

use super::StoreError;
use super::disk::{Disk, Tail, Written};
use super::kept_index::Shelf;
use super::log::Head;
use super::schema::{DERIVED, DEVICE, HEAD, LOG, META, PAGES, PageKey, STORES, VERSION};

pub struct IndexedDb {
    db: Database,
}

impl IndexedDb {
    /// Opens the database, creating it on the first visit.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        let opened = Database::open(name)
            .with_version(VERSION)
            .with_on_upgrade_needed(|event, db| {
                for (version, stores) in STORES {
                    if event.old_version() < f64::from(version) {
                        for store in stores {
                            db.create_object_store(store).build()?;
                        }
                    }
                }
                Ok(())
            })
            .await;
        opened.map(|db| Self { db }).map_err(open_error)
    }

    /// Resolves when another tab wants to change or delete the database: then this connection must close.
    /// A connection that the browser ends by itself only fails, so that it is opened again.
    pub fn closing(&self) -> impl Future<Output = ()> + use<> {
        let events = self.db.version_changes();
        async move {
            let asked = match events {
                Ok(mut events) => events.recv().await.is_some(),
                Err(_) => false,
            };
            if !asked {
                std::future::pending::<()>().await;
            }
        }
    }

    /// The id of this browser's copy; `fresh` becomes it on the first visit.
    pub async fn device(&self, fresh: Id) -> Result<Id, StoreError> {
        let tx = self.write(META, TransactionDurability::Strict)?;
        let known = {
            let meta = tx.object_store(META).map_err(error)?;
            let stored: Option<String> = meta.get(DEVICE).primitive().map_err(error)?.await.map_err(error)?;
            let known = stored.and_then(|text| text.parse().ok());
            if known.is_none() {
                meta.put(fresh.to_string()).with_key(DEVICE).primitive().map_err(error)?;
            }
            known
        };
        finish(tx).await?;
        Ok(known.unwrap_or(fresh))
    }

    /// Deletes a database that no tab has open.
    pub async fn delete(name: &str) -> Result<(), StoreError> {
        Database::delete_by_name(name).map_err(open_error)?.await.map_err(error)
    }

    fn read<'a>(&'a self, stores: &[&str]) -> Result<Transaction<'a>, StoreError> {
        self.db.transaction(stores).build().map(deaf).map_err(error)
    }

    fn write<'a, S: indexed_db_futures::database::ObjectStoreName>(
        &'a self,
        stores: S,
        durability: TransactionDurability,
    ) -> Result<Transaction<'a>, StoreError> {
        let options = TransactionOptions::new().with_durability(durability);
        self.db.transaction(stores).with_mode(TransactionMode::Readwrite).with_options(options).build().map(deaf).map_err(error)
    }
}

/// Requests and [`finish`] tell their errors themselves. The library's listener for all of them bears only the first: when a
/// transaction is given up, the others would be errors of the page.
fn deaf(tx: Transaction<'_>) -> Transaction<'_> {
    tx.as_sys().set_onerror(None);
    tx
}

/// The head as the transaction sees it.
async fn head_in(tx: &Transaction<'_>) -> Result<Head, StoreError> {
    let bytes: Option<Uint8Array> = tx.object_store(META).map_err(error)?.get(HEAD).primitive().map_err(error)?.await.map_err(error)?;
    bytes.map_or(Ok(Head::default()), |bytes| Head::decode(&bytes))
}

/// A connection that is only forgotten would keep other tabs from changing or deleting the database.
impl Drop for IndexedDb {
    fn drop(&mut self) {
        self.db.clone().close();
    }
}

/// The head, and all entries after `seq`, as the transaction sees them.
async fn tail_in(tx: &Transaction<'_>, seq: u64) -> Result<Tail, StoreError> {
    let head = head_in(tx).await?;
    if head.last_seq() <= seq {
        return Ok(Tail { head, entries: Vec::new() });
    }
    let range = || KeyRange::LowerBound(seq as f64, true);
    let store = tx.object_store(LOG).map_err(error)?;
    let keys = store.get_all_keys::<f64>().with_query::<f64, _>(range()).primitive().map_err(error)?;
    let entries = store.get_all::<Uint8Array>().with_query::<f64, _>(range()).primitive().map_err(error)?;
    let (keys, entries) = (keys.await.map_err(error)?, entries.await.map_err(error)?);
    let pairs = keys.zip(entries).map(|(key, entry)| Ok((key.map_err(error)? as u64, entry.map_err(error)?.into())));
    Ok(Tail { head, entries: pairs.collect::<Result<_, StoreError>>()? })
}

impl Disk for IndexedDb {
    async fn page_keys(&self) -> Result<Vec<PageKey>, StoreError> {
        let tx = self.read(&[PAGES])?;
        let keys = tx.object_store(PAGES).map_err(error)?.get_all_keys::<u32>().primitive().map_err(error)?.await.map_err(error)?;
        keys.map(|key| key.map(PageKey).map_err(error)).collect()
    }

    async fn pages(&self, first: PageKey, last: PageKey) -> Result<Vec<(PageKey, Vec<u8>)>, StoreError> {
        let range = || KeyRange::Bound(first.0, false, last.0, false);
        let tx = self.read(&[PAGES])?;
        let store = tx.object_store(PAGES).map_err(error)?;
        // Both requests leave before the first is awaited.
        let keys = store.get_all_keys::<u32>().with_query::<u32, _>(range()).primitive().map_err(error)?;
        let pages = store.get_all::<Uint8Array>().with_query::<u32, _>(range()).primitive().map_err(error)?;
        let (keys, pages) = (keys.await.map_err(error)?, pages.await.map_err(error)?);
        keys.zip(pages).map(|(key, page)| Ok((PageKey(key.map_err(error)?), page.map_err(error)?.into()))).collect()
    }

    async fn tail(&self, seq: u64) -> Result<Tail, StoreError> {
        tail_in(&self.read(&[LOG, META])?, seq).await
    }

    async fn append(&self, seq: u64, decide: impl FnOnce(Tail) -> Vec<Vec<u8>>) -> Result<Option<Head>, StoreError> {
        let tx = self.write([LOG, META], TransactionDurability::Strict)?;
        // Only requests of its own are awaited: what follows runs in the callback of the last one, and other tabs wait.
        let tail = tail_in(&tx, seq).await?;
        let head = tail.head;
        let entries = decide(tail);
        if entries.is_empty() {
            return Ok(None);
        }
        let next = head.advanced(entries.len() as u64);
        {
            let log = tx.object_store(LOG).map_err(error)?;
            for (seq, entry) in (head.last_seq() + 1..).zip(entries) {
                log.add(Uint8Array::from(entry)).with_key(seq as f64).primitive().map_err(error)?;
            }
            let meta = tx.object_store(META).map_err(error)?;
            meta.put(Uint8Array::from(next.encode())).with_key(HEAD).primitive().map_err(error)?;
        }
        finish(tx).await.map(|()| Some(next))
    }

    async fn checkpoint(&self, expected: Head, pages: &[(PageKey, Vec<u8>)], head: Head, trim: u64) -> Result<Written, StoreError> {
        let tx = self.write([LOG, META, PAGES], TransactionDurability::Strict)?;
        if head_in(&tx).await? != expected {
            return Ok(Written::Moved);
        }
        {
            let store = tx.object_store(PAGES).map_err(error)?;
            for (key, bytes) in pages {
                store.put(Uint8Array::from(bytes.clone())).with_key(key.0).primitive().map_err(error)?;
            }
            let meta = tx.object_store(META).map_err(error)?;
            meta.put(Uint8Array::from(head.encode())).with_key(HEAD).primitive().map_err(error)?;
            if trim > 0 {
                let log = tx.object_store(LOG).map_err(error)?;
                log.delete::<f64, _>(KeyRange::UpperBound(trim as f64, false)).primitive().map_err(error)?;
            }
        }
        finish(tx).await.map(|()| Written::Done)
    }
}

/// Its transactions keep no commit waiting: they have a store of their own, and nobody waits for the disk.
impl Shelf for IndexedDb {
    async fn kept(&self, key: u32) -> Result<Option<Vec<u8>>, StoreError> {
        let tx = self.read(&[DERIVED])?;
        let bytes: Option<Uint8Array> =
            tx.object_store(DERIVED).map_err(error)?.get(key).primitive().map_err(error)?.await.map_err(error)?;
        Ok(bytes.map(Into::into))
    }

    async fn keep(&self, key: u32, bytes: Vec<u8>) -> Result<(), StoreError> {
        let tx = self.write(DERIVED, TransactionDurability::Relaxed)?;
        tx.object_store(DERIVED).map_err(error)?.put(Uint8Array::from(bytes)).with_key(key).primitive().map_err(error)?;
        finish(tx).await
    }

    async fn clear(&self) -> Result<(), StoreError> {
        let tx = self.write(DERIVED, TransactionDurability::Relaxed)?;
        tx.object_store(DERIVED).map_err(error)?.clear().map_err(error)?;
        finish(tx).await
    }
}

/// Waits for the end of a transaction whose requests are all on their way. On a full disk the requests succeed and only
/// then the transaction aborts: the reason stands in the transaction, which `commit()` would not tell.
async fn finish(tx: Transaction<'_>) -> Result<(), StoreError> {
    loop {
        match tx.on_done().map_err(error)?.await {
            TransactionFinishKind::Ok => return Ok(()),
            // A request failed. The transaction knows why as soon as it is aborted, which comes next.
            TransactionFinishKind::Err => {}
            TransactionFinishKind::Abort => {
                // Nobody aborts it here: without a reason, the browser did so by itself, such as for an app in the background.
                return Err(tx.error().map_or(StoreError::ConnectionLost, error));
            }
        }
    }
}

fn open_error(problem: OpenDbError) -> StoreError {
    match problem {
        OpenDbError::Base(inner) => match error(inner) {
            StoreError::Other(text) => StoreError::NotAvailable(text),
            known => known,
        },
        other => StoreError::NotAvailable(other.to_string()),
    }
}

fn error(problem: Error) -> StoreError {
    let Error::DomException(exception) = &problem else { return StoreError::Other(problem.to_string()) };
    let text = format!("{}: {}", sys_name(exception), exception.message());
    match sys_name(exception).as_str() {
        "QuotaExceededError" => StoreError::Full,
        "VersionError" => StoreError::Newer,
        "InvalidStateError" | "AbortError" | "TransactionInactiveError" => StoreError::ConnectionLost,
        "UnknownError" if exception.message().contains("Connection") || exception.message().contains("backing store") => {
            StoreError::ConnectionLost
        }
        "SecurityError" => StoreError::NotAvailable(text),
        _ => StoreError::Other(text),
    }
}

fn sys_name(exception: &DomException) -> String {
    web_sys::DomException::from(exception.clone()).name()
}
