//! One rough sound of a word for German, Italian and English: what keys are made of, never a proof.

/// Sounds kept of a word.
pub const LENGTH: usize = 6;

/// Consonants by class (`c k g q`, `f v w ph`, `s z sh`, `d t`, `b p`, `m n`), vowels dropped but at the start.
pub fn skeleton(word: &[u8]) -> [u8; LENGTH] {
    let mut out = [0; LENGTH];
    let mut len = 0;
    let mut last = 0;
    for (at, byte) in word.iter().enumerate() {
        let next = word.get(at + 1).copied().unwrap_or_default();
        let class = match byte {
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'j' => b'a',
            b'p' if next == b'h' => b'f',
            b's' if next == b'c' => b's',
            b'c' if at > 0 && word[at - 1] == b's' && next == b'h' => continue,
            b'c' if matches!(next, b'e' | b'i') => b's',
            b'c' | b'k' | b'g' | b'q' => b'k',
            b'f' | b'v' | b'w' => b'f',
            b's' | b'z' | b'x' => b's',
            b'd' | b't' => b't',
            b'b' | b'p' => b'p',
            b'm' | b'n' => b'n',
            b'l' | b'r' => *byte,
            b'h' => continue,
            other => *other,
        };
        if class == b'a' && at > 0 {
            last = 0;
            continue;
        }
        if class != last && len < LENGTH {
            out[len] = class;
            len += 1;
        }
        last = class;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::skeleton;

    #[test]
    fn one_sound_one_skeleton() {
        for (a, b) in [("schmidt", "schmitt"), ("meier", "mayer"), ("stefan", "stephan"), ("kaiser", "caiser"), ("philipp", "filip")] {
            assert_eq!(skeleton(a.as_bytes()), skeleton(b.as_bytes()), "{a} {b}");
        }
        assert_ne!(skeleton(b"rossi"), skeleton(b"russo-bianchi"));
    }
}
