//! Everything a person or a program can ask for. Each command has one file with its rule.

pub mod add_records;
pub mod archive_leads;
mod check;
pub mod close_deal;
pub mod convert_lead;
pub mod edit_records;
pub mod keep_separate;
pub mod merge_records;
pub mod move_deal;
pub mod rank;
mod receipt;
pub mod remove_records;
pub mod set_status;
mod stored;
mod stories;
pub mod undo;

use serde::{Deserialize, Serialize};

pub use add_records::{AddRecords, Draft};
pub use archive_leads::ArchiveLeads;
pub use close_deal::CloseDeal;
pub use convert_lead::ConvertLead;
pub use edit_records::{Edit, EditRecords};
pub use keep_separate::KeepSeparate;
pub use merge_records::MergeRecords;
pub use move_deal::MoveDeal;
pub use receipt::{Action, Conversion, Receipt, Step};
pub use remove_records::RemoveRecords;
pub use set_status::SetStatus;
pub use undo::Undo;

/// Stored in the form of [`stored::Stored`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(into = "stored::Stored", from = "stored::Stored")]
pub enum Command {
    AddRecords(AddRecords),
    EditRecords(EditRecords),
    RemoveRecords(RemoveRecords),
    ArchiveLeads(ArchiveLeads),
    SetStatus(SetStatus),
    ConvertLead(Box<ConvertLead>),
    MoveDeal(MoveDeal),
    CloseDeal(CloseDeal),
    Undo(Undo),
    KeepSeparate(KeepSeparate),
    MergeRecords(MergeRecords),
}
