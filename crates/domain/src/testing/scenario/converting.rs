//! What is chosen in the convert dialog: `convert giulia: new organization; existing person anna; new deal Line, 48000 EUR`.

use super::look::Look;
use super::play::Scene;
use super::quoting::{after, cut, split, unquoted};
use super::value::{fields, money};
use super::words;
use crate::commands::ConvertLead;
use crate::commands::convert_lead::{Carry, DealTarget, NewDeal, NewTask, Profile, Target};
use crate::records::{Field, Kind};
use crate::testing::Answers;
use crate::values::{Coded, Visibility};

/// Nothing is made that the line doesn't name.
pub fn read(lead: &str, items: &str, scene: &Scene, store: &dyn Answers) -> Result<ConvertLead, String> {
    let look = scene.look(store);
    let lead = look.id(lead)?;
    let mut command = ConvertLead { organization: Target::None, person: Target::None, ..ConvertLead::new(lead) };
    for item in split(items, ';') {
        if item == "as seen" {
            command.seen = Some(*scene.seen.get(&lead).ok_or("look at the lead first")?);
        } else if !(target(item, &mut command, &look)? || choice(item, &mut command, &look)?) {
            return Err(format!("{item:?} can't be chosen"));
        }
    }
    Ok(command)
}

fn target(item: &str, command: &mut ConvertLead, look: &Look) -> Result<bool, String> {
    if item == "new organization" {
        command.organization = Target::Create;
    } else if item == "new person" {
        command.person = Target::Create;
    } else if let Some(text) = after(item, "existing organization") {
        command.organization = Target::Use(look.id(text)?);
    } else if let Some(text) = after(item, "existing person") {
        command.person = Target::Use(look.id(text)?);
    } else if let Some(text) = after(item, "existing deal") {
        command.deal = DealTarget::Use(look.id(text)?);
    } else if let Some(text) = after(item, "new deal") {
        let (name, value) = cut(text, ",").unwrap_or((text, ""));
        command.deal = DealTarget::Create(NewDeal { value: money(value), ..NewDeal::named(unquoted(name)) });
    } else if let Some(text) = after(item, "task") {
        let (subject, due) = cut(text, ",").unwrap_or((text, ""));
        command.task = Some(NewTask { subject: unquoted(subject).into(), due: due.parse().ok() });
    } else {
        return Ok(false);
    }
    Ok(true)
}

fn choice(item: &str, command: &mut ConvertLead, look: &Look) -> Result<bool, String> {
    if let Some(text) = after(item, "owner") {
        command.owner = Some(look.linked(Kind::Member, text)?);
    } else if let Some(text) = after(item, "status") {
        command.status = look.linked(Kind::Status, text)?;
    } else if let Some(text) = after(item, "profile") {
        command.profile = profile(text)?;
    } else if let Some(text) = after(item, "correct") {
        command.edits.extend(fields(text, look)?);
    } else if let Some(text) = after(item, "take") {
        command.replace.push(target_field(text, look)?);
    } else if let Some(text) = after(item, "carry") {
        command.carry.push(carry(text, look)?);
    } else if let Some(text) = after(item, "fill") {
        let (kind, rest) = words::kind(text).ok_or_else(|| format!("{text:?} names no record"))?;
        command.fill.extend(fields(rest, look)?.into_iter().filter_map(|(field, value)| Some((kind, field, value?))));
    } else {
        return of_deal(item, command, look);
    }
    Ok(true)
}

pub fn profile(text: &str) -> Result<Profile, String> {
    Profile::from_name(text).ok_or_else(|| format!("{text:?} is no profile"))
}

/// R39: what belongs to the new deal.
fn of_deal(item: &str, command: &mut ConvertLead, look: &Look) -> Result<bool, String> {
    let DealTarget::Create(deal) = &mut command.deal else { return Ok(false) };
    if let Some(text) = after(item, "stage") {
        deal.stage = look.linked(Kind::Stage, text)?;
    } else if let Some(text) = after(item, "pipeline") {
        deal.pipeline = look.linked(Kind::Pipeline, text)?;
    } else if let Some(text) = after(item, "close date") {
        deal.close_date = text.parse().ok();
    } else if let Some(text) = after(item, "visibility") {
        let meaning = words::meanings(Field::Visibility).into_iter().find(|(word, _)| *word == text);
        deal.visibility = meaning.and_then(|(_, code)| Visibility::from_code(code));
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// `custom machine to deal custom machine, person description`, `custom machine to nobody`.
fn carry(text: &str, look: &Look) -> Result<Carry, String> {
    let (field, to) = cut(text, " to ").ok_or("carried to whom?")?;
    let field = match look.slot(field)? {
        (words::Slot::Whole(field) | words::Slot::Point(field, _), _) => field,
        _ => Field::Address,
    };
    let to = split(to, ',').into_iter().filter(|text| *text != "nobody").map(|text| target_field(text, look));
    Ok(Carry { field, to: to.collect::<Result<_, _>>()? })
}

/// `person website`, as in the rows of a plan.
pub fn target_field(text: &str, look: &Look) -> Result<(Kind, Field), String> {
    let (kind, rest) = words::kind(text).ok_or_else(|| format!("{text:?} names no record"))?;
    match look.slot(rest)? {
        (words::Slot::Whole(field) | words::Slot::Point(field, _), _) => Ok((kind, field)),
        _ => Ok((kind, Field::Address)),
    }
}
