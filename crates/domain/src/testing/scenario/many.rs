//! Many leads at once: `plan many giulia, marco: new deal; task Call {name}`, `in plan marco: company Corsini`, `run many`.

use super::look::Look;
use super::play::Scene;
use super::quoting::{after, cut, split, unquoted};
use super::{converting, refusal, value, words};
use crate::bulk::{self, BulkPlan, Choices, DealSettings, Fate, MatchPolicy, Outcome, OwnerRule, Run, Settings, Verdict};
use crate::commands::convert_lead::{NewTask, Target};
use crate::commands::{Command, Undo};
use crate::ids::Id;
use crate::pause::NoPause;
use crate::records::{Field, Kind};
use crate::stamp::Stamp;
use crate::testing::{Answers, among, at_once, candidates};
use crate::values::{Coded, Visibility};
use crate::workspace;

/// The plan of the scenario, and how far it was carried out.
#[derive(Default)]
pub struct Many {
    leads: Vec<Id>,
    settings: Settings,
    choices: Choices,
    pub plan: BulkPlan,
    pub run: Run,
}

type Read<T> = Result<T, String>;

/// A command, with the lead it converts.
pub type OneOfMany = (Option<Id>, Command);

const POLICIES: &[(&str, MatchPolicy)] =
    &[("attach or ask", MatchPolicy::AttachOrAsk), ("attach or create", MatchPolicy::AttachOrCreate), ("create", MatchPolicy::Create)];

const VERDICTS: &[(&str, Verdict)] = &[
    ("create", Verdict::Create),
    ("link", Verdict::Link),
    ("choose", Verdict::NeedsChoice),
    ("blocked", Verdict::Blocked),
    ("skipped", Verdict::Skipped),
];

/// `plan many ...` and `in plan ...`; false for any other line. No deal and no task unless the line names one.
pub fn note(line: &str, scene: &mut Scene, store: &dyn Answers) -> Read<bool> {
    let look = scene.look(store);
    if let Some(rest) = after(line, "plan many") {
        let (leads, items) = cut(rest, ":").unwrap_or((rest, ""));
        let mut many = Many { leads: look.ids(leads)?, settings: Settings { deal: None, ..Settings::new() }, ..Many::default() };
        for item in split(items, ';') {
            setting(item, &mut many.settings, &look)?;
        }
        many.replan(&look);
        scene.many = Some(many);
    } else if let Some(rest) = after(line, "in plan") {
        let (lead, items) = cut(rest, ":").ok_or("a row needs a colon")?;
        let lead = look.id(lead)?;
        let mut many = scene.many.take().ok_or("nothing is planned")?;
        let look = scene.look(store);
        for item in split(items, ';') {
            choice(item, lead, &mut many, &look)?;
        }
        many.replan(&look);
        scene.many = Some(many);
    } else {
        return Ok(false);
    }
    Ok(true)
}

impl Many {
    fn replan(&mut self, look: &Look) {
        let stamp = Stamp { command: Id::default(), device: Id::default(), by: workspace::ME, at: 0 };
        let run = run_of(self.leads.first().copied().unwrap_or_default());
        let matches = |record: &_, kind| candidates(record, kind, look.store);
        let finders = (matches, |kind| among(kind, look.store));
        let answer = |query: &_| look.store.answer(query);
        let plan = at_once(bulk::plan(run, &self.leads, (&self.settings, &self.choices), &stamp, finders, answer, &NoPause));
        self.plan = plan.unwrap_or_default();
        self.run = Run::of(self.plan.clone());
    }
}

/// A run is known by the first of its leads.
fn run_of(lead: Id) -> Id {
    lead.derive("run")
}

fn setting(item: &str, settings: &mut Settings, look: &Look) -> Read<()> {
    if item == "new deal" {
        settings.deal.get_or_insert_with(DealSettings::new);
    } else if let Some(text) = after(item, "stage") {
        settings.deal.get_or_insert_with(DealSettings::new).stage = look.linked(Kind::Stage, text)?;
    } else if let Some(text) = after(item, "visibility") {
        let meaning = words::meanings(Field::Visibility).into_iter().find(|(word, _)| *word == text);
        settings.deal.get_or_insert_with(DealSettings::new).visibility = meaning.and_then(|(_, code)| Visibility::from_code(code));
    } else if item == "no organizations" {
        settings.organizations = false;
    } else if item == "no people" {
        settings.people = false;
    } else if let Some(text) = after(item, "task") {
        let (subject, due) = cut(text, ",").unwrap_or((text, ""));
        settings.task = Some(NewTask { subject: unquoted(subject).into(), due: due.parse().ok() });
    } else if let Some(text) = after(item, "owner") {
        settings.owner = OwnerRule::All(look.linked(Kind::Member, text)?);
    } else if let Some(text) = after(item, "owners in turn") {
        let owners = split(text, ',').into_iter().map(|text| look.linked(Kind::Member, text));
        settings.owner = OwnerRule::InTurn(owners.collect::<Read<_>>()?);
    } else if let Some(text) = after(item, "status") {
        settings.status = look.linked(Kind::Status, text)?;
    } else if let Some(text) = after(item, "profile") {
        settings.profile = converting::profile(text)?;
    } else if let Some(text) = after(item, "begin as") {
        settings.follow(converting::profile(text)?);
    } else if let Some(text) = after(item, "policy") {
        settings.matches = POLICIES.iter().find(|(word, _)| *word == text).ok_or_else(|| format!("{text:?} is no policy"))?.1;
    } else if let Some(text) = after(item, "goes on with") {
        settings.earlier.push(run_of(look.id(text)?));
    } else if let Some(text) = after(item, "fill") {
        let (kind, rest) = words::kind(text).ok_or_else(|| format!("{text:?} names no record"))?;
        settings.fill.extend(value::fields(rest, look)?.into_iter().filter_map(|(field, value)| Some((kind, field, value?))));
    } else {
        return Err(format!("{item:?} can't be set"));
    }
    Ok(())
}

fn choice(item: &str, lead: Id, many: &mut Many, look: &Look) -> Read<()> {
    let choice = many.choices.entry(lead).or_default();
    if item == "skip" {
        choice.skip = true;
    } else if let Some(text) = after(item, "deal") {
        choice.deal_name = Some(unquoted(text).into());
    } else if item == "new person" {
        choice.person = Some(Target::Create);
    } else if let Some(text) = after(item, "same person as") {
        choice.person = Some(Target::Shared(look.id(text)?));
    } else if let Some(text) = after(item, "same organization as") {
        choice.organization = Some(Target::Shared(look.id(text)?));
    } else if item == "new organization" {
        choice.organization = Some(Target::Create);
    } else if let Some(text) = after(item, "existing person") {
        choice.person = Some(Target::Use(look.id(text)?));
    } else if let Some(text) = after(item, "existing organization") {
        choice.organization = Some(Target::Use(look.id(text)?));
    } else if let Some(text) = after(item, "fill") {
        let (kind, rest) = words::kind(text).ok_or_else(|| format!("{text:?} names no record"))?;
        choice.fill.extend(value::fields(rest, look)?.into_iter().filter_map(|(field, value)| Some((kind, field, value?))));
    } else {
        choice.edits.extend(value::fields(item, look)?);
    }
    Ok(())
}

/// `run many`, `run many, 2` (stopped then), `run many backwards`, `undo many`: the commands, each with its lead.
pub fn commands(line: &str, scene: &mut Scene) -> Read<Option<Vec<OneOfMany>>> {
    let Some(many) = &mut scene.many else { return Ok(None) };
    if line == "undo many" {
        let undos = bulk::undo_all(&scene.all, many.plan.run);
        return Ok(Some(undos.into_iter().map(|undo: Undo| (None, Command::Undo(undo))).collect()));
    }
    let Some(how) = after(line, "run many") else { return Ok(None) };
    let waiting = many.run.rows().filter(|(_, outcome)| **outcome == Outcome::Waiting);
    let mut all: Vec<OneOfMany> = waiting.map(|(row, _)| (Some(row.lead), Command::ConvertLead(Box::new(row.command.clone())))).collect();
    if how == "backwards" {
        all.reverse();
    } else if let Some(count) = how.strip_prefix(", ").and_then(|count| count.parse().ok()) {
        all.truncate(count);
        many.run.stop();
    } else if !how.is_empty() {
        return Err(format!("nothing runs {how:?}"));
    }
    Ok(Some(all))
}

/// `row giulia: link; organization new; person anna; deal Line`, `blocked marco: last name missing`, `sums: 2 converted, 1 refused`,
/// `outcome marco: archived`; none for any other line.
pub fn check(line: &str, scene: &Scene, look: &Look) -> Option<Result<(), String>> {
    let (head, expected) = cut(line, ":")?;
    let many = scene.many.as_ref()?;
    let row = |text| look.id(text).and_then(|lead| many.plan.row(lead).ok_or_else(|| format!("{text} is not in the plan")));
    let found = if let Some(lead) = after(head, "row") {
        row(lead).and_then(|row| items(row, expected, look))
    } else if let Some(lead) = after(head, "blocked") {
        row(lead).map(|row| refusal::lines(&row.reasons, look).join("; "))
    } else if let Some(lead) = after(head, "outcome") {
        row(lead).map(|row| outcome(many, row.lead, look))
    } else if head == "sums" {
        sums(many, expected)
    } else if head == "missing" {
        let word =
            |((kind, field), count): ((Kind, Field), usize)| format!("{} {} {count}", words::kind_word(kind), look.field_word(field));
        Ok(many.plan.missing().into_iter().map(word).collect::<Vec<_>>().join("; "))
    } else {
        return None;
    };
    Some(found.and_then(|found| if found == expected { Ok(()) } else { Err(format!("found {found}")) }))
}

/// What the row says in place of each expected item.
fn items(row: &bulk::Row, expected: &str, look: &Look) -> Read<String> {
    let fate = |fate: Fate| match fate {
        Fate::None => "none".into(),
        Fate::New => "new".into(),
        Fate::Shared { leads, .. } => format!("of {leads}"),
        Fate::Existing(id) => look.name_of(id),
        Fate::Ask => "ask".into(),
    };
    let word = VERDICTS.iter().find(|(_, verdict)| *verdict == row.verdict).map_or("", |(word, _)| word);
    let found = split(expected, ';').into_iter().map(|item| match item.split(' ').next() {
        Some("organization") => format!("organization {}", fate(row.organization)),
        Some("person") => format!("person {}", fate(row.person)),
        Some("candidates") => format!("candidates {}", candidates_of(row, look)),
        Some("deal") => format!("deal {}", row.deal_name.as_deref().unwrap_or("none")),
        Some("stays") => format!("stays {}", stays(row, look)),
        Some("name") => format!("name {}", row.name),
        Some("company") => format!("company {}", row.company),
        _ => word.into(),
    });
    Ok(found.collect::<Vec<_>>().join("; "))
}

fn candidates_of(row: &bulk::Row, look: &Look) -> String {
    let all = row.organizations.iter().chain(&row.people);
    all.map(|candidate| look.name_of(candidate.id)).collect::<Vec<_>>().join(", ")
}

fn stays(row: &bulk::Row, look: &Look) -> String {
    let fields: Vec<String> = row.stays.iter().map(|field| look.field_word(*field)).collect();
    if fields.is_empty() { "nothing".into() } else { fields.join(", ") }
}

fn outcome(many: &Many, lead: Id, look: &Look) -> String {
    match many.run.rows().find(|(row, _)| row.lead == lead).map(|(_, outcome)| outcome) {
        Some(Outcome::Waiting) => "waiting".into(),
        Some(Outcome::Converted(made)) => {
            let word = |made: &bulk::Made| format!("{} {}", if made.new { "new" } else { "existing" }, look.name_of(made.id));
            made.iter().map(word).collect::<Vec<_>>().join(", ")
        }
        Some(Outcome::Refused(reasons)) => refusal::lines(reasons, look).join("; "),
        Some(Outcome::Left(verdict)) => VERDICTS.iter().find(|(_, known)| known == verdict).map_or("", |(word, _)| word).into(),
        None => "not in the plan".into(),
    }
}

fn sums(many: &Many, expected: &str) -> Read<String> {
    let sums = many.run.sums();
    let parts = sums.converted + sums.refused + sums.waiting + sums.needs_choice + sums.blocked + sums.skipped;
    if parts != sums.leads {
        return Err(format!("the sums don't add up: {sums:?}"));
    }
    let found = split(expected, ',').into_iter().map(|item| {
        let what = item.split_once(' ').map_or("", |(_, what)| what);
        let count = match what {
            "leads" => sums.leads,
            "converted" => sums.converted,
            "refused" => sums.refused,
            "waiting" => sums.waiting,
            "choose" => sums.needs_choice,
            "blocked" => sums.blocked,
            "skipped" => sums.skipped,
            "organizations" => sums.organizations,
            "people" => sums.people,
            "deals" => sums.deals,
            "tasks" => sums.tasks,
            "linked" => sums.linked,
            _ => return Err(format!("{what:?} is not counted")),
        };
        Ok(format!("{count} {what}"))
    });
    Ok(found.collect::<Read<Vec<_>>>()?.join(", "))
}
