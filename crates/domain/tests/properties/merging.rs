//! Merging people and organizations of a random world: with links from everywhere, choices and pairs that were kept separate.

use domain::commands::merge_records::plan;
use domain::commands::{AddRecords, Command, Draft, EditRecords, KeepSeparate, MergeRecords, Receipt};
use domain::ids::Id;
use domain::records::{Field, Kind, Record, Separations};
use domain::rejection::Rejection;
use domain::testing::{Answers, MemoryStore, business, everything, promises};
use domain::values::{Coded, FieldType, Value};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::world::{conversion, draft, id, world};

/// A person who brought another one.
const FRIEND: Id = Id::from_u128(0xF51E);
/// Of each kind that is merged.
const CONTACTS: usize = 4;

/// A world with more contacts, some of whom were made from leads, know each other or were kept separate.
fn contacts() -> impl Strategy<Value = MemoryStore> {
    let more = |kind| (draft(kind, id(kind, 2)), draft(kind, id(kind, 3)));
    let pairs = vec((0..CONTACTS, 0..CONTACTS, any::<bool>()), 0..5);
    let friends = vec((0..CONTACTS, 0..CONTACTS), 0..4);
    (world(), more(Kind::Person), more(Kind::Organization), conversion(), pairs, friends).prop_map(
        |(mut store, people, organizations, conversion, pairs, friends)| {
            let words = |word: &str| Value::Texts(vec![word.to_owned()]);
            let friend = Draft::new(Kind::CustomField, FRIEND)
                .with(Field::Name, Value::text("Brought by"))
                .with(Field::FieldType, Value::Code(FieldType::Person.code()))
                .with(Field::UsedOn, words("person"));
            let drafts = vec![people.0, people.1, organizations.0, organizations.1, friend];
            run(&mut store, Command::AddRecords(AddRecords { drafts, import: None })).expect("they are new");
            for (one, other) in friends {
                let value = Some(Value::Link(id(Kind::Person, other)));
                let command = EditRecords::one(id(Kind::Person, one), Field::Custom(FRIEND), value);
                run(&mut store, Command::EditRecords(command)).expect("a person");
            }
            // Some can't be carried out.
            let _ = run(&mut store, Command::ConvertLead(Box::new(conversion)));
            for (one, other, people) in pairs {
                let kind = if people { Kind::Person } else { Kind::Organization };
                let _ = run(&mut store, Command::KeepSeparate(KeepSeparate::pair(id(kind, one), id(kind, other))));
            }
            store
        },
    )
}

fn merge() -> impl Strategy<Value = MergeRecords> {
    let kind = select(&[Kind::Person, Kind::Organization][..]);
    kind.prop_flat_map(|kind| {
        let places: Vec<usize> = (0..CONTACTS).collect();
        let choices = vec((select(kind.editable()), 0..3_usize), 0..4);
        (subsequence(places, 2..4).prop_shuffle(), choices, proptest::option::of("[a-z]{1,9}")).prop_map(move |(places, choices, note)| {
            let ids: Vec<Id> = places.into_iter().map(|at| id(kind, at)).collect();
            let choices = choices.into_iter().map(|(field, at)| (field, ids[at % ids.len()])).collect();
            MergeRecords { choices, note, ..MergeRecords::new(ids[0], ids[1..].to_vec()) }
        })
    })
}

fn run(store: &mut MemoryStore, command: Command) -> Result<Receipt, Vec<Rejection>> {
    store.run(&command)
}

fn merged(store: &mut MemoryStore, command: &MergeRecords) -> Result<Receipt, Vec<Rejection>> {
    run(store, Command::MergeRecords(command.clone()))
}

type Content = Vec<(Kind, Id, Vec<(Field, Value)>)>;

fn without(mut content: Content, id: Id) -> Content {
    for (_, _, fields) in content.iter_mut().filter(|(_, of, _)| *of == id) {
        fields.retain(|(field, _)| *field != Field::Custom(FRIEND));
    }
    content
}

/// What a person sees, without who changed it last.
fn content(store: &MemoryStore) -> Content {
    let fields = |record: &Record| record.fields().iter().filter(|(field, _)| *field != Field::HappenedAt).cloned().collect();
    business(store).iter().map(|record| (record.kind, record.id, fields(record))).collect()
}

proptest! {
    #![proptest_config(crate::thorough())]

    /// B2.
    #[test]
    fn undo_after_merge_is_the_identity(mut store in contacts(), command in merge()) {
        let before = everything(&store);
        if let Ok(receipt) = merged(&mut store, &command) {
            let after = everything(&store);
            let undone = store.undo(&receipt).expect("nothing is in the way");
            prop_assert_eq!(&everything(&store), &before);
            let redone = store.undo(&undone).expect("redo");
            prop_assert_eq!(&everything(&store), &after);
            store.undo(&redone).expect("undo once more");
            prop_assert_eq!(&everything(&store), &before);
        }
    }

    /// B3, B4: the preview comes true, no value is lost without a word, and everything belongs to the survivor.
    #[test]
    fn nothing_is_lost(mut store in contacts(), command in merge()) {
        let before = everything(&store);
        let preview = store.ask(|facts| plan(&command, &store.stamp(), facts)).expect("a plan");
        match merged(&mut store, &command) {
            Ok(_) => {
                prop_assert!(preview.blockers.is_empty());
                prop_assert_eq!(promises::merge(&command, &preview, &before, &store), Ok(()));
                for record in everything(&store) {
                    for link in record.all_links() {
                        prop_assert!(store.find(link).is_some(), "{:?} links to nothing", record);
                    }
                }
            }
            Err(reasons) => prop_assert_eq!(preview.blockers, reasons),
        }
    }

    /// B1: the same merge again finds the others merged, and changes nothing.
    #[test]
    fn merging_twice_equals_once(mut store in contacts(), command in merge()) {
        if merged(&mut store, &command).is_ok() {
            let once = store.clone();
            let reasons = merged(&mut store, &command).expect_err("merged already");
            let said = |reason: &Rejection| matches!(reason, Rejection::AlreadyMerged { into, .. } if *into == command.kept);
            prop_assert!(reasons.iter().all(said));
            prop_assert_eq!(reasons.len(), command.removed.len());
            prop_assert_eq!(store, once);
        }
    }
}

proptest! {
    /// Several at once are as one after the other.
    #[test]
    fn several_at_once_are_one_by_one(store in contacts(), command in merge()) {
        let command = MergeRecords { choices: Vec::new(), note: None, ..command };
        let (mut once, mut stepwise) = (store.clone(), store);
        if merged(&mut once, &command).is_ok() {
            for one in &command.removed {
                merged(&mut stepwise, &MergeRecords::new(command.kept, [*one])).expect("a part of it");
            }
            // Whom somebody was brought by: with all at once it is known who can't be meant.
            let (stepwise, once) = (without(content(&stepwise), command.kept), without(content(&once), command.kept));
            for (stepwise, once) in stepwise.iter().zip(&once) {
                prop_assert_eq!(stepwise, once);
            }
            prop_assert_eq!(stepwise.len(), once.len());
        }
    }

    /// Two merges that have nothing to do with each other come to the same, whichever is first.
    #[test]
    fn the_order_of_two_merges_makes_no_difference(store in contacts(), people in any::<bool>(), turn in 0..CONTACTS) {
        let kind = if people { Kind::Person } else { Kind::Organization };
        let at = |place: usize| id(kind, (place + turn) % CONTACTS);
        let merges = [MergeRecords::new(at(0), [at(1)]), MergeRecords::new(at(2), [at(3)])];
        let (mut one, mut other) = (store.clone(), store);
        let done: Vec<bool> = merges.iter().map(|command| merged(&mut one, command).is_ok()).collect();
        let done_back: Vec<bool> = merges.iter().rev().map(|command| merged(&mut other, command).is_ok()).collect();
        prop_assert_eq!(done, done_back.into_iter().rev().collect::<Vec<_>>());
        prop_assert_eq!(content(&one), content(&other));
    }

    /// Whoever was kept separate from one of them is kept separate from the survivor.
    #[test]
    fn what_was_kept_separate_stays_so(mut store in contacts(), command in merge()) {
        let before = Separations::of(&store.all(Kind::Separation));
        if merged(&mut store, &command).is_ok() {
            let after = Separations::of(&store.all(Kind::Separation));
            let follow = |id: Id| if command.removed.contains(&id) { command.kept } else { id };
            for (one, other) in before.pairs().filter(|(one, other)| follow(*one) != follow(*other)) {
                prop_assert!(after.hold(follow(one), follow(other)));
            }
            prop_assert!(after.pairs().count() <= before.pairs().count());
        }
    }
}
