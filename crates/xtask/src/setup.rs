//! The tools that commands need beside Rust: found where they are, installed once per user where they are missing.

mod browsers;
mod cache;
mod cargo_tool;
mod npm;
mod progress;
mod search;

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::programs;
use cargo_tool::CargoTool;
use npm::NpmPackage;

const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
const BINARYEN: NpmPackage = NpmPackage { name: "binaryen", version: "132.0.0", file: "bin/wasm-opt" };
const AXE: NpmPackage = NpmPackage { name: "axe-core", version: "4.14.1", file: "axe.min.js" };

/// Something a command needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Rust's standard library for the browser.
    WasmTarget,
    Trunk,
    /// The glue writer, and beside it `wasm-bindgen-test-runner`.
    WasmBindgen,
    WasmOpt,
    Chromium,
    Chromedriver,
    Firefox,
    Geckodriver,
    /// The accessibility checker: one script.
    Axe,
}

/// What a release build needs.
pub const BUILD: &[Tool] = &[Tool::WasmTarget, Tool::WasmBindgen, Tool::WasmOpt];
/// What drives Chromium.
pub const CHROMIUM: &[Tool] = &[Tool::Chromium, Tool::Chromedriver];
/// What drives Firefox.
pub const FIREFOX: &[Tool] = &[Tool::Firefox, Tool::Geckodriver];

impl Tool {
    /// Where the tool is, if it is there in the version we need.
    pub fn path(self) -> Option<PathBuf> {
        match self {
            Self::WasmTarget => wasm_target(),
            Self::Trunk | Self::WasmBindgen | Self::Geckodriver => self.cargo_tool().ok()?.path(),
            Self::WasmOpt => BINARYEN.path(),
            Self::Axe => AXE.path(),
            Self::Chromium => search::first("KONTOR_CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]),
            Self::Chromedriver => search::first("KONTOR_CHROMEDRIVER", &["chromedriver"]),
            Self::Firefox => search::first("KONTOR_FIREFOX", &["firefox-esr", "firefox"]),
        }
    }

    /// Where the tool is; the error says how to get it.
    pub fn found(self) -> Result<PathBuf> {
        self.path().with_context(|| format!("{self:?} is missing: `cargo xtask test` installs it"))
    }

    fn install(self) -> Result<()> {
        match self {
            Self::WasmTarget => install_wasm_target(),
            Self::Trunk | Self::WasmBindgen | Self::Geckodriver => self.cargo_tool()?.install(),
            Self::WasmOpt => BINARYEN.install(),
            Self::Axe => AXE.install(),
            Self::Chromium | Self::Chromedriver => browsers::install_chromium(),
            Self::Firefox => browsers::install_firefox(),
        }
    }

    fn cargo_tool(self) -> Result<CargoTool> {
        Ok(match self {
            Self::Trunk => CargoTool::new("trunk", TRUNK, &["trunk"], 6),
            Self::Geckodriver => CargoTool::new("geckodriver", GECKODRIVER, &["geckodriver"], 3),
            Self::WasmBindgen => CargoTool::new(
                "wasm-bindgen-cli",
                &crate::workspace::locked_version("wasm-bindgen")?,
                &["wasm-bindgen", "wasm-bindgen-test-runner"],
                3,
            ),
            _ => bail!("{self:?} doesn't come from crates.io"),
        })
    }
}

/// Sees to it that these tools are there. Costs next to nothing when they are.
pub fn prepare(tools: &[Tool]) -> Result<()> {
    let missing = |tools: &[Tool]| -> Vec<Tool> { tools.iter().copied().filter(|tool| tool.path().is_none()).collect() };
    if missing(tools).is_empty() {
        return Ok(());
    }
    let _lock = cache::lock()?;
    let result = missing(tools).into_iter().try_for_each(|tool| {
        // The one before may have brought it along, as a browser does its driver.
        if tool.path().is_some() { Ok(()) } else { install_and_check(tool) }
    });
    cargo_tool::remove_build_folder()?;
    result
}

fn install_and_check(tool: Tool) -> Result<()> {
    tool.install().with_context(|| format!("{tool:?} can't be installed"))?;
    if tool.path().is_none() {
        bail!("{tool:?} was installed, but can't be found or says another version");
    }
    Ok(())
}

/// PATH with the build tools in front: Trunk looks there for `wasm-bindgen` and `wasm-opt`.
pub fn build_path() -> Result<std::ffi::OsString> {
    let mut folders = Vec::new();
    for tool in [Tool::Trunk, Tool::WasmBindgen, Tool::WasmOpt] {
        let path = tool.found()?;
        folders.extend(path.parent().map(PathBuf::from));
    }
    programs::path_with(&folders)
}

fn wasm_target() -> Option<PathBuf> {
    let sysroot = programs::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let folder = PathBuf::from(sysroot).join("lib/rustlib/wasm32-unknown-unknown/lib");
    folder.is_dir().then_some(folder)
}

fn install_wasm_target() -> Result<()> {
    let item = progress::start("wasm32-unknown-unknown", "downloading the standard library with rustup");
    let log = cache::log("wasm32-unknown-unknown")?;
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", "wasm32-unknown-unknown"]).current_dir(crate::workspace::root());
    programs::run_quietly(&mut rustup, &log).context("install it with your Rust distribution's own means")?;
    item.done();
    Ok(())
}
