//! Windows-1252, the "ANSI" of Western Europe: Latin-1 with signs where Latin-1 has control codes.

/// 0x80 to 0x9f. The five bytes without a sign keep their control code, so that nothing is dropped.
const SIGNS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', //
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

pub fn decode(byte: u8) -> char {
    match byte {
        0x80..=0x9f => SIGNS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn signs_and_letters() {
        let text: String = b"\x80 5 \x96 \x84M\xfcller\x93 \x8cuvre Citt\xe0".iter().map(|byte| decode(*byte)).collect();
        assert_eq!(text, "€ 5 – „Müller“ Œuvre Città");
    }
}
