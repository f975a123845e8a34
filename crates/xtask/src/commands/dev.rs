//! `cargo xtask dev`: a quick build without a service worker, renewed on every change.

use std::process::Command;

use anyhow::Result;

use crate::setup::{self, Tool};
use crate::{programs, workspace};

pub fn dev(words: &[&str]) -> Result<()> {
    let port = super::port(words)?;
    setup::prepare(&[Tool::WasmTarget, Tool::Trunk, Tool::WasmBindgen, Tool::WasmOpt])?;
    crate::dist::bundle_style()?;
    let mut trunk = Command::new(Tool::Trunk.found()?);
    trunk
        .args(["serve", "--offline", "--port", &port.to_string()])
        .current_dir(workspace::root())
        .env("PATH", setup::build_path()?)
        .env_remove("NO_COLOR");
    programs::run(&mut trunk)
}
