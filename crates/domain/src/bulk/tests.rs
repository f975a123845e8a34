//! The run of a plan against an in-memory store: taking turns, stopping, numbers, the table. The rules are shown by
//! `tests/scenarios/many.scenario`.

use super::*;
use crate::commands::{AddRecords, Command, Draft};
use crate::pause::NoPause;
use crate::testing::{Answers, MemoryStore, among, at_once, business};

const RUN: Id = Id::from_u128(0xB01);

fn lead(number: u128) -> Id {
    Id::from_u128(1000 + number)
}

/// As many leads, two of each company.
fn store(count: u128) -> MemoryStore {
    let mut store = MemoryStore::default();
    let draft = |number| {
        Draft::new(Kind::Lead, lead(number))
            .with(Field::LastName, Value::text(format!("Lead {number}")))
            .with(Field::OrganizationName, Value::text(format!("Company {}", number / 2)))
    };
    store.run(&Command::AddRecords(AddRecords { drafts: (0..count).map(draft).collect(), import: None })).expect("valid leads");
    store
}

fn plan_of(store: &MemoryStore, count: u128, settings: &Settings, choices: &Choices) -> BulkPlan {
    let leads: Vec<Id> = (0..count).map(lead).collect();
    let finders = (|_: &_, _| Vec::new(), |kind| among(kind, store));
    at_once(plan(RUN, &leads, (settings, choices), &store.stamp(), finders, |query: &_| store.answer(query), &NoPause)).expect("no pause")
}

fn carry_on(run: &mut Run, store: &mut MemoryStore, turns: usize) {
    for _ in 0..turns {
        let Some(turn) = run.next_turns(1).pop() else { break };
        let result = store.run(&turn.command);
        run.done(turn.lead, result.as_ref().map_err(Clone::clone));
    }
}

#[test]
fn a_run_is_stopped_and_taken_up_again() {
    let mut store = store(4);
    let mut run = Run::of(plan_of(&store, 4, &Settings::new(), &Choices::new()));
    carry_on(&mut run, &mut store, 1);
    run.stop();
    assert_eq!(run.next_turns(9), []);
    assert!(run.is_stopped() && !run.is_over());
    assert_eq!(run.progress(), (1, 4));
    run.resume();
    carry_on(&mut run, &mut store, 9);
    assert!(run.is_over());
    let sums = run.sums();
    assert_eq!((sums.converted, sums.organizations, sums.people, sums.deals, sums.linked), (4, 2, 4, 4, 2));
    assert_eq!(store.of(Kind::Organization).count(), 2);
}

#[test]
fn every_try_has_the_same_stamp() {
    let store = store(2);
    let plan = plan_of(&store, 2, &Settings::new(), &Choices::new());
    let all = Run::of(plan.clone()).next_turns(9);
    assert_eq!(all, Run::of(plan.clone()).next_turns(9));
    assert_eq!(all.iter().map(|turn| turn.lead).collect::<Vec<_>>(), [lead(0), lead(1)]);
    assert_ne!(all[0].stamp, all[1].stamp);
}

#[test]
fn a_failure_of_the_store_leaves_the_lead_waiting() {
    let mut store = store(2);
    let mut run = Run::of(plan_of(&store, 2, &Settings::new(), &Choices::new()));
    run.stop();
    assert_eq!(run.sums().waiting, 2);
    run.resume();
    carry_on(&mut run, &mut store, 2);
    assert_eq!(run.sums().converted, 2);
}

#[test]
fn the_whole_run_is_taken_back() {
    let mut store = store(6);
    let before = business(&store);
    let mut run = Run::of(plan_of(&store, 6, &Settings::new(), &Choices::new()));
    carry_on(&mut run, &mut store, 6);
    for undo in undo_all(&store.receipts.clone(), RUN) {
        store.run(&Command::Undo(undo)).expect("nothing is in the way");
    }
    assert_eq!(business(&store), before);
}

#[test]
fn what_nobody_can_choose_or_fill_in_is_told_apart() {
    let mut store = store(2);
    assert!(!plan_of(&store, 2, &Settings::new(), &Choices::new()).is_in_vain());
    let denied = Value::Texts(vec![Right::Convert.name().to_owned()]);
    let narrowed = crate::commands::EditRecords::one(workspace::ROLE, Field::Denied, Some(denied));
    store.run(&Command::EditRecords(narrowed)).expect("a role may be narrowed");
    let mut plan = plan_of(&store, 2, &Settings::new(), &Choices::new());
    assert!(plan.is_in_vain());
    assert_eq!(plan.reason_of_all(), Some(&Rejection::NotAllowed { right: Right::Convert }));
    plan.rows[0].reasons = vec![Rejection::Archived { lead: lead(0) }];
    assert!(plan.is_in_vain());
    assert_eq!(plan.reason_of_all(), None);
    plan.rows[0].reasons = vec![Rejection::NothingToCreate];
    assert!(!plan.is_in_vain());
}

#[test]
fn the_table_has_a_line_for_every_lead() {
    let mut store = store(3);
    let choices = Choices::from([(lead(1), Choice { skip: true, ..Choice::default() })]);
    let mut run = Run::of(plan_of(&store, 3, &Settings::new(), &choices));
    store.run(&Command::RemoveRecords(crate::commands::RemoveRecords { ids: vec![lead(2)] })).expect("nobody needs it");
    carry_on(&mut run, &mut store, 3);
    let words = Words {
        column: &|column| format!("{column:?}"),
        outcome: &|outcome| {
            match outcome {
                Outcome::Converted(_) => "converted",
                Outcome::Refused(_) => "refused",
                _ => "left",
            }
            .into()
        },
        name: &|id| store.find(id).map(|record| crate::records::display_name(&record)).unwrap_or_default(),
        email: &|_| "mail".into(),
        place: &|kind, _| format!("{kind:?}"),
        is: &|made| if made.new { "new" } else { "linked" }.into(),
        reason: &|reason| format!("{reason:?}"),
    };
    let lines: Vec<String> = table(&run, &words).into_iter().map(|row| row.join(" | ")).collect();
    let gone = Rejection::Gone { id: lead(2) };
    assert_eq!(
        lines,
        [
            "Name | Company | Email | Lead | Outcome | Organization | OrganizationIs | Person | PersonIs | Deal | Task | Result | Reasons"
                .to_owned(),
            "Lead 0 | Company 0 | mail | Lead | converted | Company 0 | new | Lead 0 | new | Lead 0, Company 0 |  | Deal | ".to_owned(),
            "Lead 1 | Company 0 | mail | Lead | left |  |  |  |  |  |  |  | ".to_owned(),
            format!("Lead 2 | Company 1 | mail | Lead | refused |  |  |  |  |  |  |  | {gone:?}"),
        ]
    );
}

#[test]
fn companies_of_one_name_are_told_apart() {
    let mut store = MemoryStore::default();
    let draft = |number, company: &str, email: &str| {
        Draft::new(Kind::Lead, lead(number))
            .with(Field::LastName, Value::text(format!("Lead {number}")))
            .with(Field::OrganizationName, Value::text(company))
            .with(Field::Emails, Value::Points(vec![crate::values::ContactPoint::work(email)]))
    };
    let drafts =
        vec![draft(0, "Engines", "a@engines.example"), draft(1, "Engines", "b@engines.test"), draft(2, "Works", "c@works.example")];
    store.run(&Command::AddRecords(AddRecords { drafts, import: None })).expect("valid leads");
    let plan = plan_of(&store, 3, &Settings::new(), &Choices::new());
    assert_eq!(plan.rows.iter().map(|row| row.apart).collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn leads_that_cannot_be_converted_are_not_counted_as_sharing() {
    let mut store = store(4);
    store.run(&Command::RemoveRecords(crate::commands::RemoveRecords { ids: vec![lead(3)] })).expect("nobody needs it");
    let archived = crate::commands::ArchiveLeads { leads: vec![lead(1)], reason: "No budget".into(), restore: false };
    store.run(&Command::ArchiveLeads(archived)).expect("it is open");
    let plan = plan_of(&store, 4, &Settings::new(), &Choices::new());
    let shared = |number| match plan.row(lead(number)).map(|row| row.organization) {
        Some(Fate::Shared { leads, .. }) => Some(leads),
        _ => None,
    };
    assert_eq!((shared(0), shared(2)), (Some(1), None));
    assert_eq!(plan.company_of(lead(0)), [lead(0), lead(1)]);
    assert_eq!(plan.company_of(lead(2)), [lead(2)]);
}
