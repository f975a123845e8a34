//! Cells that a spreadsheet would take for a formula get an apostrophe before them, and lose it when they come back.
//! (OWASP ASVS 5.0, 1.2.10.)

use std::borrow::Cow;

/// Apostrophes before such a cell count too, or one that stood there from the start would be lost.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\0'])
}

pub fn guard(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) { format!("'{cell}").into() } else { cell.into() }
}

/// Takes back exactly what [`guard`] added.
pub fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|_| is_formula(cell)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_come_back() {
        for (cell, guarded) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+39 045 5550142", "'+39 045 5550142"),
            ("-5", "'-5"),
            ("@max", "'@max"),
            ("\tx", "'\tx"),
            ("'=x", "''=x"),
            ("'s-Hertogenbosch", "'s-Hertogenbosch"),
            ("'", "'"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(guard(cell), guarded);
            assert_eq!(unguard(&guard(cell)), cell);
        }
        assert_eq!(unguard("'+39 045"), "+39 045");
    }
}
