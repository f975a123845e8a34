//! From the compiled app to its code in dist/: parts split off, glue written, every file shrunk, all in one folder named by its content.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};

use super::digest;
use crate::setup::Tool;
use crate::{programs, workspace};

/// Starts the app, and says so where it can't.
const START: &str = include_str!("start.js");
const START_NAME: &str = "start.js";
/// Loads the parts on demand: the splitter writes it, the app's glue imports it.
const LOADER: &str = "parts.js";
/// What Rust's compiler takes for granted of a browser.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Blocks and loops are laid out anew before, and all is done twice: 0.6 % less to load, for half a minute.
const SMALLEST: &[&str] = &["--flatten", "--rereloop", "-Oz", "-Oz"];

/// Where the page finds the code.
pub struct Code {
    /// Paths within dist/, from its root.
    pub start: String,
    pub glue: String,
    pub wasm: String,
}

/// Whether every screen needs a file of dist/, not only those of some part.
pub fn is_in_every_load(name: &str) -> bool {
    !name.ends_with(".wasm") || name.ends_with("_bg.wasm")
}

/// The parts with the files that each needs, without their endings.
pub fn parts() -> Result<BTreeMap<String, Vec<String>>> {
    let list = fs::read_to_string(parts_list()).context("the list of parts is missing")?;
    let line = |line: &str| {
        let mut words = line.split(' ').map(str::to_owned);
        Some((words.next()?, words.collect()))
    };
    Ok(list.lines().filter_map(line).collect())
}

/// Where the splitter's list of parts is kept: a line each, the part and its files.
fn parts_list() -> PathBuf {
    workspace::scratch().join("dist-parts")
}

/// Writes the code into a folder of `dist`.
pub fn write(compiled: &Path, dist: &Path) -> Result<Code> {
    let split = workspace::scratch().join("split");
    let glued = workspace::scratch().join("glued");
    for folder in [&split, &glued] {
        super::remove(folder)?;
    }
    let parts = split_parts(compiled, &split)?;
    glue(&split.join("kontor.wasm"), &glued)?;
    fs::copy(split.join(LOADER), glued.join(LOADER))?;
    fs::write(glued.join(START_NAME), START)?;
    shrink(&glued.join("kontor_bg.wasm"), &glued.join("kontor_bg.wasm"))?;
    for part in parts {
        shrink(&part, &glued.join(part.file_name().context("a part has a name")?))?;
    }
    // The files name each other, so they share a hash: it stands in the folder's name.
    let folder = format!("app-{}", digest::of_files(&glued, &workspace::files_below(&glued)?)?);
    super::copy_folder(&glued, &dist.join(&folder))?;
    let path = |name: &str| format!("/{folder}/{name}");
    Ok(Code { start: path(START_NAME), glue: path("kontor.js"), wasm: path("kontor_bg.wasm") })
}

/// The first part becomes kontor.wasm; the paths of the others.
fn split_parts(compiled: &Path, into: &Path) -> Result<Vec<PathBuf>> {
    let whole = fs::read(compiled).with_context(|| format!("{} can't be read", compiled.display()))?;
    let main = into.join("kontor.wasm");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = into;
    options.main_out_path = &main;
    options.main_module = "./kontor.js";
    let loader = format!("./{LOADER}");
    options.link_name = &loader;
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("the parts can't be split off: {error:?}"))?;
    let lines = split.prefetch_map.iter().map(|(part, files)| format!("{part} {}\n", files.join(" ")));
    fs::write(parts_list(), lines.collect::<String>())?;
    Ok(split.split_modules)
}

fn glue(wasm: &Path, into: &Path) -> Result<()> {
    let mut command = Command::new(Tool::WasmBindgen.found()?);
    // The parts import memory and table by the names that the linker gave them.
    command.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "kontor", "--out-dir"]).arg(into).arg(wasm);
    programs::run(&mut command)
}

/// Smaller code, and no word about its tools: a screen takes some sixty files, so what each of them says counts.
pub fn shrink(from: &Path, to: &Path) -> Result<()> {
    let mut command = Command::new(Tool::WasmOpt.found()?);
    command.args(SMALLEST).args(["--strip-producers", "--strip-target-features"]).args(FEATURES).arg(from).arg("-o").arg(to);
    programs::run_quietly(&mut command, &workspace::scratch().join("wasm-opt.log"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_from_what_every_screen_needs() {
        for name in ["app-0123456789abcdef/kontor_bg.wasm", "app-0123456789abcdef/kontor.js", "kontor-0123456789abcdef.css"] {
            assert!(is_in_every_load(name), "{name}");
        }
        assert!(!is_in_every_load("app-0123456789abcdef/split_lists.wasm"));
    }
}
