//! Playing a scenario: which command comes next, and whether what came of it is what was expected.

use std::collections::{BTreeMap, VecDeque};

use super::act::{self, Act};
use super::look::Look;
use super::many::Many;
use super::merging;
use super::{Failure, Line, Scenario, expect, refusal};
use crate::commands::convert_lead::{Plan, plan};
use crate::commands::merge_records::MergePlan;
use crate::commands::{Command, ConvertLead, Receipt};
use crate::decide;
use crate::ids::Id;
use crate::records::Record;
use crate::rejection::Rejection;
use crate::stamp::Stamp;
use crate::testing::{Answers, Store, everything, promises};
use crate::workspace;

/// What a scenario has brought about so far.
#[derive(Default)]
pub struct Scene {
    /// All ids of the scenario derive from it.
    pub base: Id,
    pub names: BTreeMap<String, Id>,
    made: usize,
    /// Versions of leads that were looked at.
    pub seen: BTreeMap<Id, Id>,
    /// Everything that took effect, undos included.
    pub all: Vec<Receipt>,
    /// What can be undone.
    pub done: Vec<Receipt>,
    /// What was undone, each with the undo.
    pub undone: Vec<(Receipt, Receipt)>,
    /// Receipts with a name.
    pub kept: BTreeMap<String, Receipt>,
    pub last: Option<Command>,
    pub remembered: Vec<Record>,
    pub plan: Option<Plan>,
    pub merge: Option<MergePlan>,
    pub many: Option<Many>,
}

impl Scene {
    pub fn look<'a>(&'a self, store: &'a dyn Answers) -> Look<'a> {
        Look { store, names: &self.names }
    }

    /// The id of a new record, which the scenario may name.
    pub fn new_id(&mut self, name: &str) -> Id {
        self.made += 1;
        let id = self.base.derive(&format!("{} {name}", self.made));
        if !name.is_empty() {
            self.names.insert(name.to_owned(), id);
        }
        id
    }

    fn carried_out(&mut self, command: &Command, receipt: Receipt) {
        self.all.push(receipt.clone());
        let Command::Undo(undo) = command else {
            self.done.push(receipt);
            return;
        };
        let of = |have: &Receipt| have.stamp.command == undo.command;
        if let Some(at) = self.done.iter().position(of) {
            self.undone.push((self.done.remove(at), receipt));
        } else {
            self.undone.retain(|(_, undo)| !of(undo));
            self.done.push(receipt);
        }
    }
}

/// A command that was handed out, and what to hold its outcome against.
struct Sent {
    line: usize,
    command: Command,
    /// The `!` lines below it.
    refusals: Vec<(usize, String)>,
    plan: Option<Plan>,
    merge: Option<MergePlan>,
    before: Vec<Record>,
    /// One of many, with the lead it converts: a refusal is its outcome.
    of_many: Option<Option<Id>>,
}

/// For stores that can't be waited for: take a command, carry it out, report, until there is none.
pub struct Play<'a> {
    scenario: &'a Scenario<'a>,
    at: usize,
    scene: Scene,
    sent: Option<Sent>,
    /// What is left of many.
    queue: VecDeque<(usize, Option<Id>, Command)>,
}

/// Plays a scenario from its beginning to its end.
pub fn play(scenario: &Scenario, store: &mut impl Store) -> Result<(), Failure> {
    let mut play = Play::new(scenario);
    while let Some(command) = play.next(store)? {
        let outcome = store.run(&command);
        play.done(store, outcome)?;
    }
    Ok(())
}

impl<'a> Play<'a> {
    pub fn new(scenario: &'a Scenario<'a>) -> Self {
        let scene = Scene { base: workspace::WORKSPACE.derive(scenario.name), ..Scene::default() };
        Self { scenario, at: 0, scene, sent: None, queue: VecDeque::new() }
    }

    /// Checks what is expected here and hands out the next command; none at the end.
    pub fn next(&mut self, store: &dyn Answers) -> Result<Option<Command>, Failure> {
        if let Some((line, lead, command)) = self.queue.pop_front() {
            self.send(line, &command, Vec::new(), store);
            self.sent.iter_mut().for_each(|sent| sent.of_many = Some(lead));
            return Ok(Some(command));
        }
        while let Some(line) = self.scenario.lines.get(self.at).copied() {
            if let Some(expected) = line.text.strip_prefix("> ") {
                self.at += 1;
                expect::check(expected, &self.scene, store).map_err(|found| self.failure(line.number, found))?;
            } else if let Some(command) = self.act(line, store)? {
                return Ok(Some(command));
            }
        }
        Ok(None)
    }

    /// Carries out a line, with the lines that belong to it, as far as the store isn't needed.
    fn act(&mut self, line: Line, store: &dyn Answers) -> Result<Option<Command>, Failure> {
        let lines = &self.scenario.lines[self.at..];
        let indented = lines[1..].iter().take_while(|line| line.text.starts_with(' ')).count();
        let texts: Vec<&str> = lines[..=indented].iter().map(|line| line.text).collect();
        let refusals = lines[indented + 1..].iter().map_while(|line| Some((line.number, line.text.strip_prefix("! ")?.to_owned())));
        let refusals: Vec<(usize, String)> = refusals.collect();
        self.at += texts.len() + refusals.len();
        let act = act::read(&texts, &mut self.scene, store).map_err(|found| self.failure(line.number, found))?;
        match act {
            Act::Send(command) => {
                self.send(line.number, &command, refusals, store);
                return Ok(Some(command));
            }
            Act::Preview(command) => self.preview(line.number, &command, &refusals, store)?,
            Act::PreviewMerge(command) => {
                let reasons = match merging::plan_of(&command, store) {
                    Ok(plan) => self.scene.merge.insert(plan).blockers.clone(),
                    Err(reasons) => reasons,
                };
                self.refused(line.number, &reasons, &refusals, store)?;
            }
            Act::Many(commands) => {
                self.queue.extend(commands.into_iter().map(|(lead, command)| (line.number, lead, command)));
                return self.next(store);
            }
            Act::Noted => {}
        }
        Ok(None)
    }

    fn send(&mut self, line: usize, command: &Command, refusals: Vec<(usize, String)>, store: &dyn Answers) {
        let plan = match command {
            Command::ConvertLead(command) => plan_of(command, store).ok(),
            _ => None,
        };
        let merge = match command {
            Command::MergeRecords(command) => merging::plan_of(command, store).ok(),
            _ => None,
        };
        self.sent = Some(Sent { line, command: command.clone(), refusals, plan, merge, before: everything(store), of_many: None });
        self.scene.last = Some(command.clone());
    }

    fn preview(&mut self, line: usize, command: &ConvertLead, expected: &[(usize, String)], store: &dyn Answers) -> Result<(), Failure> {
        let reasons = match plan_of(command, store) {
            Ok(plan) => self.scene.plan.insert(plan).blockers.clone(),
            Err(reasons) => reasons,
        };
        self.refused(line, &reasons, expected, store)
    }

    /// Takes what came of the command and holds it against the `!` lines and the promises every command keeps.
    pub fn done(&mut self, store: &dyn Answers, outcome: Result<Receipt, Vec<Rejection>>) -> Result<(), Failure> {
        let Some(sent) = self.sent.take() else { return Ok(()) };
        let number = sent.line;
        if let (Some(Some(lead)), Some(many)) = (sent.of_many, &mut self.scene.many) {
            many.run.done(lead, outcome.as_ref().map_err(Clone::clone));
        }
        let fail = |found: String| Err(self.failure(number, found));
        match outcome {
            Err(reasons) => {
                if everything(store) != sent.before {
                    return fail("refused, but something changed".into());
                }
                if sent.of_many.is_some() { Ok(()) } else { self.refused(sent.line, &reasons, &sent.refusals, store) }
            }
            Ok(_) if !sent.refusals.is_empty() => Err(self.failure(sent.refusals[0].0, "it was not refused".into())),
            Ok(receipt) => {
                if let (Some(plan), Command::ConvertLead(command)) = (&sent.plan, &sent.command)
                    && let Err(broken) = promises::conversion(command.lead, plan, store)
                {
                    return fail(broken);
                }
                if let (Some(plan), Command::MergeRecords(command)) = (&sent.merge, &sent.command)
                    && let Err(broken) = promises::merge(command, plan, &sent.before, store)
                {
                    return fail(broken);
                }
                self.scene.carried_out(&sent.command, receipt);
                Ok(())
            }
        }
    }

    fn refused(&self, line: usize, reasons: &[Rejection], expected: &[(usize, String)], store: &dyn Answers) -> Result<(), Failure> {
        let mut found = refusal::lines(reasons, &self.scene.look(store));
        let all = found.join("; ");
        for (number, expected) in expected {
            let fits = |found: &String| found == expected || found.split(" into ").next() == Some(expected.as_str());
            let Some(at) = found.iter().position(fits) else {
                let all = if all.is_empty() { "it was not refused".into() } else { format!("refused: {all}") };
                return Err(self.failure(*number, all));
            };
            found.remove(at);
        }
        if found.is_empty() { Ok(()) } else { Err(self.failure(line, format!("refused: {}", found.join("; ")))) }
    }

    fn failure(&self, line: usize, found: String) -> Failure {
        Failure { file: self.scenario.file.into(), line, scenario: self.scenario.name.into(), found }
    }
}

/// What a conversion would do. Its stamp leaves no trace in the rows.
fn plan_of(command: &ConvertLead, store: &dyn Answers) -> Result<Plan, Vec<Rejection>> {
    let stamp = Stamp { command: Id::default(), device: Id::default(), by: workspace::ME, at: 0 };
    decide::run(|query| store.answer(query), |facts| plan(command, &stamp, facts))
}
