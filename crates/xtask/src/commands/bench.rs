//! `cargo xtask bench`: measurements of the built app in headless Chromium.

use anyhow::Result;

use crate::programs::{cargo, run};
use crate::{dist, setup};

/// `words` choose measurements by name; without any, all run.
pub fn bench(words: &[&str]) -> Result<()> {
    setup::prepare(setup::CHROMIUM)?;
    dist::build()?;
    let mut command = cargo(["run", "--quiet", "--package", "end-to-end", "--bin", "bench", "--"]);
    run(command.args(words))
}
