//! A run: the commands of a plan one after the other, what came of each, and the way back.

use super::{BulkPlan, Row, Verdict};
use crate::commands::{Command, ConvertLead, Receipt, Step, Undo};
use crate::ids::Id;
use crate::records::Kind;
use crate::rejection::Rejection;

/// How far a plan was carried out. Plain data: it can be kept in a signal and cloned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    id: Id,
    rows: Vec<Row>,
    outcomes: Vec<Outcome>,
    /// Counted as it goes: a run of very many is asked for them again and again.
    sums: Sums,
    /// Rows before this one do not wait any more.
    next: usize,
    stopped: bool,
}

/// One lead's command.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    pub lead: Id,
    /// The command's id in its stamp: the same on every try, so that a run that is taken up again after a crash converts nobody
    /// twice.
    pub stamp: Id,
    pub command: Command,
}

/// What became of one lead of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Not its turn yet.
    Waiting,
    Converted(Vec<Made>),
    /// The lead is as it was; something changed since the plan.
    Refused(Vec<Rejection>),
    /// It took no part: skipped, blocked, or nobody chose.
    Left(Verdict),
}

/// A record that a lead became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    pub kind: Kind,
    pub id: Id,
    /// False for a record that was there before, or that another lead of the run made.
    pub new: bool,
}

/// The run in numbers. `leads` is the sum of the next six; the rest counts records made and linked to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub leads: usize,
    pub converted: usize,
    pub refused: usize,
    pub waiting: usize,
    pub needs_choice: usize,
    pub blocked: usize,
    pub skipped: usize,
    pub organizations: usize,
    pub people: usize,
    pub deals: usize,
    pub tasks: usize,
    /// Leads that became part of an organization or a person that was there.
    pub linked: usize,
}

impl Run {
    pub fn of(plan: BulkPlan) -> Self {
        let outcome = |row: &Row| if row.is_ready() { Outcome::Waiting } else { Outcome::Left(row.verdict) };
        let outcomes: Vec<Outcome> = plan.rows.iter().map(outcome).collect();
        let mut sums = Sums { leads: outcomes.len(), ..Sums::default() };
        outcomes.iter().for_each(|outcome| *sums.of(outcome) += 1);
        Self { id: plan.run, rows: plan.rows, outcomes, sums, next: 0, stopped: false }
    }

    pub fn id(&self) -> Id {
        self.id
    }

    /// The leads whose turn it is, in the order of the list; none when the run is over or stopped. Several can be sent at once
    /// (a store that puts them into one transaction still answers each), or one by one.
    pub fn next_turns(&self, at_most: usize) -> Vec<Turn> {
        let waiting = self.rows().skip(self.next).filter(|(_, outcome)| **outcome == Outcome::Waiting && !self.stopped);
        let turn = |row: &Row| Turn {
            lead: row.lead,
            stamp: command_id(self.id, row.lead),
            command: Command::ConvertLead(Box::new(row.command.clone())),
        };
        waiting.take(at_most).map(|(row, _)| turn(row)).collect()
    }

    /// What came of a lead. A failure of the store is none: the lead waits, and [`Self::stop`] is in order.
    pub fn done(&mut self, lead: Id, result: Result<&Receipt, Vec<Rejection>>) {
        let turn = (self.next..self.rows.len()).find(|at| self.rows[*at].lead == lead);
        let Some(at) = turn.filter(|at| self.outcomes[*at] == Outcome::Waiting) else { return };
        let outcome = match result {
            Ok(receipt) => Outcome::Converted(made(&self.rows[at], receipt)),
            Err(reasons) => Outcome::Refused(reasons),
        };
        self.sums.waiting -= 1;
        *self.sums.of(&outcome) += 1;
        if let Outcome::Converted(made) = &outcome {
            self.sums.count(made);
        }
        if matches!(outcome, Outcome::Converted(_)) {
            // The result may be looked at for long, and what was sent is not needed any more.
            let row = &mut self.rows[at];
            row.command = ConvertLead::new(lead);
            (row.organizations, row.people) = Default::default();
        }
        self.outcomes[at] = outcome;
        while self.outcomes.get(self.next).is_some_and(|outcome| *outcome != Outcome::Waiting) {
            self.next += 1;
        }
    }

    /// The lead at work is finished; no other one is begun.
    pub fn stop(&mut self) {
        self.stopped = true;
    }

    /// Goes on where it was stopped.
    pub fn resume(&mut self) {
        self.stopped = false;
    }

    pub fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// Nobody waits any more.
    pub fn is_over(&self) -> bool {
        self.sums.waiting == 0
    }

    /// How many of how many have had their turn.
    pub fn progress(&self) -> (usize, usize) {
        let done = self.sums.converted + self.sums.refused;
        (done, done + self.sums.waiting)
    }

    /// Every lead of the list with what became of it.
    pub fn rows(&self) -> impl Iterator<Item = (&Row, &Outcome)> {
        self.rows.iter().zip(&self.outcomes)
    }

    pub fn sums(&self) -> Sums {
        self.sums
    }
}

impl Sums {
    /// Where a lead with such an outcome is counted.
    fn of(&mut self, outcome: &Outcome) -> &mut usize {
        match outcome {
            Outcome::Waiting => &mut self.waiting,
            Outcome::Converted(_) => &mut self.converted,
            Outcome::Refused(_) => &mut self.refused,
            Outcome::Left(Verdict::NeedsChoice) => &mut self.needs_choice,
            Outcome::Left(Verdict::Skipped) => &mut self.skipped,
            Outcome::Left(_) => &mut self.blocked,
        }
    }

    fn count(&mut self, made: &[Made]) {
        for made in made.iter().filter(|made| made.new) {
            match made.kind {
                Kind::Organization => self.organizations += 1,
                Kind::Person => self.people += 1,
                Kind::Deal => self.deals += 1,
                _ => self.tasks += 1,
            }
        }
        self.linked += usize::from(made.iter().any(|made| !made.new));
    }
}

/// The id of the command that converts a lead in a run.
fn command_id(run: Id, lead: Id) -> Id {
    run.derive(&format!("convert/{lead}"))
}

fn made(row: &Row, receipt: &Receipt) -> Vec<Made> {
    let is_new = |id: Id| receipt.steps.iter().any(|step| matches!(step, Step::Created { id: made, .. } if *made == id));
    let conversion = receipt.action.conversion();
    let of = |kind, id: Option<Id>| id.map(|id| Made { kind, id, new: is_new(id) });
    // The task is on nobody's receipt by name: it is the activity that was made.
    let task = receipt.steps.iter().find_map(|step| match step {
        Step::Created { kind: Kind::Activity, id } if row.command.task.is_some() => Some(*id),
        _ => None,
    });
    [
        of(Kind::Organization, conversion.and_then(|made| made.organization)),
        of(Kind::Person, conversion.and_then(|made| made.person)),
        of(Kind::Deal, conversion.and_then(|made| made.deal)),
        of(Kind::Activity, task),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What takes a run back, in the order it must be done: the last conversion first. A lead that was reopened before, alone, is
/// refused as undone already, which is no failure; one whose results were used since says so and stays, with what it made.
pub fn undo_all(receipts: &[Receipt], run: Id) -> Vec<Undo> {
    let of_run = |receipt: &&Receipt| receipt.action.conversion().is_some_and(|conversion| conversion.run == Some(run));
    receipts.iter().rev().filter(of_run).map(Undo::of).collect()
}
