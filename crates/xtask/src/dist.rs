//! The release build: Trunk's output, made strict, complete offline and measured.

pub mod digest;
pub mod page;
mod sizes;
mod style;
mod worker;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{process, setup, workspace};

pub use sizes::report;
pub use style::bundle as bundle_style;

/// Builds the app into dist/. Quick when nothing changed.
pub fn build() -> Result<()> {
    setup::prepare(setup::BUILD)?;
    process::run(&mut process::cargo([
        "build",
        "--release",
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        "kontor",
        "--bin",
        "kontor",
    ]))?;
    let built = workspace::scratch().join("trunk-release");
    let stamp = workspace::scratch().join("trunk-release.stamp");
    let inputs = digest::of_files(&workspace::root(), &inputs()?)?;
    if fs::read_to_string(&stamp).ok().as_deref() != Some(inputs.as_str()) || !built.join("index.html").is_file() {
        trunk(&built)?;
        fs::write(&stamp, inputs)?;
    }
    finish(&built, &workspace::dist())
}

/// What Trunk's output depends on, once Cargo has done its part.
fn inputs() -> Result<Vec<PathBuf>> {
    let top = workspace::root();
    let mut files =
        vec![workspace::cargo_target().join("wasm32-unknown-unknown/release/kontor.wasm"), top.join("index.html"), top.join("Trunk.toml")];
    files.extend(workspace::files_below(&top.join("style"))?);
    files.extend(workspace::files_below(&top.join("public"))?);
    Ok(files)
}

fn trunk(into: &Path) -> Result<()> {
    let mut command = std::process::Command::new(setup::Tool::Trunk.found()?);
    command
        .args(["--log", "warn", "build", "--release", "--offline", "--dist"])
        .arg(into)
        .current_dir(workspace::root())
        .env("PATH", setup::build_path()?)
        // Cargo has spoken already, in `build`.
        .env("CARGO_TERM_QUIET", "true")
        // Trunk reads it as a flag of its own and refuses the value 1 that other tools understand.
        .env_remove("NO_COLOR");
    process::run(&mut command)
}

/// From Trunk's output to what a web server hands out. An equal build stays in place: it may be in use.
fn finish(built: &Path, dist: &Path) -> Result<()> {
    let next = workspace::scratch().join("dist-next");
    remove(&next)?;
    for file in workspace::files_below(built)? {
        let to = next.join(file.strip_prefix(built)?);
        fs::create_dir_all(to.parent().expect("a file is in a folder"))?;
        fs::copy(&file, &to).with_context(|| format!("{} can't be copied", file.display()))?;
    }
    page::make_strict(&next)?;
    worker::fill(&next)?;
    let content = |folder: &Path| digest::of_files(folder, &workspace::files_below(folder)?);
    if dist.exists() && content(dist)? == content(&next)? {
        return remove(&next);
    }
    remove(dist)?;
    fs::rename(&next, dist).context("dist/ can't be made")
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} can't be replaced", folder.display()))?;
    }
    Ok(())
}
