//! Everything that is stored or sent comes back as it was.

use std::fmt::Debug;

use domain::change_set::ChangeSet;
use domain::commands::{Command, ConvertLead, Receipt};
use domain::decide::decide_with;
use domain::records::Record;
use domain::testing::{Answers, MemoryStore, everything};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::world::{conversion, world};

fn check<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let bytes = postcard::to_stdvec(value).expect("it encodes");
    assert_eq!(&postcard::from_bytes::<T>(&bytes).expect("it decodes"), value);
    let text = serde_json::to_string(value).expect("it is written");
    assert_eq!(&serde_json::from_str::<T>(&text).expect("it is read"), value);
}

fn changes(store: &MemoryStore, command: &ConvertLead) -> Option<(Command, ChangeSet)> {
    let command = Command::ConvertLead(Box::new(command.clone()));
    let changes = decide_with(&command, &store.stamp(), |query| store.answer(query)).ok()?;
    Some((command, changes))
}

proptest! {
    #[test]
    fn records_commands_change_sets_and_receipts(mut store in world(), convert in conversion()) {
        everything(&store).iter().for_each(check::<Record>);
        if let Some((command, changes)) = changes(&store, &convert) {
            check(&command);
            check(&changes);
            let receipt: Receipt = store.run(&command).expect("it was decided before");
            check(&receipt);
            prop_assert_eq!(Receipt::of(receipt.stamp, receipt.action.clone(), &changes), receipt);
        }
    }

    /// A change set is all a store needs: applied to the records it makes what the rule decided.
    #[test]
    fn a_stored_change_set_applies(mut store in world(), convert in conversion()) {
        if let Some((command, changes)) = changes(&store, &convert) {
            let bytes = postcard::to_stdvec(&changes).expect("it encodes");
            let loaded: ChangeSet = postcard::from_bytes(&bytes).expect("it decodes");
            let mut records = store.records.clone();
            for change in loaded.changes() {
                let current = records.remove(&change.id());
                records.extend(change.apply(current).map(|record| (record.id, record)));
            }
            store.run(&command).expect("it was decided before");
            prop_assert_eq!(records, store.records);
        }
    }
}
