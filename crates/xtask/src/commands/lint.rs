//! `cargo xtask lint`: formatting and clippy; every warning is an error.

use anyhow::Result;

use crate::programs::{cargo, run};
use crate::setup::{self, Tool};

pub fn lint() -> Result<()> {
    setup::prepare(&[Tool::WasmTarget])?;
    run(&mut cargo(["fmt", "--all", "--check"]))?;
    run(&mut cargo(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))?;
    let wasm = ["clippy", "--package", "kontor", "--target", "wasm32-unknown-unknown"];
    run(cargo(wasm).args(["--all-targets", "--", "--deny", "warnings"]))?;
    run(cargo(wasm).args(["--features", "parts", "--", "--deny", "warnings"]))
}
