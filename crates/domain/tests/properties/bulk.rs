//! Many leads at once: the order makes no difference, every stop leaves sound records, and all of it goes back.

use std::collections::BTreeSet;

use domain::bulk::{self, BulkPlan, Choices, DealSettings, MatchPolicy, OwnerRule, Run, Settings};
use domain::commands::convert_lead::{self, NewTask, Outcome, PlanRow, Profile};
use domain::commands::{AddRecords, Command, Draft};
use domain::ids::Id;
use domain::pause::NoPause;
use domain::records::{Field, Kind, Record, validate};
use domain::testing::{Answers, MemoryStore, among, at_once, business, candidates, everything};
use domain::values::{ContactPoint, Value};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::values::{MEMBER, tag};
use super::world::{draft, world};

const RUN: Id = Id::from_u128(0xB01);
const COMPANIES: &[&str] = &["Molino Bassani S.r.l.", "MOLINO BASSANI", "Molino Bassani", "Müller GmbH", "Muller"];
const PEOPLE: &[&str] = &["Rossi", "rossi", "Ferrandi"];
const GIVEN: &[&str] = &["Anna", "anna", "A.", "Giulia"];
const EMAILS: &[&str] =
    &["g@bassani.example", "G@bassani.example", "info@mueller.example", "m@mueller-bau.example", "anna.rossi@gmail.com"];

fn lead(number: usize) -> Id {
    Id::from_u128(0x1EAD_0000 + number as u128)
}

/// A world with some more leads, many of which are of one company or one person.
fn crowd() -> impl Strategy<Value = (MemoryStore, Vec<Id>)> {
    let name = (option::weighted(0.8, select(GIVEN)), select(PEOPLE));
    let one = (name, option::weighted(0.8, select(COMPANIES)), option::weighted(0.7, select(EMAILS)), vec(tag(), 0..3));
    let known = vec((any::<bool>(), select(PEOPLE), select(COMPANIES), select(EMAILS)), 0..3);
    (world(), vec((draft(Kind::Lead, Id::default()), one), 2..6), known).prop_map(|(mut store, leads, known)| {
        let count = leads.len();
        let contacts = known.into_iter().enumerate().map(|(number, (person, name, company, email))| {
            let id = Id::from_u128(0xC0_0000 + number as u128);
            let emails = Value::Points(vec![ContactPoint::work(email)]);
            let (kind, field, name) =
                if person { (Kind::Person, Field::LastName, name) } else { (Kind::Organization, Field::Name, company) };
            Draft::new(kind, id).with(field, Value::text(name)).with(Field::Emails, emails)
        });
        let mut drafts: Vec<Draft> = contacts.collect();
        drafts.extend(leads.into_iter().enumerate().map(|(number, (draft, one))| crowded(Draft { id: lead(number), ..draft }, one)));
        store.run(&Command::AddRecords(AddRecords { drafts, import: None })).expect("a crowd is valid");
        (store, (0..count).map(lead).collect())
    })
}

type Crowded<'a> = ((Option<&'a str>, &'a str), Option<&'a str>, Option<&'a str>, Vec<String>);

fn crowded(draft: Draft, ((given, name), company, email, tags): Crowded) -> Draft {
    let mut draft = draft;
    let own = [Field::FirstName, Field::LastName, Field::OrganizationName, Field::Emails, Field::Phones, Field::Website, Field::Tags];
    draft.fields.retain(|(field, _)| !own.contains(field));
    let emails = email.map(|email| (Field::Emails, Value::Points(vec![ContactPoint::work(email)])));
    let company = company.map(|company| (Field::OrganizationName, Value::text(company)));
    draft.fields.extend(given.map(|given| (Field::FirstName, Value::text(given))));
    draft.fields.extend([(Field::LastName, Value::text(name)), (Field::Tags, Value::Texts(tags))].into_iter().chain(emails).chain(company));
    draft
}

fn settings() -> impl Strategy<Value = Settings> {
    let policy = select(&[MatchPolicy::AttachOrCreate, MatchPolicy::AttachOrAsk, MatchPolicy::Create][..]);
    let profile = select(&[Profile::Kontor, Profile::ZendeskSell, Profile::Bitrix24][..]);
    let owner = select(vec![OwnerRule::Keep, OwnerRule::All(MEMBER), OwnerRule::InTurn(vec![MEMBER, domain::workspace::ME])]);
    (policy, profile, owner, any::<bool>(), any::<bool>()).prop_map(|(matches, profile, owner, deal, task)| Settings {
        matches,
        profile,
        owner,
        deal: deal.then(DealSettings::new),
        task: task.then(|| NewTask { subject: "Call {name}".into(), due: None }),
        ..Settings::new()
    })
}

fn plan(store: &MemoryStore, leads: &[Id], settings: &Settings) -> BulkPlan {
    let matches = |record: &Record, kind| candidates(record, kind, store);
    let finders = (matches, |kind| among(kind, store));
    let choices = (settings, &Choices::new());
    at_once(bulk::plan(RUN, leads, choices, &store.stamp(), finders, |query: &_| store.answer(query), &NoPause)).expect("no pause")
}

/// Fields of the lead that no row of its plan takes elsewhere.
fn staying(rows: &[PlanRow]) -> Vec<Field> {
    let (mut all, mut moved) = (BTreeSet::new(), BTreeSet::new());
    // Who owns what is made, the settings say.
    for row in rows.iter().filter(|row| row.lead.is_some() && row.from != Some(Field::Owner)) {
        let stays = matches!(row.outcome, Outcome::Kept | Outcome::StaysOnLead);
        row.from.map(|field| if stays { all.insert(field) } else { moved.insert(field) });
    }
    all.difference(&moved).copied().collect()
}

type Seen = (Kind, Id, Vec<(Field, Value)>);

/// What people compare: without moments, ranks, and the order of lists.
fn seen(store: &MemoryStore) -> Vec<Seen> {
    let sorted = |value: &Value| match value.clone() {
        Value::Texts(mut list) => {
            list.sort();
            Value::Texts(list)
        }
        Value::Links(mut list) => {
            list.sort();
            Value::Links(list)
        }
        Value::Points(mut list) => {
            list.sort_by(|a, b| (a.kind, &a.value).cmp(&(b.kind, &b.value)));
            Value::Points(list)
        }
        value => value,
    };
    let content = |(field, value): &&(Field, Value)| *field != Field::Rank && !matches!(value, Value::Time(_));
    let fields = |record: &Record| record.fields().iter().filter(content).map(|(field, value)| (*field, sorted(value))).collect();
    everything(store).iter().map(|record| (record.kind, record.id, fields(record))).collect()
}

fn sound(store: &MemoryStore) -> Result<(), TestCaseError> {
    for record in everything(store) {
        prop_assert_eq!(validate(&record), []);
        for link in record.all_links() {
            prop_assert!(store.find(link).is_some(), "{:?} links to nothing", record);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::thorough())]

    /// R52-R58, B5: a run equals the same conversions sent one by one in any order; every stop on the way is sound; the sums add up.
    #[test]
    fn many_at_once_equal_singles_in_any_order((store, leads) in crowd(), settings in settings(), shuffle in any::<u64>()) {
        let plan = plan(&store, &leads, &settings);
        let (mut together, mut one_by_one) = (store.clone(), store.clone());
        let mut run = Run::of(plan.clone());
        while let Some(turn) = run.next_turns(1).pop() {
            let result = together.run(&turn.command);
            prop_assert!(result.is_ok(), "{:?} was planned, but {:?}", turn.command, result);
            run.done(turn.lead, result.as_ref().map_err(Clone::clone));
            sound(&together)?;
        }
        let sums = run.sums();
        prop_assert_eq!(sums.leads, sums.converted + sums.needs_choice + sums.blocked);
        let mut singles = Run::of(plan.clone()).next_turns(usize::MAX);
        singles.sort_by_key(|turn| turn.lead.derive(&shuffle.to_string()));
        for turn in singles {
            prop_assert!(one_by_one.run(&turn.command).is_ok());
        }
        let (together, one_by_one) = (seen(&together), seen(&one_by_one));
        let differing: Vec<_> = together.iter().zip(&one_by_one).filter(|(a, b)| a != b).collect();
        prop_assert!(together == one_by_one, "{:#?}", differing);
    }

    /// B3: what the plan says to stay on a lead does, and nothing else, whoever comes first.
    #[test]
    fn what_stays_on_the_leads_was_said((mut store, leads) in crowd(), settings in settings(), shuffle in any::<u64>()) {
        let plan = plan(&store, &leads, &settings);
        let mut turns = Run::of(plan.clone()).next_turns(usize::MAX);
        turns.sort_by_key(|turn| turn.lead.derive(&shuffle.to_string()));
        for turn in turns {
            let row = plan.row(turn.lead).expect("it is in the plan");
            let rows = store.ask(|facts| convert_lead::plan(&row.command, &store.stamp(), facts)).expect("it is ready").rows;
            prop_assert_eq!(&row.stays, &staying(&rows), "{:#?}", rows);
            prop_assert!(store.run(&turn.command).is_ok());
        }
    }

    /// B2: the whole run goes back, also one that was stopped.
    #[test]
    fn undoing_all_of_a_run_is_the_identity((mut store, leads) in crowd(), settings in settings(), turns in 0..6_usize) {
        let before = business(&store);
        let mut run = Run::of(plan(&store, &leads, &settings));
        for turn in run.next_turns(turns) {
            let result = store.run(&turn.command);
            run.done(turn.lead, result.as_ref().map_err(Clone::clone));
        }
        for undo in bulk::undo_all(&store.receipts.clone(), RUN) {
            prop_assert!(store.run(&Command::Undo(undo)).is_ok());
        }
        prop_assert_eq!(business(&store), before);
    }
}
