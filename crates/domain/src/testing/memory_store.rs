//! All records in a map. The reference the other stores are compared with.

use std::collections::BTreeMap;

use crate::change_set::ChangeSet;
use crate::commands::{Command, Receipt, Undo};
use crate::decide::{decide_with, run};
use crate::facts::{Answer, Facts, Query, Rule};
use crate::ids::Id;
use crate::records::{Kind, Record};
use crate::rejection::Rejection;
use crate::stamp::Stamp;
use crate::workspace;

#[derive(Clone, Debug, PartialEq)]
pub struct MemoryStore {
    pub records: BTreeMap<Id, Record>,
    pub receipts: Vec<Receipt>,
    now: i64,
}

impl Default for MemoryStore {
    fn default() -> Self {
        let records = workspace::built_in_records().into_iter().map(|record| (record.id, record)).collect();
        Self { records, receipts: Vec::new(), now: 1_700_000_000_000 }
    }
}

impl MemoryStore {
    /// The stamp of the next command; a minute passes between commands.
    pub fn stamp(&self) -> Stamp {
        let number = self.receipts.len() as u128 + 1;
        Stamp { command: Id::from_u128(number << 64), device: Id::from_u128(1), by: workspace::ME, at: self.now }
    }

    pub fn run(&mut self, command: &Command) -> Result<Receipt, Vec<Rejection>> {
        let stamp = self.stamp();
        let changes = decide_with(command, &stamp, |query| self.answer(query))?;
        self.apply(&changes);
        let receipt = Receipt::new(command, &stamp, &changes);
        self.receipts.push(receipt.clone());
        self.now += 60_000;
        Ok(receipt)
    }

    pub fn undo(&mut self, receipt: &Receipt) -> Result<Receipt, Vec<Rejection>> {
        self.run(&Command::Undo(Undo::of(receipt)))
    }

    /// Runs a rule that changes nothing, such as a conversion plan.
    pub fn ask<T>(&self, step: impl Fn(&Facts) -> Rule<T>) -> Result<T, Vec<Rejection>> {
        run(|query| self.answer(query), step)
    }

    pub fn get(&self, id: Id) -> &Record {
        &self.records[&id]
    }

    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Record> {
        self.records.values().filter(move |record| record.kind == kind)
    }

    fn apply(&mut self, changes: &ChangeSet) {
        for change in changes.changes() {
            let current = self.records.remove(&change.id());
            if let Some(record) = change.apply(current) {
                self.records.insert(record.id, record);
            }
        }
    }

    fn answer(&self, query: &Query) -> Answer {
        match query {
            Query::Record(id) => Answer::Record(self.records.get(id).cloned()),
            Query::LinkedTo(id) => {
                Answer::Records(self.records.values().filter(|record| record.all_links().any(|link| link == *id)).cloned().collect())
            }
            Query::All(kind) => Answer::Records(self.of(*kind).cloned().collect()),
            Query::Receipt(command) => Answer::Receipt(self.receipts.iter().find(|receipt| receipt.stamp.command == *command).cloned()),
        }
    }
}
