//! Custom fields on screens: what they are called, what they hold, which a record shows. Any other field is as the code says.

use domain::ids::Id;
use domain::records::{CustomField, CustomFields, Field, Kind, Record, Shape};
use domain::values::FieldType;
use leptos::reactive::graph::Observer;

use crate::i18n::{explain, fields};
use crate::store::live_query::Live;

/// The definition as it is now; none for a standard field, and where the definition is gone.
pub fn definition(live: Live, field: Field) -> Option<CustomField> {
    let Field::Custom(id) = field else { return None };
    live.read(|set| set.get(id)).as_ref().and_then(CustomField::of)
}

/// What the field is called; followed in views.
pub fn label_of(live: Live, field: Field) -> String {
    fields::label_of(field, &|id| name_of_definition(live, field, id))
}

/// With the kind of record it is of, where several are spoken of; a lead's are plain.
pub fn label_in(live: Live, kind: Kind, field: Field) -> String {
    let label = label_of(live, field);
    if kind == Kind::Lead { label } else { explain::in_target(fields::kind_name(kind), label) }
}

/// The same inside a sentence.
pub fn in_sentence_of(live: Live, field: Field) -> String {
    fields::in_sentence_of(field, &|id| name_of_definition(live, field, id))
}

fn name_of_definition(live: Live, field: Field, id: Id) -> String {
    if matches!(field, Field::Custom(_)) && Observer::get().is_some() {
        live.track(&[Kind::CustomField]);
    }
    live.read(|set| set.get(id)).map(|record| fields::record_name(&record)).unwrap_or_default()
}

/// The form of its values.
pub fn shape_of(live: Live, field: Field) -> Shape {
    definition(live, field).map_or_else(|| field.shape(), |custom| custom.shape())
}

/// True for a custom field that holds web addresses.
pub fn is_link(live: Live, field: Field) -> bool {
    definition(live, field).is_some_and(|custom| custom.holds == FieldType::Link)
}

/// All definitions, in order.
pub fn defined(live: Live) -> CustomFields {
    CustomFields::of(&live.read(|set| set.all(Kind::CustomField)))
}

/// Those that records of this kind show, with whether they must be filled in.
pub fn shown_on(live: Live, kind: Kind) -> Vec<(Field, bool)> {
    defined(live).on(kind).map(|custom| (custom.field(), custom.is_required_on(kind))).collect()
}

/// Those that a record of this kind can't be added without.
pub fn required_on(live: Live, kind: Kind) -> Vec<Field> {
    shown_on(live, kind).into_iter().filter(|(_, required)| *required).map(|(field, _)| field).collect()
}

/// What a record has beside them: of a field that is offered no more, that is gone, or that other kinds have.
pub fn left_on(record: &Record, shown: &[Field]) -> Vec<Field> {
    let fields = record.fields().iter().map(|(field, _)| *field);
    fields.filter(|field| matches!(field, Field::Custom(_)) && !shown.contains(field)).collect()
}
