//! Who links to whom. Links to set-up records (status, owner, stage) are not kept: half the workspace would hang on one id.

use domain::ids::Id;
use domain::records::{Field, Kind, Record, Shape};
use domain::values::Value;
use domain::workspace;
use rustc_hash::FxHashMap;

use super::WorkingSet;

#[derive(Debug, Default)]
pub struct LinkIndex {
    /// Sorted, so that rules and lists see the same order on every device.
    to: FxHashMap<Id, Vec<Id>>,
}

impl LinkIndex {
    pub fn add(&mut self, record: &Record) {
        for target in targets(record) {
            let list = self.to.entry(target).or_default();
            if let Err(at) = list.binary_search(&record.id) {
                list.insert(at, record.id);
            }
        }
    }

    pub fn remove(&mut self, record: &Record) {
        for target in targets(record) {
            if let Some(list) = self.to.get_mut(&target) {
                if let Ok(at) = list.binary_search(&record.id) {
                    list.remove(at);
                }
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
        Shape::Link(kind) => is_business(kind),
        Shape::Links => true,
        // A person, if it is a link at all.
        _ => matches!(field, Field::Custom(_)),
    }
}

/// Everything that is no set-up.
fn is_business(kind: Kind) -> bool {
    use Kind as K;
    matches!(kind, K::Lead | K::Person | K::Organization | K::Deal | K::Activity | K::Note | K::Separation | K::Forwarding)
}

impl WorkingSet {
    /// All records that link to this one, by id; set-up records have their own question.
    pub fn linked_to(&self, id: Id) -> Vec<Record> {
        self.links.to(id).iter().filter_map(|id| self.get(*id)).collect()
    }

    pub(super) fn is_set_up(&self, id: Id) -> bool {
        workspace::is_built_in(id) || self.places.get(&id).is_some_and(|(kind, _)| !is_business(*kind))
    }

    /// Looks at every record: for the rare command that wants to remove a status or a stage.
    pub(super) fn linked_to_set_up(&self, id: Id) -> Vec<Record> {
        let all = Kind::ALL.iter().flat_map(|kind| self.all(*kind));
        let mut linked: Vec<Record> = all.filter(|record| record.all_links().any(|link| link == id)).collect();
        linked.sort_unstable_by_key(|record| record.id);
        linked
    }
}

/// The records whose next step an activity may be.
pub fn stories(record: &Record) -> Vec<Id> {
    if record.kind == Kind::Activity { record.links(Field::About).to_vec() } else { Vec::new() }
}
