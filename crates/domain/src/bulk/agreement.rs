//! Leads that become one record may say different things about it. The plan decides once, so that it makes no difference which
//! of them is converted first: the first lead in the list has its way, lists are united in one spelling.

use std::collections::BTreeMap;

use super::Row;
use super::planning::Outline;
use crate::commands::ConvertLead;
use crate::commands::convert_lead::{self, Outcome, PlanRow, Target};
use crate::ids::Id;
use crate::pause::{Cancelled, Pause};
use crate::records::{Field, Kind};
use crate::values::Value;

/// Gives the rows that share a record what they agreed on.
pub async fn agree(rows: &mut [Row], mut outlines: Vec<Outline>, pause: &impl Pause) -> Result<(), Cancelled> {
    let mut sharing: BTreeMap<(Kind, Id), Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.is_ready()) {
        for kind in [Kind::Organization, Kind::Person] {
            if let Some(id) = shared(kind, &row.command) {
                sharing.entry((kind, id)).or_default().push(at);
            }
        }
        pause.after(1).await?;
    }
    for ((kind, _), members) in sharing.into_iter().filter(|(_, members)| members.len() > 1) {
        let offers = members.iter().flat_map(|at| &outlines[*at].offers).filter(|offer| offer.to == kind);
        let agreed = agreed(offers.map(|offer| (offer.field, &offer.value)), members.len());
        pause.after(members.len()).await?;
        for at in members {
            outlines[at].settle(kind, &agreed);
            rows[at].command.agreed.extend(agreed.iter().map(|(field, value)| (kind, *field, value.clone())));
        }
    }
    // What is not needed any more goes bit by bit, too.
    for row in rows.iter_mut().rev() {
        row.stays = outlines.pop().map(Outline::into_stays).unwrap_or_default();
        pause.after(1).await?;
    }
    Ok(())
}

/// The record that is others' too, or was there before.
fn shared(kind: Kind, command: &ConvertLead) -> Option<Id> {
    match if kind == Kind::Organization { command.organization } else { command.person } {
        Target::Use(id) | Target::Shared(id) => Some(id),
        Target::None | Target::Create => None,
    }
}

/// What a lead brings to a record that is others' too.
pub struct Offer {
    pub to: Kind,
    field: Field,
    /// The lead's field, if the value is the lead's.
    pub from: Option<Field>,
    value: Value,
}

impl Offer {
    /// The record has all of it, also where the leads differ.
    pub fn is_taken(&self, agreed: &[(Field, Value)]) -> bool {
        let decided = agreed.iter().find(|(field, _)| *field == self.field);
        decided.is_none_or(|(field, value)| convert_lead::covers(*field, value, &self.value))
    }
}

/// The offers among these rows, and the lead's fields that are no offers and find a place all the same. Whose company a person
/// belongs to is no matter of agreement: they share it already.
pub fn offers(rows: Vec<PlanRow>, command: &ConvertLead) -> (Vec<Offer>, Vec<Field>) {
    let brought = |row: &PlanRow| {
        matches!(row.target, Kind::Organization | Kind::Person)
            && matches!(row.outcome, Outcome::Set | Outcome::Filled | Outcome::Added)
            && row.field != Field::Organization
            && shared(row.target, command).is_some()
    };
    let (brought, others): (Vec<PlanRow>, Vec<PlanRow>) = rows.into_iter().partition(brought);
    let offer = |row: PlanRow| {
        let value = row.after?;
        Some(Offer { to: row.target, field: row.field, from: row.from.filter(|_| row.lead.is_some()), value })
    };
    let offers: Vec<Offer> = brought.into_iter().filter_map(offer).collect();
    let has_place = |row: &PlanRow| !offers.is_empty() && !matches!(row.outcome, Outcome::Kept | Outcome::StaysOnLead);
    let elsewhere = others.iter().filter(|row| has_place(row)).filter_map(|row| row.from).collect();
    (offers, elsewhere)
}

/// What differs among the offers for a record, and what it gets.
fn agreed<'p>(all: impl Iterator<Item = (Field, &'p Value)>, leads: usize) -> Vec<(Field, Value)> {
    let mut offers: BTreeMap<Field, Vec<&Value>> = BTreeMap::new();
    for (field, value) in all {
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
