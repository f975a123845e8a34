//! Order, filters and counts of the lead list.

use domain::records::Field;
use domain::stamp::Touch;
use domain::values::{Currency, Money, Value};
use domain::workspace;

use super::super::{NextStep, pack};
use super::*;

const TODAY: Date = Date(20_000);

struct Lead {
    name: &'static str,
    /// Days from today; none for no next step.
    due: Option<i32>,
    fields: Vec<(Field, Value)>,
}

fn lead(name: &'static str, due: Option<i32>) -> Lead {
    Lead { name, due, fields: Vec::new() }
}

impl Lead {
    fn with(mut self, field: Field, value: Value) -> Self {
        self.fields.push((field, value));
        self
    }
}

/// Leads at slots 0, 1, ..., each made later than the one before.
fn set(leads: Vec<Lead>) -> WorkingSet {
    let mut set = WorkingSet::default();
    set.loaded();
    for (slot, lead) in (0..).zip(leads) {
        let id = Id::from_u128(u128::from(slot) + 1);
        let created = Touch { command: id, by: workspace::ME, at: i64::from(slot) };
        let start = Record::new(Kind::Lead, id, created).with(Field::LastName, Value::text(lead.name));
        let record = lead.fields.into_iter().fold(start, |record, (field, value)| record.with(field, value));
        set.put(Kind::Lead, slot, &record, pack(&record));
        let next = lead.due.map_or(NextStep::None, |days| NextStep::Due { activity: id, date: TODAY.plus_days(days), minutes: 600 });
        set.leads[slot as usize].as_mut().expect("it was just put").next = next;
    }
    set
}

fn names(set: &WorkingSet, query: &InboxQuery) -> Vec<String> {
    set.inbox(query).into_iter().filter_map(|slot| set.lead_at(slot)).map(|lead| lead.text(Field::LastName).to_owned()).collect()
}

fn query(sort: Sort, descending: bool) -> InboxQuery {
    InboxQuery { sort, descending, ..InboxQuery::new(TODAY) }
}

fn money(minor: i64) -> Value {
    Value::Money(Money { minor, currency: Currency::EUR })
}

#[test]
fn urgent_leads_stand_first_and_later_ones_last() {
    let set = set(vec![
        lead("later", Some(3)),
        lead("none", None),
        lead("today", Some(0)),
        lead("late", Some(-2)),
        lead("later still", Some(30)),
    ]);
    assert_eq!(names(&set, &query(Sort::Next, false)), ["late", "today", "none", "later", "later still"]);
    assert_eq!(names(&set, &query(Sort::Next, true)), ["later still", "later", "none", "today", "late"]);
}

#[test]
fn of_equally_urgent_leads_the_newest_stands_first() {
    let set = set(vec![lead("first", None), lead("second", None), lead("third", None)]);
    assert_eq!(names(&set, &query(Sort::Next, false)), ["third", "second", "first"]);
}

#[test]
fn every_column_sorts() {
    let at = |status| Value::Link(status);
    let set = set(vec![
        lead("Émile", None).with(Field::Value, money(500)).with(Field::Status, at(workspace::STATUS_QUALIFIED)),
        lead("anna", None).with(Field::Value, money(-20)).with(Field::Status, at(workspace::STATUS_NEW)),
        lead("Zoe", None).with(Field::Value, money(10_000)).with(Field::Status, at(workspace::STATUS_WORKING)),
    ]);
    assert_eq!(names(&set, &query(Sort::Name, false)), ["anna", "Émile", "Zoe"]);
    assert_eq!(names(&set, &query(Sort::Value, true)), ["Zoe", "Émile", "anna"]);
    assert_eq!(names(&set, &query(Sort::Status, false)), ["anna", "Zoe", "Émile"]);
    assert_eq!(names(&set, &query(Sort::Created, false)), ["Émile", "anna", "Zoe"]);
}

#[test]
fn long_names_that_begin_alike_are_in_order() {
    let names_in = ["Unterberger Annamaria B", "Zoe", "Unterberger Annamaria", "Unterberger Annamaria A", "Unterberger Annamaria", "An"];
    let set = set(names_in.map(|name| lead(name, None)).into());
    assert_eq!(set.inbox(&query(Sort::Name, false)), [5, 2, 4, 3, 0, 1]);
}

#[test]
fn a_thousand_amounts_are_in_order() {
    let amounts = || (0..1_000_i64).map(|at| (at * 7_919 % 1_000 - 500) * 100_000);
    let set = set(amounts().map(|minor| lead("x", None).with(Field::Value, money(minor))).collect());
    let sorted: Vec<i64> =
        set.inbox(&query(Sort::Value, false)).iter().filter_map(|slot| set.lead_row(*slot)).map(|row| row.value).collect();
    let mut expected: Vec<i64> = amounts().collect();
    expected.sort_unstable();
    assert_eq!(sorted, expected);
}

#[test]
fn states_are_told_apart_and_counted() {
    let archived = || lead("archived", None).with(Field::ArchivedAt, Value::Time(1));
    let set = set(vec![lead("open", None), archived(), archived().with(Field::ConvertedAt, Value::Time(2))]);
    assert_eq!(set.lead_counts(), LeadCounts { open: 1, archived: 1, converted: 1 });
    for state in [LeadState::Open, LeadState::Archived, LeadState::Converted] {
        assert_eq!(set.inbox(&InboxQuery { state, ..InboxQuery::new(TODAY) }).len(), set.lead_counts().of(state));
    }
}

#[test]
fn the_filter_that_hides_most_is_named() {
    let hot = || Value::Texts(vec!["Hot".into()]);
    let set = set(vec![lead("Anna", None).with(Field::Tags, hot()), lead("Berta", None), lead("Bruno", None)]);
    let asked = InboxQuery { text: "b".into(), tag: Some("hot".into()), ..InboxQuery::new(TODAY) };
    assert_eq!(set.inbox_count(&asked), 0);
    assert_eq!(set.narrowest(&asked), Some((Narrowing::Tag, 2)));
    let text_only = InboxQuery { text: "nobody".into(), ..InboxQuery::new(TODAY) };
    assert_eq!(set.narrowest(&text_only), Some((Narrowing::Text, 3)));
    assert_eq!(set.narrowest(&InboxQuery::new(TODAY)), None);
}

#[test]
fn typing_on_and_back_gives_what_asking_anew_gives() {
    let leads = || vec![lead("Berta Maurer", Some(1)), lead("Anna Berg", Some(-1)), lead("Anna Bach", None), lead("Bernd", Some(0))];
    let typed = set(leads());
    for text in ["", "b", "be", "be a", "be an", "be", "", "an", "anna ba", "ba"] {
        let asked = InboxQuery { text: text.into(), ..InboxQuery::new(TODAY) };
        assert_eq!(typed.inbox(&asked), set(leads()).inbox(&asked), "{text}");
    }
    let archived = InboxQuery { text: "b".into(), state: LeadState::Archived, ..InboxQuery::new(TODAY) };
    assert!(typed.inbox(&archived).is_empty());
}

const SORTS: [Sort; 6] = [Sort::Next, Sort::Name, Sort::Status, Sort::Value, Sort::Created, Sort::Owner];

/// What the set says that has followed all changes, and what it says when asked for the first time.
fn followed_and_fresh(set: &mut WorkingSet, query: &InboxQuery) -> (Vec<u32>, Vec<u32>) {
    let followed = set.inbox(query);
    let kept = std::mem::take(&mut set.answered);
    let fresh = set.inbox(query);
    set.answered = kept;
    (followed, fresh)
}

#[test]
fn a_changed_lead_goes_to_its_place_and_the_others_stay() {
    let status = |at: usize| Value::Link(if at.is_multiple_of(2) { workspace::STATUS_NEW } else { workspace::STATUS_WORKING });
    let made = |at: usize, turn: usize| {
        let lead = lead(["Berta", "Anna", "Bruno", "Aaron"][(at + turn) % 4], None);
        let lead = lead.with(Field::Value, money((at * 7 + turn * 3) as i64 % 5)).with(Field::Status, status(at + turn));
        if (at + turn).is_multiple_of(5) { lead.with(Field::ArchivedAt, Value::Time(1)) } else { lead }
    };
    for (sort, descending, text) in SORTS.into_iter().flat_map(|sort| [(sort, false, ""), (sort, true, ""), (sort, false, "b")]) {
        let asked = InboxQuery { text: text.into(), ..query(sort, descending) };
        let mut kept = set((0..30).map(|at| made(at, 0)).collect());
        kept.inbox(&asked);
        for turn in 1_usize..40 {
            let slot = turn * 11 % 30;
            if turn.is_multiple_of(13) {
                kept.put_row(slot as u32, None);
            } else {
                let record = set((0..30).map(|at| made(at, turn)).collect()).lead_at(slot as u32).expect("thirty leads");
                kept.put(Kind::Lead, slot as u32, &record, pack(&record));
            }
            kept.answered.leads_changed([slot as u32]);
            let (followed, fresh) = followed_and_fresh(&mut kept, &asked);
            assert_eq!(followed, fresh, "{sort:?}, descending {descending}, text {text:?}, turn {turn}");
        }
    }
}

#[test]
fn a_new_lead_and_many_changes_are_followed() {
    let mut set = set((0..300).map(|_| lead("x", None)).collect());
    let asked = query(Sort::Created, true);
    set.inbox(&asked);
    let mut newest = set.lead_at(0).expect("it is there");
    (newest.id, newest.created.at) = (Id::from_u128(999), 999);
    set.put(Kind::Lead, 300, &newest, pack(&newest));
    set.answered.leads_changed([300]);
    assert_eq!(set.inbox(&asked)[..2], [300, 299]);
    (0..300).for_each(|slot| set.put_row(slot, None));
    set.answered.leads_changed(0..300);
    assert_eq!(set.inbox(&asked), [300]);
}

#[test]
fn many_that_change_at_once_go_to_their_places() {
    let name = |at: usize| ["Berta", "Anna", "Bruno", "Aaron", "Barbara"][at % 5];
    for (sort, descending, text) in SORTS.into_iter().flat_map(|sort| [(sort, false, ""), (sort, true, "b")]) {
        let asked = InboxQuery { text: text.into(), ..query(sort, descending) };
        let mut kept = set((0..400).map(|at| lead(name(at), None).with(Field::Value, money(at as i64 % 7))).collect());
        kept.inbox(&asked);
        let later = set((0..400).map(|at| lead(name(at * 3 + 1), None).with(Field::Value, money(at as i64 % 11))).collect());
        for slot in (0..400).filter(|slot| slot % 3 != 0) {
            let record = later.lead_at(slot).expect("four hundred leads");
            kept.put(Kind::Lead, slot, &record, pack(&record));
        }
        kept.answered.leads_changed((0..400).filter(|slot| slot % 3 != 0));
        let (followed, fresh) = followed_and_fresh(&mut kept, &asked);
        assert_eq!(followed, fresh, "{sort:?}, descending {descending}, text {text:?}");
        assert!(!fresh.is_empty());
    }
}

#[test]
fn a_lead_is_found_by_what_another_system_calls_it() {
    let elsewhere = |name, id| lead(name, None).with(Field::ExternalId, Value::text(id));
    let set = set(vec![elsewhere("Rossi", "KD-4711"), elsewhere("Verdi", "KD-4799"), lead("Bianchi", None)]);
    let found = |text: &str| names(&set, &InboxQuery { text: text.to_owned(), ..query(Sort::Name, false) });
    assert_eq!(found("KD-4711"), ["Rossi"]);
    assert_eq!(found("kd-47"), ["Rossi", "Verdi"]);
    assert_eq!(found("711"), [""; 0]);
    let hits = set.search("kd-4799", 5);
    assert_eq!(hits.iter().map(|hit| hit.record.text(Field::LastName)).collect::<Vec<_>>(), ["Verdi"]);
}
