//! Tax numbers: codice fiscale, partita IVA, USt-IdNr. and whatever else identifies before the state.

use super::fold::fold;
use super::{is_placeholder, letters};

/// Digits fewer than these identify nobody.
const SHORTEST: usize = 5;

/// Letters and digits; a country's letters before a number are dropped (`IT`, `DE`, `ATU`).
pub fn read(text: &str) -> Option<String> {
    let folded = fold(text);
    let bare = letters(&folded);
    let number = bare.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let bare = if bare.len() - number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit()) { number } else { &bare };
    let varied = bare.bytes().any(|byte| Some(byte) != bare.bytes().next());
    (bare.len() >= SHORTEST && varied && !is_placeholder(&folded)).then(|| bare.chars().take(24).collect())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn prefixes_and_signs_do_not_count() {
        assert_eq!(read("IT 012345-60217"), read("01234560217"));
        assert_eq!(read("rss nna 80a41 a952k").as_deref(), Some("rssnna80a41a952k"));
        assert_eq!(read("0000000"), None);
    }
}
