//! What was done lately, as a person thinks of it: an import is one change, however many commits it took, and so is a run that
//! converts many leads.

use std::collections::HashSet;

use domain::commands::{Action, Receipt, Step};
use domain::ids::Id;
use domain::records::Field;
use domain::stamp::Millis;

use super::WorkingSet;

/// One line of *Recent changes*.
#[derive(Clone, Debug, PartialEq)]
pub struct RecentChange {
    /// The last of its commits; for an import with the leads of all of them.
    pub receipt: Receipt,
    /// How many leads it converted, or took back, if it is a run.
    pub converted: usize,
    /// The import this is, or takes back.
    pub import: Option<Id>,
    /// The run that converted many leads, or what took it back.
    pub run: Option<Id>,
    pub commits: usize,
    /// How many of its commits are taken back by now.
    pub taken_back: usize,
    /// How many of its commits were taken back and done again since: another change did so, and is undone in place of this one.
    pub again: usize,
}

impl RecentChange {
    /// Taken back since, all of it.
    pub fn is_undone(&self) -> bool {
        self.taken_back == self.commits
    }

    /// Nothing of it is left to be taken back here.
    pub fn is_turned(&self) -> bool {
        self.taken_back + self.again >= self.commits
    }
}

impl WorkingSet {
    /// Changes since a time, newest first. That somebody opened a lead is none.
    pub fn recent_changes(&self, since: Millis, at_most: usize) -> Vec<RecentChange> {
        let (mut undone, mut again) = (HashSet::new(), HashSet::new());
        let mut changes: Vec<RecentChange> = Vec::new();
        for receipt in self.newest_first().take_while(|receipt| receipt.stamp.at >= since) {
            let is_undone = undone.contains(&receipt.stamp.command);
            // What an undo took back is there again once the undo itself was taken back.
            if let Some(command) = receipt.undoes() {
                if is_undone {
                    again.insert(command)
                } else {
                    undone.insert(command)
                };
            }
            if only_seen(&receipt) {
                continue;
            }
            let is_again = !is_undone && again.contains(&receipt.stamp.command);
            let (import, run) = (imported(&receipt.action), run_of(&receipt.action));
            let converted = usize::from(run.is_some());
            let of_group = |change: &&mut RecentChange| (change.import, change.run) == (import, run) && is_same_way(change, &receipt);
            let same = changes.iter_mut().rev().find(|change| (import.is_some() || run.is_some()) && of_group(change));
            let change = if let Some(change) = same {
                add_leads(&mut change.receipt.action, leads_of(&receipt.action));
                change
            } else if changes.len() == at_most {
                break;
            } else {
                changes.push(RecentChange { receipt, import, run, converted: 0, commits: 0, taken_back: 0, again: 0 });
                let Some(change) = changes.last_mut() else { break };
                change
            };
            change.converted += converted;
            change.commits += 1;
            change.taken_back += usize::from(is_undone);
            change.again += usize::from(is_again);
        }
        changes
    }

    /// The commits of an import, in their order.
    pub fn import_commits(&self, batch: Id) -> Vec<Receipt> {
        let is_of = |receipt: &Receipt| matches!(receipt.action, Action::Imported { batch: found, .. } if found == batch);
        let mut commits: Vec<Receipt> = self.newest_first().filter(is_of).collect();
        commits.reverse();
        commits
    }

    /// The commits of a change that is a run or takes one back, those that are still in effect, in their order. To undo it (or to
    /// redo it), each is undone, the last one first: see `domain::bulk::undo_all`.
    pub fn run_commits(&self, change: &RecentChange) -> Vec<Receipt> {
        let mut undone = HashSet::new();
        let is_of = |receipt: &Receipt| {
            undone.extend(receipt.undoes());
            let is_of_run = change.run.is_some() && run_of(&receipt.action) == change.run && is_same_way(change, receipt);
            is_of_run && !undone.contains(&receipt.stamp.command)
        };
        let mut commits: Vec<Receipt> = self.newest_first().filter(is_of).collect();
        commits.reverse();
        commits
    }

    /// The conversions of a run that are in effect, as they were made or done again, in their order.
    pub fn run_conversions(&self, run: Id) -> Vec<Receipt> {
        let mut undone = HashSet::new();
        let in_effect = |receipt: &Receipt| {
            undone.extend(receipt.undoes());
            run_of(&receipt.action) == Some(run) && !receipt.action.takes_back() && !undone.contains(&receipt.stamp.command)
        };
        let mut commits: Vec<Receipt> = self.newest_first().filter(in_effect).collect();
        commits.reverse();
        commits
    }

    pub(super) fn newest_first(&self) -> impl Iterator<Item = Receipt> {
        (0..self.receipts.len() as u32).rev().filter_map(|slot| self.receipt_at(slot))
    }
}

fn imported(action: &Action) -> Option<Id> {
    match action {
        Action::Imported { batch, .. } => Some(*batch),
        Action::Undone { of, .. } => imported(of),
        _ => None,
    }
}

fn run_of(action: &Action) -> Option<Id> {
    match action {
        Action::Undone { of, .. } => run_of(of),
        action => action.conversion().and_then(|conversion| conversion.run),
    }
}

/// An import, or a run, its undo and its redo are changes of their own.
fn is_same_way(change: &RecentChange, receipt: &Receipt) -> bool {
    change.receipt.action.turns() == receipt.action.turns()
}

/// How many leads an import brought, or its undo took.
fn leads_of(action: &Action) -> usize {
    match action {
        Action::Imported { count, .. } => *count,
        Action::Undone { of, .. } => leads_of(of),
        _ => 0,
    }
}

fn add_leads(action: &mut Action, leads: usize) {
    match action {
        Action::Imported { count, .. } => *count += leads,
        Action::Undone { of, .. } => add_leads(of, leads),
        _ => {}
    }
}

fn only_seen(receipt: &Receipt) -> bool {
    let is_seen = |step: &Step| matches!(step, Step::Updated(update) if update.fields.iter().all(|change| change.field == Field::Seen));
    matches!(receipt.action, Action::Edited { .. }) && receipt.steps.iter().all(is_seen)
}

#[cfg(test)]
mod tests {
    use domain::change_set::{FieldChange, Update};
    use domain::records::Kind;
    use domain::stamp::Stamp;
    use domain::workspace;

    use super::super::Packed;
    use super::*;

    const BATCH: Id = Id::from_u128(9);

    /// A set in which these things were done, one a millisecond.
    fn done(actions: Vec<(Action, Vec<Step>)>) -> WorkingSet {
        let mut set = WorkingSet::default();
        for (at, (action, steps)) in (1_i64..).zip(actions) {
            let stamp = Stamp { command: command(at), device: command(1), by: workspace::ME, at };
            let packed = postcard::to_stdvec(&Receipt { stamp, action, steps }).expect("receipts always encode");
            set.receipts.push(Some(Packed(packed.into())));
        }
        set
    }

    fn command(at: i64) -> Id {
        Id::from_u128(at as u128)
    }

    fn import(count: usize) -> (Action, Vec<Step>) {
        (Action::Imported { batch: BATCH, count }, Vec::new())
    }

    fn undo_of(at: i64, (action, _): (Action, Vec<Step>)) -> (Action, Vec<Step>) {
        (Action::Undone { command: command(at), of: Box::new(action), partly: false }, Vec::new())
    }

    fn edit(field: Field) -> (Action, Vec<Step>) {
        let change = FieldChange { field, before: None, after: None };
        let update = Update { kind: Kind::Lead, id: command(1), fields: vec![change], before: None, after: None };
        (Action::Edited { kind: Kind::Lead, count: 1, field: Some(field) }, vec![Step::Updated(update)])
    }

    fn lines(set: &WorkingSet) -> Vec<(usize, bool)> {
        set.recent_changes(0, 10).iter().map(|change| (leads_of(&change.receipt.action), change.is_undone())).collect()
    }

    #[test]
    fn an_import_is_one_change_with_all_its_leads() {
        assert_eq!(lines(&done(vec![import(300), edit(Field::LastName), import(20)])), [(320, false), (0, false)]);
    }

    #[test]
    fn an_import_is_undone_when_all_its_commits_are() {
        let half = vec![import(300), import(20), undo_of(2, import(20))];
        assert_eq!(lines(&done(half.clone())), [(20, false), (320, false)]);
        let whole = half.into_iter().chain([undo_of(1, import(300))]).collect();
        assert_eq!(lines(&done(whole)), [(320, false), (320, true)]);
    }

    #[test]
    fn a_run_is_one_change_and_so_is_its_undo() {
        let convert = |lead| {
            let lead = command(lead);
            (Action::ConvertedInRun { run: BATCH, lead, deal: None, person: None, organization: None }, Vec::new())
        };
        let run = vec![convert(11), convert(12), edit(Field::LastName), convert(13)];
        let lines = |set: &WorkingSet| {
            let all = set.recent_changes(0, 10);
            all.iter().map(|change| (change.converted, change.is_undone(), set.run_commits(change).len())).collect::<Vec<_>>()
        };
        assert_eq!(lines(&done(run.clone())), [(3, false, 3), (0, false, 0)]);
        let undos = vec![undo_of(4, convert(13)), undo_of(2, convert(12)), undo_of(1, convert(11))];
        let half = done([run.clone(), undos[..2].to_vec()].concat());
        assert_eq!(lines(&half), [(2, false, 2), (3, false, 1), (0, false, 0)]);
        assert_eq!(half.recent_changes(0, 10).iter().map(|change| change.taken_back).collect::<Vec<_>>(), [0, 2, 0]);
        assert_eq!(half.run_conversions(BATCH).iter().map(|receipt| receipt.stamp.at).collect::<Vec<_>>(), [1]);
        let set = done([run.clone(), undos.clone()].concat());
        assert_eq!(lines(&set), [(3, false, 3), (3, true, 0), (0, false, 0)]);
        assert_eq!(set.run_conversions(BATCH), []);
        // What was done again can be taken back again.
        let redo = undo_of(5, undos[0].clone());
        let set = done([run, undos, vec![redo]].concat());
        assert_eq!(set.run_conversions(BATCH).iter().map(|receipt| receipt.stamp.at).collect::<Vec<_>>(), [8]);
    }

    #[test]
    fn what_was_done_again_is_in_effect() {
        let change = || edit(Field::LastName);
        let (undo, redo) = (undo_of(1, change()), undo_of(2, undo_of(1, change())));
        let turned = |all: Vec<_>| {
            let recent = done(all).recent_changes(0, 10);
            recent.iter().map(|change| (change.is_undone(), change.is_turned())).collect::<Vec<_>>()
        };
        assert_eq!(turned(vec![change(), undo.clone()]), [(false, false), (true, true)]);
        assert_eq!(turned(vec![change(), undo.clone(), redo.clone()]), [(false, false), (true, true), (false, true)]);
        let undone_again = undo_of(3, redo.clone());
        let expected = [(false, false), (true, true), (false, true), (true, true)];
        assert_eq!(turned(vec![change(), undo, redo, undone_again]), expected);
    }

    #[test]
    fn opening_a_lead_is_no_change() {
        assert_eq!(lines(&done(vec![edit(Field::Seen)])), []);
    }

    #[test]
    fn old_changes_and_too_many_are_left_out() {
        let set = done(vec![edit(Field::LastName), edit(Field::FirstName), edit(Field::Title)]);
        assert_eq!(set.recent_changes(2, 10).len(), 2);
        assert_eq!(set.recent_changes(0, 1)[0].receipt.stamp.at, 3);
    }

    #[test]
    fn the_commits_of_an_import_come_in_their_order() {
        let commits = done(vec![import(300), edit(Field::LastName), import(20)]).import_commits(BATCH);
        assert_eq!(commits.iter().map(|receipt| receipt.stamp.at).collect::<Vec<_>>(), [1, 3]);
    }
}
