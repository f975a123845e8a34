//! Files of leads: bytes in, rows out; and rows that were refused as a file to mend.

mod delimiter;
mod encoding;
mod formula_guard;
mod header;
mod rows;
mod windows_1252;
mod write_csv;

use std::sync::Arc;

pub use delimiter::Delimiter;
pub use encoding::Encoding;
pub use rows::{Row, Rows};
pub use write_csv::{RefusedRow, write_csv, write_table};

/// Rows that are looked at before the user decides: enough to tell dates and numbers apart.
const SAMPLES: usize = 500;

/// How the bytes of a file are read. Detected, and changeable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileFormat {
    pub encoding: Encoding,
    pub delimiter: Delimiter,
    /// Whether the first row names the columns.
    pub header: bool,
}

/// Why a file has no rows for us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    Empty,
    /// A workbook (.xlsx): to be saved as CSV first.
    Excel,
    /// A workbook of before 2007 (.xls).
    OldExcel,
    /// A picture, a PDF, a program.
    Binary,
}

/// An opened file.
#[derive(Clone, Debug)]
pub struct FileRows {
    pub format: FileFormat,
    /// Whether the file began with a byte order mark.
    pub bom: bool,
    /// Names of the columns; empty names where the file has none.
    pub header: Vec<String>,
    /// The first rows.
    pub samples: Vec<Row>,
    text: Arc<str>,
}

/// Detects the format of a file.
pub fn open(bytes: &[u8]) -> Result<FileRows, FileProblem> {
    check(bytes)?;
    let encoding = encoding::detect(bytes).ok_or(FileProblem::Binary)?;
    let text = encoding::decode(bytes, encoding);
    let (hint, text) = delimiter::take_hint(&text);
    let delimiter = hint.unwrap_or_else(|| delimiter::detect(text));
    let text: Arc<str> = text.into();
    let first: Vec<Row> = Rows::new(text.clone(), delimiter).take(SAMPLES).collect();
    let header = header::is_header(&first);
    file_rows(bytes, text, FileFormat { encoding, delimiter, header })
}

/// Reads a file as `format` says.
pub fn read(bytes: &[u8], format: FileFormat) -> Result<FileRows, FileProblem> {
    check(bytes)?;
    let text = encoding::decode(bytes, format.encoding);
    file_rows(bytes, delimiter::take_hint(&text).1.into(), format)
}

fn check(bytes: &[u8]) -> Result<(), FileProblem> {
    match bytes {
        [b'P', b'K', 3 | 5, ..] => Err(FileProblem::Excel),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(FileProblem::OldExcel),
        _ if bytes.starts_with(b"%PDF-") => Err(FileProblem::Binary),
        _ => Ok(()),
    }
}

fn file_rows(bytes: &[u8], text: Arc<str>, format: FileFormat) -> Result<FileRows, FileProblem> {
    if text.trim().is_empty() {
        return Err(FileProblem::Empty);
    }
    let mut rows = Rows::new(text.clone(), format.delimiter);
    let header = if format.header { rows.next().map(|row| row.cells) } else { None };
    let samples: Vec<Row> = rows.take(SAMPLES).collect();
    let widest = || samples.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let header = header.unwrap_or_else(|| vec![String::new(); widest()]);
    Ok(FileRows { format, bom: encoding::bom(bytes).is_some(), header, samples, text })
}

impl FileRows {
    /// All rows below the header, read as they are asked for: take some, let the page breathe, take more.
    pub fn rows(&self) -> Rows {
        let mut rows = Rows::new(self.text.clone(), self.format.delimiter);
        if self.format.header {
            rows.next();
        }
        rows
    }

    /// The cells of the samples, as guesses want them.
    pub fn sample_cells(&self) -> Vec<Vec<String>> {
        self.samples.iter().map(|row| row.cells.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(file: &FileRows) -> Vec<Vec<String>> {
        file.rows().map(|row| row.cells).collect()
    }

    #[test]
    fn files_that_are_no_text_are_named() {
        for (bytes, problem) in [
            (b"".as_slice(), FileProblem::Empty),
            (b"\xef\xbb\xbf \r\n", FileProblem::Empty),
            (b"PK\x03\x04\x14\0", FileProblem::Excel),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", FileProblem::OldExcel),
            (b"%PDF-1.7\n", FileProblem::Binary),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", FileProblem::Binary),
        ] {
            assert_eq!(open(bytes).err(), Some(problem), "{bytes:?}");
        }
    }

    #[test]
    fn one_text_in_every_encoding_is_one_table() {
        let text = "Vorname\tNachname\tStadt\r\nJürgen\tMüller\tCefalù\r\n";
        let utf16 = |bytes: fn(u16) -> [u8; 2]| "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect::<Vec<u8>>();
        let windows = text.chars().map(|c| u8::try_from(c).unwrap()).collect::<Vec<u8>>();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat(), Encoding::Utf8),
            (utf16(u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(u16::to_be_bytes), Encoding::Utf16Be),
            (windows, Encoding::Windows1252),
        ] {
            let file = open(&bytes).unwrap();
            assert_eq!(file.format, FileFormat { encoding, delimiter: Delimiter::Tab, header: true });
            assert_eq!(
                (file.header.join(" ").as_str(), cells(&file)),
                ("Vorname Nachname Stadt", vec![vec!["Jürgen".into(), "Müller".into(), "Cefalù".into()]])
            );
        }
    }

    #[test]
    fn what_was_detected_can_be_changed() {
        let bytes = b"Rossi;Bozen\nHuber;Meran\n";
        let file = open(bytes).unwrap();
        let format = FileFormat { header: false, delimiter: Delimiter::Comma, ..file.format };
        let changed = read(bytes, format).unwrap();
        assert_eq!(
            (changed.header, changed.samples[0].cells.join("|"), changed.samples[0].number),
            (vec![String::new()], "Rossi;Bozen".into(), 1)
        );
    }

    #[test]
    fn the_line_that_tells_excel_the_delimiter_is_no_row() {
        let file = open(b"sep=|\nName|City\nRossi; Huber, Co|Bozen\n").unwrap();
        assert_eq!((file.format.delimiter, file.header.join(" ")), (Delimiter::Pipe, "Name City".into()));
        assert_eq!(cells(&file), [["Rossi; Huber, Co", "Bozen"]]);
    }
}
