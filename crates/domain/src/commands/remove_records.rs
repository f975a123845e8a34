//! Removes records nothing else needs: a note, a task, a person added by mistake.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::change_set::{Change, ChangeSet};
use crate::facts::{Facts, Query, Rule};
use crate::ids::Id;
use crate::records::{Field, Kind, Record};
use crate::rejection::Rejection;
use crate::stamp::Stamp;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RemoveRecords {
    pub ids: Vec<Id>,
}

/// A record with notes or activities takes those along that belong to nothing else; any other link refuses, but for that
/// of a lead to its follow-up task.
pub(crate) fn rule(command: &RemoveRecords, stamp: &Stamp, facts: &Facts) -> Rule<ChangeSet> {
    let mut changes = ChangeSet::default();
    let mut gone = command.ids.clone();
    let ids: BTreeSet<Id> = command.ids.iter().copied().collect();
    facts.prepare(ids.iter().flat_map(|id| [Query::Record(*id), Query::LinkedTo(*id)]))?;
    for id in &ids {
        let record = facts.record(*id)?;
        for linked in facts.linked_to(*id)? {
            let story = matches!(linked.kind, Kind::Note | Kind::Activity);
            if gone.contains(&linked.id) {
                continue;
            }
            if linked.link(Field::ConvertedTask) == Some(*id) {
                let mut after = linked.clone();
                after.set(Field::ConvertedTask, None);
                changes.update(linked, &after, stamp.touch());
                continue;
            }
            // What was said about a record goes with it; and whoever was merged into it has nobody left.
            let about_it = linked.kind == Kind::Forwarding || (linked.kind == Kind::Separation && linked.links(Field::About).contains(id));
            if !about_it && (!story || belongs_elsewhere(linked, &gone, facts)?) {
                return Err(Rejection::InUse { id: *id, by: facts.linked_to(*id)?.len() }.into());
            }
            gone.push(linked.id);
            changes.push(Change::Remove(linked.clone()));
        }
        changes.push(Change::Remove(record.clone()));
    }
    Ok(changes)
}

/// True when a note or an activity is also about something that stays.
fn belongs_elsewhere(story: &Record, gone: &[Id], facts: &Facts) -> Rule<bool> {
    for id in story.links(Field::About).iter().filter(|id| !gone.contains(id)) {
        if facts.find(*id)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}
