//! The commands as they are stored: one list by position, which only grows.

use serde::{Deserialize, Serialize};

use super::convert_lead::{First, Later};
use super::{
    AddRecords, ArchiveLeads, CloseDeal, Command, EditRecords, KeepSeparate, MergeRecords, MoveDeal, RemoveRecords, SetStatus, Undo,
};

/// New forms go to the end.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Stored {
    AddRecords(AddRecords),
    EditRecords(EditRecords),
    RemoveRecords(RemoveRecords),
    ArchiveLeads(ArchiveLeads),
    SetStatus(SetStatus),
    ConvertLead(Box<First>),
    MoveDeal(MoveDeal),
    CloseDeal(CloseDeal),
    Undo(Undo),
    ConvertLeadLater(Box<Later>),
    KeepSeparate(KeepSeparate),
    MergeRecords(MergeRecords),
}

impl From<Command> for Stored {
    fn from(command: Command) -> Self {
        match command {
            Command::AddRecords(command) => Self::AddRecords(command),
            Command::EditRecords(command) => Self::EditRecords(command),
            Command::RemoveRecords(command) => Self::RemoveRecords(command),
            Command::ArchiveLeads(command) => Self::ArchiveLeads(command),
            Command::SetStatus(command) => Self::SetStatus(command),
            Command::ConvertLead(command) => match command.into_stored() {
                Ok(first) => Self::ConvertLead(first),
                Err(later) => Self::ConvertLeadLater(later),
            },
            Command::MoveDeal(command) => Self::MoveDeal(command),
            Command::CloseDeal(command) => Self::CloseDeal(command),
            Command::Undo(command) => Self::Undo(command),
            Command::KeepSeparate(command) => Self::KeepSeparate(command),
            Command::MergeRecords(command) => Self::MergeRecords(command),
        }
    }
}

impl From<Stored> for Command {
    fn from(stored: Stored) -> Self {
        match stored {
            Stored::AddRecords(command) => Self::AddRecords(command),
            Stored::EditRecords(command) => Self::EditRecords(command),
            Stored::RemoveRecords(command) => Self::RemoveRecords(command),
            Stored::ArchiveLeads(command) => Self::ArchiveLeads(command),
            Stored::SetStatus(command) => Self::SetStatus(command),
            Stored::ConvertLead(first) => Self::ConvertLead(Box::new((*first).into())),
            Stored::MoveDeal(command) => Self::MoveDeal(command),
            Stored::CloseDeal(command) => Self::CloseDeal(command),
            Stored::Undo(command) => Self::Undo(command),
            Stored::ConvertLeadLater(later) => Self::ConvertLead(Box::new((*later).into())),
            Stored::KeepSeparate(command) => Self::KeepSeparate(command),
            Stored::MergeRecords(command) => Self::MergeRecords(command),
        }
    }
}
