//! Moves a field up or down: one write, so that one undo takes it back.

use domain::commands::{Command, EditRecords};
use domain::ids::Id;
use domain::records::Field;
use domain::values::Value;
use wasm_bindgen_futures::spawn_local;

use super::Defined;
use super::parts::focus_soon;
use crate::i18n::{custom_fields as words, format};

/// Room between two neighbours, so that others fit between them.
const STEP: i64 = 1 << 20;

/// The position of a field that comes last.
pub fn last(places: &[(Id, Option<i64>)]) -> i64 {
    places.iter().filter_map(|(_, place)| *place).max().map_or(0, |last| last.saturating_add(STEP))
}

fn set(id: Id, place: i64) -> Command {
    Command::EditRecords(EditRecords::one(id, Field::Position, Some(Value::Number(place))))
}

/// The position that puts the field one further; none where there is no room between its new neighbours.
fn between(places: &[(Id, Option<i64>)], at: usize, up: bool) -> Option<i64> {
    let place = |at: usize| places.get(at).map(|(_, place)| *place);
    let (before, after) = if up { (at.checked_sub(2).and_then(place), place(at - 1)) } else { (place(at + 1), place(at + 2)) };
    match (before, after) {
        (None, Some(Some(after))) => after.checked_sub(STEP),
        (Some(Some(before)), None) => before.checked_add(STEP),
        (Some(Some(before)), Some(Some(after))) => Some(before + (after - before) / 2).filter(|place| before < *place && *place < after),
        _ => None,
    }
}

impl Defined {
    /// Moves the field by one place; afterwards a button of the field has the focus.
    pub(super) fn shift(self, id: Id, up: bool) {
        let mut places = self.places();
        let Some(at) = places.iter().position(|(have, _)| *have == id) else { return };
        let (to, count) = (if up { at.wrapping_sub(1) } else { at + 1 }, places.len());
        if to >= count {
            return;
        }
        spawn_local(async move {
            if between(&places, at, up).is_none() {
                // As they stand, with room: nothing moves by this.
                for (number, (_, place)) in (0..).zip(&mut places) {
                    *place = Some(number * STEP);
                }
                let actions = self.actions;
                let work = places.iter().filter_map(|(id, place)| Some((set(*id, (*place)?), actions.dispatch.stamp())));
                if let Err(error) = actions.dispatch.run_all(work.collect()).await {
                    return actions.toasts.error(crate::i18n::explain::store_error(&error));
                }
            }
            let Some(place) = between(&places, at, up) else { return };
            let said = words::place(self.actions.name(id), format::count(to + 1), format::count(count));
            let ends = if up { to == 0 } else { to + 1 == count };
            let which = if up == ends { "down" } else { "up" };
            self.run(set(id, place), said, move |_| focus_soon(format!("custom-{which}-{id}")));
        });
    }
}
