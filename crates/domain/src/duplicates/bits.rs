//! Points: tenths of a bit, whole numbers, so that sums are exact and the same on every machine.

/// Tenths of a bit: 10 points double the odds.
pub type Points = i32;

/// 10 * log2(1 + i/32), rounded.
const FRACTION: [Points; 33] = [0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9, 10, 10, 10];

/// 10 * log2(n), of 0 as of 1.
pub fn log2(n: u32) -> Points {
    let n = n.max(1);
    let whole = n.ilog2();
    let fraction = if whole >= 5 { (n >> (whole - 5)) & 31 } else { (n << (5 - whole)) & 31 };
    whole as Points * 10 + FRACTION[fraction as usize]
}

#[cfg(test)]
mod tests {
    use super::log2;

    #[test]
    fn logarithms_are_close_and_never_fall() {
        for n in 1..100_000_u32 {
            let exact = f64::from(n).log2() * 10.0;
            assert!((f64::from(log2(n)) - exact).abs() < 1.0, "{n}");
            assert!(log2(n + 1) >= log2(n), "{n}");
        }
    }
}
