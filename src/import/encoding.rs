//! Which characters the bytes of a file stand for.

use std::borrow::Cow;

use super::windows_1252;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

impl Encoding {
    pub const ALL: &'static [Self] = &[Self::Utf8, Self::Windows1252, Self::Utf16Le, Self::Utf16Be];
}

/// Bytes looked at to tell text from anything else.
const HEAD: usize = 8 * 1024;

/// The encoding that a byte order mark at the beginning names, and its length.
pub fn bom(bytes: &[u8]) -> Option<(Encoding, usize)> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some((Encoding::Utf8, 3)),
        [0xff, 0xfe, ..] => Some((Encoding::Utf16Le, 2)),
        [0xfe, 0xff, ..] => Some((Encoding::Utf16Be, 2)),
        _ => None,
    }
}

/// None for what is no text.
pub fn detect(bytes: &[u8]) -> Option<Encoding> {
    if let Some((encoding, _)) = bom(bytes) {
        return Some(encoding);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some(utf16) = zeros_of_utf16(head) {
        return Some(utf16);
    }
    let controls = head.iter().filter(|byte| matches!(byte, 0..=8 | 0x0e..=0x19 | 0x1b..=0x1f)).count();
    if controls * 50 > head.len() {
        return None;
    }
    Some(if is_mostly_utf8(bytes) { Encoding::Utf8 } else { Encoding::Windows1252 })
}

/// Latin text in UTF-16 has a zero in every second byte.
fn zeros_of_utf16(head: &[u8]) -> Option<Encoding> {
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = head.len() * 2 / 5;
    match head.len() {
        4.. if odd > many && even == 0 => Some(Encoding::Utf16Le),
        4.. if even > many && odd == 0 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Plain ASCII too. Some stray bytes, or an end in the middle of a letter, don't make it another encoding.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut letters, mut strays) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        strays += usize::from(!chunk.invalid().is_empty());
    }
    strays == 0 || letters > strays
}

/// Without a byte order mark. A byte that is wrong in UTF-8 is read as Windows-1252: none is dropped.
pub fn decode(bytes: &[u8], encoding: Encoding) -> Cow<'_, str> {
    let bytes = match bom(bytes) {
        Some((of, length)) if of == encoding => &bytes[length..],
        _ => bytes,
    };
    match encoding {
        Encoding::Utf8 => decode_utf8(bytes),
        Encoding::Utf16Le => decode_utf16(bytes, u16::from_le_bytes).into(),
        Encoding::Utf16Be => decode_utf16(bytes, u16::from_be_bytes).into(),
        Encoding::Windows1252 => decode_windows(bytes).into(),
    }
}

fn decode_windows(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 16);
    let mut rest = bytes;
    while !rest.is_empty() {
        // Most of a file is ASCII, which is the same in every encoding.
        let plain = rest.iter().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let (ascii, others) = rest.split_at(plain);
        text.extend(ascii.utf8_chunks().map(|chunk| chunk.valid()));
        text.extend(others.first().map(|byte| windows_1252::decode(*byte)));
        rest = others.get(1..).unwrap_or_default();
    }
    text
}

fn decode_utf8(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.into();
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| windows_1252::decode(*byte)));
    }
    text.into()
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_utf8_are_windows() {
        assert_eq!(detect(b"Name;Stra\xdfe\nM\xfcller;1"), Some(Encoding::Windows1252));
        assert_eq!(detect("Name;Straße\nMüller;1".as_bytes()), Some(Encoding::Utf8));
        assert_eq!(detect(b"Name;City"), Some(Encoding::Utf8));
    }

    #[test]
    fn one_stray_byte_does_not_spoil_the_others() {
        let bytes = ["Müller, Jäger, Größe, ".as_bytes(), b"Citt\xe0"].concat();
        assert_eq!(detect(&bytes), Some(Encoding::Utf8));
        assert_eq!(decode(&bytes, Encoding::Utf8), "Müller, Jäger, Größe, Città");
        let cut = &"Größe und Maß, Müller".as_bytes()[..12];
        assert_eq!(detect(cut), Some(Encoding::Utf8));
    }

    #[test]
    fn utf16_is_known_without_its_mark() {
        let bytes: Vec<u8> = "Name;Città\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(detect(&bytes), Some(Encoding::Utf16Le));
        assert_eq!(decode(&bytes, Encoding::Utf16Le), "Name;Città\r\n");
    }
}
