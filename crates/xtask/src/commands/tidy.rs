//! `cargo xtask tidy`: the rules of ARCHITECTURE.md that a program can check.

use anyhow::{Result, bail};

use crate::tidy;

pub fn tidy() -> Result<()> {
    let findings = tidy::check()?;
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => Ok(()),
        count => bail!("{count} to mend"),
    }
}
