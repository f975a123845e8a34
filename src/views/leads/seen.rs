//! Marks a lead as seen: quietly, and not as a change to undo.

use domain::commands::{Command, EditRecords};
use domain::ids::Id;
use domain::records::Field;
use domain::values::Value;
use wasm_bindgen_futures::spawn_local;

use crate::dispatch::Dispatch;
use crate::store::live_query::Live;

/// Does nothing for a lead that was seen before, or is none any more.
pub fn mark_seen(live: Live, dispatch: Dispatch, lead: Id) {
    let unseen = live.read(|set| set.get(lead)).is_some_and(|lead| lead.is_open_lead() && !lead.flag(Field::Seen));
    if unseen {
        let command = Command::EditRecords(EditRecords::one(lead, Field::Seen, Some(Value::Flag(true))));
        // A lead that stays unseen harms nobody.
        spawn_local(async move { drop(dispatch.run(command).await) });
    }
}
