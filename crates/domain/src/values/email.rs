//! E-mail addresses: what is accepted, what they are compared by.

/// True for `local@domain.tld`, as forgiving as mail itself: no spaces, one `@`, a domain with a dot.
pub fn is_valid(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let clean = |part: &str| !part.is_empty() && !part.chars().any(|c| c.is_whitespace() || c.is_control() || "<>(),;:\"@".contains(c));
    clean(local)
        && clean(domain)
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !domain.contains("..")
        && text.len() <= 254
}

/// What two addresses are compared by: lower case, trimmed.
pub fn key(text: &str) -> String {
    text.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_what_mail_accepts() {
        for good in ["a@b.it", "anna.maria+x@firma-nord.co.uk", "büro@müller.de", "o'neil@x.ie"] {
            assert!(is_valid(good), "{good}");
        }
        for bad in ["not an e-mail", "a@b", "@b.it", "a@", "a b@c.de", "a@b..de", "a@@b.de", "a,b@c.de"] {
            assert!(!is_valid(bad), "{bad}");
        }
    }
}
