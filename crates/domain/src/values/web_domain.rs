//! Web domains: what two websites or e-mail domains are compared by.

/// Host without scheme, `www.`, port or path, in lower case; none when nothing that looks like a domain is left.
pub fn key(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let rest = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = host.strip_prefix("www.").unwrap_or(host).trim_matches('.');
    let plausible = host.contains('.') && !host.chars().any(|c| c.is_whitespace() || c.is_control());
    plausible.then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn host_is_what_counts() {
        for same in ["https://www.Firma.it/kontakt?x=1", "firma.it", "http://firma.it:8080", "FIRMA.IT/"] {
            assert_eq!(key(same).as_deref(), Some("firma.it"), "{same}");
        }
        assert_eq!(key("call me"), None);
        assert_eq!(key(""), None);
    }
}
