//! `cargo xtask ci`: what a change must pass, the quickest checks first.

use std::time::Instant;

use anyhow::Result;

pub fn ci() -> Result<()> {
    step("tidy", super::tidy::tidy)?;
    step("lint", super::lint::lint)?;
    // The sums of the tests come last: that is what a reader of the log looks for.
    step("dist", super::dist::dist)?;
    step("test", || super::test::test(&[]))
}

fn step(name: &str, check: impl FnOnce() -> Result<()>) -> Result<()> {
    let started = Instant::now();
    println!("== {name}");
    check()?;
    println!("== {name} took {} s", started.elapsed().as_secs());
    Ok(())
}
