//! Whether the first row of a file names its columns.

use domain::import::{is_data, known_headers};

use super::Row;

/// Names that are known speak for a header, cells that are data against it. Undecided, it is one: most files have one.
pub fn is_header(rows: &[Row]) -> bool {
    let Some((first, others)) = rows.split_first() else { return false };
    let known = known_headers(&first.cells);
    let data = first.cells.iter().filter(|cell| is_data(cell)).count();
    match (known, data) {
        (0, 0) => !others.is_empty(),
        (known, data) => known > data,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &[&[&str]], expected: bool) {
        let row = |(at, cells): (usize, &&[&str])| Row { number: at + 1, cells: cells.iter().map(|cell| (*cell).into()).collect() };
        let rows: Vec<Row> = rows.iter().enumerate().map(row).collect();
        assert_eq!(is_header(&rows), expected, "{rows:?}");
    }

    #[test]
    fn names_or_data() {
        check(&[&["Nome", "Cognome"], &["Max", "Moser"]], true);
        check(&[&["Nome", "Cognome"]], true);
        check(&[&["Max", "Moser", "max@moser.it"], &["Eva", "Huber", "eva@huber.it"]], false);
        check(&[&["Max", "Moser", "12/09/2026"]], false);
        check(&[&["Xyz", "Zyx"], &["1", "2"]], true);
        check(&[&["Xyz", "Zyx"]], false);
        check(&[&["Name", "E-Mail", "2025"], &["a", "b", "c"]], true);
        check(&[], false);
    }
}
