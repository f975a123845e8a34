//! Notes and activities of a lead and what it became (R16, R76-R78, D3): one record each, linked to all they concern.

use super::convert_lead::{Profile, Results};
use super::{Receipt, undo};
use crate::change_set::{Change, ChangeSet, FieldChange, Update};
use crate::facts::{Facts, Query, Rule};
use crate::ids::Id;
use crate::records::{Field, Kind, Record};
use crate::values::{NoteSubject, Value};
use crate::workspace;

pub fn is_story(kind: Kind) -> bool {
    matches!(kind, Kind::Note | Kind::Activity)
}

/// Which of the results a note or an activity of the lead is about as well.
pub fn belongs_to(story: &Record, results: &Results, profile: Profile) -> Vec<Id> {
    if story.kind == Kind::Note && profile.notes_follow_subject() {
        let company = story.code(Field::NoteSubject) == Some(NoteSubject::Company);
        let contact = if company { results.organization } else { results.person };
        return contact.or(results.person).or(results.organization).into_iter().chain(results.deal).collect();
    }
    results.contacts_and_deal().collect()
}

/// What is written on a lead after its conversion is linked to the results as well. `stored` says whether a link leads to a
/// record that was there before the command.
pub fn follow_conversion(story: &mut Record, facts: &Facts, stored: impl Fn(&Id) -> bool) -> Rule<()> {
    if !is_story(story.kind) {
        return Ok(());
    }
    for id in story.links(Field::About).to_vec().into_iter().filter(stored) {
        let results = facts.find(id)?.filter(|record| record.kind == Kind::Lead).map(Results::stored);
        if let Some(results) = results.filter(|results| results.contacts_and_deal().next().is_some()) {
            let belongs = belongs_to(story, &results, profile(facts)?);
            add(story, belongs);
        }
    }
    Ok(())
}

/// A conversion that is taken back lets go of what was written on its lead since; one that is done again takes it along.
pub fn follow_undo(undone: &mut ChangeSet, receipt: &Receipt, facts: &Facts, keep_results: bool) -> Rule<()> {
    if receipt.action.turned().conversion().is_none() {
        return Ok(());
    }
    let turned = undone.changes().iter().find_map(|change| match change {
        Change::Update(update) if update.kind == Kind::Lead => Some((update.id, results_of(update, true), results_of(update, false))),
        _ => None,
    });
    let Some((lead, going, coming)) = turned.filter(|(_, going, coming)| *going != *coming) else { return Ok(()) };
    facts.prepare([Query::LinkedTo(lead), Query::Record(workspace::WORKSPACE)])?;
    let there = |id: Id| undone.changes().iter().any(|change| change.id() == id);
    let mut updates = Vec::new();
    // What was there before is linked, or not, by the steps that are taken back.
    let since = |linked: &&Record| undo::was_written_since(linked, lead, receipt) && !there(linked.id);
    for story in facts.linked_to(lead)?.iter().filter(since) {
        let mut after = story.clone();
        if !keep_results {
            let rest = story.links(Field::About).iter().copied().filter(|id| !going.contacts_and_deal().any(|gone| gone == *id));
            after.set(Field::About, Some(Value::Links(rest.collect())));
        }
        add(&mut after, belongs_to(story, &coming, profile(facts)?));
        updates.extend(update(story, &after));
    }
    updates.into_iter().for_each(|update| undone.push(Change::Update(update)));
    Ok(())
}

/// The mark of change stays: nobody wrote anything.
fn update(before: &Record, after: &Record) -> Option<Update> {
    let value = |record: &Record| record.get(Field::About).cloned();
    let change = FieldChange { field: Field::About, before: value(before), after: value(after) };
    let update = |fields| Update { kind: before.kind, id: before.id, fields, before: before.changed, after: before.changed };
    (change.before != change.after).then(|| update(vec![change]))
}

fn add(story: &mut Record, belongs: Vec<Id>) {
    let mut about = story.links(Field::About).to_vec();
    for id in belongs {
        if !about.contains(&id) {
            about.push(id);
        }
    }
    story.set(Field::About, Some(Value::Links(about)));
}

fn profile(facts: &Facts) -> Rule<Profile> {
    Ok(facts.find(workspace::WORKSPACE)?.map(Profile::of).unwrap_or_default())
}

/// What a change of a lead says about its results, before it or after it.
fn results_of(update: &Update, before: bool) -> Results {
    let link = |field| {
        let change = update.fields.iter().find(|change| change.field == field)?;
        let value = if before { &change.before } else { &change.after };
        if let Some(Value::Link(id)) = value { Some(*id) } else { None }
    };
    Results {
        organization: link(Field::ConvertedOrganization),
        person: link(Field::ConvertedPerson),
        deal: link(Field::ConvertedDeal),
        task: None,
    }
}
