//! Which inputs there are for what leads, or what they become, can't do without.

use domain::records::{Field, Kind};

/// A record and its field.
pub type Lack = (Kind, Field);

/// What is lacking, and what was filled in: it stays while it is being filled in, and goes when nothing of it is left to ask. The
/// first asked for stand first.
pub fn asked(before: Option<&Vec<Lack>>, lacking: &[Lack], filled: &[Lack]) -> Vec<Lack> {
    let mut asked: Vec<Lack> = before.cloned().unwrap_or_default();
    asked.retain(|lack| lacking.contains(lack) || filled.contains(lack));
    for lack in filled.iter().chain(lacking) {
        if !asked.contains(lack) {
            asked.push(*lack);
        }
    }
    asked
}
