//! Lines that do something, as commands.

use super::converting;
use super::look::Look;
use super::many::{self, OneOfMany};
use super::merging;
use super::play::Scene;
use super::quoting::{after, cut, split, unquoted};
use super::value;
use super::words;
use crate::commands::close_deal::Outcome;
use crate::commands::{
    Action, AddRecords, ArchiveLeads, CloseDeal, Command, ConvertLead, Draft, Edit, EditRecords, MergeRecords, MoveDeal, Receipt,
    RemoveRecords, SetStatus, Undo,
};
use crate::ids::Id;
use crate::records::{Field, Kind, Record};
use crate::testing::{Answers, business};
use crate::values::{Coded, DealStatus, NoteSubject, Value};

/// What a line asks for.
pub enum Act {
    Send(Command),
    Preview(Box<ConvertLead>),
    PreviewMerge(Box<MergeRecords>),
    /// One after the other.
    Many(Vec<OneOfMany>),
    /// Noted for later lines; nothing reaches the store.
    Noted,
}

type Read<T> = Result<T, String>;

/// Reads a line, and the indented ones that belong to it.
pub fn read(lines: &[&str], scene: &mut Scene, store: &dyn Answers) -> Read<Act> {
    let [line, more @ ..] = lines else { return Err("no line".into()) };
    if let Some(name) = after(line, "import") {
        return import(name, more, scene, store).map(Act::Send);
    }
    if let Some(commands) = many::commands(line, scene)? {
        return Ok(Act::Many(commands));
    }
    let act = match note(line, scene, store)? {
        Some(act) => act,
        None => Act::Send(command(line, scene, store)?),
    };
    if more.is_empty() { Ok(act) } else { Err(format!("nothing can be indented below {line:?}")) }
}

/// Lines that only the scenario itself remembers, and previews.
fn note(line: &str, scene: &mut Scene, store: &dyn Answers) -> Read<Option<Act>> {
    if line == "remember" {
        scene.remembered = business(store);
    } else if let Some(text) = after(line, "look at") {
        let record = scene.look(store).record(text)?;
        scene.seen.insert(record.id, record.version());
    } else if let Some((name, text)) = after(line, "let").and_then(|rest| cut(rest, " be ")) {
        let id = scene.look(store).record(text)?.id;
        scene.names.insert(name.to_owned(), id);
    } else if let Some(name) = after(line, "keep as") {
        let receipt = scene.all.last().ok_or("nothing was done before")?.clone();
        scene.kept.insert(name.to_owned(), receipt);
    } else if let Some(rest) = after(line, "preview merge") {
        return merging::read(rest, scene, store).map(|command| Some(Act::PreviewMerge(Box::new(command))));
    } else if let Some(rest) = after(line, "preview") {
        let (lead, items) = cut(rest, ":").ok_or("a preview needs a colon")?;
        return converting::read(lead, items, scene, store).map(|command| Some(Act::Preview(Box::new(command))));
    } else if !many::note(line, scene, store)? {
        return Ok(None);
    }
    Ok(Some(Act::Noted))
}

fn command(line: &str, scene: &mut Scene, store: &dyn Answers) -> Read<Command> {
    if line == "again" {
        return scene.last.clone().ok_or_else(|| "nothing was done before".into());
    }
    if let Some(rest) = after(line, "undo") {
        return undo(rest, scene, store).map(Command::Undo);
    }
    if line == "redo" {
        return scene.undone.last().map(|(_, undo)| Command::Undo(Undo::of(undo))).ok_or_else(|| "nothing was undone".into());
    }
    if let Some(rest) = after(line, "merge") {
        return merging::read(rest, scene, store).map(Command::MergeRecords);
    }
    let look = scene.look(store);
    if let Some(rest) = after(line, "keep separate") {
        return merging::separate(rest, &look).map(Command::KeepSeparate);
    }
    for (word, read) in ABOUT_RECORDS {
        if let Some(rest) = after(line, word) {
            let (ids, text) = match cut(rest, ":") {
                Some((records, text)) => (look.ids(records)?, text),
                None => (look.ids(rest.split(" as ").next().unwrap_or(rest))?, rest.split_once(" as ").map_or("", |(_, text)| text)),
            };
            return read(ids, text, &look);
        }
    }
    if let Some((lead, items)) = after(line, "convert").and_then(|rest| cut(rest, ":")) {
        return converting::read(lead, items, scene, store).map(|command| Command::ConvertLead(Box::new(command)));
    }
    if let Some((deal, place)) = after(line, "move").and_then(|rest| cut(rest, " to ")) {
        return move_deal(look.id(deal)?, place, &look).map(Command::MoveDeal);
    }
    let draft = draft(line, scene, store)?;
    Ok(Command::AddRecords(AddRecords { drafts: vec![draft], import: None }))
}

type AboutRecords = fn(Vec<Id>, &str, &Look) -> Read<Command>;

/// `verb records: text`, or `verb records as text`.
const ABOUT_RECORDS: &[(&str, AboutRecords)] = &[
    ("edit", |ids, text, look| {
        let edits = value::fields(text, look)?.into_iter().map(|(field, value)| Edit::Set(field, value)).collect();
        Ok(Command::EditRecords(EditRecords { ids, edits }))
    }),
    ("tag", |ids, text, _| Ok(tags(ids, text, Edit::AddTag))),
    ("untag", |ids, text, _| Ok(tags(ids, text, Edit::RemoveTag))),
    ("remove", |ids, _, _| Ok(Command::RemoveRecords(RemoveRecords { ids }))),
    ("archive", |leads, text, _| Ok(Command::ArchiveLeads(ArchiveLeads { leads, reason: text.into(), restore: false }))),
    ("restore", |leads, _, _| Ok(Command::ArchiveLeads(ArchiveLeads { leads, reason: String::new(), restore: true }))),
    ("mark", mark),
    ("win", |ids, _, _| close(&ids, Outcome::Won)),
    ("lose", |ids, text, _| close(&ids, Outcome::Lost { reason: text.into() })),
    ("reopen", |ids, _, _| close(&ids, Outcome::Reopen)),
];

fn tags(ids: Vec<Id>, text: &str, edit: fn(String) -> Edit) -> Command {
    Command::EditRecords(EditRecords { ids, edits: split(text, ',').into_iter().map(|tag| edit(tag.into())).collect() })
}

fn close(ids: &[Id], outcome: Outcome) -> Read<Command> {
    let [deal] = ids else { return Err("one deal at a time".into()) };
    Ok(Command::CloseDeal(CloseDeal { deal: *deal, outcome }))
}

/// R27; `complete` means R28: the status after the lead's own.
fn mark(leads: Vec<Id>, text: &str, look: &Look) -> Read<Command> {
    let status = if text == "complete" {
        let mut path = look.store.all(Kind::Status);
        path.sort_by_key(|status| status.number(Field::Position));
        let lead = leads.first().and_then(|id| look.store.find(*id)).ok_or("the lead is gone")?;
        let at = path.iter().position(|status| Some(status.id) == lead.link(Field::Status));
        at.and_then(|at| path.get(at + 1)).ok_or("there is no next status")?.id
    } else {
        look.linked(Kind::Status, text)?
    };
    Ok(Command::SetStatus(SetStatus { leads, status }))
}

/// `Proposal`, `Proposal, above d2`: the neighbours are those that the board shows there.
fn move_deal(deal: Id, place: &str, look: &Look) -> Read<MoveDeal> {
    let (stage, neighbour) = cut(place, ",").unwrap_or((place, ""));
    let stage = look.linked(Kind::Stage, stage)?;
    let column: Vec<Id> = column(stage, look.store).iter().map(|card| card.id).filter(|id| *id != deal).collect();
    let at = |text: &str| -> Read<usize> {
        let id = look.id(text)?;
        column.iter().position(|card| *card == id).ok_or_else(|| format!("{text} is not in that stage"))
    };
    let at = match (after(neighbour, "above"), after(neighbour, "below")) {
        (Some(text), _) => at(text)?,
        (_, Some(text)) => at(text)? + 1,
        _ => column.len(),
    };
    let above = at.checked_sub(1).and_then(|at| column.get(at)).copied();
    Ok(MoveDeal { deal, stage, above, below: column.get(at).copied() })
}

/// The open deals of a stage in the order of the board.
pub fn column(stage: Id, store: &dyn Answers) -> Vec<Record> {
    let open = Some(Value::Code(DealStatus::Open.code()));
    let mut cards = store.all(Kind::Deal);
    cards.retain(|deal| deal.link(Field::Stage) == Some(stage) && deal.get(Field::DealStatus).cloned() == open);
    cards.sort_by(|a, b| (a.text(Field::Rank), a.id).cmp(&(b.text(Field::Rank), b.id)));
    cards
}

/// `import fair`, and below it what comes with it; without anything below: the same file once more.
fn import(name: &str, lines: &[&str], scene: &mut Scene, store: &dyn Answers) -> Read<Command> {
    let drafts = lines.iter().map(|line| draft(line.trim_start(), scene, store)).collect::<Read<Vec<Draft>>>()?;
    if drafts.is_empty() {
        let repeated = |command: &&Command| matches!(command, Command::AddRecords(add) if add.import == Some(scene.base.derive(name)));
        return scene.last.iter().find(repeated).cloned().ok_or_else(|| format!("{name} was not the last import"));
    }
    Ok(Command::AddRecords(AddRecords { drafts, import: Some(scene.base.derive(name)) }))
}

/// `lead giulia: last name Ferrandi`, `note on giulia: text`, `task t1 on giulia: subject Call back; due 2026-11-05`.
fn draft(line: &str, scene: &mut Scene, store: &dyn Answers) -> Read<Draft> {
    let unknown = || format!("{line:?} is no action");
    let (head, text) = cut(line, ":").ok_or_else(unknown)?;
    let (kind, rest) = words::kind(head).ok_or_else(unknown)?;
    let (name, about) = match rest.strip_prefix("on ") {
        Some(about) => ("", Some(about)),
        None => cut(rest, " on ").map_or((rest, None), |(name, about)| (name, Some(about))),
    };
    let mut draft = Draft::new(kind, scene.new_id(name));
    let look = scene.look(store);
    let about_company = about.and_then(|about| about.strip_suffix(" about the company"));
    if kind == Kind::Note {
        draft = draft.with(Field::Text, Value::text(unquoted(text)));
        let company = about_company.map(|_| Value::Code(NoteSubject::Company.code()));
        draft.fields.extend(company.map(|value| (Field::NoteSubject, value)));
    } else {
        draft.fields.extend(value::fields(text, &look)?.into_iter().filter_map(|(field, value)| Some((field, value?))));
    }
    if let Some(about) = about_company.or(about) {
        draft = draft.with(Field::About, Value::Links(look.ids(about)?));
    }
    let word = head.split(' ').next().unwrap_or_default();
    let activity = words::meanings(Field::ActivityKind).into_iter().find(|(known, _)| kind == Kind::Activity && *known == word);
    draft.fields.extend(activity.map(|(_, code)| (Field::ActivityKind, Value::Code(code))));
    Ok(draft)
}

/// `undo`, `undo again`, `undo first edit` (see `keep as`), `undo giulia's conversion`, `..., keep results`.
fn undo(rest: &str, scene: &Scene, store: &dyn Answers) -> Read<Undo> {
    let (what, keep) = cut(rest, ",").map_or((rest, false), |(what, how)| (what, how == "keep results"));
    let receipt: &Receipt = match what {
        "" => scene.done.last().ok_or("nothing is left to undo")?,
        "again" => scene.undone.last().map(|(done, _)| done).ok_or("nothing was undone")?,
        _ if scene.kept.contains_key(what) => &scene.kept[what],
        _ => {
            if let Some(kept) = what.strip_suffix("'s merge") {
                let kept = scene.look(store).id(kept)?;
                let of_kept = |receipt: &&Receipt| matches!(receipt.action, Action::Merged { kept: id, .. } if id == kept);
                let found = scene.all.iter().rev().find(of_kept).ok_or("there is no such merge")?;
                return Ok(Undo::of(found));
            }
            let lead = what.strip_suffix("'s conversion").ok_or_else(|| format!("{what:?} can't be undone"))?;
            let lead = scene.look(store).id(lead)?;
            let of_lead = |receipt: &&Receipt| receipt.action.conversion().is_some_and(|conversion| conversion.lead == lead);
            scene.all.iter().rev().find(of_lead).ok_or("there is no such conversion")?
        }
    };
    Ok(Undo { keep_results: keep, ..Undo::of(receipt) })
}
