//! The user's cache folder: shared by every checkout, guarded by a lock file.

use std::env;
use std::fs::{self, File, TryLockError};
use std::path::PathBuf;

use anyhow::{Context, Result};

/// Where our tools are kept, outside any checkout.
pub fn folder() -> Result<PathBuf> {
    let base = match env::var_os("XDG_CACHE_HOME").filter(|value| !value.is_empty()) {
        Some(folder) => PathBuf::from(folder),
        None => env::home_dir().context("there is no home folder to keep tools in: set XDG_CACHE_HOME")?.join(".cache"),
    };
    Ok(base.join("kontor"))
}

/// What an installation says goes here.
pub fn log(name: &str) -> Result<PathBuf> {
    Ok(folder()?.join("logs").join(format!("{name}.log")))
}

/// Waits for any other installation, then keeps others waiting until it is dropped.
pub fn lock() -> Result<File> {
    let folder = folder()?;
    fs::create_dir_all(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
    let file = File::create(folder.join("lock"))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            eprintln!("another `cargo xtask` is installing tools: waiting for it");
            file.lock()?;
        }
        Err(TryLockError::Error(error)) => {
            return Err(error).context("the cache folder can't be locked");
        }
    }
    Ok(file)
}

/// Puts a finished folder in its place, so that half an installation is never found there.
pub fn put_in_place(partial: &PathBuf, place: &PathBuf) -> Result<()> {
    if place.exists() {
        fs::remove_dir_all(place).with_context(|| format!("{} can't be replaced", place.display()))?;
    }
    fs::rename(partial, place).with_context(|| format!("{} can't be made", place.display()))
}

/// An empty folder to install into, beside the place where the result will be.
pub fn partial(place: &std::path::Path) -> Result<PathBuf> {
    let partial = place.with_added_extension("partial");
    if partial.exists() {
        fs::remove_dir_all(&partial)?;
    }
    fs::create_dir_all(&partial)?;
    Ok(partial)
}
