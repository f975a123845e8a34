//! `cargo xtask duplicates`: what the duplicate engine finds in a data set, and what it costs.

use std::fs;
use std::path::absolute;

use anyhow::Result;

use super::test;
use crate::dist;
use crate::programs::{cargo, run};
use crate::setup::{self, Tool};
use crate::workspace;

/// `words` go to the `measure` package, which is built for speed; files are named as seen from where the command was given.
pub fn duplicates(words: &[&str]) -> Result<()> {
    match *words {
        ["--size"] => return size(),
        ["--browser", leads, contacts] => return in_browser(leads, contacts),
        _ => {}
    }
    let mut arguments = Vec::new();
    for word in words {
        let is_file = !word.starts_with("--") && !word.bytes().all(|byte| byte.is_ascii_digit());
        arguments.push(if is_file { absolute(word)?.into_os_string() } else { word.into() });
    }
    let mut command = cargo(["run", "--quiet", "--profile", "native", "--package", "measure", "--bin", "duplicates", "--"]);
    run(command.args(arguments))
}

/// Speed in Chromium, compiled with the app's options (not yet shrunk by wasm-opt).
fn in_browser(leads: &str, contacts: &str) -> Result<()> {
    setup::prepare(&[Tool::WasmTarget, Tool::WasmBindgen])?;
    let mut command = cargo([
        "test",
        "--release",
        "--package",
        "measure",
        "--no-default-features",
        "--features",
        "browser",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    command.args(["--test", "speed", "--", "--nocapture"]);
    command.env("DUPLICATES_LEADS", absolute(leads)?).env("DUPLICATES_CONTACTS", absolute(contacts)?);
    run(test::for_chromium(&mut command)?)
}

/// A program that uses all of the engine, less one that uses what the app has anyway.
fn size() -> Result<()> {
    setup::prepare(&[Tool::WasmTarget, Tool::WasmOpt])?;
    let mut build = cargo(["build", "--quiet", "--release", "--target", "wasm32-unknown-unknown", "--package", "measure"]);
    run(build.args(["--bin", "engine", "--bin", "nothing"]))?;
    let mut sizes = Vec::new();
    for name in ["engine", "nothing"] {
        let built = workspace::cargo_target().join("wasm32-unknown-unknown/release").join(name).with_extension("wasm");
        let shrunk = workspace::scratch().join(name).with_extension("wasm");
        dist::shrink(&built, &shrunk)?;
        sizes.push(dist::gzipped(&fs::read(shrunk)?)?);
    }
    println!("engine and lexica: {} bytes of WASM with gzip ({} with what every program has, {})", sizes[0] - sizes[1], sizes[0], sizes[1]);
    Ok(())
}
