//! Everything that belonged to the records which go belongs to the one that is kept.

use std::collections::BTreeMap;

use super::plan::{MergePlan, Moved};
use crate::change_set::{Change, ChangeSet};
use crate::facts::{Facts, Rule};
use crate::ids::Id;
use crate::records::{Kind, Record, Separation};
use crate::stamp::{Stamp, Touch};
use crate::values::Value;

/// A value whose links to records of `gone` lead to `survivor`; a list names it once.
pub(crate) fn forwarded(value: &Value, follow: impl Fn(Id) -> Id) -> Value {
    match value {
        Value::Link(id) => Value::Link(follow(*id)),
        Value::Links(list) => {
            let mut all: Vec<Id> = Vec::with_capacity(list.len());
            for id in list.iter().map(|id| follow(*id)) {
                if !all.contains(&id) {
                    all.push(id);
                }
            }
            Value::Links(all)
        }
        other => other.clone(),
    }
}

/// Moves the links of all other records, and what was said about who is not the same.
pub fn move_links(kept: Id, removed: &[Id], stamp: &Stamp, facts: &Facts, plan: &mut MergePlan) -> Rule<()> {
    let mut linked: BTreeMap<Id, &Record> = BTreeMap::new();
    for id in removed {
        linked.extend(facts.linked_to(*id)?.iter().map(|record| (record.id, record)));
    }
    let follow = |id| if removed.contains(&id) { kept } else { id };
    for before in linked.into_values().filter(|record| record.id != kept && !removed.contains(&record.id)) {
        if let Some(said) = Separation::of(before) {
            plan.separated.extend(move_separation(
                before,
                &said,
                (follow(said.pair.0), follow(said.pair.1)),
                stamp,
                facts,
                &mut plan.changes,
            )?);
            continue;
        }
        let mut after = before.clone();
        for (field, value) in before.fields() {
            after.set(*field, Some(forwarded(value, follow)));
        }
        count(&mut plan.moved, before.kind);
        plan.changes.update(before, &after, stamp.touch());
    }
    Ok(())
}

/// The decision goes over to the survivor, unless it was about these very records: then it is given up, and given back.
fn move_separation(
    before: &Record,
    said: &Separation,
    (one, other): (Id, Id),
    stamp: &Stamp,
    facts: &Facts,
    changes: &mut ChangeSet,
) -> Rule<Option<Separation>> {
    changes.push(Change::Remove(before.clone()));
    if one == other {
        return Ok(Some(*said));
    }
    let id = Separation::id_of(one, other);
    if facts.find(id)?.is_none() && !changes.changes().iter().any(|change| change.id() == id) {
        let moved = Separation { pair: (one.min(other), one.max(other)), ..*said };
        let made: Touch = stamp.touch();
        changes.create(moved.record(made));
    }
    Ok(None)
}

fn count(moved: &mut Moved, kind: Kind) {
    match kind {
        Kind::Deal => moved.deals += 1,
        Kind::Person => moved.people += 1,
        Kind::Lead => moved.leads += 1,
        Kind::Note | Kind::Activity => moved.stories += 1,
        _ => {}
    }
}
