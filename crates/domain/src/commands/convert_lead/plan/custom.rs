//! Custom fields in a conversion: who gets the lead's values (R67, R68), and what is entered for the new records (R42).

use super::Planner;
use crate::commands::check;
use crate::facts::Rule;
use crate::records::{Field, Kind, Record, Shape, as_text, fits};
use crate::rejection::{Rejection, Why};
use crate::values::Value;

impl Planner<'_> {
    /// What one record gets beside what the profile says.
    pub(super) fn custom(&mut self, before: &Record, after: &mut Record) {
        for (from, to, chosen) in self.routes(after.kind) {
            self.carry(before, after, (from, to), chosen);
        }
    }

    /// What was entered for the record itself. It comes before anything of the lead's, which then stays there.
    pub(super) fn fill(&mut self, before: &Record, after: &mut Record) -> Rule<()> {
        let (command, kind) = (self.command, after.kind);
        for (_, field, value) in command.fill.iter().filter(|(of, ..)| *of == kind) {
            self.fill_one(before, after, *field, value)?;
        }
        Ok(())
    }

    /// The lead's fields that this kind of record gets, where they go, and whether that was chosen for this conversion.
    /// What was chosen for a custom field takes the place of its definition.
    fn routes(&self, kind: Kind) -> Vec<(Field, Field, bool)> {
        let carry = &self.command.carry;
        let chosen = carry.iter().flat_map(|carry| carry.to.iter().map(move |to| (carry.field, *to)));
        let chosen =
            chosen.filter(|(field, (target, _))| *target == kind && self.lead.has(*field)).map(|(field, (_, to))| (field, to, true));
        let defined = self.lead.fields().iter().map(|(field, _)| *field).filter(|field| {
            let carried = self.customs.get(*field).is_some_and(|custom| custom.carried_to.contains(&kind));
            carried && !carry.iter().any(|chosen| chosen.field == *field)
        });
        chosen.chain(defined.map(|field| (field, field, false))).collect()
    }

    fn carry(&mut self, before: &Record, after: &mut Record, (from, to): (Field, Field), chosen: bool) {
        let Some(value) = self.lead.get(from).cloned() else { return };
        match self.fitted(after.kind, to, &value) {
            Ok(fitted) => self.give(before, after, to, Some(from), &fitted),
            Err(why) if chosen => self.block(Rejection::Target { kind: after.kind, field: to, why }),
            // An option that is no more, say: nobody asked for it to be carried, so it stays on the lead, and the plan says so.
            Err(_) => {}
        }
    }

    /// A value as a field of a kind of record holds it.
    fn fitted(&self, kind: Kind, to: Field, value: &Value) -> Result<Value, Why> {
        let malformed = || Why::Malformed { text: as_text(value).unwrap_or_default() };
        if let Field::Custom(id) = to {
            let custom = self.customs.get(to).filter(|custom| custom.is_on(kind)).ok_or(Why::BadLink { id })?;
            return custom.fit(value).ok_or_else(malformed);
        }
        let open = kind.editable().contains(&to) && !matches!(to.shape(), Shape::Link(_) | Shape::Links | Shape::Code);
        match fits(to, value) {
            _ if !open => Err(Why::WrongShape),
            None => Ok(value.clone()),
            Some(why) => {
                let text = as_text(value).map(Value::Text).ok_or_else(malformed)?;
                if fits(to, &text).is_none() { Ok(text) } else { Err(why) }
            }
        }
    }

    fn fill_one(&mut self, before: &Record, after: &mut Record, field: Field, value: &Value) -> Rule<()> {
        let why = match field {
            Field::Custom(id) if self.customs.get(field).is_none() => Some(Why::BadLink { id }),
            Field::Custom(_) => check::custom_value(self.facts, &self.customs, after.kind, field, value)?,
            _ => self.fitted(after.kind, field, value).err(),
        };
        match why {
            Some(why) => self.block(Rejection::Target { kind: after.kind, field, why }),
            None => {
                self.give(before, after, field, None, value);
                self.plan.rows.iter_mut().filter(|row| (row.target, row.field) == (after.kind, field)).for_each(|row| row.lead = None);
            }
        }
        Ok(())
    }
}
