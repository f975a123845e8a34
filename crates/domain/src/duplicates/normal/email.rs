//! E-mail addresses and web domains.

use super::super::lexica::lexica;
use super::fold::fold;

/// Whose mailbox it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mailbox {
    /// Of one person, at a firm.
    #[default]
    Personal,
    /// Of one person, at a provider.
    Free,
    /// Of a firm or a department.
    Role,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Email {
    pub local: String,
    pub domain: String,
    pub mailbox: Mailbox,
}

impl Email {
    pub fn read(text: &str) -> Option<Self> {
        let folded = text.trim().to_lowercase();
        let text = folded.strip_prefix("mailto:").unwrap_or(&folded);
        let text = text.rsplit_once('<').map_or(text, |(_, inner)| inner.trim_end_matches('>'));
        let (local, domain) = text.trim().rsplit_once('@')?;
        let (local, domain) = (fold(local), domain_of(domain));
        let mut local = local.split('+').next().unwrap_or_default().trim().to_owned();
        if local.is_empty() || !domain.contains('.') || local.contains(' ') {
            return None;
        }
        let domain = match domain.as_str() {
            "googlemail.com" => "gmail.com".to_owned(),
            _ => domain,
        };
        if domain == "gmail.com" {
            local.retain(|c| c != '.');
        }
        let mailbox = if is_role(&local) {
            Mailbox::Role
        } else if is_free(&domain) {
            Mailbox::Free
        } else {
            Mailbox::Personal
        };
        Some(Self { local, domain, mailbox })
    }
}

/// `info`, `info2`, `office.bozen`.
fn is_role(local: &str) -> bool {
    let roles = &lexica().role_mailboxes;
    let bare = local.trim_end_matches(|c: char| c.is_ascii_digit());
    let head = bare.split(['.', '-', '_']).next().unwrap_or_default();
    roles.has(bare.as_bytes()) || roles.has(head.as_bytes()) || bare.is_empty()
}

/// A provider of mail for everybody.
pub fn is_free(domain: &str) -> bool {
    lexica().free_mail.has(domain.as_bytes())
}

/// Where people and firms have pages that are not their own domain.
const PLATFORMS: &[&str] = &[
    "linkedin",
    "facebook",
    "instagram",
    "twitter",
    "x",
    "xing",
    "youtube",
    "tiktok",
    "google",
    "wixsite",
    "wordpress",
    "blogspot",
    "jimdo",
    "jimdofree",
    "github",
    "linktr",
    "wa",
    "t",
    "myshopify",
    "business",
    "webnode",
    "weebly",
    "squarespace",
    "yelp",
    "tripadvisor",
];

/// The registered domain of a website or a mail host: without scheme, path and sub-domains.
pub fn domain(text: &str) -> Option<String> {
    let folded = text.trim().to_lowercase();
    let rest = folded.split_once("://").map_or(folded.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':', ' ']).next().unwrap_or_default();
    let domain = domain_of(host);
    (domain.contains('.') && !PLATFORMS.contains(&label(&domain))).then_some(domain)
}

fn domain_of(host: &str) -> String {
    let host = fold(host);
    let host = host.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let parts: Vec<&str> = host.split('.').filter(|part| !part.is_empty()).collect();
    let two = parts.len() > 2 && lexica().suffixes.has(parts[parts.len() - 2..].join(".").as_bytes());
    let kept = parts.len().saturating_sub(if two { 3 } else { 2 });
    parts[kept..].join(".")
}

/// The name in a domain: what stands before its suffix.
pub fn label(domain: &str) -> &str {
    domain.split('.').next().unwrap_or_default()
}

/// `acme.it`, not `S.r.l` and not `Dr.Huber`.
pub fn looks_like_domain(domain: &str) -> bool {
    let end = domain.rsplit('.').next().unwrap_or_default();
    let known = matches!(end, "com" | "net" | "org" | "eu" | "info" | "biz" | "io" | "co" | "shop" | "online");
    label(domain).len() > 2 && (known || end.len() == 2 && end.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_apart() {
        let read = |text| Email::read(text).expect("an address");
        assert_eq!(read("Anna.Rossi+x@GoogleMail.com"), read("annarossi@gmail.com"));
        assert_eq!(read("INFO2@acme.it").mailbox, Mailbox::Role);
        assert_eq!(read("a.rossi@mail.acme.co.uk").domain, "acme.co.uk");
        assert_eq!(read("Anna <anna@acme.it>").local, "anna");
        assert_eq!(Email::read("nobody"), None);
        assert_eq!(domain("https://www.Müller.de/x?y").as_deref(), Some("mueller.de"));
    }
}
