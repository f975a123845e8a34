//! What the composer writes: a note, what happened, or what is planned.

use domain::values::ActivityKind;

use crate::components::IconName;
use crate::i18n::{basics, story as words};

/// What the composer writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entering {
    Note,
    Call,
    Email,
    Task,
    Meeting,
}

impl Entering {
    pub const ALL: [Self; 5] = [Self::Note, Self::Call, Self::Email, Self::Task, Self::Meeting];

    pub fn label(self) -> &'static str {
        match self {
            Self::Note => basics::note(),
            Self::Call => words::log_call(),
            Self::Email => words::log_email(),
            Self::Task => basics::task(),
            Self::Meeting => basics::meeting(),
        }
    }

    pub fn icon(self) -> IconName {
        match self {
            Self::Note => IconName::Note,
            Self::Call => IconName::Phone,
            Self::Email => IconName::Mail,
            Self::Task => IconName::CheckSquare,
            Self::Meeting => IconName::Calendar,
        }
    }

    pub fn save(self) -> &'static str {
        match self {
            Self::Note => words::save_note(),
            Self::Call => words::log_call(),
            Self::Email => words::log_email(),
            Self::Task => words::add_task(),
            Self::Meeting => words::add_meeting(),
        }
    }

    pub fn prompt(self) -> &'static str {
        match self {
            Self::Note => words::write_note(),
            Self::Call => words::write_call(),
            Self::Email => words::write_email(),
            Self::Task | Self::Meeting => words::write_details(),
        }
    }

    pub fn activity(self) -> Option<ActivityKind> {
        match self {
            Self::Note => None,
            Self::Call => Some(ActivityKind::Call),
            Self::Email => Some(ActivityKind::Email),
            Self::Task => Some(ActivityKind::Task),
            Self::Meeting => Some(ActivityKind::Meeting),
        }
    }

    /// What has happened is logged, the rest is planned.
    pub fn is_log(self) -> bool {
        matches!(self, Self::Call | Self::Email)
    }
}
