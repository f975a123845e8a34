//! Tools built from crates.io: built fast rather than fast.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::{cache, progress, search};
use crate::programs;

/// A package with programs that we need in one exact version.
pub struct CargoTool {
    package: &'static str,
    version: String,
    programs: &'static [&'static str],
    minutes: u32,
}

impl CargoTool {
    /// `minutes`: about how long two cores build it.
    pub fn new(package: &'static str, version: &str, programs: &'static [&'static str], minutes: u32) -> Self {
        Self { package, version: version.to_owned(), programs, minutes }
    }

    /// The first program, if all of them are in our cache or all on PATH, in this version.
    pub fn path(&self) -> Option<PathBuf> {
        let ours = self.place().ok()?.join("bin");
        self.programs_in(&ours).or_else(|| {
            let elsewhere = search::on_path(self.programs[0])?;
            self.programs_in(elsewhere.parent()?)
        })
    }

    fn programs_in(&self, folder: &Path) -> Option<PathBuf> {
        let all = self.programs.iter().all(|program| {
            let file = folder.join(program);
            file.is_file() && search::says_version(&file, &self.version)
        });
        all.then(|| folder.join(self.programs[0]))
    }

    fn place(&self) -> Result<PathBuf> {
        Ok(cache::folder()?.join("tools").join(format!("{}-{}", self.package, self.version)))
    }

    pub fn install(&self) -> Result<()> {
        let about = format!("building, about {} minutes", self.minutes);
        let item = progress::start(&format!("{} {}", self.package, self.version), &about);
        let place = self.place()?;
        let partial = cache::partial(&place)?;
        if let Err(error) = self.cargo_install(&partial, &["--locked"]) {
            item.say("its own lock file doesn't resolve here, trying without --locked");
            // The first reason is the interesting one when both ways fail.
            self.cargo_install(&partial, &[]).map_err(|second| second.context(format!("with --locked: {error:#}")))?;
        }
        cache::put_in_place(&partial, &place)?;
        item.done();
        Ok(())
    }

    fn cargo_install(&self, root: &Path, options: &[&str]) -> Result<()> {
        let mut command = Command::new("cargo");
        command
            .arg("install")
            .args(options)
            .arg(format!("{}@{}", self.package, self.version))
            .arg("--root")
            .arg(root)
            .arg("--target-dir")
            .arg(build_folder()?)
            // Outside the checkout: its settings are for the app.
            .current_dir(cache::folder()?)
            .env_remove("RUSTFLAGS")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        programs::run_quietly(&mut command, &cache::log(&format!("{}-{}", self.package, self.version))?)
    }
}

fn build_folder() -> Result<PathBuf> {
    Ok(cache::folder()?.join("build"))
}

/// Several tools share what they compile; nobody needs it afterwards.
pub fn remove_build_folder() -> Result<()> {
    let folder = build_folder()?;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}
