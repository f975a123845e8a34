//! The conversion against an in-memory store: results, nothing lost, undo.

use super::*;
use crate::commands::{AddRecords, Command, Draft};
use crate::rejection::Rejection;
use crate::testing::MemoryStore;
use crate::values::ContactPoint;

fn store_with_lead() -> (MemoryStore, Id) {
    let mut store = MemoryStore::default();
    let id = Id::from_u128(77);
    let lead = Draft::new(Kind::Lead, id)
        .with(Field::FirstName, Value::text("Giulia"))
        .with(Field::LastName, Value::text("Ferrandi"))
        .with(Field::OrganizationName, Value::text("Molino Bassani S.r.l."))
        .with(Field::Emails, Value::Points(vec![ContactPoint::work("g.ferrandi@molinobassani.example")]))
        .with(Field::Source, Value::text("Trade fair"))
        .with(Field::SourceDetail, Value::text("Stand B14"))
        .with(Field::Tags, Value::Texts(vec!["Hot".into()]));
    let note = Draft::new(Kind::Note, id.derive("note"))
        .with(Field::Text, Value::text("Wants a bagging line"))
        .with(Field::About, Value::Links(vec![id]));
    store.run(&Command::AddRecords(AddRecords { drafts: vec![lead, note], import: None })).expect("a valid lead");
    (store, id)
}

fn with_deal(lead: Id) -> ConvertLead {
    ConvertLead { deal: DealTarget::Create(NewDeal::named("Bagging line")), ..ConvertLead::new(lead) }
}

fn business(store: &MemoryStore) -> Vec<Record> {
    let mut all: Vec<Record> = store.records.values().cloned().collect();
    for record in &mut all {
        record.set(Field::Conversions, None);
    }
    all
}

#[test]
fn makes_organization_person_and_deal_and_closes_the_lead() {
    let (mut store, id) = store_with_lead();
    store.run(&Command::ConvertLead(Box::new(with_deal(id)))).expect("converts");
    let lead = store.get(id);
    assert!(!lead.is_open_lead());
    let deal = store.get(lead.link(Field::ConvertedDeal).expect("a deal"));
    assert_eq!(deal.link(Field::Stage), Some(workspace::STAGE_INCOMING));
    let person = store.get(deal.link(Field::Person).expect("a person"));
    assert_eq!(person.text(Field::LastName), "Ferrandi");
    assert_eq!(person.text(Field::Source), "Trade fair");
    let organization = store.get(person.link(Field::Organization).expect("an organization"));
    assert_eq!(organization.text(Field::Name), "Molino Bassani S.r.l.");
    assert!(organization.points(Field::Emails).is_empty());
    let note = store.get(id.derive("note"));
    assert_eq!(note.links(Field::About), [id, organization.id, person.id, deal.id]);
}

#[test]
fn says_what_stays_on_the_lead() {
    let (store, id) = store_with_lead();
    let plan = store.ask(|facts| plan(&with_deal(id), &store.stamp(), facts)).expect("a plan");
    let stays: Vec<Field> = plan.rows.iter().filter(|row| row.outcome == Outcome::StaysOnLead).map(|row| row.field).collect();
    assert_eq!(stays, [Field::SourceDetail]);
}

#[test]
fn a_value_without_a_home_can_be_kept_as_a_note() {
    let (mut store, id) = store_with_lead();
    let before = business(&store);
    let kept = Value::text("Source detail: Stand B14");
    let command = ConvertLead { edits: vec![(Field::Text, Some(kept.clone()))], ..with_deal(id) };
    let done = store.run(&Command::ConvertLead(Box::new(command))).expect("converts");
    assert!(!store.get(id).has(Field::Text));
    let note = store.records.values().find(|record| record.get(Field::Text) == Some(&kept)).expect("a note").clone();
    assert_eq!(note.kind, Kind::Note);
    let deal = store.get(id).link(Field::ConvertedDeal).expect("a deal");
    assert!(note.links(Field::About).contains(&id) && note.links(Field::About).contains(&deal));
    store.undo(&done).expect("nothing in the way");
    assert_eq!(business(&store), before);
}

#[test]
fn undo_is_the_identity_and_redo_makes_the_same_rows() {
    let (mut store, id) = store_with_lead();
    let before = business(&store);
    let done = store.run(&Command::ConvertLead(Box::new(with_deal(id)))).expect("converts");
    let converted = business(&store);
    let undone = store.undo(&done).expect("nothing in the way");
    assert_eq!(business(&store), before);
    store.undo(&undone).expect("redo");
    let strip = |mut all: Vec<Record>| {
        all.iter_mut().for_each(|record| record.changed = None);
        all
    };
    assert_eq!(strip(business(&store)), strip(converted));
}

#[test]
fn undo_twice_and_undo_after_an_edit_are_refused() {
    let (mut store, id) = store_with_lead();
    let done = store.run(&Command::ConvertLead(Box::new(with_deal(id)))).expect("converts");
    let deal = store.get(id).link(Field::ConvertedDeal).expect("a deal");
    let edit = crate::commands::EditRecords::one(deal, Field::Name, Some(Value::text("Other")));
    let edited = store.run(&Command::EditRecords(edit)).expect("edits");
    let refused = store.undo(&done).expect_err("the deal was edited");
    assert!(matches!(&refused[..], [Rejection::UndoBlocked { blocks }] if blocks.len() == 1 && blocks[0].id == deal));
    store.undo(&edited).expect("undoes the edit");
    store.undo(&done).expect("now it goes");
    assert_eq!(store.undo(&done), Err(vec![Rejection::AlreadyUndone]));
}

#[test]
fn a_second_conversion_is_refused_with_the_results_of_the_first() {
    let (mut store, id) = store_with_lead();
    let command = Command::ConvertLead(Box::new(with_deal(id)));
    store.run(&command).expect("converts");
    let reasons = store.run(&command).expect_err("converted already");
    assert!(matches!(reasons[..], [Rejection::AlreadyConverted { deal: Some(_), person: Some(_), .. }]));
}

#[test]
fn all_blockers_come_at_once_and_nothing_is_written() {
    let (mut store, id) = store_with_lead();
    let before = store.clone();
    let deal = NewDeal { stage: Id::from_u128(404), ..NewDeal::named(" ") };
    let command = ConvertLead {
        organization: Target::None,
        person: Target::Use(Id::from_u128(405)),
        deal: DealTarget::Create(deal),
        task: Some(NewTask { subject: String::new(), due: None }),
        ..ConvertLead::new(id)
    };
    let reasons = store.run(&Command::ConvertLead(Box::new(command))).expect_err("full of holes");
    assert!(reasons.len() >= 4, "{reasons:?}");
    assert_eq!(store, before);
}
