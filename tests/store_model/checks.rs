//! What must be equal: records and receipts to the model's, answers and pages to those of a tab that was just opened.

use std::fmt::Debug;

use domain::commands::{Receipt, Step};
use domain::duplicates::Band;
use domain::facts::Query;
use domain::records::{Forwarding, Kind, Separations};
use domain::testing::{Answers, MemoryStore};
use domain::values::Date;
use domain::workspace;
use kontor::store::schema::{Book, PageKey};
use kontor::store::working_set::{AgendaQuery, InboxQuery, LeadState, ListQuery, Sort, WorkingSet};

const TODAY: Date = Date(20_002);

#[track_caller]
fn same<T: Debug + PartialEq>(what: &str, long: T, fresh: T) {
    assert_eq!(long, fresh, "{what}");
}

pub fn equals_model(set: &WorkingSet, model: &MemoryStore) {
    for kind in Kind::ALL {
        same("records", set.all(*kind), model.of(*kind).cloned().collect());
    }
    for id in model.records.keys() {
        same("record", set.get(*id).as_ref(), model.records.get(id));
    }
    // Those the rules ask for; one of the set-up, because it takes a look at everything.
    let business = model.records.keys().filter(|id| !workspace::is_built_in(**id));
    let set_up = model.records.keys().filter(|id| workspace::is_built_in(**id)).nth(model.receipts.len() % 14);
    for id in business.chain(set_up) {
        same("links", set.answer(&Query::LinkedTo(*id)), model.answer(&Query::LinkedTo(*id)));
    }
    let receipts: Vec<Receipt> = set.recent(usize::MAX).into_iter().rev().collect();
    same("receipts", &receipts, &model.receipts);
    let steps = || model.receipts.iter().flat_map(|receipt| receipt.steps.iter().map(move |step| (receipt, step)));
    for (_, step) in steps() {
        let record = model.records.get(&step.id());
        same("gone", set.get(step.id()).as_ref(), record);
        same("gone slot", set.lead_slot(step.id()).is_some(), record.is_some_and(|record| record.kind == Kind::Lead));
    }
    same("separations", set.separations(), &Separations::of(model.of(Kind::Separation)));
    for forwarding in model.of(Kind::Forwarding).filter_map(Forwarding::of) {
        same("survivor", set.survivor(forwarding.removed), Some(forwarding.survivor));
        assert!(set.merged_into(forwarding.survivor).contains(&forwarding.removed));
    }
    // The newest shows whether one is missing.
    if let Some((receipt, updated)) = steps().rfind(|(_, step)| matches!(step, Step::Updated(_))) {
        same("receipt", set.receipt(receipt.stamp.command).as_ref(), Some(receipt));
        let with = |(_, step): &(&Receipt, &Step)| step.id() == updated.id() && matches!(step, Step::Updated(_));
        let mut history: Vec<Receipt> = steps().filter(with).map(|(receipt, _)| receipt.clone()).collect();
        history.reverse();
        same("history", set.history(updated.id()), history);
    }
}

/// Everybody is compared with everybody, and what was found stands for what there is.
pub fn groups_hold(set: &mut WorkingSet) {
    for kind in [Kind::Person, Kind::Organization, Kind::Lead] {
        let groups = std::iter::repeat_with(|| set.group(kind, Band::Possible)).flatten().next();
        for group in groups.into_iter().flatten() {
            assert!(group.ids.len() > 1 && group.probability.0 >= 50_000, "{group:?}");
            for id in &group.ids {
                let record = set.get(*id).filter(|record| record.kind == kind && (kind != Kind::Lead || record.is_open_lead()));
                assert!(record.is_some_and(|record| group.ids.iter().all(|other| !set.separations().hold(record.id, *other))), "{group:?}");
            }
        }
    }
}

pub fn answers_alike(long: &WorkingSet, fresh: &WorkingSet) {
    inboxes(long, fresh);
    lists(long, fresh);
    records(long, fresh);
    for book in Book::ALL {
        for page in 0.. {
            let key = PageKey::new(book, page);
            same("page", long.page(key, 0), fresh.page(key, 0));
            if long.page(key, 0).places.is_empty() {
                break;
            }
        }
    }
}

fn inboxes(long: &WorkingSet, fresh: &WorkingSet) {
    let plain = || InboxQuery::new(TODAY);
    let sorts = [Sort::Next, Sort::Name, Sort::Status, Sort::Value, Sort::Created, Sort::Owner];
    let mut queries: Vec<InboxQuery> = sorts.into_iter().map(|sort| InboxQuery { sort, ..plain() }).collect();
    queries.extend([
        InboxQuery { state: LeadState::Archived, ..plain() },
        InboxQuery { state: LeadState::Converted, descending: true, ..plain() },
        InboxQuery { text: "ro".into(), ..plain() },
        InboxQuery { tag: Some("Rossi".into()), ..plain() },
        InboxQuery { status: long.statuses().first().map(|status| status.id), ..plain() },
    ]);
    for query in queries {
        let slots = long.inbox(&query);
        same("inbox", &slots, &fresh.inbox(&query));
        same("inbox count", slots.len(), long.inbox_count(&query));
        same("narrowest", long.narrowest(&query), fresh.narrowest(&query));
        for slot in slots.into_iter().filter(|_| query.sort == Sort::Next) {
            same("row", format!("{:?}", long.lead_row(slot)), format!("{:?}", fresh.lead_row(slot)));
            same("lead", long.lead_at(slot), fresh.lead_at(slot));
        }
    }
    same("tags", long.lead_tags(), fresh.lead_tags());
    same("known tags", long.known_tags(), fresh.known_tags());
    same("counts", long.lead_counts(), fresh.lead_counts());
    for state in [LeadState::Open, LeadState::Archived, LeadState::Converted] {
        same("counted", long.lead_counts().of(state), long.inbox_count(&InboxQuery { state, ..plain() }));
    }
    same("all counted", long.lead_counts().total(), long.count(Kind::Lead));
    same("e-mails", long.emails_at(Kind::Lead, 0..99), fresh.emails_at(Kind::Lead, 0..99));
}

fn lists(long: &WorkingSet, fresh: &WorkingSet) {
    for pipeline in long.pipelines() {
        same("board", long.board(pipeline.id), fresh.board(pipeline.id));
        same("won", long.won_since(pipeline.id, 0), fresh.won_since(pipeline.id, 0));
    }
    same("deals", long.deals(None, |_| true), fresh.deals(None, |_| true));
    same("lost", long.lost_reasons(), fresh.lost_reasons());
    for kind in [Kind::Lead, Kind::Person, Kind::Organization, Kind::Deal] {
        for text in ["", "mue", "an la"] {
            let query = ListQuery { kind, text: text.into() };
            same("list", long.list(&query), fresh.list(&query));
        }
        same("count", long.count(kind), long.all(kind).len());
        same("latest", long.latest(kind, 3), fresh.latest(kind, 3));
    }
    for text in ["rossi", "person1", "b"] {
        same("search", long.search(text, 3), fresh.search(text, 3));
    }
    for done in [false, true] {
        let query = AgendaQuery { done, ..AgendaQuery::default() };
        same("agenda", long.agenda(query), fresh.agenda(query));
    }
    same("due", long.due_count(TODAY), fresh.due_count(TODAY));
    same("statuses", long.statuses(), fresh.statuses());
}

fn records(long: &WorkingSet, fresh: &WorkingSet) {
    for record in Kind::ALL.iter().flat_map(|kind| long.all(*kind)) {
        let id = record.id;
        same("next step", long.next_step(id), fresh.next_step(id));
        same("slot", long.lead_slot(id), fresh.lead_slot(id));
        same("story", long.story(id), fresh.story(id));
        same("deals", long.deals_of(id), fresh.deals_of(id));
        same("people", long.people_of(id), fresh.people_of(id));
        same("leads", long.leads_of(id), fresh.leads_of(id));
        same("linked", long.linked_to(id), fresh.linked_to(id));
        same("acquaintance", long.acquaintance(id), fresh.acquaintance(id));
        same("open deals", long.open_deals_of(&[id]), fresh.open_deals_of(&[id]));
        same("same organization", long.same_organization(&record), fresh.same_organization(&record));
        let leads = (record.kind == Kind::Lead).then_some(Kind::Lead);
        for kind in [Kind::Person, Kind::Organization].into_iter().chain(leads) {
            same("candidates", long.candidates(&record, kind), fresh.candidates(&record, kind));
        }
    }
}
