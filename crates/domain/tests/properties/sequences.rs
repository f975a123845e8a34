//! Random commands one after the other, and all of them taken back again.

use domain::commands::close_deal::Outcome;
use domain::commands::{
    AddRecords, ArchiveLeads, CloseDeal, Command, ConvertLead, Edit, EditRecords, KeepSeparate, MergeRecords, MoveDeal, Receipt,
    RemoveRecords, SetStatus, Undo,
};
use domain::ids::Id;
use domain::records::{Field, Kind, Record, validate};
use domain::testing::{Answers, MemoryStore, business, everything};
use domain::values::Value;
use domain::workspace as w;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::values::{fitting, tag};
use super::world::{conversion, draft, pick, world};

/// What somebody wants to do; which record it is about is decided when it is done.
#[derive(Clone, Debug)]
enum Wish {
    Add(Kind, Vec<(Field, Value)>),
    Edit(Vec<Index>, Field, Option<Value>),
    Tag(Vec<Index>, String, bool),
    Remove(Vec<Index>),
    Archive(Index, bool),
    Status(Index, Id),
    Convert(Index, Box<ConvertLead>),
    Move(Index, Id, Index),
    Close(Index, Outcome),
    Undo(Index, bool),
    Merge(Kind, [Index; 3], Field),
    Separate(Index, Index),
}

fn wish() -> impl Strategy<Value = Wish> {
    let kinds = select(&[Kind::Lead, Kind::Person, Kind::Organization, Kind::Deal][..]);
    let fields: Vec<Field> = Kind::ALL.iter().flat_map(|kind| kind.editable()).copied().collect();
    let field = select(fields).prop_flat_map(|field| (Just(field), proptest::option::weighted(0.8, fitting(field))));
    let some = || vec(any::<Index>(), 1..3);
    let contacts = select(&[Kind::Person, Kind::Organization][..]);
    let choice = select(Kind::Person.editable());
    let stages = select(&[w::STAGE_INCOMING, w::STAGE_PROPOSAL, w::STAGE_NEGOTIATION][..]);
    let statuses = select(&[w::STATUS_NEW, w::STATUS_WORKING, w::STATUS_CONVERTED][..]);
    let outcomes = select(vec![Outcome::Won, Outcome::Lost { reason: "Too expensive".into() }, Outcome::Reopen]);
    prop_oneof![
        2 => kinds.prop_flat_map(|kind| draft(kind, Id::default())).prop_map(|draft| Wish::Add(draft.kind, draft.fields)),
        4 => (some(), field).prop_map(|(at, (field, value))| Wish::Edit(at, field, value)),
        2 => (some(), tag(), any::<bool>()).prop_map(|(at, tag, add)| Wish::Tag(at, tag, add)),
        2 => some().prop_map(Wish::Remove),
        2 => (any::<Index>(), any::<bool>()).prop_map(|(at, restore)| Wish::Archive(at, restore)),
        2 => (any::<Index>(), statuses).prop_map(|(at, status)| Wish::Status(at, status)),
        4 => (any::<Index>(), conversion()).prop_map(|(at, command)| Wish::Convert(at, Box::new(command))),
        2 => (any::<Index>(), stages, any::<Index>()).prop_map(|(deal, stage, at)| Wish::Move(deal, stage, at)),
        2 => (any::<Index>(), outcomes).prop_map(|(deal, outcome)| Wish::Close(deal, outcome)),
        3 => (any::<Index>(), any::<bool>()).prop_map(|(at, keep)| Wish::Undo(at, keep)),
        3 => (contacts, any::<[Index; 3]>(), choice).prop_map(|(kind, at, field)| Wish::Merge(kind, at, field)),
        2 => (any::<Index>(), any::<Index>()).prop_map(|(one, other)| Wish::Separate(one, other)),
    ]
}

/// The command for a wish; none if there is nothing it could be about.
fn command(wish: &Wish, store: &MemoryStore) -> Option<Command> {
    let of = |kind: Kind, at: &Index| pick(&ids(store, Some(kind)), at);
    let some = |at: &[Index]| at.iter().filter_map(|at| pick(&ids(store, None), at)).collect::<Vec<_>>();
    Some(match wish.clone() {
        Wish::Add(kind, fields) => {
            let id = store.stamp().command.derive("new");
            Command::AddRecords(AddRecords { drafts: vec![domain::commands::Draft { id, kind, fields }], import: None })
        }
        Wish::Edit(at, field, value) => Command::EditRecords(EditRecords { ids: some(&at), edits: vec![Edit::Set(field, value)] }),
        Wish::Tag(at, tag, add) => {
            let edit = if add { Edit::AddTag(tag) } else { Edit::RemoveTag(tag) };
            Command::EditRecords(EditRecords { ids: some(&at), edits: vec![edit] })
        }
        Wish::Remove(at) => Command::RemoveRecords(RemoveRecords { ids: some(&at) }),
        Wish::Archive(at, restore) => {
            Command::ArchiveLeads(ArchiveLeads { leads: vec![of(Kind::Lead, &at)?], reason: "No answer".into(), restore })
        }
        Wish::Status(at, status) => Command::SetStatus(SetStatus { leads: vec![of(Kind::Lead, &at)?], status }),
        Wish::Convert(at, command) => Command::ConvertLead(Box::new(ConvertLead { lead: of(Kind::Lead, &at)?, ..*command })),
        Wish::Move(deal, stage, at) => {
            let column = column(store, stage);
            let at = at.index(column.len() + 1);
            let above = at.checked_sub(1).map(|at| column[at]);
            Command::MoveDeal(MoveDeal { deal: of(Kind::Deal, &deal)?, stage, above, below: column.get(at).copied() })
        }
        Wish::Close(deal, outcome) => Command::CloseDeal(CloseDeal { deal: of(Kind::Deal, &deal)?, outcome }),
        Wish::Merge(kind, [kept, one, other], field) => {
            let kept = of(kind, &kept)?;
            let others: Vec<Id> = ids(store, Some(kind)).into_iter().filter(|id| *id != kept).collect();
            let one = pick(&others, &one)?;
            let mut removed = vec![one, pick(&others, &other)?];
            removed.dedup();
            Command::MergeRecords(MergeRecords { choices: vec![(field, one)], ..MergeRecords::new(kept, removed) })
        }
        Wish::Separate(one, other) => {
            let all = ids(store, None);
            Command::KeepSeparate(KeepSeparate::pair(pick(&all, &one)?, pick(&all, &other)?))
        }
        Wish::Undo(at, keep_results) => Command::Undo(Undo { keep_results, ..Undo::of(&pick(&store.receipts, &at)?) }),
    })
}

fn ids(store: &MemoryStore, kind: Option<Kind>) -> Vec<Id> {
    let set_up = |record: &&Record| w::is_built_in(record.id);
    let wanted = store.records.values().filter(|record| !set_up(record) && kind.is_none_or(|kind| kind == record.kind));
    wanted.map(|record| record.id).collect()
}

fn column(store: &MemoryStore, stage: Id) -> Vec<Id> {
    let mut cards: Vec<&Record> = store.of(Kind::Deal).filter(|deal| deal.link(Field::Stage) == Some(stage)).collect();
    cards.sort_by_key(|deal| (deal.text(Field::Rank), deal.id));
    cards.iter().map(|deal| deal.id).collect()
}

/// Carries out what can be carried out; the rest must change nothing.
fn carry_out(wishes: &[Wish], store: &mut MemoryStore) -> Vec<(Vec<Record>, Receipt)> {
    let mut done = Vec::new();
    for wish in wishes {
        let Some(command) = command(wish, store) else { continue };
        let before = business(store);
        match store.run(&command) {
            Ok(receipt) => done.push((before, receipt)),
            Err(reasons) => assert!(!reasons.is_empty() && business(store) == before, "refused, but changed: {command:?}"),
        }
        sound(store, &command);
    }
    done
}

/// Every record is valid and every link leads somewhere.
fn sound(store: &MemoryStore, last: &Command) {
    for record in everything(store) {
        assert_eq!(validate(&record), [], "after {last:?}");
        for link in record.all_links() {
            assert!(store.find(link).is_some(), "{:?} {record:?} links to nothing after {last:?}", record.kind);
        }
    }
}

proptest! {
    #[test]
    fn undone_in_reverse_order_everything_is_as_before(mut store in world(), wishes in vec(wish(), 1..16)) {
        let done = carry_out(&wishes, &mut store);
        for (before, receipt) in done.iter().rev().filter(|(_, receipt)| !receipt.steps.is_empty()) {
            if let Err(reasons) = store.undo(receipt) {
                return Err(TestCaseError::fail(format!("{reasons:?} is in the way of {receipt:?}")));
            }
            prop_assert_eq!(&business(&store), before);
        }
    }

    #[test]
    fn a_moved_card_stands_where_it_was_put(mut store in world(), moves in vec((any::<Index>(), any::<Index>()), 1..40)) {
        for (deal, at) in moves {
            let wish = Wish::Move(deal, w::STAGE_PROPOSAL, at);
            let Some(Command::MoveDeal(command)) = command(&wish, &store) else { continue };
            let around = [command.above, command.below];
            if around.contains(&Some(command.deal)) || store.run(&Command::MoveDeal(command.clone())).is_err() {
                continue;
            }
            let column = column(&store, w::STAGE_PROPOSAL);
            let at = column.iter().position(|id| *id == command.deal).expect("in the stage");
            prop_assert_eq!([at.checked_sub(1).map(|at| column[at]), column.get(at + 1).copied()], around);
        }
    }
}
