//! From a path to a file, its type and how long it may be kept.

use std::fs;
use std::path::{Component, Path};

use super::request::Request;
use crate::dist::digest;

pub struct Answer {
    pub status: &'static str,
    pub mime: &'static str,
    pub cache: &'static str,
    pub body: Vec<u8>,
}

/// The file, or the app's page for any place within the app.
pub fn answer(folder: &Path, request: &Request) -> Answer {
    if !request.method_known {
        return words("405 Method Not Allowed", "only GET and HEAD");
    }
    let name = request.path.trim_start_matches('/');
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    if !inside {
        return words("404 Not Found", "no such file");
    }
    if !name.is_empty()
        && let Ok(body) = fs::read(folder.join(name))
    {
        return Answer { status: "200 OK", mime: mime(name), cache: cache(name), body };
    }
    let is_place = !name.rsplit('/').next().unwrap_or_default().contains('.');
    match fs::read(folder.join("index.html")) {
        Ok(body) if is_place => Answer { status: "200 OK", mime: mime("index.html"), cache: cache("index.html"), body },
        _ => words("404 Not Found", "no such file"),
    }
}

fn words(status: &'static str, text: &str) -> Answer {
    Answer { status, mime: "text/plain; charset=utf-8", cache: "no-store", body: text.as_bytes().to_vec() }
}

fn cache(name: &str) -> &'static str {
    if digest::is_in_name(name) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
