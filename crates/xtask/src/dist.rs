//! The release build: compiled, split into parts, complete offline, strict and measured.

mod code;
pub mod digest;
pub mod page;
mod sizes;
mod style;
mod worker;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{programs, setup, workspace};

pub use code::shrink;
pub use sizes::{gzipped, report};
pub use style::bundle as bundle_style;

/// Builds the app into dist/. Quick when nothing changed.
pub fn build() -> Result<()> {
    setup::prepare(setup::BUILD)?;
    programs::run(&mut programs::cargo([
        "build",
        "--release",
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        "kontor",
        "--bin",
        "kontor",
        "--features",
        "parts",
    ]))?;
    bundle_style()?;
    let compiled = workspace::cargo_target().join("wasm32-unknown-unknown/release/kontor.wasm");
    let built = workspace::scratch().join("dist-built");
    let stamp = workspace::scratch().join("dist-built.stamp");
    let inputs = digest::of_files(&workspace::root(), &inputs(&compiled)?)?;
    if fs::read_to_string(&stamp).ok().as_deref() != Some(inputs.as_str()) || !built.join("index.html").is_file() {
        assemble(&compiled, &built)?;
        fs::write(&stamp, inputs)?;
    }
    put_in_place(&built, &workspace::dist())
}

/// What the build depends on, once Cargo has done its part; this program writes the rest.
fn inputs(compiled: &Path) -> Result<Vec<PathBuf>> {
    let top = workspace::root();
    let mut files = vec![compiled.to_owned(), top.join("index.html"), style::sheet(), std::env::current_exe()?];
    files.extend(workspace::files_below(&top.join("public"))?);
    Ok(files)
}

/// Everything a web server hands out.
fn assemble(compiled: &Path, into: &Path) -> Result<()> {
    remove(into)?;
    copy_folder(&workspace::root().join("public"), into)?;
    let sheet = fs::read(style::sheet()).context("the style sheet is missing")?;
    let sheet_name = format!("kontor-{}.css", digest::of(&sheet));
    fs::write(into.join(&sheet_name), sheet)?;
    let code = code::write(compiled, into)?;
    let page = fs::read_to_string(workspace::root().join("index.html")).context("index.html is missing")?;
    fs::write(into.join("index.html"), page::finished(&page, &format!("/{sheet_name}"), &code)?)?;
    worker::fill(into)
}

/// An equal build stays in place: it may be in use.
fn put_in_place(built: &Path, dist: &Path) -> Result<()> {
    let content = |folder: &Path| digest::of_files(folder, &workspace::files_below(folder)?);
    if dist.exists() && content(dist)? == content(built)? {
        return Ok(());
    }
    let next = workspace::scratch().join("dist-next");
    remove(&next)?;
    copy_folder(built, &next)?;
    remove(dist)?;
    fs::rename(&next, dist).context("dist/ can't be made")
}

fn copy_folder(from: &Path, into: &Path) -> Result<()> {
    for file in workspace::files_below(from)? {
        let to = into.join(file.strip_prefix(from)?);
        fs::create_dir_all(to.parent().expect("a file is in a folder"))?;
        fs::copy(&file, &to).with_context(|| format!("{} can't be copied", file.display()))?;
    }
    Ok(())
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} can't be replaced", folder.display()))?;
    }
    Ok(())
}
