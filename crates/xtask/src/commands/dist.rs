//! `cargo xtask dist`: the release build and what it weighs. `cargo xtask style`: its style sheet alone.

use anyhow::Result;

use crate::dist;

pub fn dist() -> Result<()> {
    dist::build()?;
    dist::report()
}

pub fn style() -> Result<()> {
    dist::bundle_style()
}
