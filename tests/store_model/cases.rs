//! What once went wrong, or nearly, one case each.

use std::cell::RefCell;
use std::rc::Rc;

use domain::commands::convert_lead::Target;
use domain::commands::{
    AddRecords, ArchiveLeads, Command, ConvertLead, Draft, EditRecords, MergeRecords, MoveDeal, RemoveRecords, SetStatus, Undo,
};
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::rejection::Rejection;
use domain::stamp::Stamp;
use domain::values::{ContactPoint, Value};
use domain::workspace;
use kontor::store::engine::Failure;
use kontor::store::kept_index;
use kontor::store::log::Head;
use kontor::store::schema::Sizes;

use super::simulated_disk::{Fault, Platter, SimulatedDisk, now};
use super::steps::Step;
use super::world::{Tab, World};

/// One record a page, one page a write, nothing kept in the log.
const TINY: Sizes = Sizes { page_records: 1, pages_per_read: 1, pages_per_write: 1, keep_entries: 0 };
const LEAD: Id = Id::from_u128(77);

fn add(kind: Kind, id: Id, field: Field, text: &str) -> Command {
    Command::AddRecords(AddRecords { drafts: vec![Draft::new(kind, id).with(field, Value::text(text))], import: None })
}

fn lead(number: u128) -> Command {
    add(Kind::Lead, Id::from_u128(number), Field::LastName, "Rossi")
}

fn rename(id: Id, field: Field, name: &str) -> Command {
    Command::EditRecords(EditRecords::one(id, field, Some(Value::text(name))))
}

fn remove(id: Id) -> Command {
    Command::RemoveRecords(RemoveRecords { ids: vec![id] })
}

#[test]
fn a_tab_that_missed_a_checkpoint_does_not_take_it_back() {
    let world = World::new(2, Sizes { pages_per_write: 16, ..TINY });
    for number in 1..5 {
        world.send(0, lead(number)).expect("added");
    }
    world.step(1, &Step::CatchUp);
    world.step(0, &Step::Checkpoint);
    world.send(1, lead(9)).expect("added");
    assert_eq!(world.platter.borrow().head, Head { commit_no: 5, next_seq: 6, checkpoint: 4 });
    world.rest();
}

#[test]
fn a_tab_that_fails_to_start_over_stays_where_it_was() {
    for call in 0..12 {
        let world = World::new(2, Sizes { pages_per_write: 16, ..TINY });
        for number in 1..5 {
            world.send(0, lead(number)).expect("added");
        }
        world.step(0, &Step::Checkpoint);
        world.step(1, &Step::Fail(call, Fault::LostBefore));
        world.step(1, &Step::CatchUp);
        world.send(0, lead(9)).expect("added");
        world.rest();
    }
}

#[test]
fn records_that_come_and_go_while_a_tab_opens_are_seen_once() {
    let sizes = [TINY, Sizes { page_records: 2, pages_per_write: 16, keep_entries: 99, ..TINY }];
    for (sizes, calls) in sizes.into_iter().flat_map(|sizes| (0..12).map(move |calls| (sizes, calls))) {
        let world = World::new(2, sizes);
        world.send(0, add(Kind::Lead, LEAD, Field::LastName, "Lang")).expect("added");
        (1..3).for_each(|number| drop(world.send(0, lead(number)).expect("added")));
        (0..9).for_each(|_| world.step(0, &Step::Checkpoint));
        let other = world.clone();
        let intrude = move || {
            let removed = other.send(0, remove(LEAD)).expect("removed");
            other.send(0, Command::Undo(Undo::of(&removed))).expect("back");
            (0..9).for_each(|_| other.step(0, &Step::Checkpoint));
        };
        world.platter.borrow_mut().intrusion = Some((calls, Box::new(intrude)));
        world.step(1, &Step::Reopen);
        world.platter.borrow_mut().intrusion = None;
        world.rest();
    }
}

#[test]
fn set_up_records_changed_for_the_first_time_have_a_place_of_their_own() {
    let world = World::new(2, TINY);
    let both = vec![workspace::STATUS_NEW, workspace::STATUS_WORKING];
    let named = EditRecords { ids: both, ..EditRecords::one(LEAD, Field::Name, Some(Value::text("Warm"))) };
    world.send(0, Command::EditRecords(named)).expect("edited");
    world.send(0, add(Kind::Status, LEAD, Field::Name, "Cold")).expect("added");
    world.send(1, rename(workspace::STATUS_QUALIFIED, Field::Name, "Hot")).expect("edited");
    world.rest();
}

#[test]
fn a_removed_set_up_record_stays_removed() {
    let world = World::new(2, TINY);
    let removed = world.send(0, remove(workspace::STATUS_WORKING)).expect("removed");
    world.step(1, &Step::CatchUp);
    world.step(1, &Step::Reopen);
    assert_eq!(world.tabs[1].borrow().set.borrow().get(workspace::STATUS_WORKING), None);
    world.send(1, Command::Undo(Undo::of(&removed))).expect("back");
    world.rest();
}

#[test]
fn a_status_that_leads_have_is_in_use() {
    let world = World::new(1, Sizes::default());
    world.send(0, lead(1)).expect("added");
    let status = workspace::STATUS_NEW;
    assert_eq!(world.send(0, remove(status)), Err(Failure::Rejected(vec![Rejection::InUse { id: status, by: 1 }])));
}

#[test]
fn nothing_to_do_is_said_of_the_newest_state_only() {
    let world = World::new(2, Sizes::default());
    world.send(0, add(Kind::Lead, LEAD, Field::LastName, "Lang")).expect("added");
    world.step(1, &Step::CatchUp);
    world.send(0, rename(LEAD, Field::LastName, "Long")).expect("edited");
    world.send(1, rename(LEAD, Field::LastName, "Lang")).expect("edited");
    let set = world.tabs[1].borrow().set.clone();
    assert_eq!(set.borrow().get(LEAD).expect("the lead").text(Field::LastName), "Lang");
}

#[test]
fn no_is_said_of_the_newest_state_only() {
    let world = World::new(2, Sizes::default());
    let archive = |restore| Command::ArchiveLeads(ArchiveLeads { leads: vec![LEAD], reason: "later".into(), restore });
    world.send(0, add(Kind::Lead, LEAD, Field::LastName, "Lang")).expect("added");
    world.send(0, archive(false)).expect("archived");
    world.step(1, &Step::CatchUp);
    world.send(0, archive(true)).expect("restored");
    world.send(1, Command::SetStatus(SetStatus { leads: vec![LEAD], status: workspace::STATUS_WORKING })).expect("it is open again");
}

#[test]
fn a_command_sent_twice_has_one_receipt() {
    let world = World::new(1, Sizes::default());
    let (deal, other) = (Id::from_u128(1), Id::from_u128(2));
    world.send(0, add(Kind::Deal, deal, Field::Name, "Bagging line")).expect("added");
    world.send(0, add(Kind::Deal, other, Field::Name, "Mill")).expect("added");
    let command = Command::MoveDeal(MoveDeal { deal, stage: workspace::STAGE_PROPOSAL, above: Some(other), below: None });
    let stamp = Stamp { command: Id::from_u128(5), device: Id::from_u128(1), by: workspace::ME, at: 7 };
    let mut tab = world.tabs[0].borrow_mut();
    let first = world.carry_out(&mut tab, command.clone(), stamp, false).expect("moved");
    assert_eq!(world.carry_out(&mut tab, command, stamp, true), Ok(first));
    assert_eq!(world.platter.borrow().head.last_seq(), 3);
}

/// Conversions of three leads, as a run sends them.
fn run(world: &World) -> Vec<(Command, Stamp)> {
    let convert = |number| {
        let lead = ConvertLead::new(Id::from_u128(number));
        Command::ConvertLead(Box::new(ConvertLead { organization: Target::None, person: Target::Create, ..lead }))
    };
    (1..4).map(|number| (convert(number), world.stamp())).collect()
}

#[test]
fn commands_sent_together_are_all_there_or_none_and_sent_again_once() {
    let faults = [Fault::LostBefore, Fault::LostAfter, Fault::Full];
    for (fault, call, others) in
        faults.into_iter().flat_map(|fault| (0..4).flat_map(move |call| [(fault, call, false), (fault, call, true)]))
    {
        let world = World::new(2, TINY);
        (1..5).for_each(|number| drop(world.send(0, lead(number)).expect("added")));
        let work = run(&world);
        if others {
            // Another tab is faster with one of them.
            world.send(1, work[1].0.clone()).expect("converted");
        }
        let before = world.platter.borrow().written.len();
        let all = if others { 2 } else { 3 };
        world.platter.borrow_mut().fault = Some((call, fault));
        let first = world.send_together(0, &work);
        let written = world.platter.borrow().written.len() - before;
        assert_eq!(written, if first.is_ok() { all } else { 0 }, "{fault:?} at {call}: {first:?}");
        world.platter.borrow_mut().fault = None;
        let again = world.send_together(0, &work).expect("nothing fails any more");
        assert_eq!(again.iter().filter(|answer| answer.is_ok()).count(), all);
        assert_eq!(world.platter.borrow().written.len() - before, all, "{fault:?} at {call}");
        world.rest();
    }
}

/// The browser may empty a database whose connection it closed; another tab begins anew.
#[test]
fn a_tab_that_comes_back_to_another_log_starts_over() {
    for entries in 0..6 {
        let world = World::new(1, Sizes::default());
        (1..4).for_each(|number| drop(world.send(0, lead(number)).expect("added")));
        let platter = Rc::new(RefCell::new(Platter::default()));
        let mut other = Tab::open(&platter, Sizes::default(), true).expect("it opens");
        for number in 0..entries {
            let stamp = Stamp { command: Id::from_u128(100 + number), device: Id::from_u128(1), by: workspace::ME, at: 7 };
            now(other.engine.commit(&lead(50 + number), &stamp)).expect("added");
        }
        let mut tab = world.tabs[0].borrow_mut();
        tab.engine.replace_disk(SimulatedDisk::quiet(&platter));
        now(tab.engine.catch_up()).expect("nothing fails");
        let (tab, other) = (tab.set.borrow(), other.set.borrow());
        assert_eq!(tab.all(Kind::Lead), other.all(Kind::Lead));
        assert_eq!(tab.recent(9), other.recent(9));
    }
}

fn person(number: u128, organization: Id) -> Command {
    let draft = Draft::new(Kind::Person, Id::from_u128(number)).with(Field::LastName, Value::text("Rossi"));
    let draft = draft.with(Field::Organization, Value::Link(organization));
    let email = ContactPoint::work(format!("rossi{number}@firm{number}.example"));
    Command::AddRecords(AddRecords { drafts: vec![draft.with(Field::Emails, Value::Points(vec![email]))], import: None })
}

/// What is kept of a finder is told of all that happened since, whatever that was, before it answers.
#[test]
fn what_was_kept_answers_like_what_is_built_anew() {
    let (one, other) = (Id::from_u128(501), Id::from_u128(502));
    let changes: [&[Command]; 8] = [
        &[],
        &[rename(one, Field::Name, "Bassani")],
        &[rename(Id::from_u128(2), Field::LastName, "Lang"), remove(Id::from_u128(3))],
        &[remove(Id::from_u128(1)), remove(Id::from_u128(2)), remove(Id::from_u128(3)), remove(one)],
        &[Command::EditRecords(EditRecords::one(Id::from_u128(1), Field::Organization, Some(Value::Link(other))))],
        &[Command::EditRecords(EditRecords::one(Id::from_u128(1), Field::Organization, None)), rename(other, Field::Name, "Molino")],
        &[Command::MergeRecords(MergeRecords::new(one, [other]))],
        &[person(9, other), lead(10)],
    ];
    for commands in changes {
        let world = World::new(2, TINY);
        for (id, name) in [(one, "Ferrandi"), (other, "Ferrandi Reisen")] {
            world.send(0, add(Kind::Organization, id, Field::Name, name)).expect("added");
        }
        for number in 1..6 {
            world.send(0, person(number, if number < 4 { one } else { other })).expect("added");
        }
        world.step(0, &Step::Keep);
        for command in commands {
            let receipt = world.send(0, command.clone()).expect("done");
            world.send(0, Command::Undo(Undo::of(&receipt))).expect("undone");
            world.send(0, command.clone()).expect("done again");
        }
        (0..9).for_each(|_| world.step(0, &Step::Checkpoint));
        let set = world.tabs[0].borrow().set.clone();
        let read = || now(kept_index::read(&SimulatedDisk::quiet(&world.platter), &set, &async || ()));
        assert_eq!(read().expect("it is of these records").changed.is_empty(), commands.is_empty());
        world.step(1, &Step::Reopen);
        world.rest();
        // Other fields are compared, and it is worth nothing.
        let rules = Value::Texts(vec!["without email".into()]);
        world.send(0, Command::EditRecords(EditRecords::one(workspace::WORKSPACE, Field::DuplicateRules, Some(rules)))).expect("set");
        assert!(read().is_none());
    }
}

#[test]
fn what_was_kept_of_another_log_or_is_damaged_is_not_used() {
    let world = World::new(1, TINY);
    let organization = Id::from_u128(501);
    world.send(0, add(Kind::Organization, organization, Field::Name, "Ferrandi")).expect("added");
    (1..9).for_each(|number| drop(world.send(0, person(number, organization)).expect("added")));
    world.step(0, &Step::Keep);
    let set = world.tabs[0].borrow().set.clone();
    let read = || now(kept_index::read(&SimulatedDisk::quiet(&world.platter), &set, &async || ()));
    assert!(read().is_some());
    let kept = world.platter.borrow().derived.clone();
    assert_eq!(kept.len(), 3, "a head, people, organizations");
    for (key, bytes) in &kept {
        for at in 0..bytes.len() {
            world.platter.borrow_mut().derived.get_mut(key).expect("the block")[at] ^= 0x10;
            assert!(read().is_none(), "byte {at} of {key}");
            world.platter.borrow_mut().derived = kept.clone();
        }
        world.platter.borrow_mut().derived.remove(key);
        assert!(read().is_none());
        world.platter.borrow_mut().derived = kept.clone();
    }
    let other = World::new(1, TINY);
    // Other commands under the same numbers.
    for _ in 0..12 {
        other.stamp();
    }
    other.send(0, add(Kind::Organization, organization, Field::Name, "Ferrandi")).expect("added");
    (1..12).for_each(|number| drop(other.send(0, person(number, organization)).expect("added")));
    other.platter.borrow_mut().derived = kept;
    let set = other.tabs[0].borrow().set.clone();
    assert!(now(kept_index::read(&SimulatedDisk::quiet(&other.platter), &set, &async || ())).is_none());
}
