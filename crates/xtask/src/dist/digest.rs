//! Content hashes, and the file names that carry them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Of a hash in a name.
const DIGITS: usize = 16;

/// The hash of some bytes, short enough for a file name.
pub fn of(bytes: &[u8]) -> String {
    shortened(&Sha256::digest(bytes))
}

/// One hash over the names, as seen from a folder, and contents of files.
pub fn of_files(base: &Path, files: &[PathBuf]) -> Result<String> {
    let mut hasher = Sha256::new();
    for file in files {
        let content = fs::read(file).with_context(|| format!("{} can't be read", file.display()))?;
        hasher.update(file.strip_prefix(base).unwrap_or(file).to_string_lossy().as_bytes());
        hasher.update((content.len() as u64).to_le_bytes());
        hasher.update(&content);
    }
    Ok(shortened(&hasher.finalize()))
}

fn shortened(digest: &[u8]) -> String {
    digest.iter().take(DIGITS / 2).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a file's path has a hash in it, so that its content never changes.
pub fn is_in_name(path: &str) -> bool {
    path.split('/').any(|name| {
        let stem = name.split('.').next().unwrap_or_default();
        stem.rsplit_once('-').is_some_and(|(_, hash)| hash.len() == DIGITS && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_names_are_told_from_others() {
        for name in ["/app-5a2f0e1c9b8d7e6f/kontor.js", "app-5a2f0e1c9b8d7e6f/kontor_bg.wasm", "/kontor-00112233445566ff.css"] {
            assert!(is_in_name(name), "{name}");
        }
        for name in ["/sw.js", "index.html", "/icons/kontor-192.png", "/icons/kontor-maskable-512.png"] {
            assert!(!is_in_name(name), "{name}");
        }
    }
}
