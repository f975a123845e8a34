//! One 32-bit hash for words, keys and lexica: the same on every machine.

/// FNV-1a with a last mix, so that all 32 bits depend on all of the text.
pub fn hash(parts: &[&[u8]]) -> u32 {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in *part {
            state = (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        state = (state ^ 0x1f).wrapping_mul(0x0100_0000_01b3);
    }
    state ^= state >> 32;
    state = state.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (state >> 32) as u32
}
