//! Word lists without what a word shares with the one before it: the compiler leaves it out, so that less is fetched.

/// What parts words and lines.
const fn is_gap(byte: u8) -> bool {
    byte == b' ' || byte == b'\n'
}

/// Past the end it is only counted.
const fn put(out: &mut [u8], at: usize, byte: u8) -> usize {
    if at < out.len() {
        out[at] = byte;
    }
    at + 1
}

/// A list of words, each without its shared letters but with a capital that says how many they are (`anna Dlisa` for `anna annalisa`); and
/// its length, which is all that is asked of it with an `N` of 0.
pub const fn coded<const N: usize>(text: &[u8]) -> ([u8; N], usize) {
    let (mut out, mut len) = ([0; N], 0);
    let (mut before, mut end_before, mut at) = (0, 0, 0);
    while at < text.len() {
        if is_gap(text[at]) {
            len = put(&mut out, len, text[at]);
            at += 1;
            continue;
        }
        let start = at;
        while at < text.len() && !is_gap(text[at]) {
            at += 1;
        }
        let mut shared = 0;
        while shared < 26 && before + shared < end_before && start + shared < at && text[before + shared] == text[start + shared] {
            shared += 1;
        }
        if shared > 0 {
            len = put(&mut out, len, b'A' + shared as u8 - 1);
        }
        (before, end_before) = (start, at);
        let mut own = start + shared;
        while own < at {
            len = put(&mut out, len, text[own]);
            own += 1;
        }
    }
    (out, len)
}

/// Every word as it was, with the number of its line among those that have any.
pub fn words(coded: &[u8], each: &mut dyn FnMut(usize, &[u8])) {
    let mut word = Vec::new();
    for (number, line) in coded.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).enumerate() {
        for part in line.split(|byte| *byte == b' ') {
            let (shared, own) = match part {
                [capital @ b'A'..=b'Z', own @ ..] => (usize::from(capital - b'A') + 1, own),
                own => (0, own),
            };
            word.truncate(shared);
            word.extend_from_slice(own);
            each(number, &word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back() {
        const TEXT: &[u8] =
            b"anna annalisa anne /f\nanna bert\n\nberta +43 2nd abcdefghijklmnopqrstuvwxyzab abcdefghijklmnopqrstuvwxyzabc\n";
        const LEN: usize = coded::<0>(TEXT).1;
        static CODED: [u8; LEN] = coded::<LEN>(TEXT).0;
        assert!(CODED.starts_with(b"anna Dlisa Ce /f\nanna bert\n\nDa +43"));
        let mut found = Vec::new();
        words(&CODED, &mut |line, word| found.push((line, String::from_utf8_lossy(word).into_owned())));
        let text = String::from_utf8_lossy(TEXT);
        let lines = text.lines().filter(|line| !line.is_empty()).enumerate();
        let plain: Vec<(usize, String)> = lines.flat_map(|(at, line)| line.split(' ').map(move |word| (at, word.to_owned()))).collect();
        assert_eq!(found, plain);
    }
}
