//! Which part of a story is shown; kept for the next record.

use domain::records::{Field, Kind, Record};
use domain::values::ActivityKind;
use web_sys::Storage;

use crate::i18n::story as words;

const KEY: &str = "kontor.timeline";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    #[default]
    All,
    Notes,
    Calls,
    Emails,
    Plans,
    Changes,
}

impl Filter {
    pub const ALL: [Self; 6] = [Self::All, Self::Notes, Self::Calls, Self::Emails, Self::Plans, Self::Changes];

    pub fn label(self) -> &'static str {
        match self {
            Self::All => words::all_activity(),
            Self::Notes => words::only_notes(),
            Self::Calls => words::only_calls(),
            Self::Emails => words::only_emails(),
            Self::Plans => words::only_plans(),
            Self::Changes => words::only_changes(),
        }
    }

    pub fn admits(self, record: &Record) -> bool {
        let activity: Option<ActivityKind> = record.code(Field::ActivityKind);
        match self {
            Self::All => true,
            Self::Notes => record.kind == Kind::Note,
            Self::Calls => activity == Some(ActivityKind::Call),
            Self::Emails => activity == Some(ActivityKind::Email),
            Self::Plans => matches!(activity, Some(ActivityKind::Task | ActivityKind::Meeting)),
            Self::Changes => false,
        }
    }

    pub fn shows_changes(self) -> bool {
        matches!(self, Self::All | Self::Changes)
    }

    fn key(self) -> String {
        format!("{self:?}")
    }

    pub fn load() -> Self {
        let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
        kept.and_then(|kept| Self::ALL.into_iter().find(|filter| filter.key() == kept)).unwrap_or_default()
    }

    /// A choice that can't be kept (blocked storage) still holds on this screen.
    pub fn store(self) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, &self.key());
        }
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
