//! Birth dates as eight digits, year first.

/// `1982-12-23`, `19821223`, `23.12.1982`, `23/12/82` is unknown; none when it is no date.
pub fn read(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let (year, month, day) = match groups[..] {
        [year, month, day, ..] if year.len() == 4 => (year, month, day),
        [day, month, year, ..] if year.len() == 4 => (year, month, day),
        [all, ..] if all.len() == 8 && groups.len() == 1 => (&all[..4], &all[4..6], &all[6..]),
        _ => return None,
    };
    let whole = year.len() == 4 && month.len() <= 2 && day.len() <= 2;
    whole.then(|| format!("{year}{month:0>2}{day:0>2}")).filter(|date| date.bytes().any(|byte| byte != b'0'))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn dates_in_several_forms() {
        for same in ["1982-12-03", "19821203", "3.12.1982", "03/12/1982", "1982-12-03 00:00"] {
            assert_eq!(read(same).as_deref(), Some("19821203"), "{same}");
        }
        assert_eq!(read("unknown"), None);
    }
}
