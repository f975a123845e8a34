//! The members of the sample's team.

use domain::commands::Draft;
use domain::ids::Id;
use domain::records::{Field, Kind};
use domain::values::PointKind;
use domain::workspace;

use super::{points, text};

const MEMBERS: [(&str, &str, &str); 4] = [
    ("Marta Lindner", "ML", "marta@kontor.example"),
    ("Paolo Serafin", "PS", "paolo@kontor.example"),
    ("Tom Harris", "TH", "tom@kontor.example"),
    ("Ines Dallago", "ID", "ines@kontor.example"),
];

pub fn members(batch: Id) -> Vec<Draft> {
    let draft = |(name, initials, mail): &(&str, &str, &str)| Draft {
        id: member(batch, initials),
        kind: Kind::Member,
        fields: vec![
            text(Field::Name, name),
            text(Field::Initials, initials),
            points(Field::Emails, [(PointKind::Work, (*mail).to_owned())]),
        ],
    };
    MEMBERS.iter().map(draft).collect()
}

fn member(batch: Id, initials: &str) -> Id {
    batch.derive(&format!("sample Member {initials}"))
}

/// Whose record the nth is: every third belongs to the user.
pub fn owner(batch: Id, number: usize) -> Id {
    if number.is_multiple_of(3) { workspace::ME } else { member(batch, MEMBERS[number % MEMBERS.len()].1) }
}
