//! The file of rows that were refused: as they came, with what is wrong with them, ready to be mended and read again.

use csv::{Terminator, Writer, WriterBuilder};
use domain::import::ERROR_COLUMN;

use super::Delimiter;
use super::formula_guard::guard;

/// A row with where it stood, the columns that are wrong, and why, in the user's words.
#[derive(Clone, Copy, Debug)]
pub struct RefusedRow<'a> {
    pub number: usize,
    pub cells: &'a [String],
    pub columns: &'a str,
    pub reason: &'a str,
}

/// UTF-8 with a byte order mark, so that Excel reads the letters right. `titles` head the three added columns; they get
/// a mark by which an import leaves these columns out. Cells beyond the header stay where they are.
pub fn write_csv(delimiter: Delimiter, header: &[String], titles: [&str; 3], rows: &[RefusedRow]) -> Vec<u8> {
    let width = rows.iter().map(|row| row.cells.len()).chain([header.len()]).max().unwrap_or(0);
    let mut writer = writer(delimiter);
    let mut write = |cells: &[String], added: [&str; 3]| {
        let cells = cells.iter().map(String::as_str);
        let record = cells.chain(std::iter::repeat("")).take(width).chain(added);
        writer.write_record(record.map(|cell| guard(cell).into_owned())).expect("memory takes every record, and all are as wide");
    };
    let [number, columns, reason] = titles.map(|title| format!("{ERROR_COLUMN}{title}"));
    write(header, [&number, &columns, &reason]);
    for row in rows {
        write(row.cells, [&row.number.to_string(), row.columns, row.reason]);
    }
    writer.into_inner().expect("memory takes every record")
}

fn writer(delimiter: Delimiter) -> Writer<Vec<u8>> {
    WriterBuilder::new().delimiter(delimiter.byte()).terminator(Terminator::CRLF).from_writer(b"\xef\xbb\xbf".to_vec())
}

/// A table with its header, such as the result of a run: in the same form, so that a spreadsheet opens it.
pub fn write_table(delimiter: Delimiter, rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = writer(delimiter);
    for row in rows {
        writer.write_record(row.iter().map(|cell| guard(cell).into_owned())).expect("memory takes every record, and all are as wide");
    }
    writer.into_inner().expect("memory takes every record")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::open;

    #[test]
    fn a_refused_row_comes_back_as_it_was() {
        let rows = [
            vec!["=1+1".to_owned(), "+39 045 5550142".into()],
            vec!["a;b\r\n\"c\"".into(), "'=x".into(), "extra".into()],
            vec![" Müller ".into()],
        ];
        let refused: Vec<RefusedRow> =
            rows.iter().zip(7..).map(|(cells, number)| RefusedRow { number, cells, columns: "Phone", reason: "-" }).collect();
        let bytes = write_csv(Delimiter::Semicolon, &["Name".into(), "Phone".into()], ["row", "column", "reason"], &refused);
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(
            text.starts_with("\u{feff}Name;Phone;;Kontor: row;Kontor: column;Kontor: reason\r\n'=1+1;'+39 045 5550142;;7;Phone;'-\r\n")
        );
        let file = open(&bytes).unwrap();
        assert_eq!((file.format.delimiter, file.format.header, file.bom), (Delimiter::Semicolon, true, true));
        for (row, cells) in file.rows().zip(&rows) {
            assert_eq!(row.cells[..cells.len()], cells[..]);
        }
        assert_eq!(file.rows().count(), 3);
    }

    #[test]
    fn a_table_is_written_as_it_is() {
        let rows = [vec!["Name".into(), "Outcome".into()], vec!["Rossi; Anna".into(), "=1+1".into()]];
        let text = String::from_utf8(write_table(Delimiter::Semicolon, &rows)).unwrap();
        assert_eq!(text, "\u{feff}Name;Outcome\r\n\"Rossi; Anna\";'=1+1\r\n");
    }
}
