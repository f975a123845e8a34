//! Web domains: what two websites or e-mail domains are compared by.

/// Providers whose domain says nothing about a firm.
const FREE_MAIL: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "yahoo.com",
    "yahoo.it",
    "yahoo.de",
    "yahoo.co.uk",
    "ymail.com",
    "outlook.com",
    "outlook.de",
    "outlook.it",
    "hotmail.com",
    "hotmail.it",
    "hotmail.de",
    "hotmail.co.uk",
    "live.com",
    "live.it",
    "live.de",
    "live.co.uk",
    "msn.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "aol.com",
    "aol.de",
    "gmx.de",
    "gmx.net",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "web.de",
    "t-online.de",
    "freenet.de",
    "arcor.de",
    "mail.com",
    "mail.de",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "libero.it",
    "virgilio.it",
    "tiscali.it",
    "alice.it",
    "tin.it",
    "inwind.it",
    "fastwebnet.it",
    "pec.it",
    "legalmail.it",
    "aruba.it",
    "bluewin.ch",
    "sunrise.ch",
    "aon.at",
    "chello.at",
    "a1.net",
    "btinternet.com",
    "sky.com",
    "virginmedia.com",
    "comcast.net",
    "verizon.net",
    "att.net",
    "binternet.com",
    "rolmail.net",
    "dnet.it",
    "qq.com",
    "163.com",
    "yandex.ru",
    "mail.ru",
];

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

pub fn is_free_mail(domain: &str) -> bool {
    FREE_MAIL.contains(&domain)
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
