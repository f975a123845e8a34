//! Who links to whom. Links to set-up records (status, owner, stage) are not kept: half the workspace would hang on one id.

use domain::ids::Id;
use domain::records::{Field, Kind, Record, Shape};
use domain::values::Value;
use rustc_hash::FxHashMap;

#[derive(Debug, Default)]
pub struct LinkIndex {
    to: FxHashMap<Id, Vec<Id>>,
}

impl LinkIndex {
    pub fn add(&mut self, record: &Record) {
        for target in targets(record) {
            let list = self.to.entry(target).or_default();
            if !list.contains(&record.id) {
                list.push(record.id);
            }
        }
    }

    pub fn remove(&mut self, record: &Record) {
        for target in targets(record) {
            if let Some(list) = self.to.get_mut(&target) {
                list.retain(|id| *id != record.id);
                if list.is_empty() {
                    self.to.remove(&target);
                }
            }
        }
    }

    pub fn to(&self, id: Id) -> &[Id] {
        self.to.get(&id).map(Vec::as_slice).unwrap_or_default()
    }
}

fn targets(record: &Record) -> impl Iterator<Item = Id> {
    record
        .fields()
        .iter()
        .filter(|(field, _)| is_kept(*field))
        .flat_map(|(_, value)| match value {
            Value::Link(id) => std::slice::from_ref(id),
            Value::Links(list) => list.as_slice(),
            _ => &[],
        })
        .copied()
}

fn is_kept(field: Field) -> bool {
    match field.shape() {
        Shape::Link(kind) => matches!(kind, Kind::Lead | Kind::Person | Kind::Organization | Kind::Deal | Kind::Activity),
        Shape::Links => true,
        _ => false,
    }
}

/// The records whose next step an activity may be.
pub fn stories(record: &Record) -> Vec<Id> {
    if record.kind == Kind::Activity { record.links(Field::About).to_vec() } else { Vec::new() }
}
