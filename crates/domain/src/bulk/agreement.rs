//! Leads that become one record may say different things about it. The plan decides once, so that it makes no difference which
//! of them is converted first: the first lead in the list has its way, lists are united in one spelling.

use std::collections::BTreeMap;

use super::Row;
use super::planning::Planned;
use crate::commands::convert_lead::{self, Outcome, PlanRow, Target};
use crate::ids::Id;
use crate::pause::{Cancelled, Pause};
use crate::records::{Field, Kind};
use crate::values::Value;

/// Gives the rows that share a record what they agreed on.
pub async fn agree(rows: &mut [Row], plans: &[Planned], pause: &impl Pause) -> Result<(), Cancelled> {
    let mut sharing: BTreeMap<(Kind, Id), Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.is_ready()) {
        for (kind, target) in [(Kind::Organization, row.command.organization), (Kind::Person, row.command.person)] {
            if let Target::Use(id) | Target::Shared(id) = target {
                sharing.entry((kind, id)).or_default().push(at);
            }
        }
        pause.after(1).await?;
    }
    for ((kind, _), members) in sharing.into_iter().filter(|(_, members)| members.len() > 1) {
        let planned = members.iter().filter_map(|at| plans[*at].as_ref().ok()).flat_map(|plan| &plan.rows);
        let agreed = agreed(planned.filter(|row| row.target == kind), members.len());
        pause.after(members.len()).await?;
        for at in members {
            rows[at].command.agreed.extend(agreed.iter().map(|(field, value)| (kind, *field, value.clone())));
        }
    }
    Ok(())
}

/// What differs among the offers for a record, and what it gets.
fn agreed<'p>(rows: impl Iterator<Item = &'p PlanRow>, leads: usize) -> Vec<(Field, Value)> {
    let mut offers: BTreeMap<Field, Vec<&Value>> = BTreeMap::new();
    for (field, value) in rows.filter_map(|row| Some((row.field, offer(row)?))) {
        offers.entry(field).or_default().push(value);
    }
    let mut agreed = Vec::new();
    for (field, offers) in offers {
        let Some((first, others)) = offers.split_first() else { continue };
        let once = convert_lead::agree(field, first, first);
        let united = others.iter().fold(once, |have, offer| convert_lead::united(field, &have, offer));
        // Who makes a record says who sees it, and a lead may say nothing: then it must be told.
        let silent = field == Field::Visibility && offers.len() < leads;
        if silent || offers.iter().any(|offer| convert_lead::agree(field, offer, &united) != **offer) {
            agreed.push((field, united));
        }
    }
    agreed
}

/// The value that a lead brings. Whose company a person belongs to is no matter of agreement: they share it already.
fn offer(row: &PlanRow) -> Option<&Value> {
    let brought = matches!(row.outcome, Outcome::Set | Outcome::Filled | Outcome::Added);
    row.after.as_ref().filter(|_| brought && row.field != Field::Organization)
}
