//! Checks that several commands share.

use crate::facts::{Facts, Rule, Stop};
use crate::ids::Id;
use crate::records::{CustomFields, Field, Forwarding, Kind, Record, Shape, validate};
use crate::rejection::{Rejection, Why};
use crate::values::Value;
use crate::workspace;

/// Refuses with everything that is wrong with the record.
pub fn valid(record: &Record) -> Rule<()> {
    let problems = validate(record);
    if problems.is_empty() { Ok(()) } else { Err(Stop::Reject(problems)) }
}

/// A lead in any state.
pub fn lead(facts: &Facts, id: Id) -> Rule<&Record> {
    of_kind(facts, id, Kind::Lead)
}

pub fn deal(facts: &Facts, id: Id) -> Rule<&Record> {
    of_kind(facts, id, Kind::Deal)
}

/// Why there is no such record: it was merged into another one, or it is gone.
pub fn missing(facts: &Facts, id: Id) -> Rule<Rejection> {
    let forwarding = facts.find(Forwarding::id_of(id))?.and_then(Forwarding::of);
    Ok(match forwarding {
        Some(Forwarding { survivor: into, merged, .. }) => Rejection::AlreadyMerged { id, into, by: merged.by, at: merged.at },
        None => Rejection::Gone { id },
    })
}

/// A record of a kind that a person makes and edits; the others are made by commands of their own.
pub fn by_hand(kind: Kind) -> Rule<()> {
    let own = matches!(kind, Kind::Separation | Kind::Forwarding);
    if own { Err(Rejection::Field { field: Field::About, why: Why::WrongShape }.into()) } else { Ok(()) }
}

fn of_kind(facts: &Facts, id: Id, kind: Kind) -> Rule<&Record> {
    let record = facts.record(id)?;
    if record.kind == kind { Ok(record) } else { Err(Rejection::Gone { id }.into()) }
}

/// An open lead, or why it is none.
pub fn open_lead(facts: &Facts, id: Id) -> Rule<&Record> {
    let lead = lead(facts, id)?;
    if let Some(at) = lead.time(Field::ConvertedAt) {
        return Err(Rejection::AlreadyConverted {
            lead: id,
            by: lead.link(Field::ConvertedBy).unwrap_or_default(),
            at,
            person: lead.link(Field::ConvertedPerson),
            organization: lead.link(Field::ConvertedOrganization),
            deal: lead.link(Field::ConvertedDeal),
        }
        .into());
    }
    if lead.has(Field::ArchivedAt) {
        return Err(Rejection::Archived { lead: id }.into());
    }
    Ok(lead)
}

/// What only a command of its own may set: an edit would get around its rule.
pub fn free(field: Field) -> Rule<()> {
    use Field as F;
    match field {
        F::ArchivedAt
        | F::ConvertedAt
        | F::ConvertedBy
        | F::ConvertedPerson
        | F::ConvertedOrganization
        | F::ConvertedDeal
        | F::ConvertedTask
        | F::Conversions
        | F::DealStatus
        | F::ClosedAt => Err(Rejection::Field { field, why: Why::WrongShape }.into()),
        _ => Ok(()),
    }
}

/// Every changed link of `record` must lead to a record of the right kind, or to one that `made` names, sorted by id.
pub fn links(facts: &Facts, fields: &[(Field, Value)], made: &[(Id, Kind)]) -> Rule<()> {
    for (field, value) in fields {
        match (field.shape(), value) {
            (Shape::Link(kind), Value::Link(id)) => link(facts, *field, *id, Some(kind), made)?,
            (Shape::Links, Value::Links(ids)) => {
                for id in ids {
                    link(facts, *field, *id, None, made)?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn link(facts: &Facts, field: Field, id: Id, kind: Option<Kind>, made: &[(Id, Kind)]) -> Rule<()> {
    if is_there(facts, id, kind, made)? { Ok(()) } else { Err(Rejection::Field { field, why: Why::BadLink { id } }.into()) }
}

/// There is such a record, or the command makes it.
fn is_there(facts: &Facts, id: Id, kind: Option<Kind>, made: &[(Id, Kind)]) -> Rule<bool> {
    let fits = |found: Kind| kind.is_none_or(|kind| kind == found);
    Ok(match made.binary_search_by_key(&id, |(made, _)| *made) {
        Ok(at) => fits(made[at].1),
        Err(_) if workspace::is_built_in(id) => workspace::built_in_kind(id).is_some_and(fits),
        Err(_) => facts.find(id)?.is_some_and(|record| fits(record.kind)),
    })
}

/// What is wrong with a value for a custom field of a kind of record, a person who is not there included.
pub fn custom_value(facts: &Facts, customs: &CustomFields, kind: Kind, field: Field, value: &Value) -> Rule<Option<Why>> {
    match custom_values(facts, customs, kind, [(field, value)], &[]) {
        Err(Stop::Reject(reasons)) => Ok(reasons.into_iter().find_map(|reason| match reason {
            Rejection::Field { why, .. } => Some(why),
            _ => None,
        })),
        other => other.map(|()| None),
    }
}

/// Refuses custom values that don't fit their definitions, and people who are neither there nor among those `made`.
pub fn custom_values<'v>(
    facts: &Facts,
    customs: &CustomFields,
    kind: Kind,
    fields: impl IntoIterator<Item = (Field, &'v Value)>,
    made: &[(Id, Kind)],
) -> Rule<()> {
    let mut problems = Vec::new();
    for (field, value) in fields.into_iter().filter(|(field, _)| matches!(field, Field::Custom(_))) {
        let why = match (customs.check(kind, field, value), value) {
            (None, Value::Link(id)) => (!is_there(facts, *id, Some(Kind::Person), made)?).then_some(Why::BadLink { id: *id }),
            (why, _) => why,
        };
        problems.extend(why.map(|why| Rejection::Field { field, why }));
    }
    if problems.is_empty() { Ok(()) } else { Err(Stop::Reject(problems)) }
}

/// The field that says at which status or stage a record of this kind is, and what that is.
fn step_field(kind: Kind) -> Option<(Field, Kind)> {
    match kind {
        Kind::Lead => Some((Field::Status, Kind::Status)),
        Kind::Deal => Some((Field::Stage, Kind::Stage)),
        _ => None,
    }
}

/// B12: what a lead or a deal lacks to be where it is. Custom fields count as long as they are offered.
pub fn lacking(facts: &Facts, record: &Record) -> Rule<Vec<Rejection>> {
    let Some((field, kind)) = step_field(record.kind) else { return Ok(Vec::new()) };
    let Some(step) = record.link(field) else { return Ok(Vec::new()) };
    let stored = facts.all(kind)?.iter().find(|found| found.id == step);
    let required = stored.map(|step| step.texts(Field::RequiredFields)).unwrap_or_default();
    let fields: Vec<Field> = required.iter().filter_map(|word| Field::with_word(record.kind, word)).collect();
    let own = fields.iter().any(|field| matches!(field, Field::Custom(_)));
    let customs = if own { CustomFields::read(facts)? } else { CustomFields::default() };
    let offered = |field: &Field| !matches!(field, Field::Custom(_)) || customs.on(record.kind).any(|custom| custom.field() == *field);
    let missing = fields.into_iter().filter(|field| !record.has(*field)).filter(offered);
    Ok(missing.map(|field| Rejection::Required { kind: record.kind, id: record.id, step, field }).collect())
}

/// B12, for a change of one record: it gets to a status or stage only with what that needs, and keeps that while it is there.
pub fn complete_for_step(facts: &Facts, before: &Record, after: &Record) -> Rule<()> {
    let Some((step, _)) = step_field(after.kind) else { return Ok(()) };
    let moved = before.link(step) != after.link(step);
    let emptied = |field: Field| before.has(field) && !after.has(field);
    if !moved && !before.fields().iter().any(|(field, _)| emptied(*field)) {
        return Ok(());
    }
    let mut missing = lacking(facts, after)?;
    missing.retain(|reason| matches!(reason, Rejection::Required { field, .. } if moved || emptied(*field)));
    if missing.is_empty() { Ok(()) } else { Err(Stop::Reject(missing)) }
}
