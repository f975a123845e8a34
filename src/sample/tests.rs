//! The sample is valid, always the same, and shows what the app is for.

use std::collections::BTreeSet;

use domain::commands::{AddRecords, Command};
use domain::duplicates::{Band, Index, Population, Subject};
use domain::records::{Record, display_name, validate};
use domain::testing::MemoryStore;
use domain::values::DealStatus;

use super::*;

const TODAY: Date = Date(20_779);

fn batch() -> Id {
    Id::from_u128(0x5A)
}

fn store(import: Option<Id>) -> MemoryStore {
    let mut store = MemoryStore::default();
    let add = AddRecords { drafts: drafts(batch(), TODAY), import };
    store.run(&Command::AddRecords(add)).unwrap_or_else(|reasons| panic!("{reasons:?}"));
    store
}

fn count(store: &MemoryStore, kind: Kind, keep: impl Fn(&Record) -> bool) -> usize {
    store.of(kind).filter(|record| keep(record)).count()
}

#[test]
fn every_draft_is_valid_and_every_link_leads_somewhere() {
    let store = store(None);
    for record in store.records.values() {
        assert_eq!(validate(record), [], "{record:?}");
    }
}

#[test]
fn it_can_be_added_part_by_part() {
    let mut store = MemoryStore::default();
    for part in drafts(batch(), TODAY).chunks(50) {
        let add = AddRecords { drafts: part.to_vec(), import: Some(batch()) };
        store.run(&Command::AddRecords(add)).unwrap_or_else(|reasons| panic!("{reasons:?}"));
    }
}

#[test]
fn it_is_always_the_same_under_ids_of_the_batch() {
    assert_eq!(drafts(batch(), TODAY), drafts(batch(), TODAY));
    let other = drafts(Id::from_u128(2), TODAY);
    let ids: BTreeSet<Id> = drafts(batch(), TODAY).iter().chain(&other).map(|draft| draft.id).collect();
    assert_eq!(ids.len(), 2 * other.len());
}

#[test]
fn it_can_be_taken_back() {
    let mut store = store(Some(batch()));
    let receipt = store.receipts[0].clone();
    store.undo(&receipt).expect("nothing is in the way");
    assert_eq!(store.records, MemoryStore::default().records);
}

#[test]
fn it_fills_every_screen() {
    let store = store(None);
    let all = |kind| count(&store, kind, |_| true);
    assert_eq!([Kind::Lead, Kind::Person, Kind::Organization, Kind::Deal].map(all), [300, 200, 120, 60]);
    assert_eq!(all(Kind::Member), 5);
    assert_eq!(count(&store, Kind::Lead, |lead| lead.has(Field::ArchivedAt)), 20);
    assert!(count(&store, Kind::Lead, |lead| !lead.flag(Field::Seen)) > 20);
    let with_status = |status| count(&store, Kind::Lead, |lead| lead.link(Field::Status) == Some(status));
    use domain::workspace::{STATUS_CONTACTED, STATUS_NEW, STATUS_QUALIFIED, STATUS_WORKING};
    assert!([STATUS_NEW, STATUS_CONTACTED, STATUS_WORKING, STATUS_QUALIFIED].map(with_status).iter().all(|count| *count >= 30));
    let with_outcome = |status| count(&store, Kind::Deal, |deal| deal.code(Field::DealStatus) == Some(status));
    assert_eq!([DealStatus::Open, DealStatus::Won, DealStatus::Lost].map(with_outcome), [50, 6, 4]);
    let due = |keep: fn(Date) -> bool| count(&store, Kind::Activity, |activity| activity.date(Field::DueDate).is_some_and(keep));
    assert!([due(|date| date < TODAY), due(|date| date == TODAY), due(|date| date > TODAY)].iter().all(|count| *count >= 25));
    let next = |lead: &Record| store.of(Kind::Activity).any(|next| !next.has(Field::DoneAt) && next.links(Field::About).contains(&lead.id));
    assert!((120..180).contains(&count(&store, Kind::Lead, next)));
}

/// Leads that may be a record of the kind.
fn matched(store: &MemoryStore, kind: Kind, least: Band) -> usize {
    let subject = |record: &Record| {
        let organization = record.link(Field::Organization).and_then(|id| store.of(Kind::Organization).find(|other| other.id == id));
        Subject::of(record, kind, organization)
    };
    let mut index = Index::new(if kind == Kind::Person { Population::Persons } else { Population::Organizations });
    store.of(kind).for_each(|record| index.insert(record.id, &subject(record)));
    count(store, Kind::Lead, |lead| index.find(&subject(lead)).iter().any(|found| found.id != lead.id && found.band() >= least))
}

#[test]
fn some_leads_are_known_already_and_most_are_not() {
    let store = store(None);
    let people = matched(&store, Kind::Person, Band::Likely);
    let organizations = matched(&store, Kind::Organization, Band::Likely);
    assert!((20..60).contains(&people), "{people} leads are like a person");
    assert!((40..90).contains(&organizations), "{organizations} leads are like an organization");
    assert!(matched(&store, Kind::Person, Band::Certain) >= 8);
}

#[test]
fn nothing_happens_before_it_came_or_after_today() {
    let store = store(None);
    let now = TODAY.to_millis();
    for record in store.of(Kind::Lead).chain(store.of(Kind::Deal)) {
        let came = record.time(Field::HappenedAt).expect("it came one day");
        let since = [Field::StatusSince, Field::StageSince, Field::ArchivedAt, Field::ClosedAt].map(|field| record.time(field));
        assert!(since.into_iter().flatten().all(|at| came < at && at < now), "{record:?}");
    }
    for entry in store.of(Kind::Activity) {
        let about = entry.links(Field::About)[0];
        let came = store.records[&about].time(Field::HappenedAt);
        assert!(entry.time(Field::HappenedAt).is_none_or(|at| came < Some(at) && at < now), "{entry:?}");
    }
}

#[test]
fn names_do_not_repeat_by_chance() {
    let store = store(None);
    for (kind, expected) in [(Kind::Person, 200), (Kind::Organization, 120), (Kind::Lead, 290)] {
        let names: BTreeSet<String> = store.of(kind).map(display_name).collect();
        assert!(names.len() >= expected, "only {} names of {kind:?}", names.len());
    }
}

#[test]
fn mail_goes_nowhere() {
    for draft in drafts(batch(), TODAY) {
        for (field, value) in &draft.fields {
            if let (Field::Emails, Value::Points(list)) = (field, value) {
                assert!(list.iter().all(|point| point.value.to_lowercase().ends_with(".example")), "{list:?}");
            }
        }
    }
}
