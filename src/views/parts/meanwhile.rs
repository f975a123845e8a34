//! Two people, or two tabs, edit the same field: the later save holds, and whoever made it is told what it replaced.

use domain::commands::{Receipt, Step};
use domain::records::{Field, Kind, Record};

use super::custom::label_of;
use super::value::plain;
use crate::i18n::record as words;
use crate::views::shell::actions::Actions;
use crate::views::shell::toasts::Toast;

fn may_edit(kind: Kind, field: Field) -> bool {
    matches!(field, Field::Custom(_)) || kind.editable().contains(&field)
}

/// Shows what an edit of `seen` has replaced unseen, with Undo. False when there is no such thing.
pub fn tell_replaced(actions: Actions, seen: &Record, receipt: &Receipt) -> bool {
    let replaced: Vec<String> = receipt
        .steps
        .iter()
        .filter_map(|step| if let Step::Updated(update) = step { Some(update) } else { None })
        .filter(|update| update.id == seen.id)
        .flat_map(|update| &update.fields)
        .filter(|change| change.before.as_ref() != seen.get(change.field) && may_edit(seen.kind, change.field))
        .map(|change| {
            let value = change.before.as_ref().map(|value| plain(change.field, value, &|id| actions.name(id)));
            words::field_was(label_of(actions.live, change.field), value.as_deref().unwrap_or("–"))
        })
        .collect();
    if replaced.is_empty() {
        return false;
    }
    actions.toasts.remember(receipt);
    actions.toasts.show(Toast::new(words::replaced_meanwhile(replaced.join(", "))).undo(receipt.clone()));
    true
}
