//! Changes in the story, one quiet line each: who changed what, from what to what.

use domain::change_set::FieldChange;
use domain::commands::convert_lead::covers;
use domain::commands::{Action, Receipt, Step};
use domain::ids::Id;
use domain::records::{Field, Kind, Record};
use domain::text::fold;
use domain::values::Value;
use domain::workspace;
use leptos::prelude::*;

use super::story::{is_told, whose};
use crate::clock;
use crate::components::{Icon, IconName};
use crate::i18n::{explain, fields, format, story as words, when};
use crate::views::parts::value::plain;
use crate::views::shell::actions::Actions;

/// So many in a row are all shown; of more, one less, and the rest waits behind a button.
const SHOWN: usize = 3;
/// Longer values would hide the sentence.
const LONG: usize = 60;

#[component]
pub fn ChangeRows(home: Id, changes: Vec<Receipt>) -> impl IntoView {
    let open = RwSignal::new(changes.len() <= SHOWN);
    let rest = changes.len().saturating_sub(SHOWN - 1);
    let rows = StoredValue::new(changes);
    view! {
        {move || {
            let shown = if open.get() { usize::MAX } else { SHOWN - 1 };
            rows.get_value().into_iter().take(shown).map(|receipt| view! { <ChangeRow home receipt/> }).collect_view()
        }}
        {move || (!open.get()).then(|| view! {
                <li class="event event--minor">
                    <span class="event__icon"><Icon name=IconName::Pencil/></span>
                    <div>
                        <p class="event__title">
                            <button class="linkbtn" type="button" aria-expanded="false" on:click=move |_| open.set(true)>
                                {move || words::more_changes(rest)}
                            </button>
                        </p>
                    </div>
                </li>
            })}
    }
}

#[component]
fn ChangeRow(home: Id, receipt: Receipt) -> impl IntoView {
    let actions = Actions::use_actions();
    let at = receipt.stamp.at;
    let icon = icon_of(&receipt.action);
    let lines = move || {
        let (id, merged) = actions.live.read(|set| whose(set, home, &receipt));
        let now = actions.live.read(|set| set.get(id));
        let lines = sentences(id, &receipt, now.as_ref(), &|id| actions.name(id)).into_iter();
        let lines = lines.map(|line| merged.as_ref().map_or_else(|| line.clone(), |name| words::of_merged(name, &line)));
        lines.map(|line| view! { <p class="event__title">{line}</p> }).collect_view()
    };
    view! {
        <li class="event event--minor">
            <span class="event__icon"><Icon name=icon/></span>
            <div class="event__lines">{lines}</div>
            <span class="event__meta"><span title=move || format::moment(at)>{move || when::happened(at, clock::today())}</span></span>
        </li>
    }
}

fn icon_of(action: &Action) -> IconName {
    match action {
        Action::Imported { .. } => IconName::Upload,
        Action::Added { .. } => IconName::Plus,
        Action::Converted { .. } | Action::ConvertedInRun { .. } => IconName::Convert,
        Action::Merged { .. } => IconName::Link,
        Action::StatusSet { .. } | Action::DealMoved { .. } => IconName::Flow,
        Action::Archived { .. } | Action::Restored { .. } => IconName::Archive,
        Action::DealWon { .. } => IconName::Trophy,
        Action::DealLost { .. } => IconName::XCircle,
        Action::Undone { .. } | Action::DealReopened { .. } => IconName::Undo,
        _ => IconName::Pencil,
    }
}

/// What the receipt says about this record, which is `now` like this.
pub fn sentences(home: Id, receipt: &Receipt, now: Option<&Record>, name: &dyn Fn(Id) -> String) -> Vec<String> {
    // Who was merged into another record is known from here only.
    let gone = |id: Id| removed(receipt).find(|record| record.id == id).map(fields::record_name);
    let name: &dyn Fn(Id) -> String = &|id| gone(id).unwrap_or_else(|| name(id));
    let by = receipt.stamp.by;
    let who = if by == workspace::ME { words::you().to_owned() } else { words::who(name(by)) };
    let created = receipt.steps.iter().any(|step| matches!(step, Step::Created { id, .. } if *id == home));
    if created {
        return vec![match &receipt.action {
            Action::Imported { .. } => words::created_by_import().to_owned(),
            Action::Converted { .. } | Action::ConvertedInRun { .. } => words::created_from_lead().to_owned(),
            _ => words::created(who),
        }];
    }
    let whole = match &receipt.action {
        Action::Archived { .. } => Some(words::archived(&who)),
        Action::Restored { .. } => Some(words::restored(&who)),
        Action::Converted { lead, .. } | Action::ConvertedInRun { lead, .. } if *lead == home => Some(words::converted(&who)),
        Action::DealWon { .. } => Some(words::won(&who)),
        Action::DealLost { .. } => Some(words::lost(&who)),
        Action::DealReopened { .. } => Some(words::reopened(&who)),
        Action::Undone { of, partly: true, .. } if of.converts().is_some() => Some(words::reopened_lead(&who)),
        action @ Action::Undone { .. } => {
            let what = explain::action(action.turned(), name);
            Some(if action.takes_back() { words::undid(&who, what) } else { words::redid(&who, what) })
        }
        _ => None,
    };
    let own = receipt.steps.iter().find_map(|step| match step {
        Step::Updated(update) if update.id == home => Some((update.kind, &update.fields)),
        _ => None,
    });
    let Some((kind, changes)) = own else { return whole.into_iter().collect() };
    if let Some(whole) = whole {
        let reason = changes.iter().find(|change| matches!(change.field, Field::ArchiveReason | Field::LostReason));
        let reason = reason.and_then(|change| change.after.as_ref()).map(|value| plain(Field::LostReason, value, name));
        return vec![reason.map_or_else(|| whole.clone(), |reason| format!("{whole}: {reason}"))];
    }
    let filled = receipt.action.conversion().is_some() && kind != Kind::Lead;
    let told = changes.iter().filter(|change| is_told(change.field)).map(|change| sentence(&who, change, name));
    let merged = matches!(receipt.action, Action::Merged { kept, .. } if kept == home).then(|| merge(&who, receipt, now, name));
    filled.then(|| words::filled_by_conversion().to_owned()).into_iter().chain(merged.into_iter().flatten()).chain(told).collect()
}

fn removed(receipt: &Receipt) -> impl Iterator<Item = &Record> {
    let contact = |record: &&Record| matches!(record.kind, Kind::Person | Kind::Organization);
    receipt.steps.iter().filter_map(|step| if let Step::Removed(record) = step { Some(record) } else { None }).filter(contact)
}

/// Who was merged into this record, and what they said that it does not say now: that can be read here only.
fn merge(who: &str, receipt: &Receipt, now: Option<&Record>, name: &dyn Fn(Id) -> String) -> Vec<String> {
    let mut lines = Vec::new();
    for record in removed(receipt) {
        let known = fields::record_name(record);
        lines.push(words::merged(who, &known));
        for (field, value) in record.fields().iter().filter(|(field, _)| is_content(record.kind, *field)) {
            if !now.and_then(|now| now.get(*field)).is_some_and(|now| covers(*field, now, value)) {
                let said = plain(*field, value, name);
                lines.push(words::was_in_merged(&known, fields::in_sentence_of(*field, name), said));
            }
        }
    }
    lines
}

fn is_content(kind: Kind, field: Field) -> bool {
    matches!(field, Field::Custom(_)) || kind.editable().contains(&field)
}

fn sentence(who: &str, change: &FieldChange, name: &dyn Fn(Id) -> String) -> String {
    let field = change.field;
    let label = fields::in_sentence_of(field, name);
    if field == Field::Tags {
        return tags(who, change);
    }
    let said = |value: &Option<Value>| value.as_ref().map(|value| plain(field, value, name)).unwrap_or_default();
    let (from, to) = (said(&change.before), said(&change.after));
    match (from.is_empty(), to.is_empty()) {
        _ if from.chars().count() > LONG || to.chars().count() > LONG => words::edited(who, label),
        (false, false) if field == Field::Status => words::moved_status(who, from, to),
        (false, false) if field == Field::Stage => words::moved_stage(who, from, to),
        (false, false) => words::changed(who, label, from, to),
        (true, false) => words::set_to(who, label, to),
        _ => words::cleared(who, label, from),
    }
}

fn tags(who: &str, change: &FieldChange) -> String {
    let list = |value: &Option<Value>| if let Some(Value::Texts(list)) = value { list.clone() } else { Vec::new() };
    let (before, after) = (list(&change.before), list(&change.after));
    let without = |all: &[String], those: &[String]| {
        let rest: Vec<String> = all.iter().filter(|tag| !those.iter().any(|have| fold(have) == fold(tag))).cloned().collect();
        rest.join(", ")
    };
    let (added, removed) = (without(&after, &before), without(&before, &after));
    let label = fields::in_sentence(Field::Tags);
    match (added.is_empty(), removed.is_empty()) {
        (false, true) => words::tagged(who, format!("{label} {added}")),
        (true, false) => words::untagged(who, format!("{label} {removed}")),
        _ => words::changed(who, label, before.join(", "), after.join(", ")),
    }
}
