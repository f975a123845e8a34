//! What is chosen when records are merged: `merge bruno, carla into anna: take website of bruno; note Was at Corsini; as seen`.

use super::expect::OUTCOMES;
use super::look::Look;
use super::play::Scene;
use super::quoting::{after, cut, split, unquoted};
use super::words::Slot;
use crate::commands::merge_records::{MergePlan, plan};
use crate::commands::{KeepSeparate, MergeRecords};
use crate::decide;
use crate::ids::Id;
use crate::records::{Field, Forwarding, Kind, Separations};
use crate::rejection::Rejection;
use crate::stamp::Stamp;
use crate::testing::Answers;
use crate::workspace;

/// What comes after `merge`.
pub fn read(text: &str, scene: &Scene, store: &dyn Answers) -> Result<MergeRecords, String> {
    let look = scene.look(store);
    let (head, items) = cut(text, ":").unwrap_or((text, ""));
    let (removed, kept) = cut(head, " into ").ok_or("merged into whom?")?;
    let mut command = MergeRecords::new(look.id(kept)?, look.ids(removed)?);
    for item in split(items, ';') {
        if item == "as seen" {
            command.seen = scene.seen.iter().map(|(id, version)| (*id, *version)).collect();
        } else if let Some(text) = after(item, "note") {
            command.note = Some(unquoted(text).to_owned());
        } else if let Some((field, whose)) = after(item, "take").and_then(|rest| cut(rest, " of ")) {
            command.choices.push((self::field(field, &look)?, look.id(whose)?));
        } else {
            return Err(format!("{item:?} can't be chosen"));
        }
    }
    Ok(command)
}

/// `anna, bruno, carla`: none of them is any of the others.
pub fn separate(text: &str, look: &Look) -> Result<KeepSeparate, String> {
    Ok(KeepSeparate::all(&look.ids(text)?))
}

/// What a merge would do. Its stamp leaves no trace in the rows.
pub fn plan_of(command: &MergeRecords, store: &dyn Answers) -> Result<MergePlan, Vec<Rejection>> {
    let stamp = Stamp { command: Id::default(), device: Id::default(), by: workspace::ME, at: 0 };
    decide::run(|query| store.answer(query), |facts| plan(command, &stamp, facts))
}

/// Lines about merged records and those that were kept separate; none for any other line.
pub fn check(line: &str, scene: &Scene, look: &Look) -> Option<Result<(), String>> {
    let separate = line.strip_suffix(" are kept separate").map(|who| (who, true));
    let separate = separate.or_else(|| line.strip_suffix(" are not kept separate").map(|who| (who, false)));
    if let Some((who, expected)) = separate {
        return Some(kept_separate(who, expected, look));
    }
    if let Some((removed, survivor)) = cut(line, " leads to ") {
        return Some(leads_to(removed, survivor, look));
    }
    after(line, "merge").map(|rest| rows(rest, scene, look))
}

fn kept_separate(who: &str, expected: bool, look: &Look) -> Result<(), String> {
    let (one, other) = cut(who, " and ").ok_or("who and who?")?;
    let (one, other) = (look.record(one)?, look.record(other)?);
    let kind = if one.kind == Kind::Lead { other.kind } else { one.kind };
    let found = Separations::of(&look.store.all(Kind::Separation)).apart(&one, &other, kind);
    if found == expected { Ok(()) } else { Err(format!("they are {}kept separate", if found { "" } else { "not " })) }
}

fn leads_to(removed: &str, survivor: &str, look: &Look) -> Result<(), String> {
    let found = look.store.find(Forwarding::id_of(look.id(removed)?)).as_ref().and_then(Forwarding::of);
    let found = found.map(|forwarding| forwarding.survivor);
    let expected = if survivor == "nobody" { None } else { Some(look.id(survivor)?) };
    if found == expected { Ok(()) } else { Err(format!("it leads to {}", found.map_or("nobody".into(), |id| look.name_of(id)))) }
}

/// `website kept; tags added; 2 deals; said before`: each must be in the plan.
fn rows(rest: &str, scene: &Scene, look: &Look) -> Result<(), String> {
    let plan = scene.merge.as_ref().ok_or("no merge was previewed")?;
    for item in split(rest.trim_start_matches(':'), ';') {
        let (what, outcome) = item.rsplit_once(' ').ok_or_else(|| format!("{item:?} says no outcome"))?;
        let found = match outcome {
            "deals" => format!("{} deals", plan.moved.deals),
            "people" => format!("{} people", plan.moved.people),
            "leads" => format!("{} leads", plan.moved.leads),
            "stories" => format!("{} stories", plan.moved.stories),
            "separate" => format!("{} separate", plan.separated.len()),
            _ => {
                let field = field(what, look)?;
                let row = plan.rows.iter().find(|row| row.field == field);
                let word = row.and_then(|row| OUTCOMES.iter().find(|(_, known)| *known == row.outcome)).map_or("absent", |(word, _)| word);
                format!("{what} {word}")
            }
        };
        if found != item {
            return Err(format!("found {found}"));
        }
    }
    Ok(())
}

fn field(text: &str, look: &Look) -> Result<Field, String> {
    Ok(match look.slot(text)?.0 {
        Slot::Whole(field) | Slot::Point(field, _) => field,
        _ => Field::Address,
    })
}
