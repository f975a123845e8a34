//! Where things are in the checkout, and what its lock file says.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folders that hold no source of ours.
const SKIPPED: &[&str] = &["target", "dist", "data", "node_modules"];

/// The checkout's top folder. Cargo says at run time which one it is: checkouts may share a target folder,
/// and then what was compiled in one runs for another.
pub fn root() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let top = Path::new(&package).ancestors().find(|folder| folder.join("rust-toolchain.toml").is_file());
    top.expect("a package of the workspace is below the top folder").to_path_buf()
}

/// The release build that a web server hands out.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What the build leaves that isn't part of the source. Not Cargo's own target folder when that was moved elsewhere.
pub fn scratch() -> PathBuf {
    root().join("target")
}

/// Cargo's target folder: the environment may move it.
pub fn cargo_target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(scratch, |dir| root().join(dir))
}

/// The version of a package in Cargo.lock.
pub fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock can't be read")?;
    version_in_lock(&lock, package).with_context(|| format!("Cargo.lock has no package {package}"))
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

/// Every file of the source, in a stable order.
pub fn files() -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    collect(&root(), &mut found, |name| !SKIPPED.contains(&name) && name != ".git")?;
    found.sort();
    Ok(found)
}

/// Every file below a folder, in a stable order.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    collect(folder, &mut found, |_| true)?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>, wanted: fn(&str) -> bool) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} can't be read", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            if wanted(&entry.file_name().to_string_lossy()) {
                collect(&entry.path(), found, wanted)?;
            }
        } else if kind.is_file() {
            found.push(entry.path());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_version_is_the_packages_own() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "trunk"), None);
    }

    #[test]
    fn the_top_folder_has_the_workspace() {
        assert!(root().join("rust-toolchain.toml").is_file());
    }
}
