//! What separates the cells of a row.

use csv::{ReaderBuilder, StringRecord};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    Comma,
    Semicolon,
    Tab,
    Pipe,
}

impl Delimiter {
    pub const ALL: &'static [Self] = &[Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }
}

/// Characters and records that are looked at.
const HEAD: usize = 128 * 1024;
const RECORDS: usize = 200;

/// A first line `sep=;` is Excel's: taken off, and its delimiter returned.
pub fn take_hint(text: &str) -> (Option<Delimiter>, &str) {
    let hint = || {
        let (line, rest) = text.split_once('\n')?;
        let sign = line.trim_end_matches('\r').strip_prefix("sep=")?;
        let delimiter = Delimiter::ALL.iter().find(|delimiter| sign.as_bytes() == [delimiter.byte()])?;
        Some((Some(*delimiter), rest))
    };
    hint().unwrap_or((None, text))
}

/// The delimiter that cuts the most records into the same number of cells; of two, the one with more cells.
pub fn detect(text: &str) -> Delimiter {
    let head = head(text);
    // Where nothing else decides: a comma also stands inside of cells, a tab hardly ever.
    let order = [Delimiter::Comma, Delimiter::Pipe, Delimiter::Semicolon, Delimiter::Tab];
    let rated = order.map(|delimiter| (consistency(head, delimiter), delimiter));
    let best = rated.into_iter().max_by_key(|(consistency, _)| *consistency).filter(|(consistency, _)| consistency.0 > 0);
    best.map_or(Delimiter::Comma, |(_, delimiter)| delimiter)
}

/// The beginning, up to the end of a line.
fn head(text: &str) -> &str {
    let head = &text[..text.floor_char_boundary(HEAD)];
    if head.len() == text.len() { text } else { head.rfind('\n').map_or(head, |end| &head[..end]) }
}

/// Per mille of records that have the usual number of cells, and that number. Nothing where that is one.
fn consistency(text: &str, delimiter: Delimiter) -> (usize, usize) {
    let mut reader = ReaderBuilder::new().delimiter(delimiter.byte()).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut lengths = Vec::new();
    while lengths.len() < RECORDS && reader.read_record(&mut record).unwrap_or(false) {
        lengths.push(record.len());
    }
    let count = |length: &usize| lengths.iter().filter(|other| *other == length).count();
    match lengths.iter().max_by_key(|length| (count(length), **length)) {
        Some(usual) if *usual > 1 => (count(usual) * 1000 / lengths.len(), *usual),
        _ => (0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_that_cuts_evenly() {
        for (text, delimiter) in [
            ("a,b\n1,2\n", Delimiter::Comma),
            ("a;b\n1,5;2\n3,5;4\n", Delimiter::Semicolon),
            ("name\tcity\nRossi, Huber; Co\tBozen\n", Delimiter::Tab),
            ("a|b\n1|2\n", Delimiter::Pipe),
            ("a,b\n\"x;y;z\",\"1\n;\n;2\"\n", Delimiter::Comma),
            ("a;b;c\n1;2;3\n1;2\n1;2;3;4\n1;2;3\n", Delimiter::Semicolon),
            ("name\nRossi\n", Delimiter::Comma),
        ] {
            assert_eq!(detect(text), delimiter, "{text:?}");
        }
    }
}
