//! `cargo xtask duplicates`: what the duplicate engine finds in a data set, and what it costs.

use std::path::absolute;

use anyhow::Result;

use crate::programs::{cargo, run};

/// `words` go to the `measure` package, which is built for speed; files are named as seen from where the command was given.
pub fn duplicates(words: &[&str]) -> Result<()> {
    let mut arguments = Vec::new();
    for word in words {
        let is_file = !word.starts_with("--") && !word.bytes().all(|byte| byte.is_ascii_digit());
        arguments.push(if is_file { absolute(word)?.into_os_string() } else { word.into() });
    }
    let mut command = cargo(["run", "--quiet", "--profile", "native", "--package", "measure", "--bin", "duplicates", "--"]);
    run(command.args(arguments))
}
