//! Removes records nothing else needs: a note, a task, a person added by mistake.

use serde::{Deserialize, Serialize};

use crate::change_set::{Change, ChangeSet};
use crate::facts::{Facts, Rule};
use crate::ids::Id;
use crate::records::Kind;
use crate::rejection::Rejection;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RemoveRecords {
    pub ids: Vec<Id>,
}

/// A record with notes or activities takes those along that belong to nothing else; any other link refuses.
pub(crate) fn rule(command: &RemoveRecords, facts: &Facts) -> Rule<ChangeSet> {
    let mut changes = ChangeSet::default();
    let mut gone = command.ids.clone();
    for id in &command.ids {
        let record = facts.record(*id)?;
        for linked in facts.linked_to(*id)? {
            let story = matches!(linked.kind, Kind::Note | Kind::Activity);
            if gone.contains(&linked.id) {
                continue;
            }
            if !story || linked.all_links().any(|link| link != *id && is_business(facts, link)) {
                return Err(Rejection::InUse { id: *id, by: facts.linked_to(*id)?.len() }.into());
            }
            gone.push(linked.id);
            changes.push(Change::Remove(linked.clone()));
        }
        changes.push(Change::Remove(record.clone()));
    }
    Ok(changes)
}

fn is_business(facts: &Facts, id: Id) -> bool {
    match facts.find(id) {
        Ok(record) => record.is_some_and(|record| !matches!(record.kind, Kind::Member | Kind::Status)),
        Err(_) => true,
    }
}
