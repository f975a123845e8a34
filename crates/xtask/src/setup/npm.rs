//! Tools that come as npm packages.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{browsers, cache, progress, search};
use crate::programs;

/// A package of which we need one file.
pub struct NpmPackage {
    pub name: &'static str,
    pub version: &'static str,
    pub file: &'static str,
}

impl NpmPackage {
    /// The file, if the package is in our cache.
    pub fn path(&self) -> Option<PathBuf> {
        let file = self.place().ok()?.join("node_modules").join(self.name).join(self.file);
        file.is_file().then_some(file)
    }

    fn place(&self) -> Result<PathBuf> {
        Ok(cache::folder()?.join("npm").join(format!("{}-{}", self.name, self.version)))
    }

    pub fn install(&self) -> Result<()> {
        if search::on_path("npm").is_none() {
            browsers::install_npm()?;
        }
        let item = progress::start(&format!("{} {}", self.name, self.version), "installing from npm");
        let place = self.place()?;
        let partial = cache::partial(&place)?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
            .arg(&partial)
            .arg(format!("{}@{}", self.name, self.version))
            .current_dir(&partial);
        let log = cache::log(&format!("{}-{}", self.name, self.version))?;
        programs::run_quietly(&mut npm, &log).context("npm has to reach its registry once")?;
        cache::put_in_place(&partial, &place)?;
        item.done();
        Ok(())
    }
}
