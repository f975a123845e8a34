//! Lines that say what must be seen.

use super::act::column;
use super::look::Look;
use super::play::Scene;
use super::quoting::{after, cut, split, unquoted};
use super::value::{parse, shown};
use super::words::{self, PLURALS, Slot};
use crate::commands::convert_lead::Outcome;
use crate::commands::{Action, Receipt};
use crate::duplicates::{Band, Candidate, Group, Label};
use crate::ids::Id;
use crate::records::{Field, Kind, Record, Shape, display_name};
use crate::testing::{Answers, business, candidates};

type Seen = Result<(), String>;

pub const OUTCOMES: &[(&str, Outcome)] = &[
    ("set", Outcome::Set),
    ("same", Outcome::Same),
    ("kept", Outcome::Kept),
    ("filled", Outcome::Filled),
    ("added", Outcome::Added),
    ("replaced", Outcome::Replaced),
    ("promoted", Outcome::Promoted),
    ("stays", Outcome::StaysOnLead),
];

/// Holds one line against the store; the error says what was found in its place.
pub fn check(line: &str, scene: &Scene, store: &dyn Answers) -> Seen {
    let look = scene.look(store);
    if line == "everything is as remembered" {
        return as_remembered(&scene.remembered, &look);
    }
    if let Some(seen) = super::many::check(line, scene, &look) {
        return seen;
    }
    if let Some(seen) = super::merging::check(line, scene, &look) {
        return seen;
    }
    if let Some(rest) = after(line, "plan") {
        return plan(rest, scene, &look);
    }
    if let Some(rest) = after(line, "at first") {
        return at_first(rest, &look);
    }
    let (head, expected) = match line.strip_suffix(" is empty") {
        Some(head) => (head, ""),
        None => cut(line, ":").unwrap_or((line, "")),
    };
    if let Some(found) = list(head, &look)? {
        return same_list(found, expected, &look);
    }
    if let Some(whose) = after(head, "history of") {
        let found = history(look.id(whose)?, scene);
        return if found == split(expected, ',') { Ok(()) } else { Err(format!("found {}", or_nothing(&found))) };
    }
    if let Some(found) = row(head, &look)? {
        let expected: Vec<&str> = split(expected, ',').into_iter().map(unquoted).collect();
        return if found == expected { Ok(()) } else { Err(format!("found {}", or_nothing(&found))) };
    }
    for (plural, kind) in PLURALS {
        if let Some(who) = after(head, plural).and_then(|rest| after(rest, "like")) {
            let found = candidates(&look.record(who)?, *kind, store);
            let found: Vec<String> = found.iter().map(|candidate| candidate_text(candidate, &look)).collect();
            return if found == split(expected, ';') { Ok(()) } else { Err(format!("found {}", or_nothing(&found))) };
        }
    }
    match cut(line, ":") {
        Some((record, items)) => fields(&look.record(record)?, items, &look),
        None => state(line, &look),
    }
}

/// `at first giulia as pipedrive: person ask; deal yes; stage none`: what a conversion begins with (D2, D5, D8).
fn at_first(line: &str, look: &Look) -> Seen {
    let (head, items) = cut(line, ":").ok_or("what is it at first?")?;
    let (lead, profile) = cut(head, " as ").ok_or("as which profile?")?;
    let (lead, profile) = (look.record(lead)?, super::converting::profile(profile)?);
    let contact = |kind| {
        let all = candidates(&lead, kind, look.store);
        match profile.proposes(&all) {
            Some(id) => look.name_of(id),
            None if profile.asks(&all) => "ask".into(),
            None => "new".into(),
        }
    };
    for item in split(items, ';') {
        let found = match item.split(' ').next() {
            Some("organization") => format!("organization {}", contact(Kind::Organization)),
            Some("person") => format!("person {}", contact(Kind::Person)),
            Some("deal") => format!("deal {}", if profile.deal_at_first() { "yes" } else { "no" }),
            _ => format!("stage {}", profile.stage_at_first().map_or_else(|| "none".into(), |id| look.name_of(id))),
        };
        if found != item {
            return Err(format!("found {found}"));
        }
    }
    Ok(())
}

/// Lists whose order doesn't matter.
fn list(head: &str, look: &Look) -> Result<Option<Vec<Record>>, String> {
    if head == "inbox" {
        return Ok(Some(look.store.all(Kind::Lead).into_iter().filter(Record::is_open_lead).collect()));
    }
    if let Some(whose) = after(head, "timeline of") {
        return Ok(Some(story(look.id(whose)?, look.store)));
    }
    Ok(PLURALS.iter().find(|(plural, _)| *plural == head).map(|(_, kind)| look.store.all(*kind)))
}

/// R16: what happens with a record or with one of its deals. Notes and activities are stored once, with whom they were written
/// for; that a deal's people and organization show them too is found out when they are looked at.
fn story(id: Id, store: &dyn Answers) -> Vec<Record> {
    let linked = store.linked_to(id);
    let deals = linked.iter().filter(|record| record.kind == Kind::Deal).flat_map(|deal| store.linked_to(deal.id));
    let mut all: Vec<Record> = deals.chain(linked.clone()).filter(|record| matches!(record.kind, Kind::Note | Kind::Activity)).collect();
    all.sort_by_key(|record| record.id);
    all.dedup_by_key(|record| record.id);
    all
}

/// R15: everything that was done with a record, in its order.
fn history(id: Id, scene: &Scene) -> Vec<String> {
    let about = |receipt: &&Receipt| receipt.steps.iter().any(|step| step.id() == id);
    scene.all.iter().filter(about).map(|receipt| action_word(&receipt.action).to_owned()).collect()
}

fn action_word(action: &Action) -> &'static str {
    match action {
        Action::Added { .. } => "added",
        Action::Imported { .. } => "imported",
        Action::Edited { .. } => "edited",
        Action::Removed { .. } => "removed",
        Action::Archived { .. } => "archived",
        Action::Restored { .. } => "restored",
        Action::StatusSet { .. } => "status set",
        Action::Converted { .. } | Action::ConvertedInRun { .. } => "converted",
        Action::DealMoved { .. } => "moved",
        Action::DealWon { .. } => "won",
        Action::DealLost { .. } => "lost",
        Action::DealReopened { .. } => "reopened",
        Action::KeptSeparate { .. } => "kept separate",
        Action::Merged { .. } => "merged",
        Action::Undone { .. } => "undone",
    }
}

fn same_list(found: Vec<Record>, expected: &str, look: &Look) -> Seen {
    let mut left = found.clone();
    for text in split(expected, ',') {
        let named = |record: &Record| look.names.get(text) == Some(&record.id) || display_name(record) == unquoted(text);
        let at = left.iter().position(named);
        at.map(|at| left.remove(at)).ok_or_else(|| format!("{text} is missing, found {}", names(&found)))?;
    }
    if left.is_empty() { Ok(()) } else { Err(format!("found {}", names(&left))) }
}

/// Lists in their order: the cards of a stage, the steps of the path.
fn row(head: &str, look: &Look) -> Result<Option<Vec<String>>, String> {
    let names = |records: Vec<Record>| records.iter().map(|record| look.name_of(record.id)).collect();
    if let Some(stage) = after(head, "board") {
        return Ok(Some(names(column(look.linked(Kind::Stage, stage)?, look.store))));
    }
    let kind = match head {
        "path" => Kind::Status,
        "stages" => Kind::Stage,
        _ => return Ok(None),
    };
    let mut all = look.store.all(kind);
    all.sort_by_key(|record| record.number(Field::Position));
    Ok(Some(names(all)))
}

/// `Anna Rossi by e-mail + last name, certain`: what speaks for it, strongest first.
fn candidate_text(candidate: &Candidate, look: &Look) -> String {
    let word = |(group, _): &(Group, Label)| match group {
        Group::Prior => "prior",
        Group::FirstName => "first name",
        Group::LastName => "last name",
        Group::Email => "e-mail",
        Group::Phone => "phone",
        Group::TaxId => "tax id",
        Group::BirthDate => "birth date",
        Group::Company => "company",
        Group::Employee => "employee",
        Group::Website => "website",
        Group::LegalForm => "legal form",
        Group::Place => "place",
    };
    let reasons: Vec<&str> = candidate.because.iter().map(word).collect();
    let band = match candidate.band() {
        Band::Certain => "certain",
        Band::Likely => "likely",
        Band::Possible => "possible",
        Band::Unlikely => "unlikely",
    };
    format!("{} by {}, {band}", look.name_of(candidate.id), reasons.join(" + "))
}

/// `person website kept; lead source detail stays`: each row must be in the plan.
fn plan(rest: &str, scene: &Scene, look: &Look) -> Seen {
    let plan = scene.plan.as_ref().ok_or("nothing was previewed")?;
    for item in split(rest.trim_start_matches(':'), ';') {
        let (what, outcome) = item.rsplit_once(' ').ok_or_else(|| format!("{item:?} says no outcome"))?;
        let (target, field) = super::converting::target_field(what, look)?;
        let found = plan.rows.iter().find(|row| row.target == target && row.field == field).map(|row| row.outcome);
        let word = found.and_then(|found| OUTCOMES.iter().find(|(_, known)| *known == found)).map_or("absent", |(word, _)| word);
        if word != outcome {
            return Err(format!("{what} is {word}"));
        }
    }
    Ok(())
}

/// `stage Incoming; tags Hot, Warm; website none`; `*` for any value.
fn fields(record: &Record, items: &str, look: &Look) -> Seen {
    for item in split(items, ';') {
        let (slot, expected) = look.slot(item)?;
        let found = shown(record, slot, look);
        let holds = match slot {
            _ if expected == "*" => found != "none",
            Slot::Whole(field) if matches!(look.shape(field), Shape::Link(_) | Shape::Links | Shape::Money) => {
                parse(field, unquoted(expected), look)?.as_ref() == record.get(field)
            }
            _ => found == unquoted(expected),
        };
        if !holds {
            return Err(format!("{} is {found}", look.slot_word(slot)));
        }
    }
    Ok(())
}

/// `giulia is converted`, `giulia's deal is gone`.
fn state(line: &str, look: &Look) -> Seen {
    let (who, state) = line.rsplit_once(" is ").ok_or_else(|| format!("{line:?} can't be checked"))?;
    let record = look.id(who).ok().and_then(|id| look.store.find(id));
    let found = match &record {
        None => "gone",
        Some(record) if record.kind != Kind::Lead => "there",
        Some(lead) if lead.has(Field::ConvertedAt) => "converted",
        Some(lead) if lead.has(Field::ArchivedAt) => "archived",
        Some(_) => "open",
    };
    match (state, &record) {
        ("there", Some(_)) => Ok(()),
        _ if state == found => Ok(()),
        (_, Some(record)) if record.kind == Kind::Lead => Err(format!("it is an {found} lead").replace("an converted", "a converted")),
        _ => Err(format!("it is {found}")),
    }
}

fn as_remembered(remembered: &[Record], look: &Look) -> Seen {
    let now = business(look.store);
    // Who changed a record last is not what a person compares.
    let same = |a: &Record, b: &Record| (a.id, a.fields()) == (b.id, b.fields());
    let differs = |record: &&Record| !remembered.iter().any(|before| same(before, record));
    if let Some(record) = now.iter().find(differs) {
        let before = remembered.iter().find(|before| before.id == record.id);
        let fields = |record: &Record| record.fields().iter().map(|(field, _)| Slot::Whole(*field)).collect::<Vec<_>>();
        let slots = fields(record).into_iter().chain(before.map(fields).unwrap_or_default());
        let changed: Vec<String> = slots
            .filter(|slot| before.is_none_or(|before| shown(before, *slot, look) != shown(record, *slot, look)))
            .map(|slot| format!("{} {}", look.slot_word(slot), shown(record, slot, look)))
            .collect();
        return Err(format!("{} {} now has {}", words::kind_word(record.kind), look.name_of(record.id), or_nothing(&changed)));
    }
    let gone: Vec<Record> = remembered.iter().filter(|before| !now.iter().any(|now| now.id == before.id)).cloned().collect();
    if gone.is_empty() { Ok(()) } else { Err(format!("gone: {}", names(&gone))) }
}

fn names(records: &[Record]) -> String {
    or_nothing(&records.iter().map(display_name).collect::<Vec<_>>())
}

fn or_nothing(list: &[String]) -> String {
    if list.is_empty() { "nothing".into() } else { list.join(", ") }
}
