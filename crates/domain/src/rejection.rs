//! Why a command can't be carried out: ids and facts. The words are the app's, in the user's language.

use serde::{Deserialize, Serialize};

use crate::ids::Id;
use crate::records::{Field, Kind};
use crate::rights::Right;
use crate::stamp::Millis;

/// One reason. A command that is refused names all of them at once and changes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rejection {
    /// A field of the record (or of the command's form) is missing or wrong.
    Field { field: Field, why: Why },
    /// A field of a record the conversion would make or change.
    Target { kind: Kind, field: Field, why: Why },
    /// The record is not there (any more).
    Gone { id: Id },
    /// The lead was converted already: into what, by whom, when.
    AlreadyConverted { lead: Id, by: Id, at: Millis, person: Option<Id>, organization: Option<Id>, deal: Option<Id> },
    /// An archived lead must be restored first.
    Archived { lead: Id },
    /// Somebody changed the record after the sender had looked at it.
    ChangedMeanwhile { id: Id, by: Id, at: Millis },
    /// A conversion that makes nothing.
    NothingToCreate,
    /// The status ends in conversion: use the convert command (R29).
    ConvertInstead { lead: Id },
    /// What is to be undone was used or changed since.
    UndoBlocked { blocks: Vec<Block> },
    /// The change was reversed before.
    AlreadyUndone,
    /// There is no such change on record (any more).
    NoReceipt,
    /// A deal that is won or lost must be reopened before it moves.
    DealClosed { deal: Id },
    /// The record is linked by others and can't be removed.
    InUse { id: Id, by: usize },
    /// R43: the sender's role lacks this right.
    NotAllowed { right: Right },
    /// The sender would lose the right to set up the workspace, and with it the way back.
    LocksOut,
    /// B12: the record lacks a field that its status or stage (`step`) needs.
    Required { kind: Kind, id: Id, step: Id, field: Field },
    /// A record can't be merged with itself, or kept separate from itself.
    SameRecord { id: Id },
    /// A person and an organization are never the same, and only these are merged.
    KindsDiffer { one: Id, other: Id },
    /// The record was merged into another one: by whom, when.
    AlreadyMerged { id: Id, into: Id, by: Id, at: Millis },
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    Missing,
    /// `limit` is characters for names, bytes for texts.
    TooLong {
        limit: usize,
    },
    TooMany {
        limit: usize,
    },
    /// Not an e-mail, phone, website, number or date as the field needs.
    Malformed {
        text: String,
    },
    WrongShape,
    /// The linked record does not exist or is of another kind.
    BadLink {
        id: Id,
    },
    /// An amount below nothing.
    Negative,
    /// Another one has this name already.
    Taken,
}

/// What stands in the way of an undo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    pub kind: Kind,
    pub id: Id,
    /// The field that was changed since; none when the record itself is in the way.
    pub field: Option<Field>,
    pub reason: BlockReason,
    pub by: Id,
    pub at: Millis,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockReason {
    Edited,
    /// Another record links to it by now.
    Linked,
    Removed,
    /// It was merged into another record, or another one into it.
    Merged,
}
