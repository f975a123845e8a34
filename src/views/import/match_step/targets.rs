//! What a column can go to beside the standard fields: the workspace's own, also one made for the column.

use domain::commands::{AddRecords, Command, Draft};
use domain::import::{Target, is_importable, type_of_values};
use domain::records::{Field, Kind};
use domain::text::fold;
use domain::values::{Coded, Value};
use leptos::prelude::*;

use crate::clock;
use crate::i18n::custom_fields;
use crate::i18n::import::targets;
use crate::store::live_query::Live;
use crate::views::import::choices::OwnField;
use crate::views::import::session::Session;
use crate::views::parts::custom::{defined, label_of};
use crate::views::settings::said::run_said;

/// The value of the choice that makes a field.
pub const NEW_FIELD: &str = "new-field";

pub fn target_name(session: Session, target: Target) -> String {
    match target {
        Target::Custom(id) => label_of(session.actions.live, Field::Custom(id)),
        target => targets::name(target).to_owned(),
    }
}

/// The workspace's own fields that leads have, with their names; followed.
pub fn own_targets(live: Live) -> Memo<Vec<(Target, String)>> {
    Memo::new(move |_| {
        live.track(&[Kind::CustomField]);
        let all = defined(live);
        all.on(Kind::Lead).filter(|custom| is_importable(custom)).map(|custom| (Target::Custom(custom.id), custom.name.clone())).collect()
    })
}

/// Makes a field for leads that is called like the column and holds what its values are, and sends the column there; to the one
/// of that name, if there is one.
pub fn make_field(session: Session, at: usize, refused: impl FnOnce() + 'static) {
    let Some(file) = session.file.get_untracked() else { return };
    let live = session.actions.live;
    let name = file.column(at);
    let all = defined(live);
    if let Some(there) = all.on(Kind::Lead).find(|custom| is_importable(custom) && fold(&custom.name) == fold(&name)) {
        let own = OwnField::new(&there.name, there.id, there.holds);
        return session.choose(|choices| choices.send_to_own(at, own));
    }
    let formats = session.choices.with_untracked(|choices| choices.formats.formats);
    let values: Vec<&str> = file.values(at).collect();
    let holds = type_of_values(values.iter().copied(), formats);
    let last = live.read(|set| set.all(Kind::CustomField)).iter().filter_map(|record| record.number(Field::Position)).max();
    let id = clock::fresh_id();
    let draft = Draft::new(Kind::CustomField, id)
        .with(Field::Name, Value::text(name.as_str()))
        .with(Field::FieldType, Value::Code(holds.code()))
        .with(Field::Position, Value::Number(last.unwrap_or_default() + (1 << 20)))
        .with(Field::UsedOn, Value::Texts(Kind::Lead.word().map(str::to_owned).into_iter().collect()));
    let command = Command::AddRecords(AddRecords { drafts: vec![draft], import: None });
    let own = OwnField::new(&name, id, holds);
    let then = move |_: &_| {
        session.choose(|choices| choices.send_to_own(at, own));
    };
    run_said(session.actions, command, custom_fields::did_add(name), then, refused);
}
