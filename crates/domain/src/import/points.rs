//! E-mails and phones in a cell: one, or several when every part is valid.

use crate::values::{email, phone};

/// Fewer digits between slashes are an area code: `0173/59610830`.
const DIGITS_BETWEEN_SLASHES: usize = 7;

/// The addresses in the cell; empty when any part is none.
pub(super) fn emails(text: &str) -> Vec<&str> {
    if email::is_valid(text) {
        return vec![text];
    }
    all_valid(text.split([',', ';', '/', '\n']), email::is_valid)
}

/// The numbers in the cell; empty when any part is none.
pub(super) fn phones(text: &str) -> Vec<&str> {
    let long = |part: &str| part.bytes().filter(u8::is_ascii_digit).count() >= DIGITS_BETWEEN_SLASHES;
    let long_ones = all_valid(text.split([',', ';', '/', '\n']), |part| phone::is_valid(part) && long(part));
    if long_ones.len() > 1 {
        return long_ones;
    }
    if phone::is_valid(text) && !text.contains('\n') {
        return vec![text];
    }
    all_valid(text.split([',', ';', '\n']), phone::is_valid)
}

fn all_valid<'a>(parts: impl Iterator<Item = &'a str>, valid: impl Fn(&str) -> bool) -> Vec<&'a str> {
    let parts: Vec<&str> = parts.map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.iter().all(|part| valid(part)) { parts } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::{emails, phones};

    #[test]
    fn several_in_a_cell_only_when_all_are_valid() {
        assert_eq!(emails("a@b.it, c@d.de ; e@f.at"), ["a@b.it", "c@d.de", "e@f.at"]);
        assert_eq!(emails("a@b.it\nc@d.de"), ["a@b.it", "c@d.de"]);
        assert_eq!(emails("a@b.it, call her"), Vec::<&str>::new());
        assert_eq!(phones("+39 366 5739063, 0444551865974"), ["+39 366 5739063", "0444551865974"]);
        assert_eq!(phones("045 5550142 / 333 5550117"), ["045 5550142", "333 5550117"]);
        assert_eq!(phones("0170-57043420, call me"), Vec::<&str>::new());
    }

    #[test]
    fn a_slash_also_stands_within_a_number() {
        for one in ["0173/59610830", "0131 / 527 3987", "045/5550142", "+43 (0)316 62 69 01 7-39"] {
            assert_eq!(phones(one), [one]);
        }
    }
}
