//! The service worker's list of files and its version.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::digest;
use crate::workspace;

/// The two lines of public/sw.js that this fills in.
const VERSION: &str = "const VERSION = \"dev\";";
const FILES: &str = "const FILES = [];";

pub fn fill(dist: &Path) -> Result<()> {
    let file = dist.join("sw.js");
    let worker = fs::read_to_string(&file).context("public/sw.js is missing")?;
    let files = workspace::files_below(dist)?;
    let version = digest::of_files(dist, &files)?;
    let mut paths = Vec::new();
    for kept in &files {
        let path = format!("/{}", kept.strip_prefix(dist)?.to_string_lossy());
        match path.as_str() {
            "/sw.js" => {}
            // Some servers redirect /index.html, and a redirected answer can't be given to a navigation.
            "/index.html" => paths.push("/".to_owned()),
            _ => paths.push(path),
        }
    }
    fs::write(&file, filled(&worker, &version, &paths)?)?;
    Ok(())
}

fn filled(worker: &str, version: &str, paths: &[String]) -> Result<String> {
    if !worker.contains(VERSION) || !worker.contains(FILES) {
        bail!("public/sw.js has to contain `{VERSION}` and `{FILES}`");
    }
    let list: Vec<String> = paths.iter().map(|path| format!("  {path:?},\n")).collect();
    Ok(worker.replace(VERSION, &format!("const VERSION = {version:?};")).replace(FILES, &format!("const FILES = [\n{}];", list.concat())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_and_files_are_written_into_the_worker() {
        let worker = fs::read_to_string(workspace::root().join("public/sw.js")).unwrap();
        let text = filled(&worker, "0123", &["/".to_owned(), "/a.js".to_owned()]).unwrap();
        assert!(text.contains("const VERSION = \"0123\";"));
        assert!(text.contains("const FILES = [\n  \"/\",\n  \"/a.js\",\n];"));
        assert!(filled("nothing", "0123", &[]).is_err());
    }
}
