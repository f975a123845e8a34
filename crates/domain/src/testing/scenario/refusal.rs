//! Why something was refused, in the words that `!` lines expect.

use super::look::Look;
use super::words::kind_word;
use crate::records::Kind;
use crate::rejection::{Block, BlockReason, Rejection, Why};

/// One line for each reason.
pub fn lines(reasons: &[Rejection], look: &Look) -> Vec<String> {
    reasons.iter().flat_map(|reason| line(reason, look)).collect()
}

fn line(reason: &Rejection, look: &Look) -> Vec<String> {
    let one = match reason {
        Rejection::Field { field, why } => format!("{} {}", look.field_word(*field), self::why(why)),
        Rejection::Target { kind, field, why } => {
            let kind = if *kind == Kind::Activity { "task" } else { kind_word(*kind) };
            format!("{kind} {} {}", look.field_word(*field), self::why(why))
        }
        Rejection::Gone { .. } => "gone".into(),
        Rejection::AlreadyConverted { person, organization, deal, .. } => {
            let results = [organization, person, deal].into_iter().flatten();
            let names: Vec<String> = results.map(|id| look.name_of(*id)).collect();
            format!("already converted into {}", names.join(", "))
        }
        Rejection::Archived { .. } => "archived".into(),
        Rejection::ChangedMeanwhile { .. } => "changed meanwhile".into(),
        Rejection::NothingToCreate => "nothing to create".into(),
        Rejection::ConvertInstead { .. } => "convert instead".into(),
        Rejection::UndoBlocked { blocks } => return blocks.iter().map(|block| blocked(block, look)).collect(),
        Rejection::AlreadyUndone => "already undone".into(),
        Rejection::NoReceipt => "no receipt".into(),
        Rejection::DealClosed { .. } => "deal closed".into(),
        Rejection::InUse { by, .. } => format!("in use by {by}"),
        Rejection::NotAllowed { right } => format!("may not {}", right.name()),
        Rejection::Required { kind, step, field, .. } => {
            format!("{} {} required for {}", kind_word(*kind), look.field_word(*field), look.name_of(*step))
        }
        Rejection::LocksOut => "locks out".into(),
        Rejection::SameRecord { .. } => "same record".into(),
        Rejection::KindsDiffer { .. } => "kinds differ".into(),
        Rejection::AlreadyMerged { into, .. } => format!("already merged into {}", look.name_of(*into)),
    };
    vec![one]
}

fn why(why: &Why) -> String {
    match why {
        Why::Missing => "missing".into(),
        Why::TooLong { limit } => format!("longer than {limit}"),
        Why::TooMany { limit } => format!("more than {limit}"),
        Why::Malformed { .. } => "malformed".into(),
        Why::WrongShape => "wrong shape".into(),
        Why::BadLink { .. } => "bad link".into(),
        Why::Negative => "negative".into(),
        Why::Taken => "taken".into(),
    }
}

fn blocked(block: &Block, look: &Look) -> String {
    let reason = match block.reason {
        BlockReason::Edited => "was edited",
        BlockReason::Linked => "was linked",
        BlockReason::Removed => "was removed",
        BlockReason::Merged => "was merged",
    };
    let field = block.field.map(|field| format!(" in {}", look.field_word(field))).unwrap_or_default();
    format!("{} {} {reason}{field}", kind_word(block.kind), look.name_of(block.id))
}
