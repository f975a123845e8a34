//! The one entry to the rules: a command and the facts in, a decision out.

use crate::change_set::ChangeSet;
use crate::commands::{self, Command, Undo};
use crate::facts::{Answer, Facts, Query, Rule, Stop};
use crate::rejection::Rejection;
use crate::rights::{self, Right};
use crate::stamp::Stamp;

/// What becomes of a command.
#[derive(Debug)]
pub enum Decision {
    /// Answer these and ask again.
    Needs(Vec<Query>),
    /// Not carried out, for all these reasons.
    Reject(Vec<Rejection>),
    Commit(ChangeSet),
}

/// Pure: the same command, stamp and facts always give the same decision.
pub fn decide(command: &Command, stamp: &Stamp, facts: &Facts) -> Decision {
    match rule(command, stamp, facts) {
        Ok(changes) => Decision::Commit(changes),
        Err(Stop::Needs(queries)) => Decision::Needs(queries),
        Err(Stop::Reject(reasons)) => Decision::Reject(reasons),
    }
}

fn rule(command: &Command, stamp: &Stamp, facts: &Facts) -> Rule<ChangeSet> {
    let changes = effects(command, stamp, facts)?;
    match command {
        // R42, R43, B11: these name missing rights together with all else that stops them.
        Command::ConvertLead(_) | Command::MergeRecords(_) => {}
        Command::Undo(undo) => may_turn_round(undo, &changes, stamp, facts)?,
        _ => rights::check(&changes, None, stamp, facts)?,
    }
    Ok(changes)
}

/// What a member did, the member may take back. Doing it again takes the rights that doing it took.
fn may_turn_round(undo: &Undo, changes: &ChangeSet, stamp: &Stamp, facts: &Facts) -> Rule<()> {
    let Some(receipt) = facts.receipt(undo.command)? else { return Ok(()) };
    let again = receipt.action.takes_back();
    if !again && receipt.stamp.by == stamp.by {
        return Ok(());
    }
    let converts = again && receipt.action.turned().conversion().is_some();
    rights::check(changes, converts.then_some(Right::Convert), stamp, facts)
}

fn effects(command: &Command, stamp: &Stamp, facts: &Facts) -> Rule<ChangeSet> {
    match command {
        Command::AddRecords(command) => commands::add_records::rule(command, stamp, facts),
        Command::EditRecords(command) => commands::edit_records::rule(command, stamp, facts),
        Command::RemoveRecords(command) => commands::remove_records::rule(command, stamp, facts),
        Command::ArchiveLeads(command) => commands::archive_leads::rule(command, stamp, facts),
        Command::SetStatus(command) => commands::set_status::rule(command, stamp, facts),
        Command::ConvertLead(command) => commands::convert_lead::rule(command, stamp, facts),
        Command::MoveDeal(command) => commands::move_deal::rule(command, stamp, facts),
        Command::CloseDeal(command) => commands::close_deal::rule(command, stamp, facts),
        Command::Undo(command) => commands::undo::rule(command, facts),
        Command::KeepSeparate(command) => commands::keep_separate::rule(command, stamp, facts),
        Command::MergeRecords(command) => commands::merge_records::rule(command, stamp, facts),
    }
}

/// Runs `step` with facts from `answer` until it needs nothing more.
pub fn run<T>(mut answer: impl FnMut(&Query) -> Answer, step: impl Fn(&Facts) -> Rule<T>) -> Result<T, Vec<Rejection>> {
    let mut facts = Facts::default();
    loop {
        match step(&facts) {
            Ok(done) => return Ok(done),
            Err(Stop::Reject(reasons)) => return Err(reasons),
            Err(Stop::Needs(queries)) => {
                for query in queries {
                    let answer = answer(&query);
                    facts.insert(query, answer);
                }
            }
        }
    }
}

/// [`decide`] for those who can answer at once.
pub fn decide_with(command: &Command, stamp: &Stamp, answer: impl FnMut(&Query) -> Answer) -> Result<ChangeSet, Vec<Rejection>> {
    run(answer, |facts| rule(command, stamp, facts))
}
