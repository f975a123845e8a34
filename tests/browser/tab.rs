//! A tab for tests: a connection, an engine and its working set, on a database that is deleted in the end.

use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;

use domain::commands::{AddRecords, Command, Draft, EditRecords, Receipt};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::stamp::Stamp;
use domain::values::Value;
use domain::workspace;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use kontor::clock;
use kontor::store::StoreError;
use kontor::store::engine::{Engine, Failure};
use kontor::store::indexed_db::IndexedDb;
use kontor::store::working_set::WorkingSet;

pub struct Tab {
    pub engine: Engine<IndexedDb>,
    pub set: Rc<RefCell<WorkingSet>>,
    stamps: Cell<i64>,
}

/// The name of a database nobody has used.
pub fn new_name() -> String {
    format!("kontor-test-{}", clock::fresh_id())
}

pub async fn open(name: &str) -> Tab {
    try_open(name).await.expect("the database opens")
}

pub async fn try_open(name: &str) -> Result<Tab, StoreError> {
    let set = Rc::new(RefCell::new(WorkingSet::default()));
    let mut engine = Engine::new(IndexedDb::open(name).await?, set.clone());
    engine.load(|_, _| std::future::ready(())).await?;
    Ok(Tab { engine, set, stamps: Cell::new(0) })
}

/// Closes and deletes.
pub async fn clear(name: &str, tabs: impl IntoIterator<Item = Tab>) {
    drop(tabs.into_iter().collect::<Vec<_>>());
    match within(10_000, IndexedDb::delete(name)).await {
        Some(deleted) => deleted.expect("a database nobody has open is deleted"),
        None => panic!("{name} is still open somewhere"),
    }
}

/// None if the future takes longer.
pub async fn within<F: Future>(millis: u32, future: F) -> Option<F::Output> {
    match select(pin!(future), TimeoutFuture::new(millis)).await {
        Either::Left((output, _)) => Some(output),
        Either::Right(_) => None,
    }
}

impl Tab {
    pub fn stamp(&self) -> Stamp {
        self.stamps.set(self.stamps.get() + 60_000);
        Stamp { command: clock::fresh_id(), device: Id::from_u128(1), by: workspace::ME, at: 1_790_000_000_000 + self.stamps.get() }
    }

    pub async fn run(&mut self, command: &Command) -> Result<Receipt, Failure> {
        let stamp = self.stamp();
        self.engine.commit(command, &stamp).await
    }

    pub fn get(&self, id: Id) -> Option<Record> {
        self.set.borrow().get(id)
    }

    pub fn everything(&self) -> (Vec<Vec<Record>>, Vec<Receipt>) {
        let set = self.set.borrow();
        (Kind::ALL.iter().map(|kind| set.all(*kind)).collect(), set.recent(usize::MAX))
    }
}

pub fn lead(id: Id, name: &str) -> Draft {
    Draft::new(Kind::Lead, id).with(Field::LastName, Value::text(name)).with(Field::OrganizationName, Value::text("Molino Bassani"))
}

pub fn add(draft: Draft) -> Command {
    Command::AddRecords(AddRecords { drafts: vec![draft], import: None })
}

pub fn rename(id: Id, name: &str) -> Command {
    Command::EditRecords(EditRecords::one(id, Field::LastName, Some(Value::text(name))))
}

/// Leads of an import, as many as asked for.
pub fn import(batch: Id, first: usize, count: usize) -> Command {
    let row = |number: usize| {
        lead(batch.derive(&number.to_string()), &format!("Row {number}"))
            .with(Field::FirstName, Value::text("Giulia"))
            .with(Field::Description, Value::text("Wants a bagging line for flour, two shifts, delivery before the harvest."))
    };
    Command::AddRecords(AddRecords { drafts: (first..first + count).map(row).collect(), import: Some(batch) })
}
