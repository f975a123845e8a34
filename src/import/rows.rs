//! The records of a text, one at a time, with the numbers a person sees in a spreadsheet.

use std::io::Cursor;
use std::sync::Arc;

use csv::{Position, Reader, ReaderBuilder, StringRecord};

use super::Delimiter;
use super::formula_guard::unguard;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Record in the file, from 1: the header counts, empty lines too, lines within a cell don't.
    pub number: usize,
    /// As in the file, without what guards a cell against being taken for a formula.
    pub cells: Vec<String>,
}

/// Reads as it is asked: `rows.by_ref().take(500)` is a slice of work.
pub struct Rows {
    text: Text,
    delimiter: u8,
    reader: Reader<Cursor<Text>>,
    record: StringRecord,
    number: usize,
}

#[derive(Clone)]
struct Text(Arc<str>);

impl AsRef<[u8]> for Text {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl Rows {
    pub(super) fn new(text: Arc<str>, delimiter: Delimiter) -> Self {
        let text = Text(text);
        let delimiter = delimiter.byte();
        let reader = builder(delimiter).from_reader(Cursor::new(text.clone()));
        Self { text, delimiter, reader, record: StringRecord::new(), number: 0 }
    }

    /// From 0 to 1: how much of the file was read.
    pub fn progress(&self) -> f64 {
        let all = self.text.0.len().max(1);
        self.at().min(all) as f64 / all as f64
    }

    fn at(&self) -> usize {
        usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX)
    }

    /// Where the next record begins. Counts the empty lines before it, which the reader passes over.
    fn pass_empty_lines(&mut self) -> usize {
        let bytes = self.text.as_ref();
        let mut at = self.at();
        // The second half of the line end before.
        if at > 0 && bytes[at - 1] == b'\r' && bytes.get(at) == Some(&b'\n') {
            at += 1;
        }
        loop {
            at += match &bytes[at.min(bytes.len())..] {
                [b'\r', b'\n', ..] => 2,
                [b'\r' | b'\n', ..] => 1,
                _ => return at,
            };
            self.number += 1;
        }
    }

    /// A quote that never ends would swallow the rows after it: then its line is read with quotes as plain characters.
    fn mend_stray_quote(&mut self, from: usize) {
        let to = self.at();
        let raw = self.text.0.get(from..to).unwrap_or_default();
        if !raw.contains('"') || !has_stray_quote(raw, self.delimiter) {
            return;
        }
        let line = &raw[..raw.find(['\r', '\n']).map_or(raw.len(), |end| end + 1)];
        let mut plain = builder(self.delimiter).quoting(false).from_reader(line.as_bytes());
        let mut after = Position::new();
        after.set_byte((from + line.len()) as u64);
        // Neither can fail: the line is in memory, and it is text as all of the file.
        let read = plain.read_record(&mut self.record);
        let moved = self.reader.seek(after);
        debug_assert!(read.is_ok() && moved.is_ok());
    }
}

impl Iterator for Rows {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let from = self.pass_empty_lines();
        // An error would mean bytes that are no text: there are none.
        if !self.reader.read_record(&mut self.record).unwrap_or(false) {
            return None;
        }
        self.mend_stray_quote(from);
        self.number += 1;
        let cells = self.record.iter().map(|cell| unguard(cell).to_owned()).collect();
        Some(Row { number: self.number, cells })
    }
}

fn builder(delimiter: u8) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).flexible(true);
    builder
}

/// True when a quoted cell of the record is open at the end, or runs over lines and ends within a word.
fn has_stray_quote(raw: &str, delimiter: u8) -> bool {
    let bytes = raw.trim_end_matches(['\r', '\n']).as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'"' {
            let Some(end) = closing_quote(bytes, at + 1) else { return true };
            match bytes.get(end + 1) {
                None => return false,
                Some(next) if *next == delimiter => at = end + 2,
                Some(_) => return bytes[at..end].iter().any(|byte| b"\r\n".contains(byte)),
            }
        } else {
            match bytes[at..].iter().position(|byte| *byte == delimiter) {
                Some(next) => at += next + 1,
                None => return false,
            }
        }
    }
    false
}

/// The next quote that is not doubled.
fn closing_quote(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(usize, &[&str])]) {
        for text in [text.to_owned(), text.replace('\n', "\r\n"), text.replace('\n', "\r")] {
            let rows: Vec<Row> = Rows::new(text.as_str().into(), Delimiter::Comma).collect();
            let plain = |cell: &String| cell.replace("\r\n", "\n").replace('\r', "\n");
            let found: Vec<(usize, Vec<String>)> = rows.iter().map(|row| (row.number, row.cells.iter().map(plain).collect())).collect();
            let expected: Vec<_> =
                expected.iter().map(|(number, cells)| (*number, cells.iter().map(|cell| (*cell).to_owned()).collect())).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn records_have_the_numbers_of_a_spreadsheet() {
        check("a,b\n\n\"1\n2\",3\n\n\n4,5", &[(1, &["a", "b"]), (3, &["1\n2", "3"]), (6, &["4", "5"])]);
        check("\n\na\n", &[(3, &["a"])]);
        check("a\n\n\n", &[(1, &["a"])]);
        check("", &[]);
    }

    #[test]
    fn quotes_delimiters_and_ragged_rows() {
        check("\"x, \"\"y\"\"\",2\n1\n1,2,3,\n", &[(1, &["x, \"y\"", "2"]), (2, &["1"]), (3, &["1", "2", "3", ""])]);
        check("17\" screen,2\n", &[(1, &["17\" screen", "2"])]);
    }

    #[test]
    fn a_stray_quote_swallows_no_rows() {
        check("1,\"Mario srl\n2,x\n3,\"a, b\"\n", &[(1, &["1", "\"Mario srl"]), (2, &["2", "x"]), (3, &["3", "a, b"])]);
        check("1,\"Mario\n2,x\n3,y", &[(1, &["1", "\"Mario"]), (2, &["2", "x"]), (3, &["3", "y"])]);
        check("1,\"Mario", &[(1, &["1", "\"Mario"])]);
        check("1,\"Mario\" srl,2\n3,4,5\n", &[(1, &["1", "Mario srl", "2"]), (2, &["3", "4", "5"])]);
    }

    #[test]
    fn old_line_ends_and_slices() {
        let mut rows = Rows::new("a,b\r1,2\r\r3,4\r".into(), Delimiter::Comma);
        assert_eq!(rows.by_ref().take(2).map(|row| row.cells.concat()).collect::<Vec<_>>(), ["ab", "12"]);
        assert!(rows.progress() > 0.3 && rows.progress() < 0.9);
        assert_eq!(rows.next().map(|row| (row.number, row.cells.concat())), Some((4, "34".into())));
        assert_eq!((rows.next(), rows.progress()), (None, 1.0));
    }
}
