//! The part of an HTTP request that a file server looks at.

use std::io::Read;

use anyhow::{Result, bail};

/// More than any browser sends for a file.
const MOST_BYTES: usize = 32 * 1024;

pub struct Request {
    /// Decoded, without the query.
    pub path: String,
    pub method_known: bool,
    pub wants_body: bool,
}

impl Request {
    /// Nothing, if the browser closed the connection without asking.
    pub fn read(from: &mut impl Read) -> Result<Option<Self>> {
        let mut head = Vec::new();
        let mut chunk = [0; 2048];
        while !head.windows(4).any(|window| window == b"\r\n\r\n") {
            let count = from.read(&mut chunk)?;
            if count == 0 {
                return Ok(None);
            }
            head.extend_from_slice(&chunk[..count]);
            if head.len() > MOST_BYTES {
                bail!("a request of more than {MOST_BYTES} bytes");
            }
        }
        let text = String::from_utf8_lossy(&head);
        let mut words = text.lines().next().unwrap_or_default().split(' ');
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or("/"));
        let path = target.split(['?', '#']).next().unwrap_or_default();
        Ok(Some(Self { path: decoded(path), method_known: matches!(method, "GET" | "HEAD"), wants_body: method != "HEAD" }))
    }
}

fn decoded(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut result = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escaped = (bytes[at] == b'%').then(|| path.get(at + 1..at + 3)).flatten().and_then(|hex| u8::from_str_radix(hex, 16).ok());
        result.push(escaped.unwrap_or(bytes[at]));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&result).into_owned()
}
