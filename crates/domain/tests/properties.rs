//! What holds whatever the data: random worlds, conversions, sequences of commands, hostile values.
//! 256 cases each; `PROPTEST_CASES` raises it.

#[path = "properties/conversion.rs"]
mod conversion;
#[path = "properties/formats.rs"]
mod formats;
#[path = "properties/hostile.rs"]
mod hostile;
#[path = "properties/sequences.rs"]
mod sequences;
#[path = "properties/values.rs"]
mod values;
#[path = "properties/world.rs"]
mod world;
