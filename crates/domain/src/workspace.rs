//! What every workspace has from the start: statuses, a pipeline, the member "me". The same on every device, so that
//! nothing has to be written before the first lead. Their names are empty: the app translates them.

use crate::ids::Id;
use crate::records::{Field, Kind, Record};
use crate::stamp::Touch;
use crate::values::{Currency, Value};

/// "kontor" in ASCII, then a number: a valid UUID of version 8.
const BASE: u128 = 0x6b6f_6e74_6f72_8000_8000_0000_0000_0000;

const fn built_in(number: u128) -> Id {
    Id::from_u128(BASE + number)
}

pub const WORKSPACE: Id = built_in(1);
/// The user of a workspace without a server.
pub const ME: Id = built_in(2);

/// The role of members who have no other; it may do everything until it is edited.
pub const ROLE: Id = built_in(3);

pub const STATUS_NEW: Id = built_in(0x10);
pub const STATUS_CONTACTED: Id = built_in(0x11);
pub const STATUS_WORKING: Id = built_in(0x12);
pub const STATUS_QUALIFIED: Id = built_in(0x13);
pub const STATUS_CONVERTED: Id = built_in(0x14);

pub const PIPELINE: Id = built_in(0x20);
pub const STAGE_INCOMING: Id = built_in(0x30);
pub const STAGE_QUALIFIED: Id = built_in(0x31);
pub const STAGE_NEEDS_ANALYSIS: Id = built_in(0x32);
pub const STAGE_PROPOSAL: Id = built_in(0x33);
pub const STAGE_NEGOTIATION: Id = built_in(0x34);

/// True for the ids reserved here, which need no look-up.
pub fn is_built_in(id: Id) -> bool {
    id.as_u128() >> 64 == BASE >> 64
}

/// What a reserved id stands for; none for one that is not in use.
pub fn built_in_kind(id: Id) -> Option<Kind> {
    match id.as_u128().checked_sub(BASE)? {
        1 => Some(Kind::Workspace),
        2 => Some(Kind::Member),
        3 => Some(Kind::Role),
        0x10..=0x14 => Some(Kind::Status),
        0x20 => Some(Kind::Pipeline),
        0x30..=0x34 => Some(Kind::Stage),
        _ => None,
    }
}

/// The records of a new workspace. A stored record with the same id takes the place of a built-in one.
pub fn built_in_records() -> Vec<Record> {
    let touch = Touch { command: WORKSPACE, by: ME, at: 0 };
    let record = |kind, id, position: i64| Record::new(kind, id, touch).with(Field::Position, Value::Number(position));
    let mut all = vec![
        Record::new(Kind::Workspace, WORKSPACE, touch).with(Field::Currency, Value::text(Currency::EUR.as_str())),
        Record::new(Kind::Member, ME, touch),
        record(Kind::Role, ROLE, 0),
        record(Kind::Pipeline, PIPELINE, 0),
        record(Kind::Status, STATUS_CONVERTED, 4).with(Field::Converted, Value::Flag(true)),
    ];
    let statuses = [STATUS_NEW, STATUS_CONTACTED, STATUS_WORKING, STATUS_QUALIFIED];
    all.extend((0..).zip(statuses).map(|(position, id)| record(Kind::Status, id, position)));
    let stages = [
        (STAGE_INCOMING, 10, 14),
        (STAGE_QUALIFIED, 25, 21),
        (STAGE_NEEDS_ANALYSIS, 40, 21),
        (STAGE_PROPOSAL, 60, 30),
        (STAGE_NEGOTIATION, 80, 21),
    ];
    all.extend((0..).zip(stages).map(|(position, (id, probability, stale))| {
        record(Kind::Stage, id, position)
            .with(Field::Pipeline, Value::Link(PIPELINE))
            .with(Field::Probability, Value::Number(probability))
            .with(Field::StaleDays, Value::Number(stale))
    }));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reserved_id_is_known() {
        for record in built_in_records() {
            assert!(is_built_in(record.id));
            assert_eq!(built_in_kind(record.id), Some(record.kind), "{:?}", record.id);
        }
        let reserved = (0..0x100).filter(|number| built_in_kind(built_in(*number)).is_some());
        assert_eq!(reserved.count(), built_in_records().len());
    }
}
